/** One set of credentials at a time, exchanged between two requests and never under one. */
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type { Credentials, RotatingCredentials } from "../Credentials.js"
import { ConfigurationError } from "../ConfigurationError.js"

/** Credentials as those who send requests use them: the same for as long as a request lasts. */
export type InUse = Pick<RotatingCredentials, "clientId" | "use" | "revision">

export const make = (initial: Credentials): Effect.Effect<RotatingCredentials> =>
  Effect.map(Effect.makeSemaphore(1), (oneAtATime) => {
    let current = initial
    let revision = 0
    let requests = 0
    let closed: Deferred.Deferred<void> | undefined
    let drained: Deferred.Deferred<void> | undefined

    const leave = Effect.suspend(() => {
      requests--
      return requests === 0 && drained !== undefined ? Deferred.succeed(drained, undefined) : Effect.void
    })

    const use: InUse["use"] = (f) =>
      Effect.uninterruptibleMask((restore) => {
        const enter: Effect.Effect<Credentials> = Effect.suspend(() => {
          if (closed !== undefined) return Effect.zipRight(restore(Deferred.await(closed)), enter)
          requests++
          return Effect.succeed(current)
        })
        return Effect.flatMap(enter, (credentials) => Effect.ensuring(restore(f(credentials)), leave))
      })

    const drain = Effect.flatMap(Deferred.make<void>(), (empty) =>
      Effect.suspend(() => {
        drained = empty
        return requests === 0 ? Effect.void : Deferred.await(empty)
      }))

    const replace = (next: Credentials): Effect.Effect<void, ConfigurationError> =>
      next.clientId === current.clientId
        ? Effect.sync(() => {
          current = next
          revision++
        })
        : new ConfigurationError({
          field: "clientId",
          problem: "is another application's. A rotation exchanges the secret: sessions and tokens belong to the client id"
        })

    const close = Effect.map(Deferred.make<void>(), (gate) => {
      closed = gate
      return gate
    })

    const open = (gate: Deferred.Deferred<void>) =>
      Effect.suspend(() => {
        closed = undefined
        drained = undefined
        return Deferred.succeed(gate, undefined)
      })

    return {
      _tag: "Rotating",
      clientId: initial.clientId,
      use,
      revision: () => revision,
      rotate: (next) =>
        oneAtATime.withPermits(1)(Effect.acquireUseRelease(
          close,
          () => drain.pipe(Effect.zipRight(Effect.isEffect(next) ? next : Effect.succeed(next)), Effect.flatMap(replace)),
          open
        ))
    }
  })

/** Credentials that stay are a rotation that never comes. */
export const of = (given: Credentials | RotatingCredentials): InUse =>
  given._tag === "Rotating" ? given : { clientId: given.clientId, use: (f) => f(given), revision: () => 0 }
