/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SIM swap 1 (sim-swap.yaml)
 * sha256: cc62ffec765bbf45318ef9db2f5217789f72f202991dc247e3a83096d989bd78
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

/** The operations of SimSwap. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Tells whether a line's SIM card was changed of late.
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
   * Scopes: `sim-swap`, `sim-swap:check`
   *
   * `POST /check`
   */
  readonly checkSimSwap: (request: operations.CheckSimSwapRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SwapVerdict, E | ApiClient.Error | operations.CheckSimSwapError, R>
  /**
   * Tells when a line's SIM card was changed last.
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
   * Scopes: `sim-swap`, `sim-swap:retrieve-date`
   *
   * `POST /retrieve-date`
   */
  readonly retrieveSimSwapDate: (request: operations.RetrieveSimSwapDateRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SwapDate, E | ApiClient.Error | operations.RetrieveSimSwapDateError, R>
}

const SimSwapTag: Context.TagClass<SimSwap, "@effect-orange/client-sim-swap/SimSwap", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-sim-swap/SimSwap")<SimSwap, Service<AppAuth.Error>>()

/**
 * SIM swap
 *
 * Tells whether and when a line's SIM card was changed, so that a code by SMS is not sent to a thief.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 for the playground's paths; Orange's pages for `maxAge` and the trial devices, one of which
 * misprints the path; CAMARA's rules of the API for bodies, scopes, codes and what else there is.
 *
 * Its methods call with the application's own token.
 */
export class SimSwap extends SimSwapTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `SimSwap`, which calls with the application's own token. */
export const layer: Layer.Layer<SimSwap, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(SimSwap, make)

const SimSwapUserTag: Context.TagClass<SimSwapUser, "@effect-orange/client-sim-swap/SimSwapUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-sim-swap/SimSwapUser")<SimSwapUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * SIM swap
 *
 * Tells whether and when a line's SIM card was changed, so that a code by SMS is not sent to a thief.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: measured in 2026 for the playground's paths; Orange's pages for `maxAge` and the trial devices, one of which
 * misprints the path; CAMARA's rules of the API for bodies, scopes, codes and what else there is.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class SimSwapUser extends SimSwapUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/** Provides `SimSwapUser`, which calls with the token of a user, who is given per call as `UserAuth`. */
export const layerUser: Layer.Layer<SimSwapUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(SimSwapUser, makeUser)
