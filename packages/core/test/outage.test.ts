/** A store that goes away for half a minute under load: eight processes, tokens of a minute. */
import { type AuthorizationCode, ClientCredentials, Credentials, RequestBudget, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import { loginAt, replica, sharedStore, type Shared, tokenAt } from "./replicas.js"

const replicas = 8

const world = Layer.mergeAll(
  Emulator.layer({ requestsPerMinute: 0, tokenLifetime: "1 minute", rotateRefreshTokens: true }),
  TokenSeal.layerEphemeral,
  Logger.remove(Logger.defaultLogger)
)

const application = (shared: Shared) =>
  Effect.flatMap(Emulator.Emulator, (emulator) =>
    ClientCredentials.makeShared({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials), replicas })).pipe(
      Effect.provideService(TokenStore.TokenStore, shared.store)
    )

/** Calls of every process, one after the other, while the time goes on: what did not succeed at once. */
const load = <A, E>(calls: ReadonlyArray<Effect.Effect<A, E>>, seconds: number) =>
  Effect.gen(function*() {
    const failures: Array<unknown> = []
    for (let passed = 0; passed < seconds * 4; passed++) {
      const fibers = yield* Effect.forEach(calls, (call) => Effect.fork(Effect.exit(call)))
      yield* TestClock.adjust(250)
      for (const fiber of fibers) {
        // Hashes and seals take real time.
        while (fiber.unsafePoll() === null) yield* Effect.zipRight(TestServices.provideLive(Effect.sleep(1)), TestClock.adjust(5))
        const exit = yield* Fiber.join(fiber)
        if (Exit.isFailure(exit)) failures.push(exit.cause)
      }
    }
    return failures
  })

const requestsOf = (grantType: string) =>
  Effect.map(
    Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests),
    (all) => all.filter((request) => request.grantType === grantType).length
  )

describe("a store that is away for 30 s", () => {
  it.effect("fails no call of the application, and costs at most a token for each process", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const fleet = yield* Effect.all(Array.from({ length: replicas }, () => application(shared)))
      const calls = fleet.map((source) => source.token)
      const failures = [...yield* load(calls, 40)]
      const before = yield* requestsOf("client_credentials")
      assert.strictEqual(before, 1)
      shared.setAway(true)
      failures.push(...yield* load(calls, 30))
      const during = (yield* requestsOf("client_credentials")) - before
      assert.isAtMost(during, replicas)
      assert.isAbove(during, 0, "a token ended meanwhile")
      shared.setAway(false)
      failures.push(...yield* load(calls, 60))
      assert.deepStrictEqual(failures, [])
    }).pipe(Effect.scoped, Effect.provide(world)), 60_000)

  it.effect("leaves users their sessions while their access tokens live; no refresh is sent until it is back", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const fleet = yield* Effect.all(Array.from({ length: replicas }, () => replica(shared)))
      const sessions = yield* Effect.forEach(fleet, (grant: AuthorizationCode.Service) => loginAt(grant))
      const calls = fleet.flatMap((grant) => sessions.map(({ id }) => tokenAt(grant, id)))
      assert.deepStrictEqual(yield* load(calls, 5), [])
      shared.setAway(true)
      assert.deepStrictEqual(yield* load(calls, 30), [])
      assert.strictEqual(yield* requestsOf("refresh_token"), 0)
      shared.setAway(false)
      assert.deepStrictEqual(yield* load(calls, 30), [])
      assert.strictEqual(yield* requestsOf("refresh_token"), sessions.length, "each once, for all")
    }).pipe(
      Effect.scoped,
      Effect.provide(RequestBudget.layer({ tokenRequests: { limit: 1_000, window: "1 second" } })),
      Effect.provide(world)
    ), 60_000)
})
