/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as ApiClient from "@effect-orange/core/ApiClient"
import type * as AppAuth from "@effect-orange/core/AppAuth"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as operations from "./operations.js"
import type * as M from "./schemas.js"

/**
 * The operations of OrangeMoneySonatel. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Makes a QR code and a link to be paid.
   *
   * Declared errors:
   * - 400: The request is not valid, or by third-party knowledge the code has expired (4004).
   * - 401: The token is missing, unknown or expired.
   * - 403: The application may not do this.
   * - 415: The header Content-Type is missing or another.
   *
   * `POST /api/eWallet/v4/qrcode`
   */
  readonly createQrCode: (request: operations.CreateQrCodeRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.QrCode, E | ApiClient.Error | operations.CreateQrCodeError, R>
  /**
   * Tells how a transaction stands.
   *
   * Declared errors:
   * - 401: The token is missing, unknown or expired.
   * - 403: The application may not do this.
   * - 404: There is no such transaction.
   * - 415: The header Content-Type is missing or another.
   *
   * `GET /api/eWallet/v1/transactions/{transactionId}/status`
   */
  readonly getTransactionStatus: (request: operations.GetTransactionStatusRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.TransactionState, E | ApiClient.Error | operations.GetTransactionStatusError, R>
  /**
   * Lists what is registered.
   *
   * Declared errors:
   * - 401: The token is missing, unknown or expired.
   * - 403: The application may not do this.
   * - 415: The header Content-Type is missing or another.
   *
   * `GET /api/notification/v1/merchantcallback`
   */
  readonly listCallbacks: (request?: operations.ListCallbacksRequest, options?: ApiClient.CallOptions) => Effect.Effect<ReadonlyArray<M.RegisteredCallback>, E | ApiClient.Error | operations.ListCallbacksError, R>
  /**
   * Lists transactions.
   *
   * A bare list, empty for a code that nobody paid, as measured; an object that holds it, says one source. Both are
   * read.
   *
   * Declared errors:
   * - 400: The request is not valid, or by third-party knowledge the code has expired (4004).
   * - 401: The token is missing, unknown or expired.
   * - 403: The application may not do this.
   * - 415: The header Content-Type is missing or another.
   *
   * `GET /api/eWallet/v1/transactions`
   */
  readonly listTransactions: (request?: operations.ListTransactionsRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.ListTransactions200, E | ApiClient.Error | operations.ListTransactionsError, R>
  /**
   * Registers where a merchant's payments are told to.
   *
   * The answer has no body, as measured, though one is documented.
   *
   * Declared errors:
   * - 400: The request is not valid, or by third-party knowledge the code has expired (4004).
   * - 401: The token is missing, unknown or expired.
   * - 403: The application may not do this.
   * - 415: The header Content-Type is missing or another.
   *
   * `POST /api/notification/v1/merchantcallback`
   */
  readonly registerCallback: (request: operations.RegisterCallbackRequest, options?: ApiClient.CallOptions) => Effect.Effect<void, E | ApiClient.Error | operations.RegisterCallbackError, R>
}

const OrangeMoneySonatelTag: Context.TagClass<OrangeMoneySonatel, "@effect-orange/client-orange-money-sonatel/OrangeMoneySonatel", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-orange-money-sonatel/OrangeMoneySonatel")<OrangeMoneySonatel, Service<AppAuth.Error>>()

/**
 * Orange Money of Sonatel
 *
 * Takes payments by Orange Money in Senegal: a QR code or a link is made, a person pays with the application of Orange
 * Money or Max it, and a signed callback tells how it went. Only `SUCCESS` is money collected.
 *
 * A world of its own: its own portal, hosts and authorization server, tokens of five minutes, and a gateway that wants a
 * `Content-Type` on every call.
 *
 * Sources: third-party knowledge throughout. Measured by an integrator in production in 2026: the token answer, the QR
 * code's answer, the bare list of transactions, the demanded Content-Type, the form of errors. The rest was read in
 * several independent code bases; what a single one says is marked so.
 *
 * Its methods call with the application's own token.
 */
export class OrangeMoneySonatel extends OrangeMoneySonatelTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `OrangeMoneySonatel`, which calls with the application's own token. */
export const layer: Layer.Layer<OrangeMoneySonatel, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(OrangeMoneySonatel, make)
