/** Orange Money web payment: a payment is initiated here, paid or refused on a page, and told by a notification. */
import { moneyNotification, type Delivery } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { orangeMoney as document } from "../documents/index.js"
import { randomHex } from "../bytes.js"
import { gatewayError, gatewayErrors, json } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import { asGateway } from "../specified/refuse.js"
import { remember, type State } from "../state.js"

/** Only these two end a payment that a person has dealt with; EXPIRED is what time makes of the rest. */
export type Settled = "SUCCESS" | "FAILED"

export interface Payment {
  readonly payToken: string
  readonly notifToken: string
  readonly clientId: string
  readonly country: string
  readonly orderId: string
  readonly amount: number
  readonly currency: string
  readonly french: boolean
  readonly reference: string
  readonly returnUrl: string
  readonly cancelUrl: string
  readonly notifUrl: string
  readonly created: number
  readonly transactionId: string
  status: "INITIATED" | "PENDING" | Settled
}

/** By pay_token. */
export type MoneyState = Map<string, Payment>

const mostPayments = 20_000

/** The guide of Orange Money web payment: a pay_token is good for ten minutes. */
const lifetime = 10 * 60_000

export const statusOf = (payment: Payment, now: number): Payment["status"] | "EXPIRED" =>
  (payment.status === "INITIATED" || payment.status === "PENDING") && now >= payment.created + lifetime ? "EXPIRED" : payment.status

interface Initiating {
  readonly currency: string
  readonly order_id: string
  readonly amount: number
  readonly return_url: string
  readonly cancel_url: string
  readonly notif_url: string
  readonly lang?: "fr" | "en"
  readonly reference: string
}

/** OUV is the sandbox's money, and no country's. */
const isCurrencyOf = (country: string, currency: string): boolean => (country === "dev") === (currency === "OUV")

/** The offer of the URL: the sandbox's or a country's of two letters. None: there is nothing at such a URL. */
const countryOf = ({ parameters }: Call): string | undefined => {
  const country = String(parameters["country"])
  return /^(dev|[a-z]{2})$/i.test(country) ? country.toLowerCase() : undefined
}

const paymentUrl = (state: State, payToken: string): string => `${state.settings.baseUrl}/payment/pay_token/${payToken}`

/** `MP150709.1341.A00073`: the date, the time, and a number. */
export const transactionId = (now: number): string => {
  const [date, time] = new Date(now).toISOString().split("T") as [string, string]
  return `MP${date.slice(2).replaceAll("-", "")}.${time.slice(0, 5).replace(":", "")}.A${randomHex(3).slice(0, 5).toUpperCase()}`
}

const initiate = (call: Call): PlainResponse => {
  const { body, exchange: { now, state }, token } = call
  const given = body as Initiating
  const country = countryOf(call)
  if (country === undefined) return gatewayError(gatewayErrors.notFound)
  if (!isCurrencyOf(country, given.currency)) {
    return gatewayError(gatewayErrors.field, { detail: "The field currency must be OUV in the sandbox (dev), and a country's own currency elsewhere." })
  }
  // That order_id must be unique is documented; what a second one is answered is not.
  const isKnown = [...state.money.values()].some((one) => one.orderId === given.order_id && one.clientId === token!.clientId)
  if (isKnown) return gatewayError(gatewayErrors.conflict, { detail: "The field order_id was used before." })
  const payment: Payment = {
    payToken: randomHex(32),
    notifToken: randomHex(16),
    clientId: token!.clientId,
    country,
    orderId: given.order_id,
    amount: given.amount,
    currency: given.currency,
    french: given.lang === "fr",
    reference: given.reference,
    returnUrl: given.return_url,
    cancelUrl: given.cancel_url,
    notifUrl: given.notif_url,
    created: now,
    transactionId: transactionId(now),
    status: "INITIATED"
  }
  remember(state.money, payment.payToken, payment, mostPayments, () => false)
  return json(201, {
    status: 201,
    message: "OK",
    pay_token: payment.payToken,
    payment_url: paymentUrl(state, payment.payToken),
    notif_token: payment.notifToken
  })
}

interface Asking {
  readonly order_id: string
  readonly amount: number
  readonly pay_token: string
}

const status = (call: Call): PlainResponse => {
  const { body, exchange: { now, state }, token } = call
  const { amount, order_id, pay_token } = body as Asking
  const payment = state.money.get(pay_token)
  const isOwn = payment?.clientId === token!.clientId && payment.country === countryOf(call)
  if (!isOwn || payment.orderId !== order_id || payment.amount !== amount) {
    return gatewayError(gatewayErrors.notFound, { detail: "No payment has this order_id, amount and pay_token." })
  }
  const current = statusOf(payment, now)
  const isDone = current === "SUCCESS" || current === "FAILED"
  return json(201, { status: current, order_id, ...(isDone ? { txnid: payment.transactionId } : {}) })
}

/** Ends a payment as its person decides, and makes the notification. None if it is over already. */
export const settle = (payment: Payment, status: Settled, now: number): Delivery | undefined => {
  const current = statusOf(payment, now)
  if (current !== "INITIATED" && current !== "PENDING") return undefined
  payment.status = status
  return notificationOf(payment, status)
}

const notificationOf = (payment: Payment, status: Settled): Delivery =>
  moneyNotification(payment.notifUrl, { status, notifToken: payment.notifToken, transactionId: payment.transactionId })

export const money: Definition = {
  api: "orange-money",
  document,
  surface: "v3",
  refuse: asGateway,
  handlers: { createPayment: initiate, getTransactionStatus: status }
}
