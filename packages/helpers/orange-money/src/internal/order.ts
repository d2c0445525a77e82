/** What is wrong with an order, before anything is sent: Orange tells of much of it late or not at all. */
import * as BigDecimal from "effect/BigDecimal"
import type { Offer } from "../Offer.js"
import type { Order } from "../Payments.js"

export interface Fault {
  readonly field: string
  readonly problem: string
}

const ofLength = (field: string, text: string, longest: number, why: string): Fault | undefined =>
  text.length >= 1 && text.length <= longest ? undefined : { field, problem: `must have 1 to ${longest} characters${why}` }

const privateIp = /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./

/** Whether nobody but this machine or its network knows the host. */
const isLocal = (host: string): boolean =>
  host.startsWith("[") || host === "localhost" || host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".internal") || !host.includes(".") || privateIp.test(host)

const parsed = (url: string): URL | undefined => {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}

const urlFault = (field: string, text: string, takesLocal: boolean): Fault | undefined => {
  const url = parsed(text)
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return { field, problem: "must be an http or https URL" }
  if (text.length > 120) return { field, problem: "must have at most 120 characters" }
  return isLocal(url.hostname) && !takesLocal ? { field, problem: "must be public: Orange refuses local hosts" } : undefined
}

/** An amount as the number that is sent, if it is one that the currency has. */
export const amountNumber = (amount: BigDecimal.BigDecimal): number => BigDecimal.unsafeToNumber(amount)

const amountFault = (amount: BigDecimal.BigDecimal, currency: string, exponent: number): Fault | undefined => {
  if (!BigDecimal.isPositive(amount)) return { field: "amount", problem: "must be above 0" }
  if (BigDecimal.normalize(amount).scale > exponent) {
    return { field: "amount", problem: exponent === 0 ? `must be whole: ${currency} has no decimals` : `must have at most ${exponent} decimals, as ${currency} has` }
  }
  // JSON's numbers are what Orange reads: one that is rounded on the way would be another amount.
  return BigDecimal.equals(BigDecimal.unsafeFromNumber(amountNumber(amount)), amount) ? undefined : { field: "amount", problem: "is too large to be sent exactly" }
}

const currencyFault = (currency: string, { currency: own, path }: Offer): Fault | undefined => {
  if ((path === "dev") !== (currency === "OUV")) {
    return { field: "currency", problem: path === "dev" ? "must be OUV: the sandbox takes nothing else" : "must be a country's own: OUV is the sandbox's" }
  }
  return currency === own.code ? undefined : { field: "currency", problem: `must be ${own.code}, as the offer has it` }
}

export const faultOf = (order: Order, offer: Offer, takesLocal: boolean): Fault | undefined => {
  const currency = order.currency ?? offer.currency.code
  return ofLength("orderId", order.orderId, 30, "; a UUID is too long") ??
    currencyFault(currency, offer) ??
    amountFault(order.amount, currency, offer.currency.exponent) ??
    urlFault("returnUrl", order.returnUrl, takesLocal) ??
    urlFault("cancelUrl", order.cancelUrl, takesLocal) ??
    urlFault("notifyUrl", order.notifyUrl, takesLocal)
}
