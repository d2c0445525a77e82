import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Ref from "effect/Ref"
import * as TestClock from "effect/TestClock"
import * as Deadline from "../src/internal/deadline.js"

const within = <A, E, R>(work: Effect.Effect<A, E, R>, duration: Duration.DurationInput = "1 second") =>
  Deadline.within(work, { duration: Duration.decode(duration), onTimeout: () => "too late" as const })

const timers = Effect.sync(() => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length)

describe("a time limit", () => {
  for (const [clock, run] of [["Effect's own", it.live], ["a test's", it.effect]] as const) {
    run(`gives what the work gives, on ${clock} clock`, () =>
      Effect.gen(function*() {
        assert.strictEqual(yield* within(Effect.succeed(1)), 1)
        assert.strictEqual(yield* Effect.flip(within(Effect.fail("no"))), "no")
        assert.isTrue(Exit.isFailure(yield* Effect.exit(within(Effect.die("x")))))
        assert.isTrue(Exit.isInterrupted(yield* Effect.exit(within(Effect.interrupt))))
      }))
  }

  it.effect("interrupts the work, waits for its end and fails, at its instant and not before", () =>
    Effect.gen(function*() {
      const ended = yield* Ref.make(false)
      const work = Effect.onInterrupt(Effect.never, () => Effect.zipRight(Effect.yieldNow(), Ref.set(ended, true)))
      const fiber = yield* Effect.fork(Effect.flip(within(work)))
      yield* TestClock.adjust(999)
      assert.isNull(fiber.unsafePoll())
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* Fiber.join(fiber), "too late")
      assert.isTrue(yield* Ref.get(ended))
    }))

  it.live("the same by a bare timer", () =>
    Effect.gen(function*() {
      const before = yield* Clock.currentTimeMillis
      assert.strictEqual(yield* Effect.flip(within(Effect.never, 30)), "too late")
      assert.isAtLeast((yield* Clock.currentTimeMillis) - before, 25)
    }))

  it.effect("work that cannot be interrupted is waited for", () =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(Effect.flip(within(Effect.uninterruptible(Effect.sleep("5 seconds")))))
      yield* TestClock.adjust("4 seconds")
      assert.isNull(fiber.unsafePoll())
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* Fiber.join(fiber), "too late")
    }))

  it.live("leaves no timer behind: done, failed, interrupted, interrupted before it began", () =>
    Effect.gen(function*() {
      const before = yield* timers
      yield* within(Effect.succeed(1), "1 hour")
      yield* Effect.exit(within(Effect.fail("no"), "1 hour"))
      const fiber = yield* Effect.fork(within(Effect.never, "1 hour"))
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(fiber)
      const early = yield* Effect.fork(within(Effect.never, "1 hour"))
      yield* Fiber.interrupt(early)
      const pending = yield* Effect.fork(Effect.uninterruptible(Effect.zipRight(Effect.yieldNow(), within(Effect.interruptible(Effect.never), "1 hour"))))
      yield* Fiber.interrupt(pending)
      assert.strictEqual(yield* timers, before)
    }))

  it.effect("interrupting the caller interrupts the work and waits for it", () =>
    Effect.gen(function*() {
      const ended = yield* Ref.make(false)
      const fiber = yield* Effect.fork(within(Effect.onInterrupt(Effect.never, () => Ref.set(ended, true))))
      yield* TestClock.adjust(1)
      yield* Fiber.interrupt(fiber)
      assert.isTrue(yield* Ref.get(ended))
    }))
})
