/** Schemas of arrays and tuples. */
import { child, get, getArray, getNumber, isArray, type JsonObject } from "../json.js"
import { defined, hasAny } from "./keywords.js"
import type { ArrayRules, Node } from "./Model.js"
import { any, readHeld, type Reader, type Site } from "./reader.js"

const arrayKeywords: ReadonlySet<string> = new Set(["minItems", "maxItems", "uniqueItems"])
const noRules: ArrayRules = {}

export const arrayRules = (schema: JsonObject): ArrayRules =>
  !hasAny(schema, arrayKeywords) ? noRules : defined({
    minItems: getNumber(schema, "minItems") || undefined,
    maxItems: getNumber(schema, "maxItems"),
    uniqueItems: get(schema, "uniqueItems") === true ? true : undefined
  })

export const readArray = (reader: Reader, schema: JsonObject, { hint, pointer }: Site): Node => {
  const items = get(schema, "items")
  const prefix = getArray(schema, "prefixItems") ?? (isArray(items) ? items : undefined)
  const itemSite = (key: string | number): Site => ({ pointer: child(pointer, key), hint: `${hint} item`, root: false })
  if (prefix === undefined || prefix.length === 0) {
    const item = items === undefined || isArray(items) ? any : readHeld(reader, items, itemSite("items"))
    return { kind: "array", item, rules: arrayRules(schema) }
  }
  const following = get(schema, "prefixItems") === undefined ? get(schema, "additionalItems") : items
  const { minItems, ...rules } = arrayRules(schema)
  const key = get(schema, "prefixItems") === undefined ? "items" : "prefixItems"
  return {
    kind: "tuple",
    items: prefix.map((one, index) => readHeld(reader, one, { pointer: child(pointer, key, index), hint: `${hint} item${index + 1}`, root: false })),
    required: Math.min(minItems ?? 0, prefix.length),
    rest: following === undefined || following === true ? any : following === false ? false : readHeld(reader, following, itemSite("items")),
    rules: minItems === undefined || minItems <= prefix.length ? rules : { ...rules, minItems }
  }
}
