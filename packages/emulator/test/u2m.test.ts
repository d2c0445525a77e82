import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as Jose from "jose"
import * as Crypto from "node:crypto"
import {
  authorizeUrl,
  basic,
  exchange,
  newCode,
  redirectUri,
  refresh,
  send,
  shopsCall,
  userCall,
  userTokenRequest,
  withEmulator
} from "./support.js"

const otherBasic = basic("emulator-client-2", "emulator-secret-2")
const sandbox = { scope: "profile_sandbox" }

const invalidGrant = (answer: { readonly status: number; readonly body: Record<string, unknown> }) =>
  assert.deepStrictEqual([answer.status, answer.body["error"]], [400, "invalid_grant"])

describe("code exchange", () => {
  it.effect("answers what the guide prints, without an Accept header", () =>
    Effect.gen(function*() {
      const code = yield* newCode(sandbox)
      assert.match(code, /^OFR-/)
      const answer = yield* exchange(code)
      assert.strictEqual(answer.status, 200)
      assert.deepStrictEqual(Object.keys(answer.body), ["token_type", "access_token", "expires_in", "refresh_token"])
      assert.strictEqual(answer.body["token_type"], "Bearer")
      assert.strictEqual(answer.body["expires_in"], 3600)
      assert.match(String(answer.body["access_token"]), /^OFR-/)
      assert.strictEqual(answer.headers["cache-control"], "no-store")
      const user = yield* userCall(answer.body["access_token"])
      assert.strictEqual(user.status, 200)
      assert.strictEqual(user.body["name"], "John Doe")
      assert.strictEqual(user.headers["cache-control"], "no-store")
    }).pipe(withEmulator()))

  it.effect("a replayed code is refused and revokes what came of it (RFC 6749 section 4.1.2)", () =>
    Effect.gen(function*() {
      const code = yield* newCode(sandbox)
      const first = yield* exchange(code)
      invalidGrant(yield* exchange(code))
      assert.strictEqual((yield* userCall(first.body["access_token"])).body["code"], 41)
      invalidGrant(yield* refresh(first.body["refresh_token"]))
    }).pipe(withEmulator()))

  it.effect("a code is bound to its client and to the identical redirect_uri, and neither mistake uses it up", () =>
    Effect.gen(function*() {
      const code = yield* newCode(sandbox)
      invalidGrant(yield* exchange(code, {}, otherBasic))
      invalidGrant(yield* exchange(code, { redirect_uri: `${redirectUri}/` }))
      assert.strictEqual((yield* exchange(code)).status, 200)
    }).pipe(withEmulator()))

  it.effect("a code expires", () =>
    Effect.gen(function*() {
      const first = yield* newCode(sandbox)
      const second = yield* newCode(sandbox)
      yield* TestClock.adjust("599 seconds")
      assert.strictEqual((yield* exchange(first)).status, 200)
      yield* TestClock.adjust("1 second")
      invalidGrant(yield* exchange(second))
    }).pipe(withEmulator()))

  for (const missing of ["code", "redirect_uri", "grant_type"]) {
    it.effect(`${missing} missing`, () =>
      Effect.gen(function*() {
        const answer = yield* exchange(yield* newCode(sandbox), { [missing]: "" })
        assert.strictEqual(answer.status, 400)
        assert.deepStrictEqual(answer.body, {
          error: "invalid_request",
          error_description: "One or more required query-string parameters are missing."
        })
      }).pipe(withEmulator()))
  }

  it.effect("client_credentials is not a grant of this endpoint", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const answer = yield* send(environment.userTokenUrl, userTokenRequest({ grant_type: "client_credentials" }))
      assert.strictEqual(answer.body["error_description"], "The parameter grant_type is not valid.")
    }).pipe(withEmulator()))

  it.effect("Basic with the same client_id in the body is one authentication, with a secret it is two", () =>
    Effect.gen(function*() {
      const code = yield* newCode(sandbox)
      const two = yield* exchange(code, { client_id: "emulator-client", client_secret: "emulator-secret" })
      assert.strictEqual(two.body["error_description"], "Duplicate credentials")
      assert.strictEqual((yield* exchange(code, { client_id: "emulator-client-2" })).status, 401)
      assert.strictEqual((yield* exchange(code, { client_id: "emulator-client" })).status, 200)
    }).pipe(withEmulator()))

  it.effect("no limit on user token requests, which no guide states", () =>
    Effect.gen(function*() {
      for (let i = 0; i < 60; i++) assert.strictEqual((yield* exchange(yield* newCode(sandbox))).status, 200)
    }).pipe(withEmulator()))
})

