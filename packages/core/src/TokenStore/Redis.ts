/**
 * Sessions in Redis, shared by all replicas of an application. Needs `ioredis`. Redis may lose its last writes in a
 * fail-over, so it is `Volatile`: a lost write brings a spent refresh token back.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Cluster, Redis } from "ioredis"
import type { ConfigurationError } from "../ConfigurationError.js"
import { wholeMillis } from "../internal/stores/millis.js"
import * as Client from "../internal/stores/redisClient.js"
import { attempt } from "../internal/stores/redisFailures.js"
import * as Scripts from "../internal/stores/redisScripts.js"
import type { TokenStoreError } from "../OAuthError.js"
import { type Admission, type Claim, type Commit, defaultNames, type Key, type Service, TokenStore } from "../TokenStore.js"

/**
 * Where Redis is, and how it is used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/core/TokenStore/Redis"
 * import { Redacted } from "effect"
 *
 * const options: Options = {
 *   url: Redacted.make("rediss://sessions:secret@redis.example.com:6380/0"),
 *   prefix: "shop:orange:",
 *   timeout: "250 millis"
 * }
 * ```
 */
export type Options = Connection & {
  /** Put before each key, and before the channel of changes. Two applications need two. `effect-orange:` if left out. */
  readonly prefix?: string
  /** How long an operation may take before it fails with `Timeout`. Half a second if left out. */
  readonly timeout?: Duration.DurationInput
}

/**
 * A connection to make, or a client that you made. `url` is `redis://` or, for TLS, `rediss://`, with user and password
 * where the server has an access control list; the connection ends with the layer. A `client` stays yours: give it no
 * `keyPrefix`, `enableOfflineQueue: false` and a small `maxRetriesPerRequest`, or operations wait for a server that is away.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Connection } from "@effect-orange/core/TokenStore/Redis"
 *
 * const connection: Connection = { url: "redis://127.0.0.1:6379", cluster: true }
 * ```
 */
export type Connection =
  | {
    readonly url: string | Redacted.Redacted<string>
    /** Whether the server is a node of a Redis Cluster, which tells of the others. */
    readonly cluster?: boolean
  }
  | { readonly client: Redis | Cluster }

interface Context {
  readonly client: Client.Client
  readonly prefix: string
  readonly timeout: Duration.Duration
}

const channelOf = ({ prefix }: Context): string => `${prefix}changes`

/**
 * Sends the script's text each time: Redis compiles it once and finds it by its hash, and no server of a cluster, and none
 * after a restart, has to be told it first.
 */
const evaluate = (context: Context, operation: string, script: string, key: Key, args: ReadonlyArray<string | number>) =>
  attempt(operation, context.timeout, async () =>
    await context.client.eval(script, 1, context.prefix + key, ...args) as ReadonlyArray<string>)

const sealedArguments = (sealed: Option.Option<Redacted.Redacted<string>>): readonly [string, string] =>
  Option.match(sealed, { onNone: () => ["0", ""], onSome: (value) => ["1", Redacted.value(value)] })

const toClaim = ([tag, first, second]: ReadonlyArray<string>): Claim => {
  switch (tag) {
    case "Claimed":
      return { _tag: "Claimed", fence: Number(first) }
    case "Held":
      return { _tag: "Held", remaining: Duration.millis(Number(first)) }
    case "Orphaned":
      return { _tag: "Orphaned", fence: Number(first), overdue: Duration.millis(Number(second)) }
    default:
      return { _tag: "Moved", version: Number(first) }
  }
}

const toCommit = ([tag, version]: ReadonlyArray<string>): Commit =>
  tag === "Committed" ? { _tag: "Committed", version: Number(version) } : { _tag: "Fenced" }

const read = (context: Context): Service["read"] => (key) =>
  Effect.map(evaluate(context, "read", Scripts.read, key, []), ([version, sealed, age]) =>
    version === undefined || sealed === undefined
      ? Option.none()
      : Option.some({ version: Number(version), sealed: Redacted.make(sealed), age: Duration.millis(Number(age)) }))

const claim = (context: Context): Service["claim"] => (key, { holder, takeover, ttl, version }) =>
  Effect.map(evaluate(context, "claim", Scripts.claim, key, [version, holder, wholeMillis(ttl), takeover]), toClaim)

const commit = (context: Context): Service["commit"] => (key, { fence, holder, retain, sealed, version }) =>
  Effect.map(
    evaluate(context, "commit", Scripts.commit, key, [
      version,
      fence,
      holder,
      ...sealedArguments(sealed),
      wholeMillis(retain),
      channelOf(context),
      key
    ]),
    toCommit
  )

const rememberedAborts = 16

const abort = (context: Context): Service["abort"] => (key, { fence, holder }) =>
  Effect.asVoid(evaluate(context, "abort", Scripts.abort, key, [Option.getOrElse(fence, () => ""), holder, rememberedAborts]))

