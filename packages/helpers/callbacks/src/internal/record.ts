/** What is known of a subject, and what an event makes of it. Pure: the stores put it where they keep things. */
import * as Schema from "effect/Schema"
import type { Admission, Event } from "../CallbackStore.js"

const Parked = Schema.Struct({
  id: Schema.String,
  rank: Schema.Number,
  isFinal: Schema.Boolean,
  body: Schema.String
})

/** A subject: a message, a payment. */
export const Record = Schema.Struct({
  isExpected: Schema.Boolean,
  /** The highest rank that was handled; below every rank where none was. */
  rank: Schema.Number,
  isFinal: Schema.Boolean,
  /** Events that were handled, the latest last. */
  handled: Schema.Array(Schema.String),
  /** Events that came before anybody expected them. */
  parked: Schema.Array(Parked)
})

export interface Record extends Schema.Schema.Type<typeof Record> {}

export const unknown: Record = { isExpected: false, rank: Number.MIN_SAFE_INTEGER, isFinal: false, handled: [], parked: [] }

/** More events of one subject than any API sends. */
const mostEvents = 20

const isHandled = (record: Record, event: Event): boolean => record.handled.includes(event.id)

/** A final state ends all; before it, an event of a lower rank came late. */
const isStale = (record: Record, event: Event): boolean => record.isFinal || event.rank < record.rank

export const admit = (record: Record, event: Event): Exclude<Admission, "Busy"> => {
  if (isHandled(record, event)) return "Duplicate"
  if (isStale(record, event)) return "Stale"
  return record.isExpected ? "Fresh" : "Unknown"
}

export const park = (record: Record, { body, id, isFinal, rank }: Event): Record =>
  record.parked.some((one) => one.id === id) ? record : { ...record, parked: [...record.parked, { id, rank, isFinal, body }].slice(-mostEvents) }

export const complete = (record: Record, event: Event): Record => ({
  ...record,
  rank: Math.max(record.rank, event.rank),
  isFinal: record.isFinal || event.isFinal,
  handled: [...record.handled, event.id].slice(-mostEvents),
  parked: event.isFinal ? [] : record.parked.filter((one) => one.id !== event.id)
})

/** What waits stays until it is handled: its sender has been told that it arrived, and will not send it again. */
export const expect = (record: Record, subject: string): readonly [ReadonlyArray<Event>, Record] => [
  [...record.parked].sort((a, b) => a.rank - b.rank).map((one) => ({ ...one, subject })),
  { ...record, isExpected: true }
]
