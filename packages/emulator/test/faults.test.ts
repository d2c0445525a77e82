import { Emulator, Fault } from "@effect-orange/emulator"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Jose from "jose"
import { appToken, appTokenRequest, exchange, newCode, refresh, send, shopsCall, withEmulator } from "./support.js"

const ask = Effect.flatMap(Emulator.Emulator, ({ environment }) => send(environment.tokenUrl, appTokenRequest()))
const faults = Effect.map(Emulator.Emulator, (emulator) => emulator.faults)

const codeOf = (result: Either.Either<unknown, unknown>): unknown =>
  Either.isLeft(result) ? (result.left as { readonly cause?: { readonly code?: unknown } }).cause?.code : "no error"

describe("fault scripts", () => {
  it.effect("in order, one for each request, then nothing", () =>
    Effect.gen(function*() {
      yield* (yield* faults).next("token", Fault.status(503), Fault.none, Fault.html(), Fault.redirect("https://elsewhere.example/"))
      const answers = [yield* ask, yield* ask, yield* ask, yield* ask, yield* ask]
      assert.deepStrictEqual(answers.map((answer) => answer.status), [503, 200, 502, 302, 200])
      assert.strictEqual(answers[0]!.body["code"], 5)
      assert.include(answers[2]!.text, "<html")
      assert.strictEqual(answers[3]!.headers["location"], "https://elsewhere.example/")
    }).pipe(withEmulator()))

  it.effect("by endpoint or by predicate; always, until cleared", () =>
    Effect.gen(function*() {
      const script = yield* faults
      yield* script.always("gateway", Fault.status(500))
      yield* script.next((request) => request.grantType === "refresh_token", Fault.status(503))
      const token = yield* appToken
      assert.strictEqual((yield* shopsCall(token)).status, 500)
      assert.strictEqual((yield* shopsCall(token)).status, 500)
      const first = yield* exchange(yield* newCode({ scope: "profile_sandbox" }))
      assert.strictEqual((yield* refresh(first.body["refresh_token"])).status, 503)
      assert.strictEqual((yield* refresh(first.body["refresh_token"])).status, 200)
      yield* script.clear
      assert.strictEqual((yield* shopsCall(token)).status, 200)
    }).pipe(withEmulator()))

  it.effect("answers that are spoiled", () =>
    Effect.gen(function*() {
      yield* (yield* faults).next(
        "token",
        Fault.truncated,
        Fault.empty,
        Fault.malformedJson,
        Fault.json({ expires_in: "3600", token_type: undefined }),
        Fault.rewrite((response) => ({ ...response, status: 418 }))
      )
      const cut = yield* ask
      assert.strictEqual(cut.status, 200)
      assert.match(cut.text, /^\{"token_type":"Bearer"/)
      assert.throws(() => JSON.parse(cut.text) as unknown)
      assert.strictEqual((yield* ask).text, "")
      assert.strictEqual((yield* ask).text, "{\"access_token\": tru")
      const lie = yield* ask
      assert.deepStrictEqual([lie.body["expires_in"], lie.body["token_type"]], ["3600", undefined])
      assert.strictEqual((yield* ask).status, 418)
    }).pipe(withEmulator()))

  it.effect("reset and another origin are transport errors; the journal says that no answer went out", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("token", Fault.reset)
      const reset = yield* Effect.either(ask)
      assert.isTrue(Either.isLeft(reset) && reset.left._tag === "RequestError" && reset.left.reason === "Transport")
      assert.strictEqual(codeOf(reset), "ECONNRESET")
      assert.strictEqual(codeOf(yield* Effect.either(send("https://api.orange.com/"))), "ECONNREFUSED")
      const entries = yield* emulator.requests
      assert.deepStrictEqual(entries.map((entry) => entry.status), [0])
    }).pipe(withEmulator()))

  it.effect("hang never answers and can be interrupted", () =>
    Effect.gen(function*() {
      yield* (yield* faults).next("token", Fault.hang)
      const fiber = yield* Effect.fork(Effect.timeoutOption(ask, "30 seconds"))
      yield* TestClock.adjust("30 seconds")
      assert.isTrue(Option.isNone(yield* Fiber.join(fiber)))
      assert.strictEqual((yield* ask).status, 200)
    }).pipe(withEmulator()))

  it.effect("latency before, after, and together with another fault", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("token", Fault.latency("10 seconds"), Fault.all(Fault.latency("5 seconds"), Fault.status(500)))
      const slow = yield* Effect.fork(ask)
      yield* TestClock.adjust("9 seconds")
      assert.isTrue(Option.isNone(yield* Fiber.poll(slow)))
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* Fiber.join(slow)).status, 200)
      const failing = yield* Effect.fork(ask)
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual((yield* Fiber.join(failing)).status, 500)
    }).pipe(withEmulator()))

  for (const as of ["reset", "hang", 503] as const) {
    it.effect(`lostAnswer (${as}): the refresh token is consumed and rotated`, () =>
      Effect.gen(function*() {
        const first = yield* exchange(yield* newCode({ scope: "profile_sandbox" }))
        yield* (yield* faults).next("userToken", Fault.lostAnswer(as))
        const fiber = yield* Effect.fork(Effect.either(Effect.timeout(refresh(first.body["refresh_token"]), "1 minute")))
        yield* TestClock.adjust("1 minute")
        const lost = yield* Fiber.join(fiber)
        assert.isTrue(Either.isLeft(lost) || lost.right.status === 503)
        const again = yield* refresh(first.body["refresh_token"])
        assert.strictEqual(again.body["error"], "invalid_grant")
      }).pipe(withEmulator({ rotateRefreshTokens: true })))
  }

  it.effect("latency after: processed although the client gave up", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode({ scope: "profile_sandbox" }))
      yield* (yield* faults).next("userToken", Fault.latency("1 minute", { when: "after" }))
      const fiber = yield* Effect.fork(Effect.timeoutOption(refresh(first.body["refresh_token"]), "1 second"))
      yield* TestClock.adjust("1 second")
      assert.isTrue(Option.isNone(yield* Fiber.join(fiber)))
      assert.strictEqual((yield* refresh(first.body["refresh_token"])).body["error"], "invalid_grant")
    }).pipe(withEmulator({ rotateRefreshTokens: true })))

  it.effect("id_tokens that lie", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next(
        "userToken",
        Fault.idToken({ claims: { iss: "https://elsewhere.example", nonce: undefined } }),
        Fault.idToken({ signWith: "other-key" }),
        Fault.idToken({ signWith: "none" }),
        Fault.idToken({ signWith: "hs256" }),
        Fault.idToken({ header: { kid: "unknown" } })
      )
      const keys = Jose.createLocalJWKSet((yield* send(emulator.environment.jwksUrl)).body as unknown as Jose.JSONWebKeySet)
      const next = Effect.flatMap(newCode({ nonce: "n" }), (code) => exchange(code)).pipe(
        Effect.map((answer) => String(answer.body["id_token"]))
      )
      const verify = (token: string) => Effect.either(Effect.tryPromise(() => Jose.jwtVerify(token, keys, { currentDate: new Date(1000) })))
      const claims = Jose.decodeJwt(yield* next)
      assert.strictEqual(claims.iss, "https://elsewhere.example")
      assert.isFalse("nonce" in claims)
      for (const alg of ["RS256", "none", "HS256"]) {
        const token = yield* next
        assert.strictEqual(Jose.decodeProtectedHeader(token).alg, alg)
        assert.isTrue(Either.isLeft(yield* verify(token)))
      }
      assert.isTrue(Either.isLeft(yield* verify(yield* next)))
      assert.isTrue(Either.isRight(yield* verify(yield* next)))
    }).pipe(withEmulator()))
})

