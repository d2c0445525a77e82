import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Redacted from "effect/Redacted"
import { inspect } from "node:util"
import { ClientCredentials, Credentials, TokenEndpoint } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { advancing, credentials } from "./support.js"

const request = TokenEndpoint.clientCredentialsRequest({ url: "https://api.test/oauth/v3/token", credentials, scopes: [] })

const read = (answer: Partial<TokenEndpoint.TokenAnswer>) =>
  TokenEndpoint.authorizationCodeResponse({ status: 200, headers: {}, body: "", ...answer }, request, 0)

const body = (fields: object) => JSON.stringify({ token_type: "Bearer", access_token: "abc", expires_in: 3600, ...fields })

const seconds = (expiresIn: unknown) =>
  Either.map(read({ body: body({ expires_in: expiresIn }) }), ({ lifetime }) => Duration.toSeconds(lifetime))

describe("lifetimes (invariant 5)", () => {
  for (const value of [3600, "3600", 3600.0, "299", 1, 7776000, "7776000"]) {
    it(`${JSON.stringify(value)} is one`, () => assert.deepStrictEqual(seconds(value), Either.right(Number(value))))
  }
  for (const value of [0, -1, "abc", 1e20, "", "0", true, [], {}, "NaN", "Infinity"]) {
    it(`${JSON.stringify(value)} is a typed error that names the field`, () => {
      const error = Either.getOrThrow(Either.flip(seconds(value)))
      assert.strictEqual(error._tag, "MalformedResponseError")
      assert.deepStrictEqual(error._tag === "MalformedResponseError" && error.paths, ["expires_in"])
    })
  }
  it("absent or null is the documented hour", () => {
    assert.deepStrictEqual(seconds(undefined), Either.right(3600))
    assert.deepStrictEqual(seconds(null), Either.right(3600))
  })
})

describe("reading an answer", () => {
  const tag = (answer: Partial<TokenEndpoint.TokenAnswer>) => Either.match(read(answer), { onLeft: (e) => e._tag, onRight: () => "ok" })

  it("takes Bearer in any case and nothing else", () => {
    assert.strictEqual(tag({ body: body({ token_type: "bearer" }) }), "ok")
    for (const type of ["MAC", "", null, undefined, 1]) {
      assert.strictEqual(tag({ body: body({ token_type: type }) }), "MalformedResponseError")
    }
  })

  it("refuses what cannot be a header value", () => {
    for (const value of ["a b", "a\r\nX: y", "", "é", null, 5]) {
      assert.strictEqual(tag({ body: body({ access_token: value }) }), "MalformedResponseError", JSON.stringify(value))
    }
  })

  it("knows HTML, empty and truncated bodies, 3xx, 406, 415, 429 and 5xx", () => {
    assert.strictEqual(tag({ body: "<html>" }), "MalformedResponseError")
    assert.strictEqual(tag({ body: "" }), "MalformedResponseError")
    assert.strictEqual(tag({ body: body({}).slice(0, 20) }), "MalformedResponseError")
    assert.strictEqual(tag({ body: "[]" }), "MalformedResponseError")
    assert.strictEqual(tag({ status: 302 }), "TransportError")
    assert.strictEqual(tag({ status: 429 }), "ThrottledError")
    assert.strictEqual(tag({ status: 403, body: `{"code":53,"message":"Too many requests"}` }), "ThrottledError")
    const names = [406, 415, 408, 500, 502, 503, 418].map((status) =>
      Either.match(read({ status, body: "<html>" }), { onLeft: (e) => e._tag === "OAuthError" ? e.error : e._tag, onRight: () => "ok" })
    )
    assert.deepStrictEqual(names, ["not_acceptable", "unsupported_media_type", "request_timeout", "server_error", "server_error", "temporarily_unavailable", "http_418"])
  })

  it("a refusal with status 200 is a refusal", () => {
    assert.strictEqual(tag({ body: `{"error":"invalid_client"}` }), "OAuthError")
  })

  it("keeps the gateway's envelope as a typed refusal", () => {
    const error = Either.getOrThrow(Either.flip(read({ status: 401, body: `{"code":41,"message":"Invalid credentials"}` })))
    assert.include(error.message, "gateway code 41: Invalid credentials")
  })

  it("merges nothing: a refresh token that is absent is absent", () => {
    const tokens = Either.getOrThrow(read({ body: body({}) }))
    assert.isUndefined(tokens.refreshToken)
    assert.isUndefined(tokens.scopes)
    assert.deepStrictEqual(Either.getOrThrow(read({ body: body({ scope: "a  b" }) })).scopes, ["a", "b"])
  })

  it("the 2-legged answer drops a refresh token", () => {
    const token = Either.getOrThrow(TokenEndpoint.clientCredentialsResponse({ status: 200, headers: {}, body: body({ refresh_token: "r" }) }, request, 0))
    assert.notProperty(token, "refreshToken")
  })

  it.prop("is total: no status and no body makes it throw, and no secret comes out", {
    status: FastCheck.integer({ min: 100, max: 599 }),
    answer: FastCheck.oneof(
      FastCheck.string(),
      FastCheck.json(),
      FastCheck.record({ error: FastCheck.anything(), error_description: FastCheck.anything() }).map((value) => JSON.stringify(value) ?? ""),
      FastCheck.record({ access_token: FastCheck.anything(), token_type: FastCheck.constant("Bearer"), expires_in: FastCheck.anything() }).map((value) => {
        try {
          return JSON.stringify(value)
        } catch {
          return ""
        }
      }),
      FastCheck.constant(JSON.stringify({ error: "my-secret-4711", error_description: `secret my-secret-4711 ${btoa("my-app:my-secret-4711")}` }))
    ),
    retryAfter: FastCheck.option(FastCheck.string(), { nil: undefined })
  }, ({ answer, retryAfter, status }) => {
    const body = TokenEndpoint.clientCredentialsRequest({ url: request.url, credentials: Credentials.body({ clientId: "my-app", clientSecret: Redacted.make("my-secret-4711") }), scopes: [] })
    const result = TokenEndpoint.authorizationCodeResponse({ status, headers: { "retry-after": retryAfter }, body: answer }, body, 0)
    if (Either.isLeft(result)) {
      assert.notInclude(`${inspect(result.left)}${result.left.message}${JSON.stringify(result.left)}`, "my-secret-4711")
    }
  })
})

