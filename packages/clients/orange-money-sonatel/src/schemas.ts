/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"

export interface Amount {
  readonly unit: "XOF"
  readonly value: number
}
export const Amount: S.Schema<Amount> = /*#__PURE__*/ k.schema("Amount", () => k.struct<Amount>({ unit: S.Literal("XOF"), value: k.int({ minimum: 1 }) }))

export interface CallbackRegistration {
  /** What the callback's Basic header will hold. */
  readonly apiKey: Redacted.Redacted
  /** Sonatel takes https only. */
  readonly callbackUrl: string
  readonly code: string
  readonly name: string
}
/** {@link CallbackRegistration} on the wire. */
export interface CallbackRegistrationEncoded extends Omit<CallbackRegistration, "apiKey"> {
  readonly apiKey: string
}
export const CallbackRegistration: S.Schema<CallbackRegistration, CallbackRegistrationEncoded> = /*#__PURE__*/ k.schema("CallbackRegistration", () => k.struct<CallbackRegistration, CallbackRegistrationEncoded>({
  apiKey: k.check(k.secret, { string: { minLength: 1 } }),
  callbackUrl: k.text({ pattern: "^https?://" }),
  code: k.text({ pattern: "^[0-9]{6}$" }),
  name: k.text({ minLength: 1 })
}))

export interface CollectedAmount {
  readonly unit?: string
  readonly value?: number
}
export const CollectedAmount: S.Schema<CollectedAmount> = /*#__PURE__*/ k.schema("CollectedAmount", () => k.struct<CollectedAmount>({ unit: k.opt(S.String), value: k.opt(k.number()) }))

export type ListTransactions200 = Transactions | TransactionPage
export const ListTransactions200: S.Schema<ListTransactions200> = /*#__PURE__*/ k.schema("ListTransactions200", () => k.anyOf<ListTransactions200>(Transactions, TransactionPage))

/** A problem (RFC 9457) whose status and code are texts, as measured. */
export interface Problem {
  readonly code?: string
  readonly detail?: string
  readonly instance?: string
  readonly status?: string
  readonly title?: string
  readonly type?: string
}
export const Problem: S.Schema<Problem> = /*#__PURE__*/ k.schema("Problem", () => k.struct<Problem>({
  code: k.opt(S.String),
  detail: k.opt(S.String),
  instance: k.opt(S.String),
  status: k.opt(S.String),
  title: k.opt(S.String),
  type: k.opt(S.String)
}))

export interface QrCode {
  readonly deepLink?: string
  readonly deepLinks?: { readonly [key: string]: string }
  readonly metadata?: { readonly [key: string]: unknown } | null
  /** A PNG in base64, as measured; a data URI in older notes. */
  readonly qrCode?: string
  readonly qrId: string
  readonly shortLink?: string
  readonly validFor?: QrCodeValidFor
  readonly validity?: number
}
export const QrCode: S.Schema<QrCode> = /*#__PURE__*/ k.schema("QrCode", () => k.struct<QrCode>({
  deepLink: k.opt(S.String),
  deepLinks: k.opt(k.record(S.String)),
  metadata: k.opt(S.NullOr(k.record(k.any))),
  qrCode: k.opt(S.String),
  qrId: S.String,
  shortLink: k.opt(S.String),
  validFor: k.opt(QrCodeValidFor),
  validity: k.opt(k.int())
}))

export interface QrCodeRequest {
  readonly amount: Amount
  readonly callbackCancelUrl?: string
  readonly callbackSuccessUrl?: string
  /** The merchant's code. */
  readonly code: string
  readonly metadata?: { readonly [key: string]: unknown }
  readonly name: string
  readonly reference?: string
  /** In seconds. */
  readonly validity?: number
}
export const QrCodeRequest: S.Schema<QrCodeRequest> = /*#__PURE__*/ k.schema("QrCodeRequest", () => k.struct<QrCodeRequest>({
  amount: Amount,
  callbackCancelUrl: k.opt(S.String),
  callbackSuccessUrl: k.opt(S.String),
  code: k.text({ pattern: "^[0-9]{6}$" }),
  metadata: k.opt(k.record(k.any)),
  name: k.text({ minLength: 1 }),
  reference: k.opt(S.String),
  validity: k.opt(k.int({ minimum: 1, maximum: 86400 }))
}))

