/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "playground-admin", servers: [{ url: "https://api.orange.com/camara/playground/admin/v1.0" }], security: { orange: { type: "oauth2", flows: ["App"] } } } as const

/** What `act` takes. */
export interface ActRequest {
  readonly body: M.Action
}

/** What the document declares for `act` beside success. */
export type ActError = ApiError.BadRequest<M.CamaraError> | ApiError.Unauthorized<M.Act401> | ApiError.Forbidden<M.Act403>

/** POST /action */
export const act: Operation.Operation<ActRequest, M.Act200 | M.PlaygroundNumber | void, ActError> = {
  api,
  id: "act",
  method: "POST",
  path: "/action",
  body: { required: true, json: M.Action },
  responses: { "200": { json: M.Act200 }, "201": { json: M.PlaygroundNumber }, "204": null, "400": { json: M.CamaraError }, "401": { json: M.Act401 }, "403": { json: M.Act403 } },
  security: [{ orange: [] }]
}
