/** Many callers at once, over real sockets. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import { AppAuth, Credentials, OrangeHttpClient, RetryPolicy } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { appAuth, clients, makeTurnedClock, outline, readText, serve } from "./support.js"

const withEmulator = <A, E>(test: (emulator: Emulator.Service) => Effect.Effect<A, E, Scope.Scope>) =>
  Effect.scoped(Effect.provide(Effect.flatMap(Emulator.Emulator, test), Emulator.layerServer({ journalSize: 20_000 })))

const tokenRequests = (emulator: Emulator.Service) =>
  Effect.map(emulator.requests, (all) => all.filter(({ grantType }) => grantType !== undefined).length)

const token = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token)
const shops = Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.get("/poi/v1/shops?postalCode=35000"))

const many = <A, E, R>(n: number, effect: Effect.Effect<A, E, R>) =>
  Effect.all(Array.from({ length: n }, () => Effect.either(effect)), { concurrency: "unbounded" })

const failuresOf = (results: ReadonlyArray<Either.Either<unknown, unknown>>) => results.filter(Either.isLeft).map(({ left }) => outline(left))

for (const [name, client] of clients) {
  describe(name, () => {
    const orangeOf = (emulator: Emulator.Service) =>
      OrangeHttpClient.layer({ retry: RetryPolicy.none }).pipe(Layer.provideMerge(appAuth(emulator)), Layer.provide(client))

    it.live("10,000 cold callers: one token request, no failure, one token", () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          const results = yield* Effect.provide(many(10_000, token), Layer.provide(appAuth(emulator), client))
          assert.deepStrictEqual(failuresOf(results), [])
          assert.strictEqual(new Set(Either.all(results).pipe(Either.getOrThrow).map(({ value }) => Redacted.value(value))).size, 1)
          assert.strictEqual(yield* tokenRequests(emulator), 1)
        })))

    it.live("1,000 calls with a bad secret: one request", () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          const bad = Credentials.basic({ ...emulator.credentials, clientSecret: Redacted.make("wrong") })
          const results = yield* Effect.provide(
            Effect.flatMap(many(500, token), (first) => Effect.map(many(500, token), (second) => [...first, ...second])),
            Layer.provide(appAuth(emulator, { credentials: bad }), client)
          )
          assert.deepStrictEqual(failuresOf(results), Array.from({ length: 1_000 }, () => "OAuthError invalid_client"))
          assert.strictEqual(yield* tokenRequests(emulator), 1)
        })))

    it.live("100 calls that meet a revoked token, whether on their way or after: one renewal each time, no failure", () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          yield* shops
          yield* emulator.faults.always("gateway", Fault.latency("300 millis"))
          const onTheirWay = yield* Effect.fork(many(100, shops))
          yield* Effect.sleep("150 millis")
          yield* emulator.revokeAllAccessTokens
          yield* emulator.faults.clear
          assert.deepStrictEqual(failuresOf(yield* Fiber.join(onTheirWay)), [])
          assert.strictEqual(yield* tokenRequests(emulator), 2)
          yield* emulator.revokeAllAccessTokens
          assert.deepStrictEqual(failuresOf(yield* many(100, shops)), [])
          assert.strictEqual(yield* tokenRequests(emulator), 3)
          const statuses = (yield* emulator.requests).filter(({ endpoint }) => endpoint === "gateway").map(({ status }) => status)
          assert.deepStrictEqual([200, 401].map((status) => statuses.filter((one) => one === status).length), [201, 200])
        }).pipe(Effect.provide(orangeOf(emulator)))))

    it.live("the token endpoint is gone while a token is good: no failed call", () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          // The token endpoint behind a door of its own, so that it can be closed alone.
          const door = yield* Scope.make()
          let knocks = 0
          const front = yield* Scope.extend(
            serve((request, response) => {
              knocks++
              void readText(request).then(async (body) => {
                const { accept = "", authorization = "" } = request.headers
                const answer = await fetch(emulator.environment.tokenUrl, {
                  method: "POST",
                  headers: { accept, authorization, "content-type": "application/x-www-form-urlencoded" },
                  body
                })
                response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text())
              })
            }),
            door
          )
          const { clock, turn } = makeTurnedClock()
          const environment = { ...emulator.environment, tokenUrl: `${front}/token` }
          const auth = appAuth(emulator, { environment })
          yield* Effect.gen(function*() {
            yield* shops
            yield* Scope.close(door, Effect.void as never)
            assert.deepStrictEqual(failuresOf(yield* many(50, shops)), [])
            // Due for renewal, which is refused, and good for ten seconds more.
            yield* turn(3_590)
            for (let i = 0; i < 10; i++) assert.deepStrictEqual(failuresOf(yield* many(20, shops)), [])
            assert.strictEqual(knocks, 1)
            // The control: once it is over there is no token to be had.
            yield* turn(11)
            assert.deepStrictEqual(failuresOf(yield* many(1, shops)), ["TransportError refused"])
          }).pipe(
            Effect.provide(OrangeHttpClient.layer({ retry: RetryPolicy.none }).pipe(Layer.provide(auth), Layer.provide(client))),
            Effect.withClock(clock)
          )
        })))
  })
}
