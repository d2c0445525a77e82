import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as TestClock from "effect/TestClock"
import { authorizeUrl, exchange, redirectUri, type Sent, send, userCall, withEmulator } from "./support.js"

type Changes = Readonly<Record<string, string | undefined>>

const visit = (changes: Changes = {}, sent: Sent = {}) =>
  Effect.flatMap(Emulator.Emulator, ({ environment }) => send(authorizeUrl(environment.authorizeUrl, changes), sent))

const locationOf = (answer: { readonly headers: Readonly<Record<string, string | undefined>> }) =>
  new URL(String(answer.headers["location"]))

describe("never redirects to where it must not", () => {
  const unregistered: ReadonlyArray<string | undefined> = [
    undefined,
    "https://evil.example/cb",
    "http://127.0.0.1.evil.example/cb",
    "http://localhost.evil.example/cb",
    "http://evil.example/http://127.0.0.1/cb",
    "http://127.0.0.1@evil.example/cb",
    "http://user:pass@127.0.0.1/cb",
    "http://127.0.0.1\\@evil.example/",
    "http://127.0.0.1:5999/cb#fragment",
    "http://127.0.0.1:99999/cb",
    "//127.0.0.1/cb",
    "javascript:alert(1)//127.0.0.1",
    "ftp://127.0.0.1/cb",
    "http://127.0.0.1/ cb",
    "http://127.0.0.1/cb\r\nX: y",
    "http://0x7f.1/cb",
    "/cb",
    "cb"
  ]
  for (const redirect_uri of unregistered) {
    it.effect(`redirect_uri ${JSON.stringify(redirect_uri)}`, () =>
      Effect.gen(function*() {
        // Even where everything else is wrong as well, and with automatic approval.
        for (const changes of [{ redirect_uri }, { redirect_uri, response_type: "token" }, { redirect_uri, state: undefined }]) {
          const answer = yield* visit(changes)
          assert.strictEqual(answer.status, 400)
          assert.isUndefined(answer.headers["location"])
          assert.match(String(answer.headers["content-type"]), /^text\/html/)
          assert.isFalse(answer.text.includes("evil.example"))
        }
      }).pipe(withEmulator({ autoApprove: true })))
  }

  it.effect("an unknown client, one that is missing, one that stands there twice", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      for (const client_id of [undefined, "nobody", "__proto__"]) {
        assert.strictEqual((yield* visit({ client_id })).status, 400)
      }
      for (const again of ["client_id=emulator-client", `redirect_uri=${encodeURIComponent(redirectUri)}`]) {
        const answer = yield* send(`${authorizeUrl(environment.authorizeUrl)}&${again}`)
        assert.strictEqual(answer.status, 400)
        assert.isUndefined(answer.headers["location"])
      }
    }).pipe(withEmulator({ autoApprove: true })))

  it.effect("loopback redirect URIs of any port and path, and registered ones to the letter", () =>
    Effect.gen(function*() {
      for (const redirect_uri of ["http://127.0.0.1/", "http://localhost:3000/a/b?x=1", "https://[::1]:8443/cb", "http://127.0.0.1"]) {
        assert.strictEqual((yield* visit({ redirect_uri })).status, 302, redirect_uri)
      }
      const shop = { client_id: "shop", redirect_uri: "https://shop.example/cb" }
      assert.strictEqual((yield* visit(shop)).status, 302)
      assert.strictEqual((yield* visit({ ...shop, redirect_uri: "https://shop.example/cb/" })).status, 400)
      assert.strictEqual((yield* visit({ ...shop, redirect_uri: redirectUri })).status, 400)
    }).pipe(withEmulator({
      autoApprove: true,
      clients: [{ clientId: "shop", clientSecret: "s", redirectUris: ["https://shop.example/cb"], loopbackRedirectUris: false }]
    })))

  it.effect("what comes from a request is escaped", () =>
    Effect.gen(function*() {
      const attack = `"><script>alert(1)</script>`
      const answer = yield* visit({ login_hint: attack })
      assert.isFalse(answer.text.includes("<script"))
      assert.include(answer.text, "&#60;script&#62;")
    }).pipe(withEmulator()))
})

