/** JSON values and pointers into them (RFC 6901). */

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is ReadonlyArray<Json> => Array.isArray(value)

/** An own property: `constructor` and the like are names as any other. */
export const get = (value: Json | undefined, key: string): Json | undefined => {
  if (!isObject(value)) return undefined
  // Most keywords are absent from most schemas: that is told without asking whose property it is.
  const found = value[key]
  return found !== undefined && Object.hasOwn(value, key) ? found : undefined
}

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

const escapeKey = (key: string): string => key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key

/** One more step of a pointer, such as `#/paths` and `/shops` to `#/paths/~1shops`. */
export const child = (pointer: string, ...keys: ReadonlyArray<string | number>): string => {
  let at = pointer
  for (const key of keys) at += `/${typeof key === "number" ? key : escapeKey(key)}`
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
  return pointer.includes("%") || pointer.includes("~") ? keys.map((key) => decodePercent(key).replaceAll("~1", "/").replaceAll("~0", "~")) : keys
}

/** What stands at the end of keys. */
export const valueAt = (document: Json, keys: ReadonlyArray<string>): Json | undefined => {
  let value: Json | undefined = document
  for (const key of keys) value = isArray(value) ? (/^\d+$/.test(key) ? value[Number(key)] : undefined) : get(value, key)
  return value
}

/** What a local pointer (`#/…`) points at. */
export const at = (document: Json, pointer: string): Json | undefined => valueAt(document, keysOf(pointer))

const areSorted = (keys: ReadonlyArray<string>): boolean => {
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return false
  return true
}

/** The keys of an object in their order as texts. Those of a canonical document mostly have it, and sorting costs. */
export const sortedKeys = (value: object): ReadonlyArray<string> => {
  const keys = Object.keys(value)
  return areSorted(keys) ? keys : keys.sort()
}

/** Own keys put in place without meaning, `__proto__` among them. */
const setOwn = (target: Record<string, Json>, key: string, value: Json): void => {
  if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}

const canonicalList = (list: ReadonlyArray<Json>): ReadonlyArray<Json> => {
  let copy: Array<Json> | undefined
  for (let i = 0; i < list.length; i++) {
    const one = canonical(list[i]!)
    if (one !== list[i]) (copy ??= [...list])[i] = one
  }
  return copy ?? list
}

const canonicalObject = (source: JsonObject): JsonObject => {
  const keys = Object.keys(source)
  let copy: Record<string, Json> | undefined = areSorted(keys) ? undefined : {}
  for (const key of copy === undefined ? keys : keys.sort()) {
    const one = canonical(source[key]!)
    if (copy === undefined && one !== source[key]) copy = { ...source }
    if (copy !== undefined) setOwn(copy, key, one)
  }
  return copy ?? source
}

/** The value with its keys sorted: what the order of keys in a file must not change. What has that order is not copied. */
export const canonical = (value: Json): Json => isArray(value) ? canonicalList(value) : isObject(value) ? canonicalObject(value) : value

export const canonicalText = (value: Json): string => JSON.stringify(canonical(value))

export const equal = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b))