describe("PKCE (RFC 7636)", () => {
  const verifier = "a".repeat(43)
  const s256 = Crypto.createHash("sha256").update(verifier).digest("base64url")
  const cases = [
    ["S256", s256, verifier, 200],
    ["S256", s256, "b".repeat(43), 400],
    ["S256", s256, undefined, 400],
    ["S256", verifier, verifier, 400],
    ["plain", verifier, verifier, 200],
    ["plain", verifier, "b".repeat(43), 400],
    [undefined, verifier, verifier, 200],
    [undefined, undefined, verifier, 400]
  ] as const
  for (const [method, challenge, sent, status] of cases) {
    it.effect(`${method ?? "no method"}, challenge ${challenge?.slice(0, 4)}, verifier ${sent?.slice(0, 4)}: ${status}`, () =>
      Effect.gen(function*() {
        const code = yield* newCode({ ...sandbox, code_challenge: challenge, code_challenge_method: method })
        const answer = yield* exchange(code, sent === undefined ? {} : { code_verifier: sent })
        assert.strictEqual(answer.status, status)
        if (status === 400) assert.strictEqual(answer.body["error"], "invalid_grant")
      }).pipe(withEmulator()))
  }

  it.effect("a server that does not know PKCE ignores it", () =>
    Effect.gen(function*() {
      const code = yield* newCode({ ...sandbox, code_challenge: s256, code_challenge_method: "S256" })
      assert.strictEqual((yield* exchange(code, { code_verifier: "b".repeat(43) })).status, 200)
    }).pipe(withEmulator({ supportsPkce: false })))
})

