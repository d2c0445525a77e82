/** A store that goes away under load, with real servers and processes; a second lasts 150 ms here (`pnpm fleet` takes whole ones). */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { outage, type OutageOptions, problemsOf, shortfallsOf } from "./outage.js"

const { POSTGRES_URL, REDIS_URL } = process.env

const holdsOut = (options: Omit<OutageOptions, "second">) =>
  outage({ ...options, second: 150 }).pipe(
    Effect.tap((outcome) => Effect.sync(() => assert.deepStrictEqual(problemsOf(outcome), []))),
    Effect.repeat({ until: (outcome) => shortfallsOf(outcome).length === 0, times: 2 }),
    Effect.map((outcome) => assert.deepStrictEqual(shortfallsOf(outcome), []))
  )

describe("a store that is away for half the life of a token", () => {
  it.live.skipIf(REDIS_URL === undefined)("Redis, gone (skipped where REDIS_URL is not set: scripts/servers.sh starts one)", () =>
    holdsOut({ store: { kind: "redis", url: REDIS_URL! }, how: "gone" }), 120_000)
  it.live.skipIf(POSTGRES_URL === undefined)("PostgreSQL, silent (skipped where POSTGRES_URL is not set: scripts/servers.sh starts one)", () =>
    holdsOut({ store: { kind: "postgres", url: POSTGRES_URL! }, how: "silent" }), 120_000)
})
