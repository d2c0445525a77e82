/** The budget of token requests: in one process, and of a fleet over one store. */
import { ClientCredentials, Limits, RequestBudget, Telemetry, TokenSeal, TokenStore } from "@effect-orange/core"
import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Metric from "effect/Metric"
import * as Random from "effect/Random"
import * as TestClock from "effect/TestClock"
import { mostWithin } from "./fleet/rate.js"
import { sharedStore } from "./replicas.js"
import { credentials, environment, makeTwoHandedClock, tokenServer } from "./support.js"

const { limit, window } = Limits.tokenRequests
const length = Duration.toMillis(window)
/** Of the 45. */
const kept = 5

const request = { tokenUrl: environment.tokenUrl, clientId: "my-app" }
const application = { ...request, grant: "client_credentials" }
const user = { ...request, grant: "refresh_token" }

type Budget = Pick<RequestBudget.Service, "tokenRequest">

/** How many of so many requests pass. */
const passing = (budget: Budget, asked: RequestBudget.TokenRequest, times: number) =>
  Effect.map(
    Effect.all(Array.from({ length: times }, () => Effect.either(budget.tokenRequest(asked)))),
    (answers) => answers.filter(Either.isRight).length
  )

const quiet = Logger.remove(Logger.defaultLogger)
const withStore = <A, E>(effect: Effect.Effect<A, E, TokenStore.TokenStore>) => Effect.provide(effect, Layer.merge(TokenStore.layerMemory, quiet))

const step = FastCheck.record({
  replica: FastCheck.integer({ min: 0, max: 3 }),
  wait: FastCheck.oneof(FastCheck.constant(0), FastCheck.integer({ min: 0, max: 9_000 })),
  isUser: FastCheck.boolean()
})

/** What a budget over true sliding windows answers, by the definition: the events of the last window are counted. */
const law = (budgets: ReadonlyArray<Budget>, steps: ReadonlyArray<{ readonly replica: number; readonly wait: number; readonly isUser: boolean }>) => {
  const { clock, hands } = makeTwoHandedClock()
  return Effect.gen(function*() {
    const passed: Array<number> = []
    for (const { isUser, replica, wait } of steps) {
      hands.mono += wait
      const now = hands.mono
      const recent = passed.filter((instant) => instant > now - length).length
      const answer = yield* Effect.either(budgets[replica % budgets.length]!.tokenRequest(isUser ? user : application))
      assert.strictEqual(Either.isRight(answer), recent < (isUser ? limit - kept : limit), `${recent} in the window`)
      if (Either.isRight(answer)) passed.push(now)
    }
  }).pipe(Effect.withClock(clock))
}

const storms = FastCheck.array(step, { minLength: 60, maxLength: 160, size: "max" })

