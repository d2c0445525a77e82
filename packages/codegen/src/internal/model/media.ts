/** Bodies by media type, as far as the wire needs to know. */
import { child, get, getArray, getObject, getString, isObject, type Json, type JsonObject } from "../json.js"
import { type Context, type Place, resolve } from "./context.js"
import type { Encoding, Media, Node } from "./Model.js"
import { defined } from "./keywords.js"
import type { Schemas } from "./schemas.js"

const essence = (media: string): string => media.split(";")[0]!.trim().toLowerCase()

const kindOf = (media: string): Media["kind"] => {
  const type = essence(media)
  if (type === "application/json" || type.endsWith("+json") || type === "text/json") return "json"
  if (type === "application/x-www-form-urlencoded") return "form"
  if (type.startsWith("multipart/")) return "multipart"
  if (type === "text/event-stream") return "events"
  if (["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/json-lines", "application/json-seq"].includes(type)) return "lines"
  if (type.startsWith("text/") || type === "application/xml" || type.endsWith("+xml") || type === "application/yaml" || type === "application/x-yaml") return "text"
  return "bytes"
}

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

const readEncodings = (context: Context, schemas: Schemas, media: JsonObject, pointer: string, hint: string) => {
  const encodings = getObject(media, "encoding")
  if (encodings === undefined) return undefined
  const names = Object.keys(encodings).filter((name) => isObject(encodings[name])).sort()
  return Object.fromEntries(names.map((name) =>
    [name, readEncoding(context, schemas, encodings[name] as JsonObject, child(pointer, "encoding", name), `${hint} ${name}`)]))
}

/** A body of text or bytes is taken as it is; its schema would only say "a string". */
const hasValue = (kind: Media["kind"]): boolean => kind !== "bytes"

const isPlainString = (schema: Json | undefined): boolean =>
  schema === undefined || (getString(schema, "type") === "string" && Object.keys(schema as JsonObject).every((key) => ["type", "example", "examples", "description", "title"].includes(key)))

const rank: Readonly<Record<Media["kind"], number>> = { json: 0, form: 1, multipart: 2, events: 3, lines: 3, text: 4, bytes: 5 }

const mediaTypeForm = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/

export const readContent = (context: Context, schemas: Schemas, holder: Place, hint: string): ReadonlyArray<Media> => {
  const content = getObject(holder.value, "content") ?? {}
  const pointer = child(holder.pointer, "content")
  const medias = Object.keys(content).sort().filter((media) => {
    if (mediaTypeForm.test(media)) return true
    context.report({ kind: "ignored", pointer: child(pointer, media), reason: "the key is no media type" })
    return false
  })
  const preferred = medias.sort((a, b) => rank[kindOf(a)] - rank[kindOf(b)] || (a < b ? -1 : 1))
  return preferred.map((media, index): Media => {
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
      encoding: isObject(value) && (kind === "form" || kind === "multipart") ? readEncodings(context, schemas, value, at, own) : undefined
    }) as Media
  })
}

export const firstExample = (media: Json | undefined): Json | undefined =>
  get(media, "example") ?? get(Object.values(getObject(media, "examples") ?? {})[0], "value") ?? getArray(media, "examples")?.[0]
