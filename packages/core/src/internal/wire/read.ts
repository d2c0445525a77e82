/** Answers, read: the effects round `answer.ts`. */
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import { MalformedResponseError, type TransportError } from "../../OAuthError.js"
import { Failed } from "../apiCall.js"
import * as Transport from "../transport.js"
import * as Answer from "./answer.js"
import * as EventStream from "./eventStream.js"
import * as JsonLines from "./jsonLines.js"
import * as MediaType from "./mediaType.js"

type Response = HttpClientResponse.HttpClientResponse

/** Whose answer it is, for its errors. */
export interface Origin {
  readonly operation: string
}

/** The longest body that is held whole, and the longest event or line. */
const maxHeld = 64 * 1024 * 1024

export const malformed = ({ paths, reason }: Pick<MalformedResponseError, "paths" | "reason">, response: Pick<Response, "status" | "headers">, { operation }: Origin) =>
  new MalformedResponseError({
    reason,
    paths,
    status: response.status,
    target: operation,
    requestId: response.headers["x-oapi-request-id"]
  })

const tooLarge = { reason: "size", paths: [] } as const

/** What nobody wants is read all the same, or its connection would be held until it is collected. */
const discard = (response: Response, { operation }: Origin): Effect.Effect<void> => Effect.ignore(Transport.readBody(response, operation))

const isDeclaredLarge = (headers: Response["headers"]): boolean => Number(headers["content-length"] ?? 0) > maxHeld

const refuse = (reason: Pick<MalformedResponseError, "paths" | "reason">, response: Response, origin: Origin): Effect.Effect<never, Failed> =>
  Effect.zipRight(discard(response, origin), Effect.fail(new Failed(malformed(reason, response, origin))))

const held = <A>(
  read: Effect.Effect<A, unknown>,
  sizeOf: (body: A) => number,
  decode: (body: A) => Either.Either<unknown, Pick<MalformedResponseError, "paths" | "reason">>,
  response: Response,
  origin: Origin
): Effect.Effect<unknown, Failed> =>
  Effect.matchEffect(read, {
    onFailure: (error) => Effect.fail(new Failed(Transport.classify(error as never, origin.operation))),
    onSuccess: (body) => {
      const decoded = sizeOf(body) > maxHeld ? Either.left(tooLarge) : decode(body)
      return Either.isRight(decoded)
        ? Effect.succeed(decoded.right)
        : Effect.fail(new Failed(malformed(decoded.left, response, origin)))
    }
  })

const whole = (reading: Answer.Reading, response: Response, origin: Origin): Effect.Effect<unknown, Failed> =>
  reading.kind === "bytes" || reading.kind === "multipart"
    ? held(response.arrayBuffer, (body) => body.byteLength, (body) => Either.right(new Uint8Array(body)), response, origin)
    : held(response.text, (body) => body.length, (body) => Answer.decodeBody(reading, body), response, origin)

const readBody = (answer: Answer.Compiled, response: Response, origin: Origin): Effect.Effect<unknown, Failed> => {
  // Read once: a client may make its headers anew each time.
  const { headers } = response
  const reading = Answer.choose(answer, headers["content-type"])
  if (reading === undefined) return refuse({ reason: "json", paths: [] }, response, origin)
  if (MediaType.isStream(reading.kind)) return Effect.succeed(items(reading, response, origin))
  return isDeclaredLarge(headers) ? refuse(tooLarge, response, origin) : whole(reading, response, origin)
}

/** The value of a success. */
export const value = (answer: Answer.Compiled, method: string, response: Response, origin: Origin): Effect.Effect<unknown, Failed> => {
  if (Answer.isBodiless(method, response.status)) return Effect.succeed(undefined)
  return answer.contents.length === 0 ? Effect.as(discard(response, origin), undefined) : readBody(answer, response, origin)
}

type Items<A> = Stream.Stream<A, TransportError | MalformedResponseError>

