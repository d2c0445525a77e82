/** Backchannel authentication (OpenID CIBA Core 1.0, poll mode) and private_key_jwt (RFC 7523). */
import type { Options } from "@effect-orange/emulator"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as Jose from "jose"
import * as OpenId from "openid-client"
import { appTokenRequest, basic, exchange, goodBasic, newCode, redirectUri, send, type Sent, withEmulator } from "./support.js"

type Form = Readonly<Record<string, string>>

const number = "+33612345678"
const loginHint = `tel:${number}`
const scope = "openid dpv:FraudPreventionAndDetection sim-swap"
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
const cibaGrant = "urn:openid:params:grant-type:ciba"
const otherBasic = basic("emulator-client-2", "emulator-secret-2")

const [rsa, ec, stranger] = await Promise.all([
  Jose.generateKeyPair("RS256", { extractable: true }),
  Jose.generateKeyPair("ES256", { extractable: true }),
  Jose.generateKeyPair("RS256", { extractable: true })
])
const rsaJwk = { ...await Jose.exportJWK(rsa.publicKey), kid: "first" }
const ecJwk = { ...await Jose.exportJWK(ec.publicKey), kid: "second" }

const strangerJwk = await Jose.exportJWK(stranger.publicKey)

const registered = (...keys: ReadonlyArray<Readonly<Record<string, unknown>>>): Options.Options => ({
  clients: [{ clientId: "emulator-client", clientSecret: "emulator-secret", jwks: { keys } }]
})

const withCiba = (ciba: Options.CibaOptions = {}) => withEmulator({ idTokenAlgorithm: "ES256", ...registered(rsaJwk, ecJwk), ciba })

const urls = Effect.map(Emulator.Emulator, ({ ciba }) => ({ begin: ciba.backchannelUrl!, token: ciba.userTokenUrl, issuer: ciba.issuer }))

const asBasic = (form: Form, authorization = goodBasic): Sent => ({ form, headers: { authorization } })

const begin = (changes: Form = {}, authorization = goodBasic) =>
  Effect.flatMap(urls, (at) => send(at.begin, asBasic({ scope, login_hint: loginHint, ...changes }, authorization)))

const poll = (id: unknown, authorization = goodBasic) =>
  Effect.flatMap(urls, ({ token }) => send(token, asBasic({ grant_type: cibaGrant, auth_req_id: String(id) }, authorization)))

const newId = Effect.map(begin(), ({ body }) => String(body["auth_req_id"]))

const is = (answer: { readonly status: number; readonly body: Record<string, unknown> }, status: number, error: string, says?: string): void => {
  assert.deepStrictEqual([answer.status, answer.body["error"]], [status, error], JSON.stringify(answer.body))
  assert.isString(answer.body["error_description"])
  if (says !== undefined) assert.include(String(answer.body["error_description"]), says)
}

/** Milliseconds of the test clock. */
const now = TestClock.currentTimeMillis

interface Signing {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly key?: Jose.CryptoKey
}

let jtis = 0

/** An assertion as the guides want it, addressed to CIBA's token URL, with what a test changes of it. */
const assertion = ({ claims = {}, header = {}, key = rsa.privateKey }: Signing = {}) =>
  Effect.gen(function*() {
    const { token } = yield* urls
    const seconds = Math.floor((yield* now) / 1_000)
    const good = { iss: "emulator-client", sub: "emulator-client", aud: token, iat: seconds, exp: seconds + 300, jti: `jti-${jtis++}` }
    const payload = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined))
    return yield* Effect.promise(() => new Jose.SignJWT(payload).setProtectedHeader({ alg: "RS256", ...header }).sign(key))
  })

const signed = (text: string, form: Form = {}): Sent => ({ form: { scope, login_hint: loginHint, client_assertion_type: assertionType, client_assertion: text, ...form } })

const beginWith = (signing: Signing = {}, form: Form = {}) =>
  Effect.gen(function*() {
    return yield* send((yield* urls).begin, signed(yield* assertion(signing), form))
  })

