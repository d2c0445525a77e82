/** Clocks that tell what a test wants, and sleep in real time. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

export interface Reading {
  /** The wall clock, in milliseconds. */
  readonly millis: () => number
  /** The monotonic one. */
  readonly nanos: () => bigint
}

/** Effect's own clock. */
export const realClock: Clock.Clock = Clock.make()

export const clockThatReads = ({ millis, nanos }: Reading): Clock.Clock => ({
  ...realClock,
  [Clock.ClockTypeId]: realClock[Clock.ClockTypeId],
  unsafeCurrentTimeMillis: millis,
  unsafeCurrentTimeNanos: nanos,
  currentTimeMillis: Effect.sync(millis),
  currentTimeNanos: Effect.sync(nanos),
  sleep: (duration) => realClock.sleep(duration)
})
