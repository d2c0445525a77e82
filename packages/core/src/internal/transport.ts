import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as Stream from "effect/Stream"
import * as Time from "./time.js"
import { MalformedResponseError, TransportError } from "../OAuthError.js"

/** An answer read whole. Its body may be full of tokens: it never leaves the module that asked for it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** Token, JWKS and error bodies are small; a larger one is a fault or an attack. After decompression. */
const maxBodyBytes = 64 * 1024

type Reason = TransportError["reason"]

const reasonByCode: Record<string, Reason> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  ETIMEDOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout"
}

/** Codes after which nothing of the request can have been processed: no connection was made. */
const unsent = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])

/** The peer's certificate was refused: nothing of the request has left. */
const isCertificate = (code: string): boolean =>
  /^(ERR_TLS_CERT|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/.test(code)

/** TLS failed at some point: in the handshake, or on a record that came after the request had gone. */
const isTls = (code: string): boolean => code === "EPROTO" || /^(ERR_TLS|ERR_SSL)/.test(code)

/** All error codes in a cause and what it wraps: fetch wraps undici's error, which may wrap one per address tried. */
const codesOf = (cause: unknown, depth = 0): ReadonlyArray<string> => {
  if (typeof cause !== "object" || cause === null || depth > 5) return []
  const { cause: inner, code, errors } = cause as { code?: unknown; cause?: unknown; errors?: unknown }
  return [
    ...(typeof code === "string" ? [code] : []),
    ...codesOf(inner, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((error) => codesOf(error, depth + 1)) : [])
  ]
}

const kindOf = (code: string): { readonly reason: Reason; readonly unsent: boolean } | undefined =>
  isCertificate(code) || isTls(code)
    ? { reason: "tls", unsent: isCertificate(code) }
    : reasonByCode[code] === undefined
    ? undefined
    : { reason: reasonByCode[code], unsent: unsent.has(code) }

/** What a client's error means. What cannot be told apart counts as a reset after sending: the careful reading. */
export const classify = (
  error: HttpClientError.HttpClientError,
  target: string
): TransportError => {
  const kinds = error._tag === "RequestError" && error.reason === "Transport"
    ? codesOf(error.cause).map(kindOf).filter((kind) => kind !== undefined)
    : []
  const neverBuilt = error._tag === "RequestError" && error.reason !== "Transport"
  // One address refused and another reset: only if all failed before sending was nothing sent.
  const processed = !neverBuilt && (kinds.length === 0 || kinds.some((kind) => !kind.unsent))
  const reason = (kinds.find((kind) => !kind.unsent) ?? kinds[0])?.reason ?? "reset"
  return new TransportError({ reason, mayHaveBeenProcessed: processed, target })
}

const always = () => true

/** Fetch told not to follow redirects, whatever else the program tells it. */
const withManualRedirect = <R>(context: Context.Context<R>): Context.Context<R> => {
  const given = context.unsafeMap.get(FetchHttpClient.RequestInit.key) as RequestInit | undefined
  const unsafeMap = new Map(context.unsafeMap)
  unsafeMap.set(FetchHttpClient.RequestInit.key, { ...given, redirect: "manual" })
  return Context.unsafeMake(unsafeMap)
}

/**
 * No redirect is followed with a credential, no span of the HTTP client's own is made (it would hold URL and headers),
 * and so no trace header goes out either.
 */
const isolate = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  effect.pipe(
    Effect.locally(HttpClient.currentTracerDisabledWhen, always),
    Effect.mapInputContext(withManualRedirect<R>)
  )

/** The same for the fiber that runs, to its end: at a fifth of the cost, for one that does nothing else. */
export const isolateFiber: Effect.Effect<void> = Effect.zipRight(
  FiberRef.set(HttpClient.currentTracerDisabledWhen, always),
  FiberRef.update(FiberRef.currentContext, withManualRedirect)
)

export const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304

const decodeUtf8 = (chunks: ReadonlyArray<Uint8Array>, size: number): string => {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return new TextDecoder().decode(bytes)
}

/**
 * The body as a stream of our own errors. A stream is run by a fiber of its own, whose failure Effect logs: the
 * platform's error would bring the URL, and so what stands in it, into the log.
 */
export const cleanStream = (
  response: HttpClientResponse.HttpClientResponse,
  target: string
): Stream.Stream<Uint8Array, TransportError> =>
  Stream.catchAll(response.stream, (error) =>
    error.reason === "EmptyBody" ? Stream.empty : Stream.fail(classify(error, target)))

/** The body as text, at most `maxBodyBytes` of it. */
export const readBody = (
  response: HttpClientResponse.HttpClientResponse,
  target: string
): Effect.Effect<string, TransportError | MalformedResponseError> =>
  Effect.suspend(() => {
    const chunks: Array<Uint8Array> = []
    let size = 0
    return Stream.runForEach(cleanStream(response, target), (chunk) => {
      size += chunk.byteLength
      if (size > maxBodyBytes) {
        return Effect.fail(new MalformedResponseError({ reason: "size", paths: [], status: response.status, target }))
      }
      chunks.push(chunk)
      return Effect.void
    }).pipe(Effect.map(() => decodeUtf8(chunks, size)))
  })

/** A redirect is not followed. Its body is read all the same, or its connection would be held until it is collected. */
export const refuseRedirect = (
  response: HttpClientResponse.HttpClientResponse,
  target: string
): Effect.Effect<never, TransportError> =>
  Effect.zipRight(
    Effect.ignore(readBody(response, target)),
    Effect.fail(new TransportError({ reason: "redirect", mayHaveBeenProcessed: true, target }))
  )

/** A timer that rings so much too late was not slow: the process stood still. In milliseconds. */
const stoodStill = 1_000

/**
 * The end of a time limit, which counts the time in which the process ran. One that was stopped, or whose machine slept,
 * wakes up with its timers first: an answer that came meanwhile lies in the socket, and a request that was about to leave
 * has just left. It may be about the only copy of a refresh token, so the limit begins anew.
 */
const limit = (timeout: Duration.DurationInput): Effect.Effect<void> =>
  Effect.flatMap(Time.monotonicNow, (start) =>
    Effect.flatMap(Effect.zipRight(Effect.sleep(timeout), Time.monotonicNow), (rang) =>
      rang - start > Time.millis(timeout) + stoodStill ? limit(timeout) : Effect.void))

/** In milliseconds. */
const toNotice = 100

/**
 * A process that stood still has connections that the other side closed meanwhile, and does not know it yet: a request
 * that leaves on one is lost, and nobody can tell whether it was read. It is given a moment to notice.
 */
const notice = (since: number | undefined): Effect.Effect<void> =>
  since === undefined
    ? Effect.void
    : Effect.flatMap(Time.monotonicNow, (now) => now - since > stoodStill ? Effect.sleep(toNotice) : Effect.void)

/** One request and its whole answer within `timeout`; a redirect is an error. `since`: when it was decided to send it. */
export const exchange = (
  client: HttpClient.HttpClient,
  request: HttpClientRequest.HttpClientRequest,
  options: { readonly target: string; readonly timeout: Duration.DurationInput; readonly since?: number | undefined }
): Effect.Effect<Answer, TransportError | MalformedResponseError> =>
  Effect.zipRight(notice(options.since), client.execute(request)).pipe(
    Effect.mapError((error) => classify(error, options.target)),
    Effect.flatMap((response): Effect.Effect<Answer, TransportError | MalformedResponseError> =>
      isRedirect(response.status)
        ? refuseRedirect(response, options.target)
        : Effect.map(readBody(response, options.target), (body) => ({ status: response.status, headers: response.headers, body }))
    ),
    isolate,
    Effect.raceFirst(Effect.interruptible(Effect.zipRight(
      limit(options.timeout),
      new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: options.target })
    )))
  )
