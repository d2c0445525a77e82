/** Both grants against oidc-provider, which we did not write, over real sockets. */
import { assert, describe, it } from "@effect/vitest"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { generateKeyPairSync } from "node:crypto"
import { AppAuth, AuthorizationCode, ClientCredentials, Credentials, OrangeHttpClient, TokenSeal, TokenStore } from "@effect-orange/core"
import * as Oidc from "./oidcProvider.js"
import { clients, failure, makeTurnedClock, quickRetry, redirectUri, sendJson, serve, userAuth } from "./support.js"

const pairOf = (clientId: Oidc.ClientId, clientSecret: string = Oidc.secret) => ({ clientId, clientSecret: Redacted.make(clientSecret) })

const formEncode = (text: string) => new URLSearchParams([["", text]]).toString().slice(1)
const portalHeader = `Basic ${Encoding.encodeBase64(`m2m:${formEncode(Oidc.secret)}`)}`

const appToken = Effect.map(Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token), ({ value }) => Redacted.value(value))

describe("client_credentials", () => {
  const withApplication = (oidc: Oidc.OidcProvider, credentials: Credentials.Credentials, client: (typeof clients)[number][1] = FetchHttpClient.layer) =>
    Layer.provide(ClientCredentials.layer({ environment: oidc.environment, credentials, retry: quickRetry }), client)

  const ways: ReadonlyArray<readonly [string, Credentials.Credentials]> = [
    ["Basic credentials, form-encoded", Credentials.basic(pairOf("m2m"))],
    ["the portal's header", Credentials.header(Redacted.make(portalHeader))],
    ["the portal's header without its Basic", Credentials.header(Redacted.make(portalHeader.slice("Basic ".length)))],
    ["credentials in the body", Credentials.body(pairOf("m2m-body"))]
  ]
  for (const [way, credentials] of ways) {
    for (const [name, client] of clients) {
      it.scopedLive(`${way}, ${name}: one request, and a token that the provider knows`, () =>
        Effect.gen(function*() {
          const oidc = yield* Oidc.start()
          const values = yield* Effect.provide(Effect.all([appToken, appToken]), withApplication(oidc, credentials, client))
          assert.strictEqual(values[0], values[1])
          assert.deepStrictEqual(oidc.tokenRequests.map(({ path, status }) => [path, status]), [["/oauth/v3/token", 200]])
          const known = yield* Effect.promise(() => oidc.provider.ClientCredentials.find(values[0]))
          assert.strictEqual(known?.clientId, credentials.clientId)
        }))
    }
  }

  it.scopedLive("a wrong secret: invalid_client, asked once", () =>
    Effect.gen(function*() {
      const oidc = yield* Oidc.start()
      const errors = yield* Effect.provide(
        Effect.all(Array.from({ length: 20 }, () => Effect.flip(appToken)), { concurrency: 4 }),
        withApplication(oidc, Credentials.basic(pairOf("m2m", "wrong")))
      )
      for (const error of errors) {
        assert.strictEqual(error._tag, "OAuthError")
        if (error._tag === "OAuthError") {
          assert.strictEqual(error.error, "invalid_client")
          assert.strictEqual(error.status, 401)
        }
      }
      assert.strictEqual(oidc.tokenRequests.length, 1)
    }))

  it.scopedLive("raw Basic credentials are not what RFC 6749 section 2.3.1 says, and this provider follows it", () =>
    Effect.gen(function*() {
      const oidc = yield* Oidc.start()
      const raw = Credentials.basic({ ...pairOf("m2m"), encoding: "raw" })
      assert.strictEqual(yield* Effect.provide(failure(appToken), withApplication(oidc, raw)), "OAuthError invalid_client")
    }))
})

const scopes = ["openid", "offline_access", "profile"]

/** authorize, the pages, and the URL that the user comes back with. */
const visit = (more: Partial<AuthorizationCode.AuthorizeOptions> = {}, change: (url: URL) => void = () => {}, who: Oidc.Visit = {}) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    // OpenID Connect Core section 11: no offline access without a prompt for consent.
    const { transaction, url } = yield* grant.authorize({ scopes, prompt: "consent", ...more })
    const changed = new URL(url)
    change(changed)
    return { transaction, redirect: yield* Oidc.browse(changed.href, who) }
  })

