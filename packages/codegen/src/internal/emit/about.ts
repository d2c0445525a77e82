import type { Sampler } from "../model/sample.js"
import type { Subject } from "./effect3/printer.js"
import type { Valuer } from "./effect3/values.js"
import type { Flow } from "./flows.js"

/** What the files round a client are made of. */
export interface About extends Subject {
  readonly sampler: Sampler
  readonly valuer: Valuer
  readonly flows: ReadonlyArray<Flow>
  readonly name: string
  readonly packageName: string
}
