/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "orange-money", servers: [{ url: "https://api.orange.com/orange-money-webpay/{country}/v1", variables: { country: { default: "dev" } } }], security: { orange: { type: "oauth2", flows: ["App"] } } } as const

/** What `createPayment` takes. */
export interface CreatePaymentRequest {
  readonly body: M.Payment
}

/** What the document declares for `createPayment` beside success. */
export type CreatePaymentError = ApiError.BadRequest<M.GatewayEnvelope> | ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope>

/** POST /webpayment */
export const createPayment: Operation.Operation<CreatePaymentRequest, M.InitiatedPayment, CreatePaymentError> = {
  api,
  id: "createPayment",
  method: "POST",
  path: "/webpayment",
  body: { required: true, json: M.Payment },
  responses: { "201": { json: M.InitiatedPayment }, "400": { json: M.GatewayEnvelope }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope } },
  security: [{ orange: [] }],
  idempotent: false
}

/** What `getTransactionStatus` takes. */
export interface GetTransactionStatusRequest {
  readonly body: M.TransactionQuery
}

/** What the document declares for `getTransactionStatus` beside success. */
export type GetTransactionStatusError = ApiError.BadRequest<M.GatewayEnvelope> | ApiError.Unauthorized<M.GatewayEnvelope> | ApiError.Forbidden<M.GatewayEnvelope> | ApiError.NotFound<M.GatewayEnvelope>

/** POST /transactionstatus */
export const getTransactionStatus: Operation.Operation<GetTransactionStatusRequest, M.Transaction, GetTransactionStatusError> = {
  api,
  id: "getTransactionStatus",
  method: "POST",
  path: "/transactionstatus",
  body: { required: true, json: M.TransactionQuery },
  responses: { "201": { json: M.Transaction }, "400": { json: M.GatewayEnvelope }, "401": { json: M.GatewayEnvelope }, "403": { json: M.GatewayEnvelope }, "404": { json: M.GatewayEnvelope } },
  security: [{ orange: [] }],
  idempotent: true
}
