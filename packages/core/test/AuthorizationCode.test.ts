import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { AuthorizationCode, Environment, OrangeHttpClient, RequestBudget, TokenStore, UserAuth } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { credentials } from "./support.js"
import { claimsOf, layers, login, reasonOf, redirectUri } from "./u2m.js"

const grant = AuthorizationCode.AuthorizationCode
const collect = (keys: ReturnType<TokenStore.Service["keys"]>) => Effect.map(Stream.runCollect(keys), (chunk) => [...chunk])

describe("step 1: the authorize URL", () => {
  it.effect("has the mandatory parameters, the scopes as one encoded value, nonce and PKCE", () =>
    Effect.gen(function*() {
      const { url } = yield* (yield* grant).authorize({ scopes: ["openid", "dpv:FraudPreventionAndDetection#sim-swap"] })
      const parameters = new URL(url).searchParams
      assert.deepStrictEqual([...parameters.keys()], ["response_type", "client_id", "scope", "redirect_uri", "state", "nonce", "code_challenge", "code_challenge_method"])
      assert.include(url, "scope=openid%20dpv%3AFraudPreventionAndDetection%23sim-swap")
      assert.strictEqual(parameters.get("response_type"), "code")
      assert.strictEqual(parameters.get("redirect_uri"), redirectUri)
      assert.strictEqual(parameters.get("code_challenge_method"), "S256")
      assert.match(parameters.get("state") ?? "", /^[\w-]{43}$/)
      assert.match(parameters.get("code_challenge") ?? "", /^[\w-]{43}$/)
    }).pipe(Effect.provide(layers())))

  it.effect("no nonce without openid, no PKCE where the environment opts out, and the optional parameters", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* Effect.gen(function*() {
        const { url } = yield* (yield* grant).authorize({
          scopes: ["profile_sandbox"],
          acrValues: ["3", "2"],
          loginHint: Redacted.make("tel:+33699901032"),
          prompt: "login",
          uiLocales: ["fr", "en"],
          parameters: { max_age: "60" }
        })
        const parameters = new URL(url).searchParams
        assert.isNull(parameters.get("nonce"))
        assert.isNull(parameters.get("code_challenge"))
        assert.strictEqual(parameters.get("acr_values"), "3 2")
        assert.include(url, "login_hint=tel%3A%2B33699901032")
        assert.strictEqual(parameters.get("ui_locales"), "fr en")
        assert.strictEqual(parameters.get("max_age"), "60")
      }).pipe(Effect.provide(layers({}, { environment: { ...emulator.environment, pkce: false } })))
    }).pipe(Effect.provide(Emulator.layer())))

  it.effect("is unlike any other, and printing it shows neither state nor transaction", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const [one, two] = [yield* service.authorize({ scopes: ["a"] }), yield* service.authorize({ scopes: ["a"] })]
      assert.notStrictEqual(new URL(one.url).searchParams.get("state"), new URL(two.url).searchParams.get("state"))
      const printed = `${inspect(one)}${JSON.stringify(one)}${one}`
      assert.notInclude(printed, one.transaction.slice(0, 30))
      assert.notInclude(printed, new URL(one.url).searchParams.get("state") ?? "?")
    }).pipe(Effect.provide(layers())))

  for (
    const [what, options, field] of [
      ["no scope", { scopes: [] }, "scopes"],
      ["two scopes in one entry", { scopes: ["a b"] }, "scopes"],
      ["a relative redirect URI", { scopes: ["a"], redirectUri: "/callback" }, "redirectUri"],
      ["a redirect URI with a fragment", { scopes: ["a"], redirectUri: "https://a.test/#x" }, "redirectUri"],
      ["a parameter that the grant sets", { scopes: ["a"], parameters: { state: "mine" } }, "parameters.state"]
    ] as const
  ) {
    it.effect(`refuses ${what}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip((yield* grant).authorize(options))
        assert.strictEqual(error.field, field)
      }).pipe(Effect.provide(layers())))
  }

  it.effect("an environment without log-in of users is refused when the layer is built", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Effect.scoped(AuthorizationCode.make({ environment: Environment.orangeSonatel, credentials, redirectUri }).pipe(Effect.provide(layers()))))
      assert.include(error.message, "authorizeUrl")
    }))
})

describe("step 2: the callback", () => {
  it.effect("exchanges the code with the identical redirect_uri and stores the session", () =>
    Effect.gen(function*() {
      const session = yield* login()
      assert.deepStrictEqual(session.scopes, ["openid", "profile_sandbox"])
      assert.deepStrictEqual(session.missingScopes, [])
      assert.isTrue(session.isRefreshable)
      const emulator = yield* Emulator.Emulator
      const exchange = (yield* emulator.requests).find(({ grantType }) => grantType === "authorization_code")
      assert.strictEqual(new URLSearchParams(exchange?.body).get("redirect_uri"), redirectUri)
      assert.isNotNull(new URLSearchParams(exchange?.body).get("code_verifier"))
      const source = yield* (yield* grant).session(session.id)
      assert.match(Redacted.value((yield* source.token).value), /^OFR-/)
    }).pipe(Effect.provide(layers())))

  it.effect("takes a path and query, as a server sees it", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
      const redirect = new URL(yield* (yield* Emulator.Emulator).approve(url))
      const session = yield* service.callback(redirect.pathname + redirect.search, { transaction })
      assert.strictEqual(session.scopes[0], "openid")
    }).pipe(Effect.provide(layers())))

  it.effect("is good for one callback: a double click makes one exchange and one deterministic answer", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const emulator = yield* Emulator.Emulator
      const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
      const redirect = yield* emulator.approve(url)
      const exits = yield* Effect.all(Array.from({ length: 5 }, () => Effect.either(service.callback(redirect, { transaction }))), { concurrency: "unbounded" })
      assert.strictEqual(exits.filter(Either.isRight).length, 1)
      exits.filter(Either.isLeft).forEach(({ left }) => assert.strictEqual(left._tag === "AuthorizationError" && left.reason, "Replayed"))
      assert.strictEqual((yield* emulator.requests).filter(({ grantType }) => grantType === "authorization_code").length, 1)
    }).pipe(Effect.provide(layers())))

  const change = (redirect: string, f: (parameters: URLSearchParams) => void) => {
    const url = new URL(redirect)
    f(url.searchParams)
    return url.href
  }
  const cases: ReadonlyArray<readonly [string, string, (redirect: string) => string]> = [
    ["another state", "AuthorizationError State", (r) => change(r, (p) => p.set("state", "x".repeat(43)))],
    ["no state", "AuthorizationError State", (r) => change(r, (p) => p.delete("state"))],
    ["two states", "AuthorizationError Redirect", (r) => change(r, (p) => p.append("state", "x"))],
    ["two codes", "AuthorizationError Redirect", (r) => change(r, (p) => p.append("code", "x"))],
    ["no code", "AuthorizationError Redirect", (r) => change(r, (p) => p.delete("code"))],
    ["an empty code", "AuthorizationError Redirect", (r) => change(r, (p) => p.set("code", ""))],
    ["another issuer", "AuthorizationError Issuer", (r) => change(r, (p) => p.set("iss", "https://evil.test"))],
    ["no URL at all", "AuthorizationError Redirect", () => "http://[bad"],
    ["a denial", "AuthorizationError Denied", (r) => change(r, (p) => {
      p.delete("code")
      p.set("error", "access_denied")
    })],
    ["an error", "AuthorizationError Error", (r) => change(r, (p) => p.set("error", "unsupported_response_type"))],
    ["a forged error of another state", "AuthorizationError State", (r) => change(r, (p) => {
      p.set("state", "y")
      p.set("error", "access_denied")
    })]
  ]
  for (const [what, expected, forge] of cases) {
    it.effect(`a redirect with ${what} ends before anything is sent`, () =>
      Effect.gen(function*() {
        const service = yield* grant
        const emulator = yield* Emulator.Emulator
        const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
        const redirect = yield* emulator.approve(url)
        assert.strictEqual(yield* reasonOf(service.callback(forge(redirect), { transaction })), expected)
        assert.strictEqual((yield* emulator.requests).filter(({ endpoint }) => endpoint === "userToken").length, 0)
      }).pipe(Effect.provide(layers())))
  }

  it.effect("an issuer with and without its slash is the same", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const emulator = yield* Emulator.Emulator
      const { transaction, url } = yield* service.authorize({ scopes: ["profile_sandbox"] })
      const redirect = change(yield* emulator.approve(url), (p) => p.set("iss", `${emulator.environment.issuer.replace(/\/$/, "")}/`))
      yield* service.callback(redirect, { transaction })
    }).pipe(Effect.provide(layers())))

  it.effect("the error's code is kept and its description shows no number", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
      const state = new URL(url).searchParams.get("state") ?? ""
      const error = yield* Effect.flip(service.callback(`/callback?error=interaction_required&error_description=${encodeURIComponent(`for +2250779914028 ${state}`)}&state=${state}`, { transaction }))
      assert.strictEqual(error._tag === "AuthorizationError" && error.error, "interaction_required")
      assert.include(error.message, "+225••••4028")
      assert.notInclude(inspect(error), state)
      assert.notInclude(inspect(error), "0779914028")
    }).pipe(Effect.provide(layers())))

  it.effect("a transaction that expired, was altered, or was made by another is refused", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const emulator = yield* Emulator.Emulator
      const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
      const redirect = yield* emulator.approve(url)
      assert.strictEqual(yield* reasonOf(service.callback(redirect, { transaction: `${transaction.slice(0, -2)}AA` })), "AuthorizationError Transaction")
      assert.strictEqual(yield* reasonOf(service.callback(redirect, { transaction: "" })), "AuthorizationError Transaction")
      const foreign = yield* Effect.provide(Effect.flatMap(grant, (other) => other.authorize({ scopes: ["openid"] })), layers())
      assert.strictEqual(yield* reasonOf(service.callback(redirect, { transaction: foreign.transaction })), "AuthorizationError Transaction")
      yield* TestClock.adjust("10 minutes")
      assert.strictEqual(yield* reasonOf(service.callback(redirect, { transaction })), "AuthorizationError Transaction")
    }).pipe(Effect.provide(layers())))

  it.effect("fewer scopes than asked are reported, or refused where required", () =>
    Effect.gen(function*() {
      const session = yield* login({ scopes: ["openid", "profile_sandbox"] }, { grants: ["openid"] })
      assert.deepStrictEqual(session.scopes, ["openid"])
      assert.deepStrictEqual(session.missingScopes, ["profile_sandbox"])
      assert.strictEqual(
        yield* reasonOf(login({ scopes: ["openid", "profile_sandbox"], requiredScopes: ["profile_sandbox"] }, { grants: ["openid"] })),
        "AuthorizationError Scope"
      )
    }).pipe(Effect.provide(layers())))

  it.effect("a code whose exchange got no usable answer is not sent again", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      for (const fault of [Fault.lostAnswer(), Fault.lostAnswer(503), Fault.status(503), Fault.status(408), Fault.html(200), Fault.truncated, Fault.empty, Fault.reset]) {
        yield* emulator.clearRequests
        yield* emulator.faults.next("userToken", fault)
        assert.strictEqual(yield* reasonOf(login()), "AuthorizationError ExchangeInDoubt", fault._tag)
        assert.strictEqual((yield* emulator.requests).filter(({ grantType }) => grantType === "authorization_code").length, 1)
      }
    }).pipe(Effect.provide(layers())))

  it.effect("a refusal of the code is an OAuthError with its hint", () =>
    Effect.gen(function*() {
      const service = yield* grant
      const { transaction, url } = yield* service.authorize({ scopes: ["openid"] })
      const redirect = change(yield* (yield* Emulator.Emulator).approve(url), (p) => p.set("code", "OFR-unknown"))
      const error = yield* Effect.flip(service.callback(redirect, { transaction }))
      assert.strictEqual(error._tag === "OAuthError" && error.error, "invalid_grant")
    }).pipe(Effect.provide(layers())))
})

describe("the id_token", () => {
  it.effect("gives claims when it verifies", () =>
    Effect.gen(function*() {
      const claims = Redacted.value(claimsOf(yield* login()))
      assert.isString(claims.sub)
      assert.isFalse(inspect(yield* login()).includes(claims.sub))
    }).pipe(Effect.provide(layers())))

  const lies: ReadonlyArray<readonly [string, Fault.IdTokenLie, string]> = [
    ["issuer", { claims: { iss: "https://evil.test" } }, "IdToken"],
    ["audience", { claims: { aud: "another-client" } }, "IdToken"],
    ["azp", { claims: { azp: "another-client" } }, "IdToken"],
    ["two audiences without azp", { claims: { aud: ["emulator-client", "x"] } }, "IdToken"],
    ["nonce", { claims: { nonce: "stolen" } }, "Nonce"],
    ["missing nonce", { claims: { nonce: undefined } }, "Nonce"],
    ["expiry", { claims: { exp: -3600 } }, "IdToken"],
    ["key", { signWith: "other-key" }, "IdToken"],
    ["alg none", { signWith: "none" }, "IdToken"],
    ["alg HS256", { signWith: "hs256" }, "IdToken"],
    ["unknown kid", { header: { kid: "invented" } }, "IdToken"],
    ["missing sub", { claims: { sub: undefined } }, "IdToken"]
  ]
  for (const [what, lie, reason] of lies) {
    it.effect(`a lie about ${what} is caught`, () =>
      Effect.gen(function*() {
        const emulator = yield* Emulator.Emulator
        yield* emulator.faults.next("userToken", Fault.idToken(lie))
        assert.strictEqual(yield* reasonOf(login()), `AuthorizationError ${reason}`)
        const store = yield* TokenStore.TokenStore
        assert.deepStrictEqual(yield* collect(store.keys("session:")), [], "nothing was stored")
      }).pipe(Effect.provide(layers())))
  }

  it.effect("a minute of clock difference is forgiven, more is not", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const now = Math.floor((yield* Effect.clockWith((clock) => clock.currentTimeMillis)) / 1000)
      yield* emulator.faults.next("userToken", Fault.idToken({ claims: { exp: now - 55, iat: now - 600 } }))
      yield* login()
      yield* emulator.faults.next("userToken", Fault.idToken({ claims: { exp: now - 65, iat: now - 600 } }))
      assert.strictEqual(yield* reasonOf(login()), "AuthorizationError IdToken")
    }).pipe((test) => Effect.zipRight(TestClock.adjust("2 days"), test), Effect.provide(layers())))

  it.effect("a new signing key is fetched once, and an invented one no more than every 30 s", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const jwks = Effect.map(emulator.requests, (all) => all.filter(({ endpoint }) => endpoint === "jwks").length)
      yield* login()
      assert.strictEqual(yield* jwks, 1)
      yield* emulator.rotateSigningKey
      yield* TestClock.adjust("30 seconds")
      yield* login()
      assert.strictEqual(yield* jwks, 2)
      for (let i = 0; i < 5; i++) {
        yield* emulator.faults.next("userToken", Fault.idToken({ header: { kid: "invented" } }))
        yield* Effect.flip(login())
      }
      assert.strictEqual(yield* jwks, 2)
    }).pipe(Effect.provide(layers())))

  it.effect("none at all is an error where one is required", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const test = Effect.gen(function*() {
        yield* (yield* Emulator.Emulator).faults.next("userToken", Fault.json({ id_token: undefined }))
        return yield* reasonOf(login())
      })
      assert.strictEqual(yield* Effect.provide(test, layers({}, { environment: { ...emulator.environment, idToken: "required" } })), "AuthorizationError IdToken")
    }).pipe(Effect.provide(Emulator.layer())))

  it.effect("keys are found through the discovery document where no jwksUrl is known", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const test = Effect.map(login(), ({ claims }) => Option.isSome(claims))
      assert.isTrue(yield* Effect.provide(test, layers({}, { environment: { ...environment, jwksUrl: undefined } })))
      assert.isFalse(yield* Effect.provide(test, layers({}, { environment: { ...environment, jwksUrl: undefined, discoveryUrl: undefined } })))
      const strangers = { ...environment, jwksUrl: undefined, issuer: "https://other.test" }
      assert.strictEqual(yield* Effect.provide(Effect.map(Effect.flip(login()), (e) => e._tag), layers({}, { environment: strangers })), "AuthorizationError")
    }).pipe(Effect.provide(Emulator.layer())))

  it.effect("JWKS that cannot be fetched end the log-in with a word", () =>
    Effect.gen(function*() {
      yield* (yield* Emulator.Emulator).faults.always("jwks", Fault.status(404))
      const fiber = yield* Effect.fork(Effect.flip(login()))
      for (let i = 0; i < 30; i++) yield* TestClock.adjust("500 millis")
      assert.include((yield* fiber).message, "keys could not be fetched")
    }).pipe(Effect.provide(layers())))
})

describe("userinfo", () => {
  it.effect("gives the user's claims, Redacted", () =>
    Effect.gen(function*() {
      const session = yield* login()
      const claims = yield* (yield* grant).userinfo(session.id)
      assert.strictEqual(Redacted.value(claims).sub, Redacted.value(claimsOf(session)).sub)
      assert.notInclude(inspect(claims), Redacted.value(claims).sub)
    }).pipe(Effect.provide(layers())))

  it.effect("another user's sub, a missing one, and an error page are caught", () =>
    Effect.gen(function*() {
      const session = yield* login()
      const service = yield* grant
      const emulator = yield* Emulator.Emulator
      for (const [fault, expected] of [[Fault.json({ sub: "someone-else" }), "AuthorizationError IdToken"], [Fault.json({ sub: undefined }), "MalformedResponseError schema"], [Fault.malformedJson, "MalformedResponseError json"], [Fault.status(403, { body: "{}" }), "UnexpectedStatusError"]] as const) {
        yield* emulator.faults.next("userinfo", fault)
        assert.strictEqual(yield* reasonOf(service.userinfo(session.id)), expected)
      }
      assert.strictEqual(yield* reasonOf(service.userinfo("unknown")), "ReauthorizationRequired NoGrant")
    }).pipe(Effect.provide(layers())))
})

describe("sessions", () => {
  it.effect("many users at once, no bleed", () =>
    Effect.gen(function*() {
      const orange = yield* OrangeHttpClient.makeUser()
      const service = yield* grant
      const users = Array.from({ length: 60 }, (_, i) => `user-${i}`)
      const sessions = yield* Effect.forEach(users, (user) => Effect.map(login({ scopes: ["openid"] }, { user, id: `session of ${user}` }), (session) => ({ user, session })))
      const subs = new Map(sessions.map(({ session, user }) => [user, Redacted.value(claimsOf(session)).sub]))
      assert.strictEqual(new Set(subs.values()).size, users.length)
      yield* Effect.forEach([...users, ...users, ...users], (user) =>
        Effect.gen(function*() {
          const response = yield* orange.get("/openidconnect/fr/v1/userinfo").pipe(
            Effect.provideServiceEffect(UserAuth.UserAuth, service.session(`session of ${user}`))
          )
          const { sub } = (yield* response.json) as { readonly sub: string }
          assert.strictEqual(sub, subs.get(user))
        }), { concurrency: "unbounded" })
    }).pipe(Effect.provide(layers({ requestsPerMinute: 0 })), Effect.provide(RequestBudget.layer({ tokenRequests: { limit: 200, window: 1 }, apiCalls: { limit: 1000, window: 1 } }))))

  it.effect("an unknown id, and one that was forgotten, must log in", () =>
    Effect.gen(function*() {
      const service = yield* grant
      assert.strictEqual(yield* reasonOf(service.session("unknown")), "ReauthorizationRequired NoGrant")
      const session = yield* login()
      const source = yield* service.session(session.id)
      yield* source.token
      yield* service.forget(session.id)
      assert.strictEqual(yield* reasonOf(service.session(session.id)), "ReauthorizationRequired NoGrant")
    }).pipe(Effect.provide(layers())))

  it.effect("the store's keys and records hold neither id nor token", () =>
    Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const session = yield* login(undefined, { id: "jane@example.test" })
      const source = yield* (yield* grant).session(session.id)
      const value = Redacted.value((yield* source.token).value)
      for (const key of yield* collect(store.keys(""))) {
        assert.notInclude(key, "jane")
        const entry = Option.getOrThrow(yield* store.read(key))
        assert.notInclude(Redacted.value(entry.sealed), value)
      }
    }).pipe(Effect.provide(layers())))

  it.effect("a record copied to another session's key does not open", () =>
    Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const service = yield* grant
      const mine = yield* login(undefined, { id: "mine" })
      const [key] = yield* collect(store.keys("session:"))
      const theirs = yield* login(undefined, { id: "theirs" })
      const other = (yield* collect(store.keys("session:"))).find((candidate) => candidate !== key) ?? ""
      const entry = Option.getOrThrow(yield* store.read(other))
      yield* store.replace(key ?? "", Option.some(entry.sealed), Duration.hours(1))
      const exit = yield* Effect.exit(Effect.flatMap(service.session(mine.id), (source) => source.token))
      assert.isTrue(Exit.isFailure(exit))
      assert.strictEqual(yield* reasonOf(Effect.flatMap(service.session(mine.id), (source) => source.token)), "TokenStoreError Undecryptable")
      yield* Effect.flatMap(service.session(theirs.id), (source) => source.token)
    }).pipe(Effect.provide(layers())))

  it.effect.prop("any session id is good, whatever it holds", { id: FastCheck.fullUnicodeString({ minLength: 1 }) }, ({ id }) =>
    Effect.gen(function*() {
      const session = yield* login(undefined, { id })
      assert.strictEqual(session.id, id)
      yield* Effect.flatMap((yield* grant).session(id), (source) => source.token)
    }).pipe(Effect.provide(layers())), { fastCheck: { numRuns: 10 } })
})
