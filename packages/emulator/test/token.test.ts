import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { appToken, appTokenRequest, basic, goodBasic, type Sent, send, shopsCall, withEmulator } from "./support.js"

const ask = (sent: Sent) =>
  Effect.flatMap(Emulator.Emulator, ({ environment }) => send(environment.tokenUrl, sent))

const post = (headers: Record<string, string | undefined>, form: string | Record<string, string>) => {
  const all = { accept: "application/json", authorization: goodBasic, ...headers }
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return ask({ form, headers: Object.fromEntries(given), method: "POST" })
}

const grant = { grant_type: "client_credentials" }

describe("the 2-legged token endpoint", () => {
  it.effect("answers exactly what the guide prints", () =>
    Effect.gen(function*() {
      const answer = yield* ask(appTokenRequest())
      assert.strictEqual(answer.status, 200)
      assert.deepStrictEqual(Object.keys(answer.body), ["token_type", "access_token", "expires_in"])
      assert.strictEqual(answer.body["token_type"], "Bearer")
      assert.strictEqual(answer.body["expires_in"], 3600)
      assert.isAbove(String(answer.body["access_token"]).length, 300)
      assert.match(String(answer.body["access_token"]), /^[\w-]+\.[\w-]+\.[\w-]+$/)
      assert.strictEqual(answer.headers["content-type"], "application/json")
      assert.strictEqual(answer.headers["cache-control"], "no-store")
      assert.strictEqual(answer.headers["pragma"], "no-cache")
      assert.isDefined(answer.headers["x-oapi-request-id"])
    }).pipe(withEmulator()))

  const accepts: ReadonlyArray<readonly [string | undefined, number]> = [
    ["application/json", 200],
    ["APPLICATION/JSON", 200],
    ["*/*", 200],
    ["application/*", 200],
    ["text/html, application/json;q=0.1", 200],
    ["text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", 200],
    ["text/html, application/xhtml+xml, */*;q=0.8", 200],
    [undefined, 406],
    ["text/html", 406],
    ["application/xml", 406],
    ["application/json;q=0", 406],
    ["application/json;q=0, */*", 406],
    ["application/json;q=0.0, application/*", 406],
    ["*/*;q=0", 406],
    ["", 406]
  ]
  for (const [accept, status] of accepts) {
    it.effect(`Accept ${accept ?? "absent"}: ${status}`, () =>
      Effect.gen(function*() {
        const answer = yield* post({ accept }, grant)
        assert.strictEqual(answer.status, status)
      }).pipe(withEmulator()))
  }

  it.effect("strictAccept takes no wildcard", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* post({ accept: "*/*" }, grant)).status, 406)
      assert.strictEqual((yield* post({ accept: "text/html, application/json" }, grant)).status, 200)
    }).pipe(withEmulator({ strictAccept: true })))

  describe("the guide's catalogue, row by row", () => {
    const row = (
      name: string,
      status: number,
      error: string,
      description: string,
      run: Effect.Effect<{ readonly status: number; readonly body: Record<string, unknown>; readonly headers: Readonly<Record<string, string | undefined>> }, unknown, Emulator.Emulator | import("@effect/platform/HttpClient").HttpClient>
    ) =>
      it.effect(name, () =>
        Effect.gen(function*() {
          const answer = yield* run
          assert.strictEqual(answer.status, status)
          assert.deepStrictEqual(answer.body, { error, error_description: description })
          assert.strictEqual(
            answer.headers["www-authenticate"],
            status === 401 ? `Basic realm="Authorization Required"` : undefined
          )
          assert.strictEqual(answer.headers["cache-control"], "no-store")
        }).pipe(withEmulator()))

    row("1", 400, "invalid_grant", "The parameter grant_type is not valid.", post({}, { grant_type: "password" }))
    row("1, a grant of the other endpoint", 400, "invalid_grant", "The parameter grant_type is not valid.", post({}, { grant_type: "authorization_code", code: "x" }))
    row("1, a name of Object's", 400, "invalid_grant", "The parameter grant_type is not valid.", post({}, { grant_type: "constructor" }))
    row("2", 400, "invalid_request", "The URI does not support the requested method.", ask({ method: "GET", headers: { accept: "application/json", authorization: goodBasic } }))
    row("3", 400, "invalid_request", "The requested URI or the requested resource does not exist.", Effect.flatMap(Emulator.Emulator, ({ environment }) => send(`${environment.baseUrl}/oauth/v3/tokens`, appTokenRequest())))
    row("3, openidconnect", 400, "invalid_request", "The requested URI or the requested resource does not exist.", Effect.flatMap(Emulator.Emulator, ({ environment }) => send(`${environment.baseUrl}/openidconnect/xx/v1/token`)))
    row("4", 400, "invalid_request", "One or more required query-string parameters are missing.", post({}, { scope: "a" }))
    row("4, an empty value is an absent one", 400, "invalid_request", "One or more required query-string parameters are missing.", post({}, { grant_type: "" }))
    row("5", 400, "unauthorized_client", "The application that makes the request is not authorized to access this endpoint (ex: not a subscribed service).", Effect.flatMap(Emulator.Emulator, (emulator) => emulator.setClientStatus("emulator-client", "unauthorized")).pipe(Effect.zipRight(post({}, grant))))
    row("6", 401, "invalid_client", "The requested service needs credentials, but none were provided.", post({ authorization: undefined }, grant))
    row("6, half of them", 401, "invalid_client", "The requested service needs credentials, but none were provided.", post({ authorization: undefined }, { ...grant, client_id: "emulator-client" }))
    row("7", 401, "invalid_client", "The requested service needs credentials, but the ones provided were invalid.", post({ authorization: basic("emulator-client", "no") }, grant))
    row("7, an unknown application", 401, "invalid_client", "The requested service needs credentials, but the ones provided were invalid.", post({ authorization: basic("__proto__", "no") }, grant))
    row("7, another scheme", 401, "invalid_client", "The requested service needs credentials, but the ones provided were invalid.", post({ authorization: "Bearer abc" }, grant))
    row("8", 401, "invalid_client", "The requested service needs credentials, and the ones provided were out-of-date.", Effect.flatMap(Emulator.Emulator, (emulator) => emulator.setClientStatus("emulator-client", "out-of-date")).pipe(Effect.zipRight(post({}, grant))))
    row("malformed Basic", 401, "invalid_client", "Unable to decode Basic authorization.", post({ authorization: "Basic !!!" }, grant))
    row("the portal's header with Basic before it", 401, "invalid_client", "Unable to decode Basic authorization.", post({ authorization: `Basic ${goodBasic}` }, grant))
    row("a Basic without colon", 401, "invalid_client", "Unable to decode Basic authorization.", post({ authorization: `Basic ${btoa("abc")}` }, grant))
    row("header and body", 400, "invalid_request", "Duplicate credentials", post({}, { ...grant, client_id: "emulator-client", client_secret: "emulator-secret" }))
    row("header and client_id", 400, "invalid_request", "Duplicate credentials", post({}, { ...grant, client_id: "emulator-client" }))
    row("a parameter twice", 400, "invalid_request", "A parameter is included more than once.", post({}, "grant_type=client_credentials&grant_type=client_credentials"))
    row("a wrong content type", 415, "invalid_request", "The URI does not support the requested content type.", ask({ json: grant, headers: { accept: "*/*", authorization: goodBasic } }))
    row("parameters in the query", 400, "invalid_request", "One or more required query-string parameters are missing.", Effect.flatMap(Emulator.Emulator, ({ environment }) => send(`${environment.tokenUrl}?grant_type=client_credentials`, { method: "POST", form: "", headers: { accept: "*/*", authorization: goodBasic } })))
    row("bad percent-encoding", 400, "invalid_request", "The request body is not well-formed application/x-www-form-urlencoded UTF-8.", post({}, "grant_type=%zz"))
    row("a NUL", 400, "invalid_request", "The request body is not well-formed application/x-www-form-urlencoded UTF-8.", post({}, "grant_type=client_credentials%00"))
    row("no UTF-8", 400, "invalid_request", "The request body is not well-formed application/x-www-form-urlencoded UTF-8.", post({}, "grant_type=%ff"))
  })

  it.effect("credentials in the body alone", () =>
    Effect.gen(function*() {
      const answer = yield* post({ authorization: undefined }, { ...grant, client_id: "emulator-client-2", client_secret: "emulator-secret-2" })
      assert.strictEqual(answer.status, 200)
    }).pipe(withEmulator()))

  it.effect("the scheme in any case, and several spaces", () =>
    Effect.gen(function*() {
      for (const scheme of ["basic", "BASIC", "bAsIc", "Basic  "]) {
        const answer = yield* post({ authorization: goodBasic.replace("Basic", scheme) }, grant)
        assert.strictEqual(answer.status, 200, scheme)
      }
    }).pipe(withEmulator()))

  const secret = "a:b%c+d é€/="
  const readings = {
    "raw UTF-8": basic("sp:e".replace(":", "-"), secret),
    "form-encoded (RFC 6749 section 2.3.1)": basic("sp-e", new URLSearchParams({ s: secret }).toString().slice(2)),
    "percent-encoded": basic("sp-e", encodeURIComponent(secret))
  }
  for (const [name, authorization] of Object.entries(readings)) {
    it.effect(`an awkward secret, ${name}`, () =>
      Effect.gen(function*() {
        assert.strictEqual((yield* post({ authorization }, grant)).status, 200)
      }).pipe(withEmulator({ clients: [{ clientId: "sp-e", clientSecret: secret }] })))
  }

  it.effect("a secret in ISO 8859-1, as a browser's btoa writes it", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* post({ authorization: `Basic ${btoa("l1:é")}` }, grant)).status, 200)
    }).pipe(withEmulator({ clients: [{ clientId: "l1", clientSecret: "é" }] })))

  it.effect("50 requests in any minute for each application, then 429", () =>
    Effect.gen(function*() {
      for (let i = 0; i < 50; i++) {
        assert.strictEqual((yield* post({}, grant)).status, 200)
        yield* TestClock.adjust("1 second")
      }
      const refused = yield* post({}, grant)
      assert.strictEqual(refused.status, 429)
      assert.strictEqual(refused.body["error"], "too_many_requests")
      assert.isUndefined(refused.headers["retry-after"])
      const other = yield* post({ authorization: basic("emulator-client-2", "emulator-secret-2") }, grant)
      assert.strictEqual(other.status, 200)
      yield* TestClock.adjust("9999 millis")
      assert.strictEqual((yield* post({}, grant)).status, 429)
      yield* TestClock.adjust("1 millis")
      assert.strictEqual((yield* post({}, grant)).status, 200)
      assert.strictEqual((yield* post({}, grant)).status, 429, "a sliding window frees one place at a time")
    }).pipe(withEmulator()))

  it.effect("Retry-After where it is asked for", () =>
    Effect.gen(function*() {
      yield* post({}, grant)
      yield* TestClock.adjust("18 seconds")
      assert.strictEqual((yield* post({}, grant)).headers["retry-after"], "42")
    }).pipe(withEmulator({ requestsPerMinute: 1, retryAfter: true })))

  it.effect("a token expires on Effect's clock, and says so", () =>
    Effect.gen(function*() {
      const token = yield* appToken
      yield* TestClock.adjust("3599 seconds")
      assert.strictEqual((yield* shopsCall(token)).status, 200)
      yield* TestClock.adjust("1 second")
      const expired = yield* shopsCall(token)
      assert.strictEqual(expired.status, 401)
      assert.strictEqual(expired.body["code"], 42)
    }).pipe(withEmulator()))

  it.effect("turnClock moves the emulator's clock alone", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const token = yield* appToken
      yield* emulator.turnClock("2 hours")
      assert.strictEqual((yield* shopsCall(token)).body["code"], 42)
      yield* emulator.turnClock(-2 * 3_600_000)
      assert.strictEqual((yield* shopsCall(token)).status, 200)
    }).pipe(withEmulator()))

  it.effect("the playground: its own endpoint, its own tokens", () =>
    Effect.gen(function*() {
      const { playground } = yield* Emulator.Emulator
      const answer = yield* send(playground.tokenUrl, appTokenRequest())
      assert.strictEqual(answer.status, 200)
      const refused = yield* shopsCall(answer.body["access_token"])
      assert.deepStrictEqual([refused.status, refused.body["code"]], [401, 41])
    }).pipe(withEmulator()))
})
