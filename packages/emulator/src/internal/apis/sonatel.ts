/** Orange Money of Sonatel (Senegal): QR codes, transactions, and signed callbacks that are delivered until answered. */
import { type Delivery, sonatelCallback } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { orangeMoneySonatel as document } from "../documents/index.js"
import { randomUuid } from "../bytes.js"
import type { MakeDelivery } from "../outbox.js"
import { json, problem } from "../respond.js"
import type { Call, Definition, Handler } from "../specified/api.js"
import { asProblem } from "../specified/refuse.js"
import { remember, type State } from "../state.js"
import { transactionId } from "./money.js"

export type SonatelStatus = "INITIATED" | "PENDING" | "SUCCESS" | "FAILED" | "CANCELLED" | "REJECTED"

export interface QrCode {
  readonly id: string
  readonly clientId: string
  readonly code: string
  readonly name: string
  readonly amount: number
  readonly reference: string | undefined
  readonly metadata: Readonly<Record<string, unknown>>
  readonly callbackUrl: string | undefined
  readonly successUrl: string | undefined
  readonly cancelUrl: string | undefined
  readonly created: number
  readonly expires: number
  /** None before somebody has scanned it: there is no transaction then. */
  transaction: { readonly id: string; readonly at: number; status: SonatelStatus } | undefined
}

interface Merchant {
  readonly code: string
  readonly name: string
  readonly callbackUrl: string
  readonly apiKey: string
  readonly created: number
}

export interface SonatelState {
  readonly codes: Map<string, QrCode>
  readonly merchants: Map<string, Merchant>
  /** Of the callback's signature: issued by Sonatel, not chosen. The first is the newest. */
  secrets: ReadonlyArray<string>
}

export const makeSonatelState = (secrets: ReadonlyArray<string>): SonatelState => ({ codes: new Map(), merchants: new Map(), secrets })

const most = 20_000
const never = () => false

interface Creating {
  readonly code: string
  readonly name: string
  readonly amount: { readonly value: number }
  readonly reference?: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly validity?: number
  readonly callbackSuccessUrl?: string
  readonly callbackCancelUrl?: string
}

/** An hour, where the request does not say: Sonatel's own default is not known. */
const defaultValidity = 3_600

