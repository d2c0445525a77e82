/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
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

/** The operations of KycMatch. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Compares a person's details with Orange's.
   *
   * Send only what is to be compared. Changes nothing, and may be repeated.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: Orange does not know the one that is asked about.
   * - 422: Orange cannot do it for this one; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `kyc-match:match`
   *
   * `POST /match`
   */
  readonly matchIdentity: (request: operations.MatchIdentityRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Matches, E | ApiClient.Error | operations.MatchIdentityError, R>
}

const KycMatchTag: Context.TagClass<KycMatch, "@effect-orange/client-kyc-match/KycMatch", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-kyc-match/KycMatch")<KycMatch, Service<AppAuth.Error>>()

/**
 * KYC match
 *
 * Compares what a person says of themselves with what Orange knows of the line's holder. Orange's data is not told: each
 * answer is yes, no or nothing to compare with.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices; CAMARA's rules of the API for
 * bodies, scopes and codes. Which of the fields Orange compares is not known.
 *
 * Its methods call with the application's own token.
 */
export class KycMatch extends KycMatchTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `KycMatch`, which calls with the application's own token. */
export const layer: Layer.Layer<KycMatch, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(KycMatch, make)

const KycMatchUserTag: Context.TagClass<KycMatchUser, "@effect-orange/client-kyc-match/KycMatchUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-kyc-match/KycMatchUser")<KycMatchUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * KYC match
 *
 * Compares what a person says of themselves with what Orange knows of the line's holder. Orange's data is not told: each
 * answer is yes, no or nothing to compare with.
 *
 * With the application's token the number must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the paths of the playground and the trial devices; CAMARA's rules of the API for
 * bodies, scopes and codes. Which of the fields Orange compares is not known.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class KycMatchUser extends KycMatchUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/** Provides `KycMatchUser`, which calls with the token of a user, who is given per call as `UserAuth`. */
export const layerUser: Layer.Layer<KycMatchUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(KycMatchUser, makeUser)
