/** What the parts of the conversion share. */
import type { Finding } from "../../Report.js"
import { at, child, get, getString, isObject, type Json, type JsonObject, keysOf } from "../json.js"

export interface Context {
  readonly document: JsonObject
  readonly report: (kind: Finding["kind"], pointer: string, reason: string) => void
  /** Schemas that references lead to outside of `definitions`: by pointer, the name that they get. */
  readonly strays: Map<string, string>
}

/** An object with the keys that have a value. */
export const compact = (fields: { readonly [key: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))

export const extensions = (value: JsonObject): JsonObject => Object.fromEntries(Object.entries(value).filter(([key]) => key.startsWith("x-")))

export const mapValues = (value: Json | undefined, change: (one: Json, key: string) => Json): JsonObject =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, key)])) : {}

export interface Place {
  readonly value: JsonObject
  readonly pointer: string
}

/** What a chain of references leads to. A chain without end was refused before. */
export const resolve = (context: Context, place: Place): Place => {
  let current = place
  for (let pointer = getString(current.value, "$ref"); pointer !== undefined; pointer = getString(current.value, "$ref")) {
    const value = at(context.document, pointer)
    if (!isObject(value)) return current
    current = { value, pointer }
  }
  return current
}

const sections: { readonly [section: string]: string } = { definitions: "schemas", parameters: "parameters", responses: "responses" }

/** Where a reference leads in OpenAPI 3: components of another place. */
export const movedPointer = (pointer: string): string | undefined => {
  const [section, ...rest] = keysOf(pointer)
  const moved = section !== undefined && Object.hasOwn(sections, section) ? sections[section] : undefined
  return moved === undefined || rest.length === 0 ? undefined : child("#/components", moved, ...rest)
}

/** A reference to a schema. One to the middle of a path's description becomes a component: that place is built anew. */
export const schemaPointer = (context: Context, pointer: string): string => {
  const keys = keysOf(pointer)
  if (keys[0] === "definitions") return movedPointer(pointer) ?? pointer
  const known = context.strays.get(pointer)
  if (known !== undefined) return child("#/components/schemas", known)
  const definitions = get(context.document, "definitions")
  const base = keys.join("_").replace(/[^\p{L}\p{N}.-]+/gu, "_")
  const isFree = (one: string): boolean => get(definitions, one) === undefined && ![...context.strays.values()].includes(one)
  let name = base
  for (let n = 2; !isFree(name); n++) name = `${base}_${n}`
  context.strays.set(pointer, name)
  return child("#/components/schemas", name)
}
