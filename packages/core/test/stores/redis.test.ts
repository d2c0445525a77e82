import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { Redis } from "ioredis"
import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
import { tokenStoreContract } from "../TokenStoreContract.js"
import { proxyTo } from "./proxy.js"
import { hasProgram, ownServer } from "./redisServer.js"
import * as Shared from "./shared.js"

const { REDIS_CLUSTER_URL, REDIS_URL } = process.env
const timeout = Duration.seconds(2)
const layerAt = (url: string) => RedisStore.layer({ url: Redacted.make(url), prefix: "test*[a]:", timeout })

if (REDIS_URL === undefined) describe.skip("Redis: skipped, as REDIS_URL is not set", () => it("needs scripts/servers.sh", () => {}))
else {
  tokenStoreContract("Redis", { layer: layerAt(REDIS_URL), histories: 15 })
  onServer(REDIS_URL)
}

if (REDIS_CLUSTER_URL === undefined) describe.skip("Redis Cluster: skipped, as REDIS_CLUSTER_URL is not set", () => it("needs scripts/servers.sh", () => {}))
else {
  const layer = RedisStore.layer({ url: REDIS_CLUSTER_URL, cluster: true, prefix: "test:", timeout })
  tokenStoreContract("Redis Cluster", { layer, histories: 5 })
  describe("Redis Cluster", { concurrent: true }, () => {
    it.live("each of 200 versions is claimed once by two processes", () => Shared.claimsEachVersionOnce(layer), 30_000)
    it.live("lists more keys than a page", () => Shared.listsManyKeys(layer), 30_000)
    it.live("tells of changes", () => tellsOfChanges(layer), 10_000)
  })
}

function tellsOfChanges(layer: ReturnType<typeof RedisStore.layer>) {
  return Effect.gen(function*() {
    const listener = yield* Shared.built(layer)
    const writer = yield* Shared.built(layer)
    const key = Shared.freshKey()
    const heard = yield* Deferred.make<number>()
    const fiber = yield* Effect.fork(Stream.runForEach(listener.changes, (change) =>
      change.key === key ? Deferred.succeed(heard, change.version) : Effect.void))
    // The subscription is made in the background, and what came before it is missed.
    const version = yield* Effect.repeat(Effect.delay(writer.replace(key, Shared.sealedOf("one"), Shared.hour), "50 millis"), {
      until: () => Deferred.isDone(heard)
    })
    assert.isAtMost(yield* Deferred.await(heard), version)
    yield* Fiber.interrupt(fiber)
  }).pipe(Effect.scoped)
}

const serverAt = (port: number) => ownServer("bind 127.0.0.1", `port ${port}`)