describe("errors are told to the application (RFC 6749 section 4.1.2.1)", () => {
  const challenge = "a".repeat(43)
  const cases: ReadonlyArray<readonly [string, Changes, string]> = [
    ["no response_type", { response_type: undefined }, "invalid_request"],
    ["an empty response_type", { response_type: "" }, "invalid_request"],
    ["response_type token", { response_type: "token" }, "unsupported_response_type"],
    ["response_type code token", { response_type: "code token" }, "unsupported_response_type"],
    ["no state", { state: undefined }, "invalid_request"],
    ["no scope", { scope: undefined }, "invalid_scope"],
    ["an unknown scope", { scope: "openid nonsense" }, "invalid_scope"],
    ["a scope with a quote", { scope: "open\"id" }, "invalid_scope"],
    ["prompt none without a session", { prompt: "none" }, "login_required"],
    ["prompt none and more", { prompt: "none login" }, "invalid_request"],
    ["an unknown prompt", { prompt: "nonsense" }, "invalid_request"],
    ["a request object", { request: "e30." }, "request_not_supported"],
    ["a request_uri", { request_uri: "https://client.example/r" }, "request_uri_not_supported"],
    ["response_mode fragment", { response_mode: "fragment" }, "invalid_request"],
    ["an unknown challenge method", { code_challenge: challenge, code_challenge_method: "S512" }, "invalid_request"],
    ["a method without challenge", { code_challenge_method: "S256" }, "invalid_request"],
    ["a short challenge", { code_challenge: "abc", code_challenge_method: "S256" }, "invalid_request"],
    ["max_age of letters", { max_age: "soon" }, "invalid_request"],
    ["an unknown display", { display: "wall" }, "invalid_request"]
  ]
  for (const [name, changes, error] of cases) {
    it.effect(`${name}: ${error}`, () =>
      Effect.gen(function*() {
        const { environment } = yield* Emulator.Emulator
        const answer = yield* visit(changes)
        assert.strictEqual(answer.status, 302)
        const location = locationOf(answer)
        assert.strictEqual(location.origin + location.pathname, redirectUri)
        assert.strictEqual(location.searchParams.get("error"), error)
        assert.isNotEmpty(location.searchParams.get("error_description"))
        assert.strictEqual(location.searchParams.get("state"), "state" in changes ? null : "state-1")
        assert.strictEqual(location.searchParams.get("iss"), environment.issuer)
        assert.isNull(location.searchParams.get("code"))
      }).pipe(withEmulator()))
  }

  it.effect("a repeated parameter, and a repeated state is not echoed", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const twice = locationOf(yield* send(`${authorizeUrl(environment.authorizeUrl)}&scope=openid`))
      assert.deepStrictEqual([twice.searchParams.get("error"), twice.searchParams.get("state")], ["invalid_request", "state-1"])
      const states = locationOf(yield* send(`${authorizeUrl(environment.authorizeUrl)}&state=b`))
      assert.deepStrictEqual([states.searchParams.get("error"), states.searchParams.get("state")], ["invalid_request", null])
    }).pipe(withEmulator()))

  it.effect("known scopes: CAMARA's, and those of the options", () =>
    Effect.gen(function*() {
      const scope = "openid dpv:FraudPreventionAndDetection sim-swap:check dpv:FraudPreventionAndDetection#sim-swap mine"
      assert.isNotNull(locationOf(yield* visit({ scope })).searchParams.get("code"))
    }).pipe(withEmulator({ autoApprove: true, scopes: ["mine"] })))
})

describe("automatic approval", () => {
  it.effect("redirects at once with code, state and iss, by GET and by POST", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const state = "a b&c=d/é+%"
      const location = locationOf(yield* visit({ state }))
      assert.strictEqual(location.searchParams.get("state"), state)
      assert.strictEqual(location.searchParams.get("iss"), environment.issuer)
      assert.isNull(location.searchParams.get("scope"))
      assert.strictEqual((yield* exchange(location.searchParams.get("code")!)).status, 200)
      const form = new URL(authorizeUrl(environment.authorizeUrl)).search.slice(1)
      const posted = yield* send(environment.authorizeUrl, { form })
      assert.strictEqual(posted.status, 303)
      assert.isNotNull(locationOf(posted).searchParams.get("code"))
      assert.include(String((yield* visit({ state })).headers["location"]), "state=a%20b%26c")
    }).pipe(withEmulator({ autoApprove: true })))

  it.effect("is by the user of login_hint", () =>
    Effect.gen(function*() {
      const subs = yield* Effect.forEach(["jane", "john", undefined], (login_hint) =>
        Effect.gen(function*() {
          const code = locationOf(yield* visit({ login_hint })).searchParams.get("code")!
          const tokens = yield* exchange(code)
          return (yield* userCall(tokens.body["access_token"])).body["sub"]
        }))
      assert.strictEqual(new Set(subs).size, 3)
    }).pipe(withEmulator({ autoApprove: true })))

  it.effect("keeps the query of the redirect URI", () =>
    Effect.gen(function*() {
      const location = yield* visit({ redirect_uri: "http://localhost/cb?a=1&b=%20" })
      assert.match(String(location.headers["location"]), /^http:\/\/localhost\/cb\?a=1&b=%20&code=/)
    }).pipe(withEmulator({ autoApprove: true })))
})

