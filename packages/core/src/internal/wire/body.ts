/** Request bodies (OpenAPI 3.1 section 4.8.13): from the request's `body` to what the HTTP client sends. */
import * as HttpBody from "@effect/platform/HttpBody"
import * as Either from "effect/Either"
import * as Predicate from "effect/Predicate"
import * as Stream from "effect/Stream"
import type { AnySchema, Body, Media } from "../../Operation.js"
import * as Codec from "./codec.js"
import { fileOf, isBlob } from "./files.js"
import * as MediaType from "./mediaType.js"
import * as Multipart from "./multipart.js"
import * as Parameter from "./parameter.js"
import * as Problem from "./problem.js"
import { during } from "./refused.js"
import * as Style from "./style.js"
import { Unwritable } from "./unwritable.js"
import * as Urlencoded from "./urlencoded.js"

type Request = Readonly<Record<string, unknown>>

/** A body as it is sent. */
export interface Written {
  readonly body: HttpBody.HttpBody
  /** Whether it can be sent a second time: a caller's stream is spent by the first. */
  readonly replayable: boolean
}

export interface Writer {
  /** As the document names it, parameters included. */
  readonly media: string
  readonly type: MediaType.MediaType
  readonly write: (value: unknown, contentType: string, request: Request) => Written
}

const once = (body: HttpBody.HttpBody): Written => ({ body, replayable: false })
const again = (body: HttpBody.HttpBody): Written => ({ body, replayable: true })

/** The value that the schema gives, or an account of what is wrong with it. */
const encode = (schema: AnySchema | undefined, value: unknown): unknown => {
  if (schema === undefined) return value
  const encoded = Codec.encoder(schema)(value)
  if (Either.isRight(encoded)) return encoded.right
  const { path, text } = Problem.describe(encoded.left)
  throw new Unwritable(text, path)
}

const toJson = (value: unknown): string => {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch {
    // A cycle, or a bigint.
  }
  if (text === undefined) throw new Unwritable("cannot be written as JSON")
  return text
}

const isStream = (value: unknown): value is Stream.Stream<Uint8Array, unknown> => Predicate.hasProperty(value, Stream.StreamTypeId)

/** A blob can be read as often as need be. */
const blobStream = (blob: Blob): Stream.Stream<Uint8Array, Unwritable> =>
  Stream.fromReadableStream(() => blob.stream() as ReadableStream<Uint8Array>, () => new Unwritable("holds a file that can no longer be read"))

/** Bytes, from wherever they come, sent as they are. */
const asBytes = (value: unknown, contentType: string): Written | undefined => {
  if (isStream(value)) return once(HttpBody.stream(value, contentType))
  const data = fileOf(value)?.data
  if (data === undefined) return undefined
  return again(isBlob(data) ? HttpBody.stream(blobStream(data), contentType, data.size) : HttpBody.uint8Array(data, contentType))
}

const recordOf = (value: unknown): Request => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Request
  throw new Unwritable("must be an object")
}

const json = (schema: AnySchema | undefined): Writer["write"] => (value, contentType) =>
  again(HttpBody.text(toJson(encode(schema, value)), contentType))

const urlencoded = (schema: AnySchema | undefined, encodings: Urlencoded.Encodings): Writer["write"] => (value, contentType) =>
  again(HttpBody.text(Urlencoded.write(recordOf(encode(schema, value)), encodings), contentType))

/** Text, bytes and whatever else is not written here. */
const raw = (schema: AnySchema | undefined): Writer["write"] => (value, contentType) => {
  const bytes = asBytes(value, contentType)
  if (bytes !== undefined) return bytes
  const encoded = encode(schema, value)
  if (typeof encoded === "object" || encoded === undefined) throw new Unwritable("must be text, bytes, a Blob or a stream of bytes")
  return again(HttpBody.text(Style.textOf(encoded), contentType))
}

/** A list as a line for each item; a text or a stream is taken for lines already. */
const lines = (schema: AnySchema | undefined): Writer["write"] => (value, contentType) => {
  const bytes = asBytes(value, contentType)
  if (bytes !== undefined) return bytes
  if (typeof value === "string") return again(HttpBody.text(value, contentType))
  const items: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  return again(HttpBody.text(items.map((item) => `${toJson(encode(schema, item))}\n`).join(""), contentType))
}

/** 128 bits: no part holds them by chance. */
const newBoundary = (): string =>
  `effect-orange-${Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`

const parameterOf = (media: string, boundary: string): string => `${media.split(";")[0]!.trim()}; boundary=${boundary}`

