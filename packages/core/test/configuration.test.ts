import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { AppAuth, ClientCredentials, ConfigurationError, Credentials, Environment, TokenSeal } from "@effect-orange/core"
import { makeServer, token } from "./support.js"

const thrown = (f: () => unknown): ConfigurationError.ConfigurationError => {
  try {
    f()
  } catch (error) {
    if (error instanceof ConfigurationError.ConfigurationError) return error
    throw error
  }
  throw new Error("did not throw")
}

const withEnv = (env: Record<string, string>) => Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(env))))
const messageOf = <A>(effect: Effect.Effect<A, unknown>) => Effect.map(Effect.flip(effect), String)

describe("Environment", () => {
  const base = { name: "mine", baseUrl: "https://api.test", tokenUrl: "https://api.test/token" }

  it("has Orange's endpoints", () => {
    assert.strictEqual(Environment.production.tokenUrl, "https://api.orange.com/oauth/v3/token")
    assert.strictEqual(Environment.production.authorizeUrl, "https://api.orange.com/openidconnect/fr/v1/authorize")
    assert.strictEqual(Environment.production.userTokenUrl, "https://api.orange.com/openidconnect/fr/v1/token")
    assert.strictEqual(Environment.playground.tokenUrl, Environment.playground.userTokenUrl)
    assert.isUndefined(Environment.orangeSonatel.authorizeUrl)
  })

  for (
    const [url, problem] of [
      ["http://api.orange.com", "must use https"],
      ["http://127.0.0.1.evil.test", "must use https"],
      ["ftp://api.test", "must use https"],
      ["/relative", "not an absolute URL"],
      ["", "not an absolute URL"],
      ["https://user:hunter2@api.test", "user name"],
      ["https://api.test?x=1", "query"],
      ["https://api.test#x", "fragment"]
    ] as const
  ) {
    it(`refuses the base URL ${url || "(empty)"}`, () => {
      const error = thrown(() => Environment.make({ ...base, baseUrl: url }))
      assert.strictEqual(error.field, "environment.baseUrl")
      assert.include(error.problem, problem)
      assert.notInclude(error.message, "hunter2")
    })
  }

  for (const url of ["http://127.0.0.1:4010", "http://localhost:1", "http://[::1]:4010", "https://api.test/proxy/"]) {
    it(`takes ${url}`, () => assert.strictEqual(Environment.make({ ...base, baseUrl: url }).baseUrl, url.replace(/\/$/, "")))
  }

  it("refuses algorithms that anyone could sign with", () => {
    for (const algorithm of ["none", "HS256"]) {
      assert.include(thrown(() => Environment.make({ ...base, idTokenAlgorithms: [algorithm] })).problem, algorithm)
    }
  })

  it.effect("config reads the name and moves the base URL with every endpoint below it", () =>
    Effect.gen(function*() {
      const emulated = yield* Environment.config.pipe(withEnv({ ORANGE_BASE_URL: "http://127.0.0.1:4010", ORANGE_ISSUER: "http://127.0.0.1:4010/" }))
      assert.deepStrictEqual([emulated.issuer, (yield* Environment.config.pipe(withEnv({ ORANGE_BASE_URL: "http://127.0.0.1:4010" }))).issuer], ["http://127.0.0.1:4010/", Environment.production.issuer])
      const local = yield* Environment.config.pipe(withEnv({ ORANGE_BASE_URL: "http://127.0.0.1:4010/" }))
      assert.strictEqual(local.tokenUrl, "http://127.0.0.1:4010/oauth/v3/token")
      assert.strictEqual(local.userinfoUrl, "http://127.0.0.1:4010/openidconnect/fr/v1/userinfo")
      assert.strictEqual((yield* Environment.config.pipe(withEnv({ ORANGE_ENVIRONMENT: "playground" }))).name, "playground")
      assert.include(yield* messageOf(Environment.config.pipe(withEnv({ ORANGE_ENVIRONMENT: "prod" }))), "use one of production, playground, orange-sonatel")
      assert.include(yield* messageOf(Environment.config.pipe(withEnv({ ORANGE_ENVIRONMENT: "toString" }))), "ORANGE_ENVIRONMENT")
      assert.include(yield* messageOf(Environment.config.pipe(withEnv({ ORANGE_BASE_URL: "http://evil.test" }))), "ORANGE_BASE_URL")
      assert.include(yield* messageOf(Environment.config.pipe(withEnv({ ORANGE_BASE_URL: "api.orange.com" }))), "not an absolute URL")
    }))
})

