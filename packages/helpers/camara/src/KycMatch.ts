/**
 * Whether what a person says of themselves is what the network's contract says.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-kyc-match"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import { about, fraud } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `match` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { KycMatch } from "@effect-orange/camara"
 *
 * const isOurs = (error: KycMatch.MatchError) => error._tag === "InvalidRequestError"
 * ```
 */
export type MatchError = ApiClient.Error | UserAuth.Error | Client.operations.MatchIdentityError

/**
 * What a person says of themselves. All of it is personal data: it is in no log, span or message of ours.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { KycMatch } from "@effect-orange/camara"
 *
 * const details: KycMatch.Details = { givenName: "Awa", familyName: "Diop", birthdate: "1990-01-31" }
 * ```
 */
export type Details = Omit<Client.Schemas.Details, "phoneNumber">

/**
 * Compares details with the contract's: each is the same, is not, or is not available; some come with a score.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { KycMatch } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 * import { Effect } from "effect"
 *
 * const isSame = KycMatch.match({ phoneNumber: Msisdn.make("+990100000000"), details: { givenName: "Awa", familyName: "Diop" } }).pipe(
 *   Effect.map(({ familyNameMatch, givenNameMatch }) => familyNameMatch === "true" && givenNameMatch === "true")
 * )
 * ```
 */
export const match = (
  { details, ...subject }: Subject & { readonly details: Details }
): Effect.Effect<Client.Schemas.Matches, MatchError, Ciba.Ciba | Client.KycMatchUser> =>
  about(subject, { scope: "kyc-match:match", purpose: fraud }, ({ number }) =>
    Effect.flatMap(Client.KycMatchUser, (client) => client.matchIdentity({ body: { ...details, ...number } })))
