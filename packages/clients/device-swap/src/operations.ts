/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device swap 1 (device-swap.yaml)
 * sha256: 833f8b8a459c933654b2e7e440705178ec3d4c3fb9776063ad273676b8939815
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "device-swap", servers: [{ url: "https://api.orange.com/camara/{surface}/device-swap/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `checkDeviceSwap` takes. */
export interface CheckDeviceSwapRequest {
  readonly body: M.SwapCheckInput
}

/** What the document declares for `checkDeviceSwap` beside success. */
export type CheckDeviceSwapError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /check */
export const checkDeviceSwap: Operation.Operation<CheckDeviceSwapRequest, M.SwapVerdict, CheckDeviceSwapError> = {
  api,
  id: "checkDeviceSwap",
  method: "POST",
  path: "/check",
  body: { required: true, json: M.SwapCheckInput },
  responses: { "200": { json: M.SwapVerdict }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["device-swap:check"] }, { subscriber: ["device-swap"] }],
  idempotent: true
}

/** What `retrieveDeviceSwapDate` takes. */
export interface RetrieveDeviceSwapDateRequest {
  readonly body: M.SwapQuery
}

/** What the document declares for `retrieveDeviceSwapDate` beside success. */
export type RetrieveDeviceSwapDateError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve-date */
export const retrieveDeviceSwapDate: Operation.Operation<RetrieveDeviceSwapDateRequest, M.SwapDate, RetrieveDeviceSwapDateError> = {
  api,
  id: "retrieveDeviceSwapDate",
  method: "POST",
  path: "/retrieve-date",
  body: { required: true, json: M.SwapQuery },
  responses: { "200": { json: M.SwapDate }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["device-swap:retrieve-date"] }, { subscriber: ["device-swap"] }],
  idempotent: true
}
