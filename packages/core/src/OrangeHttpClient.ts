/**
 * An authorised `HttpClient`, for calls that no generated client covers. It takes paths below the environment's base URL,
 * adds the bearer, renews it once after a 401 that is about the token, waits for throttles, retries what may be retried,
 * and turns every refusal into a typed error.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpTraceContext from "@effect/platform/HttpTraceContext"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Equal from "effect/Equal"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { AccessToken } from "./AccessToken.js"
import type { GatewayError, UnexpectedStatusError } from "./ApiError.js"
import { InvalidRequestError, OutcomeUnknown } from "./ApiError.js"
import * as AppAuth from "./AppAuth.js"
import * as Failures from "./internal/failures.js"
import * as Metrics from "./internal/metrics.js"
import * as Refusal from "./internal/refusal.js"
import * as RequestUrl from "./internal/requestUrl.js"
import * as Retry from "./internal/retry.js"
import { isWholeText, SafeResponse } from "./internal/safeResponse.js"
import * as Standing from "./internal/standing.js"
import * as Time from "./internal/time.js"
import * as Transport from "./internal/transport.js"
import { MalformedResponseError, ThrottledError, TransportError } from "./OAuthError.js"
import * as RequestBudget from "./RequestBudget.js"
import * as RetryPolicy from "./RetryPolicy.js"
import * as Telemetry from "./Telemetry.js"
import type * as TokenSource from "./TokenSource.js"
import * as UserAuth from "./UserAuth.js"

/**
 * The application's authorised client.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { OrangeHttpClient } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const shops = Effect.gen(function*() {
 *   const orange = yield* OrangeHttpClient.OrangeHttpClient
 *   const response = yield* orange.get("/poi/v1/shops", { urlParams: { postalCode: "35000" } })
 *   return yield* response.json
 * })
 * ```
 */
export class OrangeHttpClient extends Context.Tag("@effect-orange/core/OrangeHttpClient")<OrangeHttpClient, Service>() {}

/**
 * An `HttpClient` whose errors are ours. It succeeds with 2xx only.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { HttpClientRequest } from "@effect/platform"
 * import type { OrangeHttpClient } from "@effect-orange/core"
 *
 * const send = (orange: OrangeHttpClient.Service) => orange.execute(HttpClientRequest.post("/some/v1/thing"))
 * ```
 */
export type Service = HttpClient.HttpClient.With<Error | AppAuth.Error>

/**
 * What a call can fail with, besides what getting its token can.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { OrangeHttpClient } from "@effect-orange/core"
 *
 * const page = (error: OrangeHttpClient.Error) => error.isRetryable ? "later" : "mend it"
 * ```
 */
export type Error =
  | GatewayError
  | UnexpectedStatusError
  | InvalidRequestError
  | OutcomeUnknown
  | ThrottledError
  | TransportError
  | MalformedResponseError

/**
 * How a client calls.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { OrangeHttpClient } from "@effect-orange/core"
 *
 * const options: OrangeHttpClient.Options = { api: "poi", timeout: "5 seconds" }
 * ```
 */
export interface Options {
  /** The API's name in metrics, budgets and renewals. The first segment of the path by default. */
  readonly api?: string | undefined
  /** Time for one attempt, headers and body. 30 s by default. A body read as a stream is not bounded. */
  readonly timeout?: Duration.DurationInput | undefined
  /** When failed calls are sent again. `RetryPolicy.api` by default. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  /** Whether trace headers are sent to Orange. Not by default: they tell a third party about your system. */
  readonly propagateTraces?: boolean | undefined
}

/**
 * What one call may change.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { OrangeHttpClient } from "@effect-orange/core"
 *
 * const options: OrangeHttpClient.CallOptions = { idempotent: true, correlator: "b4333c46-49c0-4f62-80d7-f0ef930f1c46" }
 * ```
 */
export interface CallOptions extends Options {
  /** The operation's name in errors and spans: `POST smsmessaging` and the like by default, never a path with values. */
  readonly operation?: string | undefined
  /** Whether the call may be done twice. By default GET, HEAD, OPTIONS, PUT and DELETE may (RFC 9110 section 9.2.2). */
  readonly idempotent?: boolean | undefined
  /** Sent as `x-correlator` and kept in errors. */
  readonly correlator?: string | undefined
}

/**
 * The options of the calls in an effect, over those of the client.
 *
 * @since 0.1.0
 * @category options
 * @example
 * ```ts
 * import { OrangeHttpClient } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const quick = <A, E, R>(call: Effect.Effect<A, E, R>) =>
 *   Effect.provideService(call, OrangeHttpClient.CurrentCallOptions, { timeout: "1 second" })
 * ```
 */
export class CurrentCallOptions extends Context.Reference<CurrentCallOptions>()("@effect-orange/core/CallOptions", {
  defaultValue: (): CallOptions => ({})
}) {}

