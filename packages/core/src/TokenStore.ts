/**
 * Where users' sessions are kept. A store sees opaque, sealed strings and counts their versions; what it guarantees is
 * that each version is claimed by one holder, so that a refresh token is sent at most once.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as PubSub from "effect/PubSub"
import type * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as SynchronizedRef from "effect/SynchronizedRef"
import { Lru } from "./internal/lru.js"
import * as Admissions from "./internal/stores/admissions.js"
import * as Record from "./internal/stores/record.js"
import * as Time from "./internal/time.js"
import type { TokenStoreError } from "./OAuthError.js"

/**
 * The store that `AuthorizationCode` keeps its sessions in.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { AuthorizationCode, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const Login = AuthorizationCode.layerConfig().pipe(
 *   Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral])
 * )
 * ```
 */
export class TokenStore extends Context.Tag("@effect-orange/core/TokenStore")<TokenStore, Service>() {}

/**
 * A record's key. It holds hashes, never a session id or a user's name.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 *
 * const key: TokenStore.Key = "session:3f2a"
 * ```
 */
export type Key = string

/**
 * What a store survives: the end of this process or not, another process on this machine, a fail-over with the last
 * writes lost, or everything that a database survives.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 *
 * const isShared = (durability: TokenStore.Durability) => durability !== "Process"
 * ```
 */
export type Durability = "Process" | "Machine" | "Volatile" | "Durable"

/**
 * A record as it was read.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 * import { Duration } from "effect"
 *
 * const isFresh = (entry: TokenStore.Entry) => Duration.lessThan(entry.age, "1 minute")
 * ```
 */
export interface Entry {
  /** Grows with each commit and each replacement, over deletions too. */
  readonly version: number
  readonly sealed: Redacted.Redacted<string>
  /** How long ago it was written, by the store's own clock. */
  readonly age: Duration.Duration
}

/**
 * The answer to a claim: `Claimed` (now yours, under this fence), `Held` by another for so long, `Orphaned` by a holder
 * whose time is over and which is not taken over, or `Moved`: the version is no longer the one you saw.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 *
 * const mayProceed = (claim: TokenStore.Claim) => claim._tag === "Claimed"
 * ```
 */
export type Claim =
  | { readonly _tag: "Claimed"; readonly fence: number }
  | { readonly _tag: "Held"; readonly remaining: Duration.Duration }
  | { readonly _tag: "Orphaned"; readonly fence: number; readonly overdue: Duration.Duration }
  | { readonly _tag: "Moved"; readonly version: number }

/**
 * The answer to a commit: done, with the new version, or `Fenced` off because the record has moved on.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 *
 * const isDone = (commit: TokenStore.Commit) => commit._tag === "Committed"
 * ```
 */
export type Commit = { readonly _tag: "Committed"; readonly version: number } | { readonly _tag: "Fenced" }

/**
 * The answer to an event that asks for admission: it passed and counts, or the window is `Full` for so long.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenStore } from "@effect-orange/core"
 *
 * const passed = (admission: TokenStore.Admission) => admission._tag === "Admitted"
 * ```
 */
export type Admission = { readonly _tag: "Admitted" } | { readonly _tag: "Full"; readonly remaining: Duration.Duration }

/**
 * The operations, each atomic per key. Versions and fences never go back, not even over a deletion: a fresh key starts at
 * the store's clock in milliseconds.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { TokenStore } from "@effect-orange/core"
 * import { Effect, Option } from "effect"
 *
 * const versionOf = (key: TokenStore.Key) =>
 *   Effect.flatMap(TokenStore.TokenStore, (store) => store.read(key)).pipe(
 *     Effect.map(Option.match({ onNone: () => 0, onSome: (entry) => entry.version }))
 *   )
 * ```
 */
