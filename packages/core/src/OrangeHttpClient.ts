/**
 * An authorised `HttpClient`, for calls that no generated client covers. It takes paths below the environment's base URL,
 * adds the bearer, renews it once after a 401 that is about the token, waits for throttles, retries what may be retried,
 * and turns every refusal into a typed error.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { GatewayError, InvalidRequestError, OutcomeUnknown, UnexpectedStatusError } from "./ApiError.js"
import * as AppAuth from "./AppAuth.js"
import * as HttpCall from "./internal/httpCall.js"
import type { MalformedResponseError, ThrottledError, TransportError } from "./OAuthError.js"
import * as RequestBudget from "./RequestBudget.js"
import type * as RetryPolicy from "./RetryPolicy.js"
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

const runner = Effect.gen(function*() {
  const client = yield* HttpClient.HttpClient
  const budget = yield* Effect.serviceOption(RequestBudget.RequestBudget)
  return HttpCall.makeRunner({ client, budget }, CurrentCallOptions)
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
