/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC tenure 0.1 (kyc-tenure.yaml)
 * sha256: efb60e950bb830f1146763a39a223ab091493f63c0777aa499499b3c38a6d05d
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

/** The operations of KycTenure. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Tells whether the line has been the person's since a day.
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
   * Scopes: `kyc-tenure:check-tenure`
   *
   * `POST /check-tenure`
   */
  readonly checkTenure: (request: operations.CheckTenureRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Tenure, E | ApiClient.Error | operations.CheckTenureError, R>
}

const KycTenureTag: Context.TagClass<KycTenure, "@effect-orange/client-kyc-tenure/KycTenure", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-kyc-tenure/KycTenure")<KycTenure, Service<AppAuth.Error>>()

/**
 * KYC tenure
 *
 * Tells whether a line has been the same person's since a day.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: CAMARA's rules of the API throughout. Where Orange has it is not certain, and nothing of it was verified at
 * Orange.
 *
 * Its methods call with the application's own token.
 */
export class KycTenure extends KycTenureTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `KycTenure`, which calls with the application's own token. */
export const layer: Layer.Layer<KycTenure, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(KycTenure, make)

const KycTenureUserTag: Context.TagClass<KycTenureUser, "@effect-orange/client-kyc-tenure/KycTenureUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-kyc-tenure/KycTenureUser")<KycTenureUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * KYC tenure
 *
 * Tells whether a line has been the same person's since a day.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: CAMARA's rules of the API throughout. Where Orange has it is not certain, and nothing of it was verified at
 * Orange.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class KycTenureUser extends KycTenureUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `KycTenureUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<KycTenureUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(KycTenureUser, makeUser)
