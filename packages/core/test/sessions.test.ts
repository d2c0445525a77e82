/** Users' sessions over a store that a fleet shares: which stores will do, and what becomes of them while it is away. */
import { type AuthorizationCode, OAuthError, Telemetry, TokenSeal, type TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Metric from "effect/Metric"
import * as MetricLabel from "effect/MetricLabel"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { loginAt, replica, sharedStore, tokenAt } from "./replicas.js"
import { advancing, eventually, settled } from "./support.js"
import { reasonOf, refreshes } from "./u2m.js"

const world = (options: Parameters<typeof Emulator.layer>[0] = {}) =>
  Layer.mergeAll(Emulator.layer(options), TokenSeal.layerEphemeral, Logger.remove(Logger.defaultLogger))

const counted = (labels: Readonly<Record<string, string>>) =>
  Effect.map(
    Metric.value(Metric.taggedWithLabels(Telemetry.sessions, Object.entries(labels).map(([key, value]) => MetricLabel.make(key, value)))),
    ({ count }) => count
  )

describe("a Volatile store", () => {
  const build = (durability: TokenStore.Durability, options: Partial<AuthorizationCode.Options> = {}) =>
    Effect.either(Effect.flatMap(sharedStore(durability), (shared) => replica(shared, options))).pipe(Effect.scoped, Effect.provide(world()))

  it.effect("is refused at the layer's build, with the reason and the ways out", () =>
    Effect.gen(function*() {
      const refused = yield* Effect.flip(Effect.flatten(build("Volatile")))
      assert.strictEqual(refused._tag === "ConfigurationError" && refused.field, "store")
      for (const word of ["fail-over", "PostgreSQL", "allowVolatile", "Harmless"]) assert.include(refused.message, word)
    }))

  it.effect("is taken where it was allowed, or where refresh tokens do not rotate; the others always", () =>
    Effect.gen(function*() {
      for (const options of [{ allowVolatile: true }, { replay: "Harmless" as const }]) {
        assert.isTrue((yield* build("Volatile", options))._tag === "Right")
      }
      for (const durability of ["Process", "Machine", "Durable"] as const) {
        assert.isTrue((yield* build(durability))._tag === "Right")
      }
      assert.isTrue((yield* build("Volatile", { replay: "Never" }))._tag === "Left")
    }))
})

describe("a store that is away", () => {
  it.effect("leaves the sessions that a process knows their access token's life, and refreshes nothing", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [one, other] = yield* Effect.all([replica(shared), replica(shared)])
      const { id } = yield* loginAt(one)
      const first = yield* tokenAt(one, id)
      shared.setAway(true)
      const before = yield* Metric.value(Metric.tagged(Telemetry.degraded, "part", "session"))
      yield* TestClock.adjust("50 minutes")
      assert.strictEqual(yield* tokenAt(one, id), first, "past the instant of renewal too")
      const after = yield* Metric.value(Metric.tagged(Telemetry.degraded, "part", "session"))
      assert.strictEqual(after.count - before.count, 1)
      assert.strictEqual(yield* reasonOf(tokenAt(other, id)), "TokenStoreError Timeout", "who never saw the session cannot tell")
      yield* TestClock.adjust("11 minutes")
      assert.strictEqual(yield* reasonOf(tokenAt(one, id)), "TokenStoreError Timeout")
      assert.lengthOf(yield* refreshes, 0)
      shared.setAway(false)
      assert.notStrictEqual(yield* tokenAt(one, id), first)
      assert.lengthOf(yield* refreshes, 1)
    }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))

  it.effect("and silent holds up only who finds it so; then it is asked once a second, and nobody waits for that", () =>
    Effect.gen(function*() {
      const { store } = yield* sharedStore()
      let [isSilent, reads] = [false, 0]
      const silence = Effect.zipRight(Effect.sleep("2 seconds"), new OAuthError.TokenStoreError({ reason: "Timeout", operation: "read" }))
      const read: TokenStore.Service["read"] = (key) =>
        Effect.suspend(() => {
          reads++
          return isSilent ? silence : store.read(key)
        })
      const [one, other] = yield* Effect.all([replica({ store: { ...store, read } }), replica({ store })])
      const { id } = yield* loginAt(one)
      const token = yield* tokenAt(one, id)
      isSilent = true
      assert.strictEqual(yield* advancing(tokenAt(one, id), 100), token, "it waits for the store's limit")
      const callsCost = (times: number) =>
        Effect.gen(function*() {
          const before = reads
          // No time passes, so none of them waits.
          for (let i = 0; i < times; i++) assert.strictEqual(yield* tokenAt(one, id), token)
          yield* settled
          return reads - before
        })
      assert.strictEqual(yield* callsCost(10), 0)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* callsCost(10), 1, "a look in the background, and one at a time")
      yield* other.forget(id)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(yield* callsCost(10), 0)
      isSilent = false
      yield* TestClock.adjust("1 second")
      assert.strictEqual(yield* callsCost(1), 1)
      assert.strictEqual(yield* reasonOf(eventually(Effect.either(tokenAt(one, id)), Either.isLeft).pipe(Effect.flatten)), "ReauthorizationRequired NoGrant")
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("and has lost its records says so to who knew the session: StoreLost, and no refresh token is sent", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [one, other] = yield* Effect.all([replica(shared), replica(shared)])
      const { id } = yield* loginAt(one)
      const source = yield* one.session(id)
      yield* source.token
      yield* shared.flush
      const lost = yield* counted({ outcome: "lost", reason: "StoreLost" })
      yield* TestClock.adjust("61 minutes")
      assert.strictEqual(yield* reasonOf(source.token), "ReauthorizationRequired StoreLost")
      assert.strictEqual((yield* counted({ outcome: "lost", reason: "StoreLost" })) - lost, 1)
      assert.strictEqual(yield* reasonOf(one.session(id)), "ReauthorizationRequired StoreLost")
      assert.strictEqual(yield* reasonOf(other.session(id)), "ReauthorizationRequired NoGrant")
      assert.lengthOf(yield* refreshes, 0)
    }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))
})

