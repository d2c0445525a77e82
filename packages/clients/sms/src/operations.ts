/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import * as k from "@effect-orange/core/ApiSchema"
import type * as Operation from "@effect-orange/core/Operation"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "sms", servers: [{ url: "https://api.orange.com/smsmessaging/v1" }], security: { orange: { type: "oauth2", flows: ["App"] } } } as const

const parameter_Country: Operation.Parameter = { name: "country", in: "query", schema: /*#__PURE__*/ S.suspend(() => k.text({ pattern: "^[A-Z]{3}$" })) }

/** What `createReceiptSubscription` takes. */
export interface CreateReceiptSubscriptionRequest {
  /**
   * The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
   * has given. The same as in the body.
   *
   * Example: `"tel:+2250000"`
   */
  readonly senderAddress: M.TelAddress
  readonly body: M.ReceiptSubscriptionRequestBody
}

/** What the document declares for `createReceiptSubscription` beside success. */
export type CreateReceiptSubscriptionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal>

/** POST /outbound/{senderAddress}/subscriptions */
export const createReceiptSubscription: Operation.Operation<CreateReceiptSubscriptionRequest, M.ReceiptSubscriptionAnswer, CreateReceiptSubscriptionError> = {
  api,
  id: "createReceiptSubscription",
  method: "POST",
  path: "/outbound/{senderAddress}/subscriptions",
  parameters: [{ name: "senderAddress", in: "path", schema: M.TelAddress }],
  body: { required: true, json: M.ReceiptSubscriptionRequestBody },
  responses: { "201": { json: M.ReceiptSubscriptionAnswer }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `deleteReceiptSubscription` takes. */
export interface DeleteReceiptSubscriptionRequest {
  /**
   * The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
   * has given. The same as in the body.
   *
   * Example: `"tel:+2250000"`
   */
  readonly senderAddress: M.TelAddress
  /**
   * The last segment of the subscription's `resourceURL`.
   *
   * Example: `"0f1e2d3c"`
   */
  readonly subscriptionId: string
}

/** What the document declares for `deleteReceiptSubscription` beside success. */
export type DeleteReceiptSubscriptionError = ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal>

/** DELETE /outbound/{senderAddress}/subscriptions/{subscriptionId} */
export const deleteReceiptSubscription: Operation.Operation<DeleteReceiptSubscriptionRequest, void, DeleteReceiptSubscriptionError> = {
  api,
  id: "deleteReceiptSubscription",
  method: "DELETE",
  path: "/outbound/{senderAddress}/subscriptions/{subscriptionId}",
  parameters: [{ name: "senderAddress", in: "path", schema: M.TelAddress }, { name: "subscriptionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }],
  responses: { "204": null, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `getReceiptSubscription` takes. */
export interface GetReceiptSubscriptionRequest {
  /**
   * The last segment of the subscription's `resourceURL`.
   *
   * Example: `"0f1e2d3c"`
   */
  readonly subscriptionId: string
}

/** What the document declares for `getReceiptSubscription` beside success. */
export type GetReceiptSubscriptionError = ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal>

/** GET /outbound/subscriptions/{subscriptionId} */
export const getReceiptSubscription: Operation.Operation<GetReceiptSubscriptionRequest, M.ReceiptSubscriptionAnswer, GetReceiptSubscriptionError> = {
  api,
  id: "getReceiptSubscription",
  method: "GET",
  path: "/outbound/subscriptions/{subscriptionId}",
  parameters: [{ name: "subscriptionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }],
  responses: { "200": { json: M.ReceiptSubscriptionAnswer }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `getStatistics` takes. */
export interface GetStatisticsRequest {
  /**
   * One country, as ISO 3166-1 alpha-3 (`CIV`). Default all.
   *
   * Example: `"CIV"`
   */
  readonly country?: string
  /**
   * One application of the account. Third-party knowledge.
   *
   * Example: `"9c2b"`
   */
  readonly appid?: string
}

/** What the document declares for `getStatistics` beside success. */
export type GetStatisticsError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal>

/** GET /statistics */
export const getStatistics: Operation.Operation<GetStatisticsRequest, M.GetStatistics200, GetStatisticsError> = {
  api,
  id: "getStatistics",
  method: "GET",
  path: "/statistics",
  servers: [{ url: "https://api.orange.com/sms/admin/v1" }],
  parameters: [parameter_Country, { name: "appid", in: "query" }],
  responses: { "200": { json: M.GetStatistics200 }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `listContracts` takes. */
export interface ListContractsRequest {
  /**
   * One country, as ISO 3166-1 alpha-3 (`CIV`). Default all.
   *
   * Example: `"CIV"`
   */
  readonly country?: string
}

/** What the document declares for `listContracts` beside success. */
export type ListContractsError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal>

/** GET /contracts */
export const listContracts: Operation.Operation<ListContractsRequest, M.ListContracts200, ListContractsError> = {
  api,
  id: "listContracts",
  method: "GET",
  path: "/contracts",
  servers: [{ url: "https://api.orange.com/sms/admin/v1" }],
  parameters: [parameter_Country],
  responses: { "200": { json: M.ListContracts200 }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `listPurchaseOrders` takes. */
export interface ListPurchaseOrdersRequest {
  /**
   * One country, as ISO 3166-1 alpha-3 (`CIV`). Default all.
   *
   * Example: `"CIV"`
   */
  readonly country?: string
}

/** What the document declares for `listPurchaseOrders` beside success. */
export type ListPurchaseOrdersError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal>

/** GET /purchaseorders */
export const listPurchaseOrders: Operation.Operation<ListPurchaseOrdersRequest, M.ListPurchaseOrders200, ListPurchaseOrdersError> = {
  api,
  id: "listPurchaseOrders",
  method: "GET",
  path: "/purchaseorders",
  servers: [{ url: "https://api.orange.com/sms/admin/v1" }],
  parameters: [parameter_Country],
  responses: { "200": { json: M.ListPurchaseOrders200 }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal } },
  security: [{ orange: [] }]
}

/** What `sendSms` takes. */
export interface SendSmsRequest {
  /**
   * The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
   * has given. The same as in the body.
   *
   * Example: `"tel:+2250000"`
   */
  readonly senderAddress: M.TelAddress
  /**
   * `SMS_OCB2` sends to Orange's own subscribers only (on-net). The value is third-party knowledge.
   *
   * Example: `"SMS_OCB2"`
   */
  readonly resource_type_parameter_management?: string
  readonly body: M.SendSmsRequestBody
}

/** What the document declares for `sendSms` beside success. */
export type SendSmsError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal>

/** POST /outbound/{senderAddress}/requests */
export const sendSms: Operation.Operation<SendSmsRequest, M.SendSmsAnswer, SendSmsError> = {
  api,
  id: "sendSms",
  method: "POST",
  path: "/outbound/{senderAddress}/requests",
  parameters: [{ name: "senderAddress", in: "path", schema: M.TelAddress }, { name: "resource_type_parameter_management", in: "query" }],
  body: { required: true, json: M.SendSmsRequestBody },
  responses: { "201": { json: M.SendSmsAnswer }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal } },
  security: [{ orange: [] }],
  idempotent: false
}
