/**
 * When a failed request is sent again. Which failures may be sent again at all is not a policy: see each grant, and
 * `OrangeHttpClient`.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"

/**
 * A schedule and its bounds. The server's `Retry-After` is the floor of each delay and is never shortened.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { RetryPolicy } from "@effect-orange/core"
 * import { Schedule } from "effect"
 *
 * const patient: RetryPolicy.RetryPolicy = {
 *   schedule: Schedule.intersect(Schedule.spaced("2 seconds"), Schedule.recurs(10)),
 *   maxWait: "30 seconds",
 *   totalLimit: "2 minutes"
 * }
 * ```
 */
export interface RetryPolicy {
  /** Delays and number of retries. It is stepped with the error. */
  readonly schedule: Schedule.Schedule<unknown, unknown>
  /** A `Retry-After` above this is not waited for: the error, which carries it, is given at once. */
  readonly maxWait: Duration.DurationInput
  /** No retry is begun that would end its wait later than this after the first request. */
  readonly totalLimit: Duration.DurationInput
}

/** Exponential from one second (Orange publishes no Retry-After; its throttle is per second), each delay times 0.8 to 1.2. */
const backoff = (times: number): Schedule.Schedule<unknown, unknown> =>
  Schedule.exponential("1 second").pipe(Schedule.jittered, Schedule.intersect(Schedule.recurs(times)))

/**
 * For token requests: three retries after about 1, 2 and 4 s, `maxWait` 10 s, `totalLimit` 30 s.
 *
 * @since 0.1.0
 * @category policies
 * @example
 * ```ts
 * import { ClientCredentials, RetryPolicy } from "@effect-orange/core"
 *
 * const Auth = ClientCredentials.layerConfig({ retry: { ...RetryPolicy.tokenEndpoint, maxWait: "1 second" } })
 * ```
 */
export const tokenEndpoint: RetryPolicy = { schedule: backoff(3), maxWait: "10 seconds", totalLimit: "30 seconds" }

/**
 * For API calls: three retries after about 1, 2 and 4 s, `maxWait` 10 s, `totalLimit` 30 s.
 *
 * @since 0.1.0
 * @category policies
 * @example
 * ```ts
 * import { OrangeHttpClient, RetryPolicy } from "@effect-orange/core"
 *
 * const Client = OrangeHttpClient.layer({ retry: { ...RetryPolicy.api, totalLimit: "5 seconds" } })
 * ```
 */
export const api: RetryPolicy = { schedule: backoff(3), maxWait: "10 seconds", totalLimit: "30 seconds" }

/**
 * One request and no retry.
 *
 * @since 0.1.0
 * @category policies
 * @example
 * ```ts
 * import { OrangeHttpClient, RetryPolicy } from "@effect-orange/core"
 *
 * const Client = OrangeHttpClient.layer({ retry: RetryPolicy.none })
 * ```
 */
export const none: RetryPolicy = { schedule: Schedule.stop, maxWait: 0, totalLimit: 0 }

/**
 * Reads a `Retry-After` header (RFC 9110 section 10.2.3): seconds or an HTTP-date. Anything else is as good as absent; a
 * date in the past is zero; nothing above 30 days is believed. `now` is the wall clock in milliseconds.
 *
 * @since 0.1.0
 * @category parsing
 * @example
 * ```ts
 * import { RetryPolicy } from "@effect-orange/core"
 * import { Duration, Option } from "effect"
 *
 * const wait = RetryPolicy.retryAfter("7", 0)
 * console.log(Option.map(wait, Duration.toSeconds)) // Some(7)
 * ```
 */
export const retryAfter = (header: string | undefined, now: number): Option.Option<Duration.Duration> => {
  const value = header?.trim() ?? ""
  if (/^\d+(\.\d+)?$/.test(value)) return Option.some(Duration.millis(Math.min(Number(value) * 1000, longest)))
  // Only the three forms of an HTTP-date, which all begin with the day's name: `Date.parse` alone takes far more.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return Option.none()
  const at = Date.parse(value)
  return Number.isNaN(at) ? Option.none() : Option.some(Duration.millis(Math.min(Math.max(at - now, 0), longest)))
}

const longest = Duration.toMillis(Duration.days(30))
