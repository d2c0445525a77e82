/**
 * Where a device is, or whether it is where somebody says.
 *
 * @since 0.1.0
 */
import * as Retrieval from "@effect-orange/client-location-retrieval"
import * as Verification from "@effect-orange/client-location-verification"
import type { ApiClient, Ciba, UserAuth } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import { about, service } from "./internal/about.js"
import type { Subject } from "./Subject.js"

/**
 * What `retrieve` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Location } from "@effect-orange/camara"
 *
 * const isLater = (error: Location.RetrieveError) => error.isRetryable
 * ```
 */
export type RetrieveError = ApiClient.Error | UserAuth.Error | Retrieval.operations.RetrieveLocationError

/**
 * What `verify` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Location } from "@effect-orange/camara"
 *
 * const isLater = (error: Location.VerifyError) => error.isRetryable
 * ```
 */
export type VerifyError = ApiClient.Error | UserAuth.Error | Verification.operations.VerifyLocationError

/**
 * A circle on the ground.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Location } from "@effect-orange/camara"
 *
 * const plateau: Location.Circle = { latitude: 5.32, longitude: -4.02, radius: 2_000 }
 * ```
 */
export interface Circle {
  /** In degrees. */
  readonly latitude: number
  readonly longitude: number
  /** In metres. */
  readonly radius: number
}

const age = (maxAge: number | undefined) => maxAge === undefined ? {} : { maxAge }

/**
 * Where the device is: a circle or a polygon, and when that was.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Location } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const where = Location.retrieve({ phoneNumber: Msisdn.make("+990100000000"), maxAge: 120 })
 * ```
 */
export const retrieve = (
  { maxAge, ...subject }: Subject & {
    /** How old the answer may be, in seconds. */
    readonly maxAge?: number | undefined
  }
): Effect.Effect<Retrieval.Schemas.Location, RetrieveError, Ciba.Ciba | Retrieval.LocationRetrievalUser> =>
  about(subject, { scope: "location-retrieval:read", purpose: service }, ({ device }) =>
    Effect.flatMap(Retrieval.LocationRetrievalUser, (client) => client.retrieveLocation({ body: { ...device, ...age(maxAge) } })))

/**
 * Whether the device is in a circle: `TRUE`, `FALSE`, `PARTIAL` with a rate, or `UNKNOWN`.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Location } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const isThere = Location.verify({ phoneNumber: Msisdn.make("+990100000000"), within: { latitude: 5.32, longitude: -4.02, radius: 2_000 } })
 * ```
 */
export const verify = (
  { maxAge, within: { latitude, longitude, radius }, ...subject }: Subject & {
    readonly within: Circle
    /** How old the answer may be, in seconds. */
    readonly maxAge?: number | undefined
  }
): Effect.Effect<Verification.Schemas.LocationVerdict, VerifyError, Ciba.Ciba | Verification.LocationVerificationUser> =>
  about(subject, { scope: "location-verification:verify", purpose: service }, ({ device }) =>
    Effect.flatMap(Verification.LocationVerificationUser, (client) =>
      client.verifyLocation({
        body: { ...device, area: { areaType: "CIRCLE", center: { latitude, longitude }, radius }, ...age(maxAge) }
      })))
