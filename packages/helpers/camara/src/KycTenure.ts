/**
 * Whether a subscriber has been one since a day. That Orange offers it where and how is not verified.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-kyc-tenure"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import { about, fraud } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `check` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { KycTenure } from "@effect-orange/camara"
 *
 * const isLater = (error: KycTenure.CheckError) => error.isRetryable
 * ```
 */
export type CheckError = ApiClient.Error | UserAuth.Error | Client.operations.CheckTenureError

/**
 * Whether the subscriber has been one since that day (`2024-01-31`), and by what contract.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { KycTenure } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const tenure = KycTenure.check({ phoneNumber: Msisdn.make("+990100000000"), since: "2024-01-31" })
 * ```
 */
export const check = (
  { since, ...subject }: Subject & { readonly since: string }
): Effect.Effect<Client.Schemas.Tenure, CheckError, Ciba.Ciba | Client.KycTenureUser> =>
  about(subject, { scope: "kyc-tenure:check-tenure", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.KycTenureUser, (client) => client.checkTenure({ body: { tenureDate: since, ...number } })))
