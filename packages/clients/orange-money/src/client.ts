/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
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

/** The operations of OrangeMoney. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Initiates a payment.
   *
   * Send the person to `payment_url` as it is given: its host differs by environment. Keep order, amount, `pay_token`
   * and `notif_token` before that: the status is asked for with three of them, and a notification is known by the
   * fourth. The `pay_token` is good for ten minutes.
   *
   * Not to be repeated after a failure in between: the payment may be there.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token that does not open this API (51).
   *
   * `POST /webpayment`
   */
  readonly createPayment: (request: operations.CreatePaymentRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.InitiatedPayment, E | ApiClient.Error | operations.CreatePaymentError, R>
  /**
   * Tells how a payment stands.
   *
   * Changes nothing, and may be repeated. Orange answers 201, not 200.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or a token that does not open this API (51).
   * - 404: There is no such payment. The status is not documented.
   *
   * `POST /transactionstatus`
   */
  readonly getTransactionStatus: (request: operations.GetTransactionStatusRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Transaction, E | ApiClient.Error | operations.GetTransactionStatusError, R>
}

const OrangeMoneyTag: Context.TagClass<OrangeMoney, "@effect-orange/client-orange-money/OrangeMoney", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-orange-money/OrangeMoney")<OrangeMoney, Service<AppAuth.Error>>()

/**
 * Orange Money web payment
 *
 * Takes a payment by Orange Money: the application initiates it, sends the person to Orange's page, and asks how it went.
 *
 * A notification says neither whose payment it is nor how much, and is not signed; a return to the application proves
 * nothing. Only `getTransactionStatus` does. An application has one offer and one country.
 *
 * Sources: Orange's guide "Orange Money Web Payment Dev" as a public repository holds it whole; third-party clients for
 * what it does not say, marked so. A refund is not documented.
 *
 * Its methods call with the application's own token.
 */
export class OrangeMoney extends OrangeMoneyTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `OrangeMoney`, which calls with the application's own token. */
export const layer: Layer.Layer<OrangeMoney, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(OrangeMoney, make)
