/** The emulator as an `HttpClient`: no socket, no thread, the caller's clock. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Chunk from "effect/Chunk"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { PlainRequest, PlainResponse } from "../Message.js"
import { encodeUtf8 } from "./bytes.js"
import { type Engine, handle, type Outcome } from "./engine.js"

type Request = HttpClientRequest.HttpClientRequest

const transportError = (request: Request, code: string): HttpClientError.RequestError =>
  new HttpClientError.RequestError({
    request,
    reason: "Transport",
    cause: Object.assign(new Error(code), { code })
  })

const encodeError = (request: Request, cause: unknown): HttpClientError.RequestError =>
  new HttpClientError.RequestError({ request, reason: "Encode", cause })

interface Body {
  readonly bytes: Uint8Array
  readonly contentType?: string | undefined
}

const concat = (chunks: Chunk.Chunk<Uint8Array>): Uint8Array => {
  const whole = new Uint8Array(Chunk.reduce(chunks, 0, (length, chunk) => length + chunk.length))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** What fetch would send for a value, its content type (a form's boundary) included. */
const readWeb = (request: Request, body: unknown): Effect.Effect<Body, HttpClientError.RequestError> =>
  Effect.tryPromise({
    try: async () => {
      const web = new Response(body as ConstructorParameters<typeof Response>[0])
      return { bytes: new Uint8Array(await web.arrayBuffer()), contentType: web.headers.get("content-type") ?? undefined }
    },
    catch: (cause) => encodeError(request, cause)
  })

const readBody = (request: Request): Effect.Effect<Body, HttpClientError.RequestError> => {
  const body = request.body
  switch (body._tag) {
    case "Empty":
      return Effect.succeed({ bytes: new Uint8Array() })
    case "Uint8Array":
      return Effect.succeed({ bytes: body.body, contentType: body.contentType })
    case "Raw":
      return typeof body.body === "string"
        ? Effect.succeed({ bytes: encodeUtf8(body.body), contentType: body.contentType })
        : readWeb(request, body.body)
    case "FormData":
      return readWeb(request, body.formData)
    case "Stream":
      return Stream.runCollect(body.stream).pipe(
        Effect.map((chunks) => ({ bytes: concat(chunks), contentType: body.contentType })),
        Effect.mapError((cause) => encodeError(request, cause))
      )
  }
}

const plain = (request: Request, url: URL, body: Body): PlainRequest => ({
  method: request.method,
  target: url.pathname + url.search,
  headers: {
    host: url.host,
    ...(body.contentType === undefined ? {} : { "content-type": body.contentType }),
    ...request.headers
  },
  body: body.bytes
})

const toHeaders = (response: PlainResponse): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) {
    for (const one of typeof value === "string" ? [value] : value) headers.append(name, one)
  }
  return headers
}

const hasNoBody = (request: Request, status: number): boolean =>
  request.method === "HEAD" || status === 204 || status === 304

const toWeb = (request: Request, outcome: Exclude<Outcome, { readonly _tag: "Reset" }>): Response => {
  const { response } = outcome
  const text = outcome._tag === "Cut" ? response.body.slice(0, Math.ceil(response.body.length / 2)) : response.body
  const init = { status: response.status, headers: toHeaders(response) }
  return new Response(hasNoBody(request, response.status) ? null : text, init)
}

/** Answers for the engine's own origin; any other is refused, so that nothing leaves the process unnoticed. */
const make = (engine: Engine): HttpClient.HttpClient =>
  HttpClient.make((request, url) => {
    if (url.origin !== engine.state.settings.baseUrl) return Effect.fail(transportError(request, "ECONNREFUSED"))
    return readBody(request).pipe(
      Effect.flatMap((body) => handle(engine, plain(request, url, body))),
      Effect.flatMap((outcome) =>
        outcome._tag === "Reset"
          ? Effect.fail(transportError(request, "ECONNRESET"))
          : Effect.succeed(HttpClientResponse.fromWeb(request, toWeb(request, outcome)))
      )
    )
  })

export const memoryClient = (engine: Engine): Context.Context<HttpClient.HttpClient> =>
  Context.make(HttpClient.HttpClient, make(engine))
