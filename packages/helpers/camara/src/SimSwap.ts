/**
 * Whether a line's SIM card was changed of late: then a code by SMS may reach a thief.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-sim-swap"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import type * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { about, fraud } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `check` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { SimSwap } from "@effect-orange/camara"
 *
 * const isUnknown = (error: SimSwap.CheckError) => error._tag === "ApiNotFound" || error._tag === "ApiForbidden"
 * ```
 */
export type CheckError = ApiClient.Error | UserAuth.Error | Client.operations.CheckSimSwapError

/**
 * What `retrieveDate` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { SimSwap } from "@effect-orange/camara"
 *
 * const isLater = (error: SimSwap.RetrieveError) => error.isRetryable
 * ```
 */
export type RetrieveError = ApiClient.Error | UserAuth.Error | Client.operations.RetrieveSimSwapDateError

/**
 * Whether the SIM card was changed in the last hours.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { SimSwap } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 * import { Effect } from "effect"
 *
 * const signIn = Effect.flatMap(SimSwap.check({ phoneNumber: Msisdn.make("+990100000000"), maxAge: 72 }), ({ swapped }) =>
 *   swapped ? Effect.fail("ask for more than a code by SMS") : Effect.void)
 * ```
 */
export const check = (
  { maxAge, ...subject }: Subject & {
    /** How many hours to look back: 1 to 2,400; 240 by default. */
    readonly maxAge?: number | undefined
  }
): Effect.Effect<Client.Schemas.SwapVerdict, CheckError, Ciba.Ciba | Client.SimSwapUser> =>
  about(subject, { scope: "sim-swap:check", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.SimSwapUser, (client) =>
      client.checkSimSwap({ body: { ...number, ...(maxAge === undefined ? {} : { maxAge }) } })))

/**
 * When the SIM card was changed last; none where the network does not know, or may not say.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { SimSwap } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const when = SimSwap.retrieveDate({ phoneNumber: Msisdn.make("+990100000000") })
 * ```
 */
export const retrieveDate = (subject: Subject): Effect.Effect<Option.Option<DateTime.Utc>, RetrieveError, Ciba.Ciba | Client.SimSwapUser> =>
  about(subject, { scope: "sim-swap:retrieve-date", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.SimSwapUser, (client) =>
      Effect.map(client.retrieveSimSwapDate({ body: number }), (answer) => Option.fromNullable(answer.latestSimChange))))
