/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "kyc-match", servers: [{ url: "https://api.orange.com/camara/{surface}/kyc-match/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.2" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `matchIdentity` takes. */
export interface MatchIdentityRequest {
  readonly body: M.Details
}

/** What the document declares for `matchIdentity` beside success. */
export type MatchIdentityError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /match */
export const matchIdentity: Operation.Operation<MatchIdentityRequest, M.Matches, MatchIdentityError> = {
  api,
  id: "matchIdentity",
  method: "POST",
  path: "/match",
  body: { required: true, json: M.Details },
  responses: { "200": { json: M.Matches }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["kyc-match:match"] }],
  idempotent: true
}
