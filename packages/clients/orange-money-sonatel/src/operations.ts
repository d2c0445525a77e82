/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import * as k from "@effect-orange/core/ApiSchema"
import type * as Operation from "@effect-orange/core/Operation"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "orange-money-sonatel", servers: [{ url: "https://api.orange-sonatel.com" }, { url: "https://api.sandbox.orange-sonatel.com" }], security: { sonatel: { type: "oauth2", flows: ["App"] } }, contentType: "application/json" } as const

const answer_BadRequest: Operation.Answer = { media: "application/problem+json", schema: M.Problem }

const answer_Forbidden: Operation.Answer = { media: "application/problem+json", schema: M.Problem }

const answer_Unauthorized: Operation.Answer = { media: "application/problem+json", schema: M.Problem }

const answer_UnsupportedMediaType: Operation.Answer = { media: "application/problem+json", schema: M.Problem }

/** What `createQrCode` takes. */
export interface CreateQrCodeRequest {
  /**
   * Where this payment is told to, in place of the registered URL.
   *
   * Example: `"https://shop.example/orange/sonatel"`
   */
  readonly "X-Callback-Url"?: string
  /** By contract, says one source. */
  readonly "X-Api-Key"?: Redacted.Redacted
  readonly body: M.QrCodeRequest
}

/** What the document declares for `createQrCode` beside success. */
export type CreateQrCodeError = ApiError.BadRequest<M.Problem> | ApiError.Unauthorized<M.Problem> | ApiError.Forbidden<M.Problem> | ApiError.UnsupportedMediaType<M.Problem>

/** POST /api/eWallet/v4/qrcode */
export const createQrCode: Operation.Operation<CreateQrCodeRequest, M.QrCode, CreateQrCodeError> = {
  api,
  id: "createQrCode",
  method: "POST",
  path: "/api/eWallet/v4/qrcode",
  parameters: [{ name: "X-Callback-Url", in: "header", schema: /*#__PURE__*/ S.suspend(() => k.text({ pattern: "^https?://" })) }, { name: "X-Api-Key", in: "header", schema: k.secret }],
  body: { required: true, json: M.QrCodeRequest },
  responses: { "200": { json: M.QrCode }, "400": answer_BadRequest, "401": answer_Unauthorized, "403": answer_Forbidden, "415": answer_UnsupportedMediaType },
  security: [{ sonatel: [] }],
  idempotent: false
}

/** What `getTransactionStatus` takes. */
export interface GetTransactionStatusRequest {
  /** Example: `"MP260908.1831.A12345"` */
  readonly transactionId: string
}

/** What the document declares for `getTransactionStatus` beside success. */
export type GetTransactionStatusError = ApiError.Unauthorized<M.Problem> | ApiError.Forbidden<M.Problem> | ApiError.NotFound<M.Problem> | ApiError.UnsupportedMediaType<M.Problem>

/** GET /api/eWallet/v1/transactions/{transactionId}/status */
export const getTransactionStatus: Operation.Operation<GetTransactionStatusRequest, M.TransactionState, GetTransactionStatusError> = {
  api,
  id: "getTransactionStatus",
  method: "GET",
  path: "/api/eWallet/v1/transactions/{transactionId}/status",
  parameters: [{ name: "transactionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }],
  responses: { "200": { json: M.TransactionState }, "401": answer_Unauthorized, "403": answer_Forbidden, "404": { media: "application/problem+json", schema: M.Problem }, "415": answer_UnsupportedMediaType },
  security: [{ sonatel: [] }]
}

/** What `listCallbacks` takes. */
export interface ListCallbacksRequest {
  /**
   * The merchant's code.
   *
   * Example: `"123456"`
   */
  readonly code?: string
}

/** What the document declares for `listCallbacks` beside success. */
export type ListCallbacksError = ApiError.Unauthorized<M.Problem> | ApiError.Forbidden<M.Problem> | ApiError.UnsupportedMediaType<M.Problem>

/** GET /api/notification/v1/merchantcallback */
export const listCallbacks: Operation.Operation<ListCallbacksRequest, ReadonlyArray<M.RegisteredCallback>, ListCallbacksError> = {
  api,
  id: "listCallbacks",
  method: "GET",
  path: "/api/notification/v1/merchantcallback",
  parameters: [{ name: "code", in: "query" }],
  responses: { "200": { json: /*#__PURE__*/ S.suspend(() => k.array(M.RegisteredCallback)) }, "401": answer_Unauthorized, "403": answer_Forbidden, "415": answer_UnsupportedMediaType },
  security: [{ sonatel: [] }]
}

/** What `listTransactions` takes. */
export interface ListTransactionsRequest {
  /** Example: `"order-2026-0001"` */
  readonly reference?: string
  /** Example: `"MERCHANT_PAYMENT"` */
  readonly type?: string
  /** Example: `"SUCCESS"` */
  readonly status?: M.TransactionStatus
  /** Example: `20` */
  readonly size?: number
  /** Example: `"2026-09-08T00:00:00Z"` */
  readonly fromDateTime?: string
  /** Example: `"MP260908.1831.A12345"` */
  readonly transactionId?: string
}

/** What the document declares for `listTransactions` beside success. */
export type ListTransactionsError = ApiError.BadRequest<M.Problem> | ApiError.Unauthorized<M.Problem> | ApiError.Forbidden<M.Problem> | ApiError.UnsupportedMediaType<M.Problem>

/** GET /api/eWallet/v1/transactions */
export const listTransactions: Operation.Operation<ListTransactionsRequest, M.ListTransactions200, ListTransactionsError> = {
  api,
  id: "listTransactions",
  method: "GET",
  path: "/api/eWallet/v1/transactions",
  parameters: [{ name: "reference", in: "query" }, { name: "type", in: "query" }, { name: "status", in: "query", schema: M.TransactionStatus }, { name: "size", in: "query", schema: /*#__PURE__*/ S.suspend(() => k.int({ minimum: 1 })) }, { name: "fromDateTime", in: "query" }, { name: "transactionId", in: "query" }],
  responses: { "200": { json: M.ListTransactions200 }, "400": answer_BadRequest, "401": answer_Unauthorized, "403": answer_Forbidden, "415": answer_UnsupportedMediaType },
  security: [{ sonatel: [] }]
}

/** What `registerCallback` takes. */
export interface RegisterCallbackRequest {
  readonly body: M.CallbackRegistration
}

/** What the document declares for `registerCallback` beside success. */
export type RegisterCallbackError = ApiError.BadRequest<M.Problem> | ApiError.Unauthorized<M.Problem> | ApiError.Forbidden<M.Problem> | ApiError.UnsupportedMediaType<M.Problem>

/** POST /api/notification/v1/merchantcallback */
export const registerCallback: Operation.Operation<RegisterCallbackRequest, void, RegisterCallbackError> = {
  api,
  id: "registerCallback",
  method: "POST",
  path: "/api/notification/v1/merchantcallback",
  body: { required: true, json: M.CallbackRegistration },
  responses: { "200": null, "201": null, "400": answer_BadRequest, "401": answer_Unauthorized, "403": answer_Forbidden, "415": answer_UnsupportedMediaType },
  security: [{ sonatel: [] }]
}
