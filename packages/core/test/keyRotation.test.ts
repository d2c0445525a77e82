/** Sealing keys are rotated while a fleet runs: no session is lost, and the old key is dropped when nothing carries it. */
import { type AuthorizationCode, KeyRotation, RequestBudget, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { loginAt, replica, sharedStore, tokenAt, type Shared } from "./replicas.js"
import { reasonOf, refreshes } from "./u2m.js"

const key = (kid: string): TokenSeal.Key => ({ kid, secret: Redacted.make(new Uint8Array(32).fill(kid.charCodeAt(0))) })
const ring = (...kids: ReadonlyArray<string>) => TokenSeal.layer(kids.map(key))

const world = Layer.merge(
  Emulator.layer({ requestsPerMinute: 0, rotateRefreshTokens: true }),
  RequestBudget.layer({ tokenRequests: { limit: 10_000, window: "1 second" } })
)

const fleetOn = (shared: Shared, ...rings: ReadonlyArray<ReadonlyArray<string>>) =>
  Effect.forEach(rings, (kids) => Effect.provide(replica(shared), ring(...kids)))

/** Every session's token is due, and each is asked for by the next process in turn. */
const renewAll = (fleet: ReadonlyArray<AuthorizationCode.Service>, ids: ReadonlyArray<string>) =>
  Effect.zipRight(
    TestClock.adjust("61 minutes"),
    Effect.forEach(ids, (id, i) => tokenAt(fleet[i % fleet.length]!, id), { concurrency: 8 })
  )

const rotateOn = (shared: Shared, ...kids: ReadonlyArray<string>) =>
  KeyRotation.run.pipe(Effect.provideService(TokenStore.TokenStore, shared.store), Effect.provide(ring(...kids)))

describe("a rotation of sealing keys", () => {
  it.effect("in two steps, with half the fleet on each, loses no session", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const before = yield* fleetOn(shared, ["a"], ["a"])
      const ids = (yield* Effect.all(Array.from({ length: 40 }, () => loginAt(before[0]!)))).map(({ id }) => id)
      // First the new key opens …
      yield* renewAll(yield* fleetOn(shared, ["a"], ["a", "b"], ["a"], ["a", "b"]), ids)
      // … then it seals: some processes are told before the others.
      const mixed = yield* fleetOn(shared, ["a", "b"], ["b", "a"], ["a", "b"], ["b", "a"])
      yield* renewAll(mixed, ids)
      yield* renewAll(mixed.toReversed(), ids)
      const half = yield* rotateOn(shared, "b", "a")
      assert.strictEqual(half.records, 40)
      assert.strictEqual(half.resealed, 20)
      // Everywhere by now; the fleet goes on while idle records are sealed anew.
      const after = yield* fleetOn(shared, ["b", "a"], ["b", "a"])
      const [report] = yield* Effect.all([rotateOn(shared, "b", "a"), renewAll(after, ids)], { concurrency: "unbounded" })
      assert.deepStrictEqual(report.byKey, { b: 40 })
      assert.deepStrictEqual(report.unused, ["a"])
      yield* renewAll(yield* fleetOn(shared, ["b"], ["b"]), ids)
      const sent = (yield* refreshes).map(({ body }) => new URLSearchParams(body).get("refresh_token"))
      assert.strictEqual(new Set(sent).size, sent.length, "no refresh token is sent twice")
      assert.lengthOf(sent, 5 * ids.length)
    }).pipe(Effect.scoped, Effect.provide(world)), 120_000)

  it.effect("an idle session is sealed anew as it is: not younger, and in the hands of who has claimed it", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [one] = yield* fleetOn(shared, ["a"])
      const { id } = yield* loginAt(one!)
      yield* TestClock.adjust("50 minutes")
      assert.strictEqual((yield* rotateOn(shared, "b", "a")).resealed, 1)
      const [late] = yield* fleetOn(shared, ["b"])
      yield* TestClock.adjust("11 minutes")
      yield* tokenAt(late!, id)
      assert.lengthOf(yield* refreshes, 1, "its access token ended when it should")
    }).pipe(Effect.scoped, Effect.provide(world)))

  it.effect("a record that no key opens is told, and left alone; a key too early dropped loses nothing for good", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [one] = yield* fleetOn(shared, ["a"])
      const { id } = yield* loginAt(one!)
      yield* shared.store.replace("session:foreign", Option.some(Redacted.make("no seal")), Duration.hours(1))
      const report = yield* rotateOn(shared, "c", "b")
      assert.deepStrictEqual(report, { records: 2, resealed: 0, unopened: 2, byKey: { a: 1, "": 1 }, unused: ["b"] })
      const [early] = yield* fleetOn(shared, ["b"])
      assert.strictEqual(yield* reasonOf(tokenAt(early!, id)), "TokenStoreError Undecryptable")
      const [again] = yield* fleetOn(shared, ["b", "a"])
      yield* tokenAt(again!, id)
    }).pipe(Effect.scoped, Effect.provide(world)))

  it.effect.prop("a second run has nothing to do", { kids: FastCheck.array(FastCheck.constantFrom("a", "b", "c"), { maxLength: 20 }) }, ({ kids }) =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      for (const [i, kid] of kids.entries()) {
        const sealed = yield* Effect.provide(Effect.flatMap(TokenSeal.TokenSeal, (seal) => seal.seal(Redacted.make(`${i}`), `context ${i}`)), ring(kid))
        yield* shared.store.replace(`session:${i}`, Option.some(sealed), Duration.hours(1))
      }
      const first = yield* rotateOn(shared, "c", "a", "b")
      const second = yield* rotateOn(shared, "c", "a", "b")
      assert.strictEqual(first.resealed, kids.filter((kid) => kid !== "c").length)
      assert.strictEqual(second.resealed, 0)
      assert.deepStrictEqual(second.unused, ["a", "b"])
      for (const [i] of kids.entries()) {
        const { sealed } = Option.getOrThrow(yield* shared.store.read(`session:${i}`))
        const text = yield* Effect.provide(Effect.flatMap(TokenSeal.TokenSeal, (seal) => seal.open(sealed, `context ${i}`)), ring("c"))
        assert.strictEqual(Redacted.value(text), `${i}`)
      }
    }), { fastCheck: { numRuns: 20 } })
})
