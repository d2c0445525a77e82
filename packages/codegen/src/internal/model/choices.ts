/** `oneOf`, `anyOf`, discriminators and null: schemas that leave a choice. */
import { at, canonicalText, child, equal, get, getArray, getString, isObject, type Json, type JsonObject, omit } from "../json.js"
import { flatten, readAllOf } from "./allOf.js"
import { assertion, checked } from "./assertions.js"
import { type Choice, inlineChoice } from "./discriminators.js"
import { forgetsNull, mayBeNull } from "./keywords.js"
import { constrains, merge, withoutWords } from "./merge.js"
import type { Node, Scalar } from "./Model.js"
import { any, apart, never, nullNode, type Reader, type Site } from "./reader.js"

/** The combinations of a schema with a choice that are written out before it is kept as two parts. */
const maxCombinations = 64

/** The object of a base schema alone, apart from its children. */
const ownSchema = (reader: Reader, pointer: string): JsonObject => omit(at(reader.context.document, pointer) as JsonObject, new Set(["discriminator"]))

/** Members that only tell valid from invalid, such as `{ required: [a] }`: rules, not types. */
export const isAssertion = (schema: Json): boolean =>
  isObject(schema) && Object.keys(schema).every((key) => key === "required" || key === "not" || key === "description" || key === "title")

const compositionKeys = new Set(["oneOf", "anyOf", "discriminator"])

export const taggedOf = (reader: Reader, choice: Choice, site: Site): Node | undefined => {
  const members = choice.members.map(([value, pointer]) =>
    [value, pointer === site.pointer ? reader.read(ownSchema(reader, pointer), { pointer: `${pointer}/own`, hint: `${site.hint} base`, root: false }) : reader.reference(pointer, site)] as const)
  return members.length === 0 ? undefined : reader.hoist({ kind: "tagged", property: choice.property, members }, site)
}

const distribute = (reader: Reader, siblings: JsonObject, members: ReadonlyArray<Json>, pointer: string): ReadonlyArray<Json> | undefined => {
  if (members.length > maxCombinations) return undefined
  const combined = members.map((one) =>
    flatten(reader, one, pointer, new Set()).concat([siblings]).reduce<JsonObject | undefined>((whole, part) => whole === undefined ? undefined : merge(whole, part), {}))
  return combined.every((one) => one !== undefined) ? combined : undefined
}

const nullKeywords = new Set(["type", "enum", "const"])

/** `{ type: "null" }` and its like, and nothing else. */
const isNull = (schema: Json): boolean =>
  isObject(schema) && (get(schema, "type") === "null" || equal(get(schema, "enum"), [null]) || get(schema, "const") === null) &&
  !constrains(omit(schema, nullKeywords))

const sameNode = (a: Node, b: Node): boolean => JSON.stringify(a) === JSON.stringify(b)

const shortEnum = (reader: Reader, values: ReadonlyArray<Scalar>, site: Site): Node => {
  const node: Node = { kind: "literals", values, open: false }
  return values.length > 5 ? reader.hoist(node, site) : node
}

export const unionOf = (reader: Reader, mode: "anyOf" | "oneOf", nodes: ReadonlyArray<Node>, site: Site): Node => {
  const members = nodes.filter((one) => one.kind !== "never").filter((one, index, all) => mode === "oneOf" || all.findIndex((other) => sameNode(one, other)) === index)
  if (members.some((one) => one.kind === "any") && mode === "anyOf") return any
  if (members.length < 2) return members[0] ?? never
  if (members.every((one) => one.kind === "literals" && !one.open)) {
    const values = members.flatMap((one) => one.kind === "literals" ? one.values : [])
    if (new Set(values).size === values.length) return shortEnum(reader, values, site)
  }
  const node: Node = { kind: "union", mode, members }
  return members.every((one) => ["text", "number", "boolean", "null", "literals"].includes(one.kind)) ? node : reader.hoist(node, site)
}

