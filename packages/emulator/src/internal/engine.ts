/** One request, from its arrival to what the transport must do: journal, fault script, answer. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Fault, IdTokenLie } from "../Fault.js"
import type { Endpoint, Received } from "../Journal.js"
import type { PlainRequest, PlainResponse } from "../Message.js"
import { randomUuid } from "./bytes.js"
import { withCors } from "./cors.js"
import { splitTarget } from "./exchange.js"
import { describe, type Journal } from "./journal.js"
import { gatewayError, gatewayErrors } from "./respond.js"
import { route } from "./router.js"
import type { State } from "./state.js"

/** What the transport does: answer, break the connection, or break it in the middle of the body. */
export type Outcome =
  | { readonly _tag: "Respond"; readonly response: PlainResponse }
  | { readonly _tag: "Cut"; readonly response: PlainResponse }
  | { readonly _tag: "Reset" }

type Selector = Endpoint | ((request: Received) => boolean)

interface Script {
  readonly selector: Selector
  readonly faults: Array<Fault>
  readonly always: boolean
}

export interface Engine {
  readonly state: State
  readonly journal: Journal
  readonly scripts: Array<Script>
  /** The offset is added to Effect's clock, in milliseconds. */
  readonly clock: { offset: number }
}

const selects = (selector: Selector, received: Received): boolean =>
  typeof selector === "string" ? selector === received.endpoint : selector(received)

/** The oldest script that is waiting for such a request comes first, then what is always so (the youngest). */
const takeFault = (engine: Engine, received: Received): Fault | undefined => {
  if (engine.scripts.length === 0) return undefined
  const waiting = engine.scripts.findIndex((script) => !script.always && selects(script.selector, received))
  if (waiting < 0) return engine.scripts.filter((script) => script.always && selects(script.selector, received)).at(-1)?.faults[0]
  const script = engine.scripts[waiting]!
  const fault = script.faults.shift()
  if (script.faults.length === 0) engine.scripts.splice(waiting, 1)
  return fault
}

const correlator = /^[\x21-\x7e]{1,256}$/

const dressed = (request: PlainRequest, endpoint: Endpoint, response: PlainResponse): PlainResponse => {
  const sent = request.headers["x-correlator"]
  const echoed = sent !== undefined && correlator.test(sent) ? { "x-correlator": sent } : {}
  const headers = { "X-OAPI-Request-Id": randomUuid(), ...echoed, ...response.headers }
  return withCors(request, endpoint, { ...response, headers })
}

const now = (engine: Engine): Effect.Effect<number> =>
  Effect.map(Clock.currentTimeMillis, (millis) => millis + engine.clock.offset)

const answer = (
  engine: Engine,
  request: PlainRequest,
  at: number,
  lie: IdTokenLie | undefined
): PlainResponse | Promise<PlainResponse> => {
  try {
    return route({ ...splitTarget(request.target), state: engine.state, request, now: at, lie, journal: engine.journal })
  } catch {
    return gatewayError(gatewayErrors.internal)
  }
}

/** Answers without a fiber's detour wherever nothing is asynchronous. */
const process = (engine: Engine, request: PlainRequest, lie?: IdTokenLie): Effect.Effect<PlainResponse> =>
  Effect.flatMap(now(engine), (at) => {
    const response = answer(engine, request, at, lie)
    if (!(response instanceof Promise)) return Effect.succeed(response)
    return Effect.promise(() => response.catch(() => gatewayError(gatewayErrors.internal)))
  })

const flatten = (fault: Fault): ReadonlyArray<Fault> => fault._tag === "All" ? fault.faults.flatMap(flatten) : [fault]

const total = (faults: ReadonlyArray<Fault>, when: "before" | "after"): Duration.Duration =>
  faults.reduce(
    (sum, fault) => fault._tag === "Latency" && fault.when === when ? Duration.sum(sum, fault.duration) : sum,
    Duration.zero
  )

const lieOf = (faults: ReadonlyArray<Fault>): IdTokenLie | undefined =>
  faults.flatMap((fault) => fault._tag === "IdToken" ? [fault.lie] : []).at(-1)

const outcomeOf = (faults: ReadonlyArray<Fault>, response: PlainResponse): Effect.Effect<Outcome> => {
  let result: Outcome = { _tag: "Respond", response }
  for (const fault of faults) {
    if (fault._tag === "Rewrite" && result._tag !== "Reset") result = { ...result, response: fault.rewrite(result.response) }
    if (fault._tag === "Truncated" && result._tag !== "Reset") result = { ...result, _tag: "Cut" }
    if (fault._tag === "LostAnswer") {
      if (fault.as === "hang") return Effect.never
      result = fault.as === "reset" ? { _tag: "Reset" } : { _tag: "Respond", response: fault.as }
    }
  }
  return Effect.succeed(result)
}

const pause = (duration: Duration.Duration): Effect.Effect<void> =>
  Duration.equals(duration, Duration.zero) ? Effect.void : Effect.sleep(duration)

/** What stands in the request's way, if anything does; else it is processed and its answer spoiled as the script says. */
const perform = (engine: Engine, request: PlainRequest, fault: Fault): Effect.Effect<Outcome> => {
  const faults = flatten(fault)
  const obstacle = faults.find((one) => one._tag === "Reset" || one._tag === "Hang" || one._tag === "Answer")
  const met = Effect.suspend((): Effect.Effect<Outcome> => {
    if (obstacle?._tag === "Hang") return Effect.never
    if (obstacle?._tag === "Reset") return Effect.succeed({ _tag: "Reset" })
    if (obstacle?._tag === "Answer") return outcomeOf(faults, obstacle.response)
    return Effect.flatMap(process(engine, request, lieOf(faults)), (response) => outcomeOf(faults, response))
  })
  return pause(total(faults, "before")).pipe(Effect.zipRight(met), Effect.zipLeft(pause(total(faults, "after"))))
}

const respond = (response: PlainResponse): Outcome => ({ _tag: "Respond", response })

export const handle = (engine: Engine, request: PlainRequest): Effect.Effect<Outcome> =>
  Effect.flatMap(now(engine), (at) => {
    const received = describe(engine.state, request, at)
    const note = engine.journal.add(received)
    const fault = takeFault(engine, received)
    const outcome = fault === undefined
      ? Effect.map(process(engine, request), respond)
      : perform(engine, request, fault)
    return Effect.map(outcome, (result): Outcome => {
      if (result._tag === "Reset") return result
      note(result.response.status)
      return { ...result, response: dressed(request, received.endpoint, result.response) }
    })
  })