const login = (id?: string) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const { redirect, transaction } = yield* visit()
    return yield* grant.callback(redirect, { transaction, id })
  })

const callback = (back: { readonly redirect: string; readonly transaction: string }) =>
  Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.callback(back.redirect, { transaction: back.transaction }))

const sourceOf = (id: string) => Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.session(id))
const tokenOf = (id: string) => Effect.map(Effect.flatMap(sourceOf(id), (source) => source.token), ({ value }) => Redacted.value(value))

const Userinfo = Schema.parseJson(Schema.Struct({ sub: Schema.String }))
const userinfo = (id: string) =>
  Effect.gen(function*() {
    const orange = yield* OrangeHttpClient.make(yield* sourceOf(id))
    const response = yield* orange.get("/openidconnect/fr/v1/userinfo")
    return yield* Schema.decode(Userinfo)(yield* response.text)
  })

interface World {
  readonly oidc: Oidc.OidcProvider
  /** Past the end of the access token. */
  readonly pastExpiry: Effect.Effect<void>
  readonly turn: (seconds: number) => Effect.Effect<void>
}

interface Setting extends Oidc.Options {
  readonly clientId?: Oidc.ClientId
  readonly environment?: (oidc: Oidc.OidcProvider) => Oidc.OidcProvider["environment"]
  readonly client?: (typeof clients)[number][1]
}

/** A test of the U2M grant with a provider, a store and a clock of its own. */
const withGrant = <A, E>(
  setting: Setting,
  test: (world: World) => Effect.Effect<A, E, AuthorizationCode.AuthorizationCode | HttpClient.HttpClient | Scope.Scope>
): Effect.Effect<A, unknown, Scope.Scope> =>
  Effect.gen(function*() {
    const oidc = yield* Oidc.start(setting)
    const { clock, turn } = makeTurnedClock()
    const client = setting.client ?? FetchHttpClient.layer
    const grant = userAuth(setting.environment?.(oidc) ?? oidc.environment, Credentials.basic(pairOf(setting.clientId ?? "web")))
    return yield* test({ oidc, turn, pastExpiry: turn(Oidc.accessTokenLife + 1) }).pipe(
      Effect.provide(Layer.provideMerge(grant, client)),
      Effect.withClock(clock)
    )
  })

const hashesOf = (oidc: Oidc.OidcProvider) => oidc.refreshes().map(({ refreshTokenHash }) => refreshTokenHash)

