/** What a check of a store finds, as plain data and as lines. */
import type * as TokenStore from "@effect-orange/core/TokenStore"
import * as Duration from "effect/Duration"
import type { Eviction } from "./opened.js"
import { ageInWords, printable } from "./words.js"

export interface Finding {
  readonly verdict: "ok" | "warning" | "failed"
  readonly text: string
}

export const ok = (text: string): Finding => ({ verdict: "ok", text })
const warning = (text: string): Finding => ({ verdict: "warning", text })
export const failed = (text: string): Finding => ({ verdict: "failed", text })

/** Further lines of a text stand under its first. */
export const lineOf = ({ text, verdict }: Finding): string => `${verdict.padEnd(9)}${text.trimEnd().replaceAll("\n", `\n${" ".repeat(9)}`)}`

const millis = (duration: Duration.Duration): string => `${Duration.toMillis(duration).toFixed(1)} ms`

export interface Times {
  readonly read: Duration.Duration
  readonly claim: Duration.Duration
  readonly commit: Duration.Duration
}

export const ofTimes = ({ claim, commit, read }: Times): Finding =>
  ok(`round trip: read ${millis(read)}, claim ${millis(claim)}, commit ${millis(commit)}`)

const durabilities: Readonly<Record<TokenStore.Durability, Finding>> = {
  Process: warning("durability Process: sessions end with the process that holds them"),
  Machine: ok("durability Machine: sessions outlive their processes, for those of one machine; rotating refresh tokens are safe while all replicas run on it"),
  Volatile: warning(
    "durability Volatile: the last writes may be lost in a fail-over or a restart, and a lost write brings a spent refresh token back, " +
      "which costs that user the session. AuthorizationCode refuses such a store, unless it is given allowVolatile or replay: \"Harmless\""
  ),
  Durable: ok("durability Durable: what was written stays, and rotating refresh tokens are safe, while the database commits synchronously")
}

export const ofDurability = (durability: TokenStore.Durability): Finding => durabilities[durability]

const ofEviction = ({ policy }: Eviction): Finding => {
  if (policy === undefined) return warning("maxmemory-policy: the server does not tell; make sure that it is noeviction, or sessions are dropped when its memory is full")
  return policy === "noeviction"
    ? ok("maxmemory-policy noeviction: no session is dropped to make room")
    : warning(`maxmemory-policy ${printable(policy)}: sessions are dropped when the server's memory is full; set noeviction`)
}

/** Nodes that say the same are said once. */
export const ofEvictions = (evictions: ReadonlyArray<Eviction>): ReadonlyArray<Finding> =>
  [...new Map(evictions.map((one) => [one.policy, ofEviction(one)])).values()]

/** The store's clock, read at some instant between two of this machine's. In milliseconds. */
export interface Reading {
  readonly before: number
  readonly store: number
  readonly after: number
}

/** Time servers keep clocks much closer. */
const tolerated = 5_000

export const ofClock = ({ after, before, store }: Reading): Finding => {
  const ahead = store - (before + after) / 2
  const within = `to within ${Math.ceil((after - before) / 2) + 1} ms`
  if (Math.abs(ahead) <= tolerated) return ok(`clock: the store's is this machine's, give or take ${Math.round(Math.abs(ahead))} ms (${within})`)
  return warning(
    `clock: the store's is ${ageInWords(Duration.millis(Math.abs(ahead)))} ${ahead > 0 ? "ahead of" : "behind"} this machine's (${within}): ` +
      "set both by a time server. Tokens' lifetimes are counted by each machine, claims by the store"
  )
}
