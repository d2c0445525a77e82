/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
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
 * The operations of DeviceRoamingStatus. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Tells whether a device is roaming.
   *
   * Changes nothing, and may be repeated. An answer may say `roaming` and no country, as measured.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: Orange does not know the one that is asked about.
   * - 422: Orange cannot do it for this one; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `device-roaming-status:read`
   *
   * `POST /retrieve`
   */
  readonly getRoamingStatus: (request: operations.GetRoamingStatusRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Roaming, E | ApiClient.Error | operations.GetRoamingStatusError, R>
}

const DeviceRoamingStatusTag: Context.TagClass<DeviceRoamingStatus, "@effect-orange/client-device-roaming-status/DeviceRoamingStatus", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-roaming-status/DeviceRoamingStatus")<DeviceRoamingStatus, Service<AppAuth.Error>>()

/**
 * Device roaming status
 *
 * Tells whether a device is roaming, and in which country.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 for the playground's path, the `device` around the number and the form of the answer; CAMARA's
 * rules of the API for what else there is.
 *
 * Its methods call with the application's own token.
 */
export class DeviceRoamingStatus extends DeviceRoamingStatusTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `DeviceRoamingStatus`, which calls with the application's own token. */
export const layer: Layer.Layer<DeviceRoamingStatus, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceRoamingStatus, make)

const DeviceRoamingStatusUserTag: Context.TagClass<DeviceRoamingStatusUser, "@effect-orange/client-device-roaming-status/DeviceRoamingStatusUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-roaming-status/DeviceRoamingStatusUser")<DeviceRoamingStatusUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Device roaming status
 *
 * Tells whether a device is roaming, and in which country.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 for the playground's path, the `device` around the number and the form of the answer; CAMARA's
 * rules of the API for what else there is.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class DeviceRoamingStatusUser extends DeviceRoamingStatusUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `DeviceRoamingStatusUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<DeviceRoamingStatusUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceRoamingStatusUser, makeUser)
