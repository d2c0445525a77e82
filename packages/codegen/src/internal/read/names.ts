/** The names file beside a document (`sms.names.yaml`): names and open enums that a person has chosen. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as Yaml from "yaml"
import { DocumentError } from "../../GeneratorError.js"
import { isIdentifier, reservedValues } from "../name/identifiers.js"

const Name = Schema.String.pipe(Schema.filter((name) => isIdentifier(name) && !reservedValues.has(name), { message: () => "a name is an identifier, and no reserved word" }))

const NamesFile = Schema.Struct({
  schemas: Schema.optionalWith(Schema.Record({ key: Schema.String, value: Name }), { default: () => ({}) }),
  operations: Schema.optionalWith(Schema.Record({ key: Schema.String, value: Name }), { default: () => ({}) }),
  openEnums: Schema.optionalWith(Schema.Array(Schema.String), { default: () => [] })
})

export type NamesFile = typeof NamesFile.Type

export const noNames: NamesFile = { schemas: {}, operations: {}, openEnums: [] }

const decode = Schema.decodeUnknownEither(NamesFile, { onExcessProperty: "error", errors: "all" })

const parse = (text: string, file: string): Effect.Effect<unknown, DocumentError> =>
  Effect.try({
    try: () => Yaml.parse(text) as unknown,
    catch: (error) => new DocumentError({ file, problem: `is no YAML: ${error instanceof Error ? error.message.split("\n")[0]! : "it does not parse"}` })
  })

export const readNames = (file: string): Effect.Effect<NamesFile, DocumentError, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const text = yield* Effect.mapError(fs.readFileString(file), () => new DocumentError({ file, problem: "cannot be read: check the path and its permissions" }))
    const decoded = decode(yield* parse(text, file))
    if (Either.isRight(decoded)) return decoded.right
    const issue = ParseResult.ArrayFormatter.formatErrorSync(decoded.left)[0]
    return yield* new DocumentError({
      file,
      pointer: issue === undefined ? "#" : `#/${issue.path.map(String).join("/")}`,
      problem: issue?.message ?? "is no names file",
      expected: "A names file has `schemas`, `operations` (names by component, operationId or JSON pointer) and `openEnums` (JSON pointers)"
    })
  })
