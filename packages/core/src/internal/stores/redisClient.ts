/** The connections of a token store in Redis: they fail fast, come back by themselves and end with their scope. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { Cluster, Redis, type RedisOptions } from "ioredis"
import { ConfigurationError } from "../../ConfigurationError.js"

export type Client = Redis | Cluster

/** Steps up to a second, so that a fleet finds a restarted server soon and does not storm it. */
const reconnectAfter = (times: number): number => Math.min(times * 50, 1_000)

/**
 * Nothing is queued or sent again behind our back: what cannot be sent now fails now, and who asked decides. Commands
 * that were under way when the connection broke fail with it.
 */
const failFast = (timeout: Duration.Duration): RedisOptions => ({
  lazyConnect: true,
  commandTimeout: Duration.toMillis(timeout),
  connectTimeout: 2_000,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  retryStrategy: reconnectAfter
})

const parse = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && ["redis:", "rediss:"].includes(url.protocol) && url.hostname !== "" ? url : undefined
}

const credentialsOf = (url: URL): RedisOptions => ({
  ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
  ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
  ...(url.protocol === "rediss:" ? { tls: {} } : {})
})

const clusterOf = (url: URL, timeout: Duration.Duration): Cluster =>
  new Cluster([{ host: url.hostname, port: Number(url.port || "6379") }], {
    lazyConnect: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: reconnectAfter,
    // The nodes of a cluster behind TLS present certificates for names: their addresses must not replace them.
    ...(url.protocol === "rediss:" ? { dnsLookup: (address, callback) => callback(null, address) } : {}),
    // A node's connection is made by its first command, which has to wait for it; the timeout bounds that.
    redisOptions: { ...failFast(timeout), enableOfflineQueue: true, ...credentialsOf(url) }
  })

const made = (text: string, isCluster: boolean, timeout: Duration.Duration): Effect.Effect<Client, ConfigurationError> =>
  Effect.suspend(() => {
    const url = parse(text)
    if (url === undefined) {
      return Effect.fail(new ConfigurationError({ field: "redis.url", problem: "must be a redis:// or rediss:// URL with a host" }))
    }
    return Effect.try({
      try: () => isCluster ? clusterOf(url, timeout) : new Redis(text, failFast(timeout)),
      catch: () => new ConfigurationError({ field: "redis.url", problem: "must be a URL that ioredis can read" })
    })
  })

/** ioredis prints errors that nobody listens to. Each command tells its own caller. */
const silence = (client: Client): void => {
  client.on("error", () => {})
}

/** Starts connecting. A failure is no end: ioredis goes on trying. */
const connected = (client: Client): Effect.Effect<void> => Effect.ignore(Effect.tryPromise(() => client.connect()))

const ended = (client: Client): Effect.Effect<void> => Effect.sync(() => client.disconnect())

/**
 * A client that ends with the scope. It waits for the first connection no longer than `timeout`: an application starts
 * while its store is away, and its operations fail until the store is back.
 */
export const connect = (
  url: string,
  options: { readonly cluster: boolean; readonly timeout: Duration.Duration }
): Effect.Effect<Client, ConfigurationError, Scope.Scope> =>
  Effect.acquireRelease(made(url, options.cluster, options.timeout), ended).pipe(
    Effect.tap(silence),
    Effect.tap((client) => Effect.timeoutOption(Effect.disconnect(connected(client)), options.timeout))
  )

/** The nodes that hold keys: each of a cluster's masters. */
export const masters = (client: Client): ReadonlyArray<Redis> =>
  "nodes" in client ? client.nodes("master") : [client]

/**
 * What is published on a channel, over a connection of its own, as a subscribed one takes no other commands. It never
 * fails: after a break it subscribes again, and what was published meanwhile is missed.
 */
export const messages = (client: Client, channel: string): Stream.Stream<string> =>
  Stream.asyncPush<string>((emit) =>
    Effect.gen(function*() {
      const subscriber = yield* Effect.acquireRelease(Effect.sync((): Client => client.duplicate()), ended)
      silence(subscriber)
      subscriber.on("message", (_, message: string) => emit.single(message))
      subscriber.on("ready", () => void subscriber.subscribe(channel).catch(() => {}))
      yield* Effect.forkScoped(connected(subscriber))
    }), { bufferSize: 1_000, strategy: "sliding" })
