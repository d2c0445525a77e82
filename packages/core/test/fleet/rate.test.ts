/** Orange's 50 token requests a minute, counted where they arrive; a second lasts 300 ms here (`pnpm fleet` takes whole ones). */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { problemsOf, rate } from "./rate.js"

const { REDIS_URL } = process.env

describe("eight processes with up to two seconds each way", () => {
  it.live.skipIf(REDIS_URL === undefined)("never more than Orange's 50 in a minute; 50 in 60 s on our side would be more (skipped where REDIS_URL is not set)", () =>
    Effect.map(rate({ store: { kind: "redis", url: REDIS_URL! }, second: 300, seconds: 85 }), (counted) =>
      assert.deepStrictEqual(problemsOf(counted), [])), 90_000)
})
