/**
 * What every token store must do. A backend passes it by handing its layer over; time is moved by `pass`, which a store
 * with a clock of its own implements by waiting.
 */
import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import type * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { TokenStore } from "@effect-orange/core"

const hour = Duration.hours(1)
const sealed = (text: string) => Option.some(Redacted.make(text))
const claimOf = (holder: string, version = 0, takeover: "AfterTtl" | "Never" = "Never", ttl = Duration.seconds(10)) => ({ version, holder, ttl, takeover })

const textOf = (store: TokenStore.Service, key: string) =>
  Effect.map(store.read(key), Option.map((entry) => Redacted.value(entry.sealed)))

const fenceOf = (claim: TokenStore.Claim): number => {
  assert.strictEqual(claim._tag, "Claimed")
  return claim._tag === "Claimed" ? claim.fence : NaN
}

export const tokenStoreContract = (
  name: string,
  options: {
    readonly layer: Layer.Layer<TokenStore.TokenStore>
    /** Lets the store's time pass. */
    readonly pass: (duration: Duration.Duration) => Effect.Effect<void>
  }
): void => {
  let keys = 0
  const check = (what: string, body: (store: TokenStore.Service, key: string) => Effect.Effect<unknown, unknown>) =>
    it.effect(what, () =>
      Effect.flatMap(TokenStore.TokenStore, (store) => body(store, `session:${keys++}`)).pipe(Effect.provide(options.layer)))

  describe(`${name}: the contract of a token store`, () => {
    check("an absent key reads as none and is version 0", (store, key) =>
      Effect.gen(function*() {
        assert.isTrue(Option.isNone(yield* store.read(key)))
        assert.strictEqual((yield* store.claim(key, claimOf("a")))._tag, "Claimed")
      }))

    check("replace writes, counts and ends claims", (store, key) =>
      Effect.gen(function*() {
        const first = yield* store.replace(key, sealed("one"), hour)
        const fence = fenceOf(yield* store.claim(key, claimOf("a", first)))
        const second = yield* store.replace(key, sealed("two"), hour)
        assert.isAbove(second, first)
        const late = yield* store.commit(key, { version: first, fence, holder: "a", sealed: sealed("late"), retain: hour })
        assert.strictEqual(late._tag, "Fenced", "a newer log-in wins")
        assert.deepStrictEqual(yield* textOf(store, key), Option.some("two"))
      }))

    check("of eight racers one wins", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const claims = yield* Effect.forEach("abcdefgh", (holder) => store.claim(key, claimOf(holder, version)), { concurrency: "unbounded" })
        assert.strictEqual(claims.filter(({ _tag }) => _tag === "Claimed").length, 1)
        assert.strictEqual(claims.filter(({ _tag }) => _tag === "Held").length, 7)
      }))

    check("the same holder is claimed again, with the same fence", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const first = fenceOf(yield* store.claim(key, claimOf("a", version)))
        assert.strictEqual(fenceOf(yield* store.claim(key, claimOf("a", version))), first)
      }))

    check("a claim on another version has moved", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        assert.deepStrictEqual(yield* store.claim(key, claimOf("a", version - 1)), { _tag: "Moved", version })
      }))

    check("a claim that is over is orphaned, or taken over where asked", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const first = fenceOf(yield* store.claim(key, claimOf("a", version, "Never", Duration.seconds(1))))
        yield* options.pass(Duration.seconds(2))
        const orphan = yield* store.claim(key, claimOf("b", version))
        assert.strictEqual(orphan._tag, "Orphaned")
        if (orphan._tag === "Orphaned") {
          assert.strictEqual(orphan.fence, first)
          assert.isAtLeast(Duration.toMillis(orphan.overdue), 900)
        }
        const second = fenceOf(yield* store.claim(key, claimOf("b", version, "AfterTtl")))
        assert.isAbove(second, first)
      }))

    check("a late commit wins while the version is unchanged", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const fence = fenceOf(yield* store.claim(key, claimOf("a", version, "Never", Duration.seconds(1))))
        yield* options.pass(Duration.seconds(2))
        const done = yield* store.commit(key, { version, fence, holder: "a", sealed: sealed("two"), retain: hour })
        assert.strictEqual(done._tag, "Committed")
        assert.deepStrictEqual(yield* textOf(store, key), Option.some("two"))
      }))

    check("a commit repeated by its holder gets the same answer, and writes once", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const fence = fenceOf(yield* store.claim(key, claimOf("a", version)))
        const commit = store.commit(key, { version, fence, holder: "a", sealed: sealed("two"), retain: hour })
        assert.deepStrictEqual(yield* commit, yield* commit)
        yield* store.replace(key, sealed("three"), hour)
        assert.strictEqual((yield* commit)._tag, "Committed")
        assert.deepStrictEqual(yield* textOf(store, key), Option.some("three"))
      }))

    check("a holder taken over is fenced off", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const first = fenceOf(yield* store.claim(key, claimOf("a", version, "Never", Duration.seconds(1))))
        yield* options.pass(Duration.seconds(2))
        yield* store.claim(key, claimOf("b", version, "AfterTtl"))
        assert.strictEqual((yield* store.commit(key, { version, fence: first, holder: "a", sealed: sealed("x"), retain: hour }))._tag, "Fenced")
      }))

    check("an aborted claim is free again, and its holder's late claim is refused", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const fence = fenceOf(yield* store.claim(key, claimOf("a", version)))
        yield* store.abort(key, { fence: Option.some(fence), holder: "a" })
        assert.notStrictEqual((yield* store.claim(key, claimOf("a", version)))._tag, "Claimed")
        assert.isAbove(fenceOf(yield* store.claim(key, claimOf("b", version))), fence)
        yield* store.abort(key, { fence: Option.none(), holder: "c" })
        assert.strictEqual((yield* store.claim(key, claimOf("b", version)))._tag, "Claimed", "c's abort is not b's")
        assert.notStrictEqual((yield* store.claim(key, claimOf("c", version)))._tag, "Claimed")
      }))

    check("deleting by commit and by replace leaves nothing to read, and the count goes on", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), hour)
        const fence = fenceOf(yield* store.claim(key, claimOf("a", version)))
        const gone = yield* store.commit(key, { version, fence, holder: "a", sealed: Option.none(), retain: hour })
        assert.isTrue(Option.isNone(yield* store.read(key)))
        const again = yield* store.replace(key, sealed("two"), hour)
        assert.isAbove(again, gone._tag === "Committed" ? gone.version : Infinity)
        assert.isAbove(yield* store.replace(key, Option.none(), hour), again)
        assert.isTrue(Option.isNone(yield* store.read(key)))
      }))

    check("a record is purged after its retention, and a fresh one counts on", (store, key) =>
      Effect.gen(function*() {
        const version = yield* store.replace(key, sealed("one"), Duration.seconds(1))
        yield* options.pass(Duration.seconds(2))
        assert.isTrue(Option.isNone(yield* store.read(key)))
        assert.isAbove(yield* store.replace(key, sealed("two"), hour), version)
      }))

    check("age is told by the store's clock", (store, key) =>
      Effect.gen(function*() {
        yield* store.replace(key, sealed("one"), hour)
        yield* options.pass(Duration.seconds(2))
        const entry = Option.getOrThrow(yield* store.read(key))
        assert.isAtLeast(Duration.toMillis(entry.age), 1_900)
        assert.isBelow(Duration.toMillis(entry.age), 60_000)
      }))

    check("keys lists what is there", (store, key) =>
      Effect.gen(function*() {
        yield* store.replace(`${key}:a`, sealed("one"), hour)
        yield* store.replace(`${key}:b`, sealed("one"), hour)
        yield* store.replace(`${key}:b`, Option.none(), hour)
        const found = yield* Stream.runCollect(store.keys(`${key}:`))
        assert.deepStrictEqual([...found], [`${key}:a`])
      }))

    const operation = FastCheck.oneof(
      FastCheck.record({ _tag: FastCheck.constant("claim" as const), holder: FastCheck.constantFrom("a", "b", "c"), takeover: FastCheck.constantFrom("AfterTtl" as const, "Never" as const) }),
      FastCheck.record({ _tag: FastCheck.constant("commit" as const), holder: FastCheck.constantFrom("a", "b", "c") }),
      FastCheck.record({ _tag: FastCheck.constant("abort" as const), holder: FastCheck.constantFrom("a", "b", "c") }),
      FastCheck.record({ _tag: FastCheck.constant("replace" as const) }),
      FastCheck.record({ _tag: FastCheck.constant("pass" as const) })
    )
    it.effect.prop(
      "laws of random histories: versions and fences grow, one holder at a time, a version is committed once",
      { history: FastCheck.array(operation, { maxLength: 40 }) },
      ({ history }) =>
        Effect.gen(function*() {
          const store = yield* TokenStore.TokenStore
          const key = `session:${keys++}`
          let version = yield* store.replace(key, sealed("0"), hour)
          let highestFence = 0
          const fences = new Map<string, { fence: number; version: number; holder: string }>()
          const committedFrom = new Set<number>()
          for (const [i, step] of history.entries()) {
            switch (step._tag) {
              case "claim": {
                const holder = `${step.holder}${i}`
                const claim = yield* store.claim(key, claimOf(holder, version, step.takeover, Duration.seconds(1)))
                if (claim._tag === "Claimed") {
                  assert.isAbove(claim.fence, highestFence)
                  highestFence = claim.fence
                  fences.set(step.holder, { fence: claim.fence, version, holder })
                }
                break
              }
              case "commit": {
                const mine = fences.get(step.holder)
                if (mine === undefined) break
                const done = yield* store.commit(key, { ...mine, sealed: sealed(String(i)), retain: hour })
                if (done._tag === "Committed" && done.version > version) {
                  assert.isFalse(committedFrom.has(mine.version), "a version has one successor")
                  committedFrom.add(mine.version)
                  version = done.version
                }
                break
              }
              case "abort":
                yield* store.abort(key, { fence: Option.fromNullable(fences.get(step.holder)?.fence), holder: fences.get(step.holder)?.holder ?? step.holder })
                break
              case "replace": {
                const next = yield* store.replace(key, sealed(String(i)), hour)
                assert.isAbove(next, version)
                version = next
                break
              }
              case "pass":
                yield* options.pass(Duration.millis(1_100))
            }
            const entry = Option.getOrThrow(yield* store.read(key))
            assert.strictEqual(entry.version, version)
          }
        }).pipe(Effect.provide(options.layer)),
      { fastCheck: { numRuns: 30 } }
    )
  })
}