describe("the log-in", () => {
  for (const [name, client] of clients) {
    it.scopedLive(`authorize, callback, id_token, userinfo, refresh: ${name}`, () =>
      withGrant({ client }, ({ oidc, pastExpiry }) =>
        Effect.gen(function*() {
          const grant = yield* AuthorizationCode.AuthorizationCode
          const back = yield* visit({}, undefined, { user: "jane" })
          const parameters = new URL(back.redirect).searchParams
          assert.strictEqual(parameters.get("iss"), oidc.environment.issuer)
          const session = yield* grant.callback(back.redirect, { transaction: back.transaction })
          assert.isTrue(session.isRefreshable)
          assert.deepStrictEqual([...session.missingScopes], [])
          assert.strictEqual(Redacted.value(Option.getOrThrow(session.claims)).sub, "jane")
          assert.include(oidc.requests, "GET /openidconnect/fr/v1/jwks")
          const first = yield* tokenOf(session.id)
          assert.strictEqual((yield* userinfo(session.id)).sub, "jane")
          assert.strictEqual(yield* tokenOf(session.id), first)
          yield* pastExpiry
          assert.strictEqual((yield* userinfo(session.id)).sub, "jane")
          assert.notStrictEqual(yield* tokenOf(session.id), first)
          assert.deepStrictEqual(oidc.tokenRequests.map(({ grantType, status }) => [grantType, status]), [
            ["authorization_code", 200],
            ["refresh_token", 200]
          ])
        })))
  }

  it.scopedLive("id_tokens signed with ES256 are verified too", () =>
    withGrant({ clientId: "web-es256" }, () =>
      Effect.map(login(), ({ claims }) => assert.isTrue(Option.isSome(claims)))))

  it.scopedLive("without PKCE where the environment says so", () =>
    withGrant({ pkce: false, environment: (oidc) => ({ ...oidc.environment, pkce: false }) }, () =>
      Effect.map(login(), ({ claims }) => assert.isTrue(Option.isSome(claims)))))

  it.scopedLive("the user refuses: Denied, and nothing is asked of the token endpoint", () =>
    withGrant({}, ({ oidc }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* failure(Effect.flatMap(visit({}, undefined, { deny: true }), callback)), "AuthorizationError Denied")
        assert.strictEqual(oidc.tokenRequests.length, 0)
      })))

  it.scopedLive("a code of another log-in: State, and nothing is asked of the token endpoint", () =>
    withGrant({}, ({ oidc }) =>
      Effect.gen(function*() {
        const mine = yield* visit()
        const theirs = yield* visit()
        assert.strictEqual(yield* failure(callback({ ...mine, redirect: theirs.redirect })), "AuthorizationError State")
        assert.strictEqual(oidc.tokenRequests.length, 0)
      })))

  it.scopedLive("another issuer than the environment's: Issuer, and nothing is asked of the token endpoint", () =>
    withGrant({ environment: (oidc) => ({ ...oidc.environment, issuer: "https://openid.example" }) }, ({ oidc }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* failure(Effect.flatMap(visit(), callback)), "AuthorizationError Issuer")
        assert.strictEqual(oidc.tokenRequests.length, 0)
      })))

  it.scopedLive("an id_token made for another nonce: Nonce", () =>
    withGrant({}, () =>
      Effect.gen(function*() {
        const back = yield* visit({}, (url) => url.searchParams.set("nonce", "another"))
        assert.strictEqual(yield* failure(callback(back)), "AuthorizationError Nonce")
      })))

  it.scopedLive("a code bound to another PKCE verifier: the provider refuses it", () =>
    withGrant({}, () =>
      Effect.gen(function*() {
        const back = yield* visit({}, (url) => url.searchParams.set("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
        assert.strictEqual(yield* failure(callback(back)), "OAuthError invalid_grant")
      })))

  it.scopedLive("an algorithm that is not pinned: IdToken", () =>
    withGrant({ clientId: "web-ps256" }, () =>
      Effect.gen(function*() {
        assert.strictEqual(yield* failure(Effect.flatMap(visit(), callback)), "AuthorizationError IdToken")
      })))

  it.scopedLive("other keys than those that signed: IdToken", () =>
    Effect.gen(function*() {
      const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
      const keys = [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }]
      const jwksUrl = yield* serve((_, response) => sendJson(response, 200, { keys }))
      yield* withGrant({ environment: (oidc) => ({ ...oidc.environment, jwksUrl }) }, () =>
        Effect.gen(function*() {
          assert.strictEqual(yield* failure(Effect.flatMap(visit(), callback)), "AuthorizationError IdToken")
        }))
    }))

  it.scopedLive("the same redirect a second time: Replayed, and the code is not sent again", () =>
    withGrant({}, ({ oidc, pastExpiry }) =>
      Effect.gen(function*() {
        const back = yield* visit()
        const { id } = yield* callback(back)
        assert.strictEqual(yield* failure(callback(back)), "AuthorizationError Replayed")
        assert.strictEqual(oidc.tokenRequests.length, 1)
        // A code that the provider had seen twice would have ended the session (RFC 6749 section 4.1.2).
        yield* pastExpiry
        yield* tokenOf(id)
      })))
})