describe("the journal", () => {
  it.effect("says what came and what went", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const token = yield* appToken
      yield* shopsCall(token)
      yield* exchange("nonsense")
      const entries = yield* emulator.requests
      assert.deepStrictEqual(
        entries.map((entry) => [entry.method, entry.endpoint, entry.grantType, entry.clientId, entry.status]),
        [
          ["POST", "token", "client_credentials", "emulator-client", 200],
          ["GET", "gateway", undefined, "emulator-client", 200],
          ["POST", "userToken", "authorization_code", "emulator-client", 400]
        ]
      )
      assert.strictEqual(entries[1]!.path, "/poi/v1/shops?postalCode=35000")
      assert.strictEqual(entries[0]!.body, "grant_type=client_credentials")
      yield* emulator.clearRequests
      assert.deepStrictEqual(yield* emulator.requests, [])
    }).pipe(withEmulator()))

  it.effect("is a ring", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      for (let i = 0; i < 7; i++) yield* send(`${emulator.environment.baseUrl}/${i}`)
      assert.deepStrictEqual((yield* emulator.requests).map((entry) => entry.path), ["/4", "/5", "/6"])
    }).pipe(withEmulator({ journalSize: 3 })))
})

describe("every kind of request body", () => {
  const form = "grant_type=client_credentials"
  const bytes = new TextEncoder().encode(form)
  const type = "application/x-www-form-urlencoded"
  const bodies = {
    text: HttpBody.text(form, type),
    bytes: HttpBody.uint8Array(bytes, type),
    urlParams: HttpBody.urlParams([["grant_type", "client_credentials"]]),
    raw: HttpBody.raw(new URLSearchParams(form)),
    stream: HttpBody.stream(Stream.fromIterable([bytes.slice(0, 5), bytes.slice(5)]), type)
  }
  for (const [name, body] of Object.entries(bodies)) {
    it.effect(name, () =>
      Effect.gen(function*() {
        const { environment } = yield* Emulator.Emulator
        const request = HttpClientRequest.post(environment.tokenUrl, { body, headers: appTokenRequest().headers! })
        const response = yield* HttpClient.execute(request)
        assert.strictEqual(response.status, 200)
      }).pipe(withEmulator()))
  }

  it.effect("form data is no form of this kind: 415", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const body = HttpBody.formDataRecord({ grant_type: "client_credentials" })
      const response = yield* HttpClient.execute(HttpClientRequest.post(environment.tokenUrl, { body, headers: appTokenRequest().headers! }))
      assert.strictEqual(response.status, 415)
    }).pipe(withEmulator()))
})
