/** A call about a subscriber: with their own token, or with the application's and their number. */
import { Ciba, UserAuth } from "@effect-orange/core"
import type { Msisdn } from "@effect-orange/numbers/Msisdn"
import * as Effect from "effect/Effect"
import type { Purpose, Subject } from "../Subject.js"

/** The fields that say whom a request is about: none where the token does. */
export interface Identifier {
  readonly number: { readonly phoneNumber?: Msisdn }
  readonly device: { readonly device?: { readonly phoneNumber: Msisdn } }
}

const none: Identifier = { number: {}, device: {} }

export interface Needs {
  readonly scope: string
  /** The purpose where the subject names none. */
  readonly purpose: Purpose
}

/** Against fraud: swaps, identity. */
export const fraud: Purpose = "dpv:FraudPreventionAndDetection"

/** For a service that the subscriber asked for: location, reachability, quality. */
export const service: Purpose = "dpv:RequestedServiceProvision"

export const about = <A, E, R>(
  { phoneNumber, purpose }: Subject,
  needs: Needs,
  call: (identifier: Identifier) => Effect.Effect<A, E, R>
): Effect.Effect<A, E | UserAuth.Error, Ciba.Ciba | Exclude<R, UserAuth.UserAuth>> =>
  Effect.gen(function*() {
    const ciba = yield* Ciba.Ciba
    const subscriber = yield* ciba.authenticate({ loginHint: `tel:${phoneNumber}`, scopes: [purpose ?? needs.purpose, needs.scope] })
    const identifier = ciba.identifiedBy === "Token" ? none : { number: { phoneNumber }, device: { device: { phoneNumber } } }
    return yield* Effect.provideService(call(identifier), UserAuth.UserAuth, subscriber)
  })
