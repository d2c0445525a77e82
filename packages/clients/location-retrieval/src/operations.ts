/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "location-retrieval", servers: [{ url: "https://api.orange.com/camara/{surface}/location-retrieval/{version}", variables: { surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.3" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `retrieveLocation` takes. */
export interface RetrieveLocationRequest {
  readonly body: M.LocationQuery
}

/** What the document declares for `retrieveLocation` beside success. */
export type RetrieveLocationError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /retrieve */
export const retrieveLocation: Operation.Operation<RetrieveLocationRequest, M.Location, RetrieveLocationError> = {
  api,
  id: "retrieveLocation",
  method: "POST",
  path: "/retrieve",
  body: { required: true, json: M.LocationQuery },
  responses: { "200": { json: M.Location }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["location-retrieval:read"] }],
  idempotent: true
}
