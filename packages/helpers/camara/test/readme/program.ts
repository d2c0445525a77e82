import * as SimSwapClient from "@effect-orange/client-sim-swap"
import { Reachability, SimSwap } from "@effect-orange/camara"
import * as ReachabilityClient from "@effect-orange/client-device-reachability-status"
import type { Msisdn } from "@effect-orange/numbers/Msisdn"
import { Effect, Layer } from "effect"

export const Clients = Layer.merge(SimSwapClient.layerUser, ReachabilityClient.layerUser)

/** Whether a code by SMS is good enough for this sign-in. */
export const isSmsGoodEnough = (phoneNumber: Msisdn) =>
  Effect.gen(function*() {
    const { swapped } = yield* SimSwap.check({ phoneNumber, maxAge: 72 })
    const { reachable } = yield* Reachability.get({ phoneNumber })
    return reachable && !swapped
  })
