import * as Clock from "effect/Clock"
import type * as Duration from "effect/Duration"
import * as DurationModule from "effect/Duration"
import * as Effect from "effect/Effect"

/** Both hands of the clock, in milliseconds: the wall clock jumps, the monotonic one does not know the date. */
export interface Instant {
  readonly wall: number
  readonly mono: number
}

const read = (clock: Clock.Clock): Instant => ({
  wall: clock.unsafeCurrentTimeMillis(),
  mono: monotonic(clock)
})

/** Monotonic milliseconds. The nanoseconds of years fit a double to well below a millisecond. */
const monotonic = (clock: Clock.Clock): number => Number(clock.unsafeCurrentTimeNanos()) / 1e6

export const now: Effect.Effect<Instant> = Effect.clockWith((clock) => Effect.succeed(read(clock)))

export const monotonicNow: Effect.Effect<number> = Effect.clockWith((clock) => Effect.succeed(monotonic(clock)))

export const millis = (duration: Duration.DurationInput): number => DurationModule.toMillis(duration)