export interface Service {
  readonly durability: Durability
  /** The record, unless it is absent, deleted or past its retention. */
  readonly read: (key: Key) => Effect.Effect<Option.Option<Entry>, TokenStoreError>
  /**
   * Claims the given version (0 for an absent record) for `ttl`. The same holder asking again is `Claimed` again with the
   * same fence. A claim whose time is over is given to the next asker with `AfterTtl`, and to nobody with `Never`.
   */
  readonly claim: (key: Key, options: {
    readonly version: number
    readonly holder: string
    readonly ttl: Duration.Duration
    readonly takeover: "AfterTtl" | "Never"
  }) => Effect.Effect<Claim, TokenStoreError>
  /**
   * Writes the claimed version's successor (`None` deletes), however late, as long as the record has not moved. The same
   * holder and fence always get the same answer, so that a commit whose answer was lost can be repeated.
   */
  readonly commit: (key: Key, options: {
    readonly version: number
    readonly fence: number
    readonly holder: string
    readonly sealed: Option.Option<Redacted.Redacted<string>>
    readonly retain: Duration.Duration
  }) => Effect.Effect<Commit, TokenStoreError>
  /** Gives a claim up, and refuses a late one of the same holder. Only if the claimed value was provably not sent. */
  readonly abort: (key: Key, options: {
    readonly fence: Option.Option<number>
    readonly holder: string
  }) => Effect.Effect<void, TokenStoreError>
  /** Writes whatever stands there (log-in), or deletes it (log-out), and gives the new version. Ends all claims. */
  readonly replace: (
    key: Key,
    sealed: Option.Option<Redacted.Redacted<string>>,
    retain: Duration.Duration
  ) => Effect.Effect<number, TokenStoreError>
  /**
   * Puts the same content under another seal. Version, age, retention and claim stay as they are, so that nobody has to
   * know. `false` where the record is no longer of that version.
   */
  readonly reseal: (key: Key, options: {
    readonly version: number
    readonly sealed: Redacted.Redacted<string>
  }) => Effect.Effect<boolean, TokenStoreError>
  /**
   * Lets an event pass and counts it, if fewer than `limit` passed under the key in the last `window` by the store's own
   * clock. One round trip. These keys are apart from those of records, and all who use one name the same window; limits
   * may differ, which keeps places for those of the higher one.
   */
  readonly admit: (key: Key, options: {
    readonly limit: number
    readonly window: Duration.Duration
  }) => Effect.Effect<Admission, TokenStoreError>
  /** The keys that begin with the prefix, for operators. */
  readonly keys: (prefix: string) => Stream.Stream<Key, TokenStoreError>
  /** A hint of records that changed; it may miss some. */
  readonly changes: Stream.Stream<{ readonly key: Key; readonly version: number }>
}

const makeMemory: Effect.Effect<Service> = Effect.gen(function*() {
  const records = yield* SynchronizedRef.make(new Map<Key, Record.StoredRecord>())
  const hub = yield* PubSub.sliding<{ readonly key: Key; readonly version: number }>(1_000)
  const admissions = new Lru<Key, { instants: ReadonlyArray<number> }>(10_000)
  let sweepAt = 1_024

  /** Amortised: the map is swept when it has doubled since the last sweep. */
  const sweep = (map: Map<Key, Record.StoredRecord>, now: Time.Instant): void => {
    if (map.size < sweepAt) return
    for (const [key, record] of map) {
      if (Record.isExpired(record, now)) map.delete(key)
    }
    sweepAt = Math.max(1_024, 2 * map.size)
  }

  const update = <A>(key: Key, step: Record.Step<A>): Effect.Effect<A> =>
    SynchronizedRef.modifyEffect(records, (map) =>
      Effect.flatMap(Time.now, (now) => {
        const { after, answer, isWritten } = Record.apply(map.get(key), now, step)
        if (after !== undefined) map.set(key, after)
        sweep(map, now)
        const told = after !== undefined && isWritten ? PubSub.publish(hub, { key, version: after.version }) : Effect.void
        return Effect.as(told, [answer, map] as const)
      }))

  return {
    durability: "Process",
    read: (key) => Effect.zipWith(SynchronizedRef.get(records), Time.now, (map, now) => Record.entryOf(map.get(key), now)),
    claim: (key, options) => update(key, Record.claim(options)),
    commit: (key, options) => update(key, Record.commit(options)),
    abort: (key, options) => update(key, Record.abort(options)),
    replace: (key, sealed, retain) => update(key, Record.replace(sealed, retain)),
    reseal: (key, options) => update(key, Record.reseal(options)),
    admit: (key, { limit, window }) =>
      Effect.map(Time.monotonicNow, (now) => {
        const counted = admissions.getOrMake(key, () => ({ instants: [] }))
        const [admission, instants] = Admissions.admit(counted.instants, now, { limit, length: Duration.toMillis(window) })
        counted.instants = instants
        return admission
      }),
    keys: (prefix) =>
      Stream.unwrap(Effect.zipWith(SynchronizedRef.get(records), Time.now, (map, now) =>
        Stream.fromIterable([...map].filter(([key, record]) => key.startsWith(prefix) && Option.isSome(Record.entryOf(record, now))).map(([key]) => key)))),
    changes: Stream.fromPubSub(hub)
  }
})

/**
 * What a store's part of its server is called where nobody says: the prefix of its keys in Redis, the table in a database.
 *
 * @since 0.1.0
 * @category constants
 * @example
 * ```ts
 * import { TokenStore } from "@effect-orange/core"
 *
 * const grant = `GRANT SELECT ON ${TokenStore.defaultNames.table} TO monitoring`
 * ```
 */
export const defaultNames = { prefix: "effect-orange:", table: "effect_orange_tokens" } as const

/**
 * Sessions in this process's memory: they end with it, and no other process sees them. Right for tests, tools and a
 * single instance whose users may log in again after a restart.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { TokenStore } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const durability = Effect.map(TokenStore.TokenStore, (store) => store.durability).pipe(
 *   Effect.provide(TokenStore.layerMemory)
 * )
 * ```
 */
export const layerMemory: Layer.Layer<TokenStore> = Layer.effect(TokenStore, makeMemory)
