/**
 * The document's types by someone who knows nothing of our schemas: openapi-typescript, from a copy without what it is
 * known to misread.
 */
import { at, get, getArray, getString, isArray, isObject, type Json, type JsonObject, omit, strings } from "../json.js"
import { isOfAnotherType, listOf } from "../model/keywords.js"
import { annotations } from "../model/merge.js"

const isAssertionOnly = (schema: Json): boolean =>
  isObject(schema) && Object.keys(schema).every((key) => ["required", "not", "description", "title"].includes(key))

const saysNothing = (schema: Json): boolean => isObject(schema) && Object.keys(schema).every((key) => annotations.has(key) || key.startsWith("x-"))

/** What a schema requires, be it in a branch of its allOf or behind a reference. */
const requiredBy = (schema: Json | undefined, document: JsonObject, seen: ReadonlySet<Json> = new Set()): ReadonlyArray<string> => {
  if (!isObject(schema) || seen.has(schema)) return []
  const further = new Set(seen).add(schema)
  const ref = getString(schema, "$ref")
  const others = [...(ref === undefined ? [] : [at(document, ref)]), ...(getArray(schema, "allOf") ?? [])]
  return [...strings(get(schema, "required")), ...others.flatMap((one) => requiredBy(one, document, further))]
}

/**
 * openapi-typescript forgets a name that is required where it is not declared: beside other properties, or in one branch
 * of an allOf and declared in the next. It hands down to the branches what stands beside an allOf.
 */
const spellRequired = (schema: JsonObject, document: JsonObject): JsonObject => {
  if (getArray(schema, "allOf") !== undefined) {
    const required = [...new Set(requiredBy(schema, document))]
    return required.length === 0 ? schema : { ...schema, required }
  }
  const properties = get(schema, "properties")
  if (!isObject(properties)) return schema
  const undeclared = strings(get(schema, "required")).filter((name) => get(properties, name) === undefined)
  return undeclared.length === 0 ? schema : { ...schema, properties: { ...properties, ...Object.fromEntries(undeclared.map((name) => [name, {}])) } }
}

/**
 * The copy that openapi-typescript reads. It turns a reference to a discriminated base into `Omit<…>`, a choice of
 * required-only branches into `unknown` (which would hide every holder), and an allOf branch of words alone likewise. It
 * takes an enum for what it lists, whatever the type beside it.
 */
const prepare = (value: Json, document: JsonObject): Json => {
  if (isArray(value)) return value.map((one) => prepare(one, document))
  if (!isObject(value)) return value
  const choice = (key: string): boolean => getArray(value, key)?.every(isAssertionOnly) === true
  const list = listOf(value)
  const dropped = new Set([
    ...(isObject(get(value, "discriminator")) ? ["discriminator"] : []),
    ...["anyOf", "oneOf"].filter(choice),
    ...(list !== undefined && isOfAnotherType(list) ? [list.keyword] : [])
  ])
  const kept = spellRequired(omit(value, dropped), document)
  const telling = getArray(kept, "allOf")?.filter((one) => !saysNothing(one)) ?? []
  return Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, prepare(key === "allOf" && telling.length > 0 ? telling : one, document)]))
}

const options = { immutable: true, defaultNonNullable: false, emptyObjectsUnknown: true, silent: true } as const

export const wireTypes = async (document: JsonObject): Promise<string> => {
  const { astToString, default: openapiTS } = await import("openapi-typescript")
  return astToString(await openapiTS(prepare(document, document) as never, options))
}