describe("the requests of the two guides", () => {
  const form = (built: TokenEndpoint.TokenRequest) => Redacted.value(built.body)

  it("puts credentials in the body or the header, never both", () => {
    const pair = { clientId: "my-app", clientSecret: Redacted.make("s") }
    const inBody = TokenEndpoint.clientCredentialsRequest({ url: "https://x", credentials: Credentials.body(pair), scopes: [] })
    assert.isUndefined(inBody.authorization)
    assert.strictEqual(form(inBody), "grant_type=client_credentials&client_id=my-app&client_secret=s")
    assert.strictEqual(form(request), "grant_type=client_credentials")
    assert.isDefined(request.authorization)
  })

  it("exchanges with the identical redirect_uri and the verifier", () => {
    const built = TokenEndpoint.authorizationCodeRequest({
      url: "https://x",
      credentials,
      code: Redacted.make("OFR-1"),
      redirectUri: "https://app.test/cb?a=1&b=é",
      codeVerifier: Redacted.make("v")
    })
    const parameters = new URLSearchParams(form(built))
    assert.deepStrictEqual([...parameters.keys()], ["grant_type", "code", "redirect_uri", "code_verifier"])
    assert.strictEqual(parameters.get("redirect_uri"), "https://app.test/cb?a=1&b=é")
  })

  it("refreshes with the refresh token and nothing else", () => {
    const built = TokenEndpoint.refreshTokenRequest({ url: "https://x", credentials, refreshToken: Redacted.make("r+/=") })
    assert.strictEqual(form(built), "grant_type=refresh_token&refresh_token=r%2B%2F%3D")
  })

  it("shows nothing secret when printed", () => {
    assert.notInclude(inspect(request, { depth: 9 }), btoa("my-app:my-secret-4711"))
  })
})

