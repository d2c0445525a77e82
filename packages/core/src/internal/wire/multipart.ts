/**
 * Bodies in `multipart/form-data` (RFC 7578; OpenAPI 3.1 section 4.8.15.4). Written here and not by the platform's
 * `FormData`, which knows neither the headers of a part nor a type for a part that is no file: it would name every part
 * in JSON a file.
 */
import type { Encoding } from "../../Operation.js"
import { type File, fileOf, isBlob } from "./files.js"
import * as MediaType from "./mediaType.js"
import * as Parameter from "./parameter.js"
import * as Style from "./style.js"
import type { Encodings } from "./urlencoded.js"
import * as Urlencoded from "./urlencoded.js"

export interface Part {
  readonly name: string
  readonly filename?: string | undefined
  readonly contentType?: string | undefined
  readonly headers: ReadonlyArray<readonly [string, string]>
  readonly data: Uint8Array | Blob | string
}

const escapes: Record<string, string> = { "\"": "%22", "\r": "%0D", "\n": "%0A" }

/** As HTML's forms write names; RFC 7578 section 4.2 leaves it open, servers read this. */
const quoted = (text: string): string => `"${text.replace(/["\r\n]/g, (char) => escapes[char]!)}"`

const headOf = ({ contentType, filename, headers, name }: Part): string =>
  [
    `Content-Disposition: form-data; name=${quoted(name)}${filename === undefined ? "" : `; filename=${quoted(filename)}`}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...headers.map(([header, value]) => `${header}: ${value}`)
  ].join("\r\n")

/** The first type of the document's list that is one, if it is not a range. */
const typeIn = (contentType: string | undefined): string | undefined => {
  const first = contentType?.split(",")[0]?.trim()
  return first === undefined || MediaType.isRange(first) ? undefined : first
}

const filePart = (name: string, file: File, type: string | undefined): Omit<Part, "headers"> => ({
  name,
  filename: file.filename ?? name,
  contentType: Parameter.inHeader({}, file.contentType ?? typeIn(type) ?? "application/octet-stream"),
  data: file.data
})

/** The defaults of OpenAPI 3.1 section 4.8.15.1.1: an object is JSON, a primitive is plain text, which needs no type. */
const valuePart = (name: string, value: unknown, type: string | undefined): Omit<Part, "headers"> => {
  const declared = typeIn(type)
  const contentType = declared ?? (typeof value === "object" ? "application/json" : undefined)
  const isJson = contentType !== undefined && MediaType.kindOf(MediaType.parse(contentType).essence) === "json"
  return { name, contentType, data: isJson ? JSON.stringify(value) : Style.textOf(value) }
}

const plain: Style.PairEncoding = { name: (text) => text, value: (text) => text }

/** A property as a query parameter would be written, without the encoding of URLs. */
const styledParts = (name: string, value: unknown, one: Encoding): ReadonlyArray<Omit<Part, "headers">> => {
  const style = one.style ?? "form"
  return Style.pairs(style, Style.explodes(style, one.explode), name, value, plain).map(([field, data]) => ({ name: field, data }))
}

/** One part for each item of a list (RFC 7578 section 4.3), all with the property's name. */
const fieldParts = (name: string, value: unknown, one: Encoding | undefined): ReadonlyArray<Omit<Part, "headers">> => {
  if (value === undefined || value === null) return []
  const items: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  const files = items.map(fileOf)
  if (Urlencoded.hasStyle(one) && files.every((file) => file === undefined)) return styledParts(name, value, one!)
  return items.map((item, i) => files[i] === undefined ? valuePart(name, item, one?.contentType) : filePart(name, files[i], one?.contentType))
}

export const partsOf = (
  body: Readonly<Record<string, unknown>>,
  encodings: Encodings,
  headersOf: (property: string) => ReadonlyArray<readonly [string, string]>
): ReadonlyArray<Part> =>
  Object.entries(body).flatMap(([name, value]) => {
    const headers = headersOf(name)
    return fieldParts(name, value, Object.hasOwn(encodings, name) ? encodings[name] : undefined).map((part) => ({ ...part, headers }))
  })

const encoder = new TextEncoder()

/** The body in pieces: blobs stay blobs, so that a large file is not held in memory. */
export const write = (parts: ReadonlyArray<Part>, boundary: string): ReadonlyArray<Uint8Array | Blob> => [
  ...parts.flatMap((part) => [
    encoder.encode(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    typeof part.data === "string" ? encoder.encode(part.data) : part.data,
    encoder.encode("\r\n")
  ]),
  encoder.encode(`--${boundary}--\r\n`)
]

export const sizeOf = (pieces: ReadonlyArray<Uint8Array | Blob>): number =>
  pieces.reduce((sum, piece) => sum + (isBlob(piece) ? piece.size : piece.byteLength), 0)

/** All pieces as one, if none is a blob. */
export const joined = (pieces: ReadonlyArray<Uint8Array | Blob>): Uint8Array | undefined => {
  const bytes = new Uint8Array(sizeOf(pieces))
  let offset = 0
  for (const piece of pieces) {
    if (isBlob(piece)) return undefined
    bytes.set(piece, offset)
    offset += piece.byteLength
  }
  return bytes
}
