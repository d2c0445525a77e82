import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Intervals from "effect/ScheduleIntervals"
import { retryAfter, type RetryPolicy } from "../RetryPolicy.js"
import * as Time from "./time.js"

export interface RetryOptions<E> {
  /** Whether this failure may be sent again at all. */
  readonly while: (error: E) => boolean
  /** What the server asked us to wait, if it did. */
  readonly retryAfter: (error: E) => Duration.Duration | undefined
  /** Told before each wait. */
  readonly onRetry?: ((error: E, delay: Duration.Duration) => Effect.Effect<void>) | undefined
}

/**
 * Runs an effect by a policy. Not `Effect.retry`, since a wait that would pass the policy's limits must not begin: the
 * caller learns `retryAfter` at once instead of at the end of a wait that helps nobody. `startedAt` is the monotonic
 * instant from which the total limit counts, where the caller has read it already.
 */
export const withPolicy = (policy: RetryPolicy, startedAt?: number) =>
<A, E, R>(self: Effect.Effect<A, E, R>, options: RetryOptions<E>): Effect.Effect<A, E, R> => {
  const from = (start: number): Effect.Effect<A, E, R> => {
    const { schedule } = policy
    const attempt = (state: unknown): Effect.Effect<A, E, R> =>
      Effect.catchAll(self, (error) => {
        if (!options.while(error)) return Effect.fail(error)
        const asked = options.retryAfter(error)
        if (asked !== undefined && Time.millis(asked) > Time.millis(policy.maxWait)) return Effect.fail(error)
        return Effect.flatMap(Time.now, ({ mono, wall }) =>
          Effect.flatMap(schedule.step(wall, error, state), ([next, , decision]) => {
            if (decision._tag === "Done") return Effect.fail(error)
            // Jitter is in the schedule; the server's floor comes after it, so that it is never shortened.
            const delay = Math.max(Intervals.start(decision.intervals) - wall, asked === undefined ? 0 : Time.millis(asked))
            if (mono - start + delay > Time.millis(policy.totalLimit)) return Effect.fail(error)
            const told = options.onRetry?.(error, Duration.millis(delay)) ?? Effect.void
            return told.pipe(Effect.zipRight(Effect.sleep(delay)), Effect.zipRight(attempt(next)))
          }))
      })
    return attempt(schedule.initial)
  }
  return startedAt === undefined ? Effect.flatMap(Time.monotonicNow, from) : from(startedAt)
}

/** What a throttled answer asks us to wait, or our estimate: Orange publishes no `Retry-After`, its throttles are per second. */
export const throttleWait = (header: string | undefined, now: number): Duration.Duration =>
  Option.getOrElse(retryAfter(header, now), () => Duration.seconds(1))
