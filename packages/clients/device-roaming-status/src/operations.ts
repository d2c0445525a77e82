/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "device-roaming-status", servers: [{ url: "https://api.orange.com/camara/{surface}/device-roaming-status/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `getRoamingStatus` takes. */
export interface GetRoamingStatusRequest {
  readonly body: M.DeviceQuery
}

/** What the document declares for `getRoamingStatus` beside success. */
export type GetRoamingStatusError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve */
export const getRoamingStatus: Operation.Operation<GetRoamingStatusRequest, M.Roaming, GetRoamingStatusError> = {
  api,
  id: "getRoamingStatus",
  method: "POST",
  path: "/retrieve",
  body: { required: true, json: M.DeviceQuery },
  responses: { "200": { json: M.Roaming }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["device-roaming-status:read"] }],
  idempotent: true
}
