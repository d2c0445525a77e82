/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "number-verification", servers: [{ url: "https://api.orange.com/camara/{surface}/number-verification/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What the document declares for `getDevicePhoneNumber` beside success. */
export type GetDevicePhoneNumberError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** GET /device-phone-number */
export const getDevicePhoneNumber: Operation.Operation<void, M.DevicePhoneNumber, GetDevicePhoneNumberError> = {
  api,
  id: "getDevicePhoneNumber",
  method: "GET",
  path: "/device-phone-number",
  responses: { "200": { json: M.DevicePhoneNumber }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ subscriber: ["number-verification:device-phone-number:read"] }]
}

/** What `verifyNumber` takes. */
export interface VerifyNumberRequest {
  readonly body: M.Claim
}

/** What the document declares for `verifyNumber` beside success. */
export type VerifyNumberError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /verify */
export const verifyNumber: Operation.Operation<VerifyNumberRequest, M.Verdict, VerifyNumberError> = {
  api,
  id: "verifyNumber",
  method: "POST",
  path: "/verify",
  body: { required: true, json: M.Claim },
  responses: { "200": { json: M.Verdict }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ subscriber: ["number-verification:verify"] }],
  idempotent: true
}
