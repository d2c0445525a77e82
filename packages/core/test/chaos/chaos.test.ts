/** Eight processes, forty users, a server that rotates refresh tokens and ends a family of which one comes twice. */
import { assert, describe, it } from "@effect/vitest"
import { check } from "./checker.js"
import type { Scheme } from "./journal.js"
import { judge } from "./judge.js"
import { mixes } from "./mixes.js"
import { run, type RunOptions } from "./supervisor.js"

const { POSTGRES_URL, REDIS_URL } = process.env

const withStores = describe.skipIf(POSTGRES_URL === undefined || REDIS_URL === undefined)

const storeOf = (kind: RunOptions["store"]["kind"]): RunOptions["store"] => ({ kind, url: (kind === "redis" ? REDIS_URL : POSTGRES_URL)! })

const underChaos = async (kind: RunOptions["store"]["kind"], seconds: number): Promise<void> => {
  const { problems, traces } = await judge("mix", { store: storeOf(kind), seconds })
  for (const trace of traces) console.error(trace)
  assert.deepStrictEqual(problems, [])
}

/** A scheme that is weaker than the library's is found out. */
const foundOut = async (scheme: Scheme): Promise<void> => {
  const verdict = check(await run({
    store: storeOf("postgres"),
    seconds: 2,
    // Mostly it takes five; which process is stopped, and where, is chance.
    limit: 90,
    events: mixes.pauses,
    scheme,
    hasSeenEnough: (history) => check(history).doubles > 0
  }))
  assert.isAbove(verdict.doubles, 0, "the harness must find a scheme out that sends twice, or its silence means nothing")
}

withStores("a fleet under chaos (skipped without POSTGRES_URL and REDIS_URL: scripts/servers.sh)", () => {
  it("on PostgreSQL: no refresh token is sent twice, and every loss is a claim of a killed process", () => underChaos("postgres", 45), 240_000)
  it("on Redis: the same", () => underChaos("redis", 30), 180_000)

  it("with a lock that ends by time instead of the claim is found out", () => foundOut("lock"), 150_000)
  it("with a claim that is taken over in order to send is found out", () => foundOut("takeover"), 150_000)
})