describe("bc-authorize", () => {
  it.effect("answers an id, its lifetime and the interval, for no cache", () =>
    Effect.gen(function*() {
      const answer = yield* begin()
      assert.deepStrictEqual([answer.status, { ...answer.body, auth_req_id: "" }], [200, { auth_req_id: "", expires_in: 120, interval: 5 }])
      assert.isAbove(String(answer.body["auth_req_id"]).length, 22)
      assert.strictEqual(answer.headers["cache-control"], "no-store")
    }).pipe(withCiba()))

  it.effect("as the options say", () =>
    Effect.gen(function*() {
      const { body } = yield* begin({ requested_expiry: "500" })
      assert.deepStrictEqual([body["expires_in"], body["interval"]], [60, 2])
      assert.strictEqual((yield* begin({ requested_expiry: "30" })).body["expires_in"], 30)
    }).pipe(withCiba({ lifetime: "1 minute", interval: "2 seconds" })))

  const wrong: ReadonlyArray<readonly [string, Form, string]> = [
    ["no scope", { scope: "" }, "invalid_request"],
    ["no openid", { scope: "sim-swap" }, "invalid_scope"],
    ["an unknown scope", { scope: "openid teleport" }, "invalid_scope"],
    ["no hint", { login_hint: "" }, "invalid_request"],
    ["two hints", { id_token_hint: "x" }, "invalid_request"],
    ["another hint", { login_hint: "", login_hint_token: "x" }, "invalid_request"],
    ["a bare number", { login_hint: number }, "invalid_request"],
    ["a number without plus", { login_hint: "tel:33612345678" }, "invalid_request"],
    ["a hint that is no number", { login_hint: "tel:+33six" }, "invalid_request"],
    ["an expiry that is none", { requested_expiry: "0" }, "invalid_request"],
    ["a signed request", { request: "a.b.c" }, "invalid_request"],
    ["an unknown subscriber", { login_hint: "tel:+33699999999" }, "unknown_user_id"]
  ]
  for (const [name, changes, error] of wrong) {
    it.effect(`${name}: ${error}`, () =>
      Effect.map(begin(changes), (answer) => is(answer, 400, error)).pipe(withCiba({ unknownSubscribers: ["tel:+33699999999"] })))
  }

  it.effect("credentials, method and content type as at the token endpoints", () =>
    Effect.gen(function*() {
      const at = (yield* urls).begin
      is(yield* begin({}, basic("emulator-client", "wrong")), 401, "invalid_client")
      is(yield* send(at, { form: { scope, login_hint: loginHint } }), 401, "invalid_client")
      is(yield* send(at), 400, "invalid_request")
      is(yield* send(at, { json: {}, headers: { authorization: goodBasic } }), 415, "invalid_request")
      is(yield* send(at, asBasic({ scope, login_hint: loginHint, client_secret: "x" })), 400, "invalid_request", "Duplicate credentials")
      is(yield* send(at, { form: `scope=openid&scope=openid&login_hint=${loginHint}`, headers: { authorization: goodBasic } }), 400, "invalid_request")
      assert.strictEqual((yield* begin({ client_id: "emulator-client" })).status, 200)
    }).pipe(withCiba()))

  it.effect("takes purposes and every scope of the Network APIs", () =>
    Effect.gen(function*() {
      for (const one of ["dpv:FraudPreventionAndDetection#sim-swap", "number-verification:verify", "quality-on-demand:sessions:create", "geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-entered:create"]) {
        assert.strictEqual((yield* begin({ scope: `openid ${one}` })).status, 200, one)
      }
    }).pipe(withCiba()))

  it.effect("refuses a secret alone where an assertion is required, and naught else does", () =>
    Effect.gen(function*() {
      is(yield* begin(), 400, "invalid_request", "client_assertion_type")
      is(yield* begin({}, basic("emulator-client", "wrong")), 401, "invalid_client")
      const { body, status } = yield* beginWith()
      assert.strictEqual(status, 200)
      is(yield* poll(body["auth_req_id"]), 400, "invalid_request", "client_assertion_type")
      const { environment } = yield* Emulator.Emulator
      assert.strictEqual((yield* send(environment.tokenUrl, appTokenRequest())).status, 200)
    }).pipe(withCiba({ requireAssertion: true })))
})