describe("Credentials", () => {
  const secretOf = (c: Credentials.BasicCredentials) => atob(Redacted.value(c.authorization).slice(6))

  it("form-encodes id and secret (RFC 6749 section 2.3.1)", () => {
    const basic = (clientSecret: string) => secretOf(Credentials.basic({ clientId: "my:app", clientSecret: Redacted.make(clientSecret) }))
    assert.strictEqual(basic("a:b%c+d é€"), "my%3Aapp:a%3Ab%25c%2Bd+%C3%A9%E2%82%AC")
  })

  it("raw leaves them as they are, in UTF-8", () => {
    const raw = Credentials.basic({ clientId: "app", clientSecret: Redacted.make("é€"), encoding: "raw" })
    assert.deepStrictEqual(Buffer.from(Redacted.value(raw.authorization).slice(6), "base64").toString("utf8"), "app:é€")
    assert.include(thrown(() => Credentials.basic({ clientId: "a:b", clientSecret: Redacted.make("s"), encoding: "raw" })).problem, "colon")
  })

  for (const [name, bad] of [["empty", ""], ["trailing newline", "s\n"], ["CR", "a\rb"], ["NUL", "a\0b"], ["outer blank", " s"], ["tab", "s\t"]] as const) {
    it(`refuses a secret with ${name}, by name and without its value`, () => {
      for (const make of [Credentials.basic, Credentials.body]) {
        const error = thrown(() => make({ clientId: "app", clientSecret: Redacted.make(bad) }))
        assert.strictEqual(error.field, "clientSecret")
      }
      assert.strictEqual(thrown(() => Credentials.basic({ clientId: bad, clientSecret: Redacted.make("s") })).field, "clientId")
    })
  }

  it("takes the portal's header with and without its Basic, in any case, and twice prefixed", () => {
    const value = btoa("my-app:secret")
    for (const header of [value, `Basic ${value}`, `basic ${value}`, `Basic Basic ${value}`]) {
      const made = Credentials.header(Redacted.make(header))
      assert.strictEqual(made.clientId, "my-app")
      assert.strictEqual(Redacted.value(made.authorization), `Basic ${value}`)
    }
  })

  for (const bad of ["", "Basic", "Basic !!!", btoa("no colon"), "Bearer abc", `${btoa("a:b")}\n`]) {
    it(`refuses the header ${JSON.stringify(bad)}`, () => assert.strictEqual(thrown(() => Credentials.header(Redacted.make(bad))).field, "authorizationHeader"))
  }

  it.effect("config takes one of the two ways and says what is missing, without values", () =>
    Effect.gen(function*() {
      const read = (env: Record<string, string>) => Credentials.config.pipe(withEnv(env))
      const id = { ORANGE_CLIENT_ID: "my-app" }
      const pair = { ...id, ORANGE_CLIENT_SECRET: "s3cr3t" }
      assert.strictEqual((yield* read(pair))._tag, "Basic")
      assert.strictEqual((yield* read({ ORANGE_AUTHORIZATION_HEADER: btoa("my-app:s") })).clientId, "my-app")
      assert.strictEqual((yield* read({ ...pair, ORANGE_TOKEN_ENDPOINT_AUTH_METHOD: "client_secret_post" }))._tag, "Body")
      assert.include(yield* messageOf(read({})), "ORANGE_CLIENT_ID and ORANGE_CLIENT_SECRET")
      assert.include(yield* messageOf(read(id)), "ORANGE_CLIENT_SECRET")
      assert.include(yield* messageOf(read({ ...pair, ORANGE_AUTHORIZATION_HEADER: "x" })), "keep one of the two ways")
      const bad = yield* messageOf(read({ ...id, ORANGE_CLIENT_SECRET: "s3cr3t\n" }))
      assert.include(bad, "ORANGE_CLIENT_SECRET")
      assert.include(bad, "line break")
      assert.notInclude(bad, "s3cr3t")
      assert.include(yield* messageOf(read({ ORANGE_AUTHORIZATION_HEADER: "s3cr3t!" })), "ORANGE_AUTHORIZATION_HEADER")
      assert.include(yield* messageOf(read({ ...pair, ORANGE_TOKEN_ENDPOINT_AUTH_METHOD: "basic" })), "client_secret_post")
    }))

  it.effect("an environment can say that credentials go in the body", () =>
    Effect.gen(function*() {
      const config = Credentials.configFor(Environment.orangeSonatel).pipe(withEnv({ ORANGE_CLIENT_ID: "a", ORANGE_CLIENT_SECRET: "b" }))
      assert.strictEqual((yield* config)._tag, "Body")
    }))
})

