/** A call by hand: a request that the caller made, and a response in which nothing of the request is left. */
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { InvalidRequestError } from "../ApiError.js"
import type * as OrangeHttpClient from "../OrangeHttpClient.js"
import * as RetryPolicy from "../RetryPolicy.js"
import type * as TokenSource from "../TokenSource.js"
import * as ApiCall from "./apiCall.js"
import * as Refusal from "./refusal.js"
import * as RequestUrl from "./requestUrl.js"
import { isWholeText, type Outline, SafeResponse } from "./safeResponse.js"
import * as Transport from "./transport.js"

type Errors = ReturnType<typeof Refusal.toError>

/** A body that can be sent a second time: a stream is spent by the first. */
const isReplayable = ({ body }: HttpClientRequest.HttpClientRequest): boolean => {
  switch (body._tag) {
    case "Empty":
    case "Uint8Array":
    case "FormData":
      return true
    case "Raw":
      return typeof body.body === "string" || body.body instanceof URLSearchParams || body.body instanceof Uint8Array
    case "Stream":
      return false
  }
}

const read = (response: HttpClientResponse.HttpClientResponse, outline: Outline, operation: string): Effect.Effect<SafeResponse, ApiCall.Failed> =>
  isWholeText(response.headers["content-type"])
    ? Effect.mapBoth(response.text, {
      onFailure: (error) => new ApiCall.Failed(Transport.classify(error, operation)),
      onSuccess: (text) => new SafeResponse(response, text, outline)
    })
    : Effect.succeed(new SafeResponse(response, undefined, outline))

const headersOf = (request: HttpClientRequest.HttpClientRequest, correlator: string | undefined) => ({
  ...(request.headers["accept"] === undefined ? { accept: "application/json" } : {}),
  ...(correlator === undefined ? {} : { "x-correlator": correlator })
})

const decide = <E>(
  request: HttpClientRequest.HttpClientRequest,
  source: TokenSource.TokenSource<"App" | "User", E>,
  options: OrangeHttpClient.CallOptions
): Either.Either<ApiCall.Call<SafeResponse, E, Errors>, InvalidRequestError> =>
  Either.mapBoth(RequestUrl.check(request.url, source.environment), {
    onLeft: (problem) =>
      new InvalidRequestError({ operation: options.operation ?? request.method, field: "url", problem }),
    onRight: (allowed) => {
      const api = options.api ?? allowed.api
      const operation = options.operation ?? `${request.method} ${api}`
      const timeout = Duration.decode(options.timeout ?? "30 seconds")
      const origin: Refusal.Origin = { operation, correlator: options.correlator }
      return {
        request: HttpClientRequest.setHeaders(HttpClientRequest.setUrl(request, allowed.href), headersOf(request, options.correlator)),
        source,
        api,
        origin,
        timeout,
        policy: options.retry ?? RetryPolicy.api,
        idempotent: options.idempotent ?? ApiCall.isIdempotent(request.method),
        replayable: isReplayable(request),
        propagateTraces: options.propagateTraces === true,
        attributes: {
          "http.request.method": request.method,
          "server.address": source.environment.baseUrl,
          "url.template": operation
        },
        read: (response) => read(response, { method: request.method, url: allowed.outline, timeout }, operation),
        toError: (refusal) => Refusal.toError(refusal, origin)
      }
    }
  })

/** `callOptions` are read at each call: they are the caller's. */
export const makeRunner = (runtime: ApiCall.Runtime, callOptions: Effect.Effect<OrangeHttpClient.CallOptions>) => {
  const run = ApiCall.makeRunner(runtime)
  return <E>(source: TokenSource.TokenSource<"App" | "User", E>, options: OrangeHttpClient.Options) =>
  (request: HttpClientRequest.HttpClientRequest): Effect.Effect<SafeResponse, OrangeHttpClient.Error | E> =>
    Effect.flatMap(callOptions, (ofCall) =>
      Either.match(decide(request, source, { ...options, ...ofCall }), {
        onLeft: Effect.fail<InvalidRequestError>,
        onRight: run<SafeResponse, E, Errors>
      }))
}
