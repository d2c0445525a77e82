/** What the operations of a token store do to a record: pure steps that stores without a server's own language share. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import type { Claim, Commit, Entry, Service } from "../../TokenStore.js"
import type * as Time from "../time.js"

/** A record. `sealed` is absent before the first write and after a deletion. */
export interface StoredRecord {
  readonly version: number
  readonly sealed?: Redacted.Redacted<string> | undefined
  readonly writtenAt: number
  readonly expiresAt: number
  readonly claim?: { readonly fence: number; readonly holder: string; readonly until: number } | undefined
  readonly lastFence: number
  readonly lastCommit?: { readonly fence: number; readonly holder: string; readonly version: number } | undefined
  readonly aborted: ReadonlyArray<string>
}

/**
 * A step at a moment: fresh numbers begin at its wall clock, ages and ends are told by its monotonic one. A store that
 * outlives its process has no monotonic clock and gives the wall clock for both.
 */
export type Step<A> = (record: StoredRecord, now: Time.Instant) => readonly [A, StoredRecord]

const absent: StoredRecord = { version: 0, writtenAt: 0, expiresAt: Infinity, lastFence: 0, aborted: [] }

export const isExpired = (record: StoredRecord, now: Time.Instant): boolean => now.mono >= record.expiresAt

const current = (record: StoredRecord | undefined, now: Time.Instant): StoredRecord =>
  record === undefined || isExpired(record, now) ? absent : record

/** A claim or abort on an absent record keeps its place for a while, so that its holder's late word finds it. */
const keepUnwritten = (record: StoredRecord, now: Time.Instant): StoredRecord => ({
  ...record,
  expiresAt: Math.max(record.claim?.until ?? 0, now.mono) + 10 * 60_000
})

/** The answer of a step, and the record after it: none where nothing changed. */
export const apply = <A>(
  record: StoredRecord | undefined,
  now: Time.Instant,
  step: Step<A>
): { readonly answer: A; readonly after: StoredRecord | undefined; readonly isWritten: boolean } => {
  const before = current(record, now)
  const [answer, after] = step(before, now)
  return {
    answer,
    after: after === before ? undefined : after.version === 0 ? keepUnwritten(after, now) : after,
    isWritten: after.version !== before.version
  }
}

/** What there is to read. A clock that was set back makes no age negative: a `Duration` is not. */
export const entryOf = (record: StoredRecord | undefined, now: Time.Instant): Option.Option<Entry> => {
  const { sealed, version, writtenAt } = current(record, now)
  return sealed === undefined
    ? Option.none()
    : Option.some({ version, sealed, age: Duration.millis(now.mono - writtenAt) })
}

export const claim = (options: Parameters<Service["claim"]>[1]): Step<Claim> => (record, now) => {
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
  record: StoredRecord,
  sealed: Option.Option<Redacted.Redacted<string>>,
  retain: Duration.Duration,
  now: Time.Instant
): StoredRecord => ({
  ...record,
  version: Math.max(record.version + 1, Math.floor(now.wall)),
  sealed: Option.getOrUndefined(sealed),
  writtenAt: now.mono,
  expiresAt: now.mono + Duration.toMillis(retain),
  claim: undefined,
  aborted: []
})

export const commit = (options: Parameters<Service["commit"]>[1]): Step<Commit> => (record, now) => {
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

const rememberedAborts = 16

export const abort = (options: Parameters<Service["abort"]>[1]): Step<void> => (record) => {
  const mine = record.claim?.holder === options.holder &&
    Option.match(options.fence, { onNone: () => true, onSome: (fence) => record.claim?.fence === fence })
  return [undefined, {
    ...record,
    claim: mine ? undefined : record.claim,
    aborted: [...record.aborted, options.holder].slice(-rememberedAborts)
  }]
}

export const replace = (sealed: Option.Option<Redacted.Redacted<string>>, retain: Duration.Duration): Step<number> =>
(record, now) => {
  const next = write(record, sealed, retain, now)
  return [next.version, next]
}

/** The version stays, as the content does. */
export const reseal = (options: Parameters<Service["reseal"]>[1]): Step<boolean> => (record) =>
  record.version === options.version && record.sealed !== undefined
    ? [true, { ...record, sealed: options.sealed }]
    : [false, record]