/** A PNG of one white dot: what a person scans is the link. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII="

const pageUrl = (state: State, id: string): string => `${state.settings.baseUrl}/sonatel/pay/${id}`

const create = ({ body, exchange: { now, state }, parameters, token }: Call): PlainResponse => {
  const given = body as Creating
  const validity = given.validity ?? defaultValidity
  const header = parameters["X-Callback-Url"]
  const made: QrCode = {
    id: randomUuid(),
    clientId: token!.clientId,
    code: given.code,
    name: given.name,
    amount: given.amount.value,
    reference: given.reference,
    metadata: given.metadata ?? {},
    callbackUrl: typeof header === "string" ? header : undefined,
    successUrl: given.callbackSuccessUrl,
    cancelUrl: given.callbackCancelUrl,
    created: now,
    expires: now + validity * 1_000,
    transaction: undefined
  }
  remember(state.sonatel.codes, made.id, made, most, never)
  const link = pageUrl(state, made.id)
  return json(200, {
    deepLink: link,
    deepLinks: { OM: link, MAXIT: link },
    qrCode: dot,
    validity,
    metadata: made.metadata,
    shortLink: link,
    qrId: made.id,
    validFor: { startDateTime: new Date(now).toISOString(), endDateTime: new Date(made.expires).toISOString() }
  })
}

const transactionOf = (qr: QrCode) => ({
  transactionId: qr.transaction!.id,
  type: "MERCHANT_PAYMENT",
  status: qr.transaction!.status,
  reference: qr.reference,
  amount: { unit: "XOF", value: qr.amount },
  code: qr.code,
  metadata: qr.metadata,
  createdAt: new Date(qr.transaction!.at).toISOString()
})

const ownTransactions = ({ exchange: { state }, token }: Call): ReadonlyArray<QrCode> =>
  [...state.sonatel.codes.values()].filter((one) => one.clientId === token!.clientId && one.transaction !== undefined)

const list = (call: Call): PlainResponse => {
  const { fromDateTime, reference, size, status, transactionId } = call.parameters
  const found = ownTransactions(call).filter(({ reference: own, transaction }) =>
    (reference === undefined || own === reference) &&
    (status === undefined || transaction!.status === status) &&
    (transactionId === undefined || transaction!.id === transactionId) &&
    (typeof fromDateTime !== "string" || transaction!.at >= Date.parse(fromDateTime)))
  return json(200, found.slice(0, typeof size === "number" ? size : 20).map(transactionOf))
}

const status = (call: Call): PlainResponse => {
  const found = ownTransactions(call).find(({ transaction }) => transaction!.id === call.parameters["transactionId"])
  return found === undefined ? problem(404, "60", "Resource not found", "No transaction has this id.") : json(200, { status: found.transaction!.status })
}

interface Registering {
  readonly code: string
  readonly name: string
  readonly callbackUrl: string
  readonly apiKey: string
}

const register = ({ body, exchange: { now, state } }: Call): PlainResponse => {
  const { apiKey, callbackUrl, code, name } = body as Registering
  remember(state.sonatel.merchants, code, { code, name, callbackUrl, apiKey, created: now }, most, never)
  // Documented as 201 with a body; measured as a success without one.
  return { status: 200, headers: {}, body: "" }
}

const two = (value: number): string => String(value).padStart(2, "0")

/** `08-09-2026 18:30:42`. */
const sonatelDate = (millis: number): string => {
  const date = new Date(millis)
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)}`
}

const listMerchants = ({ exchange: { state }, parameters: { code } }: Call): PlainResponse => {
  const found = [...state.sonatel.merchants.values()].filter((one) => code === undefined || one.code === code)
  return json(200, found.map(({ created, ...one }) => ({ ...one, msisdn: "770000000", createdAt: sonatelDate(created) })))
}

/** Its gateway demands a content type of every call, of one without a body too. */
const withContentType = (handler: Handler): Handler => (call) =>
  /^application\/json *(;|$)/i.test(call.exchange.request.headers["content-type"] ?? "")
    ? handler(call)
    : problem(415, "68", "Unsupported Media Type", "The header Content-Type must be application/json on every call.")

const underWay: ReadonlyArray<SonatelStatus> = ["INITIATED", "PENDING"]

export const isOpen = ({ expires, transaction }: QrCode, now: number): boolean =>
  now < expires && (transaction === undefined || underWay.includes(transaction.status))

/** What a person did at the page: a transaction. False where the code is over. */
export const settleCode = (qr: QrCode, status: SonatelStatus, now: number): boolean => {
  if (!isOpen(qr, now)) return false
  qr.transaction = { id: qr.transaction?.id ?? transactionId(now), at: now, status }
  return true
}

/** A 4xx is final, a 5xx is delivered again (third-party knowledge). */
export const isFinal = (status: number): boolean => status >= 200 && status < 500

export const callbackOf = (state: State, qr: QrCode): MakeDelivery | undefined => {
  const merchant = state.sonatel.merchants.get(qr.code)
  const url = qr.callbackUrl ?? merchant?.callbackUrl
  if (url === undefined || qr.transaction === undefined) return undefined
  const { id, status } = qr.transaction
  const key = randomUuid()
  return (now): Promise<Delivery> =>
    sonatelCallback(url, {
      status,
      transactionId: id,
      reference: qr.reference,
      amount: qr.amount,
      code: qr.code,
      metadata: qr.metadata,
      apiKey: merchant?.apiKey,
      secrets: state.sonatel.secrets
    }, { now, key })
}

const handlers: Readonly<Record<string, Handler>> = {
  createQrCode: create,
  listTransactions: list,
  getTransactionStatus: status,
  registerCallback: register,
  listCallbacks: listMerchants
}

export const sonatel: Definition = {
  api: "orange-money-sonatel",
  document,
  surface: "sonatel",
  refuse: asProblem,
  handlers: Object.fromEntries(Object.entries(handlers).map(([id, handler]) => [id, withContentType(handler)]))
}