describe("refresh", () => {
  it.effect("answers as the guide does: no refresh token, and the old one stays good", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode(sandbox))
      const answer = yield* refresh(first.body["refresh_token"])
      assert.deepStrictEqual(Object.keys(answer.body), ["token_type", "access_token", "expires_in"])
      assert.strictEqual((yield* refresh(first.body["refresh_token"])).status, 200)
      assert.strictEqual((yield* userCall(answer.body["access_token"])).status, 200)
      assert.strictEqual((yield* userCall(first.body["access_token"])).status, 200)
    }).pipe(withEmulator()))

  it.effect("omitRefreshTokenOnRefresh: false gives the same one back", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode(sandbox))
      const answer = yield* refresh(first.body["refresh_token"])
      assert.strictEqual(answer.body["refresh_token"], first.body["refresh_token"])
    }).pipe(withEmulator({ omitRefreshTokenOnRefresh: false })))

  it.effect("rotation: reuse of an old one revokes the family", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode(sandbox))
      const second = yield* refresh(first.body["refresh_token"])
      assert.notStrictEqual(second.body["refresh_token"], first.body["refresh_token"])
      assert.isString(second.body["refresh_token"])
      const third = yield* refresh(second.body["refresh_token"])
      assert.strictEqual(third.status, 200)
      invalidGrant(yield* refresh(first.body["refresh_token"]))
      invalidGrant(yield* refresh(third.body["refresh_token"]))
      assert.strictEqual((yield* userCall(third.body["access_token"])).body["code"], 41)
    }).pipe(withEmulator({ rotateRefreshTokens: true })))

  it.effect("another client's refresh token is refused, and not used up", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode(sandbox))
      invalidGrant(yield* refresh(first.body["refresh_token"], {}, otherBasic))
      assert.strictEqual((yield* refresh(first.body["refresh_token"])).status, 200)
    }).pipe(withEmulator({ rotateRefreshTokens: true })))

  it.effect("scope: narrower is given and told, wider is invalid_scope", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode({ scope: "profile_sandbox form_filling" }))
      const narrow = yield* refresh(first.body["refresh_token"], { scope: "form_filling" })
      assert.strictEqual(narrow.body["scope"], "form_filling")
      assert.strictEqual((yield* userCall(narrow.body["access_token"])).status, 403)
      const wide = yield* refresh(first.body["refresh_token"], { scope: "form_filling email" })
      assert.deepStrictEqual([wide.status, wide.body["error"]], [400, "invalid_scope"])
      assert.strictEqual((yield* userCall((yield* refresh(first.body["refresh_token"])).body["access_token"])).status, 200)
    }).pipe(withEmulator()))

  it.effect("refreshTokens: false issues none", () =>
    Effect.gen(function*() {
      const first = yield* exchange(yield* newCode(sandbox))
      assert.isFalse("refresh_token" in first.body)
    }).pipe(withEmulator({ refreshTokens: false })))

  it.effect("revokeGrant and endSessions end it", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const first = yield* exchange(yield* newCode(sandbox))
      assert.isTrue(yield* emulator.revokeGrant(String(first.body["refresh_token"])))
      invalidGrant(yield* refresh(first.body["refresh_token"]))
      const second = yield* exchange(yield* newCode(sandbox))
      yield* emulator.endSessions("user")
      invalidGrant(yield* refresh(second.body["refresh_token"]))
      assert.strictEqual((yield* userCall(second.body["access_token"])).body["code"], 41)
    }).pipe(withEmulator()))

  it.effect("revokeToken and revokeAllAccessTokens leave the session", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const first = yield* exchange(yield* newCode(sandbox))
      assert.isTrue(yield* emulator.revokeToken(String(first.body["access_token"])))
      assert.isFalse(yield* emulator.revokeToken("none"))
      assert.strictEqual((yield* userCall(first.body["access_token"])).body["code"], 41)
      const second = yield* refresh(first.body["refresh_token"])
      assert.strictEqual((yield* userCall(second.body["access_token"])).status, 200)
      yield* emulator.revokeAllAccessTokens
      assert.strictEqual((yield* userCall(second.body["access_token"])).body["code"], 41)
    }).pipe(withEmulator()))
})