describe("the token endpoint", () => {
  it.effect("answers tokens once, with what was asked", () =>
    Effect.gen(function*() {
      const id = yield* newId
      const answer = yield* poll(id)
      assert.deepStrictEqual([answer.status, Object.keys(answer.body).sort()], [200, ["access_token", "expires_in", "id_token", "scope", "token_type"]])
      assert.deepStrictEqual([answer.body["token_type"], answer.body["scope"], answer.body["expires_in"]], ["Bearer", scope, 3_600])
      assert.strictEqual(answer.headers["cache-control"], "no-store")
      const { aud, iss } = Jose.decodeJwt(String(answer.body["id_token"]))
      assert.deepStrictEqual([iss, aud], [(yield* urls).issuer, "emulator-client"])
      is(yield* poll(id), 400, "invalid_grant")
    }).pipe(withCiba()))

  it.effect("an id that is unknown, another application's, or missing", () =>
    Effect.gen(function*() {
      const id = yield* newId
      is(yield* poll("unknown"), 400, "invalid_grant")
      is(yield* poll(""), 400, "invalid_request")
      is(yield* poll(id, otherBasic), 400, "invalid_grant")
      assert.strictEqual((yield* poll(id)).status, 200, "and neither used it up")
    }).pipe(withCiba()))

  it.effect("the grant is of no other endpoint, and no other grant is of this one", () =>
    Effect.gen(function*() {
      const { environment, playground } = yield* Emulator.Emulator
      const form = { grant_type: cibaGrant, auth_req_id: yield* newId }
      for (const url of [environment.tokenUrl, environment.userTokenUrl, playground.tokenUrl]) {
        is(yield* send(url, { form, headers: { authorization: goodBasic, accept: "application/json" } }), 400, "invalid_grant", "grant_type")
      }
      is(yield* send((yield* urls).token, asBasic({ grant_type: "client_credentials" })), 400, "invalid_grant", "grant_type")
    }).pipe(withCiba()))

  it.effect("pending until the subscriber agrees; who polls too soon must wait five seconds longer each time", () =>
    Effect.gen(function*() {
      const { subscribers } = yield* Emulator.Emulator
      const id = yield* newId
      is(yield* poll(id), 400, "authorization_pending")
      yield* TestClock.adjust("5 seconds")
      is(yield* poll(id), 400, "authorization_pending")
      yield* TestClock.adjust("4999 millis")
      is(yield* poll(id), 400, "slow_down")
      yield* TestClock.adjust("9999 millis")
      is(yield* poll(id), 400, "slow_down")
      yield* TestClock.adjust("14999 millis")
      is(yield* poll(id), 400, "slow_down")
      yield* TestClock.adjust("20 seconds")
      is(yield* poll(id), 400, "authorization_pending")
      yield* subscribers.approve(loginHint)
      assert.strictEqual((yield* poll(id)).status, 200)
    }).pipe(withCiba({ approval: "manual" })))

  it.effect("expires", () =>
    Effect.gen(function*() {
      const { subscribers } = yield* Emulator.Emulator
      const [pending, approved] = [yield* newId, yield* newId]
      yield* TestClock.adjust("119999 millis")
      is(yield* poll(pending), 400, "authorization_pending")
      yield* TestClock.adjust("1 millis")
      is(yield* poll(pending), 400, "expired_token")
      is(yield* poll(approved), 400, "expired_token")
      assert.deepStrictEqual(yield* subscribers.pending, [])
      const late = yield* Effect.flip(subscribers.approve(number))
      assert.deepStrictEqual([late.what, late.reason], ["authentication", "unknown"])
    }).pipe(withCiba({ approval: "manual" })))

  it.effect("denied", () =>
    Effect.gen(function*() {
      const { subscribers } = yield* Emulator.Emulator
      const id = yield* newId
      yield* subscribers.deny(number)
      is(yield* poll(id), 400, "access_denied")
      is(yield* poll(id), 400, "access_denied")
    }).pipe(withCiba({ approval: "manual" })))

  it.effect("a subscriber answers for one number alone, and is seen while nothing is answered", () =>
    Effect.gen(function*() {
      const { subscribers } = yield* Emulator.Emulator
      const mine = yield* newId
      const other = String((yield* begin({ login_hint: "tel:+33700000001", scope: "openid" }, otherBasic)).body["auth_req_id"])
      assert.deepStrictEqual(yield* subscribers.pending, [
        { loginHint, scopes: scope.split(" "), clientId: "emulator-client" },
        { loginHint: "tel:+33700000001", scopes: ["openid"], clientId: "emulator-client-2" }
      ])
      yield* subscribers.approve("tel:+33700000001")
      assert.strictEqual((yield* poll(other, otherBasic)).status, 200)
      is(yield* poll(mine), 400, "authorization_pending")
      assert.strictEqual((yield* subscribers.pending).length, 1)
    }).pipe(withCiba({ approval: "manual" })))

  it.effect("the emulator's own clock decides", () =>
    Effect.gen(function*() {
      const { turnClock } = yield* Emulator.Emulator
      const id = yield* newId
      yield* turnClock("2 minutes")
      is(yield* poll(id), 400, "expired_token")
    }).pipe(withCiba()))

  it.effect("userinfo opens to the token, and it ends with the subscriber's sessions", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const { body } = yield* poll(yield* newId)
      const headers = { authorization: `Bearer ${String(body["access_token"])}` }
      const info = yield* send(emulator.ciba.userinfoUrl, { headers })
      assert.deepStrictEqual([info.status, info.body["sub"]], [200, Jose.decodeJwt(String(body["id_token"])).sub])
      assert.strictEqual((yield* send(emulator.environment.userinfoUrl, { headers })).status, 401)
      yield* emulator.endSessions(number)
      assert.strictEqual((yield* send(emulator.ciba.userinfoUrl, { headers })).status, 401)
    }).pipe(withCiba()))
})

