/** Notifications: forged, replayed, expired and reordered ones are refused, or change nothing. */
import { CallbackStore } from "@effect-orange/callbacks"
import { Geofencing, QualityOnDemand, Sink } from "@effect-orange/camara"
import { assert, describe, it } from "@effect/vitest"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { clients, makeDoor, makeNetwork, phoneNumber, worlds } from "./support.js"

const below = "https://shop.test/orange"

const makeSinks = () => {
  const sinks = new Map<string, Sink.Sink>()
  return {
    find: (key: string) => Effect.sync(() => Option.fromNullable(sinks.get(key))),
    keep: (sink: Sink.Sink) => Effect.sync(() => void sinks.set(sink.key, sink))
  }
}

const tokenOf = (sink: Sink.Sink, index = -1): string => Redacted.value(sink.tokens.at(index)!.value)

const changed = (qosStatus: string, id = qosStatus) => ({
  id,
  source: "https://api.test/qod",
  specversion: "1.0",
  type: "org.camaraproject.quality-on-demand.v0.qos-status-changed",
  time: "2026-01-31T10:30:00Z",
  data: { sessionId: "3fa85f64-5717-4562-b3fc-2c963f66afa6", qosStatus, ...(qosStatus === "UNAVAILABLE" ? { statusInfo: "DURATION_EXPIRED" } : {}) }
})

const withSessions = <A, E>(use: (world: { readonly sink: Sink.Sink; readonly handled: Array<string>; readonly keep: (sink: Sink.Sink) => Effect.Effect<void>; readonly post: (url: string, bearer: string | undefined, event: unknown) => Effect.Effect<number> }) => Effect.Effect<A, E>) =>
  Effect.gen(function*() {
    const { find, keep } = makeSinks()
    const handled: Array<string> = []
    const post = yield* makeDoor(QualityOnDemand.notifications({ find, handle: ({ qosStatus }) => Effect.sync(() => void handled.push(qosStatus)) }))
    const sink = yield* Sink.make({ below, lifetime: "2 hours" })
    yield* keep(sink)
    return yield* use({ sink, handled, keep, post })
  }).pipe(Effect.provide(CallbackStore.layerMemory()))

describe("a notification about a session", () => {
  it.effect("is handled once, in order, and never after the end", () =>
    withSessions(({ handled, post, sink }) =>
      Effect.gen(function*() {
        for (const event of [changed("AVAILABLE"), changed("AVAILABLE"), changed("UNAVAILABLE"), changed("UNAVAILABLE"), changed("AVAILABLE", "late")]) {
          assert.strictEqual(yield* post(sink.url, tokenOf(sink), event), 200)
        }
        assert.deepStrictEqual(handled, ["AVAILABLE", "UNAVAILABLE"])
      })))

  it.effect("without the sink's token, or with another sink's, is forged: 404", () =>
    withSessions(({ handled, keep, post, sink }) =>
      Effect.gen(function*() {
        const other = yield* Sink.make({ below, lifetime: "2 hours" })
        yield* keep(other)
        for (const bearer of [undefined, "", "guess", tokenOf(other)]) assert.strictEqual(yield* post(sink.url, bearer, changed("AVAILABLE")), 404)
        assert.deepStrictEqual(handled, [])
      })))

  it.effect("with a token that has expired is refused; with a new one beside it either is good until its own end", () =>
    withSessions(({ handled, keep, post, sink }) =>
      Effect.gen(function*() {
        yield* TestClock.adjust("1 hour")
        const rotated = yield* Sink.rotate(sink, "2 hours")
        yield* keep(rotated)
        assert.strictEqual(yield* post(sink.url, tokenOf(rotated, 0), changed("AVAILABLE", "a")), 200)
        yield* TestClock.adjust("1 hour")
        assert.strictEqual(yield* post(sink.url, tokenOf(rotated, 0), changed("AVAILABLE", "b")), 404)
        assert.strictEqual(yield* post(sink.url, tokenOf(rotated), changed("AVAILABLE", "b")), 200)
        yield* TestClock.adjust("1 hour")
        assert.strictEqual(yield* post(sink.url, tokenOf(rotated), changed("UNAVAILABLE")), 404)
        assert.deepStrictEqual(handled, ["AVAILABLE", "AVAILABLE"])
        assert.strictEqual((yield* Sink.rotate(rotated, "1 hour")).tokens.length, 1, "what has expired is dropped")
      })))

  it.effect("at a sink that is not known is answered 200; what is none 400; a long one 413", () =>
    withSessions(({ handled, post, sink }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* post(`${below}/unknown`, tokenOf(sink), changed("AVAILABLE")), 200)
        assert.strictEqual(yield* post(sink.url, tokenOf(sink), { id: 5 }), 400)
        assert.strictEqual(yield* post(sink.url, tokenOf(sink), { ...changed("AVAILABLE"), more: "x".repeat(70_000) }), 413)
        assert.deepStrictEqual(handled, [])
      })))
})