describe("layerConfig", () => {
  const get = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token)

  it.effect("reads everything from the environment, under a prefix where asked", () =>
    Effect.gen(function*() {
      const server = makeServer(() => token("t"))
      const env = { SMS_ORANGE_CLIENT_ID: "sms", SMS_ORANGE_CLIENT_SECRET: "s", SMS_ORANGE_BASE_URL: "https://proxy.test" }
      const Auth = ClientCredentials.layerConfig({ scopes: ["a"] }).pipe(
        Layer.provide(server.layer),
        Layer.provide(Layer.setConfigProvider(ConfigProvider.nested(ConfigProvider.fromMap(new Map(Object.entries(env)), { pathDelim: "_" }), "SMS")))
      )
      yield* Effect.provide(get, Auth)
      assert.strictEqual(server.seen[0]?.url, "https://proxy.test/oauth/v3/token")
      assert.strictEqual(server.seen[0]?.headers["authorization"], `Basic ${btoa("sms:s")}`)
      assert.strictEqual(server.seen[0]?.form.get("scope"), "a")
    }))

  it.effect("takes values and Configs alike, and sends Sonatel's credentials in the body", () =>
    Effect.gen(function*() {
      const server = makeServer(() => token("t", { expires_in: 299 }))
      const Auth = ClientCredentials.layerConfig({ environment: Environment.orangeSonatel }).pipe(Layer.provide(server.layer))
      yield* Effect.provide(get, Auth).pipe(withEnv({ ORANGE_CLIENT_ID: "a", ORANGE_CLIENT_SECRET: "b" }))
      assert.strictEqual(server.seen[0]?.body, "grant_type=client_credentials&client_id=a&client_secret=b")
      assert.isUndefined(server.seen[0]?.headers["authorization"])
    }))

  it.effect("a missing variable is a ConfigError, not a defect", () =>
    Effect.gen(function*() {
      const Auth = ClientCredentials.layerConfig().pipe(Layer.provide(makeServer(() => token("t")).layer))
      assert.include(yield* messageOf(Effect.provide(get, Auth).pipe(withEnv({}))), "ORANGE_CLIENT_ID")
    }))
})

describe("TokenSeal's keys", () => {
  const read = (value: string) =>
    Effect.scoped(Effect.asVoid(Layer.build(TokenSeal.layerConfig()))).pipe(withEnv({ ORANGE_STORE_KEYS: value }))
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64")

  it.effect("takes base64 with and without padding", () =>
    Effect.zipRight(read(`a:${key(1)}`), read(`b:${key(2).replace("=", "")},a:${key(1)}`)))

  it.effect("says what is wrong, without the key", () =>
    Effect.gen(function*() {
      for (const [value, problem] of [["", "not name:key"], ["abc", "not name:key"], ["a:!!", "not base64url"], [`a:${btoa("short")}`, "not 32 bytes"], [`a:${key(1)},a:${key(2)}`, "same name"]] as const) {
        const message = yield* messageOf(read(value))
        assert.include(message, problem)
        assert.include(message, "ORANGE_STORE_KEYS")
        assert.notInclude(message, key(1))
      }
    }))
})

it("an Either of the validation holds the error", () => {
  assert.isTrue(Either.isLeft(Environment.validate({ name: "x", baseUrl: "nope", tokenUrl: "nope" })))
})
