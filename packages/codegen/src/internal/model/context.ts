/** What all parts of the model stage share: the document, its dialect and the report. */
import type { Finding } from "../../Report.js"
import { at, child, get, getString, isObject, type JsonObject, keysOf } from "../json.js"

export interface Context {
  readonly document: JsonObject
  /** OpenAPI 3.0: `nullable`, a `$ref` without siblings, boolean `exclusiveMinimum`. */
  readonly is30: boolean
  /** Patterns that can be made to backtrack for ever. */
  readonly catastrophic: ReadonlySet<string>
  /** Enums that may grow: pointers of the names file, beside what the document says itself. */
  readonly openEnums: ReadonlySet<string>
  readonly report: (finding: Finding) => void
}

/** A place in the document: what stands there, and where it is. */
export interface Place {
  readonly value: JsonObject
  readonly pointer: string
}

/** An operation where it was found. */
export interface OperationPlace {
  readonly path: string
  readonly method: string
  readonly item: Place
  readonly place: Place
  /** Where the path has it: several may share an item. */
  readonly pointer: string
}

/** A local reference's target; a chain of references is followed to its end. */
export const resolve = (context: Context, place: Place): Place => {
  if (getString(place.value, "$ref") === undefined) return place
  let current = place
  const seen = new Set<string>()
  for (;;) {
    const pointer = getString(current.value, "$ref")
    if (pointer === undefined || seen.has(pointer)) return current
    seen.add(pointer)
    const value = at(context.document, pointer)
    if (!isObject(value)) return current
    current = { value, pointer }
  }
}

/** The member of an object, resolved, if it is an object. */
export const member = (context: Context, { pointer, value }: Place, key: string): Place | undefined => {
  const found = get(value, key)
  return isObject(found) ? { value: found, pointer: child(pointer, key) } : undefined
}

/** The name of the component that a pointer leads to, of this section. */
export const componentName = (pointer: string, section: string | undefined): string | undefined => {
  if (!pointer.startsWith("#/components/")) return undefined
  const keys = keysOf(pointer)
  return keys.length === 3 && keys[0] === "components" && keys[1] === section ? keys[2] : undefined
}