/** A browser: its cookies, and the forms of the pages that it gets. */
const makeBrowser = () => {
  const jar = new Map<string, string>()
  const keep = (set: string | undefined) => {
    for (const cookie of (set ?? "").split(/, (?=[\w-]+=)/)) {
      const found = /^([\w-]+)=([^;]*)/.exec(cookie)
      if (found !== null) jar.set(found[1]!, found[2]!)
    }
  }
  const go = (url: string, form?: ReadonlyArray<readonly [string, string]>) =>
    Effect.gen(function*() {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
      const body = form === undefined
        ? {}
        : { form: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString() }
      const answer = yield* send(url, { ...body, headers: cookie === "" ? {} : { cookie } })
      keep(answer.headers["set-cookie"])
      return answer
    })
  return { jar, go }
}

const fieldsOf = (html: string): ReadonlyArray<readonly [string, string]> =>
  [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? "",
    /value="([^"]*)"/.exec(tag)?.[1] ?? ""
  ])

const submit = (browser: ReturnType<typeof makeBrowser>, html: string, changes: Changes = {}) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? ""
    const fields = fieldsOf(html).filter(([name]) => !(name in changes))
    const added = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return yield* browser.go(environment.baseUrl + action, [...fields, ...added])
  })

describe("log-in and consent", () => {
  it.effect("the whole way, and no questions the second time", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl, { nonce: "n" }))
      assert.strictEqual(login.status, 200)
      assert.match(login.text, /<html lang="en">/)
      assert.strictEqual(login.text.match(/<h1/g)?.length, 1)
      assert.match(login.text, /<label for="username">[\s\S]*id="username"/)
      assert.isFalse(login.text.includes("<script"))
      assert.strictEqual(login.headers["x-frame-options"], "DENY")
      const consent = yield* submit(browser, login.text, { username: "jane" })
      assert.match(String(consent.headers["set-cookie"]), /orange_emulator_session=[^;]+; Path=\/openidconnect; HttpOnly; SameSite=Lax/)
      assert.include(consent.text, "profile_sandbox")
      assert.include(consent.text, "jane")
      const done = yield* submit(browser, consent.text, { decision: "allow" })
      assert.strictEqual(done.status, 303)
      const code = locationOf(done).searchParams.get("code")!
      assert.strictEqual((yield* exchange(code)).status, 200)
      const again = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      assert.strictEqual(again.status, 302)
      const silent = yield* browser.go(authorizeUrl(environment.authorizeUrl, { prompt: "none" }))
      assert.isNotNull(locationOf(silent).searchParams.get("code"))
      const more = yield* browser.go(authorizeUrl(environment.authorizeUrl, { prompt: "none", scope: "openid email" }))
      assert.strictEqual(locationOf(more).searchParams.get("error"), "consent_required")
      assert.include((yield* browser.go(authorizeUrl(environment.authorizeUrl, { prompt: "login" }))).text, "username")
      assert.include((yield* browser.go(authorizeUrl(environment.authorizeUrl, { prompt: "consent" }))).text, "decision")
      yield* TestClock.adjust("1 minute")
      assert.include((yield* browser.go(authorizeUrl(environment.authorizeUrl, { max_age: "30" }))).text, "username")
      assert.strictEqual((yield* browser.go(authorizeUrl(environment.authorizeUrl, { max_age: "90" }))).status, 302)
    }).pipe(withEmulator()))

  it.effect("deny is access_denied", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      const consent = yield* submit(browser, login.text)
      const denied = locationOf(yield* submit(browser, consent.text, { decision: "deny" }))
      assert.strictEqual(denied.searchParams.get("error"), "access_denied")
      assert.strictEqual(denied.searchParams.get("state"), "state-1")
    }).pipe(withEmulator()))

  it.effect("fewer scopes than asked are told in the redirect and in the token answer", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      const consent = yield* submit(browser, login.text)
      const done = locationOf(yield* submit(browser, consent.text, { scope: undefined, decision: "allow" }))
      assert.strictEqual(done.searchParams.get("scope"), "openid")
      const tokens = yield* exchange(done.searchParams.get("code")!)
      assert.strictEqual(tokens.body["scope"], "openid")
      assert.strictEqual((yield* userCall(tokens.body["access_token"])).status, 403)
    }).pipe(withEmulator()))

  it.effect("forms are bound to their page and browser (CSRF)", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      assert.strictEqual((yield* submit(makeBrowser(), login.text)).status, 400, "another browser")
      assert.strictEqual((yield* submit(browser, login.text, { csrf: "guess" })).status, 400)
      const consent = yield* submit(browser, login.text)
      assert.strictEqual((yield* submit(browser, login.text)).status, 400, "a form is used once")
      const thief = makeBrowser()
      thief.jar.set("orange_emulator_browser", browser.jar.get("orange_emulator_browser")!)
      assert.strictEqual((yield* submit(thief, consent.text, { decision: "allow" })).status, 400, "without the session")
      assert.strictEqual((yield* submit(browser, consent.text, { decision: "allow" })).status, 303)
    }).pipe(withEmulator()))

  it.effect("a consent page of one user is not good for the next", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const first = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      const consent = yield* submit(browser, first.text, { username: "jane" })
      const second = yield* browser.go(authorizeUrl(environment.authorizeUrl, { prompt: "login" }))
      yield* submit(browser, second.text, { username: "john" })
      assert.strictEqual((yield* submit(browser, consent.text, { decision: "allow" })).status, 400)
      assert.strictEqual((yield* browser.go(`${environment.issuer}/login`)).status, 400)
    }).pipe(withEmulator()))

  it.effect("a form is good for half an hour", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl))
      yield* TestClock.adjust("31 minutes")
      assert.strictEqual((yield* submit(browser, login.text)).status, 400)
    }).pipe(withEmulator()))

  it.effect("configured users need their password", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const browser = makeBrowser()
      const login = yield* browser.go(authorizeUrl(environment.authorizeUrl, { login_hint: "jane" }))
      assert.match(login.text, /value="jane"/)
      const wrong = yield* submit(browser, login.text, { password: "no" })
      assert.strictEqual(wrong.status, 400)
      assert.include(wrong.text, `role="alert"`)
      assert.strictEqual((yield* submit(browser, wrong.text, { username: "nobody", password: "pw" })).status, 400)
      assert.include((yield* submit(browser, wrong.text, { password: "pw" })).text, "decision")
    }).pipe(withEmulator({ users: [{ username: "jane", password: "pw" }] })))

  it.effect("French for those who ask", () =>
    Effect.gen(function*() {
      const answer = yield* visit({ ui_locales: "de fr-FR en" })
      assert.include(answer.text, `<html lang="fr">`)
    }).pipe(withEmulator()))
})

describe("approve", () => {
  it.effect("errors as a redirect, or none where nothing would be redirected", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const url = emulator.environment.authorizeUrl
      const denied = new URL(yield* emulator.approve(authorizeUrl(url), { deny: true }))
      assert.strictEqual(denied.searchParams.get("error"), "access_denied")
      const narrow = new URL(yield* emulator.approve(authorizeUrl(url), { scopes: ["openid"], user: "jane" }))
      assert.strictEqual(narrow.searchParams.get("scope"), "openid")
      const refused = yield* Effect.either(emulator.approve(authorizeUrl(url, { redirect_uri: "https://evil.example/" })))
      assert.isTrue(Either.isLeft(refused) && refused.left._tag === "ApproveError")
      assert.isTrue(Either.isLeft(yield* Effect.either(emulator.approve(emulator.environment.tokenUrl))))
      assert.isTrue(Either.isLeft(yield* Effect.either(emulator.approve(authorizeUrl("https://elsewhere.example/openidconnect/fr/v1/authorize")))))
    }).pipe(withEmulator()))
})
