/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "population-density-data", servers: [{ url: "https://api.orange.com/camara/{surface}/population-density-data/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.2" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `retrievePopulationDensity` takes. */
export interface RetrievePopulationDensityRequest {
  readonly body: M.DensityQueryInput
}

/** What the document declares for `retrievePopulationDensity` beside success. */
export type RetrievePopulationDensityError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve */
export const retrievePopulationDensity: Operation.Operation<RetrievePopulationDensityRequest, M.Density | M.AcceptedDensity, RetrievePopulationDensityError> = {
  api,
  id: "retrievePopulationDensity",
  method: "POST",
  path: "/retrieve",
  body: { required: true, json: M.DensityQueryInput },
  responses: { "200": { json: M.Density }, "202": { json: M.AcceptedDensity }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["population-density-data:read"] }],
  idempotent: true
}
