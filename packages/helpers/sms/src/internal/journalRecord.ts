/** The records of a journal as lines of JSON. */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { MessageId } from "../Message.js"

export const Record = Schema.Union(
  /** The request may have left. */
  Schema.Struct({ state: Schema.Literal("Sending"), id: Schema.String }),
  Schema.Struct({ state: Schema.Literal("Sent"), id: Schema.String, messageId: MessageId }),
  /** It certainly did not. */
  Schema.Struct({ state: Schema.Literal("Failed"), id: Schema.String })
)

export type Record = typeof Record.Type

export class BadLine extends Data.TaggedError("BadLine")<{ readonly line: number }> {}

const json = Schema.parseJson(Record)
const decode = Schema.decodeEither(json)
const encode = Schema.encodeSync(json)
const encoder = new TextEncoder()

export const toLine = (record: Record): Uint8Array => encoder.encode(`${encode(record)}\n`)

/** The last record of each id. */
export const readAll = (text: string): Effect.Effect<Map<string, Record>, BadLine> =>
  Effect.gen(function*() {
    const known = new Map<string, Record>()
    const lines = text.split("\n").slice(0, -1)
    for (const [index, line] of lines.entries()) {
      const record = decode(line)
      if (Either.isLeft(record)) return yield* new BadLine({ line: index + 1 })
      known.set(record.right.id, record.right)
    }
    return known
  })
