/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SIM swap 1 (sim-swap.yaml)
 * sha256: cc62ffec765bbf45318ef9db2f5217789f72f202991dc247e3a83096d989bd78
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "sim-swap", servers: [{ url: "https://api.orange.com/camara/{surface}/sim-swap/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v1" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `checkSimSwap` takes. */
export interface CheckSimSwapRequest {
  readonly body: M.SwapCheckInput
}

/** What the document declares for `checkSimSwap` beside success. */
export type CheckSimSwapError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /check */
export const checkSimSwap: Operation.Operation<CheckSimSwapRequest, M.SwapVerdict, CheckSimSwapError> = {
  api,
  id: "checkSimSwap",
  method: "POST",
  path: "/check",
  body: { required: true, json: M.SwapCheckInput },
  responses: { "200": { json: M.SwapVerdict }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["sim-swap:check"] }, { subscriber: ["sim-swap"] }],
  idempotent: true
}

/** What `retrieveSimSwapDate` takes. */
export interface RetrieveSimSwapDateRequest {
  readonly body: M.SwapQuery
}

/** What the document declares for `retrieveSimSwapDate` beside success. */
export type RetrieveSimSwapDateError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve-date */
export const retrieveSimSwapDate: Operation.Operation<RetrieveSimSwapDateRequest, M.SwapDate, RetrieveSimSwapDateError> = {
  api,
  id: "retrieveSimSwapDate",
  method: "POST",
  path: "/retrieve-date",
  body: { required: true, json: M.SwapQuery },
  responses: { "200": { json: M.SwapDate }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["sim-swap:retrieve-date"] }, { subscriber: ["sim-swap"] }],
  idempotent: true
}