describe("private_key_jwt", () => {
  const good: ReadonlyArray<readonly [string, Signing]> = [
    ["RS256 without kid", {}],
    ["RS256 with its kid", { header: { kid: "first" } }],
    ["ES256", { header: { alg: "ES256", kid: "second" }, key: ec.privateKey }],
    ["ES256 without kid", { header: { alg: "ES256" }, key: ec.privateKey }],
    ["ten minutes", { claims: { exp: 600 } }]
  ]
  for (const [name, signing] of good) {
    it.effect(`takes ${name}`, () => Effect.map(beginWith(signing), ({ body, status }) => assert.strictEqual(status, 200, JSON.stringify(body))).pipe(withCiba()))
  }

  const wrong: ReadonlyArray<readonly [string, Signing, string]> = [
    ["another key", { key: stranger.privateKey }, "signature"],
    ["another key under a registered kid", { key: stranger.privateKey, header: { kid: "first" } }, "signature"],
    ["a kid that is not registered", { header: { kid: "third" } }, "No registered key"],
    ["the kid of the other key", { header: { kid: "second" } }, "No registered key"],
    ["RS512", { header: { alg: "RS512" }, key: undefined! }, "must be signed with"],
    ["another audience", { claims: { aud: "https://api.orange.com/oauth/v3/token" } }, "claim aud"],
    ["no audience", { claims: { aud: undefined } }, "claim aud"],
    ["an issuer that is not the subject", { claims: { iss: "emulator-client-2" } }, "claim iss"],
    ["no issuer", { claims: { iss: undefined } }, "claim iss"],
    ["no subject", { claims: { sub: undefined } }, "claim sub"],
    ["an unknown subject", { claims: { sub: "nobody", iss: "nobody" } }, "no known application"],
    ["an application without keys", { claims: { sub: "emulator-client-2", iss: "emulator-client-2" } }, "No registered key"],
    ["no exp", { claims: { exp: undefined } }, "claim exp"],
    ["an exp that is over", { claims: { exp: -1 } }, "expired"],
    ["an exp of this second", { claims: { exp: 0 } }, "expired"],
    ["an exp too far ahead", { claims: { exp: 601 } }, "10 minutes"],
    ["an exp that is a text", { claims: { exp: "300" } }, "claim exp"],
    ["an nbf ahead", { claims: { nbf: 60 } }, "claim nbf"],
    ["no jti", { claims: { jti: undefined } }, "claim jti"],
    ["an empty jti", { claims: { jti: "" } }, "claim jti"]
  ]
  for (const [name, signing, says] of wrong) {
    it.effect(`refuses ${name}`, () =>
      Effect.gen(function*() {
        const key = signing.header?.["alg"] === "RS512" ? (yield* Effect.promise(() => Jose.generateKeyPair("RS512"))).privateKey : signing.key
        const answer = yield* beginWith({ ...signing, ...(key === undefined ? {} : { key }) })
        is(answer, 401, "invalid_client", says)
        assert.isDefined(answer.headers["www-authenticate"])
      }).pipe(withCiba()))
  }

  it.effect("refuses what is not signed, and a MAC under the public key", () =>
    Effect.gen(function*() {
      const at = (yield* urls).begin
      const [, payload] = (yield* assertion()).split(".")
      const header = (alg: string) => Jose.base64url.encode(JSON.stringify({ alg, kid: "first" }))
      for (const alg of ["none", "None", "NONE"]) is(yield* send(at, signed(`${header(alg)}.${payload}.`)), 401, "invalid_client", "must be signed with")
      is(yield* send(at, signed(`${header("RS256")}.${payload}.`)), 401, "invalid_client")
      for (const secret of [yield* Effect.promise(() => Jose.exportSPKI(rsa.publicKey)), JSON.stringify(rsaJwk), "emulator-secret"]) {
        const claims = Jose.decodeJwt(`${header("HS256")}.${payload}.`)
        const confused = yield* Effect.promise(() => new Jose.SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "first" }).sign(new TextEncoder().encode(secret)))
        is(yield* send(at, signed(confused)), 401, "invalid_client", "must be signed with")
      }
      for (const text of ["x", "a.b.c", "..", `${header("RS256")}.${payload}`]) is(yield* send(at, signed(text)), 401, "invalid_client")
      // The refused ones have not used up the jti.
      assert.strictEqual((yield* beginWith({ claims: { jti: Jose.decodeJwt(`${header("RS256")}.${payload}.`).jti } })).status, 200)
    }).pipe(withCiba()))

  it.effect("refuses a jti that was used, at any endpoint, and forgets it when it has expired", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const { issuer, begin: at } = yield* urls
      const audience = [issuer, environment.issuer]
      const once = yield* assertion({ claims: { jti: "once", aud: audience } })
      assert.strictEqual((yield* send(at, signed(once))).status, 200)
      is(yield* send(at, signed(once)), 401, "invalid_client", "used before")
      is(yield* send(environment.userTokenUrl, signed(once, { grant_type: "authorization_code" })), 401, "invalid_client", "used before")
      is(yield* beginWith({ claims: { jti: "once" } }), 401, "invalid_client", "used before")
      yield* TestClock.adjust("5 minutes")
      assert.strictEqual((yield* beginWith({ claims: { jti: "once", exp: 600 } })).status, 200)
    }).pipe(withCiba()))

  it.effect("may be addressed to the token URL, to the endpoint itself or to the issuer", () =>
    Effect.gen(function*() {
      const { begin: at, issuer, token } = yield* urls
      for (const aud of [token, at, issuer, [at, "https://elsewhere.example"]]) assert.strictEqual((yield* beginWith({ claims: { aud } })).status, 200, String(aud))
      for (const aud of [`${token}/`, "https://elsewhere.example", [], 5]) is(yield* beginWith({ claims: { aud } }), 401, "invalid_client", "claim aud")
    }).pipe(withCiba()))

  it.effect("with a secret it is two credentials", () =>
    Effect.gen(function*() {
      const { begin: at } = yield* urls
      const text = yield* assertion()
      is(yield* send(at, { ...signed(text), headers: { authorization: goodBasic } }), 400, "invalid_request", "Duplicate credentials")
      is(yield* send(at, signed(text, { client_id: "emulator-client", client_secret: "emulator-secret" })), 400, "invalid_request", "Duplicate credentials")
      is(yield* send(at, signed(text, { client_id: "emulator-client-2" })), 401, "invalid_client", "claim sub")
      assert.strictEqual((yield* send(at, signed(text, { client_id: "emulator-client" }))).status, 200)
    }).pipe(withCiba()))

  it.effect("an assertion and its type go together", () =>
    Effect.gen(function*() {
      const { begin: at } = yield* urls
      const text = yield* assertion()
      for (const form of [{ client_assertion: text }, { client_assertion_type: assertionType }, { client_assertion: text, client_assertion_type: "jwt" }]) {
        is(yield* send(at, { form: { scope, login_hint: loginHint, ...form } as unknown as Form }), 400, "invalid_request", "client_assertion_type")
      }
    }).pipe(withCiba()))

  it.effect("opens every token endpoint", () =>
    Effect.gen(function*() {
      const { ciba, environment, orangeSonatel, playground } = yield* Emulator.Emulator
      const code = yield* newCode()
      const id = yield* newId
      const requests: ReadonlyArray<readonly [string, Form]> = [
        [environment.tokenUrl, { grant_type: "client_credentials" }],
        [playground.tokenUrl, { grant_type: "client_credentials" }],
        [orangeSonatel.tokenUrl, { grant_type: "client_credentials" }],
        [environment.userTokenUrl, { grant_type: "authorization_code", code, redirect_uri: redirectUri }],
        [ciba.userTokenUrl, { grant_type: cibaGrant, auth_req_id: id }]
      ]
      for (const [url, form] of requests) {
        const sent = { ...form, client_assertion_type: assertionType }
        const elsewhere = yield* assertion({ claims: { aud: "https://elsewhere.example" } })
        is(yield* send(url, { form: { ...sent, client_assertion: elsewhere }, headers: { accept: "application/json" } }), 401, "invalid_client", "claim aud")
        const answer = yield* send(url, { form: { ...sent, client_assertion: yield* assertion({ claims: { aud: url } }) }, headers: { accept: "application/json" } })
        assert.deepStrictEqual([answer.status, typeof answer.body["access_token"]], [200, "string"], url)
      }
      // A code needs its client's secret still, where no assertion is.
      is(yield* exchange(yield* newCode(), {}, basic("emulator-client", "wrong")), 401, "invalid_client")
    }).pipe(withCiba()))

  it.effect("an application's standing is asked for after the signature", () =>
    Effect.gen(function*() {
      const { setClientStatus } = yield* Emulator.Emulator
      yield* setClientStatus("emulator-client", "unauthorized")
      is(yield* beginWith({ key: stranger.privateKey }), 401, "invalid_client")
      is(yield* beginWith(), 400, "unauthorized_client")
    }).pipe(withCiba()))

  it.effect("while one key replaces another both are good", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* beginWith()).status, 200)
      assert.strictEqual((yield* beginWith({ key: stranger.privateKey })).status, 200)
    }).pipe(withEmulator(registered({ ...rsaJwk, kid: undefined }, strangerJwk))))
})