export interface QrCodeValidFor {
  readonly endDateTime?: string
  readonly startDateTime?: string
}
export const QrCodeValidFor: S.Schema<QrCodeValidFor> = /*#__PURE__*/ k.schema("QrCodeValidFor", () => k.struct<QrCodeValidFor>({ endDateTime: k.opt(S.String), startDateTime: k.opt(S.String) }))

export interface RegisteredCallback {
  readonly apiKey?: Redacted.Redacted
  readonly callbackUrl?: string
  readonly code?: string
  /** `08-09-2026 18:30:42`: day, month, year. */
  readonly createdAt?: string
  readonly msisdn?: string
  readonly name?: string
}
/** {@link RegisteredCallback} on the wire. */
export interface RegisteredCallbackEncoded extends Omit<RegisteredCallback, "apiKey"> {
  readonly apiKey?: string
}
export const RegisteredCallback: S.Schema<RegisteredCallback, RegisteredCallbackEncoded> = /*#__PURE__*/ k.schema("RegisteredCallback", () => k.struct<RegisteredCallback, RegisteredCallbackEncoded>({
  apiKey: k.opt(k.secret),
  callbackUrl: k.opt(S.String),
  code: k.opt(S.String),
  createdAt: k.opt(S.String),
  msisdn: k.opt(S.String),
  name: k.opt(S.String)
}))

export interface Transaction {
  readonly amount?: CollectedAmount
  readonly code?: string
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly reference?: string | null
  readonly status: TransactionStatus
  readonly transactionId?: string
  readonly type?: string
}
export const Transaction: S.Schema<Transaction> = /*#__PURE__*/ k.schema("Transaction", () => k.struct<Transaction>({
  amount: k.opt(CollectedAmount),
  code: k.opt(S.String),
  metadata: k.opt(S.NullOr(k.record(k.any))),
  reference: k.opt(S.NullOr(S.String)),
  status: TransactionStatus,
  transactionId: k.opt(S.String),
  type: k.opt(S.String)
}))

export interface TransactionCallback {
  readonly amount?: CollectedAmount
  readonly code?: string
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly reference?: string | null
  readonly status: TransactionStatus
  readonly timestamp?: string
  readonly transactionId: string
}
export const TransactionCallback: S.Schema<TransactionCallback> = /*#__PURE__*/ k.schema("TransactionCallback", () => k.struct<TransactionCallback>({
  amount: k.opt(CollectedAmount),
  code: k.opt(S.String),
  metadata: k.opt(S.NullOr(k.record(k.any))),
  reference: k.opt(S.NullOr(S.String)),
  status: TransactionStatus,
  timestamp: k.opt(S.String),
  transactionId: S.String
}))

export interface TransactionPage {
  readonly transactions: Transactions
}
export const TransactionPage: S.Schema<TransactionPage> = /*#__PURE__*/ k.schema("TransactionPage", () => k.struct<TransactionPage>({ transactions: Transactions }))

export interface TransactionState {
  readonly status: TransactionStatus
}
export const TransactionState: S.Schema<TransactionState> = /*#__PURE__*/ k.schema("TransactionState", () => k.struct<TransactionState>({ status: TransactionStatus }))

/**
 * Only `SUCCESS` is money collected; `CANCELLED`, `FAILED` and `REJECTED` are the end too, the rest is under way.
 */
export type TransactionStatus = "ACCEPTED" | "CANCELLED" | "FAILED" | "INITIATED" | "PENDING" | "PRE_INITIATED" | "REJECTED" | "SUCCESS" | (string & {})
export const TransactionStatus: S.Schema<TransactionStatus> = /*#__PURE__*/ k.schema("TransactionStatus", () => k.openEnum("ACCEPTED", "CANCELLED", "FAILED", "INITIATED", "PENDING", "PRE_INITIATED", "REJECTED", "SUCCESS"))

export type Transactions = ReadonlyArray<Transaction>
export const Transactions: S.Schema<Transactions> = /*#__PURE__*/ k.schema("Transactions", () => k.array(Transaction))