/** The headers of a property's parts, read from the request's `<property>_headers`. */
const partHeaders = (encodings: Urlencoded.Encodings, request: Request) => (property: string): ReadonlyArray<readonly [string, string]> => {
  const declared = Object.hasOwn(encodings, property) ? encodings[property]!.headers : undefined
  const given = request[headersKey(property)]
  if (declared === undefined || given === undefined) return []
  const key = headersKey(property)
  return Object.entries(during(key, () => recordOf(given))).map(([name, value]) =>
    during(`${key}.${name}`, () => {
      if (!Object.hasOwn(declared, name)) throw new Unwritable("is not known")
      return [name, Parameter.inHeader({}, encode(declared[name], value))]
    }))
}

const headersKey = (property: string): string => `${property}_headers`

const multipart = (schema: AnySchema | undefined, encodings: Urlencoded.Encodings): Writer["write"] => (value, media, request) => {
  const parts = Multipart.partsOf(recordOf(encode(schema, value)), encodings, partHeaders(encodings, request))
  const boundary = newBoundary()
  const contentType = parameterOf(media, boundary)
  const pieces = Multipart.write(parts, boundary)
  const bytes = Multipart.joined(pieces)
  return again(
    bytes !== undefined
      ? HttpBody.uint8Array(bytes, contentType)
      : HttpBody.stream(
        Stream.flatMap(Stream.fromIterable(pieces), (piece) => isBlob(piece) ? blobStream(piece) : Stream.succeed(piece)),
        contentType,
        Multipart.sizeOf(pieces)
      )
  )
}

const writeOf = (kind: MediaType.Kind, media: Exclude<Media, { readonly json: AnySchema }>): Writer["write"] => {
  switch (kind) {
    case "json":
      return json(media.schema)
    case "form":
      return urlencoded(media.schema, media.encoding ?? {})
    case "multipart":
      return multipart(media.schema, media.encoding ?? {})
    case "lines":
    case "sequence":
      return lines(media.schema)
    default:
      return raw(media.schema)
  }
}

/** A range is written as what it is narrowed to. */
const compileMedia = (given: Media): Writer => {
  const media = "json" in given ? { media: "application/json", schema: given.json } : given
  const type = MediaType.parse(media.media)
  const write: Writer["write"] = MediaType.isRange(type.essence)
    ? (value, contentType, request) => writeOf(MediaType.kindOf(MediaType.parse(contentType).essence), media)(value, contentType, request)
    : writeOf(MediaType.kindOf(type.essence), media)
  return { media: media.media, type, write }
}

export interface Compiled {
  readonly required: boolean
  readonly writers: ReadonlyArray<Writer>
  /** Whether the request's `contentType` says how the body is sent; elsewhere a parameter may be called so. */
  readonly isChoice: boolean
  /** The request's properties beside `body` that say how it is sent. */
  readonly keys: ReadonlyArray<string>
}

export const compile = (body: Body): Compiled => {
  const content = MediaType.declaredIn(body)
  const writers = content.map(compileMedia)
  const isChoice = writers.length > 1 || writers.some(({ type }) => MediaType.isRange(type.essence))
  const withHeaders = content.flatMap((media) =>
    "json" in media ? [] : Object.entries(media.encoding ?? {}).filter(([, one]) => one.headers !== undefined).map(([name]) => headersKey(name)))
  return { required: body.required === true, writers, isChoice, keys: [...(isChoice ? ["contentType"] : []), ...withHeaders] }
}

/** What a body of a type that the document leaves open is: what it says of itself, else what its value looks like. */
const narrowed = (essence: string, value: unknown): string => {
  const own = fileOf(value)?.contentType
  if (own !== undefined && MediaType.covers(essence, MediaType.parse(own).essence)) return own
  if (fileOf(value) !== undefined || isStream(value)) return "application/octet-stream"
  if (typeof value === "string" && MediaType.covers(essence, "text/plain")) return "text/plain"
  return MediaType.covers(essence, "application/json") ? "application/json" : "application/octet-stream"
}

const find = ({ writers }: Compiled, contentType: string): Writer => {
  const found = writers.find(({ media }) => media === contentType) ?? MediaType.best(writers, MediaType.parse(contentType))
  if (found === undefined) throw new Unwritable(`is none of ${writers.map(({ media }) => media).join(", ")}`)
  return found
}

/** The writer for the request's content type, the first by default. */
export const choose = (compiled: Compiled, { contentType }: Request): Writer => {
  if (contentType === undefined || !compiled.isChoice) return compiled.writers[0]!
  if (typeof contentType !== "string") throw new Unwritable("must be a string")
  return find(compiled, Parameter.inHeader({}, contentType))
}

export const write = (writer: Writer, request: Request): Written => {
  const { body, contentType } = request
  const media = !MediaType.isRange(writer.type.essence)
    ? writer.media
    : typeof contentType === "string"
    ? contentType
    : narrowed(writer.type.essence, body)
  return writer.write(body, media, request)
}
