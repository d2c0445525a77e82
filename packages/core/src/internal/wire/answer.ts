/**
 * Which declared answer an answer is, and what its body decodes to (OpenAPI 3.1 sections 4.8.16 and 4.8.17). Reading the
 * body is its caller's.
 */
import * as Either from "effect/Either"
import type * as ParseResult from "effect/ParseResult"
import type { Answer, Header, Media, Operation } from "../../Operation.js"
import { Lru } from "../lru.js"
import * as Codec from "./codec.js"
import * as MediaType from "./mediaType.js"
import * as Problem from "./problem.js"
import * as Urlencoded from "./urlencoded.js"

/** A media type that an answer may have. */
interface Content {
  readonly type: MediaType.MediaType
  readonly media: string
  /** Of the value, or of each item of a stream. */
  readonly decode: Codec.Parse | undefined
  /** Server-sent events whose data is text. */
  readonly isText: boolean
}

/** A declared answer. */
export interface Compiled {
  readonly contents: ReadonlyArray<Content>
  readonly headers: { readonly [name: string]: Header } | undefined
  /** Readings by the content type that a server named: it names few. */
  readonly known: Lru<string, { readonly reading: Reading | undefined }>
}

/** How a body is read, once its type is known. */
export interface Reading {
  readonly kind: MediaType.Kind
  readonly decode: Codec.Parse | undefined
  readonly isText: boolean
}

/** What is wrong with a body: it is not JSON, or of another shape. */
export interface Malformed {
  readonly reason: "json" | "schema"
  readonly paths: ReadonlyArray<string>
}

const notJson: Malformed = { reason: "json", paths: [] }

/** Paths are dotted. One fault of the whole is told as `(root)`. */
const ofIssue = (issue: ParseResult.ParseIssue): Malformed => {
  const { path } = Problem.describe(issue)
  return { reason: "schema", paths: [path.length === 0 ? "(root)" : path.join(".")] }
}

const compileContent = (given: Media, isStrict: boolean): Content => {
  const media = "json" in given ? { media: "application/json", schema: given.json } : given
  return {
    type: MediaType.parse(media.media),
    media: media.media,
    decode: media.schema === undefined ? undefined : lazily(() => Codec.decoder(media.schema!, isStrict)),
    isText: "text" in media && media.text === true
  }
}

/** Compiled when the first such answer comes: an operation's errors may never do. */
const lazily = (make: () => Codec.Parse): Codec.Parse => {
  let parse: Codec.Parse | undefined
  return (value) => (parse ??= make())(value)
}

export const compile = (answer: Answer, isStrict: boolean): Compiled => ({
  contents: MediaType.declaredIn(answer).map((media) => compileContent(media, isStrict)),
  headers: answer !== null && "content" in answer ? answer.headers : undefined,
  known: new Lru(16)
})

type Responses = Operation<never, unknown, unknown>["responses"]

/** The declaration for a status: itself, its range, or `default` (OpenAPI 3.1 section 4.8.16.2). */
export const keyFor = (responses: Responses, status: number): string | undefined => {
  const range = Math.floor(status / 100)
  return [String(status), `${range}XX`, `${range}xx`, "default"].find((key) => Object.hasOwn(responses, key))
}

const isSuccessKey = (key: string): boolean => key.startsWith("2")

/**
 * The declaration that makes a 2xx a success. `default` is one only where nothing else is: beside a declared success it
 * stands for errors (the example of OpenAPI 3.1 section 4.8.16.3).
 */
export const successKey = (responses: Responses, status: number): string | undefined => {
  const key = keyFor(responses, status)
  return key === "default" && Object.keys(responses).some(isSuccessKey) ? undefined : key
}

const asReading = ({ decode, isText }: Content, kind: MediaType.Kind): Reading => ({ kind, decode, isText })

const jsonOf = (contents: ReadonlyArray<Content>): ReadonlyArray<Content> =>
  contents.filter(({ type }) => MediaType.kindOf(type.essence) === "json")

