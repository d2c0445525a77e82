/** Where a person pays: the hosted page of Orange Money, and what a scanned code of Sonatel opens. */
import type { PlainResponse } from "../../Message.js"
import { settle, statusOf } from "../apis/money.js"
import { callbackOf, isFinal, isOpen, type QrCode, settleCode } from "../apis/sonatel.js"
import { decodeUtf8 } from "../bytes.js"
import type { Exchange } from "../exchange.js"
import { parse } from "../form.js"
import { errorPage, escape, page, wordsFor } from "./page.js"

interface Bill {
  readonly to: string
  readonly amount: string
  readonly french: boolean
}

const payPage = ({ amount, french, to }: Bill): PlainResponse => {
  const text = wordsFor(french)
  return page(200, text.lang, text.pay, `
<p><strong>${escape(to)}</strong> ${text.asks} <strong>${escape(amount)}</strong></p>
<form method="post">
<button type="submit" name="decision" value="pay">${text.doPay}</button>
<button type="submit" name="decision" value="refuse" class="second">${text.refuse}</button>
</form>
<p class="note">${text.noMoney}</p>`)
}

/** The shop's URL as a browser may be sent to it: on the web, and in ASCII. An application's own text may be anything. */
const webUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : undefined

const overPage = (what: string, back: string | undefined, french: boolean): PlainResponse => {
  const text = wordsFor(french)
  const url = webUrl(back)
  return page(200, text.lang, what, url === undefined ? "" : `<p><a href="${escape(url)}">${text.back}</a></p>`)
}

type Decision = "pay" | "refuse"

/** What the page's form says. None: the page is only looked at. */
const decisionOf = ({ request }: Exchange): Decision | undefined => {
  if (request.method !== "POST") return undefined
  const decision = parse(decodeUtf8(request.body) ?? "").get("decision")
  return decision === "pay" || decision === "refuse" ? decision : undefined
}

/** To the shop. Where it gave no URL that a browser can go to, the page says how it ended. */
const afterwards = (decision: Decision, url: string | undefined, french: boolean): PlainResponse => {
  const to = webUrl(url)
  if (to === undefined) return overPage(decision === "pay" ? wordsFor(french).paid : wordsFor(french).refused, undefined, french)
  return { status: 303, headers: { Location: to, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" }, body: "" }
}

const isOnce = () => true

export const moneyPage = (exchange: Exchange, payToken: string): PlainResponse => {
  const { now, state } = exchange
  const payment = state.money.get(payToken)
  if (payment === undefined) return errorPage(wordsFor(false).noPayment, false, 404)
  const { french } = payment
  const status = statusOf(payment, now)
  const back = status === "SUCCESS" ? payment.returnUrl : payment.cancelUrl
  if (status !== "INITIATED" && status !== "PENDING") return overPage(`${wordsFor(french).over}: ${status}`, back, french)
  const decision = decisionOf(exchange)
  if (decision === undefined) return payPage({ to: payment.reference, amount: `${payment.amount} ${payment.currency}`, french })
  const notification = settle(payment, decision === "pay" ? "SUCCESS" : "FAILED", now)!
  state.outbox.start(() => notification, isOnce)
  return afterwards(decision, decision === "pay" ? payment.returnUrl : payment.cancelUrl, french)
}

const codeOver = ({ cancelUrl, successUrl, transaction }: QrCode): PlainResponse =>
  overPage(`${wordsFor(false).over}: ${transaction?.status ?? "EXPIRED"}`, transaction?.status === "SUCCESS" ? successUrl : cancelUrl, false)

export const codePage = (exchange: Exchange, id: string): PlainResponse => {
  const { now, state } = exchange
  const qr = state.sonatel.codes.get(id)
  if (qr === undefined) return errorPage(wordsFor(false).noPayment, false, 404)
  if (!isOpen(qr, now)) return codeOver(qr)
  const decision = decisionOf(exchange)
  if (decision === undefined) return payPage({ to: qr.name, amount: `${qr.amount} XOF`, french: false })
  settleCode(qr, decision === "pay" ? "SUCCESS" : "CANCELLED", now)
  const callback = callbackOf(state, qr)
  if (callback !== undefined) state.outbox.start(callback, isFinal)
  return afterwards(decision, decision === "pay" ? qr.successUrl : qr.cancelUrl, false)
}