describe("refresh", () => {
  it.scopedLive("rotation on: thirty refreshes in a row, each value sent once", () =>
    withGrant({ rotate: true }, ({ oidc, pastExpiry }) =>
      Effect.gen(function*() {
        const { id } = yield* login()
        const tokens = yield* Effect.forEach(Array.from({ length: 30 }), () => Effect.zipRight(pastExpiry, tokenOf(id)))
        assert.strictEqual(new Set(tokens).size, 30)
        assert.strictEqual(oidc.refreshes().length, 30)
        assert.strictEqual(new Set(hashesOf(oidc)).size, 30)
        assert.isTrue(oidc.refreshes().every(({ status }) => status === 200))
      })))

  it.scopedLive("rotation off: the one value keeps its use", () =>
    withGrant({ rotate: false }, ({ oidc, pastExpiry }) =>
      Effect.gen(function*() {
        const { id } = yield* login()
        const tokens = yield* Effect.forEach(Array.from({ length: 30 }), () => Effect.zipRight(pastExpiry, tokenOf(id)))
        assert.strictEqual(new Set(tokens).size, 30)
        assert.strictEqual(oidc.refreshes().length, 30)
        assert.strictEqual(new Set(hashesOf(oidc)).size, 1)
      })))

  it.scopedLive("200 callers at expiry: one refresh", () =>
    withGrant({ rotate: true }, ({ oidc, pastExpiry }) =>
      Effect.gen(function*() {
        const { id } = yield* login()
        for (let round = 1; round <= 3; round++) {
          yield* pastExpiry
          const tokens = yield* Effect.all(Array.from({ length: 200 }, () => tokenOf(id)), { concurrency: "unbounded" })
          assert.strictEqual(new Set(tokens).size, 1)
          assert.strictEqual(oidc.refreshes().length, round)
        }
      })))

  it.scopedLive("two replicas with one store: one refresh, and both have its token", () =>
    Effect.gen(function*() {
      const oidc = yield* Oidc.start({ rotate: true })
      const { clock, turn } = makeTurnedClock()
      const replica = AuthorizationCode.make({
        environment: oidc.environment,
        credentials: Credentials.basic(pairOf("web")),
        redirectUri,
        retry: quickRetry
      })
      yield* Effect.gen(function*() {
        const replicas = yield* Effect.all([replica, replica])
        const as = <A, E, R>(which: 0 | 1, effect: Effect.Effect<A, E, R>) => Effect.provideService(effect, AuthorizationCode.AuthorizationCode, replicas[which])
        const { id } = yield* as(0, login())
        for (let round = 1; round <= 5; round++) {
          yield* turn(Oidc.accessTokenLife + 1)
          const tokens = yield* Effect.all(Array.from({ length: 40 }, (_, n) => as(n % 2 as 0 | 1, tokenOf(id))), { concurrency: "unbounded" })
          assert.strictEqual(new Set(tokens).size, 1)
          assert.strictEqual(oidc.refreshes().length, round)
        }
        assert.strictEqual(new Set(hashesOf(oidc)).size, 5)
      }).pipe(
        Effect.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral, FetchHttpClient.layer]),
        Effect.withClock(clock)
      )
    }))

  it.scopedLive("a code replayed by another replica ends what it had brought: Refused", () =>
    Effect.gen(function*() {
      const oidc = yield* Oidc.start()
      const { clock, turn } = makeTurnedClock()
      const replica = AuthorizationCode.make({
        environment: oidc.environment,
        credentials: Credentials.basic(pairOf("web")),
        redirectUri,
        retry: quickRetry
      })
      yield* Effect.gen(function*() {
        const first = yield* Effect.provide(replica, TokenStore.layerMemory)
        // With a store of its own it cannot know that the state was used.
        const second = yield* Effect.provide(replica, Layer.fresh(TokenStore.layerMemory))
        const asFirst = Effect.provideService(AuthorizationCode.AuthorizationCode, first)
        const back = yield* asFirst(visit())
        const { id } = yield* first.callback(back.redirect, { transaction: back.transaction })
        assert.strictEqual(yield* failure(second.callback(back.redirect, { transaction: back.transaction })), "OAuthError invalid_grant")
        yield* turn(Oidc.accessTokenLife + 1)
        assert.strictEqual(yield* failure(asFirst(tokenOf(id))), "ReauthorizationRequired Refused")
        assert.strictEqual(oidc.refreshes().length, 1)
      }).pipe(Effect.provide([TokenSeal.layerEphemeral, FetchHttpClient.layer]), Effect.withClock(clock))
    }))

  for (const rotate of [true, false]) {
    it.scopedLive(`a grant revoked by the user, rotation ${rotate ? "on" : "off"}: Refused, asked once, until the next log-in`, () =>
      withGrant({ rotate }, ({ oidc, pastExpiry }) =>
        Effect.gen(function*() {
          const { id } = yield* login()
          const source = yield* sourceOf(id)
          yield* pastExpiry
          yield* source.token
          yield* oidc.revokeGrants
          yield* pastExpiry
          assert.strictEqual(yield* failure(source.token), "ReauthorizationRequired Refused")
          assert.strictEqual(yield* failure(source.token), "ReauthorizationRequired NoGrant")
          assert.strictEqual(oidc.refreshes().length, 2)
          yield* login(id)
          yield* pastExpiry
          yield* tokenOf(id)
          assert.deepStrictEqual(oidc.refreshes().map(({ status }) => status), [200, 400, 200])
        })))
  }

  it.scopedLive("a token revoked before its time: one refresh, and the call succeeds", () =>
    withGrant({ rotate: true }, ({ oidc }) =>
      Effect.gen(function*() {
        const { id } = yield* login()
        yield* userinfo(id)
        const token = yield* tokenOf(id)
        yield* Effect.promise(async () => (await oidc.provider.AccessToken.find(token))?.destroy())
        const answers = yield* Effect.all(Array.from({ length: 50 }, () => userinfo(id)), { concurrency: "unbounded" })
        assert.isTrue(answers.every(({ sub }) => sub === "jane"))
        assert.strictEqual(oidc.refreshes().length, 1)
      })))
})

