/** A fleet's one token: eight processes over one store. */
import { ClientCredentials, Credentials, OAuthError, Telemetry, TokenSeal, TokenStore } from "@effect-orange/core"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { advancing, credentials, environment, eventually, makeServer, type Server, token, tokenServer } from "./support.js"

const replicas = 8
const options: ClientCredentials.SharedOptions = { environment, credentials, replicas }

/** Processes that share a store and a key, each with a token holder of its own. */
const fleet = (server: Server, size = replicas, more: Partial<ClientCredentials.SharedOptions> = {}) =>
  Effect.all(Array.from({ length: size }, () => ClientCredentials.makeShared({ ...options, ...more }))).pipe(Effect.provide(server.layer))

const world = Layer.mergeAll(TokenStore.layerMemory, TokenSeal.layerEphemeral, Logger.remove(Logger.defaultLogger))

const valueOf = <E>(source: { readonly token: Effect.Effect<{ readonly value: Redacted.Redacted }, E> }) => Effect.map(source.token, ({ value }) => Redacted.value(value))

const degraded = (part: string) => Effect.map(Metric.value(Metric.tagged(Telemetry.degraded, "part", part)), ({ count }) => count)

const scoped = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.provide(Effect.scoped(effect), world)

describe("a fleet's token", () => {
  it.effect("is asked for once, whoever asks first and however many do", () => {
    const server = tokenServer()
    return scoped(Effect.gen(function*() {
      const all = yield* fleet(server)
      const calls = all.flatMap((source) => Array.from({ length: 100 }, () => valueOf(source)))
      assert.deepStrictEqual(new Set(yield* advancing(Effect.all(calls, { concurrency: "unbounded" }))), new Set(["t1"]))
      assert.strictEqual(server.seen.length, 1)
    }))
  })

  it.effect("is taken by a process that starts later, for what is left of its life", () => {
    const server = tokenServer(0, { expires_in: 600 })
    return scoped(Effect.gen(function*() {
      const [first] = yield* fleet(server, 1)
      yield* first!.token
      yield* TestClock.adjust("7 minutes")
      const [late] = yield* fleet(server, 1)
      assert.strictEqual(yield* valueOf(late!), "t1")
      yield* TestClock.adjust("3 minutes")
      assert.strictEqual(yield* valueOf(late!), "t2")
      assert.strictEqual(yield* valueOf(first!), "t2")
      assert.strictEqual(server.seen.length, 2)
    }))
  })

  it.effect("that an API rejected is replaced once for all", () => {
    const server = tokenServer()
    return scoped(Effect.gen(function*() {
      const all = yield* fleet(server)
      const rejected = yield* advancing(Effect.all(all.map((source) => source.token), { concurrency: "unbounded" }))
      const renewed = yield* advancing(Effect.all(all.map((source, n) => source.renew(rejected[n]!)), { concurrency: "unbounded" }))
      assert.deepStrictEqual(new Set(renewed.map(({ value }) => Redacted.value(value))), new Set(["t2"]))
      assert.strictEqual(server.seen.length, 2)
    }))
  })

  it.effect("is renewed ahead of its end by one, and taken over by the others", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const all = yield* fleet(server)
      yield* Effect.forEach(all, (source) => source.token)
      yield* TestClock.adjust("3590 seconds")
      const values = yield* eventually(Effect.zipRight(TestClock.adjust("50 millis"), Effect.forEach(all, valueOf)), (found) => found.every((one) => one === "t2"))
      assert.deepStrictEqual(new Set(values), new Set(["t2"]))
      assert.strictEqual(server.seen.length, 2)
    }))
  })

  it.effect("of a holder that died is fetched by another when the claim's time is over", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const claims: Array<string> = []
      const spying = { ...store, claim: (key: string, claim: Parameters<TokenStore.Service["claim"]>[1]) => Effect.zipRight(Effect.sync(() => claims.push(key)), store.claim(key, claim)) }
      const [probe] = yield* fleet(server, 1).pipe(Effect.provideService(TokenStore.TokenStore, spying))
      yield* probe!.token
      const key = claims[0]!
      yield* store.replace(key, Option.none(), Duration.hours(1))
      const moved = yield* store.claim(key, { version: 0, holder: "probe", ttl: Duration.seconds(12), takeover: "AfterTtl" })
      const version = moved._tag === "Moved" ? moved.version : 0
      assert.strictEqual((yield* store.claim(key, { version, holder: "dead", ttl: Duration.seconds(12), takeover: "AfterTtl" }))._tag, "Claimed")
      const sent = server.seen.length
      const [alive] = yield* fleet(server, 1)
      const fiber = yield* Effect.fork(valueOf(alive!))
      yield* TestClock.adjust("11 seconds")
      assert.strictEqual(server.seen.length, sent)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(yield* Fiber.join(fiber), "t2")
    }))
  })

  it.effect("that Orange refuses is not waited for: the claim is given back, and asked for again by the policy", () => {
    const server = makeServer((_, n) => n === 1 ? { status: 503, body: "" } : token(`t${n}`))
    return scoped(Effect.gen(function*() {
      const all = yield* fleet(server, 2)
      assert.deepStrictEqual(new Set(yield* advancing(Effect.all(all.map(valueOf), { concurrency: "unbounded" }))), new Set(["t2"]))
      assert.strictEqual(server.seen.length, 2)
    }))
  })

  it.effect("is of one application, environment and set of scopes", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const other = Credentials.basic({ clientId: "another", clientSecret: Redacted.make("secret") })
      const [one] = yield* fleet(server, 1)
      const [two] = yield* fleet(server, 1, { credentials: other })
      const [three] = yield* fleet(server, 1, { scopes: ["a"] })
      const [four] = yield* fleet(server, 1, { scopes: ["a"] })
      assert.deepStrictEqual([yield* valueOf(one!), yield* valueOf(two!), yield* valueOf(three!), yield* valueOf(four!)], ["t1", "t2", "t3", "t3"])
    }))
  })

  it.effect("is sealed in the store", () => {
    const server = makeServer(() => token("a-token-to-be-sealed"))
    return scoped(Effect.gen(function*() {
      const [one] = yield* fleet(server, 1)
      yield* one!.token
      const store = yield* TokenStore.TokenStore
      const keys = yield* Stream.runCollect(store.keys("app:"))
      const entry = yield* store.read([...keys][0]!)
      assert.notInclude(Redacted.value(Option.getOrThrow(entry).sealed), "a-token-to-be-sealed")
      assert.notInclude([...keys][0]!, "my-app")
    }))
  })
})

