/** The names file beside a document (`sms.names.yaml`): names and open enums that a person has chosen. */
import type * as FileSystem from "@effect/platform/FileSystem"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import type { DocumentError } from "../../GeneratorError.js"
import { isIdentifier, reservedValues } from "../name/identifiers.js"
import { Fault } from "./fault.js"
import { readFile } from "./files.js"
import { limits } from "./limits.js"
import { parseFile, toError } from "./tell.js"

const Name = Schema.String.pipe(Schema.filter((name) => isIdentifier(name) && !reservedValues.has(name), { message: () => "a name is an identifier, and no reserved word" }))

const NamesFile = Schema.Struct({
  schemas: Schema.optionalWith(Schema.Record({ key: Schema.String, value: Name }), { default: () => ({}) }),
  operations: Schema.optionalWith(Schema.Record({ key: Schema.String, value: Name }), { default: () => ({}) }),
  openEnums: Schema.optionalWith(Schema.Array(Schema.String), { default: () => [] })
})

export type NamesFile = typeof NamesFile.Type

export const noNames: NamesFile = { schemas: {}, operations: {}, openEnums: [] }

const decode = Schema.decodeUnknownEither(NamesFile, { onExcessProperty: "error", errors: "all" })

export const readNames = (file: string): Effect.Effect<NamesFile, DocumentError, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const bytes = yield* Effect.mapError(readFile(file, limits), (fault) => toError(fault, file, undefined, limits))
    const { text, value } = yield* parseFile(bytes, file, limits)
    const decoded = decode(value)
    if (Either.isRight(decoded)) return decoded.right
    const issue = ParseResult.ArrayFormatter.formatErrorSync(decoded.left)[0]
    const expected = "A names file has `schemas`, `operations` (names by component, operationId or JSON pointer) and `openEnums` (JSON pointers)"
    return yield* toError(new Fault(issue?.message ?? "is no names file", { keys: (issue?.path ?? []).map(String) }, expected), file, text, limits)
  })
