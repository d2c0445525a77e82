/** Orange Money of Sonatel (Senegal): QR codes, transactions, and signed callbacks that are delivered until answered. */
import { type Delivery, sonatelCallback } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { orangeMoneySonatel as document } from "../documents/index.js"
import { randomUuid } from "../bytes.js"
import type { MakeDelivery } from "../outbox.js"
import { gatewayErrors, json, problem } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import { asProblem } from "../specified/refuse.js"
import { remember, type State } from "../state.js"
import { iso } from "../timestamp.js"
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
  transaction: { readonly id: string; readonly created: number; readonly changed: number; readonly status: SonatelStatus } | undefined
}

interface Merchant {
  readonly clientId: string
  readonly code: string
  readonly name: string
  readonly callbackUrl: string
  readonly apiKey: string
  readonly created: number
}

export interface SonatelState {
  readonly codes: Map<string, QrCode>
  /** By application and code. */
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
    validFor: { startDateTime: iso(now), endDateTime: iso(made.expires) }
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
  createdAt: iso(qr.transaction!.created)
})

const ownTransactions = ({ exchange: { state }, token }: Call): ReadonlyArray<QrCode> =>
  [...state.sonatel.codes.values()].filter((one) => one.clientId === token!.clientId && one.transaction !== undefined)

const list = (call: Call): PlainResponse => {
  const { fromDateTime, reference, size, status, transactionId, type } = call.parameters
  const from = typeof fromDateTime === "string" ? Date.parse(fromDateTime) : 0
  if (Number.isNaN(from)) return asProblem({ at: "query", kind: "invalid", name: "fromDateTime", why: "is no date" })
  const found = ownTransactions(call).filter(({ reference: own, transaction }) =>
    (reference === undefined || own === reference) &&
    (status === undefined || transaction!.status === status) &&
    (transactionId === undefined || transaction!.id === transactionId) &&
    (type === undefined || type === "MERCHANT_PAYMENT") &&
    transaction!.created >= from)
  return json(200, found.slice(0, typeof size === "number" ? size : 20).map(transactionOf))
}

const status = (call: Call): PlainResponse => {
  const found = ownTransactions(call).find(({ transaction }) => transaction!.id === call.parameters["transactionId"])
  return found === undefined ? problem(gatewayErrors.notFound, "No transaction has this id.") : json(200, { status: found.transaction!.status })
}

interface Registering {
  readonly code: string
  readonly name: string
  readonly callbackUrl: string
  readonly apiKey: string
}

const merchantKey = (clientId: string, code: string): string => `${clientId} ${code}`

const register = ({ body, exchange: { now, state }, token }: Call): PlainResponse => {
  const { apiKey, callbackUrl, code, name } = body as Registering
  const { clientId } = token!
  remember(state.sonatel.merchants, merchantKey(clientId, code), { clientId, code, name, callbackUrl, apiKey, created: now }, most, never)
  // Documented as 201 with a body; measured as a success without one.
  return { status: 200, headers: {}, body: "" }
}

const two = (value: number): string => String(value).padStart(2, "0")

/** `08-09-2026 18:30:42`. */
const sonatelDate = (millis: number): string => {
  const date = new Date(millis)
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)}`
}

/** An application's own: the keys are in clear. */
const listMerchants = ({ exchange: { state }, parameters: { code }, token }: Call): PlainResponse => {
  const found = [...state.sonatel.merchants.values()].filter((one) => one.clientId === token!.clientId && (code === undefined || one.code === code))
  return json(200, found.map(({ apiKey, callbackUrl, code: own, created, name }) => ({ code: own, msisdn: "770000000", name, callbackUrl, apiKey, createdAt: sonatelDate(created) })))
}

const underWay: ReadonlyArray<SonatelStatus> = ["INITIATED", "PENDING"]

/** The validity is that of the code: a transaction that has begun goes on. */
export const isOpen = ({ expires, transaction }: QrCode, now: number): boolean =>
  transaction === undefined ? now < expires : underWay.includes(transaction.status)

/** What a person did at the page: a transaction. False where the code is over. */
export const settleCode = (qr: QrCode, status: SonatelStatus, now: number): boolean => {
  if (!isOpen(qr, now)) return false
  const { created = now, id = transactionId(now) } = qr.transaction ?? {}
  qr.transaction = { id, created, changed: now, status }
  return true
}

/** A 4xx is final, a 5xx is delivered again (third-party knowledge). */
export const isFinal = (status: number): boolean => status >= 200 && status < 500

export const callbackOf = (state: State, qr: QrCode): MakeDelivery | undefined => {
  const merchant = state.sonatel.merchants.get(merchantKey(qr.clientId, qr.code))
  const url = qr.callbackUrl ?? merchant?.callbackUrl
  if (url === undefined || qr.transaction === undefined) return undefined
  const { changed, id, status } = qr.transaction
  const key = randomUuid()
  return (now): Promise<Delivery> =>
    sonatelCallback(url, {
      status,
      transactionId: id,
      reference: qr.reference,
      amount: qr.amount,
      code: qr.code,
      metadata: qr.metadata,
      at: changed,
      apiKey: merchant?.apiKey,
      secrets: state.sonatel.secrets
    }, { now, key })
}

export const sonatel: Definition = {
  api: "orange-money-sonatel",
  document,
  surface: "sonatel",
  refuse: asProblem,
  handlers: {
    createQrCode: create,
    listTransactions: list,
    getTransactionStatus: status,
    registerCallback: register,
    listCallbacks: listMerchants
  }
}
