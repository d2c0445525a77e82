/**
 * One call of an API, from the request to a response or a typed error: where it may go, whose token it carries, what is
 * done about a 401, a throttle and a lost answer, and how often it is sent.
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpTraceContext from "@effect/platform/HttpTraceContext"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Equal from "effect/Equal"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { AccessToken } from "../AccessToken.js"
import { InvalidRequestError, OutcomeUnknown } from "../ApiError.js"
import { type MalformedResponseError, type ThrottledError, TransportError } from "../OAuthError.js"
import type * as OrangeHttpClient from "../OrangeHttpClient.js"
import type * as RequestBudget from "../RequestBudget.js"
import * as RetryPolicy from "../RetryPolicy.js"
import * as Telemetry from "../Telemetry.js"
import type * as TokenSource from "../TokenSource.js"
import * as Failures from "./failures.js"
import * as Metrics from "./metrics.js"
import * as Refusal from "./refusal.js"
import * as RequestUrl from "./requestUrl.js"
import * as Retry from "./retry.js"
import { isWholeText, SafeResponse } from "./safeResponse.js"
import * as Standing from "./standing.js"
import * as Time from "./time.js"
import * as Transport from "./transport.js"

/** RFC 9110 section 9.2.2, without TRACE. */
const idempotentMethods = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])

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

/** A call, decided: where it goes, whose it is, how often it may be sent. */
interface Call<E> {
  readonly request: HttpClientRequest.HttpClientRequest
  /** Origin and API alone: what a response, and the platform's errors about it, may hold of the request's URL. */
  readonly outline: string
  readonly source: TokenSource.TokenSource<"App" | "User", E>
  readonly api: string
  readonly origin: Refusal.Origin
  readonly timeout: Duration.DurationInput
  readonly policy: RetryPolicy.RetryPolicy
  readonly idempotent: boolean
  readonly replayable: boolean
}

/** What one attempt can end with; set apart from the token's own errors, which are not the call's to retry. */
class Failed {
  constructor(readonly cause: ThrottledError | TransportError | MalformedResponseError | Refusal.Refusal) {}
}

const countCall = Metrics.tagged(Telemetry.apiCalls, "api", "outcome")

const isRefusal = (cause: Failed["cause"]): cause is Refusal.Refusal => "answer" in cause

/** Not processed (throttle, no connection): any method. Perhaps processed: only what may be done twice. */
const mayBeSentAgain = ({ idempotent, replayable }: Pick<Call<never>, "idempotent" | "replayable">, { cause }: Failed): boolean => {
  if (!replayable) return false
  if (isRefusal(cause)) {
    const { status } = cause.answer
    return idempotent && (status === 408 || status === 500 || (status >= 502 && status <= 504))
  }
  if (cause._tag === "ThrottledError") return cause.source === "Api"
  return cause._tag === "TransportError" && cause.isRetryable && (idempotent || !cause.mayHaveBeenProcessed)
}

const toError = <E>(call: Call<E>, { cause }: Failed): OrangeHttpClient.Error => {
  if (isRefusal(cause)) return Refusal.toError(cause, call.origin)
  const { correlator, operation } = call.origin
  return cause._tag === "TransportError" && cause.mayHaveBeenProcessed && !call.idempotent && cause.reason !== "redirect"
    ? new OutcomeUnknown({ operation, reason: cause.reason === "timeout" ? "timeout" : "reset", correlator })
    : cause
}

const decide = <E>(
  request: HttpClientRequest.HttpClientRequest,
  source: TokenSource.TokenSource<"App" | "User", E>,
  options: OrangeHttpClient.CallOptions
): Either.Either<Call<E>, InvalidRequestError> =>
  Either.mapBoth(RequestUrl.check(request.url, source.environment), {
    onLeft: (problem) =>
      new InvalidRequestError({ operation: options.operation ?? request.method, field: "url", problem }),
    onRight: (allowed) => {
      const api = options.api ?? allowed.api
      return {
        request: HttpClientRequest.setUrl(request, allowed.href),
        outline: allowed.outline,
        source,
        api,
        origin: { operation: options.operation ?? `${request.method} ${api}`, correlator: options.correlator },
        timeout: options.timeout ?? "30 seconds",
        policy: options.retry ?? RetryPolicy.api,
        idempotent: options.idempotent ?? idempotentMethods.has(request.method),
        replayable: isReplayable(request)
      }
    }
  })

