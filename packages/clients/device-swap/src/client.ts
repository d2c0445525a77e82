/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device swap 1 (device-swap.yaml)
 * sha256: 833f8b8a459c933654b2e7e440705178ec3d4c3fb9776063ad273676b8939815
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

/** The operations of DeviceSwap. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Tells whether the device of a line was changed of late.
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
   * Scopes: `device-swap`, `device-swap:check`
   *
   * `POST /check`
   */
  readonly checkDeviceSwap: (request: operations.CheckDeviceSwapRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SwapVerdict, E | ApiClient.Error | operations.CheckDeviceSwapError, R>
  /**
   * Tells when the device of a line was changed last.
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
   * Scopes: `device-swap`, `device-swap:retrieve-date`
   *
   * `POST /retrieve-date`
   */
  readonly retrieveDeviceSwapDate: (request: operations.RetrieveDeviceSwapDateRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SwapDate, E | ApiClient.Error | operations.RetrieveDeviceSwapDateError, R>
}

const DeviceSwapTag: Context.TagClass<DeviceSwap, "@effect-orange/client-device-swap/DeviceSwap", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-swap/DeviceSwap")<DeviceSwap, Service<AppAuth.Error>>()

/**
 * Device swap
 *
 * Tells whether and when the device of a line was changed, so that a code by SMS is not sent to a thief.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: CAMARA's rules of the API throughout; where Orange has it is not certain.
 *
 * Its methods call with the application's own token.
 */
export class DeviceSwap extends DeviceSwapTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `DeviceSwap`, which calls with the application's own token. */
export const layer: Layer.Layer<DeviceSwap, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceSwap, make)

const DeviceSwapUserTag: Context.TagClass<DeviceSwapUser, "@effect-orange/client-device-swap/DeviceSwapUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-swap/DeviceSwapUser")<DeviceSwapUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Device swap
 *
 * Tells whether and when the device of a line was changed, so that a code by SMS is not sent to a thief.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: CAMARA's rules of the API throughout; where Orange has it is not certain.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class DeviceSwapUser extends DeviceSwapUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `DeviceSwapUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<DeviceSwapUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceSwapUser, makeUser)
