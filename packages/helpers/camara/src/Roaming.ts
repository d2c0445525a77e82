/**
 * Whether a device is abroad. Which code stands for a country is not consistent, as measured in 2026: dial codes and mobile
 * country codes were seen; and there may be none at all.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-device-roaming-status"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import { about, service } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `get` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Roaming } from "@effect-orange/camara"
 *
 * const isLater = (error: Roaming.GetError) => error.isRetryable
 * ```
 */
export type GetError = ApiClient.Error | UserAuth.Error | Client.operations.GetRoamingStatusError

/**
 * Whether the device is abroad now.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Roaming } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const now = Roaming.get({ phoneNumber: Msisdn.make("+990100000000") })
 * ```
 */
export const get = (subject: Subject): Effect.Effect<Client.Schemas.Roaming, GetError, Ciba.Ciba | Client.DeviceRoamingStatusUser> =>
  about(subject, { scope: "device-roaming-status:read", purpose: service }, ({ device }) =>
    Effect.flatMap(Client.DeviceRoamingStatusUser, (client) => client.getRoamingStatus({ body: device })))
