import * as Effect from "effect/Effect"
import type { DocumentError } from "../../GeneratorError.js"
import type { JsonObject } from "../json.js"
import type { Rendered } from "../pipeline.js"

export const packageFiles = (_document: JsonObject, rendered: Rendered, _options: { readonly name: string; readonly packageName: string }): Effect.Effect<ReadonlyMap<string, string>, DocumentError> =>
  Effect.succeed(rendered.files)
