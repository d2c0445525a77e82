/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
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
 * The operations of QualityOnDemand. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Starts a session.
   *
   * Not to be repeated after a failure in between: it may be there. A session that is not there yet says `REQUESTED`; how
   * it went is told by a notification, or by `getSession`.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such session, or Orange does not know the device.
   * - 409: The device has such a session already, or the session cannot be extended.
   * - 422: Orange cannot do it for this one; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `quality-on-demand:sessions:create`
   *
   * `POST /sessions`
   */
  readonly createSession: (request: operations.CreateSessionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Session, E | ApiClient.Error | operations.CreateSessionError, R>
  /**
   * Ends a session.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such session, or Orange does not know the device.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `quality-on-demand:sessions:delete`
   *
   * `DELETE /sessions/{sessionId}`
   */
  readonly deleteSession: (request: operations.DeleteSessionRequest, options?: ApiClient.CallOptions) => Effect.Effect<void, E | ApiClient.Error | operations.DeleteSessionError, R>
  /**
   * Makes a session last longer.
   *
   * Not to be repeated after a failure in between: the time would be added twice.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such session, or Orange does not know the device.
   * - 409: The device has such a session already, or the session cannot be extended.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `quality-on-demand:sessions:update`
   *
   * `POST /sessions/{sessionId}/extend`
   */
  readonly extendSession: (request: operations.ExtendSessionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Session, E | ApiClient.Error | operations.ExtendSessionError, R>
  /**
   * Reads a session.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such session, or Orange does not know the device.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `quality-on-demand:sessions:read`
   *
   * `GET /sessions/{sessionId}`
   */
  readonly getSession: (request: operations.GetSessionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Session, E | ApiClient.Error | operations.GetSessionError, R>
  /**
   * Lists the sessions of a device.
   *
   * Changes nothing, and may be repeated. Without sessions the list is empty.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such session, or Orange does not know the device.
   * - 422: Orange cannot do it for this one; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `quality-on-demand:sessions:retrieve-by-device`
   *
   * `POST /retrieve-sessions`
   */
  readonly retrieveSessions: (request: operations.RetrieveSessionsRequest, options?: ApiClient.CallOptions) => Effect.Effect<ReadonlyArray<M.Session>, E | ApiClient.Error | operations.RetrieveSessionsError, R>
}

const QualityOnDemandTag: Context.TagClass<QualityOnDemand, "@effect-orange/client-quality-on-demand/QualityOnDemand", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-quality-on-demand/QualityOnDemand")<QualityOnDemand, Service<AppAuth.Error>>()

/**
 * Quality on demand
 *
 * Asks the network for a better quality between a device and a server, for as long as a session lasts. What a profile means
 * is told by an API of its own since version 0.11.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 that the playground has version 0.11; Orange's pages for versions 0.8 to 0.10; CAMARA's rules of
 * the API for the rest, of version 1, whose paths are taken to be those of 0.11.
 *
 * Its methods call with the application's own token.
 */
export class QualityOnDemand extends QualityOnDemandTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `QualityOnDemand`, which calls with the application's own token. */
export const layer: Layer.Layer<QualityOnDemand, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(QualityOnDemand, make)

const QualityOnDemandUserTag: Context.TagClass<QualityOnDemandUser, "@effect-orange/client-quality-on-demand/QualityOnDemandUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-quality-on-demand/QualityOnDemandUser")<QualityOnDemandUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Quality on demand
 *
 * Asks the network for a better quality between a device and a server, for as long as a session lasts. What a profile means
 * is told by an API of its own since version 0.11.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 that the playground has version 0.11; Orange's pages for versions 0.8 to 0.10; CAMARA's rules of
 * the API for the rest, of version 1, whose paths are taken to be those of 0.11.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class QualityOnDemandUser extends QualityOnDemandUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `QualityOnDemandUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<QualityOnDemandUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(QualityOnDemandUser, makeUser)
