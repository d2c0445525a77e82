/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as ApiClient from "@effect-orange/core/ApiClient"
import type * as UserAuth from "@effect-orange/core/UserAuth"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as operations from "./operations.js"
import type * as M from "./schemas.js"

/**
 * The operations of NumberVerification. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Tells the device's number.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: Orange does not know the one that is asked about.
   * - 422: Orange cannot do it for this line.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `number-verification:device-phone-number:read`
   *
   * `GET /device-phone-number`
   */
  readonly getDevicePhoneNumber: (options?: ApiClient.CallOptions) => Effect.Effect<M.DevicePhoneNumber, E | ApiClient.Error | operations.GetDevicePhoneNumberError, R>
  /**
   * Tells whether the device has a number.
   *
   * The number is sent as it is, or as its SHA-256. Changes nothing, and may be repeated.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: Orange does not know the one that is asked about.
   * - 422: Orange cannot do it for this line.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `number-verification:verify`
   *
   * `POST /verify`
   */
  readonly verifyNumber: (request: operations.VerifyNumberRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Verdict, E | ApiClient.Error | operations.VerifyNumberError, R>
}

const NumberVerificationUserTag: Context.TagClass<NumberVerificationUser, "@effect-orange/client-number-verification/NumberVerificationUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-number-verification/NumberVerificationUser")<NumberVerificationUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Number verification
 *
 * Tells whether the device that a person logs in with has a number, by the mobile network and without a code by SMS.
 *
 * The token is the subscriber's, got over the mobile network. It tells whose line it is.
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the playground's paths and the grant; CAMARA's rules of the API for bodies, scopes and
 * codes.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class NumberVerificationUser extends NumberVerificationUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `NumberVerificationUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<NumberVerificationUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(NumberVerificationUser, makeUser)
