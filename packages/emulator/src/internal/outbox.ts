/** What the emulator posts to applications: receipts and notifications, delivered again where the API does so. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Deliver, Delivery } from "../Delivery.js"

/** A delivery is made of the moment at which it is sent: a signature holds the time. */
export type MakeDelivery = (now: number) => Promise<Delivery> | Delivery

export interface Outbox {
  /** Posts once and gives the status of the answer, 0 for none. */
  readonly post: (make: MakeDelivery) => Effect.Effect<number>
  /** Posts, and until `isDone` says so of a status again in the background. Gives the first status. */
  readonly persist: (make: MakeDelivery, isDone: (status: number) => boolean) => Effect.Effect<number>
  /** The same, all of it in the background. */
  readonly start: (make: MakeDelivery, isDone: (status: number) => boolean) => void
  /** Posts each once, that many milliseconds from now; what there is to post is asked for then. */
  readonly later: (millis: number, make: (now: number) => ReadonlyArray<Delivery>) => void
  readonly entries: () => ReadonlyArray<Delivered>
}

/** A delivery and what it was answered. */
export interface Delivered extends Delivery {
  /** Milliseconds since the epoch on the emulator's own clock. */
  readonly at: number
  /** 0: no answer came. */
  readonly status: number
}

/** Sonatel's pauses are not documented: these are the emulator's. */
const waits: ReadonlyArray<Duration.DurationInput> = ["1 second", "5 seconds", "30 seconds", "2 minutes", "10 minutes"]

const mostEntries = 1_000

export const makeOutbox = (
  deliver: Deliver,
  run: (effect: Effect.Effect<unknown>) => void,
  offset: () => number
): Outbox => {
  const entries: Array<Delivered> = []
  const post = (make: MakeDelivery): Effect.Effect<number> =>
    Effect.gen(function*() {
      const at = (yield* Clock.currentTimeMillis) + offset()
      const made = make(at)
      const delivery = made instanceof Promise ? yield* Effect.promise(() => made) : made
      const status = yield* deliver(delivery)
      entries.push({ ...delivery, at, status })
      if (entries.length > mostEntries) entries.shift()
      return status
    })
  const again = (make: MakeDelivery, isDone: (status: number) => boolean): Effect.Effect<void> =>
    Effect.gen(function*() {
      for (const wait of waits) {
        yield* Effect.sleep(wait)
        if (isDone(yield* post(make))) return
      }
    })
  const persist = (make: MakeDelivery, isDone: (status: number) => boolean): Effect.Effect<number> =>
    Effect.tap(post(make), (status) => {
      if (!isDone(status)) run(again(make, isDone))
      return Effect.void
    })
  return {
    post,
    persist,
    start: (make, isDone) => run(persist(make, isDone)),
    later: (millis, make) =>
      run(Effect.sleep(millis).pipe(
        Effect.zipRight(Clock.currentTimeMillis),
        Effect.flatMap((now) => Effect.forEach(make(now + offset()), (delivery) => post(() => delivery), { discard: true }))
      )),
    entries: () => [...entries]
  }
}
