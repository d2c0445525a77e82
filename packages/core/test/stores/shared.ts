/** What every store on a real server is asked beside the contract. */
import { assert } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Cause from "effect/Cause"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { OAuthError, TokenStore } from "@effect-orange/core"
import { proxyTo } from "./proxy.js"

export const hour = Duration.hours(1)
const secretText = "sealed-canary-7f3a"
export const freshKey = () => `session:${crypto.randomUUID()}`
export const sealedOf = (text: string) => Option.some(Redacted.make(text))
export const claimOf = (holder: string, version: number) => ({ version, holder, ttl: Duration.seconds(10), takeover: "Never" as const })

/** Stands in for another process: the layer is built anew, with connections of its own. */
export const built = <E>(layer: Layer.Layer<TokenStore.TokenStore, E>) =>
  Effect.map(Layer.build(Layer.fresh(layer)), (context) => Context.get(context, TokenStore.TokenStore))

type Claims = Map<number, number>

const contend = (store: TokenStore.Service, key: string, name: string, versions: number, claims: Claims) =>
  Effect.gen(function*() {
    for (let i = 0; claims.size < versions; i++) {
      const { version } = Option.getOrThrow(yield* store.read(key))
      const holder = `${name}${i}`
      const claim = yield* store.claim(key, claimOf(holder, version))
      if (claim._tag !== "Claimed") continue
      claims.set(version, (claims.get(version) ?? 0) + 1)
      yield* store.commit(key, { version, fence: claim.fence, holder, sealed: sealedOf(holder), retain: hour })
    }
  })

export const claimsEachVersionOnce = <E>(layer: Layer.Layer<TokenStore.TokenStore, E>, versions = 200) =>
  Effect.gen(function*() {
    const stores = [yield* built(layer), yield* built(layer)]
    const key = freshKey()
    const claims: Claims = new Map()
    yield* stores[0]!.replace(key, sealedOf("0"), hour)
    yield* Effect.forEach(stores, (store, i) => contend(store, key, `p${i}-`, versions, claims), { concurrency: "unbounded" })
    assert.isAtLeast(claims.size, versions)
    assert.deepStrictEqual([...new Set(claims.values())], [1], "each version is claimed once")
  }).pipe(Effect.scoped)

/** Two stores on one table or prefix, asked at the same time for an absent key. */
export const claimsAbsentKeysOnce = <E>(layer: Layer.Layer<TokenStore.TokenStore, E>) =>
  Effect.gen(function*() {
    const stores = [yield* built(layer), yield* built(layer)]
    for (let i = 0; i < 20; i++) {
      const key = freshKey()
      const answers = yield* Effect.forEach("abcdefgh", (holder, j) => stores[j % 2]!.claim(key, claimOf(holder, 0)), { concurrency: "unbounded" })
      assert.strictEqual(answers.filter(({ _tag }) => _tag === "Claimed").length, 1)
    }
  }).pipe(Effect.scoped)

/** Fails typed, in time, without a defect, and says nothing of what was asked. */
export const failsTyped = <A>(
  operation: Effect.Effect<A, OAuthError.TokenStoreError>,
  reasons: ReadonlyArray<string>,
  within: Duration.Duration,
  key: string
) =>
  Effect.gen(function*() {
    const [took, exit] = yield* Effect.timed(Effect.exit(operation))
    assert.isBelow(Duration.toMillis(took), Duration.toMillis(within))
    assert.isTrue(Exit.isFailure(exit))
    if (!Exit.isFailure(exit)) return
    const error = Option.getOrThrow(Cause.failureOption(exit.cause))
    assert.instanceOf(error, OAuthError.TokenStoreError)
    assert.include(reasons, error.reason)
    const told = `${Cause.pretty(exit.cause)}${JSON.stringify(error)}${String(error)}`
    assert.notInclude(told, key)
    assert.notInclude(told, secretText)
  })

export const everyOperation = (store: TokenStore.Service, key: string): ReadonlyArray<Effect.Effect<unknown, OAuthError.TokenStoreError>> => [
  store.read(key),
  store.claim(key, claimOf("a", 1)),
  store.commit(key, { version: 1, fence: 1, holder: "a", sealed: sealedOf(secretText), retain: hour }),
  store.abort(key, { fence: Option.none(), holder: "a" }),
  store.replace(key, sealedOf(secretText), hour),
  store.reseal(key, { version: 1, sealed: Redacted.make(secretText) }),
  store.admit(key, { limit: 1, window: hour }),
  Stream.runCollect(store.keys(key))
]

