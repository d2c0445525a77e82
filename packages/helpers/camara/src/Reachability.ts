/**
 * Whether a device can be reached, by data or by SMS. Orange answers in an older form than CAMARA's of today, as measured in
 * 2026: both are read, and one is given.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-device-reachability-status"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import type * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { about, service } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `get` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Reachability } from "@effect-orange/camara"
 *
 * const isLater = (error: Reachability.GetError) => error.isRetryable
 * ```
 */
export type GetError = ApiClient.Error | UserAuth.Error | Client.operations.GetReachabilityStatusError

/**
 * Whether and how a device can be reached.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Reachability } from "@effect-orange/camara"
 *
 * const push = ({ by }: Reachability.Reachability) => by.includes("DATA") ? "notification" : "sms"
 * ```
 */
export interface Reachability {
  readonly reachable: boolean
  /** `DATA`, `SMS`, and what else may come. */
  readonly by: ReadonlyArray<string>
  /** When that was seen; none where the network does not say. */
  readonly at: Option.Option<DateTime.Utc>
}

/** What the older form's words mean. A word that is not known says that the device is there, and not how. */
const former: Readonly<Record<string, Pick<Reachability, "reachable" | "by">>> = {
  CONNECTED_DATA: { reachable: true, by: ["DATA"] },
  CONNECTED_SMS: { reachable: true, by: ["SMS"] },
  NOT_CONNECTED: { reachable: false, by: [] }
}

const toReachability = (answer: Client.Schemas.GetReachabilityStatus200): Reachability => {
  const at = Option.fromNullable(answer.lastStatusTime)
  if ("reachabilityStatus" in answer) return { ...(former[answer.reachabilityStatus] ?? { reachable: true, by: [] }), at }
  return { reachable: answer.reachable, by: answer.connectivity ?? [], at }
}

/**
 * Whether the device can be reached now.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Reachability } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const now = Reachability.get({ phoneNumber: Msisdn.make("+990100000000") })
 * ```
 */
export const get = (subject: Subject): Effect.Effect<Reachability, GetError, Ciba.Ciba | Client.DeviceReachabilityStatusUser> =>
  about(subject, { scope: "device-reachability-status:read", purpose: service }, ({ device }) =>
    Effect.flatMap(Client.DeviceReachabilityStatusUser, (client) => Effect.map(client.getReachabilityStatus({ body: device }), toReachability)))
