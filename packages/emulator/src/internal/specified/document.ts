/** An OpenAPI 3.1 document as plain data, and the few ways in which the emulator looks into one. */

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const objectAt = (value: Json | undefined, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined
  return isObject(found) ? found : {}
}

export const listAt = (value: Json | undefined, key: string): ReadonlyArray<Json> => {
  const found = isObject(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

export const textAt = (value: Json | undefined, key: string): string | undefined => {
  const found = isObject(value) ? value[key] : undefined
  return typeof found === "string" ? found : undefined
}

/** A place in a document: what stands there, and its pointer (RFC 6901) as a URI fragment. */
export interface Place {
  readonly value: JsonObject
  readonly pointer: string
}

const escape = (key: string): string => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))

export const below = (place: Place, ...keys: ReadonlyArray<string | number>): Place => {
  const value = keys.reduce<Json | undefined>((at, key) => isObject(at) || Array.isArray(at) ? (at as Record<string, Json>)[key] : undefined, place.value)
  return { value: isObject(value) ? value : {}, pointer: keys.reduce<string>((at, key) => `${at}/${escape(String(key))}`, place.pointer) }
}

/** What a place refers to, if it is a reference: our documents refer to components of their own alone. */
export const resolved = (document: JsonObject, place: Place): Place => {
  const reference = textAt(place.value, "$ref")
  if (reference === undefined) return place
  const keys = reference.split("/").slice(1).map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
  return resolved(document, below({ value: document, pointer: "#" }, ...keys))
}
