/**
 * The names of the library's metrics and spans, in one place. No attribute ever holds a secret, a number of a person, a
 * URL's query or its path values.
 *
 * @since 0.1.0
 */
import * as Metric from "effect/Metric"

/**
 * Token requests sent, tagged `grant` (`client_credentials`, `authorization_code`, `refresh_token`,
 * `backchannel_authentication`, `ciba`) and `outcome` (`ok` or the error's tag).
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 * import { Effect, Metric } from "effect"
 *
 * const count = Effect.map(
 *   Metric.value(Telemetry.tokenRequests.pipe(Metric.tagged("grant", "client_credentials"), Metric.tagged("outcome", "ok"))),
 *   (state) => state.count
 * )
 * ```
 */
export const tokenRequests: Metric.Metric.Counter<number> = Metric.counter("orange_token_requests_total", {
  description: "Token requests sent to Orange's authorization servers",
  incremental: true
})

/**
 * How a fleet's application token was come by, tagged `outcome`: `hit` (the store had it), `fetched` (this process asked
 * Orange for all), `waited` (it looked again while another asked).
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 * import { Metric } from "effect"
 *
 * const alarm = Telemetry.sharedTokens.pipe(Metric.tagged("outcome", "degraded"))
 * ```
 */
export const sharedTokens: Metric.Metric.Counter<number> = Metric.counter("orange_shared_tokens_total", {
  description: "Application tokens taken from the store that a fleet shares, or fetched for it",
  incremental: true
})

/**
 * Uses of a token store that failed and were done without it, tagged `part`: `budget`, `token` (an application's) or
 * `session`. Alarm on it.
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 * import { Metric } from "effect"
 *
 * const alarm = Telemetry.degraded.pipe(Metric.tagged("part", "session"))
 * ```
 */
export const degraded: Metric.Metric.Counter<number> = Metric.counter("orange_token_store_degraded_total", {
  description: "Uses of a token store that failed and were done without it",
  incremental: true
})

/**
 * What became of users' sessions when their token was due, tagged `outcome`: `refreshed` (here), `adopted` (another
 * process had refreshed it), `waited` (looked again while another process refreshed), `doubted` (the answer of a refresh
 * was lost), `lost` (the user has to log in again) and, for `lost`, `reason` as in `ReauthorizationRequired`.
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 * import { Metric } from "effect"
 *
 * const lost = Telemetry.sessions.pipe(Metric.tagged("outcome", "lost"), Metric.tagged("reason", "RefreshInDoubt"))
 * ```
 */
export const sessions: Metric.Metric.Counter<number> = Metric.counter("orange_sessions_total", {
  description: "What became of users' sessions when their token was due",
  incremental: true
})

/**
 * Calls sent to Orange's APIs, retries included, tagged `api` (the name given to the client, or the path's first
 * segment) and `outcome` (`ok` or the error's tag).
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 * import { Metric } from "effect"
 *
 * const sms = Telemetry.apiCalls.pipe(Metric.tagged("api", "sms"), Metric.tagged("outcome", "ok"))
 * ```
 */
export const apiCalls: Metric.Metric.Counter<number> = Metric.counter("orange_api_calls_total", {
  description: "Requests sent to Orange's APIs",
  incremental: true
})

/**
 * Span names: one per token request, one per API call round all its attempts, one per attempt. They are made where the
 * program sets a tracer; Effect's own keeps none.
 *
 * @since 0.1.0
 * @category spans
 * @example
 * ```ts
 * import { Telemetry } from "@effect-orange/core"
 *
 * console.log(Telemetry.spans.token) // orange.token
 * ```
 */
export const spans = {
  /** A token request. Attributes: `orange.grant`, `orange.environment`, `url.template`, `orange.outcome`. */
  token: "orange.token",
  /**
   * An API call. Attributes: `http.request.method`, `server.address`, `url.template`, `http.response.status_code`, and
   * `orange.operation` where an operation of a document is called.
   */
  api: "orange.api",
  /** One request of an API call, below the call's span and with its attributes. */
  attempt: "orange.attempt"
} as const
