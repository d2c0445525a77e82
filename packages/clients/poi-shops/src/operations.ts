/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import * as k from "@effect-orange/core/ApiSchema"
import type * as Operation from "@effect-orange/core/Operation"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "poi-shops", servers: [{ url: "https://api.orange.com/poi/v1" }], security: { orange: { type: "oauth2", flows: ["App"] } } } as const

/** What `listShops` takes. */
export interface ListShopsRequest {
  /**
   * A French postal code.
   *
   * Example: `"35000"`
   */
  readonly postalCode: string
}

/** What the document declares for `listShops` beside success. */
export type ListShopsError = ApiError.BadRequest<M.GatewayEnvelope> | ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** GET /shops */
export const listShops: Operation.Operation<ListShopsRequest, ReadonlyArray<M.Shop>, ListShopsError> = {
  api,
  id: "listShops",
  method: "GET",
  path: "/shops",
  parameters: [{ name: "postalCode", in: "query", required: true, schema: /*#__PURE__*/ S.suspend(() => k.text({ pattern: "^[0-9]{5}$" })) }],
  responses: { "200": { json: /*#__PURE__*/ S.suspend(() => k.array(M.Shop)) }, "400": { json: M.GatewayEnvelope }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: [] }]
}
