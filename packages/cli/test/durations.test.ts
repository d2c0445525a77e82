import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import { parseDuration } from "../src/internal/durations.js"

describe("durations", () => {
  const good: ReadonlyArray<readonly [string, number]> = [
    ["3s", 3_000],
    ["500ms", 500],
    ["10m", 600_000],
    ["1h", 3_600_000],
    ["1.5h", 5_400_000],
    ["30d", 2_592_000_000],
    ["3 s", 3_000],
    [" 3 seconds ", 3_000],
    ["10 minutes", 600_000],
    ["1 hour", 3_600_000]
  ]
  for (const [text, millis] of good) {
    it(text, () => assert.deepStrictEqual(Option.map(parseDuration(text), Duration.toMillis), Option.some(millis)))
  }
  for (const text of ["", "3", "-3s", "0s", "0 seconds", "s", "3 fortnights", "Infinity", "1e3s"]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.isTrue(Option.isNone(parseDuration(text))))
  }
})
