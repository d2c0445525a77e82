import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as UrlParams from "@effect/platform/UrlParams"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Stream from "effect/Stream"

type ResponseError = HttpClientError.ResponseError

/** What may be known of the request, and how long its body may take. */
export interface Outline {
  readonly method: HttpClientRequest.HttpClientRequest["method"]
  readonly url: string
  readonly timeout: Duration.DurationInput
}

/**
 * A response as it is given to callers. Its request is an outline, without bearer, body, path values or query: a platform
 * error carries request and response, and prints both. A text that was read within the call's time limit is held, anything else is read later
 * within a limit of its own.
 */
export class SafeResponse extends Inspectable.Class implements HttpClientResponse.HttpClientResponse {
  readonly #original: HttpClientResponse.HttpClientResponse
  readonly #held: string | undefined
  readonly #outline: Outline

  constructor(original: HttpClientResponse.HttpClientResponse, held: string | undefined, outline: Outline) {
    super()
    this.#original = original
    this.#held = held
    this.#outline = outline
  }

  get [HttpClientResponse.TypeId](): HttpClientResponse.TypeId {
    return HttpClientResponse.TypeId
  }
  get [HttpIncomingMessage.TypeId](): HttpIncomingMessage.TypeId {
    return HttpIncomingMessage.TypeId
  }
  get request(): HttpClientRequest.HttpClientRequest {
    return HttpClientRequest.modify(HttpClientRequest.get(this.#outline.url), { method: this.#outline.method })
  }
  get status() {
    return this.#original.status
  }
  get headers() {
    return this.#original.headers
  }
  get cookies() {
    return this.#original.cookies
  }
  get remoteAddress() {
    return this.#original.remoteAddress
  }

  private clean(error: Pick<ResponseError, "reason">): ResponseError {
    return new HttpClientError.ResponseError({ request: this.request, response: this, reason: error.reason })
  }

  private late<A>(read: Effect.Effect<A, ResponseError>): Effect.Effect<A, ResponseError> {
    return Effect.timeoutFail(Effect.mapError(read, (error) => this.clean(error)), {
      duration: this.#outline.timeout,
      onTimeout: () => this.clean({ reason: "Decode" })
    })
  }

  private parse<A>(read: (text: string) => A): Effect.Effect<A, ResponseError> {
    return Effect.flatMap(this.text, (text) =>
      Effect.try({ try: () => read(text), catch: () => this.clean({ reason: "Decode" }) }))
  }

  get text(): Effect.Effect<string, ResponseError> {
    return this.#held === undefined ? this.late(this.#original.text) : Effect.succeed(this.#held)
  }
  get json(): Effect.Effect<unknown, ResponseError> {
    return this.parse((text) => text === "" ? null : JSON.parse(text) as unknown)
  }
  get urlParamsBody(): Effect.Effect<UrlParams.UrlParams, ResponseError> {
    return this.parse((text) => UrlParams.fromInput(new URLSearchParams(text)))
  }
  get arrayBuffer(): Effect.Effect<ArrayBuffer, ResponseError> {
    return this.#held === undefined
      ? this.late(this.#original.arrayBuffer)
      : Effect.succeed(new TextEncoder().encode(this.#held).buffer as ArrayBuffer)
  }
  get formData(): Effect.Effect<FormData, ResponseError> {
    return this.late(this.#original.formData)
  }
  /** Not bounded in time: a stream may go on for as long as it likes. */
  get stream(): Stream.Stream<Uint8Array, ResponseError> {
    return this.#held === undefined
      ? Stream.mapError(this.#original.stream, (error) => this.clean(error))
      : Stream.succeed(new TextEncoder().encode(this.#held))
  }

  toJSON(): unknown {
    return { _id: "@effect-orange/core/Response", status: this.status }
  }
}

/** Texts that are read at once. Event streams and line streams are texts that may not end. */
export const isWholeText = (contentType: string | undefined): boolean =>
  contentType !== undefined &&
  (/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType) ||
    (/^text\//i.test(contentType) && !/^text\/event-stream\b/i.test(contentType)))
