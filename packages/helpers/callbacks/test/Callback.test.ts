/** What a callback is answered, and what the application sees of it. */
import { Callback, CallbackStore } from "@effect-orange/callbacks"
import { ApiClient } from "@effect-orange/core"
import * as HttpApp from "@effect/platform/HttpApp"
import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Metric from "effect/Metric"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"

interface Receipt {
  readonly id: string
  readonly rank: number
}

const secret = "s3cret-segment"

const decode = ({ body }: Callback.Delivery) =>
  Effect.try({
    try: () => {
      const { id, rank } = JSON.parse(new TextDecoder().decode(body)) as Receipt
      if (typeof id !== "string" || typeof rank !== "number") throw new Error()
      return { id, rank }
    },
    catch: () => new ApiClient.MalformedCallbackError({ callback: "receipt", reason: "json", paths: [] })
  })

interface World {
  readonly callback: Callback.Callback<string, never>
  readonly handled: Array<string>
  readonly post: (body: string | ReadableStream, path?: string, method?: string) => Effect.Effect<number>
  readonly expect: (subject: string) => Effect.Effect<void, unknown>
  readonly fail: (times: number) => void
}

const withWorld = <A, E>(use: (world: World) => Effect.Effect<A, E>, handle: (receipt: Receipt) => Effect.Effect<void, string> = () => Effect.void) =>
  Effect.gen(function*() {
    const handled: Array<string> = []
    let failures = 0
    const callback = Callback.make<Receipt, string, never>({
      name: "test.receipt",
      authenticate: Callback.secretSegment(Redacted.make(secret)),
      decode,
      event: ({ id, rank }) => ({ subject: `test:${id}`, id: String(rank), rank, isFinal: rank === 3 }),
      handle: (receipt) =>
        Effect.zipRight(handle(receipt), Effect.suspend(() => {
          if (failures-- > 0) return Effect.fail("the application's own trouble")
          handled.push(`${receipt.id}${receipt.rank}`)
          return Effect.void
        }))
    })
    const runtime = yield* Effect.runtime<CallbackStore.CallbackStore>()
    const handler = HttpApp.toWebHandlerRuntime(runtime as Runtime.Runtime<CallbackStore.CallbackStore>)(callback.app)
    return yield* use({
      callback,
      handled,
      post: (body, path = secret, method = "POST") =>
        Effect.promise(() =>
          handler(new Request(`https://shop.test/orange/${path}`, { method, ...(method === "GET" ? {} : { body, duplex: "half" }), headers: { "content-type": "application/json" } } as RequestInit))
            .then(({ status }) => status)),
      expect: (subject) => callback.expect(subject).pipe(Effect.provide(Layer.succeedContext(runtime.context))),
      fail: (times) => {
        failures = times
      }
    })
  }).pipe(Effect.provide(CallbackStore.layerMemory()))

const receipt = (id: string, rank: number): string => JSON.stringify({ id, rank })

const counted = (outcome: string) =>
  Effect.map(Metric.value(Callback.callbacks.pipe(Metric.tagged("callback", "test.receipt"), Metric.tagged("outcome", outcome))), ({ count }) => count)

describe("a callback", () => {
  it.live("is handled once, and answered 200 however often it comes", () =>
    withWorld(({ expect, handled, post }) =>
      Effect.gen(function*() {
        yield* expect("test:a")
        assert.deepStrictEqual([yield* post(receipt("a", 1)), yield* post(receipt("a", 1)), yield* post(receipt("a", 2))], [200, 200, 200])
        assert.deepStrictEqual(handled, ["a1", "a2"])
      })))

  it.live("that comes late, or after the end, changes nothing", () =>
    withWorld(({ expect, handled, post }) =>
      Effect.gen(function*() {
        yield* expect("test:a")
        for (const rank of [2, 1, 3, 4, 2]) assert.strictEqual(yield* post(receipt("a", rank)), 200)
        assert.deepStrictEqual(handled, ["a2", "a3"])
      })))

  it.live("that nobody expects yet is answered 200, counted, and handled once it is expected", () =>
    withWorld(({ expect, handled, post }) =>
      Effect.gen(function*() {
        const before = yield* counted("unknown")
        assert.deepStrictEqual([yield* post(receipt("a", 3)), yield* post(receipt("a", 1))], [200, 200])
        assert.strictEqual(yield* counted("unknown"), before + 2)
        assert.deepStrictEqual(handled, [])
        yield* expect("test:a")
        assert.deepStrictEqual(handled, ["a1", "a3"])
        yield* expect("test:a")
        assert.deepStrictEqual(handled, ["a1", "a3"])
      })))

  it.live("whose handling fails is answered 500, and is handled when it comes again", () =>
    withWorld(({ expect, fail, handled, post }) =>
      Effect.gen(function*() {
        yield* expect("test:a")
        fail(1)
        assert.strictEqual(yield* post(receipt("a", 1)), 500)
        assert.strictEqual(yield* post(receipt("a", 1)), 200)
        assert.deepStrictEqual(handled, ["a1"])
      })).pipe(Effect.provide(Logger.remove(Logger.defaultLogger))))

  it.live("that waited and fails when it is expected stays, for the next time", () =>
    withWorld(({ expect, fail, handled, post }) =>
      Effect.gen(function*() {
        yield* post(receipt("a", 1))
        fail(1)
        assert.strictEqual((yield* Effect.either(expect("test:a")))._tag, "Left")
        yield* expect("test:a")
        assert.deepStrictEqual(handled, ["a1"])
      })))

  it.live("that dies in its handler is answered 500 as well", () =>
    withWorld(({ expect, post }) =>
      Effect.gen(function*() {
        yield* expect("test:a")
        assert.strictEqual(yield* post(receipt("a", 1)), 500)
      }), () => Effect.die("a defect")).pipe(Effect.provide(Logger.remove(Logger.defaultLogger))))

  it.live("that is being handled is answered 503, to come again", () =>
    Effect.gen(function*() {
      const gate = yield* Deferred.make<void>()
      yield* withWorld(({ expect, handled, post }) =>
        Effect.gen(function*() {
          yield* expect("test:a")
          const first = yield* Effect.fork(post(receipt("a", 1)))
          yield* Effect.sleep("20 millis")
          assert.strictEqual(yield* post(receipt("a", 1)), 503)
          yield* Deferred.succeed(gate, undefined)
          assert.strictEqual(yield* first, 200)
          assert.deepStrictEqual(handled, ["a1"])
        }), () => Deferred.await(gate))
    }))
})

