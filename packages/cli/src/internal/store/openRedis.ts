/** A token store in Redis, over a connection of our own that fails at once and is not made again. */
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { Cluster, Redis, type RedisOptions } from "ioredis"
import { asFailure, StoreFailure, unreachable } from "./failure.js"
import type { Eviction, Opened } from "./opened.js"
import type { Place } from "./place.js"

type RedisPlace = Extract<Place, { readonly _tag: "Redis" }>

const timeout = 5_000

const once: RedisOptions = {
  lazyConnect: true,
  connectTimeout: timeout,
  commandTimeout: timeout,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  retryStrategy: () => null
}

const credentialsOf = ({ password, protocol, username }: URL): RedisOptions => ({
  ...(username === "" ? {} : { username: decodeURIComponent(username) }),
  ...(password === "" ? {} : { password: decodeURIComponent(password) }),
  ...(protocol === "rediss:" ? { tls: {} } : {})
})

const clusterOf = (url: URL): Cluster =>
  new Cluster([{ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || "6379") }], {
    lazyConnect: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: () => null,
    // The nodes of a cluster behind TLS present certificates for names: their addresses must not replace them.
    ...(url.protocol === "rediss:" ? { dnsLookup: (address, callback) => callback(null, address) } : {}),
    redisOptions: { ...once, enableOfflineQueue: true, ...credentialsOf(url) }
  })

const made = <A>(place: RedisPlace, make: (url: string) => A) =>
  Effect.try({
    try: () => make(Redacted.value(place.url)),
    catch: () => new StoreFailure({ message: `the URL of ${place.shown} cannot be read: signs in a password are written as %XX` })
  })

/** The reason is in the last `error` event: what `connect` rejects with only says that the connection is closed. */
const connect = async (client: Redis | Cluster): Promise<void> => {
  const errors: Array<unknown> = []
  client.on("error", (error) => void errors.push(error))
  try {
    await client.connect()
  } catch (cause) {
    throw new AggregateError(errors, "not connected", { cause })
  }
}

const connected = <Client extends Redis | Cluster>(place: RedisPlace, make: (url: string) => Client): Effect.Effect<Client, StoreFailure, Scope.Scope> =>
  Effect.acquireRelease(made(place, make), (client) => Effect.sync(() => client.disconnect())).pipe(
    Effect.tap((client) => Effect.tryPromise({ try: () => connect(client), catch: unreachable(place.shown) })),
    Effect.timeoutFail({ duration: 2 * timeout, onTimeout: () => unreachable(place.shown)(new Error("timed out")) })
  )

const single = (place: RedisPlace) => connected(place, (url) => new Redis(url, once))

/** A field of `INFO`, which many who may not ask `CONFIG` may ask; nothing where it is not told. */
const told = (node: Redis, section: string, field: string): Effect.Effect<string | undefined> =>
  Effect.tryPromise(() => node.info(section)).pipe(
    Effect.map((text) => new RegExp(`^${field}:(\\S*)`, "m").exec(text)?.[1]),
    Effect.orElseSucceed(() => undefined)
  )

const nodesOf = (client: Redis | Cluster): ReadonlyArray<Redis> => client instanceof Cluster ? client.nodes("master") : [client]

const requireMode = (node: Redis, { cluster, shown }: RedisPlace): Effect.Effect<void, StoreFailure> =>
  Effect.flatMap(told(node, "cluster", "cluster_enabled"), (enabled) => {
    if (enabled === "1" && !cluster) return new StoreFailure({ message: `${shown} is a node of a Redis Cluster: give --cluster` })
    if (enabled === "0" && cluster) return new StoreFailure({ message: `${shown} is no node of a Redis Cluster: leave --cluster out` })
    return Effect.void
  })

/** Of a cluster the named node is asked first, alone: the cluster's client does not tell why it cannot connect. */
const clientOf = (place: RedisPlace): Effect.Effect<Redis | Cluster, StoreFailure, Scope.Scope> =>
  place.cluster
    ? Effect.zipRight(
      Effect.scoped(Effect.flatMap(single(place), (node) => requireMode(node, place))),
      connected(place, (url) => clusterOf(new URL(url)))
    )
    : Effect.tap(single(place), (node) => requireMode(node, place))

export const open = (place: RedisPlace): Effect.Effect<Opened, StoreFailure, Scope.Scope> =>
  Effect.gen(function*() {
    const client = yield* clientOf(place)
    const context = yield* Layer.build(RedisStore.layer({ client, prefix: place.prefix, timeout })).pipe(
      Effect.mapError(asFailure)
    )
    const evictions = Effect.forEach(nodesOf(client), (node) =>
      Effect.map(told(node, "memory", "maxmemory_policy"), (policy): Eviction => ({ policy })))
    return { store: Context.get(context, TokenStore.TokenStore), evictions }
  })