describe("OpenID Connect", () => {
  const keysOf = Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    const answer = yield* send(environment.jwksUrl)
    return Jose.createLocalJWKSet(answer.body as unknown as Jose.JSONWebKeySet)
  })

  for (const idTokenAlgorithm of ["RS256", "ES256"] as const) {
    it.effect(`an id_token that jose verifies, ${idTokenAlgorithm}`, () =>
      Effect.gen(function*() {
        const { environment } = yield* Emulator.Emulator
        yield* TestClock.adjust("10 days")
        const first = yield* exchange(yield* newCode({ nonce: "n-1", acr_values: "3 2" }))
        const keys = yield* keysOf
        const options = { issuer: environment.issuer, audience: "emulator-client", currentDate: new Date(10 * 86_400_000) }
        const verified = yield* Effect.promise(() => Jose.jwtVerify(String(first.body["id_token"]), keys, options))
        assert.strictEqual(verified.protectedHeader.alg, idTokenAlgorithm)
        assert.strictEqual(verified.payload["nonce"], "n-1")
        assert.strictEqual(verified.payload["acr"], "3")
        assert.strictEqual(verified.payload["auth_time"], 864_000)
        const hash = Crypto.createHash("sha256").update(String(first.body["access_token"])).digest().subarray(0, 16)
        assert.strictEqual(verified.payload["at_hash"], hash.toString("base64url"))
        assert.deepStrictEqual(environment.idTokenAlgorithms, [idTokenAlgorithm])
        const info = yield* send(environment.userinfoUrl, { headers: { authorization: `Bearer ${String(first.body["access_token"])}` } })
        assert.deepStrictEqual(info.body, { sub: verified.payload.sub })
        const again = yield* refresh(first.body["refresh_token"])
        const second = yield* Effect.promise(() => Jose.jwtVerify(String(again.body["id_token"]), keys, options))
        assert.strictEqual(second.payload.sub, verified.payload.sub)
        assert.isUndefined(second.payload["nonce"])
      }).pipe(withEmulator({ idTokenAlgorithm })))
  }

  it.effect("no id_token without openid", () =>
    Effect.gen(function*() {
      assert.isFalse("id_token" in (yield* exchange(yield* newCode(sandbox))).body)
    }).pipe(withEmulator()))

  it.effect("a rotated key signs, the one before stays published", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const before = yield* exchange(yield* newCode())
      yield* emulator.rotateSigningKey
      const after = yield* exchange(yield* newCode())
      const keys = yield* keysOf
      const kids = [before, after].map((answer) => Jose.decodeProtectedHeader(String(answer.body["id_token"])).kid)
      assert.notStrictEqual(kids[0], kids[1])
      for (const answer of [before, after]) {
        yield* Effect.promise(() => Jose.jwtVerify(String(answer.body["id_token"]), keys, { currentDate: new Date(1000) }))
      }
    }).pipe(withEmulator({ idTokenAlgorithm: "ES256" })))

  it.effect("userinfo: 401 with a Bearer challenge, POST too, 403 without openid", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const none = yield* send(environment.userinfoUrl)
      assert.deepStrictEqual([none.status, none.headers["www-authenticate"]], [401, `Bearer realm="Authorization Required"`])
      const bad = yield* send(environment.userinfoUrl, { headers: { authorization: "Bearer nope" } })
      assert.match(String(bad.headers["www-authenticate"]), /^Bearer .*error="invalid_token"/)
      const first = yield* exchange(yield* newCode())
      const bearer = { authorization: `bearer ${String(first.body["access_token"])}` }
      assert.strictEqual((yield* send(environment.userinfoUrl, { method: "POST", headers: bearer })).status, 200)
      const other = yield* exchange(yield* newCode(sandbox))
      const denied = yield* send(environment.userinfoUrl, { headers: { authorization: `Bearer ${String(other.body["access_token"])}` } })
      assert.strictEqual(denied.status, 403)
      assert.match(String(denied.headers["www-authenticate"]), /insufficient_scope/)
    }).pipe(withEmulator()))

  it.effect("discovery agrees with the environment", () =>
    Effect.gen(function*() {
      const { environment, playground } = yield* Emulator.Emulator
      for (const one of [environment, playground]) {
        const { body } = yield* send(one.discoveryUrl)
        assert.strictEqual(body["issuer"], one.issuer)
        assert.strictEqual(body["token_endpoint"], one.userTokenUrl)
        assert.strictEqual(body["authorization_endpoint"], one.authorizeUrl)
        assert.strictEqual(body["userinfo_endpoint"], one.userinfoUrl)
        assert.strictEqual(body["jwks_uri"], one.jwksUrl)
        assert.strictEqual(one.discoveryUrl, `${one.issuer}/.well-known/openid-configuration`)
      }
    }).pipe(withEmulator()))

  it.effect("the playground does both grants with one endpoint, and its tokens stay its own", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const location = yield* emulator.approve(authorizeUrl(emulator.playground.authorizeUrl))
      const code = new URL(location).searchParams.get("code")!
      assert.strictEqual(new URL(location).searchParams.get("iss"), emulator.playground.issuer)
      invalidGrant(yield* exchange(code))
      const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri }
      const answer = yield* send(emulator.playground.userTokenUrl, userTokenRequest(form))
      assert.strictEqual(answer.status, 200)
      assert.strictEqual((yield* userCall(answer.body["access_token"])).status, 401)
      assert.strictEqual((yield* shopsCall(answer.body["access_token"])).status, 401)
    }).pipe(withEmulator()))
})