describe("a store that fails", () => {
  const unavailable = new OAuthError.TokenStoreError({ reason: "Unavailable", operation: "read" })
  const away: TokenStore.Service = {
    durability: "Durable",
    read: () => unavailable,
    claim: () => unavailable,
    commit: () => unavailable,
    abort: () => unavailable,
    replace: () => unavailable,
    reseal: () => unavailable,
    admit: () => unavailable,
    keys: () => Stream.fail(unavailable),
    changes: Stream.empty
  }

  it.effect("costs the sharing and not the token: each process asks for itself, once, and says so", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const before = yield* degraded("token")
      const all = yield* fleet(server).pipe(Effect.provideService(TokenStore.TokenStore, away))
      yield* Effect.forEach(all, (source) => Effect.zipRight(source.token, source.token))
      assert.strictEqual(server.seen.length, replicas)
      assert.strictEqual((yield* degraded("token")) - before, replicas)
    }))
  })

  it.effect("leaves each process its part of the budget", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const [one] = yield* fleet(server, 1, { replicas: 40 }).pipe(Effect.provideService(TokenStore.TokenStore, away))
      const first = yield* one!.token
      const error = yield* Effect.flip(one!.renew(first))
      assert.strictEqual(error._tag === "ThrottledError" && error.source, "Budget")
      assert.strictEqual(server.seen.length, 1)
    }))
  })

  it.effect("after the token came is a warning: the token serves", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const [one] = yield* fleet(server, 1).pipe(Effect.provideService(TokenStore.TokenStore, { ...store, commit: () => unavailable }))
      assert.strictEqual(yield* valueOf(one!), "t1")
    }))
  })

  it.effect("to open is not overwritten: a key is missing from the ring, and each asks for itself", () => {
    const server = tokenServer(0)
    return scoped(Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const [one] = yield* fleet(server, 1)
      yield* one!.token
      const key = [...yield* Stream.runCollect(store.keys("app:"))][0]!
      const before = yield* store.read(key)
      const another = Context.get(yield* Layer.build(TokenSeal.layerEphemeral), TokenSeal.TokenSeal)
      const [two] = yield* fleet(server, 1).pipe(Effect.provideService(TokenSeal.TokenSeal, another))
      assert.strictEqual(yield* valueOf(two!), "t2")
      assert.strictEqual(Option.getOrThrow(yield* store.read(key)).version, Option.getOrThrow(before).version)
    }))
  })
})
