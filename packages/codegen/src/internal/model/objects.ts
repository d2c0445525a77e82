/** Schemas of objects and maps. */
import { at, child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, sortedKeys, strings } from "../json.js"
import { additionalOf, hasAny, impossibleNames, noWords, wordsOf } from "./keywords.js"
import type { Node, ObjectNode, Property } from "./Model.js"
import { any, readHeld, type Reader, type Site } from "./reader.js"
import { patternAt } from "./scalars.js"

const mostAsked = 100

/** What a schema says of itself, else a part of it, the last one first, or what it refers to. Each is asked once. */
const said = (reader: Reader, schema: Json | undefined, own: (schema: JsonObject) => Json | undefined, asked = new Set<Json>()): Json | undefined => {
  if (!isObject(schema) || asked.has(schema) || asked.size > mostAsked) return undefined
  asked.add(schema)
  const here = own(schema)
  if (here !== undefined) return here
  const ref = getString(schema, "$ref")
  const parts = [...(ref === undefined ? [] : [at(reader.context.document, ref)]), ...(getArray(schema, "allOf") ?? [])]
  return parts.reduceRight<Json | undefined>((found, part) => found === undefined ? said(reader, part, own, asked) : found, undefined)
}

const defaultOf = (reader: Reader, schema: JsonObject): Json | undefined => said(reader, schema, (one) => get(one, "default"))

/** True where any of them says so (JSON Schema validation section 9.4). */
const flagOf = (reader: Reader, schema: JsonObject, key: "readOnly" | "writeOnly"): boolean =>
  said(reader, schema, (one) => get(one, key) === true ? true : undefined) === true

/** Keywords that say of a property more than which values it may have. */
const propertyKeywords: ReadonlySet<string> = new Set(["$ref", "allOf", "default", "readOnly", "writeOnly"])

const readProperty = (reader: Reader, schema: Json, name: string, required: boolean, { hint, pointer }: Site): Property => {
  const at = child(pointer, "properties", name)
  const node = reader.read(schema, { pointer: at, hint: `${hint} ${name}`, root: false })
  const words = isObject(schema) ? wordsOf(schema) : noWords
  if (!isObject(schema) || !hasAny(schema, propertyKeywords)) return { name, node, required, readOnly: false, writeOnly: false, words }
  const value = required ? undefined : defaultOf(reader, schema)
  return {
    name,
    node,
    required,
    readOnly: flagOf(reader, schema, "readOnly"),
    writeOnly: flagOf(reader, schema, "writeOnly"),
    ...(value === undefined ? {} : { fill: value }),
    words
  }
}

/** Names that are required, but for those that no value may have. */
const requiredOf = (reader: Reader, schema: JsonObject, { pointer }: Site): ReadonlySet<string> => {
  const required = new Set(strings(get(schema, "required")))
  for (const name of impossibleNames(schema)) {
    required.delete(name)
    reader.weaken(child(pointer, "required"), `${JSON.stringify(name)} is required, and neither declared nor allowed beside what is; it is not required`)
  }
  return required
}

export const readObject = (reader: Reader, schema: JsonObject, site: Site): Node => {
  const declared = getObject(schema, "properties") ?? {}
  const additional = additionalOf(schema)
  const required = requiredOf(reader, schema, site)
  const undeclared = [...required].filter((name) => !Object.hasOwn(declared, name))
  const names = undeclared.length === 0 ? sortedKeys(declared) : [...Object.keys(declared), ...undeclared].sort()
  // What is required and not declared is one of the additional properties.
  const properties = names.map((name) => readProperty(reader, get(declared, name) ?? additional ?? {}, name, required.has(name), site))
  const patternsHere = getObject(schema, "patternProperties") ?? {}
  const patterns = sortedKeys(patternsHere).flatMap((pattern): ReadonlyArray<readonly [string, Node]> => {
    const translated = patternAt(reader, pattern, child(site.pointer, "patternProperties"))
    return translated === undefined
      ? []
      : [[translated, reader.read(patternsHere[pattern]!, { pointer: child(site.pointer, "patternProperties", pattern), hint: `${site.hint} value`, root: false })]]
  })
  const rest = additional === undefined ? (properties.length === 0 && patterns.length === 0 ? any : undefined) : additional === false
    ? false
    : readHeld(reader, additional, { pointer: child(site.pointer, "additionalProperties"), hint: `${site.hint} value`, root: false })
  const node: ObjectNode = { kind: "object", properties, rest, patterns }
  const isMap = properties.length === 0 && patterns.length === 0 && rest !== false && rest !== undefined
  return isMap ? node : reader.hoist(node, site)
}