/** A store comes back by itself; how soon is the client's business. */
export const eventually = <A>(operation: Effect.Effect<A, OAuthError.TokenStoreError>) =>
  Effect.retry(operation, Schedule.intersect(Schedule.spaced("100 millis"), Schedule.recurs(80)))

/** The answer of a claim, then of a commit, is lost on its way; asked again, each is the same. */
export const survivesLostAnswers = <E>(
  server: string,
  layerAt: (url: string) => Layer.Layer<TokenStore.TokenStore, E>,
  timeout: Duration.Duration
) =>
  Effect.gen(function*() {
    const proxy = yield* proxyTo(server)
    const direct = yield* built(layerAt(server))
    const store = yield* built(layerAt(proxy.url))
    const key = freshKey()
    const within = Duration.sum(timeout, Duration.seconds(5))
    const version = yield* eventually(store.replace(key, sealedOf("one"), hour))

    const claim = store.claim(key, claimOf("a", version))
    yield* proxy.loseAnswers
    yield* failsTyped(claim, ["Timeout"], within, key)
    const other = yield* direct.claim(key, claimOf("b", version))
    assert.strictEqual(other._tag, "Held", "the claim reached the server")
    yield* proxy.heal
    const claimed = yield* eventually(claim)
    assert.strictEqual(claimed._tag, "Claimed")
    if (claimed._tag !== "Claimed") return
    const direct2 = yield* direct.claim(key, claimOf("a", version))
    assert.deepStrictEqual(direct2, claimed, "the same fence")

    const commit = store.commit(key, { version, fence: claimed.fence, holder: "a", sealed: sealedOf("two"), retain: hour })
    yield* proxy.loseAnswers
    yield* failsTyped(commit, ["Timeout"], within, key)
    const written = Option.getOrThrow(yield* direct.read(key))
    assert.strictEqual(Redacted.value(written.sealed), "two", "the commit reached the server")
    yield* proxy.heal
    assert.deepStrictEqual(yield* eventually(commit), { _tag: "Committed", version: written.version })
  }).pipe(Effect.scoped)

/** The server refuses connections, or takes them and is silent. */
export const failsTypedWithoutServer = <E>(
  server: string,
  layerAt: (url: string) => Layer.Layer<TokenStore.TokenStore, E>,
  timeout: Duration.Duration
) =>
  Effect.gen(function*() {
    const proxy = yield* proxyTo(server)
    const store = yield* built(layerAt(proxy.url))
    const key = freshKey()
    const within = Duration.sum(timeout, Duration.seconds(5))
    yield* eventually(store.replace(key, sealedOf("one"), hour))
    yield* proxy.loseAnswers
    for (const operation of everyOperation(store, key)) yield* failsTyped(operation, ["Timeout", "Unavailable"], within, key)
    yield* proxy.heal
    yield* eventually(store.read(key))
    yield* proxy.close
    for (const operation of everyOperation(store, key)) yield* failsTyped(operation, ["Unavailable", "Timeout"], within, key)
  }).pipe(Effect.scoped)

/** What is past its retention is not listed. */
export const listsNothingExpired = <E>(layer: Layer.Layer<TokenStore.TokenStore, E>) =>
  Effect.gen(function*() {
    const store = yield* built(layer)
    const key = freshKey()
    yield* store.replace(key, sealedOf("one"), Duration.millis(50))
    yield* Effect.sleep("100 millis")
    assert.deepStrictEqual([...yield* Stream.runCollect(store.keys(key))], [])
  }).pipe(Effect.scoped)

/** More keys than a page, each listed once. */
export const listsManyKeys = <E>(layer: Layer.Layer<TokenStore.TokenStore, E>, count = 1_200) =>
  Effect.gen(function*() {
    const store = yield* built(layer)
    const key = freshKey()
    const names = Array.from({ length: count }, (_, i) => `${key}:${i}`)
    yield* Effect.forEach(names, (name) => store.replace(name, sealedOf("one"), Duration.minutes(1)), { concurrency: 8 })
    const found = [...yield* Stream.runCollect(store.keys(`${key}:`))]
    assert.deepStrictEqual(found.sort(), names.sort())
  }).pipe(Effect.scoped)
