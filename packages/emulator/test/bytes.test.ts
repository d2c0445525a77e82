import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as Crypto from "node:crypto"
import { decodeBase64, sha256 } from "../src/internal/bytes.js"
import { encode, parse } from "../src/internal/form.js"
import { makeLimiter } from "../src/internal/rateLimit.js"
import { remember } from "../src/internal/state.js"

describe("bytes", () => {
  it.prop("sha256 is Node's", [FastCheck.string({ maxLength: 300 })], ([text]) => {
    assert.strictEqual(Buffer.from(sha256(text)).toString("hex"), Crypto.createHash("sha256").update(text).digest("hex"))
  })

  it.prop("base64 with and without padding", [FastCheck.uint8Array({ minLength: 1, maxLength: 40 })], ([bytes]) => {
    const text = Buffer.from(bytes).toString("base64")
    assert.deepStrictEqual(decodeBase64(text), Uint8Array.from(bytes))
    assert.deepStrictEqual(decodeBase64(text.replace(/=+$/, "")), Uint8Array.from(bytes))
  })
})

describe("forms", () => {
  const texts = FastCheck.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("\0"))

  it.prop("what is encoded is read back", [FastCheck.dictionary(texts, texts, { maxKeys: 8 })], ([fields]) => {
    const parameters = parse(encode(Object.entries(fields)))
    assert.isFalse(parameters.malformed)
    assert.deepStrictEqual(parameters.repeated, [])
    for (const [name, value] of Object.entries(fields)) assert.strictEqual(parameters.get(name), value)
  })

  it.prop("any text at all is read without a throw", [FastCheck.string({ unit: "binary" })], ([text]) => {
    assert.isBoolean(parse(text).malformed)
  })

  it("a flood of parameters is refused", () => assert.isTrue(parse("a&".repeat(10_000)).malformed))
})

describe("the sliding window", () => {
  it.prop("never lets more than the limit pass in any window", [
    FastCheck.array(FastCheck.integer({ min: 0, max: 40 }), { maxLength: 300 }),
    FastCheck.integer({ min: 1, max: 5 })
  ], ([gaps, limit]) => {
    const limiter = makeLimiter(limit, 100)
    const passed: Array<number> = []
    let now = 0
    for (const gap of gaps) {
      now += gap
      const recent = passed.filter((time) => now - time < 100).length
      const wait = limiter.take("key", now)
      assert.strictEqual(wait === 0, recent < limit)
      if (wait === 0) passed.push(now)
    }
  })
})

describe("what is remembered", () => {
  it("is bounded, oldest out first, and what is over goes earlier", () => {
    const map = new Map<string, number>()
    for (let i = 0; i < 1_000; i++) remember(map, String(i), i, 10, () => false)
    assert.deepStrictEqual([...map.values()], [990, 991, 992, 993, 994, 995, 996, 997, 998, 999])
    remember(map, "1000", 1_000, 10, (value) => value < 999)
    assert.deepStrictEqual([...map.values()], [999, 1_000])
  })
})
