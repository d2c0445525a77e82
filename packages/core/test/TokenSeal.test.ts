import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import { TokenSeal } from "@effect-orange/core"

const key = (kid: string, byte: number): TokenSeal.Key => ({ kid, secret: Redacted.make(new Uint8Array(32).fill(byte)) })
const open = (seal: TokenSeal.Service, sealed: Redacted.Redacted<string>, context: string) =>
  Effect.match(seal.open(sealed, context), { onFailure: (e) => e.reason, onSuccess: (text) => Redacted.value(text) })

describe("TokenSeal", () => {
  it.effect.prop("opens what it has sealed, for the same context only", {
    text: FastCheck.fullUnicodeString(),
    context: FastCheck.fullUnicodeString(),
    other: FastCheck.fullUnicodeString()
  }, ({ context, other, text }) =>
    Effect.gen(function*() {
      const seal = TokenSeal.make([key("a", 1)])
      const sealed = yield* seal.seal(Redacted.make(text), context)
      assert.strictEqual(yield* open(seal, sealed, context), text)
      if (other !== context) assert.strictEqual(yield* open(seal, sealed, other), "Undecryptable")
    }), { fastCheck: { numRuns: 30 } })

  it.effect("rotates keys in two steps and loses nothing", () =>
    Effect.gen(function*() {
      const old = TokenSeal.make([key("a", 1)])
      const both = TokenSeal.make([key("a", 1), key("b", 2)])
      const promoted = TokenSeal.make([key("b", 2), key("a", 1)])
      const sealed = yield* old.seal(Redacted.make("x"), "c")
      assert.strictEqual(yield* open(promoted, sealed, "c"), "x")
      const newer = yield* promoted.seal(Redacted.make("y"), "c")
      assert.strictEqual(yield* open(both, newer, "c"), "y")
      assert.strictEqual(yield* open(old, newer, "c"), "Undecryptable")
    }))

  it.effect("refuses another key of the same name, a cut, a changed byte and what is no seal at all", () =>
    Effect.gen(function*() {
      const seal = TokenSeal.make([key("a", 1)])
      const sealed = Redacted.value(yield* seal.seal(Redacted.make("x"), "c"))
      assert.strictEqual(yield* open(TokenSeal.make([key("a", 9)]), Redacted.make(sealed), "c"), "Undecryptable")
      for (const bad of [sealed.slice(0, -4), sealed.replace(/.(?=[^.]*$)/, (c) => c === "A" ? "B" : "A"), "", "x", "a.b.c.d.e"]) {
        assert.strictEqual(yield* open(seal, Redacted.make(bad), "c"), "Undecryptable", bad.slice(0, 10))
      }
    }))

  it.effect("no two seals of one text are alike, and none shows it", () =>
    Effect.gen(function*() {
      const seal = TokenSeal.make([key("a", 1)])
      const one = yield* seal.seal(Redacted.make("canary"), "person")
      const two = yield* seal.seal(Redacted.make("canary"), "person")
      assert.notStrictEqual(Redacted.value(one), Redacted.value(two))
      const decoded = Redacted.value(one).split(".").map((part) => atob(part.replaceAll("-", "+").replaceAll("_", "/"))).join()
      assert.notInclude(decoded, "canary")
      assert.notInclude(decoded, "person")
    }))
})
