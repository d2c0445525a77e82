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

const answer_BadRequest: Operation.Answer = { json: M.Refusal }

const answer_Forbidden: Operation.Answer = { json: M.Refusal }

const answer_NotFound: Operation.Answer = { json: M.Refusal }

const answer_TooManyRequests: Operation.Answer = { json: M.Refusal }

const answer_Unauthorized: Operation.Answer = { json: M.Refusal }

const answer_Unprocessable: Operation.Answer = { json: M.Refusal }

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
  responses: { "200": { json: M.Matches }, "400": answer_BadRequest, "401": answer_Unauthorized, "403": answer_Forbidden, "404": answer_NotFound, "422": answer_Unprocessable, "429": answer_TooManyRequests },
  security: [{ application: [] }, { subscriber: ["kyc-match:match"] }],
  idempotent: true
}
