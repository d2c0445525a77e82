/** `allOf`: one schema in place of its parts where there is one, else the parts together. */
import { at, child, get, getArray, getString, isObject, type Json, type JsonObject, omit } from "../json.js"
import { constrains, merge } from "./merge.js"
import type { Node } from "./Model.js"
import type { Reader, Site } from "./reader.js"

/** Deeper than this an `allOf` stays what it is: schemas that extend each other's properties would go on for ever. */
const deepestMerge = 3

const choiceKeys = new Set(["discriminator", "oneOf", "anyOf"])

/** A schema as those that extend it see it: without the choice of which they are a part. */
const baseOf = (reader: Reader, target: JsonObject, pointer: string, seen: ReadonlySet<string>): JsonObject =>
  omit(target, reader.discriminators.choices.get(pointer)?.members.some(([, one]) => seen.has(one)) === true ? choiceKeys : new Set(["discriminator"]))

/** A member of an `allOf`, its references replaced by what they lead to. */
export const flatten = (reader: Reader, schema: Json, pointer: string, seen: ReadonlySet<string>): ReadonlyArray<JsonObject> => {
  if (schema === true) return []
  if (!isObject(schema)) return [{ not: {} }]
  const ref = getString(schema, "$ref")
  if (ref !== undefined) {
    if (seen.has(ref)) {
      reader.weaken(pointer, "the schema extends itself; that part is left out")
      return []
    }
    const target = at(reader.context.document, ref)
    const followed = target === undefined ? [] : flatten(reader, isObject(target) ? baseOf(reader, target, ref, seen) : target, ref, new Set([...seen, ref]))
    const siblings = reader.context.is30 ? {} : omit(schema, new Set(["$ref"]))
    return constrains(siblings) ? [...followed, ...flatten(reader, siblings, pointer, seen)] : followed
  }
  const members = getArray(schema, "allOf")
  const own = omit(schema, new Set(["allOf"]))
  return [
    ...(members ?? []).flatMap((one, index) => flatten(reader, one, child(pointer, "allOf", index), seen)),
    ...(members === undefined || Object.keys(own).length > 0 ? [own] : [])
  ]
}

const isClosedAmong = (parts: ReadonlyArray<JsonObject>): boolean =>
  parts.some((one) => get(one, "additionalProperties") === false) && parts.some((one) => get(one, "properties") !== undefined && get(one, "additionalProperties") !== false)

export const readAllOf = (reader: Reader, schema: JsonObject, site: Site): Node => {
  const members = getArray(schema, "allOf") ?? []
  const own = omit(schema, new Set(["allOf"]))
  const telling = members.filter((one) => !isObject(one) || constrains(one))
  const extended = site.root ? getString(telling[0], "$ref") : undefined
  const isChild = extended !== undefined && reader.discriminators.choices.has(extended)
  if (telling.length === 1 && !constrains(own) && !isChild) return reader.read(telling[0]!, { ...site, pointer: child(site.pointer, "allOf", members.indexOf(telling[0]!)) })
  const parts = flatten(reader, schema, site.pointer, new Set([site.pointer])).filter(constrains)
  if (isClosedAmong(parts)) {
    reader.weaken(site.pointer, "additionalProperties: false in one part of an allOf would forbid the properties of the others; it is taken for its own part only")
  }
  const merged = reader.mergeDepth() < deepestMerge
    ? parts.reduce<JsonObject | undefined>((whole, part) => whole === undefined ? undefined : merge(whole, part), {})
    : undefined
  if (merged !== undefined) return reader.deeper(() => reader.read(withoutTrivialAllOf(merged), site))
  return reader.hoist({
    kind: "all",
    members: telling.map((one, index) => reader.read(one, { pointer: child(site.pointer, "allOf", index), hint: `${site.hint} part${index + 1}`, root: false }))
      .concat(constrains(own) ? [reader.read(own, { ...site, root: false, pointer: child(site.pointer, "own"), hint: `${site.hint} own` })] : [])
  }, site)
}

/** What merging two properties left as an `allOf` is read in its own time. */
const withoutTrivialAllOf = (schema: JsonObject): JsonObject =>
  getArray(schema, "allOf")?.length === 0 ? omit(schema, new Set(["allOf"])) : schema