function onServer(url: string) {
  describe("Redis", { concurrent: true }, () => {
    it.live("is volatile", () =>
      Effect.map(Shared.built(layerAt(url)), ({ durability }) => assert.strictEqual(durability, "Volatile")).pipe(Effect.scoped))

    it.live("each of 200 versions is claimed once by two processes", () => Shared.claimsEachVersionOnce(layerAt(url)), 30_000)
    it.live("an absent key is claimed once by two processes", () => Shared.claimsAbsentKeysOnce(layerAt(url)), 30_000)
    it.live("a claim and a commit whose answers were lost are repeated", () => Shared.survivesLostAnswers(url, layerAt, timeout), 30_000)
    it.live("fails typed and in time without its server", () => Shared.failsTypedWithoutServer(url, layerAt, timeout), 60_000)
    it.live("lists nothing past its retention", () => Shared.listsNothingExpired(layerAt(url)))
    it.live("lists more keys than a page", () => Shared.listsManyKeys(layerAt(url)), 30_000)
    it.live("tells of changes", () => tellsOfChanges(layerAt(url)), 10_000)

    it.live.skipIf(!hasProgram)("a server killed and started again: typed failures, then service, without its records", () =>
      Effect.gen(function*() {
        const proxy = yield* proxyTo(url)
        yield* proxy.close
        const port = Number(new URL(proxy.url).port)
        const server = yield* serverAt(port)
        const store = yield* Shared.built(layerAt(proxy.url))
        const key = Shared.freshKey()
        const first = yield* Shared.eventually(store.replace(key, Shared.sealedOf("one"), Shared.hour))
        server.kill("SIGKILL")
        yield* Effect.sleep("50 millis")
        for (const operation of Shared.everyOperation(store, key)) {
          yield* Shared.failsTyped(operation, ["Unavailable"], timeout, key)
        }
        yield* serverAt(port)
        assert.isTrue(Option.isNone(yield* Shared.eventually(store.read(key))))
        assert.isAbove(yield* store.replace(key, Shared.sealedOf("two"), Shared.hour), first, "a lost record counts on")
      }).pipe(Effect.scoped), 30_000)

    it.live.skipIf(!hasProgram)("is built while the server is away, and serves once it is there", () =>
      Effect.gen(function*() {
        const proxy = yield* proxyTo(url)
        yield* proxy.close
        const store = yield* Shared.built(layerAt(proxy.url))
        yield* Shared.failsTyped(store.read("k"), ["Unavailable"], timeout, Shared.freshKey())
        yield* serverAt(Number(new URL(proxy.url).port))
        assert.isTrue(Option.isNone(yield* Shared.eventually(store.read("k"))))
      }).pipe(Effect.scoped), 30_000)

    it.live("takes a client, and leaves it open", () =>
      Effect.gen(function*() {
        const client = new Redis(url)
        const key = Shared.freshKey()
        yield* Effect.scoped(Effect.gen(function*() {
          const store = yield* Shared.built(RedisStore.layer({ client, prefix: "test:" }))
          yield* store.replace(key, Shared.sealedOf("one"), Shared.hour)
        }))
        assert.strictEqual(yield* Effect.promise(() => client.hget(`test:${key}`, "s")), "one")
        client.disconnect()
      }))

    it.live("ends its connection with its scope", () =>
      Effect.gen(function*() {
        const watch = new Redis(url)
        const connections = Effect.map(Effect.promise(() => watch.client("LIST")), (list) => String(list).trim().split("\n").length)
        const before = yield* connections
        yield* Effect.scoped(Effect.gen(function*() {
          const store = yield* Shared.built(layerAt(url))
          yield* Effect.fork(Stream.runDrain(store.changes))
          yield* Effect.sleep("100 millis")
          assert.isAbove(yield* connections, before)
        }))
        yield* Effect.repeat(Effect.delay(connections, "20 millis"), { until: (now) => now <= before })
        watch.disconnect()
      }), 5_000)

    it.live("a record is gone from the server after its retention", () =>
      Effect.gen(function*() {
        const store = yield* Shared.built(layerAt(url))
        const client = new Redis(url)
        const key = Shared.freshKey()
        yield* store.replace(key, Shared.sealedOf("one"), Duration.millis(80))
        yield* store.claim(`${key}:claimed`, Shared.claimOf("a", 0))
        yield* Effect.sleep("150 millis")
        assert.strictEqual(yield* Effect.promise(() => client.exists(`test*[a]:${key}`)), 0)
        assert.isAbove(yield* Effect.promise(() => client.pttl(`test*[a]:${key}:claimed`)), 600_000)
        client.disconnect()
      }).pipe(Effect.scoped))
  })
}

describe("Redis: configuration", () => {
  for (const url of ["not a url", "http://127.0.0.1", "redis://"]) {
    it.live(`refuses ${url}`, () =>
      Effect.gen(function*() {
        const result = yield* Effect.either(Shared.built(RedisStore.layer({ url })))
        assert.isTrue(Either.isLeft(result))
        if (Either.isLeft(result)) assert.strictEqual(result.left.field, "redis.url")
      }).pipe(Effect.scoped))
  }
})
