/** `allOf`: one schema in place of its parts where there is one, else the parts together. */
import { at, child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, omit } from "../json.js"
import { resolve } from "./context.js"
import { constrains, merge, mergeTypes } from "./merge.js"
import type { Node } from "./Model.js"
import type { Reader, Site } from "./reader.js"

/** Deeper than this an `allOf` stays what it is: schemas that extend each other's properties would go on for ever. */
const deepestMerge = 3

const choiceKeys = new Set(["discriminator", "oneOf", "anyOf"])

/** A schema as those that extend it see it: without the choice of which they are a part. */
const baseOf = (reader: Reader, target: JsonObject, pointer: string, seen: ReadonlySet<string>): JsonObject =>
  omit(target, reader.discriminators.choices.get(pointer)?.members.some(([, one]) => seen.has(one)) === true ? choiceKeys : new Set(["discriminator"]))

/** A member as the schema at this place extends it: a base that stands for its children would else lead back here. */
const extendedBy = (reader: Reader, member: Json, place: string): Json => {
  const ref = getString(member, "$ref")
  const target = ref === undefined ? undefined : at(reader.context.document, ref)
  return isObject(target) && reader.discriminators.choices.has(ref!) ? baseOf(reader, target, ref!, new Set([place])) : member
}

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

/** What a schema's type is, behind references. */
const typeOf = (reader: Reader, schema: Json | undefined): Json | undefined =>
  isObject(schema) ? get(resolve(reader.context, { value: schema, pointer: "#" }).value, "type") : undefined

/** Whether what a part says of undeclared properties could never hold of those that another part declares. */
const isBrokenBy = (reader: Reader, part: JsonObject, other: JsonObject): boolean => {
  const rest = typeOf(reader, get(part, "additionalProperties"))
  return typeof rest === "string" && Object.entries(getObject(other, "properties") ?? {}).some(([name, one]) => {
    const type = typeOf(reader, one)
    return typeof type === "string" && get(get(part, "properties"), name) === undefined && mergeTypes(rest, type) === undefined
  })
}

const mergeAll = (parts: ReadonlyArray<JsonObject>): JsonObject | undefined =>
  parts.reduce<JsonObject | undefined>((whole, part) => whole === undefined ? undefined : merge(whole, part), {})

/** The parts as one. Of undeclared properties each speaks where it stands, unless it speaks against what another declares. */
const merged = (reader: Reader, parts: ReadonlyArray<JsonObject>, { pointer }: Site): JsonObject | undefined => {
  const broken = parts.filter((one) => parts.some((other) => isBrokenBy(reader, one, other)))
  if (broken.length === 0) return mergeAll(parts)
  reader.weaken(pointer, "additionalProperties in one part of an allOf would forbid the properties of the others; it is taken for what no part declares")
  const rest = mergeAll(broken.map((one) => ({ additionalProperties: get(one, "additionalProperties")! })))
  const whole = mergeAll(parts.map((one) => broken.includes(one) ? omit(one, new Set(["additionalProperties"])) : one))
  return whole === undefined || rest === undefined ? undefined : { ...rest, ...whole }
}

/** Null that a branch allows and says nothing more, as tools write it that put `nullable` beside no type: for the whole. */
const isNullAlone = (branch: Json): boolean => isObject(branch) && get(branch, "nullable") === true && !constrains(omit(branch, new Set(["nullable"])))

/** A schema with `nullable` where it means something (OpenAPI 3.0.3 section 4.7.24). */
export const withNullAbove = (schema: JsonObject): JsonObject => {
  const members = getArray(schema, "allOf") ?? []
  const others = members.filter((one) => !isNullAlone(one))
  return others.length === members.length || others.length === 0 ? schema : { ...schema, nullable: true, allOf: others }
}

export const readAllOf = (reader: Reader, schema: JsonObject, site: Site): Node => {
  const members = getArray(schema, "allOf") ?? []
  const above = withNullAbove(schema)
  if (above !== schema) {
    reader.weaken(child(site.pointer, "allOf", members.findIndex(isNullAlone)), "nullable alone says nothing in an allOf; null is taken for the whole")
    return reader.read(above, site)
  }
  const own = omit(schema, new Set(["allOf"]))
  const telling = members.filter((one) => !isObject(one) || constrains(one))
  const extended = site.root ? getString(telling[0], "$ref") : undefined
  const isChild = extended !== undefined && reader.discriminators.choices.has(extended)
  if (telling.length === 1 && !constrains(own) && !isChild) return reader.read(telling[0]!, { ...site, pointer: child(site.pointer, "allOf", members.indexOf(telling[0]!)) })
  const parts = flatten(reader, schema, site.pointer, new Set([site.pointer])).filter(constrains)
  if (isClosedAmong(parts)) {
    reader.weaken(site.pointer, "additionalProperties: false in one part of an allOf would forbid the properties of the others; it is taken for its own part only")
  }
  const whole = reader.mergeDepth() < deepestMerge ? merged(reader, parts, site) : undefined
  if (whole !== undefined) return reader.deeper(() => reader.read(withoutTrivialAllOf(whole), site))
  return reader.hoist({
    kind: "all",
    members: telling.map((one, index) => reader.read(isChild ? extendedBy(reader, one, site.pointer) : one, { pointer: child(site.pointer, "allOf", index), hint: `${site.hint} part${index + 1}`, root: false }))
      .concat(constrains(own) ? [reader.read(own, { ...site, root: false, pointer: child(site.pointer, "own"), hint: `${site.hint} own` })] : [])
  }, site)
}

/** What merging two properties left as an `allOf` is read in its own time. */
const withoutTrivialAllOf = (schema: JsonObject): JsonObject =>
  getArray(schema, "allOf")?.length === 0 ? omit(schema, new Set(["allOf"])) : schema
