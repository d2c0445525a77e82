/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device reachability status 1 (device-reachability-status.yaml)
 * sha256: 50b8b3622f47b17be50949eceae5742786ea044111ebf99e50454457adf60d36
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "device-reachability-status", servers: [{ url: "https://api.orange.com/camara/{surface}/device-reachability-status/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `getReachabilityStatus` takes. */
export interface GetReachabilityStatusRequest {
  readonly body: M.DeviceQuery
}

/** What the document declares for `getReachabilityStatus` beside success. */
export type GetReachabilityStatusError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve */
export const getReachabilityStatus: Operation.Operation<GetReachabilityStatusRequest, M.GetReachabilityStatus200, GetReachabilityStatusError> = {
  api,
  id: "getReachabilityStatus",
  method: "POST",
  path: "/retrieve",
  body: { required: true, json: M.DeviceQuery },
  responses: { "200": { json: M.GetReachabilityStatus200 }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["device-reachability-status:read"] }],
  idempotent: true
}
