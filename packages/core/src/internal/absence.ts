import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import type { TokenStoreError } from "../OAuthError.js"
import * as Degraded from "./degraded.js"
import * as Time from "./time.js"

/** How long nobody asks a store that failed, where there is another way. */
const pause = 1_000

export interface Absence {
  /**
   * Asks the store, or takes what is known while it is away. A silent store costs its time limit each time: only those wait
   * for that who find it so. From then on it is asked in the background, once a second.
   */
  readonly outlast: <A, E extends { readonly _tag: string }>(ask: Effect.Effect<A, E | TokenStoreError>, known: A) => Effect.Effect<A, E | TokenStoreError>
}

const isAway = (error: { readonly _tag: string }): error is TokenStoreError =>
  error._tag === "TokenStoreError" && (error as TokenStoreError).isRetryable

/** Of one store, for users' sessions, as long as the scope. */
export const make = (scope: Scope.Scope): Absence => {
  /** When the store is to be asked again. Absent while it is there. */
  let lookAt: number | undefined

  /** What it answers tells that it is there, and be it a refusal. */
  const heed = <A, E extends { readonly _tag: string }>(ask: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.onExit(ask, (exit) => {
      if (Exit.isFailure(exit) && Cause.isInterruptedOnly(exit.cause)) return Effect.void
      const isFailed = Exit.isFailure(exit) && exit.cause._tag === "Fail" && isAway(exit.cause.error)
      return isFailed
        ? Effect.map(Time.monotonicNow, (now) => void (lookAt = now + pause))
        : Effect.sync(() => void (lookAt = undefined))
    })

  /** Asks in the background. The next look comes after this one's answer. */
  const look = <A, E extends { readonly _tag: string }>(ask: Effect.Effect<A, E>) =>
    Effect.suspend(() => {
      lookAt = Infinity
      return Effect.forkIn(Effect.catchAll(heed(ask), (error) => isAway(error) ? Degraded.warn("session", error) : Effect.void), scope)
    })

  return {
    outlast: (ask, known) =>
      Effect.suspend(() => {
        const at = lookAt
        if (at === undefined) {
          return Effect.catchAll(heed(ask), (error) => isAway(error) ? Effect.as(Degraded.report("session", error), known) : Effect.fail(error))
        }
        return Effect.flatMap(Time.monotonicNow, (now) => now < at ? Effect.void : look(ask)).pipe(
          Effect.zipRight(Degraded.count("session")),
          Effect.as(known)
        )
      })
  }
}
