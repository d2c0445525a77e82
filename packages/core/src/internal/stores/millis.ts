/** Durations as whole milliseconds that a store's integers can hold. */
import * as Duration from "effect/Duration"

/** Some 3,000 years: what stands for "for ever". Added to a date, it still fits an integer of 64 bits and a double. */
const longest = 1e14

/** Rounded up: a record or claim may live a moment longer, never shorter. */
export const wholeMillis = (duration: Duration.Duration): number => Math.min(Math.ceil(Duration.toMillis(duration)), longest)
