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
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as SynchronizedRef from "effect/SynchronizedRef"
import { Lru } from "./internal/lru.js"
import * as Admissions from "./internal/stores/admissions.js"
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

interface ActiveClaim {
  readonly fence: number
  readonly holder: string
  readonly until: number
}

/** A record in memory. `sealed` is undefined before the first write and after a deletion. */
interface MemoryRecord {
  readonly version: number
  readonly sealed: Redacted.Redacted<string> | undefined
  readonly writtenAt: number
  readonly expiresAt: number
  readonly claim: ActiveClaim | undefined
  readonly lastFence: number
  readonly lastCommit: { readonly fence: number; readonly holder: string; readonly version: number } | undefined
  readonly aborted: ReadonlyArray<string>
}

const absent: MemoryRecord = {
  version: 0,
  sealed: undefined,
  writtenAt: 0,
  expiresAt: Infinity,
  claim: undefined,
  lastFence: 0,
  lastCommit: undefined,
  aborted: []
}

const rememberedAborts = 16

const claimIn = (
  record: MemoryRecord,
  now: Time.Instant,
  options: { version: number; holder: string; ttl: Duration.Duration; takeover: "AfterTtl" | "Never" }
): readonly [Claim, MemoryRecord] => {
  const { claim } = record
  if (record.version !== options.version || record.aborted.includes(options.holder)) {
    return [{ _tag: "Moved", version: record.version }, record]
  }
  if (claim?.holder === options.holder) return [{ _tag: "Claimed", fence: claim.fence }, record]
  if (claim !== undefined && now.mono < claim.until) {
    return [{ _tag: "Held", remaining: Duration.millis(claim.until - now.mono) }, record]
  }
  if (claim !== undefined && options.takeover === "Never") {
    return [{ _tag: "Orphaned", fence: claim.fence, overdue: Duration.millis(now.mono - claim.until) }, record]
  }
  const fence = Math.max(record.lastFence + 1, Math.floor(now.wall))
  return [
    { _tag: "Claimed", fence },
    { ...record, lastFence: fence, claim: { fence, holder: options.holder, until: now.mono + Duration.toMillis(options.ttl) } }
  ]
}

const write = (
  record: MemoryRecord,
  sealed: Option.Option<Redacted.Redacted<string>>,
  retain: Duration.Duration,
  now: Time.Instant
): MemoryRecord => ({
  ...record,
  version: Math.max(record.version + 1, Math.floor(now.wall)),
  sealed: Option.getOrUndefined(sealed),
  writtenAt: now.mono,
  expiresAt: now.mono + Duration.toMillis(retain),
  claim: undefined,
  aborted: []
})

const commitIn = (
  record: MemoryRecord,
  now: Time.Instant,
  options: Parameters<Service["commit"]>[1]
): readonly [Commit, MemoryRecord] => {
  const { claim, lastCommit } = record
  if (lastCommit !== undefined && lastCommit.fence === options.fence && lastCommit.holder === options.holder) {
    return [{ _tag: "Committed", version: lastCommit.version }, record]
  }
  if (record.version !== options.version || claim?.fence !== options.fence || claim.holder !== options.holder) {
    return [{ _tag: "Fenced" }, record]
  }
  const next = write(record, options.sealed, options.retain, now)
  return [
    { _tag: "Committed", version: next.version },
    { ...next, lastCommit: { fence: options.fence, holder: options.holder, version: next.version } }
  ]
}

const abortIn = (
  record: MemoryRecord,
  options: { readonly fence: Option.Option<number>; readonly holder: string }
): MemoryRecord => {
  const mine = record.claim?.holder === options.holder &&
    Option.match(options.fence, { onNone: () => true, onSome: (fence) => record.claim?.fence === fence })
  return {
    ...record,
    claim: mine ? undefined : record.claim,
    aborted: [...record.aborted, options.holder].slice(-rememberedAborts)
  }
}

const makeMemory: Effect.Effect<Service> = Effect.gen(function*() {
  const records = yield* SynchronizedRef.make(new Map<Key, MemoryRecord>())
  const hub = yield* PubSub.sliding<{ readonly key: Key; readonly version: number }>(1_000)
  const admissions = new Lru<Key, { instants: ReadonlyArray<number> }>(10_000)
  let sweepAt = 1_024

  const current = (map: ReadonlyMap<Key, MemoryRecord>, key: Key, now: number): MemoryRecord => {
    const record = map.get(key)
    return record === undefined || now >= record.expiresAt ? absent : record
  }

  /** Amortised: the map is swept when it has doubled since the last sweep. */
  const sweep = (map: Map<Key, MemoryRecord>, now: number): void => {
    if (map.size < sweepAt) return
    for (const [key, record] of map) {
      if (now >= record.expiresAt) map.delete(key)
    }
    sweepAt = Math.max(1_024, 2 * map.size)
  }

  const update = <A>(key: Key, f: (record: MemoryRecord, now: Time.Instant) => readonly [A, MemoryRecord]): Effect.Effect<A> =>
    SynchronizedRef.modifyEffect(records, (map) =>
      Effect.flatMap(Time.now, (now) => {
        const before = current(map, key, now.mono)
        const [answer, after] = f(before, now)
        if (after !== before) map.set(key, after.version === 0 ? keepUnwritten(after, now.mono) : after)
        sweep(map, now.mono)
        const told = after.version === before.version
          ? Effect.void
          : PubSub.publish(hub, { key, version: after.version })
        return Effect.as(told, [answer, map] as const)
      }))

  return {
    durability: "Process",
    read: (key) =>
      Effect.flatMap(SynchronizedRef.get(records), (map) =>
        Effect.map(Time.monotonicNow, (now) => {
          const { sealed, version, writtenAt } = current(map, key, now)
          return sealed === undefined
            ? Option.none()
            : Option.some({ version, sealed, age: Duration.millis(now - writtenAt) })
        })),
    claim: (key, options) =>
      update(key, (record, now) => claimIn(record, now, options)),
    commit: (key, options) => update(key, (record, now) => commitIn(record, now, options)),
    abort: (key, options) => update(key, (record) => [undefined, abortIn(record, options)]),
    replace: (key, sealed, retain) =>
      update(key, (record, now) => {
        const next = write(record, sealed, retain, now)
        return [next.version, next]
      }),
    reseal: (key, { sealed, version }) =>
      update(key, (record) =>
        record.version === version && record.sealed !== undefined ? [true, { ...record, sealed }] : [false, record]),
    admit: (key, { limit, window }) =>
      Effect.map(Time.monotonicNow, (now) => {
        const counted = admissions.getOrMake(key, () => ({ instants: [] }))
        const [admission, instants] = Admissions.admit(counted.instants, now, { limit, length: Duration.toMillis(window) })
        counted.instants = instants
        return admission
      }),
    keys: (prefix) =>
      Stream.unwrap(Effect.zipWith(SynchronizedRef.get(records), Time.monotonicNow, (map, now) =>
        Stream.fromIterable([...map].filter(([key, record]) => record.sealed !== undefined && now < record.expiresAt && key.startsWith(prefix)).map(([key]) => key)))),
    changes: Stream.fromPubSub(hub)
  }
})

/** A claim or abort on an absent record keeps its place for a while, so that its holder's late word finds it. */
const keepUnwritten = (record: MemoryRecord, now: number): MemoryRecord => ({
  ...record,
  expiresAt: Math.max(record.claim?.until ?? 0, now) + 10 * 60_000
})

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
