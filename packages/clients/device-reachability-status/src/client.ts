/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device reachability status 1 (device-reachability-status.yaml)
 * sha256: 50b8b3622f47b17be50949eceae5742786ea044111ebf99e50454457adf60d36
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
 * The operations of DeviceReachabilityStatus. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Tells whether a device can be reached.
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
   * Scopes: `device-reachability-status:read`
   *
   * `POST /retrieve`
   */
  readonly getReachabilityStatus: (request: operations.GetReachabilityStatusRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.GetReachabilityStatus200, E | ApiClient.Error | operations.GetReachabilityStatusError, R>
}

const DeviceReachabilityStatusTag: Context.TagClass<DeviceReachabilityStatus, "@effect-orange/client-device-reachability-status/DeviceReachabilityStatus", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-reachability-status/DeviceReachabilityStatus")<DeviceReachabilityStatus, Service<AppAuth.Error>>()

/**
 * Device reachability status
 *
 * Tells whether a device can be reached now.
 *
 * Orange answers in a form that is older than the version it names, as measured in 2026: `reachabilityStatus` in place of
 * `reachable` and `connectivity`. Both are read.
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
export class DeviceReachabilityStatus extends DeviceReachabilityStatusTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `DeviceReachabilityStatus`, which calls with the application's own token. */
export const layer: Layer.Layer<DeviceReachabilityStatus, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceReachabilityStatus, make)

const DeviceReachabilityStatusUserTag: Context.TagClass<DeviceReachabilityStatusUser, "@effect-orange/client-device-reachability-status/DeviceReachabilityStatusUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-device-reachability-status/DeviceReachabilityStatusUser")<DeviceReachabilityStatusUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Device reachability status
 *
 * Tells whether a device can be reached now.
 *
 * Orange answers in a form that is older than the version it names, as measured in 2026: `reachabilityStatus` in place of
 * `reachable` and `connectivity`. Both are read.
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
export class DeviceReachabilityStatusUser extends DeviceReachabilityStatusUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `DeviceReachabilityStatusUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<DeviceReachabilityStatusUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(DeviceReachabilityStatusUser, makeUser)
