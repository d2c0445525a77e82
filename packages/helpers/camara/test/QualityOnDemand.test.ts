/** Sessions: started, kept up, given back, and reported when the network ends them first. */
import { QualityOnDemand, Sink } from "@effect-orange/camara"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { type Answer, clients, makeNetwork, phoneNumber, type Sent, worlds } from "./support.js"

const request: QualityOnDemand.Request = { profile: "QOS_L", server: "198.51.100.7", duration: "10 minutes" }

/** A network with one session, whose status and answers a test may change. */
const makeSessions = () => {
  const state = { status: "AVAILABLE", statusInfo: undefined as string | undefined, ends: 600_000, fails: (() => undefined) as (sent: Sent) => Answer | undefined }
  const network = makeNetwork((sent) => {
    const failure = state.fails(sent)
    if (failure !== undefined) return failure
    if (sent.method === "DELETE") return { status: 204 }
    if (sent.path.endsWith("/extend")) state.ends += sent.body.requestedAdditionalDuration * 1000
    const body = {
      sessionId: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
      applicationServer: { ipv4Address: "198.51.100.7" },
      qosProfile: "QOS_L",
      duration: 600,
      qosStatus: state.status,
      ...(state.statusInfo === undefined ? {} : { statusInfo: state.statusInfo }),
      startedAt: "1970-01-01T00:00:00Z",
      expiresAt: new Date(state.ends).toISOString()
    }
    return { status: sent.path.endsWith("/sessions") ? 201 : 200, body }
  })
  const calls = () => network.sent.map(({ at, method, path }) => `${at / 1000} ${method} ${path.split("/sessions")[1]!.replace(/^\/[\w-]{36}/, "/id")}`.trim())
  return { state, network, calls, layer: Layer.mergeAll(clients, worlds.playground).pipe(Layer.provide(network.layer)) }
}

const open = (more: Partial<QualityOnDemand.Request> = {}) =>
  Effect.gen(function*() {
    const scope = yield* Scope.make()
    const session = yield* Scope.extend(QualityOnDemand.session({ phoneNumber }, { ...request, ...more }), scope)
    return { session, close: Scope.close(scope, Exit.void) }
  })

describe("a session", () => {
  it.effect("is started for the device, and given back with its scope", () => {
    const { calls, layer, network } = makeSessions()
    return Effect.gen(function*() {
      const { close, session } = yield* open()
      assert.strictEqual(yield* session.status, "AVAILABLE")
      assert.deepStrictEqual(network.sent[0]!.body, { device: { phoneNumber }, applicationServer: { ipv4Address: "198.51.100.7" }, qosProfile: "QOS_L", duration: 600 })
      yield* close
      assert.deepStrictEqual(calls(), ["0 POST", "0 DELETE /id"])
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(calls().length, 2, "nobody looks any more")
    }).pipe(Effect.provide(layer))
  })

  it.effect("is extended before its time is over, again and again", () => {
    const { calls, layer, state } = makeSessions()
    return Effect.gen(function*() {
      const { close } = yield* open({ every: "1 minute" })
      yield* TestClock.adjust("30 minutes")
      const extensions = calls().filter((one) => one.endsWith("/extend"))
      assert.strictEqual(extensions.length, 3)
      assert.isAbove(state.ends, yield* Clock.currentTimeMillis)
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("that the network ends is reported once, and not looked at any more", () => {
    const { calls, layer, state } = makeSessions()
    return Effect.gen(function*() {
      const { close, session } = yield* open()
      const ended = yield* Effect.fork(session.ended)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* Fiber.poll(ended))._tag, "None")
      Object.assign(state, { status: "UNAVAILABLE", statusInfo: "NETWORK_TERMINATED" })
      yield* TestClock.adjust("30 seconds")
      assert.strictEqual(yield* Fiber.join(ended), "NETWORK_TERMINATED")
      const so = calls().length
      yield* TestClock.adjust("10 minutes")
      assert.strictEqual(calls().length, so)
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("that is gone, or cannot be extended, ends with its time", () => {
    const { layer, state } = makeSessions()
    return Effect.gen(function*() {
      const { close, session } = yield* open()
      state.fails = ({ path }) => path.endsWith("/extend") ? { status: 409, body: { status: 409, code: "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED", message: "…" } } : undefined
      yield* TestClock.adjust("9 minutes")
      assert.strictEqual(yield* session.status, "AVAILABLE")
      state.fails = () => ({ status: 404, body: { status: 404, code: "NOT_FOUND", message: "…" } })
      const ended = yield* Effect.fork(session.ended)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(yield* Fiber.join(ended), "DURATION_EXPIRED")
      // And is not missed when the scope ends.
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("outlasts looks that fail", () => {
    const { layer, state } = makeSessions()
    return Effect.gen(function*() {
      const { close, session } = yield* open({ every: "1 minute" })
      state.fails = () => ({ status: 400, body: { status: 400, code: "INVALID_ARGUMENT", message: "…" } })
      yield* TestClock.adjust("3 minutes")
      state.fails = () => undefined
      Object.assign(state, { status: "UNAVAILABLE", statusInfo: "NETWORK_TERMINATED" })
      const ended = yield* Effect.fork(session.ended)
      yield* TestClock.adjust("2 minutes")
      assert.strictEqual(yield* Fiber.join(ended), "NETWORK_TERMINATED")
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("hears of its end by a notification, without a look", () => {
    const { layer } = makeSessions()
    return Effect.gen(function*() {
      const { close, session } = yield* open()
      yield* session.notified({ sessionId: session.id, qosStatus: "UNAVAILABLE", statusInfo: "NETWORK_TERMINATED" })
      assert.strictEqual(yield* session.ended, "NETWORK_TERMINATED")
      assert.strictEqual(yield* session.status, "UNAVAILABLE")
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("sends its sink, and its token with it", () => {
    const { layer, network } = makeSessions()
    return Effect.gen(function*() {
      const sink = yield* Sink.make({ below: "https://shop.test/quality/", lifetime: "2 hours" })
      const { close } = yield* open({ sink })
      const { sink: url, sinkCredential } = network.sent[0]!.body
      assert.strictEqual(url, `https://shop.test/quality/${sink.key}`)
      assert.deepStrictEqual(sinkCredential, { credentialType: "ACCESSTOKEN", accessTokenType: "bearer", accessToken: Redacted.value(sink.tokens[0].value), accessTokenExpiresUtc: "1970-01-01T02:00:00.000Z" })
      yield* close
    }).pipe(Effect.provide(layer))
  })

  it.effect("that cannot be started fails, and there is nothing to give back", () => {
    const { calls, layer, state } = makeSessions()
    return Effect.gen(function*() {
      state.fails = () => ({ status: 409, body: { status: 409, code: "CONFLICT", message: "…" } })
      assert.strictEqual((yield* Effect.flip(open()))._tag, "ApiConflict")
      assert.strictEqual(calls().length, 1)
    }).pipe(Effect.provide(layer))
  })
})