export const nullable = (node: Node): Node => {
  if (node.kind === "any" || node.kind === "null") return node
  if (node.kind === "never") return nullNode
  if (node.kind === "literals" && !node.open) return node.values.includes(null) ? node : { ...node, values: [...node.values, null] }
  if (node.kind === "union" && node.members.some((one) => one.kind === "null")) return node
  return { kind: "union", mode: "anyOf", members: [node, nullNode] }
}

/** Where the schemas of a choice stand, each at its first place: words make no other schema. */
export const firstPlaces = (members: ReadonlyArray<Json>): ReadonlyArray<number> => {
  const textOf = (one: Json): string => canonicalText(isObject(one) ? withoutWords(one) : one)
  const places = new Map<string, number>()
  members.forEach((one, index) => {
    const text = textOf(one)
    if (!places.has(text)) places.set(text, index)
  })
  return [...places.values()]
}

/** Of a oneOf that lists a schema twice none of its values would be valid: it is taken once. */
const placesOf = (reader: Reader, mode: "anyOf" | "oneOf", members: ReadonlyArray<Json>, { pointer }: Site): ReadonlyArray<number> => {
  if (mode === "anyOf") return members.map((_, index) => index)
  const places = firstPlaces(members)
  const first = new Set(places)
  for (const index of members.keys()) {
    if (!first.has(index)) reader.weaken(child(pointer, mode, index), "is in the oneOf twice, and no value is of exactly one of two that are the same; it is taken once")
  }
  return places
}

export const readComposition = (reader: Reader, schema: JsonObject, site: Site): Node => {
  if (forgetsNull(schema, reader.context.document)) reader.context.report({ kind: "ignored", pointer: child(site.pointer, "type"), reason: "null is none of the choices beside it; null is not taken" })
  const mode = get(schema, "oneOf") !== undefined ? "oneOf" : "anyOf"
  const listed = getArray(schema, mode) ?? []
  const places = placesOf(reader, mode, listed, site)
  const members = places.map((place) => listed[place]!)
  const siblings = omit(schema, compositionKeys)
  const other = mode === "oneOf" ? getArray(schema, "anyOf") : undefined
  if (other !== undefined) return readAllOf(reader, { allOf: [{ oneOf: members }, { ...siblings, anyOf: other }] }, site)
  if (members.length === 0 || (members.length === 1 && isObject(members[0]) && !constrains(members[0]))) return reader.read(siblings, site)
  if (members.every(isAssertion)) {
    const base = reader.read(siblings, site)
    return checked(reader, base, { [mode]: members.map((one, index) => assertion(reader, one, child(site.pointer, mode, places[index]!))) }, site)
  }
  const withoutNull = members.filter((one) => !isNull(one))
  // Of oneOf, exactly one member may be null.
  const onlyOnce = mode === "anyOf" || (withoutNull.length === members.length - 1 && !withoutNull.some((one) => mayBeNull(one, reader.context.document)))
  if (withoutNull.length < members.length && onlyOnce && !constrains(siblings)) {
    return nullable(reader.read(withoutNull.length === 0 ? { type: "null" } : { ...omit(schema, new Set([mode])), [mode]: withoutNull }, apart(site)))
  }
  const choice = (site.root ? reader.discriminators.choices.get(site.pointer) : undefined) ?? inlineChoice(reader.context, schema, site.pointer, reader.discriminators.tags)
  if (choice !== undefined && !constrains(siblings)) {
    const tagged = taggedOf(reader, choice, site)
    if (tagged !== undefined) return tagged
  }
  const combined = constrains(siblings) ? distribute(reader, siblings, members, site.pointer) : members
  if (combined === undefined) {
    return reader.hoist({
      kind: "all",
      members: [
        reader.read(siblings, { ...site, root: false, pointer: child(site.pointer, "own"), hint: `${site.hint} own` }),
        reader.read({ [mode]: members }, { ...site, root: false, pointer: child(site.pointer, "choice"), hint: `${site.hint} choice` })
      ]
    }, site)
  }
  const nodes = combined.map((one, index) =>
    reader.read(one, { pointer: child(site.pointer, mode, places[index]!), hint: `${site.hint} ${getString(one, "title") ?? `option${places[index]! + 1}`}`, root: false }))
  return unionOf(reader, mode, nodes, site)
}
