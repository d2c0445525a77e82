/** Where a person pays: the hosted page of Orange Money, and what a scanned code of Sonatel opens. */
import type { PlainResponse } from "../../Message.js"
import { settle, statusOf } from "../apis/money.js"
import { callbackOf, isFinal, isOpen, type QrCode, settleCode } from "../apis/sonatel.js"
import { decodeUtf8 } from "../bytes.js"
import type { Exchange } from "../exchange.js"
import { parse } from "../form.js"
import { errorPage, escape, page } from "./page.js"

interface Bill {
  readonly to: string
  readonly amount: string
  readonly back: string | undefined
}

const payPage = ({ amount, to }: Bill): PlainResponse =>
  page(200, "en", "Pay with Orange Money", `
<p><strong>${escape(to)}</strong> asks for <strong>${escape(amount)}</strong></p>
<form method="post">
<button type="submit" name="decision" value="pay">Pay</button>
<button type="submit" name="decision" value="refuse" class="second">Refuse</button>
</form>
<p class="note">This is the effect-orange emulator: no money moves.</p>`)

const overPage = (what: string, back: string | undefined): PlainResponse =>
  page(200, "en", what, back === undefined ? "" : `<p><a href="${escape(back)}">Back to the shop</a></p>`)

type Decision = "pay" | "refuse"

/** What the page's form says. None: the page is only looked at. */
const decisionOf = ({ request }: Exchange): Decision | undefined => {
  if (request.method !== "POST") return undefined
  const decision = parse(decodeUtf8(request.body) ?? "").get("decision")
  return decision === "pay" || decision === "refuse" ? decision : undefined
}

const seeOther = (url: string): PlainResponse => ({ status: 303, headers: { Location: url, "Cache-Control": "no-store" }, body: "" })

const isOnce = () => true

export const moneyPage = (exchange: Exchange, payToken: string): PlainResponse => {
  const { now, state } = exchange
  const payment = state.money.get(payToken)
  if (payment === undefined) return errorPage("There is no such payment.")
  const status = statusOf(payment, now)
  if (status !== "INITIATED" && status !== "PENDING") return overPage(`This payment is over: ${status}`, payment.returnUrl)
  const decision = decisionOf(exchange)
  if (decision === undefined) return payPage({ to: payment.reference, amount: `${payment.amount} ${payment.currency}`, back: payment.cancelUrl })
  const notification = settle(payment, decision === "pay" ? "SUCCESS" : "FAILED", now)!
  state.outbox.start(() => notification, isOnce)
  return seeOther(decision === "pay" ? payment.returnUrl : payment.cancelUrl)
}

const afterCode = (qr: QrCode, decision: Decision): PlainResponse => {
  const url = decision === "pay" ? qr.successUrl : qr.cancelUrl
  return url === undefined ? overPage(decision === "pay" ? "Paid" : "Refused", undefined) : seeOther(url)
}

export const codePage = (exchange: Exchange, id: string): PlainResponse => {
  const { now, state } = exchange
  const qr = state.sonatel.codes.get(id)
  if (qr === undefined) return errorPage("There is no such code.")
  if (!isOpen(qr, now)) return overPage("This code is over", qr.successUrl)
  const decision = decisionOf(exchange)
  if (decision === undefined) return payPage({ to: qr.name, amount: `${qr.amount} XOF`, back: qr.cancelUrl })
  settleCode(qr, decision === "pay" ? "SUCCESS" : "CANCELLED", now)
  const callback = callbackOf(state, qr)
  if (callback !== undefined) state.outbox.start(callback, isFinal)
  return afterCode(qr, decision)
}
