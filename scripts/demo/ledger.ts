/** The account at the end: what was sent, by endpoint, against what a client without a token's life would have sent. */
import type { Journal } from "@effect-orange/emulator"
import { type Account, count } from "./stage.js"

const names: ReadonlyArray<readonly [Journal.Endpoint, string]> = [
  ["token", "2-legged token requests"],
  ["userToken", "U2M token requests"],
  ["authorize", "authorize, log-in, consent"],
  ["jwks", "signing keys"],
  ["gateway", "API calls"]
]

export const ledger = (accounts: ReadonlyArray<Account>): ReadonlyArray<ReadonlyArray<string>> => [
  ["", "sent", "naive client"],
  ...names.map(([endpoint, name]) => {
    const sent = accounts.reduce((sum, { entries }) => sum + count(entries, endpoint), 0)
    const naive = accounts.reduce((sum, account) => sum + (account.naive[endpoint] ?? 0), 0)
    return [name, sent.toLocaleString("en"), naive.toLocaleString("en")]
  })
]
