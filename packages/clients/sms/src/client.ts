/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
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

/** The operations of Sms. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Asks for delivery receipts of a sender's messages.
   *
   * Third-party knowledge. Orange's page of today declares receipts by a contact form ("Real time SMS DR"); these
   * operations may be closed to new applications.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `POST /outbound/{senderAddress}/subscriptions`
   */
  readonly createReceiptSubscription: (request: operations.CreateReceiptSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.ReceiptSubscriptionAnswer, E | ApiClient.Error | operations.CreateReceiptSubscriptionError, R>
  /**
   * Ends a subscription.
   *
   * Third-party knowledge; the status is not certain.
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   * - 404: There is no such subscription (60).
   *
   * `DELETE /outbound/{senderAddress}/subscriptions/{subscriptionId}`
   */
  readonly deleteReceiptSubscription: (request: operations.DeleteReceiptSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<void, E | ApiClient.Error | operations.DeleteReceiptSubscriptionError, R>
  /**
   * Reads a subscription.
   *
   * Third-party knowledge; the path has no sender.
   *
   * Declared errors:
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   * - 404: There is no such subscription (60).
   *
   * `GET /outbound/subscriptions/{subscriptionId}`
   */
  readonly getReceiptSubscription: (request: operations.GetReceiptSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.ReceiptSubscriptionAnswer, E | ApiClient.Error | operations.GetReceiptSubscriptionError, R>
  /**
   * Tells how many messages were used.
   *
   * What one item holds today is not known: it is given as it comes. An older answer was an object
   * (`partnerStatistics`).
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `GET /statistics`
   */
  readonly getStatistics: (request?: operations.GetStatisticsRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.GetStatistics200, E | ApiClient.Error | operations.GetStatisticsError, R>
  /**
   * Lists contracts, with the messages that are left.
   *
   * Orange's example is a list. An answer of 2022 was an object (`partnerContracts`); both are read. All are given at
   * once.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `GET /contracts`
   */
  readonly listContracts: (request?: operations.ListContractsRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.ListContracts200, E | ApiClient.Error | operations.ListContractsError, R>
  /**
   * Lists the bundles that were bought.
   *
   * Orange's example is a list; an older answer was an object that holds it (`purchaseOrders`). Both are read.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `GET /purchaseorders`
   */
  readonly listPurchaseOrders: (request?: operations.ListPurchaseOrdersRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.ListPurchaseOrders200, E | ApiClient.Error | operations.ListPurchaseOrdersError, R>
  /**
   * Sends a message to one recipient.
   *
   * The answer's `resourceURL` ends in the message's id, by which receipts name it. Orange states 160 characters for one
   * SMS; a longer text costs several units. A message to a sender that makes no sense was accepted too, as measured in
   * 2026. At most 5 messages a second, by third-party knowledge.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `POST /outbound/{senderAddress}/requests`
   */
  readonly sendSms: (request: operations.SendSmsRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SendSmsAnswer, E | ApiClient.Error | operations.SendSmsError, R>
}

const SmsTag: Context.TagClass<Sms, "@effect-orange/client-sms/Sms", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-sms/Sms")<Sms, Service<AppAuth.Error>>()

/**
 * SMS Africa and Middle East
 *
 * Sends text messages through Orange's networks in Africa and the Middle East, and tells what is left of the contracts
 * that they are charged to. The per-country products share this API.
 *
 * An accepted message (201) is not a delivered one: delivery is told by receipts.
 *
 * Sources: Orange's pages for the URLs, methods, the percent-encoded sender, contracts and purchase orders; samples of
 * several independent applications for the bodies. What only third parties say is marked so.
 *
 * Its methods call with the application's own token.
 */
export class Sms extends SmsTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `Sms`, which calls with the application's own token. */
export const layer: Layer.Layer<Sms, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(Sms, make)