/**
 * Sets options for the calls in an effect.
 *
 * @since 0.1.0
 * @category options
 * @example
 * ```ts
 * import { OrangeHttpClient } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const call = Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.post("/some/v1/thing")).pipe(
 *   OrangeHttpClient.withCallOptions({ idempotent: true, operation: "doThing" })
 * )
 * ```
 */
export const withCallOptions = (options: CallOptions) => <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.flatMap(CurrentCallOptions, (outer) =>
    Effect.provideService(effect, CurrentCallOptions, { ...outer, ...options }))

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
  /** Method and API alone: what a response, and the platform's errors about it, may hold of the request. */
  readonly outline: HttpClientRequest.HttpClientRequest
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

const toError = <E>(call: Call<E>, { cause }: Failed): Error => {
  if (isRefusal(cause)) return Refusal.toError(cause, call.origin)
  const { correlator, operation } = call.origin
  return cause._tag === "TransportError" && cause.mayHaveBeenProcessed && !call.idempotent &&
      (cause.reason === "timeout" || cause.reason === "reset")
    ? new OutcomeUnknown({ operation, reason: cause.reason, correlator })
    : cause
}

const decide = <E>(
  request: HttpClientRequest.HttpClientRequest,
  source: TokenSource.TokenSource<"App" | "User", E>,
  options: CallOptions
): Either.Either<Call<E>, InvalidRequestError> =>
  Either.mapBoth(RequestUrl.check(request, source.environment), {
    onLeft: (problem) =>
      new InvalidRequestError({ operation: options.operation ?? request.method, field: "url", problem }),
    onRight: (allowed) => {
      const api = options.api ?? allowed.api
      return {
        request: HttpClientRequest.setUrl(
          HttpClientRequest.modify(request, { urlParams: [], hash: "" }),
          allowed.url
        ),
        outline: HttpClientRequest.make(request.method as "GET")(`${allowed.url.origin}/${allowed.api}`),
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

const makeRunner = (client: HttpClient.HttpClient, budget: Option.Option<RequestBudget.Service>) => {
  const readAnswer = <E>(call: Call<E>, response: HttpClientResponse.HttpClientResponse): Effect.Effect<SafeResponse, Failed> => {
    const { operation } = call.origin
    if (response.status >= 200 && response.status < 300) {
      const give = (held: string | undefined) =>
        new SafeResponse(call.outline, response, held, (read) =>
          Effect.timeoutFail(read, {
            duration: call.timeout,
            onTimeout: () =>
              new HttpClientError.ResponseError({ request: call.outline, response, reason: "Decode", description: "the body did not come in time" })
          }))
      return isWholeText(response.headers["content-type"])
        ? Effect.mapBoth(response.text, {
          onFailure: (error) => new Failed(Transport.classify(error, operation)),
          onSuccess: give
        })
        : Effect.succeed(give(undefined))
    }
    if (Transport.isRedirect(response.status)) {
      return Effect.fail(new Failed(new TransportError({ reason: "redirect", mayHaveBeenProcessed: true, target: operation })))
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
      Effect.mapError((error) => new Failed(Transport.classify(error, operation))),
      Effect.flatMap((response) => readAnswer(call, response)),
      Transport.isolate,
      Effect.timeoutFail({
        duration: call.timeout,
        onTimeout: () => new Failed(new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: operation }))
      }),
      Effect.tapBoth({
        onSuccess: () => Metrics.count(Telemetry.apiCalls, { api: call.api, outcome: "ok" }),
        onFailure: ({ cause }) =>
          Metrics.count(Telemetry.apiCalls, { api: call.api, outcome: isRefusal(cause) ? String(cause.answer.status) : cause._tag })
      })
    )
  }

  const isTokenRefused = (error: unknown): error is Failed & { readonly cause: Refusal.Refusal } =>
    error instanceof Failed && isRefusal(error.cause) && Refusal.isTokenRefused(error.cause)

  /** Sends; after a 401 that is about the token, renews it once and sends once more if the body can be sent again. */
  const sendRenewing = <E>(call: Call<E>): Effect.Effect<SafeResponse, Failed | E> => {
    const { api, source } = call
    return Effect.flatMap(source.token, (token) =>
      sendWith(call, token).pipe(
        Effect.tap(() => source.accepted?.(token, { api })),
        Effect.catchIf(isTokenRefused, (refused): Effect.Effect<SafeResponse, Failed | E> =>
          Effect.flatMap(source.renew(token, { api }), (renewed) =>
            Equal.equals(renewed.value, token.value) || !call.replayable
              ? Effect.fail(refused)
              : Effect.tap(sendWith(call, renewed), () => source.accepted?.(renewed, { api }))))
      ))
  }

  const queue = (api: string): Effect.Effect<void, Failed> =>
    Option.isNone(budget) ? Effect.void : Effect.mapError(budget.value.apiCall(api), (error) => new Failed(error))

  /** A refusal that stands (unknown credentials, no subscription) parks the API for this source. */
  const remember = <E>(call: Call<E>, error: unknown): Effect.Effect<void> =>
    error instanceof Failed && isRefusal(error.cause) && Refusal.isStanding(error.cause)
      ? Effect.map(Time.monotonicNow, (now) => Standing.park(call.source, call.api, error.cause as Refusal.Refusal, now))
      : Effect.void

  const run = <E>(call: Call<E>): Effect.Effect<SafeResponse, Error | E> => {
    const attempt: Effect.Effect<SafeResponse, Failed | E> = Effect.zipRight(queue(call.api), sendRenewing(call))
    return Effect.flatMap(Time.monotonicNow, (now) => {
      const standing = Standing.find(call.source, call.api, now)
      if (standing !== undefined) return Effect.fail(Refusal.toError(standing, call.origin))
      return Retry.withPolicy(call.policy)(attempt, {
        while: (error) => error instanceof Failed && mayBeSentAgain(call, error),
        retryAfter: (error) => error instanceof Failed ? Failures.retryAfterOf(error.cause) : undefined
      }).pipe(
        Effect.tapBoth({
          onSuccess: () => Effect.sync(() => Standing.clear(call.source, call.api)),
          onFailure: (error) => remember(call, error)
        }),
        Effect.mapError((error) => error instanceof Failed ? toError(call, error) : error)
      )
    })
  }

  const withTrace = <E>(call: Call<E>): Effect.Effect<Call<E>> =>
    Effect.match(Effect.currentSpan, {
      onFailure: () => call,
      onSuccess: (span) => ({ ...call, request: HttpClientRequest.setHeaders(call.request, HttpTraceContext.toHeaders(span)) })
    })

  return <E>(source: TokenSource.TokenSource<"App" | "User", E>, options: Options) =>
  (request: HttpClientRequest.HttpClientRequest): Effect.Effect<SafeResponse, Error | E> =>
    Effect.flatMap(CurrentCallOptions, (callOptions) => {
      const merged = { ...options, ...callOptions }
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

const runner = Effect.gen(function*() {
  const client = yield* HttpClient.HttpClient
  return makeRunner(client, yield* Effect.serviceOption(RequestBudget.RequestBudget))
})

/**
 * A client over one token source: an application's, or one user's session.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { AuthorizationCode, OrangeHttpClient } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const userinfo = (sessionId: string) =>
 *   Effect.gen(function*() {
 *     const grant = yield* AuthorizationCode.AuthorizationCode
 *     const orange = yield* OrangeHttpClient.make(yield* grant.session(sessionId))
 *     const response = yield* orange.get("/openidconnect/fr/v1/userinfo")
 *     return yield* response.json
 *   })
 * ```
 */
export const make = <E>(
  source: TokenSource.TokenSource<"App" | "User", E>,
  options: Options = {}
): Effect.Effect<HttpClient.HttpClient.With<Error | E>, never, HttpClient.HttpClient> =>
  Effect.map(runner, (run) =>
    HttpClient.makeWith(Effect.flatMap(run(source, options)), Effect.succeed<HttpClientRequest.HttpClientRequest>))

/**
 * A client whose user is given per call, as `UserAuth`.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { AuthorizationCode, OrangeHttpClient, UserAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const userinfo = (sessionId: string) =>
 *   Effect.gen(function*() {
 *     const orange = yield* OrangeHttpClient.makeUser()
 *     const grant = yield* AuthorizationCode.AuthorizationCode
 *     return yield* orange.get("/openidconnect/fr/v1/userinfo").pipe(
 *       Effect.provideServiceEffect(UserAuth.UserAuth, grant.session(sessionId))
 *     )
 *   })
 * ```
 */
export const makeUser = (
  options: Options = {}
): Effect.Effect<HttpClient.HttpClient.With<Error | UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> =>
  Effect.map(runner, (run) =>
    HttpClient.makeWith(
      Effect.flatMap((request: HttpClientRequest.HttpClientRequest) =>
        Effect.flatMap(UserAuth.UserAuth, (source) => run(source, options)(request))),
      Effect.succeed<HttpClientRequest.HttpClientRequest>
    ))

/**
 * Provides the application's client.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { ClientCredentials, OrangeHttpClient } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer } from "effect"
 *
 * const Orange = OrangeHttpClient.layer().pipe(
 *   Layer.provide(ClientCredentials.layerConfig()),
 *   Layer.provide(FetchHttpClient.layer)
 * )
 * ```
 */
export const layer = (
  options: Options = {}
): Layer.Layer<OrangeHttpClient, never, AppAuth.AppAuth | HttpClient.HttpClient> =>
  Layer.effect(OrangeHttpClient, Effect.flatMap(AppAuth.AppAuth, (source) => make(source, options)))