describe("one 503 in mid-refresh", () => {
  for (const when of ["before", "after"] as const) {
    const seen = when === "before" ? "the provider never saw it" : "the provider had done its work"

    it.scopedLive(`rotation off and observed so, ${seen}: no session is lost`, () =>
      withGrant({ rotate: false }, ({ oidc, pastExpiry }) =>
        Effect.gen(function*() {
          const { id } = yield* login()
          for (let i = 0; i < 2; i++) yield* Effect.zipRight(pastExpiry, tokenOf(id))
          oidc.failNextRefresh(when)
          yield* pastExpiry
          const tokens = yield* Effect.all(Array.from({ length: 20 }, () => tokenOf(id)), { concurrency: "unbounded" })
          assert.strictEqual(new Set(tokens).size, 1)
          assert.deepStrictEqual(oidc.refreshes().map(({ status }) => status), [200, 200, 503, 200])
          yield* pastExpiry
          yield* tokenOf(id)
        })))

    it.scopedLive(`rotation on, ${seen}: no value is sent twice, and the doubt ends in a log-in`, () =>
      withGrant({ rotate: true }, ({ oidc, pastExpiry, turn }) =>
        Effect.gen(function*() {
          const { id } = yield* login()
          for (let i = 0; i < 3; i++) yield* Effect.zipRight(pastExpiry, tokenOf(id))
          oidc.failNextRefresh(when)
          yield* pastExpiry
          const errors = yield* Effect.all(Array.from({ length: 20 }, () => failure(tokenOf(id))), { concurrency: "unbounded" })
          assert.deepStrictEqual([...new Set(errors)], ["RefreshInDoubt"])
          assert.strictEqual(yield* failure(tokenOf(id)), "RefreshInDoubt")
          yield* turn(120)
          assert.strictEqual(yield* failure(tokenOf(id)), "ReauthorizationRequired RefreshInDoubt")
          assert.deepStrictEqual(oidc.refreshes().map(({ status }) => status), [200, 200, 200, 503])
          assert.strictEqual(new Set(hashesOf(oidc)).size, 4)
          yield* login(id)
          yield* pastExpiry
          yield* tokenOf(id)
        })))
  }
})