describe("what is seen of it", () => {
  it.effect("the journal names endpoint, grant and application", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const { body } = yield* beginWith()
      yield* poll(body["auth_req_id"])
      assert.deepStrictEqual(
        (yield* emulator.requests).map(({ clientId, endpoint, grantType, status }) => [endpoint, clientId, grantType, status]),
        [["backchannel", "emulator-client", undefined, 200], ["cibaToken", "emulator-client", cibaGrant, 200]]
      )
    }).pipe(withCiba()))

  it.effect("the overview shows who is asked, the number masked, until the answer; and no assertion", () =>
    Effect.gen(function*() {
      const { environment, subscribers } = yield* Emulator.Emulator
      const overview = Effect.map(send(`${environment.baseUrl}/`), ({ text }) => text)
      const text = yield* assertion()
      yield* send(`${(yield* urls).begin}?client_assertion=${text}`, signed(text))
      const shown = yield* overview
      assert.include(shown, "Authentications (1)")
      assert.include(shown, `<td>+336••••78</td><td>emulator-client</td><td>${scope}</td>`)
      for (const secret of [number, ...text.split(".")]) assert.notInclude(shown, secret)
      yield* subscribers.approve(number)
      assert.include(yield* overview, "Authentications (0)")
    }).pipe(withCiba({ approval: "manual" })))

  it.effect("discovery says poll, and no authorize page", () =>
    Effect.gen(function*() {
      const { ciba, environment } = yield* Emulator.Emulator
      const { body } = yield* send(ciba.discoveryUrl)
      assert.deepStrictEqual(
        [body["issuer"], body["backchannel_authentication_endpoint"], body["token_endpoint"], body["backchannel_token_delivery_modes_supported"]],
        [ciba.issuer, ciba.backchannelUrl, ciba.userTokenUrl, ["poll"]]
      )
      assert.notProperty(body, "authorization_endpoint")
      assert.deepStrictEqual([ciba.baseUrl, ciba.tokenUrl], [environment.baseUrl, environment.tokenUrl])
      assert.strictEqual((yield* send(ciba.authorizeUrl)).status, 400)
      assert.isUndefined(environment.backchannelUrl)
    }).pipe(withCiba()))
})

