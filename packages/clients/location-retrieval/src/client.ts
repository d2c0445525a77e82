/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
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
 * The operations of LocationRetrieval. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Tells an area that a device is in.
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
   * Scopes: `location-retrieval:read`
   *
   * `POST /retrieve`
   */
  readonly retrieveLocation: (request: operations.RetrieveLocationRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Location, E | ApiClient.Error | operations.RetrieveLocationError, R>
}

const LocationRetrievalTag: Context.TagClass<LocationRetrieval, "@effect-orange/client-location-retrieval/LocationRetrieval", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-location-retrieval/LocationRetrieval")<LocationRetrieval, Service<AppAuth.Error>>()

/**
 * Location retrieval
 *
 * Tells an area that a device is in.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices, the number and `maxAge`; CAMARA's
 * rules of the API for what else there is.
 *
 * Its methods call with the application's own token.
 */
export class LocationRetrieval extends LocationRetrievalTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `LocationRetrieval`, which calls with the application's own token. */
export const layer: Layer.Layer<LocationRetrieval, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(LocationRetrieval, make)

const LocationRetrievalUserTag: Context.TagClass<LocationRetrievalUser, "@effect-orange/client-location-retrieval/LocationRetrievalUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-location-retrieval/LocationRetrievalUser")<LocationRetrievalUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Location retrieval
 *
 * Tells an area that a device is in.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices, the number and `maxAge`; CAMARA's
 * rules of the API for what else there is.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class LocationRetrievalUser extends LocationRetrievalUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `LocationRetrievalUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<LocationRetrievalUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(LocationRetrievalUser, makeUser)
