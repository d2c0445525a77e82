/**
 * Whether a line's telephone was changed of late.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-device-swap"
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
 * import type { DeviceSwap } from "@effect-orange/camara"
 *
 * const isUnknown = (error: DeviceSwap.CheckError) => error._tag === "ApiNotFound" || error._tag === "ApiForbidden"
 * ```
 */
export type CheckError = ApiClient.Error | UserAuth.Error | Client.operations.CheckDeviceSwapError

/**
 * What `retrieveDate` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { DeviceSwap } from "@effect-orange/camara"
 *
 * const isLater = (error: DeviceSwap.RetrieveError) => error.isRetryable
 * ```
 */
export type RetrieveError = ApiClient.Error | UserAuth.Error | Client.operations.RetrieveDeviceSwapDateError

/**
 * Whether the telephone was changed in the last hours.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { DeviceSwap } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 * import { Effect } from "effect"
 *
 * const signIn = Effect.flatMap(DeviceSwap.check({ phoneNumber: Msisdn.make("+990100000000"), maxAge: 72 }), ({ swapped }) =>
 *   swapped ? Effect.fail("ask for more than a code by SMS") : Effect.void)
 * ```
 */
export const check = (
  { maxAge, ...subject }: Subject & {
    /** How many hours to look back: 1 to 2,400; 240 by default. */
    readonly maxAge?: number | undefined
  }
): Effect.Effect<Client.Schemas.SwapVerdict, CheckError, Ciba.Ciba | Client.DeviceSwapUser> =>
  about(subject, { scope: "device-swap:check", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.DeviceSwapUser, (client) =>
      client.checkDeviceSwap({ body: { ...number, ...(maxAge === undefined ? {} : { maxAge }) } })))

/**
 * When the telephone was changed last; none where the network does not know, or may not say.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { DeviceSwap } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const when = DeviceSwap.retrieveDate({ phoneNumber: Msisdn.make("+990100000000") })
 * ```
 */
export const retrieveDate = (subject: Subject): Effect.Effect<Option.Option<DateTime.Utc>, RetrieveError, Ciba.Ciba | Client.DeviceSwapUser> =>
  about(subject, { scope: "device-swap:retrieve-date", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.DeviceSwapUser, (client) =>
      Effect.map(client.retrieveDeviceSwapDate({ body: number }), (answer) => Option.fromNullable(answer.latestDeviceChange))))
