/** JSON values and pointers into them (RFC 6901). */

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is ReadonlyArray<Json> => Array.isArray(value)

/** An own property: `constructor` and the like are names as any other. */
export const get = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

export const getString = (value: Json | undefined, key: string): string | undefined => {
  const found = get(value, key)
  return typeof found === "string" ? found : undefined
}

export const getNumber = (value: Json | undefined, key: string): number | undefined => {
  const found = get(value, key)
  return typeof found === "number" ? found : undefined
}

export const getObject = (value: Json | undefined, key: string): JsonObject | undefined => {
  const found = get(value, key)
  return isObject(found) ? found : undefined
}

export const getArray = (value: Json | undefined, key: string): ReadonlyArray<Json> | undefined => {
  const found = get(value, key)
  return isArray(found) ? found : undefined
}

export const strings = (value: Json | undefined): ReadonlyArray<string> =>
  isArray(value) ? value.filter((one) => typeof one === "string") : []

/** An object without some of its properties. */
export const omit = (value: JsonObject, keys: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)))

/** One more step of a pointer, such as `#/paths` and `/shops` to `#/paths/~1shops`. */
export const child = (pointer: string, ...keys: ReadonlyArray<string | number>): string => {
  let at = pointer
  for (const key of keys) at += `/${typeof key === "number" || !/[~/]/.test(key) ? key : key.replaceAll("~", "~0").replaceAll("/", "~1")}`
  return at
}

const decodePercent = (text: string): string => {
  if (!text.includes("%")) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The keys of a pointer in its URI fragment form. */
export const keysOf = (pointer: string): ReadonlyArray<string> => {
  const keys = pointer.split("/").slice(1)
  return /[%~]/.test(pointer) ? keys.map((key) => decodePercent(key).replaceAll("~1", "/").replaceAll("~0", "~")) : keys
}

/** What a local pointer (`#/…`) points at. */
export const at = (document: Json, pointer: string): Json | undefined =>
  keysOf(pointer).reduce<Json | undefined>(
    (value, key) => isArray(value) ? (/^\d+$/.test(key) ? value[Number(key)] : undefined) : get(value, key),
    document
  )

/** Own keys put in place without meaning, `__proto__` among them. */
const setOwn = (target: Record<string, Json>, key: string, value: Json): void => {
  if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}

/** The same value with its keys sorted: what the order of keys in a file must not change. */
export const canonical = (value: Json): Json => {
  if (typeof value !== "object" || value === null) return value
  if (isArray(value)) return value.map(canonical)
  const source = value as JsonObject
  const sorted: Record<string, Json> = {}
  for (const key of Object.keys(source).sort()) setOwn(sorted, key, canonical(source[key]!))
  return sorted
}

export const equal = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(canonical(a)) === JSON.stringify(canonical(b)))
