/** Sessions and subscriptions on the emulator's playground: what the network ends by itself is reported. */
import { Callback, CallbackStore } from "@effect-orange/callbacks"
import { Geofencing, QualityOnDemand, Roaming, SimSwap, Sink } from "@effect-orange/camara"
import { Ciba, ClientCredentials, Credentials, Environment } from "@effect-orange/core"
import { Delivery, Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { clients, phoneNumber } from "./support.js"

const request: QualityOnDemand.Request = { profile: "QOS_L", server: "198.51.100.7", duration: "1 hour" }

const playground = Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, playground }) =>
  Layer.provide(Ciba.layerTwoLegged, ClientCredentials.layer({ environment: Environment.make({ ...playground, apiServerVariables: { "sim-swap": { version: "v2" } } }), credentials: Credentials.basic(credentials) }))))

type Handler = (request: Request) => Promise<Response>

/** The playground, which posts to the door that the test opens. */
const withPlayground = <A, E>(
  use: (open: (handler: Handler) => void) => Effect.Effect<A, E, Layer.Layer.Success<typeof clients> | Ciba.Ciba | Emulator.Emulator | CallbackStore.CallbackStore | Scope.Scope>
) =>
  Effect.suspend(() => {
    let door: Handler = () => Promise.resolve(new Response(null, { status: 404 }))
    const emulator = Emulator.layer({ idTokenAlgorithm: "ES256", deliver: Delivery.byHandler((request) => door(request)) })
    return Effect.scoped(use((handler) => {
      door = handler
    })).pipe(
      Effect.provide(Layer.mergeAll(clients, playground).pipe(Layer.provideMerge(emulator))),
      Effect.provide(CallbackStore.layerMemory())
    )
  })

const makeSink = Sink.make({ below: "https://shop.test/orange", lifetime: "2 hours" })

describe("a session that the network ends", () => {
  it.effect("is reported by its notification, at once, and is released with the scope", () =>
    withPlayground((open) =>
      Effect.gen(function*() {
        const { network, requests } = yield* Emulator.Emulator
        const sink = yield* makeSink
        const started = yield* Deferred.make<QualityOnDemand.Session>()
        open(yield* Callback.toWebHandler(QualityOnDemand.notifications({
          find: () => Effect.succeed(Option.some(sink)),
          handle: (change) => Effect.flatMap(Deferred.await(started), (session) => session.notified(change))
        })))
        yield* Effect.scoped(Effect.gen(function*() {
          const session = yield* QualityOnDemand.session({ phoneNumber }, { ...request, sink })
          yield* Deferred.succeed(started, session)
          const before = (yield* requests).length
          assert.strictEqual(yield* network.endSession(session.id), 200)
          assert.strictEqual(yield* session.ended, "NETWORK_TERMINATED")
          assert.strictEqual(yield* session.status, "UNAVAILABLE")
          assert.strictEqual((yield* requests).length, before, "nobody had to look")
          assert.strictEqual((yield* Effect.flip(Effect.scoped(QualityOnDemand.session({ phoneNumber }, request))))._tag, "ApiConflict", "it is in the way of the next")
        }))
        yield* Effect.scoped(QualityOnDemand.session({ phoneNumber }, request))
        assert.deepStrictEqual((yield* requests).filter(({ method }) => method === "DELETE").map(({ status }) => status), [204, 204])
      })))

  it.effect("is reported by the next look, where there is no sink", () =>
    withPlayground(() =>
      Effect.gen(function*() {
        const { network } = yield* Emulator.Emulator
        const session = yield* QualityOnDemand.session({ phoneNumber }, { ...request, every: "1 minute" })
        const ended = yield* Effect.fork(session.ended)
        yield* TestClock.adjust("1 minute")
        assert.strictEqual(yield* session.status, "AVAILABLE")
        assert.isUndefined(yield* network.endSession(session.id))
        assert.isTrue(Option.isNone(yield* Fiber.poll(ended)))
        yield* TestClock.adjust("1 minute")
        assert.strictEqual(yield* Fiber.join(ended), "NETWORK_TERMINATED")
      })))
})

it.effect("a subscription that the network ends is told with its reason", () =>
  withPlayground((open) =>
    Effect.gen(function*() {
      const { network } = yield* Emulator.Emulator
      const sink = yield* makeSink
      const events: Array<Geofencing.Event> = []
      open(yield* Callback.toWebHandler(Geofencing.notifications({ find: () => Effect.succeed(Option.some(sink)), handle: (event) => Effect.sync(() => void events.push(event)) })))
      const id = yield* Geofencing.subscribe({ phoneNumber }, { on: "entered", area: { latitude: 5.32, longitude: -4.02, radius: 2_000 }, sink })
      assert.strictEqual(yield* network.endSubscription(id, "ACCESS_TOKEN_EXPIRED"), 200)
      const [last] = events.slice(-1)
      assert.deepInclude(last, { _tag: "Ended", subscriptionId: id, reason: "ACCESS_TOKEN_EXPIRED" })
    })))

it.effect("one API has a version of its own in an environment, and the others theirs", () =>
  withPlayground(() =>
    Effect.gen(function*() {
      const { requests } = yield* Emulator.Emulator
      yield* SimSwap.check({ phoneNumber })
      yield* Roaming.get({ phoneNumber })
      const paths = (yield* requests).map(({ path }) => path).filter((path) => path.startsWith("/camara/"))
      assert.deepStrictEqual(paths, ["/camara/playground/api/sim-swap/v2/check", "/camara/playground/api/device-roaming-status/v1/retrieve"])
    })))