describe("a budget of token requests", () => {
  it.effect.prop("of one process slides: 45 in any 61 s, five of them for the application", { steps: storms }, ({ steps }) =>
    Effect.flatMap(RequestBudget.make(), (budget) => law([budget], steps)), { fastCheck: { numRuns: 40 } })

  it.effect.prop("of a fleet slides as one: 45 in any 61 s, five of them for the application", { steps: storms }, ({ steps }) =>
    withStore(Effect.flatMap(Effect.all(Array.from({ length: 4 }, () => RequestBudget.makeShared())), (fleet) => law(fleet, steps))), {
    fastCheck: { numRuns: 40 }
  })

  it.effect("tells how long to wait, by the store's clock", () =>
    withStore(Effect.gen(function*() {
      const [one, other] = yield* Effect.all([RequestBudget.makeShared(), RequestBudget.makeShared()])
      assert.strictEqual(yield* passing(one, application, 30), 30)
      yield* TestClock.adjust("20 seconds")
      assert.strictEqual(yield* passing(other, application, 30), 15)
      const refused = yield* Effect.flip(one.tokenRequest(application))
      assert.strictEqual(refused.source, "Budget")
      assert.strictEqual(Duration.toMillis(refused.retryAfter!), 41_000)
      yield* TestClock.adjust("41 seconds")
      assert.strictEqual(yield* passing(one, application, 60), 30)
    })))

  it.effect("is each client's own", () =>
    withStore(Effect.gen(function*() {
      const budget = yield* RequestBudget.makeShared()
      assert.strictEqual(yield* passing(budget, application, 60), limit)
      assert.strictEqual(yield* passing(budget, { ...application, clientId: "another" }, 60), limit)
    })))

  it.effect("without its store is a part for each process, in which what it sent before counts", () =>
    withStore(Effect.gen(function*() {
      const { setAway, store } = yield* sharedStore()
      const fleet = yield* Effect.all(Array.from({ length: 8 }, () => RequestBudget.makeShared({ replicas: 8 }))).pipe(
        Effect.provideService(TokenStore.TokenStore, store)
      )
      const before = yield* Metric.value(Metric.tagged(Telemetry.degraded, "part", "budget"))
      assert.strictEqual(yield* passing(fleet[0]!, application, 3), 3)
      setAway(true)
      const alone = yield* Effect.forEach(fleet, (budget) => passing(budget, application, 10))
      assert.deepStrictEqual(alone, [2, 5, 5, 5, 5, 5, 5, 5])
      const after = yield* Metric.value(Metric.tagged(Telemetry.degraded, "part", "budget"))
      assert.strictEqual(after.count - before.count, 80)
      setAway(false)
      assert.strictEqual(yield* passing(fleet[1]!, application, 50), 42, "the store knows of three")
    })))

  it.effect("of more processes than places leaves each one", () =>
    withStore(Effect.gen(function*() {
      const { setAway, store } = yield* sharedStore()
      const budget = yield* Effect.provideService(RequestBudget.makeShared({ replicas: 400 }), TokenStore.TokenStore, store)
      setAway(true)
      assert.strictEqual(yield* passing(budget, user, 5), 1)
    })))

  it.effect("is the fleet's for grants over a shared store, of their own accord", () =>
    withStore(Effect.scoped(Effect.gen(function*() {
      const { store } = yield* sharedStore()
      const server = tokenServer(0)
      const apart = (scope: number) =>
        ClientCredentials.makeShared({ environment, credentials, scopes: [`s${scope}`] }).pipe(
          Effect.provide(server.layer),
          Effect.provide(TokenSeal.layerEphemeral),
          Effect.provideService(TokenStore.TokenStore, store)
        )
      const sources = yield* Effect.all(Array.from({ length: 60 }, (_, i) => apart(i)))
      const answers = yield* Effect.forEach(sources, (source) => Effect.either(source.token))
      assert.strictEqual(answers.filter(Either.isRight).length, limit)
      assert.strictEqual(server.seen.length, limit)
    }))))
})

describe("at the server, with up to two seconds each way", () => {
  /** Eight processes that would send without end: when each request that passed reaches the server. */
  const arrivals = (fleet: ReadonlyArray<Budget>) => {
    const { clock, hands } = makeTwoHandedClock()
    return Effect.gen(function*() {
      const reached: Array<number> = []
      const step = 500
      const busyUntil = fleet.map(() => 0)
      for (let now = 0; now < 4 * 61_000; now += step) {
        for (const [i, budget] of fleet.entries()) {
          // Up to eight in the air for each process: others when these have their answers.
          for (let sent = 0; busyUntil[i]! <= now && sent < 8; sent++) {
            if (Either.isLeft(yield* Effect.either(budget.tokenRequest(application)))) break
            reached.push(now + 2_000 * (yield* Random.next))
          }
          if (busyUntil[i]! <= now) busyUntil[i] = (reached.at(-1) ?? now) + 2_000 * (yield* Random.next)
        }
        hands.mono += step
      }
      return reached.sort((a, b) => a - b)
    }).pipe(Effect.withClock(clock))
  }

  const mostOver = (options: RequestBudget.SharedOptions, seeds: ReadonlyArray<number>) =>
    Effect.forEach(seeds, (seed) =>
      withStore(Effect.gen(function*() {
        const fleet = yield* Effect.all(Array.from({ length: 8 }, () => RequestBudget.makeShared(options)))
        return mostWithin(60_000, yield* arrivals(fleet))
      }).pipe(Effect.withRandom(Random.make(seed)))))

  it.effect("never more than Orange's 50 in a minute; 50 in 60 seconds on our side would be more", () =>
    Effect.gen(function*() {
      const seeds = Array.from({ length: 8 }, (_, i) => i + 1)
      for (const most of yield* mostOver({}, seeds)) {
        assert.isAtMost(most, 50)
        assert.isAbove(most, 40, "the budget is used")
      }
      assert.isAbove(Math.max(...yield* mostOver({ tokenRequests: { limit: 50, window: "60 seconds" } }, seeds)), 50)
    }), 60_000)
})
