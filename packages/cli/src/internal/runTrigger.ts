/** Posts an event to an application as often as asked, and says what each was answered. */
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import type { MakeDelivery } from "./deliveries.js"
import { Reported } from "./reported.js"
import { masked } from "./target.js"

interface Trigger<E> {
  readonly event: string
  readonly to: URL
  readonly times: number
  readonly prepare: (url: string) => Effect.Effect<MakeDelivery, E>
}

const hints: Readonly<Record<number, string>> = {
  0: "no answer: nothing listens there, or it took more than 10 seconds",
  400: "malformed: the handler could not read it",
  404: "not authenticated, or the path is wrong",
  405: "nothing takes POST at this path",
  413: "larger than the handler takes"
}

export const hintOf = (status: number): string => {
  const known = hints[status]
  if (known !== undefined) return known
  if (status >= 500) return "the handler failed, which asks for another delivery"
  return status < 400 ? "a redirect, which is not followed" : "refused"
}

const isTaken = (status: number): boolean => status >= 200 && status < 300

/** What was taken on standard output, what was not on standard error: one line each. */
const report = (line: string, status: number): Effect.Effect<void> =>
  isTaken(status) ? Console.log(`${line}: ${status}`) : Console.error(`orange: ${line}: ${status}, ${hintOf(status)}`)

export const runTrigger = <E>({ event, prepare, times, to }: Trigger<E>): Effect.Effect<void, E | Reported> =>
  Effect.gen(function*() {
    const { byFetch } = yield* Effect.promise(() => import("@effect-orange/emulator/Delivery"))
    const make = yield* prepare(to.href)
    const post = Effect.gen(function*() {
      const now = yield* Clock.currentTimeMillis
      const status = yield* Effect.flatMap(Effect.promise(() => make(now)), byFetch)
      yield* report(`${event} ${masked(to)}`, status)
      return status
    })
    // One after the other: a repetition that overlaps with the first is answered for being early, not for being known.
    const statuses = yield* Effect.all(Array.from({ length: times }, () => post))
    if (!statuses.every(isTaken)) return yield* Effect.fail(new Reported())
  })
