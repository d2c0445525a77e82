/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "sms", servers: [{ url: "https://api.orange.com/smsmessaging/v1" }], security: { orange: { type: "oauth2", flows: ["App"] } } } as const

/** What `sendSms` takes. */
export interface SendSmsRequest {
  /**
   * The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
   * has given. The same as in the body.
   *
   * Example: `"tel:+2250000"`
   */
  readonly senderAddress: M.TelAddress
  /** `SMS_OCB2` sends to Orange's own subscribers only (on-net). The value is third-party knowledge. */
  readonly resource_type_parameter_management?: string
  readonly body: M.SendSmsRequestBody
}

/** What the document declares for `sendSms` beside success. */
export type SendSmsError = ApiError.BadRequest<M.GatewayEnvelope> | ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** POST /outbound/{senderAddress}/requests */
export const sendSms: Operation.Operation<SendSmsRequest, M.SendSmsAnswer, SendSmsError> = {
  api,
  id: "sendSms",
  method: "POST",
  path: "/outbound/{senderAddress}/requests",
  parameters: [{ name: "senderAddress", in: "path", required: true, schema: M.TelAddress }, { name: "resource_type_parameter_management", in: "query", schema: S.String }],
  body: { required: true, content: [{ json: M.SendSmsRequestBody }] },
  responses: { "201": { json: M.SendSmsAnswer }, "400": { json: M.GatewayEnvelope }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: [] }]
}
