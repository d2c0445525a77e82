import type * as HttpClient from "@effect/platform/HttpClient"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import * as Yaml from "yaml"
import { DocumentError } from "../../GeneratorError.js"
import type { Finding } from "../../Report.js"
import type { JsonObject } from "../json.js"

export interface LoadOptions {
  /** A path, or a URL where remote documents are allowed. */
  readonly document: string
  readonly allowRemote: boolean
}

export interface Loaded {
  /** OpenAPI 3.0 or 3.1 whose references are all local. */
  readonly document: JsonObject
  /** The file's name, for the banner. */
  readonly source: string
  readonly findings: ReadonlyArray<Finding>
}

export const load = (
  options: LoadOptions
): Effect.Effect<Loaded, DocumentError, FileSystem.FileSystem | Path.Path | HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    const text = yield* Effect.mapError(fs.readFileString(options.document), () => new DocumentError({ file: options.document, problem: "cannot be read" }))
    const document = (text.trimStart().startsWith("{") ? JSON.parse(text) : Yaml.parse(text)) as JsonObject
    return { document, source: paths.basename(options.document), findings: [] }
  })
