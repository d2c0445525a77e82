import type { Forms } from "../model/forms.js"
import type { Model } from "../model/Model.js"
import type { Sampler } from "../model/sample.js"
import type { Names } from "../name/names.js"
import type { Flow } from "./effect3/client.js"
import type { Valuer } from "./effect3/values.js"

/** What the files round a client are made of. */
export interface About {
  readonly model: Model
  readonly names: Names
  readonly forms: Forms
  readonly sampler: Sampler
  readonly valuer: Valuer
  readonly flows: ReadonlyArray<Flow>
  readonly banner: string
  readonly name: string
  readonly packageName: string
}