/** `callOptions` are read at each call: they are the caller's. */
export const makeRunner = (
  client: HttpClient.HttpClient,
  budget: Option.Option<RequestBudget.Service>,
  callOptions: Effect.Effect<OrangeHttpClient.CallOptions>
) => {
  const readAnswer = <E>(call: Call<E>, response: HttpClientResponse.HttpClientResponse): Effect.Effect<SafeResponse, Failed> => {
    const { operation } = call.origin
    if (response.status >= 200 && response.status < 300) {
      const give = (held: string | undefined) =>
        new SafeResponse(response, held, { method: call.request.method, url: call.outline, timeout: call.timeout })
      return isWholeText(response.headers["content-type"])
        ? Effect.mapBoth(response.text, {
          onFailure: (error) => new Failed(Transport.classify(error, operation)),
          onSuccess: give
        })
        : Effect.succeed(give(undefined))
    }
    if (Transport.isRedirect(response.status)) {
      return Effect.mapError(Transport.refuseRedirect(response, operation), (error) => new Failed(error))
    }
    return Transport.readBody(response, operation).pipe(
      Effect.mapError((error) => new Failed(error)),
      Effect.flatMap((body) => {
        const refusal: Refusal.Refusal = {
          answer: { status: response.status, headers: response.headers, body },
          envelope: Refusal.envelopeOf(body)
        }
        return Refusal.isThrottle(refusal)
          ? Effect.flatMap(Time.now, ({ wall }) => Effect.fail(new Failed(Refusal.toThrottled(refusal, call.origin, wall))))
          : Effect.fail(new Failed(refusal))
      })
    )
  }

  /** One request with one token, headers and body within one time limit. */
  const sendWith = <E>(call: Call<E>, token: AccessToken): Effect.Effect<SafeResponse, Failed> => {
    const { correlator, operation } = call.origin
    return client.execute(
      HttpClientRequest.setHeaders(call.request, {
        authorization: `Bearer ${Redacted.value(token.value)}`,
        ...(call.request.headers["accept"] === undefined ? { accept: "application/json" } : {}),
        ...(correlator === undefined ? {} : { "x-correlator": correlator })
      })
    ).pipe(
      Effect.matchEffect({
        onFailure: (error) => Effect.fail(new Failed(Transport.classify(error, operation))),
        onSuccess: (response) => readAnswer(call, response)
      }),
      Transport.isolate,
      Effect.timeoutFail({
        duration: call.timeout,
        onTimeout: () => new Failed(new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: operation }))
      }),
      Effect.tapBoth({
        onSuccess: () => countCall(call.api, "ok"),
        onFailure: ({ cause }) => countCall(call.api, isRefusal(cause) ? String(cause.answer.status) : cause._tag)
      })
    )
  }

  const isTokenRefused = ({ cause }: Failed): boolean => isRefusal(cause) && Refusal.isTokenRefused(cause)

  const sendAccepted = <E>(call: Call<E>, token: AccessToken): Effect.Effect<SafeResponse, Failed> =>
    Effect.map(sendWith(call, token), (response) => {
      call.source.accepted?.(token, call)
      return response
    })

  /** Sends; after a 401 that is about the token, renews it once and sends once more if the body can be sent again. */
  const sendRenewing = <E>(call: Call<E>): Effect.Effect<SafeResponse, Failed | E> =>
    Effect.flatMap(call.source.token, (token) =>
      Effect.catchAll(sendAccepted(call, token), (failed): Effect.Effect<SafeResponse, Failed | E> =>
        isTokenRefused(failed)
          ? Effect.flatMap(call.source.renew(token, call), (renewed) =>
            Equal.equals(renewed.value, token.value) || !call.replayable ? Effect.fail(failed) : sendAccepted(call, renewed))
          : Effect.fail(failed)))

  const attempt = <E>(call: Call<E>): Effect.Effect<SafeResponse, Failed | E> =>
    Option.isNone(budget)
      ? sendRenewing(call)
      : Effect.zipRight(Effect.mapError(budget.value.apiCall(call.api), (error) => new Failed(error)), sendRenewing(call))

  /** The end of all attempts. A refusal that stands (unknown credentials, no subscription) parks the API for this source. */
  const conclude = <E>(call: Call<E>, error: Failed | E): Effect.Effect<never, OrangeHttpClient.Error | E> => {
    if (!(error instanceof Failed)) return Effect.fail(error)
    const { cause } = error
    return Effect.flatMap(Time.monotonicNow, (now) => {
      if (isRefusal(cause) && Refusal.isStanding(cause)) Standing.park(Standing.slotOf(call.source, call.api), cause, now)
      return Effect.fail(toError(call, error))
    })
  }

  const run = <E>(call: Call<E>): Effect.Effect<SafeResponse, OrangeHttpClient.Error | E> =>
    Effect.flatMap(Time.monotonicNow, (now) => {
      const slot = Standing.slotOf(call.source, call.api)
      const standing = Standing.find(slot, now)
      if (standing !== undefined) return Effect.fail(Refusal.toError(standing, call.origin))
      return Retry.withPolicy(call.policy)(attempt(call), {
        while: (error) => error instanceof Failed && mayBeSentAgain(call, error),
        retryAfter: (error) => error instanceof Failed ? Failures.retryAfterOf(error.cause) : undefined
      }).pipe(Effect.matchEffect({
        onFailure: (error) => conclude(call, error),
        onSuccess: (response) => {
          slot.current = undefined
          return Effect.succeed(response)
        }
      }))
    })

  const withTrace = <E>(call: Call<E>): Effect.Effect<Call<E>> =>
    Effect.match(Effect.currentSpan, {
      onFailure: () => call,
      onSuccess: (span) => ({ ...call, request: HttpClientRequest.setHeaders(call.request, HttpTraceContext.toHeaders(span)) })
    })

  return <E>(source: TokenSource.TokenSource<"App" | "User", E>, options: OrangeHttpClient.Options) =>
  (request: HttpClientRequest.HttpClientRequest): Effect.Effect<SafeResponse, OrangeHttpClient.Error | E> =>
    Effect.flatMap(callOptions, (ofCall) => {
      const merged = { ...options, ...ofCall }
      const decided = decide(request, source, merged)
      if (Either.isLeft(decided)) return Effect.fail(decided.left)
      const call = decided.right
      return (merged.propagateTraces === true ? Effect.flatMap(withTrace(call), run) : run(call)).pipe(
        Effect.withSpan(Telemetry.spans.api, {
          kind: "client",
          captureStackTrace: false,
          attributes: {
            "http.request.method": request.method,
            "server.address": source.environment.baseUrl,
            "url.template": call.origin.operation
          }
        })
      )
    })
}
