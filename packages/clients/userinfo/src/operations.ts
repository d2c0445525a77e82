/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "userinfo", servers: [{ url: "https://api.orange.com" }], security: { orange: { type: "oauth2", flows: ["User"] } } } as const

/** What the document declares for `getFormFilling` beside success. */
export type GetFormFillingError = ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** GET /formfilling/fr/v1/userinfo */
export const getFormFilling: Operation.Operation<void, M.FormFilling, GetFormFillingError> = {
  api,
  id: "getFormFilling",
  method: "GET",
  path: "/formfilling/fr/v1/userinfo",
  responses: { "200": { json: M.FormFilling }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: ["form_filling", "openid"] }]
}

/** What the document declares for `getIdentity` beside success. */
export type GetIdentityError = ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** GET /openidconnect/fr/v1/userinfo */
export const getIdentity: Operation.Operation<void, M.Identity, GetIdentityError> = {
  api,
  id: "getIdentity",
  method: "GET",
  path: "/openidconnect/fr/v1/userinfo",
  responses: { "200": { json: M.Identity }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: ["openid"] }]
}

/** What the document declares for `getSandboxUser` beside success. */
export type GetSandboxUserError = ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** GET /3legged/sandbox/fr/v1/userinfo/ */
export const getSandboxUser: Operation.Operation<void, M.SandboxUser, GetSandboxUserError> = {
  api,
  id: "getSandboxUser",
  method: "GET",
  path: "/3legged/sandbox/fr/v1/userinfo/",
  responses: { "200": { json: M.SandboxUser }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: ["profile_sandbox"] }]
}

/** What the document declares for `getUserDetails` beside success. */
export type GetUserDetailsError = ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** GET /userdetails/fr/v2/userinfo */
export const getUserDetails: Operation.Operation<void, M.UserDetails, GetUserDetailsError> = {
  api,
  id: "getUserDetails",
  method: "GET",
  path: "/userdetails/fr/v2/userinfo",
  responses: { "200": { json: M.UserDetails }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: ["openid"] }]
}

/** What the document declares for `postIdentity` beside success. */
export type PostIdentityError = ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** POST /openidconnect/fr/v1/userinfo */
export const postIdentity: Operation.Operation<void, M.Identity, PostIdentityError> = {
  api,
  id: "postIdentity",
  method: "POST",
  path: "/openidconnect/fr/v1/userinfo",
  responses: { "200": { json: M.Identity }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: ["openid"] }],
  idempotent: true
}
