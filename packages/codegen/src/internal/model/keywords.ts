/** What the keywords of a schema say of its type, whatever they say of its values. */
import { at, get, getArray, getObject, getString, isArray, isObject, type Json, type JsonObject, strings } from "../json.js"
import type { Words } from "./Model.js"

const objectKeywords: ReadonlySet<string> = new Set(["properties", "additionalProperties", "patternProperties", "required", "minProperties", "maxProperties", "propertyNames"])
const arrayKeywords: ReadonlySet<string> = new Set(["items", "prefixItems"])

/** Whether an object has some of these keys: it has few itself. */
export const hasAny = (value: JsonObject, keys: ReadonlySet<string>): boolean => {
  for (const key in value) if (keys.has(key)) return true
  return false
}

/** The types that a schema names, or that its keywords are about; `undefined` if any. */
export const typesOf = (schema: JsonObject): ReadonlyArray<string> | undefined => {
  const type = get(schema, "type")
  if (typeof type === "string") return [type]
  if (isArray(type)) return strings(type)
  if (hasAny(schema, objectKeywords)) return ["object"]
  if (hasAny(schema, arrayKeywords)) return ["array"]
  return undefined
}

export const declares = (schema: JsonObject, name: string): boolean => Object.hasOwn(getObject(schema, "properties") ?? {}, name)

/** What holds of properties that a schema does not declare. */
export const additionalOf = (schema: JsonObject): Json | undefined => get(schema, "additionalProperties") ?? get(schema, "unevaluatedProperties")

/** Names that a schema requires, and neither declares nor allows beside what it does: an author's slip, as no value would be valid. */
export const impossibleNames = (schema: JsonObject): ReadonlyArray<string> =>
  additionalOf(schema) === false && get(schema, "patternProperties") === undefined ? strings(get(schema, "required")).filter((name) => !declares(schema, name)) : []

const hasType = (value: Json, type: string): boolean => {
  switch (type) {
    case "null":
      return value === null
    case "array":
      return isArray(value)
    case "object":
      return isObject(value)
    case "integer":
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

/** The values that a schema lists, or its one, and those of them that are of its type. */
export interface List {
  readonly keyword: "enum" | "const"
  readonly values: ReadonlyArray<Json>
  readonly fitting: ReadonlyArray<Json>
}

export const listOf = (schema: JsonObject): List | undefined => {
  const constant = get(schema, "const")
  const values = constant === undefined ? getArray(schema, "enum") : [constant]
  if (values === undefined) return undefined
  const types = typesOf(schema)
  const fitting = types === undefined ? values : values.filter((value) => types.some((type) => hasType(value, type)))
  return { keyword: constant === undefined ? "enum" : "const", values, fitting }
}

/** Nothing can be of both. An enum of null alone is how 3.0 says null. */
export const isOfAnotherType = ({ fitting, values }: List): boolean => fitting.length === 0 && values.some((value) => value !== null)

/** Whether null may be a value: yes where that is not plain to see. */
export const mayBeNull = (schema: Json, document: JsonObject, depth = 0): boolean => {
  if (!isObject(schema)) return schema === true
  const ref = getString(schema, "$ref")
  if (ref !== undefined) return depth > 10 || mayBeNull(at(document, ref) ?? true, document, depth + 1)
  if (get(schema, "nullable") === true || get(schema, "x-nullable") === true) return true
  const list = listOf(schema)
  if (list !== undefined) return list.values.includes(null)
  const types = typesOf(schema)
  return types === undefined ? (getArray(schema, "allOf") ?? []).every((one) => mayBeNull(one, document, depth + 1)) : types.includes("null")
}

/** Whether a branch itself keeps null out. Where only its keywords say of which type it is, the type beside the choice says it. */
const refusesNull = (schema: Json, document: JsonObject, depth = 0): boolean => {
  if (!isObject(schema)) return schema === false
  const ref = getString(schema, "$ref")
  if (ref !== undefined) return depth <= 10 && refusesNull(at(document, ref) ?? true, document, depth + 1)
  return (Object.hasOwn(schema, "type") || listOf(schema) !== undefined) && !mayBeNull(schema, document)
}

/** Null is among the types, and not among the values or the choices beside them. */
export const forgetsNull = (schema: JsonObject, document: JsonObject): boolean => {
  if (!strings(get(schema, "type")).includes("null")) return false
  const list = listOf(schema)
  if (list !== undefined) return !list.values.includes(null)
  return ["oneOf", "anyOf"].some((key) => {
    const branches = getArray(schema, key) ?? []
    return branches.length > 0 && branches.every((one) => refusesNull(one, document))
  })
}

/** Without the properties that are undefined. */
export const defined = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } => {
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(record)) {
    const value = (record as Record<string, unknown>)[key]
    if (value !== undefined) kept[key] = value
  }
  return kept as never
}

export const noWords: Words = {}
const wordKeywords: ReadonlySet<string> = new Set(["summary", "title", "description", "deprecated", "example", "examples", "default", "externalDocs"])

/** What a document says about a thing for people. */
export const wordsOf = (value: JsonObject): Words =>
  !hasAny(value, wordKeywords) ? noWords : defined({
    summary: getString(value, "summary") ?? getString(value, "title"),
    description: getString(value, "description"),
    deprecated: get(value, "deprecated") === true ? true : undefined,
    example: get(value, "example") ?? getArray(value, "examples")?.[0],
    default: get(value, "default"),
    url: getString(getObject(value, "externalDocs"), "url")
  }) as Words