describe("refused, and nothing is handled", () => {
  const row = (name: string, body: string | (() => ReadableStream), status: number, path?: string, method?: string) => ({ name, body, status, path, method })
  const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000)) })

  it.live.each([
    row("forged: no secret", receipt("a", 1), 404, ""),
    row("forged: another secret", receipt("a", 1), 404, `${secret}x`),
    row("forged: the secret elsewhere", receipt("a", 1), 404, `other?x=/${secret}`),
    row("no POST", "", 405, secret, "GET"),
    row("no JSON", "{\"id\":", 400),
    row("another shape", "{\"id\":5}", 400),
    row("nothing", "", 400),
    row("oversized", " ".repeat(65_537), 413),
    row("endless", endless, 413)
  ])("$name: $status", ({ body, method, path, status }) =>
    withWorld(({ expect, handled, post }) =>
      Effect.gen(function*() {
        yield* expect("test:a")
        assert.strictEqual(yield* post(typeof body === "string" ? body : body(), path, method), status)
        assert.deepStrictEqual(handled, [])
      })))

  it.live("the secret is taken percent-encoded too", () =>
    withWorld(({ expect, post }) => Effect.zipRight(expect("test:a"), Effect.map(post(receipt("a", 1), "s3cret%2Dsegment"), (status) => assert.strictEqual(status, 200)))))
})

it.live("a store that is away: 503, to come again", () =>
  Effect.gen(function*() {
    const error = new CallbackStore.CallbackStoreError({ operation: "read", reason: "TimedOut" })
    const store = CallbackStore.CallbackStore.of({ admit: () => Effect.fail(error), complete: () => Effect.void, release: () => Effect.void, expect: () => Effect.fail(error) })
    const callback = Callback.make<Receipt, never, never>({ name: "away", authenticate: () => Effect.succeed("authentic"), decode, event: ({ id }) => ({ subject: id, id, rank: 0, isFinal: true }), handle: () => Effect.void })
    const { handler } = HttpApp.toWebHandlerLayer(callback.app, Layer.succeed(CallbackStore.CallbackStore, store))
    const response = yield* Effect.promise(() => handler(new Request("https://shop.test/a", { method: "POST", body: receipt("a", 1) })))
    assert.strictEqual(response.status, 503)
  }))

describe("who sent it", () => {
  const answer = (authenticate: Effect.Effect<Callback.Verdict, string>, isUnsolicited = true) =>
    Effect.gen(function*() {
      const handled: Array<string> = []
      const callback = Callback.make<Receipt, string, never>({
        name: "test.verdict",
        isUnsolicited,
        authenticate: () => authenticate,
        decode,
        event: ({ id }) => ({ subject: id, id, rank: 0, isFinal: true }),
        handle: ({ id }) => Effect.sync(() => void handled.push(id))
      })
      const { handler } = HttpApp.toWebHandlerLayer(callback.app, Layer.merge(CallbackStore.layerMemory(), Logger.remove(Logger.defaultLogger)))
      const response = yield* Effect.promise(() => handler(new Request("https://shop.test/a", { method: "POST", body: receipt("a", 1) })))
      return [response.status, handled.length]
    })

  it.live("decides: authentic is handled, forged 404, unknown 200, and not to know for an error 500", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* answer(Effect.succeed("authentic")), [200, 1])
      assert.deepStrictEqual(yield* answer(Effect.succeed("forged")), [404, 0])
      assert.deepStrictEqual(yield* answer(Effect.succeed("unknown")), [200, 0])
      assert.deepStrictEqual(yield* answer(Effect.fail("the database is gone")), [500, 0])
    }))

  it.live("what comes of itself is handled; what must be expected is not", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* answer(Effect.succeed("authentic"), true), [200, 1])
      assert.deepStrictEqual(yield* answer(Effect.succeed("authentic"), false), [200, 0])
    }))
})

it("the last segment of a path, decoded, without query and fragment", () => {
  assert.deepStrictEqual(["/a/b%20c?d=/e", "/a/", "https://shop.test/a#/b", "/%zz"].map(Callback.lastSegment), ["b c", "", "a", "%zz"])
})