describe("openid-client", () => {
  const withServer = (ciba: Options.CibaOptions) =>
  <A, E>(effect: Effect.Effect<A, E, Emulator.Emulator>) =>
    Effect.provide(effect, Emulator.layerServer({ ...registered(rsaJwk, ecJwk), ciba: { interval: "1 second", ...ciba } }))

  const configured = (auth: OpenId.ClientAuth) =>
    Effect.flatMap(Emulator.Emulator, ({ ciba }) =>
      Effect.promise(() => OpenId.discovery(new URL(ciba.issuer), "emulator-client", undefined, auth, { execute: [OpenId.allowInsecureRequests] })))

  const keys: ReadonlyArray<readonly [string, OpenId.ClientAuth, Options.CibaOptions]> = [
    ["RS256", OpenId.PrivateKeyJwt(rsa.privateKey), { requireAssertion: true }],
    ["RS256 with kid", OpenId.PrivateKeyJwt({ key: rsa.privateKey, kid: "first" }), { requireAssertion: true }],
    ["ES256", OpenId.PrivateKeyJwt({ key: ec.privateKey, kid: "second" }), { requireAssertion: true }],
    ["client_secret_basic", OpenId.ClientSecretBasic("emulator-secret"), {}]
  ]
  for (const [name, auth, ciba] of keys) {
    it.live(`${name}: begins, polls, and believes the id_token`, () =>
      Effect.gen(function*() {
        const config = yield* configured(auth)
        const { subscribers } = yield* Emulator.Emulator
        const begun = yield* Effect.promise(() => OpenId.initiateBackchannelAuthentication(config, { scope, login_hint: loginHint }))
        yield* Effect.fork(Effect.delay(subscribers.approve(loginHint), "1500 millis"))
        const tokens = yield* Effect.promise(() => OpenId.pollBackchannelAuthenticationGrant(config, begun))
        assert.deepStrictEqual([tokens.scope, tokens.claims()?.aud], [scope, "emulator-client"])
        const info = yield* Effect.promise(() => OpenId.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub))
        assert.strictEqual(info.sub, tokens.claims()!.sub)
      }).pipe(withServer({ approval: "manual", ...ciba })))
  }

  it.live("hears no from the subscriber, and from the server of another key", () =>
    Effect.gen(function*() {
      const config = yield* configured(OpenId.PrivateKeyJwt(rsa.privateKey))
      const { subscribers } = yield* Emulator.Emulator
      const begun = yield* Effect.promise(() => OpenId.initiateBackchannelAuthentication(config, { scope, login_hint: loginHint }))
      yield* subscribers.deny(loginHint)
      const errorOf = (asked: () => Promise<unknown>) =>
        Effect.promise(() => asked().then(() => "none", (error: unknown) => error instanceof OpenId.ResponseBodyError ? error.error : error instanceof OpenId.WWWAuthenticateChallengeError ? error.status : error))
      assert.strictEqual(yield* errorOf(() => OpenId.pollBackchannelAuthenticationGrant(config, begun)), "access_denied")
      const other = yield* configured(OpenId.PrivateKeyJwt(stranger.privateKey))
      assert.strictEqual(yield* errorOf(() => OpenId.initiateBackchannelAuthentication(other, { scope, login_hint: loginHint })), 401)
    }).pipe(withServer({ approval: "manual" })))
})