const replace = (context: Context): Service["replace"] => (key, sealed, retain) =>
  Effect.map(
    evaluate(context, "replace", Scripts.replace, key, [
      ...sealedArguments(sealed),
      wholeMillis(retain),
      channelOf(context),
      key
    ]),
    ([version]) => Number(version)
  )

const reseal = (context: Context): Service["reseal"] => (key, { sealed, version }) =>
  Effect.map(evaluate(context, "reseal", Scripts.reseal, key, [version, Redacted.value(sealed)]), ([done]) => done === "1")

/** Of another type than a record: `keys` does not list it. */
const admit = (context: Context): Service["admit"] => (key, { limit, window }) =>
  Effect.map(evaluate(context, "admit", Scripts.admit, `admissions:${key}`, [limit, wholeMillis(window)]), ([wait]): Admission =>
    wait === undefined ? { _tag: "Admitted" } : { _tag: "Full", remaining: Duration.millis(Number(wait)) })

/** Redis' patterns have these signs; a prefix is text. */
const escaped = (text: string): string => text.replace(/[\\*?[\]^-]/g, "\\$&")

/** A hash without `s` is a claim, an abort or a deletion. */
const written = (context: Context, node: Redis, found: ReadonlyArray<string>) =>
  Effect.map(
    attempt("keys", context.timeout, () => Promise.all(found.map((key) => node.hexists(key, "s")))),
    (present) => found.filter((_, i) => present[i] === 1).map((key) => key.slice(context.prefix.length))
  )

const keysOf = (context: Context, node: Redis, prefix: string): Stream.Stream<Key, TokenStoreError> =>
  Stream.paginateChunkEffect("0", (cursor) =>
    Effect.gen(function*() {
      const pattern = `${escaped(context.prefix + prefix)}*`
      const [next, found] = yield* attempt("keys", context.timeout, () =>
        node.scan(cursor, "MATCH", pattern, "COUNT", 500, "TYPE", "hash"))
      return [Chunk.fromIterable(yield* written(context, node, found)), next === "0" ? Option.none() : Option.some(next)]
    }))

/** SCAN may name a key twice. */
const once = <E>(keys: Stream.Stream<Key, E>): Stream.Stream<Key, E> =>
  Stream.suspend(() => {
    const seen = new Set<Key>()
    return Stream.filter(keys, (key) => !seen.has(key) && seen.add(key).size > 0)
  })

const keys = (context: Context): Service["keys"] => (prefix) =>
  once(Stream.suspend(() =>
    Stream.flatMap(Stream.fromIterable(Client.masters(context.client)), (node) => keysOf(context, node, prefix))))

const changes = (context: Context): Service["changes"] =>
  Stream.map(Client.messages(context.client, channelOf(context)), (message) => {
    const colon = message.indexOf(":")
    return { key: message.slice(colon + 1), version: Number(message.slice(0, colon)) }
  })

const serviceOf = (context: Context): Service => ({
  durability: "Volatile",
  read: read(context),
  claim: claim(context),
  commit: commit(context),
  abort: abort(context),
  replace: replace(context),
  reseal: reseal(context),
  admit: admit(context),
  keys: keys(context),
  changes: changes(context)
})

const clientOf = (options: Options, timeout: Duration.Duration) =>
  "client" in options
    ? Effect.succeed(options.client)
    : Client.connect(Redacted.isRedacted(options.url) ? Redacted.value(options.url) : options.url, {
      cluster: options.cluster === true,
      timeout
    })

/**
 * Sessions in Redis 6 or newer (tested with 7.0), a single server, a replicated one or a cluster. Each operation is one script on one key,
 * timed by the server that runs it. The layer is built while Redis is away: operations then fail with a `TokenStoreError`
 * (`Unavailable`, or `Timeout` after `timeout`) until it is back, and never wait longer. An operation that timed out may
 * have been done: the same holder asks again and gets the same answer. Fails with `ConfigurationError` for a URL that is
 * none.
 *
 * `durability` is always `Volatile`, whatever Redis saves. Give Redis `maxmemory-policy noeviction`, or it drops sessions.
 * `changes` is published by Redis and misses what happens while the connection is down.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AuthorizationCode, TokenSeal } from "@effect-orange/core"
 * import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
 * import { Config, Effect, Layer } from "effect"
 *
 * const Store = Layer.unwrapEffect(
 *   Effect.map(Config.redacted("REDIS_URL"), (url) => RedisStore.layer({ url, prefix: "shop:" }))
 * )
 *
 * const Login = AuthorizationCode.layerConfig().pipe(Layer.provide([Store, TokenSeal.layerEphemeral]))
 * ```
 */
export const layer = (options: Options): Layer.Layer<TokenStore, ConfigurationError> => {
  const timeout = Duration.decode(options.timeout ?? "500 millis")
  const prefix = options.prefix ?? defaultNames.prefix
  return Layer.scoped(TokenStore, Effect.map(clientOf(options, timeout), (client) => serviceOf({ client, prefix, timeout })))
}
