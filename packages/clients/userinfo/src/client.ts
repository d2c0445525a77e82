/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
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

/** The operations of Userinfo. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Gives what fills in a form.
   *
   * Third-party knowledge.
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token without the scope (51).
   *
   * Scopes: `form_filling`, `openid`
   *
   * `GET /formfilling/fr/v1/userinfo`
   */
  readonly getFormFilling: (options?: ApiClient.CallOptions) => Effect.Effect<M.FormFilling, E | ApiClient.Error | operations.GetFormFillingError, R>
  /**
   * Tells who the person is.
   *
   * The claim `sub` alone.
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token without the scope (51).
   *
   * Scopes: `openid`
   *
   * `GET /openidconnect/fr/v1/userinfo`
   */
  readonly getIdentity: (options?: ApiClient.CallOptions) => Effect.Effect<M.Identity, E | ApiClient.Error | operations.GetIdentityError, R>
  /**
   * Gives the sandbox's made-up person.
   *
   * The path ends in a slash, as Orange has it.
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token without the scope (51).
   *
   * Scopes: `profile_sandbox`
   *
   * `GET /3legged/sandbox/fr/v1/userinfo/`
   */
  readonly getSandboxUser: (options?: ApiClient.CallOptions) => Effect.Effect<M.SandboxUser, E | ApiClient.Error | operations.GetSandboxUserError, R>
  /**
   * Gives the person's details, as far as the scopes go.
   *
   * Third-party knowledge. The claims are those of OpenID Connect (Core section 5.4).
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token without the scope (51).
   *
   * Scopes: `openid`
   *
   * `GET /userdetails/fr/v2/userinfo`
   */
  readonly getUserDetails: (options?: ApiClient.CallOptions) => Effect.Effect<M.UserDetails, E | ApiClient.Error | operations.GetUserDetailsError, R>
  /**
   * Tells who the person is, by POST.
   *
   * The same (OpenID Connect Core section 5.3.1).
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token without the scope (51).
   *
   * Scopes: `openid`
   *
   * `POST /openidconnect/fr/v1/userinfo`
   */
  readonly postIdentity: (options?: ApiClient.CallOptions) => Effect.Effect<M.Identity, E | ApiClient.Error | operations.PostIdentityError, R>
}

const UserinfoUserTag: Context.TagClass<UserinfoUser, "@effect-orange/client-userinfo/UserinfoUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-userinfo/UserinfoUser")<UserinfoUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Orange user information
 *
 * The identity and the details of a person who has logged in with Orange, by the U2M grant (Orange's guide
 * "OAuth 3-legged"): each operation with the scopes that the person granted. The sandbox is the best place to try it.
 *
 * Sources: Orange's pages for authentication and for the sandbox with its example; third-party knowledge for form filling
 * and user details, marked so.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class UserinfoUser extends UserinfoUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/** Provides `UserinfoUser`, which calls with the token of a user, who is given per call as `UserAuth`. */
export const layerUser: Layer.Layer<UserinfoUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(UserinfoUser, makeUser)
