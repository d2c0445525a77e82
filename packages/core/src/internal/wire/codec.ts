/** Schemas as plain functions, compiled once for each schema. */
import type * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import type * as Schema from "effect/Schema"
import { lenient } from "../../ApiSchema.js"
import type { AnySchema } from "../../Operation.js"

export type Parse = (value: unknown) => Either.Either<unknown, ParseResult.ParseIssue>

const memoised = (make: (schema: Schema.Schema<any>) => Parse): (schema: AnySchema) => Parse => {
  const known = new WeakMap<AnySchema, Parse>()
  return (schema) => {
    let parse = known.get(schema)
    if (parse === undefined) known.set(schema, parse = make(schema as Schema.Schema<any>))
    return parse
  }
}

/** For requests: every constraint holds, nothing that is not declared is sent, and keys keep the caller's order. */
export const encoder = memoised((schema) => ParseResult.encodeUnknownEither(schema, { onExcessProperty: "error", propertyOrder: "original" }))

/** For answers: their structure must be right, their constraints may have drifted. */
const lenientDecoder = memoised((schema) => ParseResult.decodeUnknownEither(lenient(schema)))

/** For answers that are held to every constraint. */
const strictDecoder = memoised((schema) => ParseResult.decodeUnknownEither(schema))

export const decoder = (schema: AnySchema, isStrict: boolean): Parse => isStrict ? strictDecoder(schema) : lenientDecoder(schema)
