/** A true sliding window for each key: the n-th request counts until a whole window after it. */

export interface RateLimiter {
  /** Milliseconds to wait, or 0 when the request may pass (and is then counted). A refused request is not counted. */
  readonly take: (key: string, now: number) => number
}

const unlimited: RateLimiter = { take: () => 0 }

export const makeLimiter = (limit: number, window: number): RateLimiter => {
  if (!(limit > 0) || !Number.isFinite(limit)) return unlimited
  const rings = new Map<string, { readonly times: Array<number>; next: number }>()
  return {
    take: (key, now) => {
      const ring = rings.get(key) ?? { times: [], next: 0 }
      rings.set(key, ring)
      // The slot that is about to be overwritten holds the time of the request `limit` requests ago.
      const oldest = ring.times[ring.next]
      if (oldest !== undefined && oldest <= now && now - oldest < window) return window - (now - oldest)
      ring.times[ring.next] = now
      ring.next = (ring.next + 1) % limit
      return 0
    }
  }
}
