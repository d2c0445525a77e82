import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { appToken, appTokenRequest, exchange, newCode, type Sent, send, shopsCall, userCall, withEmulator } from "./support.js"

const call = (path: string, sent: Sent = {}) =>
  Effect.flatMap(Emulator.Emulator, ({ environment }) => send(environment.baseUrl + path, sent))

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const shops = "/poi/v1/shops?postalCode=35000"

const is = (answer: { readonly status: number; readonly body: Record<string, unknown> }, status: number, code: number) => {
  assert.deepStrictEqual([answer.status, answer.body["code"]], [status, code])
  assert.isString(answer.body["message"])
  assert.isString(answer.body["description"])
}

describe("the gateway", () => {
  it.effect("the three 401 rows, with Orange's texts", () =>
    Effect.gen(function*() {
      const none = yield* call(shops)
      assert.deepStrictEqual(none.body, {
        code: 40,
        message: "Missing credentials",
        description: "The requested service needs credentials, but none were provided."
      })
      is(yield* call(shops, { headers: { authorization: "Basic abc" } }), 401, 40)
      is(yield* call(shops, { headers: { authorization: "Bearer " } }), 401, 40)
      is(yield* call(shops, { headers: bearer("unknown") }), 401, 41)
      const token = yield* appToken
      is(yield* call(`${shops}&access_token=${token}`), 401, 40)
      yield* TestClock.adjust("60 minutes")
      const expired = yield* call(shops, { headers: bearer(token) })
      assert.deepStrictEqual(expired.body, {
        code: 42,
        message: "Expired credentials",
        description: "The requested service needs credentials, and the ones provided were out-of-date."
      })
    }).pipe(withEmulator()))

  it.effect("a request id on every answer, the correlator echoed", () =>
    Effect.gen(function*() {
      for (const path of [shops, "/nowhere", "/oauth/v3/token", "/openidconnect/fr/v1/jwks"]) {
        const answer = yield* call(path, { headers: { "x-correlator": "c-1" } })
        assert.isString(answer.headers["x-oapi-request-id"], path)
        assert.strictEqual(answer.headers["x-correlator"], "c-1")
      }
    }).pipe(withEmulator()))

  it.effect("404, 405, 406", () =>
    Effect.gen(function*() {
      is(yield* call("/nowhere"), 404, 60)
      is(yield* call("/3legged/sandbox/fr/v1/userinfo"), 404, 60)
      const method = yield* call(shops, { method: "DELETE" })
      is(method, 405, 61)
      assert.strictEqual(method.headers["allow"], "GET")
      const token = yield* appToken
      is(yield* call(shops, { headers: { ...bearer(token), accept: "text/html" } }), 406, 62)
      assert.strictEqual((yield* call(shops, { headers: bearer(token), method: "HEAD" })).status, 200)
    }).pipe(withEmulator()))

  it.effect("shops is a bare array, and validates its parameter", () =>
    Effect.gen(function*() {
      const headers = bearer(yield* appToken)
      const answer = yield* call(shops, { headers })
      const list = JSON.parse(answer.text) as ReadonlyArray<Record<string, unknown>>
      assert.isTrue(Array.isArray(list))
      assert.strictEqual(list[0]?.["postalCode"], "35000")
      is(yield* call("/poi/v1/shops", { headers }), 400, 27)
      is(yield* call("/poi/v1/shops?postalCode=abc", { headers }), 400, 28)
      is(yield* call("/poi/v1/shops?postalCode=%zz", { headers }), 400, 28)
    }).pipe(withEmulator()))

  it.effect("an API wants its own kind of token, a subscription and a scope", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const app = yield* appToken
      const user = String((yield* exchange(yield* newCode())).body["access_token"])
      is(yield* userCall(app), 403, 51)
      is(yield* shopsCall(user), 403, 51)
      assert.strictEqual((yield* userCall(user)).status, 200)
      yield* emulator.unsubscribe("emulator-client", "poi-shops")
      is(yield* shopsCall(app), 403, 50)
      yield* emulator.subscribe("emulator-client", "poi-shops")
      assert.strictEqual((yield* shopsCall(app)).status, 200)
      const openid = String((yield* exchange(yield* newCode({ scope: "openid" }))).body["access_token"])
      is(yield* userCall(openid), 403, 51)
    }).pipe(withEmulator()))

  it.effect("25 calls a second where the limit is on", () =>
    Effect.gen(function*() {
      const token = yield* appToken
      for (let i = 0; i < 25; i++) assert.strictEqual((yield* shopsCall(token)).status, 200)
      is(yield* shopsCall(token), 403, 53)
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* shopsCall(token)).status, 200)
    }).pipe(withEmulator({ requestsPerSecond: 25 })))
})