describe("every row of the catalogue, as the emulator says it", () => {
  const rows = [
    [400, "invalid_grant", "The parameter grant_type is not valid.", "tokenUrl"],
    [400, "invalid_request", "The URI does not support the requested method.", "POST"],
    [400, "invalid_request", "The requested URI or the requested resource does not exist.", "no token endpoint"],
    [400, "invalid_request", "One or more required query-string parameters are missing.", "proxy"],
    [400, "unauthorized_client", "The application that makes the request is not authorized to access this endpoint (ex: not a subscribed service).", "Subscribe"],
    [401, "invalid_client", "The requested service needs credentials, but none were provided.", "No credentials arrived"],
    [401, "invalid_client", "The requested service needs credentials, but the ones provided were invalid.", "does not know"],
    [401, "invalid_client", "The requested service needs credentials, and the ones provided were out-of-date.", "expired or were replaced"],
    [400, "invalid_request", "Duplicate credentials", "both in the header and in the body"]
  ] as const
  for (const [status, error, description, hint] of rows) {
    it.effect(`${status} ${error}: ${description}`, () =>
      Effect.scoped(Effect.gen(function*() {
        const emulator = yield* Emulator.Emulator
        yield* emulator.faults.next("token", Fault.status(status, { body: JSON.stringify({ error, error_description: description }), headers: { "content-type": "application/json" } }))
        const auth = yield* ClientCredentials.make({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) })
        const failure = yield* Effect.flip(auth.token)
        assert.strictEqual(failure._tag, "OAuthError")
        if (failure._tag !== "OAuthError") return
        assert.strictEqual(failure.error, error)
        assert.strictEqual(failure.errorDescription, description)
        assert.strictEqual(failure.status, status)
        assert.include(failure.hint, hint)
        assert.include(failure.message, description)
      })).pipe(Effect.provide(Emulator.layer())))
  }

  it.effect("those that a client can bring about, brought about", () =>
    Effect.scoped(Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const { clientId } = emulator.credentials
      const failureWith = (options: Partial<ClientCredentials.Options>) =>
        Effect.flatMap(
          ClientCredentials.make({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials), ...options }),
          ({ token }) => Effect.map(Effect.flip(token), (e) => e._tag === "OAuthError" ? `${e.status} ${e.error}: ${e.errorDescription}` : e._tag)
        )
      assert.strictEqual(
        yield* failureWith({ credentials: Credentials.basic({ clientId, clientSecret: Redacted.make("wrong") }) }),
        "401 invalid_client: The requested service needs credentials, but the ones provided were invalid."
      )
      assert.include(yield* failureWith({ environment: { ...emulator.environment, tokenUrl: emulator.environment.userTokenUrl } }), "invalid_grant")
      assert.include(yield* failureWith({ environment: { ...emulator.environment, tokenUrl: `${emulator.environment.baseUrl}/oauth/v9/token` } }), "does not exist")
      yield* emulator.setClientStatus(clientId, "out-of-date")
      assert.include(yield* failureWith({}), "out-of-date")
      yield* emulator.setClientStatus(clientId, "unauthorized")
      assert.include(yield* failureWith({}), "400 unauthorized_client")
    })).pipe(Effect.provide(Emulator.layer())))

  it.effect("body credentials are taken as well", () =>
    Effect.scoped(Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const auth = yield* ClientCredentials.make({ environment: emulator.environment, credentials: Credentials.body(emulator.credentials) })
      assert.strictEqual((yield* auth.token).generation, 1)
    })).pipe(Effect.provide(Emulator.layer())))

  it.effect("429 above fifty a minute is met by our own budget first", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const auth = yield* ClientCredentials.make({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) })
      let refusedBy = ""
      for (let i = 0; i < 60 && refusedBy === ""; i++) {
        const held = yield* Effect.either(auth.token)
        if (Either.isLeft(held)) refusedBy = held.left._tag === "ThrottledError" ? held.left.source : held.left._tag
        else {
          auth.accepted?.(held.right, { api: "x" })
          const renewed = yield* Effect.either(auth.renew(held.right, { api: "x" }))
          if (Either.isLeft(renewed)) refusedBy = renewed.left._tag === "ThrottledError" ? renewed.left.source : renewed.left._tag
        }
      }
      assert.strictEqual(refusedBy, "Budget")
      assert.strictEqual((yield* emulator.requests).length, 45)
    }).pipe(Effect.scoped, Effect.provide(Emulator.layer())))

  it.effect("and waited out where another process has spent the minute", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("token", Fault.status(429, { body: "{}" }))
      const auth = yield* ClientCredentials.make({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) })
      yield* advancing(auth.token, 100)
      assert.strictEqual((yield* emulator.requests).length, 2)
    }).pipe(Effect.scoped, Effect.provide(Emulator.layer())))
})
