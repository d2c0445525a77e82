/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
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
 * The operations of PopulationDensityData. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Estimates how many people are in an area.
   *
   * Changes nothing, and may be repeated; with `sink`, each request is answered by its own notification.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such thing.
   * - 422: Orange cannot do it for this area, at this precision or at once.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `population-density-data:read`
   *
   * `POST /retrieve`
   */
  readonly retrievePopulationDensity: (request: operations.RetrievePopulationDensityRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Density | M.AcceptedDensity, E | ApiClient.Error | operations.RetrievePopulationDensityError, R>
}

const PopulationDensityDataTag: Context.TagClass<PopulationDensityData, "@effect-orange/client-population-density-data/PopulationDensityData", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-population-density-data/PopulationDensityData")<PopulationDensityData, Service<AppAuth.Error>>()

/**
 * Population density data
 *
 * Estimates how many people are in an area, hour by hour, past or to come, by the mobile network. It is about no person.
 *
 * A request with `sink` is answered later, by a notification.
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices; CAMARA's rules of the API for what
 * else there is. Whether Orange sends notifications is not known.
 *
 * Its methods call with the application's own token.
 */
export class PopulationDensityData extends PopulationDensityDataTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `PopulationDensityData`, which calls with the application's own token. */
export const layer: Layer.Layer<PopulationDensityData, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(PopulationDensityData, make)

const PopulationDensityDataUserTag: Context.TagClass<PopulationDensityDataUser, "@effect-orange/client-population-density-data/PopulationDensityDataUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-population-density-data/PopulationDensityDataUser")<PopulationDensityDataUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Population density data
 *
 * Estimates how many people are in an area, hour by hour, past or to come, by the mobile network. It is about no person.
 *
 * A request with `sink` is answered later, by a notification.
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices; CAMARA's rules of the API for what
 * else there is. Whether Orange sends notifications is not known.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class PopulationDensityDataUser extends PopulationDensityDataUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `PopulationDensityDataUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<PopulationDensityDataUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(PopulationDensityDataUser, makeUser)
