import { Lru } from "./lru.js"
import type { Refusal } from "./refusal.js"

interface Parked {
  readonly refusal: Refusal
  readonly until: number
  readonly nextWait: number
}

const firstWait = 30_000
const longestWait = 15 * 60_000

/** Refusals that will stand for a while, per token source and API: asking on would only get the application revoked. */
const bySource = new WeakMap<object, Lru<string, Slot>>()

/** What is remembered of one API for one source. */
export interface Slot {
  current: Parked | undefined
}

export const slotOf = (source: object, api: string): Slot => {
  let apis = bySource.get(source)
  if (apis === undefined) bySource.set(source, apis = new Lru(1_000))
  return apis.getOrMake(api, () => ({ current: undefined }))
}

/** The refusal that still stands, if one does. */
export const find = ({ current }: Slot, now: number): Refusal | undefined =>
  current !== undefined && now < current.until ? current.refusal : undefined

/** Parks the API for 30 s, doubling to 15 min while it goes on refusing. */
export const park = (slot: Slot, refusal: Refusal, now: number): void => {
  const wait = slot.current?.nextWait ?? firstWait
  slot.current = { refusal, until: now + wait, nextWait: Math.min(2 * wait, longestWait) }
}
