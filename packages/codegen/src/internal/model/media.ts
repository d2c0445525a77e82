/** Bodies by media type, as far as the wire needs to know. */
import { child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, sortedKeys } from "../json.js"
import { componentName, type Context, member, type Place, resolve } from "./context.js"
import type { Body, Encoding, Media, Node } from "./Model.js"
import { defined, wordsOf } from "./keywords.js"
import { binaryType, essence, kindOf } from "./mediaKind.js"
import type { Schemas } from "./schemas.js"

const readEncoding = (context: Context, schemas: Schemas, one: JsonObject, pointer: string, hint: string): Encoding => {
  const headers = getObject(one, "headers") ?? {}
  const names = Object.keys(headers).filter((name) => name.toLowerCase() !== "content-type").sort()
  return defined({
    contentType: getString(one, "contentType"),
    style: getString(one, "style"),
    explode: get(one, "explode") as boolean | undefined,
    allowReserved: get(one, "allowReserved") as boolean | undefined,
    headers: names.length === 0 ? undefined : Object.fromEntries(names.map((name): [string, Node] => {
      const place = resolve(context, { value: headers[name] as JsonObject, pointer: child(pointer, "headers", name) })
      return [name, schemas.node(get(place.value, "schema") ?? {}, child(place.pointer, "schema"), `${hint} ${name}`)]
    }))
  }) as Encoding
}

/** The types of parts that are bytes of a type. */
const typesOfParts = (context: Context, schema: Place): Readonly<Record<string, string>> => {
  const properties = getObject(resolve(context, schema).value, "properties") ?? {}
  return Object.fromEntries(Object.keys(properties).flatMap((name) => {
    const property = properties[name]
    const type = binaryType(getString(property, "type") === "array" ? get(property, "items") : property)
    return type === undefined ? [] : [[name, type] as const]
  }))
}

const readEncodings = (context: Context, schemas: Schemas, { pointer, value: media }: Place, hint: string): Media["encoding"] => {
  const encodings = getObject(media, "encoding") ?? {}
  const schema = getObject(media, "schema")
  const types = schema === undefined ? {} : typesOfParts(context, { value: schema, pointer: child(pointer, "schema") })
  const declared = Object.keys(encodings).filter((name) => isObject(encodings[name]))
  const names = [...new Set([...declared, ...Object.keys(types)])].sort()
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name): [string, Encoding] => {
    const one = getObject(encodings, name) ?? {}
    const typed = Object.hasOwn(types, name) ? { contentType: types[name]!, ...one } : one
    return [name, readEncoding(context, schemas, typed, child(pointer, "encoding", name), `${hint} ${name}`)]
  }))
}

/** A body of text or bytes is taken as it is; its schema would only say "a string". */
const hasValue = (kind: Media["kind"]): boolean => kind !== "bytes"

const isPlainString = (schema: Json | undefined): boolean =>
  schema === undefined || (getString(schema, "type") === "string" && Object.keys(schema as JsonObject).every((key) => ["type", "example", "examples", "description", "title"].includes(key)))

const rank: Readonly<Record<Media["kind"], number>> = { json: 0, form: 1, multipart: 2, events: 3, lines: 3, text: 4, bytes: 5 }

/** JSON before its variants, and ranges last: the first is what is sent where the caller does not say. */
const preference = (media: string): number => essence(media) === "application/json" ? 0 : media.includes("*") ? 2 : 1

const inOrder = (a: string, b: string): number =>
  rank[kindOf(a)] - rank[kindOf(b)] || preference(a) - preference(b) || (a < b ? -1 : 1)

const mediaTypeForm = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/

export const readContent = (context: Context, schemas: Schemas, holder: Place, hint: string): ReadonlyArray<Media> => {
  const content = getObject(holder.value, "content") ?? {}
  const pointer = child(holder.pointer, "content")
  const medias = sortedKeys(content).filter((media) => {
    if (mediaTypeForm.test(media)) return true
    context.report({ kind: "ignored", pointer: child(pointer, media), reason: "the key is no media type" })
    return false
  })
  return medias.sort(inOrder).map((media, index): Media => {
    const kind = kindOf(media)
    const at = child(pointer, media)
    const value = content[media]
    const schema = get(value, "schema") ?? get(value, "itemSchema")
    const own = index === 0 ? hint : `${hint} ${essence(media).split(/[/+]/).slice(1).join(" ")}`
    const textual = kind === "text" && isPlainString(schema)
    if (kind === "text" && !textual && /xml|yaml/.test(media)) {
      context.report({ kind: "weakened", pointer: at, reason: "XML and YAML are neither read nor written: the body is a text" })
    }
    const node = !hasValue(kind) || schema === undefined || kind === "text" ? undefined : schemas.node(schema, child(at, get(value, "schema") === undefined ? "itemSchema" : "schema"), own)
    return defined({
      media,
      kind,
      node,
      example: kind === "json" ? firstExample(value) : undefined,
      encoding: isObject(value) && (kind === "form" || kind === "multipart") ? readEncodings(context, schemas, { value, pointer: at }, own) : undefined
    }) as Media
  })
}

export const firstExample = (media: Json | undefined): Json | undefined =>
  get(media, "example") ?? get(Object.values(getObject(media, "examples") ?? {})[0], "value") ?? getArray(media, "examples")?.[0]

export const readBody = (context: Context, schemas: Schemas, operation: Place, hint: string): Body | undefined => {
  const from = member(context, operation, "requestBody")
  if (from === undefined) return undefined
  const place = resolve(context, from)
  const content = readContent(context, schemas, place, componentName(place.pointer, "requestBodies") ?? `${hint} body`)
  return content.length === 0 ? undefined : { required: get(place.value, "required") === true, content, words: wordsOf(place.value) }
}