it.effect("a log-in whose store does not answer at once is stored all the same", () =>
  Effect.gen(function*() {
    const shared = yield* sharedStore()
    let left = 2
    const slow: TokenStore.Service = {
      ...shared.store,
      replace: (...asked) => Effect.suspend(() => left-- > 0 ? new OAuthError.TokenStoreError({ reason: "Timeout", operation: "replace" }) : shared.store.replace(...asked))
    }
    const grant = yield* replica({ store: slow })
    const { id } = yield* advancing(loginAt(grant), 100)
    yield* tokenAt(grant, id)
  }).pipe(Effect.scoped, Effect.provide(world())))

describe("a claim under which nothing was sent", () => {
  /** One process, over a store in which the given operation goes wrong until it is told otherwise. */
  const faulty = (fault: (store: TokenStore.Service, isHealed: () => boolean) => Partial<TokenStore.Service>) =>
    Effect.map(sharedStore(), (shared) => {
      let healed = false
      return {
        shared,
        one: replica({ store: { ...shared.store, ...fault(shared.store, () => healed) } }),
        heal: () => {
          healed = true
        }
      }
    })

  const timeout = (operation: string) => new OAuthError.TokenStoreError({ reason: "Timeout", operation })

  it.effect("is given up where its answer was lost: no doubt, and the session lives", () =>
    Effect.gen(function*() {
      const { heal, one, shared } = yield* faulty((store, isHealed) => ({
        claim: (key, options) => Effect.flatMap(store.claim(key, options), (claim) => isHealed() || !key.startsWith("session:") ? Effect.succeed(claim) : timeout("claim")),
        abort: (key, options) => Effect.suspend(() => isHealed() ? store.abort(key, options) : timeout("abort"))
      }))
      const grant = yield* one
      const { id } = yield* loginAt(grant)
      yield* TestClock.adjust("61 minutes")
      assert.strictEqual(yield* reasonOf(tokenAt(grant, id)), "TokenStoreError Timeout")
      assert.lengthOf(yield* refreshes, 0)
      heal()
      // The store hears of it in the background, from whoever claimed: another process needs nothing but time.
      yield* TestClock.adjust("10 seconds")
      yield* tokenAt(yield* replica(shared), id)
      assert.lengthOf(yield* refreshes, 1)
    }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))

  it.effect("is given up when the process ends before it sends", () =>
    Effect.gen(function*() {
      const asked = yield* Deferred.make<void>()
      // The last step before sending, which never ends.
      const { one, shared } = yield* faulty(() => ({ admit: () => Effect.zipRight(Deferred.succeed(asked, undefined), Effect.never) }))
      const scope = yield* Scope.make()
      const ending = yield* Scope.extend(one, scope)
      const grant = yield* replica(shared)
      const { id } = yield* loginAt(grant)
      yield* TestClock.adjust("61 minutes")
      const caller = yield* Effect.fork(tokenAt(ending, id))
      yield* Deferred.await(asked)
      yield* Scope.close(scope, Exit.void)
      yield* Fiber.interrupt(caller)
      yield* tokenAt(grant, id)
      assert.lengthOf(yield* refreshes, 1)
    }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))
})