/** The kind of a declared range where nothing says what came: JSON, if there is a schema to read it with. */
const kindOf = ({ decode, type }: Content): MediaType.Kind =>
  MediaType.isRange(type.essence) && decode !== undefined ? "json" : MediaType.kindOf(type.essence)

/** Servers that name no type, or call JSON plain text, where one type of JSON is all that is declared. */
const assumed = (contents: ReadonlyArray<Content>, actual: MediaType.MediaType | undefined): Reading | undefined => {
  if (actual === undefined && contents.length === 1) return asReading(contents[0]!, kindOf(contents[0]!))
  const json = jsonOf(contents)
  if (json.length !== 1) return undefined
  const isVague = actual === undefined || actual.essence === "text/plain" || MediaType.kindOf(actual.essence) === "json"
  return isVague ? asReading(json[0]!, "json") : undefined
}

const read = (contents: ReadonlyArray<Content>, contentType: string): Reading | undefined => {
  const actual = contentType.trim() === "" ? undefined : MediaType.parse(contentType)
  const found = actual === undefined ? undefined : MediaType.best(contents, actual)
  if (found === undefined) return assumed(contents, actual)
  return asReading(found, MediaType.kindOf(MediaType.isRange(found.type.essence) ? actual!.essence : found.type.essence))
}

/** How a body of this type is read, if the declaration has it. */
export const choose = ({ contents, known }: Compiled, contentType = ""): Reading | undefined =>
  known.getOrMake(contentType, () => ({ reading: read(contents, contentType) })).reading

/** 204, 205 and what answers a HEAD have no body, whatever is declared (RFC 9110 sections 9.3.2, 15.3.5 and 15.3.6). */
export const isBodiless = (method: string, status: number): boolean => method === "HEAD" || status === 204 || status === 205

const decodeWith = (decode: Codec.Parse | undefined, value: unknown): Either.Either<unknown, Malformed> => {
  if (decode === undefined) return Either.right(value)
  try {
    const decoded = decode(value)
    return Either.isRight(decoded) ? Either.right(decoded.right) : Either.left(ofIssue(decoded.left))
  } catch (error) {
    // A value nested so deep that no schema can follow it.
    if (error instanceof RangeError) return Either.left({ reason: "schema", paths: ["(root)"] })
    throw error
  }
}

const parseJson = (text: string): Either.Either<unknown, Malformed> => {
  try {
    return Either.right(JSON.parse(text) as unknown)
  } catch {
    return Either.left(notJson)
  }
}

/** Text for a schema that wants a number, a boolean, a list or an object: each reading in turn, text first. */
export const decodeText = (decode: Codec.Parse | undefined, readings: ReadonlyArray<unknown>): Either.Either<unknown, Malformed> => {
  const first = decodeWith(decode, readings[0])
  if (Either.isRight(first)) return first
  for (const reading of readings.slice(1)) {
    const other = decodeWith(decode, reading)
    if (Either.isRight(other)) return other
  }
  return first
}

const asJson = (text: string): ReadonlyArray<unknown> => {
  const parsed = parseJson(text)
  return Either.isRight(parsed) ? [parsed.right] : []
}

/** What a body read as text decodes to. */
export const decodeBody = ({ decode, kind }: Reading, text: string): Either.Either<unknown, Malformed> => {
  switch (kind) {
    case "json":
      return Either.flatMap(parseJson(text), (value) => decodeWith(decode, value))
    case "form":
      return decodeWith(decode, Urlencoded.read(text))
    case "text":
      return decodeText(decode, [text, ...(decode === undefined ? [] : asJson(text))])
    default:
      return Either.right(new TextEncoder().encode(text))
  }
}

/** What an item of a stream decodes to: a line, or an event's data. */
export const decodeItem = ({ decode, isText }: Reading, text: string): Either.Either<unknown, Malformed> =>
  isText ? decodeText(decode, [text, ...(decode === undefined ? [] : asJson(text))]) : Either.flatMap(parseJson(text), (value) => decodeWith(decode, value))