describe("a notification about an area", () => {
  const event = (kind: string, time: string, data: object = {}) => ({
    id: `${kind} ${time}`,
    source: "https://api.test/geofencing",
    specversion: "1.0",
    type: `org.camaraproject.geofencing-subscriptions.v0.${kind}`,
    time: `2026-01-31T${time}:00Z`,
    data: { subscriptionId: "s1", area: { areaType: "CIRCLE", center: { latitude: 5, longitude: -4 }, radius: 2_000 }, ...data }
  })

  it.effect("is handled in the order of its time; one that was overtaken is not", () =>
    Effect.gen(function*() {
      const { find, keep } = makeSinks()
      const handled: Array<string> = []
      const post = yield* makeDoor(Geofencing.notifications({
        find,
        handle: (one) => Effect.sync(() => void handled.push(`${one._tag} ${DateTime.formatIso(one.at).slice(11, 16)}${"reason" in one ? ` ${one.reason}` : ""}`))
      }))
      const sink = yield* Sink.make({ below, lifetime: "2 hours" })
      yield* keep(sink)
      const ended = event("subscription-ends", "10:30", { terminationReason: "SUBSCRIPTION_EXPIRED" })
      const events = [
        event("subscription-started", "10:00", { initiationReason: "SUBSCRIPTION_CREATED" }),
        event("area-entered", "10:10"),
        event("area-left", "10:20"),
        event("area-entered", "10:15"),
        event("area-left", "10:20"),
        event("subscription-updated", "10:25", { updateReason: "SUBSCRIPTION_INACTIVE" }),
        ended,
        ended,
        event("area-entered", "10:40")
      ]
      for (const one of events) assert.strictEqual(yield* post(sink.url, tokenOf(sink), one), 200, one.id)
      assert.deepStrictEqual(handled, ["Started 10:00", "Entered 10:10", "Left 10:20", "Updated 10:25 SUBSCRIPTION_INACTIVE", "Ended 10:30 SUBSCRIPTION_EXPIRED"])
    }).pipe(Effect.provide(CallbackStore.layerMemory())))

  it.effect("is subscribed to with a token of its own, and given up", () => {
    const network = makeNetwork(({ method }) => method === "DELETE" ? { status: 204 } : { status: 202, body: { id: "s1" } })
    return Effect.gen(function*() {
      const sink = yield* Sink.make({ below, lifetime: "2 hours" })
      const id = yield* Geofencing.subscribe({ phoneNumber }, { on: "left", area: { latitude: 5, longitude: -4, radius: 2_000 }, sink, maxEvents: 3, until: DateTime.unsafeMake("2026-02-28T00:00:00Z") })
      assert.strictEqual(id, "s1")
      const { config, sinkCredential, types, ...rest } = network.sent[0]!.body
      assert.deepStrictEqual(types, ["org.camaraproject.geofencing-subscriptions.v0.area-left"])
      assert.strictEqual(sinkCredential.accessToken, tokenOf(sink))
      assert.deepStrictEqual(rest, { protocol: "HTTP", sink: sink.url })
      assert.deepStrictEqual(config, {
        subscriptionDetail: { device: { phoneNumber }, area: { areaType: "CIRCLE", center: { latitude: 5, longitude: -4 }, radius: 2_000 } },
        subscriptionExpireTime: "2026-02-28T00:00:00.000Z",
        subscriptionMaxEvents: 3
      })
      yield* Geofencing.unsubscribe({ phoneNumber }, id)
      assert.match(network.sent[1]!.path, /\/subscriptions\/s1$/)
    }).pipe(Effect.provide(Layer.mergeAll(clients, worlds.playground).pipe(Layer.provide(network.layer))))
  })
})

it.effect("a sink can be written down and read again, and shows no token", () =>
  Effect.gen(function*() {
    const sink = yield* Sink.make({ below, lifetime: "2 hours" })
    const json = yield* Schema.encode(Schema.parseJson(Sink.Sink))(sink)
    const again = yield* Schema.decode(Schema.parseJson(Sink.Sink))(json)
    assert.strictEqual(tokenOf(again), tokenOf(sink))
    assert.match(tokenOf(sink), /^[\w-]{43}$/)
    for (const shown of [String(sink), inspect(sink, { depth: 9 }), JSON.stringify(sink)]) assert.notInclude(shown, tokenOf(sink))
  }))
