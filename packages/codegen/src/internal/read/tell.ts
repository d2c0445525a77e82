/** Faults as errors for a person: with file, line, column and pointer. */
import * as Effect from "effect/Effect"
import { DocumentError } from "../../GeneratorError.js"
import { child } from "../json.js"
import { Fault, type Spot } from "./fault.js"
import type { Limits } from "./limits.js"
import { parse } from "./parse.js"
import { locate } from "./position.js"

/** A pointer into the file, where the fault is told by keys. */
const pointerOf = (spot: Spot): string | undefined => spot !== undefined && "keys" in spot ? child("#", ...spot.keys) : undefined

/** A fault with the file that it is in, and its line. */
export const toError = (fault: Fault, name: string, text: string | undefined, limits: Limits): DocumentError => {
  const position = text === undefined ? undefined : locate(text, fault.spot, limits.depth)
  const pointer = pointerOf(fault.spot)
  return new DocumentError({
    file: name,
    problem: fault.problem,
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    ...(pointer === undefined ? {} : { pointer }),
    ...position
  })
}

/** Runs what may throw a fault. */
export const attempt = <A>(body: () => A): Effect.Effect<A, Fault> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(body())
    } catch (error) {
      if (error instanceof Fault) return Effect.fail(error)
      throw error
    }
  })

export const parseFile = (bytes: Uint8Array, name: string, limits: Limits): Effect.Effect<ReturnType<typeof parse>, DocumentError> =>
  attempt(() => parse(bytes, name, limits)).pipe(
    // A text that cannot be decoded has no lines.
    Effect.mapError((fault) => toError(fault, name, fault.spot === undefined ? undefined : new TextDecoder().decode(bytes), limits))
  )
