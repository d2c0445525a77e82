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
const bySource = new WeakMap<object, Lru<string, { current: Parked | undefined }>>()

const slotOf = (source: object, api: string): { current: Parked | undefined } => {
  let apis = bySource.get(source)
  if (apis === undefined) bySource.set(source, apis = new Lru(1_000))
  return apis.getOrMake(api, () => ({ current: undefined }))
}

/** The refusal that still stands, if one does. */
export const find = (source: object, api: string, now: number): Refusal | undefined => {
  const { current } = slotOf(source, api)
  return current !== undefined && now < current.until ? current.refusal : undefined
}

/** Parks the API for 30 s, doubling to 15 min while it goes on refusing. */
export const park = (source: object, api: string, refusal: Refusal, now: number): void => {
  const slot = slotOf(source, api)
  const wait = slot.current?.nextWait ?? firstWait
  slot.current = { refusal, until: now + wait, nextWait: Math.min(2 * wait, longestWait) }
}

export const clear = (source: object, api: string): void => {
  slotOf(source, api).current = undefined
}
