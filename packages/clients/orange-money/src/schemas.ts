/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"

/** What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
export interface GatewayEnvelope {
  /** Orange's code; it tells apart what the status does not. */
  readonly code: number
  readonly description?: string
  readonly infoURL?: string
  readonly message?: string
}
export const GatewayEnvelope: S.Schema<GatewayEnvelope> = /*#__PURE__*/ k.schema("GatewayEnvelope", () => k.struct<GatewayEnvelope>({
  code: k.int(),
  description: k.opt(S.String),
  infoURL: k.opt(S.String),
  message: k.opt(S.String)
}))

export interface InitiatedPayment {
  readonly message?: string
  /** What the notification will hold. 32 hexadecimal digits in the samples. */
  readonly notif_token: Redacted.Redacted
  /** Names the payment. 64 hexadecimal digits in the samples. */
  readonly pay_token: Redacted.Redacted
  /** Where the person pays. It holds the `pay_token`. */
  readonly payment_url: Redacted.Redacted
  /** The HTTP status once more. */
  readonly status?: number
}
/** {@link InitiatedPayment} on the wire. */
export interface InitiatedPaymentEncoded {
  readonly message?: string
  readonly notif_token: string
  readonly pay_token: string
  readonly payment_url: string
  readonly status?: number
}
export const InitiatedPayment: S.Schema<InitiatedPayment, InitiatedPaymentEncoded> = /*#__PURE__*/ k.schema("InitiatedPayment", () => k.struct<InitiatedPayment, InitiatedPaymentEncoded>({
  message: k.opt(S.String),
  notif_token: k.secret,
  pay_token: k.secret,
  payment_url: k.secret,
  status: k.opt(k.int())
}))

export interface Payment {
  readonly amount: number
  readonly cancel_url: Url
  /** `OUV` in the sandbox; a country's own currency elsewhere, such as XOF, XAF, GNF. */
  readonly currency: string
  /** The page's language. */
  readonly lang?: "fr" | "en"
  /** The merchant's key of the offer. */
  readonly merchant_key: Redacted.Redacted
  readonly notif_url: Url
  /** Used once. A UUID is too long. */
  readonly order_id: string
  /** The merchant's name on the page. */
  readonly reference: string
  readonly return_url: Url
}
/** {@link Payment} on the wire. */
export interface PaymentEncoded extends Omit<Payment, "merchant_key"> {
  readonly merchant_key: string
}
export const Payment: S.Schema<Payment, PaymentEncoded> = /*#__PURE__*/ k.schema("Payment", () => k.struct<Payment, PaymentEncoded>({
  amount: k.number({ exclusiveMinimum: 0 }),
  cancel_url: Url,
  currency: k.text({ pattern: "^[A-Z]{3}$" }),
  lang: k.opt(S.Literal("fr", "en")),
  merchant_key: k.check(k.secret, { string: { minLength: 1 } }),
  notif_url: Url,
  order_id: k.text({ minLength: 1, maxLength: 30 }),
  reference: k.text({ minLength: 1, maxLength: 30 }),
  return_url: Url
}))

export interface PaymentNotification {
  readonly notif_token: Redacted.Redacted
  readonly status: "SUCCESS" | "FAILED" | (string & {})
  readonly txnid?: string
}
/** {@link PaymentNotification} on the wire. */
export interface PaymentNotificationEncoded extends Omit<PaymentNotification, "notif_token"> {
  readonly notif_token: string
}
export const PaymentNotification: S.Schema<PaymentNotification, PaymentNotificationEncoded> = /*#__PURE__*/ k.schema("PaymentNotification", () => k.struct<PaymentNotification, PaymentNotificationEncoded>({
  notif_token: k.secret,
  status: k.openEnum("SUCCESS", "FAILED"),
  txnid: k.opt(S.String)
}))

export interface Transaction {
  readonly order_id?: string
  readonly status: "INITIATED" | "PENDING" | "EXPIRED" | "SUCCESS" | "FAILED" | (string & {})
  /** Orange's number of the transaction. Probably absent before its end. */
  readonly txnid?: string
}
export const Transaction: S.Schema<Transaction> = /*#__PURE__*/ k.schema("Transaction", () => k.struct<Transaction>({
  order_id: k.opt(S.String),
  status: k.openEnum("INITIATED", "PENDING", "EXPIRED", "SUCCESS", "FAILED"),
  txnid: k.opt(S.String)
}))

export interface TransactionQuery {
  readonly amount: number
  readonly order_id: string
  readonly pay_token: Redacted.Redacted
}
/** {@link TransactionQuery} on the wire. */
export interface TransactionQueryEncoded extends Omit<TransactionQuery, "pay_token"> {
  readonly pay_token: string
}
export const TransactionQuery: S.Schema<TransactionQuery, TransactionQueryEncoded> = /*#__PURE__*/ k.schema("TransactionQuery", () => k.struct<TransactionQuery, TransactionQueryEncoded>({
  amount: k.number({ exclusiveMinimum: 0 }),
  order_id: k.text({ minLength: 1, maxLength: 30 }),
  pay_token: k.check(k.secret, { string: { minLength: 1 } })
}))

/** A public URL, at most 120 characters; not of a local host. */
export type Url = string
export const Url: S.Schema<Url> = /*#__PURE__*/ k.schema("Url", () => k.text({ maxLength: 120, pattern: "^https?://" }))
