/**
 * The numbers that Orange publishes, in one dated place. Every option that defaults to one of them can be overridden.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"

/**
 * At most `limit` events in any span of `window`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Limits } from "@effect-orange/core"
 *
 * const mine: Limits.Limit = { limit: 10, window: "1 second" }
 * ```
 */
export interface Limit {
  /** How many events the window holds. */
  readonly limit: number
  /** The length of the sliding window. */
  readonly window: Duration.DurationInput
}

/**
 * The day on which the figures below were read from Orange's pages.
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits } from "@effect-orange/core"
 *
 * console.log(`Orange's limits as of ${Limits.readAt}`)
 * ```
 */
export const readAt = "2026-11-24"

/**
 * Token requests per application. Orange allows 50 in a minute ("2-Legged OAuth in a nutshell"); we stay at 45 in 61
 * seconds, because latency moves the arrival of a request: a window that is exact here is not exact at the server.
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits } from "@effect-orange/core"
 *
 * console.log(Limits.tokenRequests.limit) // 45
 * ```
 */
export const tokenRequests: Limit = { limit: 45, window: "61 seconds" }

/**
 * Of a budget of so many token requests, how many only the application's own token may take: one in nine, five of 45.
 * However many users' sessions are refreshed, `client_credentials` is not starved.
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits } from "@effect-orange/core"
 *
 * console.log(Limits.keptForApplication(45)) // 5
 * ```
 */
export const keptForApplication = (limit: number): number => Math.floor(limit / 9)

/**
 * Calls per application over all APIs: 25 a second, then 403 with code 53 (Orange's page on API errors).
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits } from "@effect-orange/core"
 *
 * console.log(Limits.apiCalls.limit) // 25
 * ```
 */
export const apiCalls: Limit = { limit: 25, window: "1 second" }

/**
 * Life of a 2-legged token when its answer does not say: 60 minutes ("2-Legged OAuth in a nutshell"; RFC 6749 section
 * 5.1 only recommends `expires_in`).
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits } from "@effect-orange/core"
 * import { Duration } from "effect"
 *
 * console.log(Duration.toSeconds(Limits.tokenLifetime)) // 3600
 * ```
 */
export const tokenLifetime: Duration.Duration = Duration.minutes(60)

/**
 * Messages of the SMS API per application: 5 a second, as public repositories quote Orange's page.
 *
 * @since 0.1.0
 * @category limits
 * @example
 * ```ts
 * import { Limits, RequestBudget } from "@effect-orange/core"
 *
 * const Budget = RequestBudget.layer({ apis: { sms: Limits.smsCalls } })
 * ```
 */
export const smsCalls: Limit = { limit: 5, window: "1 second" }
