/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location verification 1 (location-verification.yaml)
 * sha256: 5ef76e445fafced34bc0866aa733a9db3d816ef76bc9b84b67fca3e36e0b4b00
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "location-verification", servers: [{ url: "https://api.orange.com/camara/{surface}/location-verification/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `verifyLocation` takes. */
export interface VerifyLocationRequest {
  readonly body: M.LocationClaim
}

/** What the document declares for `verifyLocation` beside success. */
export type VerifyLocationError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /verify */
export const verifyLocation: Operation.Operation<VerifyLocationRequest, M.LocationVerdict, VerifyLocationError> = {
  api,
  id: "verifyLocation",
  method: "POST",
  path: "/verify",
  body: { required: true, json: M.LocationClaim },
  responses: { "200": { json: M.LocationVerdict }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["location-verification:verify"] }],
  idempotent: true
}