/** The body as it comes. It may go on for as long as it likes. */
export const bytes = (method: string, response: Response, { operation }: Origin): Stream.Stream<Uint8Array, TransportError> =>
  Answer.isBodiless(method, response.status) ? Stream.empty : Transport.cleanStream(response, operation)

const decodeItems = <A, B>(
  texts: Items<A>,
  decode: (item: A) => Either.Either<B, Pick<MalformedResponseError, "paths" | "reason">>,
  response: Response,
  origin: Origin
): Items<B> =>
  Stream.mapEffect(texts, (item) => Either.mapLeft(decode(item), (reason) => malformed(reason, response, origin)))

/** What a parser makes of chunks, as long as nothing grows without end. */
const parsed = <A>(
  response: Response,
  origin: Origin,
  parser: { readonly push: (chunk: Uint8Array) => ReadonlyArray<A>; readonly pending: () => number }
): Items<A> =>
  Transport.cleanStream(response, origin.operation).pipe(
    Stream.mapEffect((chunk): Effect.Effect<ReadonlyArray<A>, MalformedResponseError> => {
      const found = parser.push(chunk)
      return parser.pending() > maxHeld ? Effect.fail(malformed(tooLarge, response, origin)) : Effect.succeed(found)
    }),
    Stream.mapConcat((found) => found)
  )

const lines = (kind: "lines" | "sequence", reading: Answer.Reading, response: Response, origin: Origin): Items<unknown> =>
  Stream.suspend(() => {
    const parser = JsonLines.make(kind)
    const texts = Stream.concat(parsed(response, origin, parser), Stream.suspend(() => Stream.fromIterable(parser.end())))
    return decodeItems(texts, (text) => Answer.decodeItem(reading, text), response, origin)
  })

/** An end that many APIs send in place of an event of JSON; no JSON is written so. */
const isEnd = ({ data }: EventStream.RawEvent): boolean => data === "[DONE]"

/** The events of one connection, each with its data decoded. */
const events = (
  reading: Answer.Reading,
  response: Response,
  origin: Origin,
  parser: EventStream.Parser
): Items<{ readonly id?: string; readonly event?: string; readonly data: unknown }> => {
  const raw = parsed(response, origin, parser)
  return decodeItems(
    reading.isText ? raw : Stream.takeWhile(raw, (event) => !isEnd(event)),
    ({ data, event, id }) =>
      Either.map(Answer.decodeItem(reading, data), (decoded) => ({
        ...(id === undefined ? {} : { id }),
        ...(event === undefined ? {} : { event }),
        data: decoded
      })),
    response,
    origin
  )
}

/** The items of a stream: events, or what lines of JSON hold. */
const items = (reading: Answer.Reading, response: Response, origin: Origin): Items<unknown> =>
  reading.kind === "events"
    ? Stream.suspend(() => events(reading, response, origin, EventStream.make()))
    : lines(reading.kind === "sequence" ? "sequence" : "lines", reading, response, origin)

/** A success as a stream of items, with what it takes to go on after a loss. */
export interface Streamed {
  readonly items: Items<unknown>
  /** Of server-sent events only. */
  readonly parser: EventStream.Parser | undefined
}

export const noItems: Streamed = { items: Stream.empty, parser: undefined }

export const streamed = (answer: Answer.Compiled, method: string, response: Response, origin: Origin): Effect.Effect<Streamed, Failed> => {
  if (Answer.isBodiless(method, response.status)) return Effect.succeed(noItems)
  const reading = Answer.choose(answer, response.headers["content-type"])
  if (reading === undefined || !MediaType.isStream(reading.kind)) return refuse({ reason: "json", paths: [] }, response, origin)
  if (reading.kind !== "events") return Effect.succeed({ items: items(reading, response, origin), parser: undefined })
  const parser = EventStream.make()
  return Effect.succeed({ items: events(reading, response, origin, parser), parser })
}
