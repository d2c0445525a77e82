/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC tenure 0.1 (kyc-tenure.yaml)
 * sha256: efb60e950bb830f1146763a39a223ab091493f63c0777aa499499b3c38a6d05d
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "kyc-tenure", servers: [{ url: "https://api.orange.com/camara/{surface}/kyc-tenure/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `checkTenure` takes. */
export interface CheckTenureRequest {
  readonly body: M.TenureQuery
}

/** What the document declares for `checkTenure` beside success. */
export type CheckTenureError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /check-tenure */
export const checkTenure: Operation.Operation<CheckTenureRequest, M.Tenure, CheckTenureError> = {
  api,
  id: "checkTenure",
  method: "POST",
  path: "/check-tenure",
  body: { required: true, json: M.TenureQuery },
  responses: { "200": { json: M.Tenure }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["kyc-tenure:check-tenure"] }],
  idempotent: true
}
