import type { Limit } from "../Limits.js"
import * as Time from "./time.js"

/**
 * A true sliding window: in any span of its length there are at most `limit` events, not merely in each calendar window
 * (where twice as many fit round an edge). It remembers the last `limit` instants, on the monotonic clock.
 */
export class SlidingWindow {
  private readonly instants: Array<number>
  private readonly length: number
  private next = 0

  constructor(private readonly limit: Limit) {
    this.instants = Array.from({ length: limit.limit }, () => -Infinity)
    this.length = Time.millis(limit.window)
  }

  /**
   * Takes a place and gives 0, or takes none and gives the milliseconds until one is free. `kept` places are not for this
   * asker.
   */
  tryTake(now: number, kept = 0): number {
    const wait = this.wait(now, kept)
    if (wait === 0) this.take(now)
    return wait
  }

  /** Counts an event that happened, whether there was a place or not. */
  take(now: number): void {
    this.instants[this.next] = now
    this.next = (this.next + 1) % this.limit.limit
  }

  /** Milliseconds until a place is free for one who has `ahead` others before them. */
  wait(now: number, ahead: number): number {
    const oldest = this.instants[(this.next + ahead) % this.limit.limit]!
    const rounds = 1 + Math.floor(ahead / this.limit.limit)
    return Math.max(0, oldest + rounds * this.length - now)
  }
}
