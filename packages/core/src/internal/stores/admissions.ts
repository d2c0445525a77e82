import * as Duration from "effect/Duration"
import type { Admission } from "../../TokenStore.js"

/** Milliseconds. */
export interface Window {
  readonly limit: number
  readonly length: number
}

/** The instants that still count, the latest last. */
export const recentOf = (instants: ReadonlyArray<number>, now: number, { length }: Window): ReadonlyArray<number> =>
  instants.filter((instant) => instant > now - length).sort((a, b) => a - b)

/** When the window is full: one more may pass once fewer than `limit` are left in it. */
export const fullUntil = (recent: ReadonlyArray<number>, now: number, { length, limit }: Window): Admission => ({
  _tag: "Full",
  remaining: Duration.millis(Math.max(1, (recent[recent.length - limit] ?? now) + length - now))
})

/** One event of a true sliding window, and the instants after it. */
export const admit = (
  instants: ReadonlyArray<number>,
  now: number,
  window: Window
): readonly [Admission, ReadonlyArray<number>] => {
  const recent = recentOf(instants, now, window)
  return recent.length < window.limit
    ? [{ _tag: "Admitted" }, [...recent, now]]
    : [fullUntil(recent, now, window), recent]
}
