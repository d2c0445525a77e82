/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location verification 1 (location-verification.yaml)
 * sha256: 5ef76e445fafced34bc0866aa733a9db3d816ef76bc9b84b67fca3e36e0b4b00
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as ApiClient from "@effect-orange/core/ApiClient"
import type * as AppAuth from "@effect-orange/core/AppAuth"
import type * as UserAuth from "@effect-orange/core/UserAuth"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as operations from "./operations.js"
import type * as M from "./schemas.js"

/**
 * The operations of LocationVerification. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Tells whether a device is in a circle.
   *
   * Changes nothing, and may be repeated.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: Orange does not know the one that is asked about.
   * - 422: Orange cannot do it for this one; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `location-verification:verify`
   *
   * `POST /verify`
   */
  readonly verifyLocation: (request: operations.VerifyLocationRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.LocationVerdict, E | ApiClient.Error | operations.VerifyLocationError, R>
}

const LocationVerificationTag: Context.TagClass<LocationVerification, "@effect-orange/client-location-verification/LocationVerification", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-location-verification/LocationVerification")<LocationVerification, Service<AppAuth.Error>>()

/**
 * Location verification
 *
 * Tells whether a device is in a circle. Where it is else is not told.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: Orange's pages for the trial devices and the circle; CAMARA's rules of the API for what else there is. The
 * playground's path is not certain.
 *
 * Its methods call with the application's own token.
 */
export class LocationVerification extends LocationVerificationTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `LocationVerification`, which calls with the application's own token. */
export const layer: Layer.Layer<LocationVerification, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(LocationVerification, make)

const LocationVerificationUserTag: Context.TagClass<LocationVerificationUser, "@effect-orange/client-location-verification/LocationVerificationUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-location-verification/LocationVerificationUser")<LocationVerificationUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Location verification
 *
 * Tells whether a device is in a circle. Where it is else is not told.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: Orange's pages for the trial devices and the circle; CAMARA's rules of the API for what else there is. The
 * playground's path is not certain.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class LocationVerificationUser extends LocationVerificationUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `LocationVerificationUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<LocationVerificationUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(LocationVerificationUser, makeUser)
