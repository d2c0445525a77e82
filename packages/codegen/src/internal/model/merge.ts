/** One schema in place of an `allOf`: what holds of a value where all of its members hold. */
import { equal, get, isArray, isObject, type Json, type JsonObject, omit, strings } from "../json.js"
import { isOfAnotherType, listOf } from "./keywords.js"

/** Keywords that say nothing about which values are valid. The later schema, which is nearer to the reader, has its say. */
const annotations: ReadonlySet<string> = new Set([
  "title", "description", "summary", "default", "example", "examples", "externalDocs", "deprecated", "xml", "$comment", "$schema", "$id", "$anchor"
])

const isAnnotation = (key: string): boolean => annotations.has(key) || key.startsWith("x-")

/** Of a property, they say where it is; of values they say nothing. */
const accesses: ReadonlySet<string> = new Set(["readOnly", "writeOnly"])

/** What a schema says of the values. */
export const withoutWords = (schema: JsonObject): JsonObject => omit(schema, new Set(Object.keys(schema).filter(isAnnotation)))

/** Whether a schema says anything about the values. */
export const constrains = (schema: JsonObject): boolean => Object.keys(schema).some((key) => !isAnnotation(key) && !accesses.has(key))

type Combine = (a: Json, b: Json) => Json | undefined

const both: Combine = (a, b) => equal(a, b) ? a : { allOf: [a, b] }
const same: Combine = (a, b) => equal(a, b) ? a : undefined
const either: Combine = (a, b) => a === true || b === true
const atLeast: Combine = (a, b) => typeof a === "number" && typeof b === "number" ? Math.max(a, b) : same(a, b)
const atMost: Combine = (a, b) => typeof a === "number" && typeof b === "number" ? Math.min(a, b) : same(a, b)

export const mergeTypes: Combine = (a, b) => {
  const [left, right] = [a, b].map((one) => typeof one === "string" ? [one] : strings(one)) as [Array<string>, Array<string>]
  const common = left.filter((one) => right.includes(one) || (one === "integer" && right.includes("number")))
  const all = common.concat(right.filter((one) => one === "integer" && left.includes("number") && !common.includes("integer")))
  return all.length === 0 ? undefined : all.length === 1 ? all[0] : all
}

const mergeEnums: Combine = (a, b) => {
  if (!isArray(a) || !isArray(b)) return undefined
  const common = a.filter((one) => b.some((other) => equal(one, other)))
  return common.length === 0 ? undefined : common
}

const mergeMaps = (combine: Combine): Combine => (a, b) => {
  if (!isObject(a) || !isObject(b)) return undefined
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  const pairs = keys.map((key): readonly [string, Json | undefined] => {
    const [left, right] = [get(a, key), get(b, key)]
    return [key, left === undefined ? right : right === undefined ? left : combine(left, right)]
  })
  return pairs.every((pair): pair is readonly [string, Json] => pair[1] !== undefined) ? Object.fromEntries(pairs) : undefined
}

/** `false` on one side only concerned that side's own properties, as documents are written; the report says so. */
const mergeAdditional: Combine = (a, b) => isObject(a) && isObject(b) ? both(a, b) : isObject(a) ? a : isObject(b) ? b : !(a === false && b === false)

/** How two values of one keyword become one; `undefined` where they cannot. */
const combiners: Readonly<Record<string, Combine>> = {
  type: mergeTypes,
  enum: mergeEnums,
  properties: mergeMaps(both),
  patternProperties: mergeMaps(both),
  required: (a, b) => [...new Set([...strings(a), ...strings(b)])].sort(),
  additionalProperties: mergeAdditional,
  items: both,
  nullable: (a, b) => a === true && b === true,
  readOnly: either,
  writeOnly: either,
  uniqueItems: either,
  minLength: atLeast,
  minItems: atLeast,
  minProperties: atLeast,
  minimum: atLeast,
  maxLength: atMost,
  maxItems: atMost,
  maxProperties: atMost,
  maximum: atMost
}

/** `nullable: false`, or none, forbids the other side's null. */
const dropLoneNullable = (schema: JsonObject, other: JsonObject): JsonObject =>
  schema["nullable"] === true && other["nullable"] !== true && "type" in other
    ? Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "nullable"))
    : schema

/** Keywords that speak of what another keyword beside them leaves over; from another schema that would be something else. */
const speaksOfTheRest = (a: JsonObject, b: JsonObject): boolean =>
  (get(a, "prefixItems") !== undefined && get(b, "items") !== undefined && get(b, "prefixItems") === undefined) ||
  (isObject(get(a, "additionalProperties")) && Object.keys(get(b, "properties") ?? {}).some((name) => get(get(a, "properties"), name) === undefined))

/** A list of another type than the schema's, or a constant that its enum does not list. */
const isSlip = (schema: JsonObject): boolean => {
  const list = listOf(schema)
  const values = get(schema, "enum")
  return list !== undefined && (isOfAnotherType(list) || (list.keyword === "const" && isArray(values) && !values.some((one) => equal(one, list.values[0]))))
}

/** In one schema that is taken for a slip of its author, which two schemas that contradict each other are not. */
const contradicts = (merged: JsonObject, parts: ReadonlyArray<JsonObject>): boolean => isSlip(merged) && !parts.some(isSlip)

/** Both at once, as one schema without `allOf`; `undefined` where that cannot be written. */
export const merge = (first: JsonObject, second: JsonObject): JsonObject | undefined => {
  if (speaksOfTheRest(first, second) || speaksOfTheRest(second, first)) return undefined
  const a = dropLoneNullable(first, second)
  const b = dropLoneNullable(second, first)
  const merged: Record<string, Json> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const present = get(a, key)
    if (present === undefined || isAnnotation(key)) {
      merged[key] = value
      continue
    }
    const combined = Object.hasOwn(combiners, key) ? combiners[key]!(present, value) : same(present, value)
    if (combined === undefined) return undefined
    merged[key] = combined
  }
  return contradicts(merged, [a, b]) ? undefined : merged
}