it.effect("a process that stood still after its claim lets its connections be noticed before it sends", () =>
  Effect.gen(function*() {
    const shared = yield* sharedStore()
    let claimedAt = 0
    const slow: TokenStore.Service = {
      ...shared.store,
      // As long as a process may be stopped and still send: its claim is not overdue.
      claim: (key, options) =>
        Effect.tap(Effect.delay(shared.store.claim(key, options), key.startsWith("session:") ? "3 seconds" : 0), () =>
          Effect.map(Clock.currentTimeMillis, (now) => {
            claimedAt = now
          }))
    }
    const grant = yield* replica({ store: slow })
    const { id } = yield* loginAt(yield* replica(shared))
    yield* TestClock.adjust("61 minutes")
    yield* advancing(tokenAt(grant, id), 20)
    const [sent] = yield* refreshes
    assert.isAtLeast(sent!.at - claimedAt, 100)
  }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))

describe("a fleet's sessions", () => {
  it.effect("a log-out in one process ends them in all, and is no loss", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [one, other] = yield* Effect.all([replica(shared), replica(shared)])
      const { id } = yield* loginAt(one)
      const source = yield* other.session(id)
      yield* source.token
      const lost = yield* counted({ outcome: "lost", reason: "NoGrant" })
      yield* one.forget(id)
      assert.strictEqual(yield* reasonOf(other.session(id)), "ReauthorizationRequired NoGrant")
      yield* TestClock.adjust("5 minutes")
      assert.strictEqual(yield* reasonOf(source.renew(yield* source.token)), "ReauthorizationRequired NoGrant")
      assert.strictEqual(yield* counted({ outcome: "lost", reason: "NoGrant" }), lost)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("a rejected token is renewed once for all: the others adopt its successor", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const fleet = yield* Effect.all(Array.from({ length: 8 }, () => replica(shared)))
      const { id } = yield* loginAt(fleet[0]!)
      const sources = yield* Effect.forEach(fleet, (grant) => grant.session(id))
      const stale = yield* Effect.forEach(sources, (source) => source.token)
      yield* (yield* Emulator.Emulator).revokeToken(stale[0]!.value)
      const [adopted, refreshed] = yield* Effect.all([counted({ outcome: "adopted" }), counted({ outcome: "refreshed" })])
      const renewed: Array<string> = []
      for (const [i, source] of sources.entries()) renewed.push(Redacted.value((yield* source.renew(stale[i]!, { api: "userinfo" })).value))
      assert.strictEqual(new Set(renewed).size, 1)
      assert.lengthOf(yield* refreshes, 1)
      assert.strictEqual((yield* counted({ outcome: "adopted" })) - adopted, 7)
      assert.strictEqual((yield* counted({ outcome: "refreshed" })) - refreshed, 1)
      const entries = yield* Effect.forEach(sources, (source) => source.token)
      assert.isTrue(entries.every(({ value }) => Redacted.value(value) === renewed[0]))
    }).pipe(Effect.scoped, Effect.provide(world({ rotateRefreshTokens: true }))))
})
