/** A part of a file store's records, as the text of one file. */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { TokenStoreError } from "../../OAuthError.js"
import type { Admission, Key } from "../../TokenStore.js"
import { digest } from "../secureRandom.js"
import * as Time from "../time.js"
import * as Admissions from "./admissions.js"
import * as Record from "./record.js"

/**
 * `floor` is the highest number that a record had which is gone: a fresh one counts on from there, whatever the clock
 * says meanwhile.
 */
export interface Shard {
  readonly floor: number
  readonly records: ReadonlyMap<Key, Record.StoredRecord>
  readonly admissions: ReadonlyMap<Key, Admitted>
}

/** The instants of a window's events, and when the last of them has left it. */
interface Admitted {
  readonly instants: ReadonlyArray<number>
  readonly endsAt: number
}

const empty: Shard = { floor: 0, records: new Map(), admissions: new Map() }

/** Part of the format: another number would look for records where they are not. */
const shards = 64

const nameAt = (index: number): string => index.toString(16).padStart(2, "0")

export const names: ReadonlyArray<string> = Array.from({ length: shards }, (_, i) => nameAt(i))

/** The folder of a key: keys may hold any characters, and differ only in case; names of files may not. */
export const nameOf = (key: Key): Effect.Effect<string> => Effect.map(digest(key), (bytes) => nameAt(bytes[0]! % shards))

const StoredRecord = Schema.Struct({
  version: Schema.Number,
  sealed: Schema.optional(Schema.Redacted(Schema.String)),
  writtenAt: Schema.Number,
  expiresAt: Schema.Number,
  claim: Schema.optional(Schema.Struct({ fence: Schema.Number, holder: Schema.String, until: Schema.Number })),
  lastFence: Schema.Number,
  lastCommit: Schema.optional(Schema.Struct({ fence: Schema.Number, holder: Schema.String, version: Schema.Number })),
  aborted: Schema.Array(Schema.String)
})

/** A list, as a JSON object has no safe place for a key such as `__proto__`. */
const Format = Schema.parseJson(Schema.Struct({
  s: Schema.Literal(1),
  floor: Schema.Number,
  records: Schema.Array(Schema.Tuple(Schema.String, StoredRecord)),
  admissions: Schema.Array(Schema.Tuple(Schema.String, Schema.Struct({ instants: Schema.Array(Schema.Number), endsAt: Schema.Number })))
}))

const decodeFormat = Schema.decodeOption(Format)

const encodeFormat = Schema.encodeSync(Format)

const decodeNewer = Schema.decodeOption(Schema.parseJson(Schema.Struct({ s: Schema.Number.pipe(Schema.greaterThan(1)) })))

/** What cannot be read is never taken for nothing. */
export const decode = (operation: string, text: string | undefined): Either.Either<Shard, TokenStoreError> => {
  if (text === undefined) return Either.right(empty)
  return Option.match(decodeFormat(text), {
    onNone: () => Either.left(new TokenStoreError({ reason: Option.isSome(decodeNewer(text)) ? "UnknownSchema" : "Undecryptable", operation })),
    onSome: ({ admissions, floor, records }) => Either.right({ floor, records: new Map(records), admissions: new Map(admissions) })
  })
}

export const encode = ({ admissions, floor, records }: Shard): string =>
  encodeFormat({ s: 1, floor, records: [...records], admissions: [...admissions] })

/**
 * A machine has one clock that outlives its processes: the wall clock. Fresh numbers begin above what is gone, also where
 * the clock was set back.
 */
const instantOf = ({ floor }: Shard): Effect.Effect<Time.Instant> =>
  Effect.map(Time.now, ({ wall }) => ({ wall: Math.max(wall, floor + 1), mono: wall }))

const hasEnded = ({ endsAt }: Admitted, now: Time.Instant): boolean => now.mono >= endsAt

const dropped = (shard: Shard, now: Time.Instant): Shard => {
  const gone = [...shard.records.values()].filter((record) => Record.isExpired(record, now))
  const ended = [...shard.admissions.values()].some((one) => hasEnded(one, now))
  if (gone.length === 0 && !ended) return shard
  return {
    floor: gone.reduce((floor, { lastFence, version }) => Math.max(floor, lastFence, version), shard.floor),
    records: new Map([...shard.records].filter(([, record]) => !Record.isExpired(record, now))),
    admissions: new Map([...shard.admissions].filter(([, one]) => !hasEnded(one, now)))
  }
}

/** The shard without what is past its retention, or the same shard. */
export const purged = (shard: Shard): Effect.Effect<Shard> => Effect.map(instantOf(shard), (now) => dropped(shard, now))

export const entryOf = (shard: Shard, key: Key) => Effect.map(instantOf(shard), (now) => Record.entryOf(shard.records.get(key), now))

export const keysOf = (shard: Shard, prefix: string): Effect.Effect<ReadonlyArray<Key>> =>
  Effect.map(instantOf(shard), (now) =>
    [...shard.records].filter(([key, record]) => key.startsWith(prefix) && Option.isSome(Record.entryOf(record, now))).map(([key]) => key))

/** The step's answer, and the shard after it: the same one where nothing changed. */
export const apply = <A>(shard: Shard, key: Key, step: Record.Step<A>) =>
  Effect.gen(function*() {
    const live = yield* purged(shard)
    const { after, answer, isWritten } = Record.apply(live.records.get(key), yield* instantOf(live), step)
    return after === undefined
      ? { answer, shard, version: undefined }
      : { answer, shard: { ...live, records: new Map(live.records).set(key, after) }, version: isWritten ? after.version : undefined }
  })

/** One event of a window, and the shard after it. */
export const admit = (
  shard: Shard,
  key: Key,
  window: Admissions.Window
): Effect.Effect<{ readonly answer: Admission; readonly shard: Shard }> =>
  Effect.gen(function*() {
    const live = yield* purged(shard)
    // By the clock itself: the floor is about numbers, not about time.
    const { wall } = yield* Time.now
    const [answer, instants] = Admissions.admit(live.admissions.get(key)?.instants ?? [], wall, window)
    return answer._tag === "Full"
      ? { answer, shard }
      : { answer, shard: { ...live, admissions: new Map(live.admissions).set(key, { instants, endsAt: wall + window.length }) } }
  })
