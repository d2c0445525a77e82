/** The exchange of an application's secret while it runs: a hard switch, as Orange gives one secret at a time. */
import { AuthorizationCode, ClientCredentials, Credentials, RequestBudget, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator, Fault, type Options } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { eventually } from "./support.js"
import { login, reasonOf, redirectUri, refreshes } from "./u2m.js"

const newSecret = "the-secret-after"

const world = (options: Options.Options = { requestsPerMinute: 0 }) =>
  Layer.mergeAll(Emulator.layer(options), TokenStore.layerMemory, TokenSeal.layerEphemeral)

const basic = (clientId: string, clientSecret: string) => Credentials.basic({ clientId, clientSecret: Redacted.make(clientSecret) })

/** An application with both grants, and its emulator. */
const application = Effect.gen(function*() {
  const emulator = yield* Emulator.Emulator
  const credentials = yield* Credentials.rotating(Credentials.basic(emulator.credentials))
  const { environment } = emulator
  const app = yield* ClientCredentials.make({ environment, credentials })
  const grant = yield* AuthorizationCode.make({ environment, credentials, redirectUri })
  const pressButton = emulator.changeSecret(credentials.clientId, newSecret)
  return {
    emulator,
    credentials,
    app,
    grant,
    pressButton,
    /** The portal's button is pressed, and its secret is what comes next. */
    fromPortal: Effect.as(pressButton, basic(credentials.clientId, newSecret)),
    tokenOf: (id: string) => Effect.flatMap(grant.session(id), (source) => source.token),
    login: Effect.provideService(login({ scopes: ["openid"] }), AuthorizationCode.AuthorizationCode, grant)
  }
})

const applicationRequests = Effect.map(
  Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests),
  (all) => all.filter(({ grantType }) => grantType === "client_credentials")
)

const refusals = Effect.map(
  Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests),
  (all) => all.filter(({ grantType, status }) => grantType !== undefined && status >= 400)
)

const Roomy = RequestBudget.layer({ tokenRequests: { limit: 1_000, window: "1 second" } })

