/** What the transactions of a reference say together. */
import type * as Client from "@effect-orange/client-orange-money-sonatel"
import * as BigDecimal from "effect/BigDecimal"
import { type Payment, Standing } from "../Payment.js"

const refusals: ReadonlySet<string> = new Set(["FAILED", "CANCELLED", "REJECTED"])

export const isRefusal = (status: string): boolean => refusals.has(status)

/** How far a status takes a transaction. A late one of a lower rank says nothing new; money is above every refusal. */
export const rankOf = (status: string): number => status === "SUCCESS" ? 3 : isRefusal(status) ? 2 : status === "PENDING" || status === "ACCEPTED" ? 1 : 0

const ofOne = ({ amount, status, transactionId = "" }: Client.Schemas.Transaction, expected: BigDecimal.BigDecimal): Standing => {
  if (isRefusal(status)) return Standing.Refused({ status })
  if (status !== "SUCCESS") return Standing.UnderWay({ status })
  const value = amount?.value
  return value === undefined || BigDecimal.equals(BigDecimal.unsafeFromNumber(value), expected)
    ? Standing.Collected({ transactionId })
    : Standing.OtherAmount({ transactionId, amount: value })
}

const order: ReadonlyArray<Standing["_tag"]> = ["Unpaid", "Refused", "UnderWay", "OtherAmount", "Collected"]

/** Of several attempts the one that came farthest. */
export const standingOf = (transactions: ReadonlyArray<Client.Schemas.Transaction>, { amount }: Payment): Standing =>
  transactions.map((one) => ofOne(one, amount)).reduce(
    (best, one) => order.indexOf(one._tag) > order.indexOf(best._tag) ? one : best,
    Standing.Unpaid()
  )