describe("SMS", () => {
  const path = "/smsmessaging/v1/outbound/tel%3A%2B2250000/requests"
  const message = {
    address: "tel:+2250779914028",
    senderAddress: "tel:+2250000",
    senderName: "Qitkif",
    outboundSMSTextMessage: { message: "Hello" }
  }
  const post = (changes: Record<string, unknown> = {}, at = path) =>
    Effect.gen(function*() {
      const headers = bearer(yield* appToken)
      return yield* call(at, { json: { outboundSMSMessageRequest: { ...message, ...changes } }, headers })
    })

  it.effect("201 as Orange answers it", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const answer = yield* post()
      assert.strictEqual(answer.status, 201)
      const sent = answer.body["outboundSMSMessageRequest"] as Record<string, unknown>
      assert.deepStrictEqual({ ...sent, resourceURL: "" }, { ...message, address: [message.address], resourceURL: "" })
      const start = `${environment.baseUrl}/smsmessaging/v1/outbound/tel:+2250000/requests/`
      assert.isTrue(String(sent["resourceURL"]).startsWith(start))
      assert.match(String(sent["resourceURL"]).slice(start.length), /^[0-9a-f-]{36}$/)
      assert.strictEqual((yield* post({}, "/smsmessaging/v1/outbound/tel:+2250000/requests")).status, 201)
    }).pipe(withEmulator()))

  const wrong: ReadonlyArray<readonly [string, Record<string, unknown>, number]> = [
    ["no address", { address: undefined }, 23],
    ["a bare number", { address: "+2250779914028" }, 24],
    ["several recipients", { address: ["tel:+22501", "tel:+22502"] }, 24],
    ["another sender", { senderAddress: "tel:+2230000" }, 24],
    ["no sender", { senderAddress: undefined }, 23],
    ["a long name", { senderName: "abcdefghijkl" }, 24],
    ["no text", { outboundSMSTextMessage: undefined }, 23],
    ["text null", { outboundSMSTextMessage: null }, 24],
    ["no message", { outboundSMSTextMessage: {} }, 23],
    ["an empty message", { outboundSMSTextMessage: { message: "" } }, 24]
  ]
  for (const [name, changes, code] of wrong) {
    it.effect(`${name}: 400 code ${code}`, () => Effect.map(post(changes), (answer) => is(answer, 400, code)).pipe(withEmulator()))
  }

  it.effect("bodies and paths that are none", () =>
    Effect.gen(function*() {
      const headers = bearer(yield* appToken)
      is(yield* post({}, "/smsmessaging/v1/outbound/tel%3A2250000/requests"), 400, 20)
      is(yield* post({}, "/smsmessaging/v1/outbound/%zz/requests"), 400, 20)
      is(yield* call(path, { method: "POST", headers }), 400, 21)
      is(yield* call(path, { form: "a=b", headers }), 415, 68)
      is(yield* call(path, { form: "{", headers: { ...headers, "content-type": "application/json" } }), 400, 22)
      is(yield* call(path, { json: [], headers }), 400, 22)
      is(yield* call(path, { json: {}, headers }), 400, 23)
    }).pipe(withEmulator()))
})

describe("the playground's SIM Swap", () => {
  const path = "/camara/playground/api/sim-swap/v1"
  const playgroundToken = Effect.gen(function*() {
    const { playground } = yield* Emulator.Emulator
    return String((yield* send(playground.tokenUrl, appTokenRequest())).body["access_token"])
  })
  const check = (token: string, json: unknown) => call(`${path}/check`, { json, headers: bearer(token) })

  it.effect("answers for its built-in numbers", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      assert.deepStrictEqual((yield* check(token, { phoneNumber: "+990100000001" })).body, { swapped: true })
      assert.deepStrictEqual((yield* check(token, { phoneNumber: "+990100000002" })).body, { swapped: false })
      assert.deepStrictEqual((yield* check(token, { phoneNumber: "+990100000001", maxAge: 2 })).body, { swapped: false })
      yield* TestClock.adjust("10 minutes")
      const date = yield* call(`${path}/retrieve-date`, { json: { phoneNumber: "+990100000001" }, headers: bearer(token) })
      assert.deepStrictEqual(date.body, { latestSimChange: "1969-12-31T00:10:00.000Z" })
    }).pipe(withEmulator()))

  it.effect("tokens of one surface are refused on the other, in CAMARA's envelope", () =>
    Effect.gen(function*() {
      const foreign = yield* check(yield* appToken, { phoneNumber: "+990100000001" })
      assert.deepStrictEqual(foreign.body, { status: 403, code: "FORBIDDEN", message: "Request must be authorized" })
      assert.strictEqual(foreign.status, 403)
      const unknown = yield* check("unknown", {})
      assert.deepStrictEqual([unknown.status, unknown.body["code"]], [401, "UNAUTHENTICATED"])
      is(yield* shopsCall(yield* playgroundToken), 401, 41)
    }).pipe(withEmulator()))

  it.effect("wrong requests", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      const codes = yield* Effect.forEach(
        [{}, [], { phoneNumber: "06" }, { phoneNumber: "+33612345678" }, { phoneNumber: "+990100000001", maxAge: 2401 }, { phoneNumber: "+990100000001", maxAge: "1" }],
        (json) => Effect.map(check(token, json), (answer) => `${answer.status} ${String(answer.body["code"])}`)
      )
      assert.deepStrictEqual(codes, [
        "422 MISSING_IDENTIFIER",
        "400 INVALID_ARGUMENT",
        "400 INVALID_ARGUMENT",
        "403 FORBIDDEN",
        "400 OUT_OF_RANGE",
        "400 INVALID_ARGUMENT"
      ])
    }).pipe(withEmulator()))
})