describe("rotate", () => {
  it.effect("a hundred users' sessions survive it, and the application's token stays", () =>
    Effect.gen(function*() {
      const { app, credentials, fromPortal, login, tokenOf } = yield* application
      yield* app.token
      const sessions = yield* Effect.all(Array.from({ length: 100 }, () => login))
      yield* Effect.forEach(sessions, ({ id }) => tokenOf(id))
      yield* credentials.rotate(fromPortal)
      assert.lengthOf(yield* applicationRequests, 1)
      yield* app.token
      assert.lengthOf(yield* applicationRequests, 1)
      yield* TestClock.adjust("61 minutes")
      const tokens = yield* Effect.forEach(sessions, ({ id }) => tokenOf(id))
      assert.strictEqual(new Set(tokens.map(({ value }) => Redacted.value(value))).size, 100)
      assert.lengthOf(yield* refreshes, 100)
      assert.lengthOf(yield* refusals, 0)
    }).pipe(Effect.scoped, Effect.provide(Roomy), Effect.provide(world({ requestsPerMinute: 0, rotateRefreshTokens: true }))), 120_000)

  it.effect("waits for the requests in flight, and holds the new ones until it is done", () =>
    Effect.gen(function*() {
      const { credentials, emulator, fromPortal, login, tokenOf } = yield* application
      const [one, other] = yield* Effect.all([login, login])
      yield* TestClock.adjust("61 minutes")
      yield* emulator.faults.next("userToken", Fault.latency("5 seconds"))
      const inFlight = yield* Effect.fork(tokenOf(one.id))
      yield* eventually(refreshes, ({ length }) => length === 1)
      let pressed = false
      const rotation = yield* Effect.fork(credentials.rotate(Effect.tap(fromPortal, () => Effect.sync(() => pressed = true))))
      yield* TestClock.adjust("1 second")
      const held = yield* Effect.fork(tokenOf(other.id))
      yield* TestClock.adjust("3 seconds")
      assert.isFalse(pressed, "a request with the old secret is still on its way")
      assert.lengthOf(yield* refreshes, 1)
      yield* TestClock.adjust("2 seconds")
      yield* Fiber.join(rotation)
      yield* Fiber.join(inFlight)
      yield* Fiber.join(held)
      assert.lengthOf(yield* refusals, 0)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("a client that was refused is tried again at once: the old secret was worthless before anyone said so", () =>
    Effect.gen(function*() {
      const { app, credentials, pressButton } = yield* application
      yield* pressButton
      assert.strictEqual(yield* reasonOf(app.token), "OAuthError")
      assert.strictEqual(yield* reasonOf(app.token), "OAuthError")
      assert.lengthOf(yield* applicationRequests, 1, "parked")
      yield* credentials.rotate(basic(credentials.clientId, newSecret))
      yield* app.token
      assert.lengthOf(yield* applicationRequests, 2)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("a wrong new secret parks as the old one did", () =>
    Effect.gen(function*() {
      const { app, credentials, pressButton } = yield* application
      yield* pressButton
      yield* Effect.flip(app.token)
      yield* credentials.rotate(basic(credentials.clientId, "wrong too"))
      yield* Effect.forEach(Array.from({ length: 5 }), () => Effect.flip(app.token))
      assert.lengthOf(yield* applicationRequests, 2)
      yield* TestClock.adjust("31 seconds")
      yield* Effect.flip(app.token)
      assert.lengthOf(yield* applicationRequests, 3, "parked for 30 seconds, not for twice that")
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("a rotation does not shorten a wait that the server named", () =>
    Effect.gen(function*() {
      const { app, credentials, emulator } = yield* application
      yield* emulator.faults.next("token", Fault.status(429, { headers: { "retry-after": "600" } }))
      assert.strictEqual(yield* reasonOf(app.token), "ThrottledError")
      yield* credentials.rotate(Credentials.basic(emulator.credentials))
      assert.strictEqual(yield* reasonOf(app.token), "ThrottledError")
      assert.lengthOf(yield* applicationRequests, 1)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("where the next secret cannot be had, or is another application's, everything goes on as it was", () =>
    Effect.gen(function*() {
      const { app, credentials, emulator } = yield* application
      assert.strictEqual(yield* Effect.flip(credentials.rotate(Effect.fail("the vault is shut"))), "the vault is shut")
      const refused = yield* Effect.flip(credentials.rotate(Credentials.basic(emulator.credentials2)))
      assert.strictEqual(refused._tag === "ConfigurationError" && refused.field, "clientId")
      const stuck = yield* Effect.fork(credentials.rotate(Effect.never))
      yield* Effect.yieldNow()
      const held = yield* Effect.fork(app.token)
      yield* TestClock.adjust("1 second")
      assert.lengthOf(yield* applicationRequests, 0)
      yield* Fiber.interrupt(stuck)
      yield* Fiber.join(held)
      assert.strictEqual(credentials.revision(), 0)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("two at once come one after the other", () =>
    Effect.gen(function*() {
      const { app, credentials, emulator } = yield* application
      const gate = yield* Deferred.make<void>()
      const change = (secret: string, after: Effect.Effect<void>) =>
        credentials.rotate(after.pipe(Effect.zipRight(emulator.changeSecret(credentials.clientId, secret)), Effect.as(basic(credentials.clientId, secret))))
      const first = yield* Effect.fork(change("one", Deferred.await(gate)))
      yield* Effect.yieldNow()
      const second = yield* Effect.fork(change("two", Effect.void))
      yield* TestClock.adjust("1 second")
      yield* Deferred.succeed(gate, undefined)
      yield* Effect.all([Fiber.join(first), Fiber.join(second)])
      assert.isTrue(Either.isRight(yield* Effect.either(app.token)))
      assert.strictEqual(credentials.revision(), 2)
    }).pipe(Effect.scoped, Effect.provide(world())))

  it.effect("no secret is printed", () =>
    Effect.map(Credentials.rotating(basic("my-app", "s3cret-canary")), (credentials) => {
      const printed = [inspect(credentials, { depth: 9, showHidden: true }), JSON.stringify(credentials), String(credentials)].join()
      assert.notInclude(printed, "s3cret-canary")
      assert.notInclude(printed, Buffer.from("my-app:s3cret-canary").toString("base64"))
    }))
})
