import { assert, describe, it } from "@effect/vitest"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Chunk from "effect/Chunk"
import * as DateTime from "effect/DateTime"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import { inspect } from "node:util"
import { AccessToken, ApiClient, type ApiError, AppAuth, ClientCredentials, Credentials, Environment, type Operation, OrangeHttpClient, RetryPolicy, Telemetry, TokenSource, UserAuth } from "@effect-orange/core"
import { advancing, environment, makeServer, type Outcome, type Seen, type Server, token } from "./support.js"

const person = "+2250779914028"

const api: Operation.Api = {
  name: "shops",
  servers: [{ url: "https://api.orange.com/shops/v1" }],
  security: {
    orange: { type: "oauth2", flows: ["App", "User"] },
    appOnly: { type: "oauth2", flows: ["App"] },
    userOnly: { type: "oauth2", flows: ["User"] },
    key: { type: "apiKey", in: "header", name: "x-key" }
  }
}

const Shop = Schema.Struct({ id: Schema.String })
const Err = Schema.Struct({ code: Schema.String })

const operation = (fields: Partial<Operation.Any> = {}): Operation.Any => ({
  api,
  id: "getShop",
  method: "GET",
  path: "/shops/{id}",
  parameters: [{ name: "id", in: "path" }],
  responses: { "200": { json: Shop } },
  security: [{ orange: [] }],
  ...fields
})

type Method = (request?: object, options?: ApiClient.CallOptions) => Effect.Effect<any, Failure>
type Failure = ApiClient.Error | AppAuth.Error | ApiError.NotFound<any> | ApiError.ClientError<any> | ApiError.DefaultError<any> | ApiError.Unauthorized<any> | ApiError.ServiceUnavailable<any>

const shop: Outcome = { body: { id: "1" } }

const appOf = (server: Server, one: Operation.Any, options?: ApiClient.Options, source = TokenSource.fromToken("App", Redacted.make("t0"), environment)) =>
  Effect.map(ApiClient.app<{ readonly call: Method }>({ call: one }, options), ({ call }) => call).pipe(
    Effect.provide(server.layer),
    Effect.provideService(AppAuth.AppAuth, source)
  )

const openOf = (server: Server, one: Operation.Any, options?: ApiClient.Options) =>
  Effect.map(ApiClient.open<{ readonly call: Method }>({ call: one }, options), ({ call }) => call).pipe(Effect.provide(server.layer))

/** An application's client over a server that answers so. */
const over = (answer: (seen: Seen, n: number) => Effect.Effect<Outcome> | Outcome, one: Operation.Any, options?: ApiClient.Options) => {
  const server = makeServer(answer)
  return Effect.map(appOf(server, one, options), (call) => ({ call, server }))
}

const failureOf = (outcome: Outcome, one: Operation.Any, options: ApiClient.CallOptions = { retry: RetryPolicy.none }) =>
  Effect.flatMap(over(() => outcome, one), ({ call }) => Effect.flip(call({ id: "1" }, options)))

describe("a call", () => {
  it.effect("carries the application's token to the environment's origin and the document's path, and decodes", () =>
    Effect.gen(function*() {
      const { call, server } = yield* over(() => shop, operation())
      assert.deepStrictEqual(yield* call({ id: "a/b" }), { id: "1" })
      const [seen] = server.seen
      assert.strictEqual(seen?.url, "https://api.test/shops/v1/shops/a%2Fb")
      assert.strictEqual(seen?.headers["authorization"], "Bearer t0")
      assert.strictEqual(seen?.headers["accept"], "application/json")
    }))

  it.effect("with nothing to pass takes its options first; with all optional no request", () =>
    Effect.gen(function*() {
      const none = yield* over(() => shop, operation({ path: "/shops", parameters: [] }))
      yield* none.call({ correlator: "c-1" } as never)
      assert.strictEqual(none.server.seen[0]?.headers["x-correlator"], "c-1")
      const some = yield* over(() => shop, operation({ path: "/shops", parameters: [{ name: "q", in: "query", schema: Schema.String }] }))
      yield* some.call()
      yield* some.call({ q: undefined }, { correlator: "c-2" })
      assert.deepStrictEqual(some.server.seen.map(({ headers, url }) => [url, headers["x-correlator"]]), [["https://api.test/shops/v1/shops", undefined], ["https://api.test/shops/v1/shops", "c-2"]])
    }))

  it.effect("extra headers, correlator and idempotency key are sent", () =>
    Effect.gen(function*() {
      const { call, server } = yield* over(() => shop, operation({ idempotencyKey: "Idempotency-Key" }))
      yield* call({ id: "1" }, { headers: { "X-Extra": "1" }, correlator: "c", idempotencyKey: "k" })
      const { headers } = server.seen[0]!
      assert.deepStrictEqual([headers["x-extra"], headers["x-correlator"], headers["idempotency-key"]], ["1", "c", "k"])
    }))

  it.effect("a declared correlator parameter is the call's", () =>
    Effect.gen(function*() {
      const one = operation({ parameters: [...operation().parameters!, { name: "x-correlator", in: "header", schema: Schema.String }] })
      const { call } = yield* over(() => ({ status: 400, body: { code: 23, message: "m" } }), one)
      const error = yield* Effect.flip(call({ id: "1", "x-correlator": "mine" }))
      assert.strictEqual(error._tag === "GatewayError" && error.correlator, "mine")
    }))

  it.effect("options of the call win over those around it, which win over the client's", () =>
    Effect.gen(function*() {
      const { call } = yield* over(() => Effect.never, operation(), { timeout: "1 second", retry: RetryPolicy.none })
      const after = (effect: Effect.Effect<unknown, Failure>, seconds: number) =>
        Effect.gen(function*() {
          const fiber = yield* Effect.fork(Effect.flip(effect))
          yield* TestClock.adjust(Duration.seconds(seconds - 0.5))
          assert.isNull(fiber.unsafePoll())
          yield* TestClock.adjust("1 second")
          return (yield* Fiber.join(fiber))._tag
        })
      assert.strictEqual(yield* after(call({ id: "1" }), 1), "TransportError")
      const around = OrangeHttpClient.withCallOptions({ timeout: "3 seconds" })
      assert.strictEqual(yield* after(around(call({ id: "1" })), 3), "TransportError")
      assert.strictEqual(yield* after(around(call({ id: "1" }, { timeout: "5 seconds" })), 5), "TransportError")
    }))

  it.effect("an infinite timeout is none", () =>
    Effect.gen(function*() {
      const { call } = yield* over(() => Effect.as(Effect.sleep("1 hour"), shop), operation())
      const fiber = yield* Effect.fork(call({ id: "1" }, { timeout: Infinity }))
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(yield* Fiber.join(fiber), { id: "1" })
    }))

  it.effect("interrupted, it interrupts its request", () =>
    Effect.gen(function*() {
      const interrupted = yield* Deferred.make<void>()
      const { call } = yield* over(() => Effect.onInterrupt(Effect.never, () => Deferred.succeed(interrupted, undefined)), operation())
      const fiber = yield* Effect.fork(call({ id: "1" }))
      yield* TestClock.adjust(1)
      yield* Fiber.interrupt(fiber)
      assert.isTrue(yield* Deferred.isDone(interrupted))
    }))

  it.effect("a client is made without looking at its operations", () =>
    Effect.gen(function*() {
      const guarded = Object.defineProperty({ ...operation() }, "responses", { get: () => assert.fail("read") })
      yield* appOf(makeServer(() => shop), guarded)
    }))

  it.effect("the client's methods are its own: names of Object's prototype too", () =>
    Effect.gen(function*() {
      const client = yield* ApiClient.open<Record<string, Method>>(JSON.parse("{\"__proto__\":0,\"toString\":0}", (key, value: unknown) => key === "" ? value : operation({ security: [] })) as Record<string, Operation.Any>)
      assert.deepStrictEqual(Object.keys(client), ["__proto__", "toString"])
    }).pipe(Effect.provide(makeServer(() => shop).layer)))
})

describe("a request that cannot be sent is refused before anything is asked for", () => {
  const Receipt = Schema.Struct({ phone: Schema.String.pipe(Schema.pattern(/^\+\d+$/)) })
  const post = operation({
    method: "POST",
    path: "/shops/{id}/receipts",
    parameters: [
      ...operation().parameters!,
      { name: "limit", in: "query", required: true, schema: Schema.Number },
      { name: "filter", in: "query", style: "deepObject", schema: Schema.Struct({ city: Schema.String }) },
      { name: "X-Note", in: "header" }
    ],
    body: { required: true, json: Schema.Struct({ receipt: Receipt }) }
  })
  const good = { id: "1", limit: 1, body: { receipt: { phone: person } } }

  const cases: ReadonlyArray<readonly [string, object, ApiClient.CallOptions, string, RegExp]> = [
    ["an unknown property", { ...good, city: "x" }, {}, "city", /not known/],
    ["a missing path parameter", { ...good, id: undefined }, {}, "id", /is missing/],
    ["a number for a parameter of which nothing is said", { ...good, id: 1 }, {}, "id", /must be a string/],
    ["a missing query parameter", { ...good, limit: undefined }, {}, "limit", /is missing/],
    ["a wrong value", { ...good, limit: person }, {}, "limit", /must be a number/],
    ["a wrong value below a parameter", { ...good, filter: { city: 42 } }, {}, "filter.city", /must be a string/],
    ["an unknown property below a parameter", { ...good, filter: { city: "a", b: 1 } }, {}, "filter.b", /not known/],
    ["an empty path value", { ...good, id: "" }, {}, "id", /is empty/],
    ["a path value ..", { ...good, id: ".." }, {}, "id", /another path/],
    ["half a surrogate pair", { ...good, id: "\ud800" }, {}, "id", /surrogate/],
    ["a header with a line break", { ...good, "X-Note": "a\r\nHost: evil" }, {}, "X-Note", /line break/],
    ["a missing body", { ...good, body: undefined }, {}, "body", /is missing/],
    ["a body of another type", { ...good, body: person }, {}, "body", /must be/],
    ["a wrong value in the body", { ...good, body: { receipt: { phone: 33 } } }, {}, "/body/receipt/phone", /must be a string/],
    ["a constraint of the body", { ...good, body: { receipt: { phone: `no ${person}` } } }, {}, "/body/receipt/phone", /must be a string matching the pattern/],
    ["an unknown property in the body", { ...good, body: { receipt: { phone: person, "a/b": 1 } } }, {}, "/body/receipt/a~1b", /not known/],
    ["an extra header that is the token's", good, { headers: { Authorization: "Bearer x" } }, "headers.Authorization", /by hand/],
    ["an extra Host", good, { headers: { host: "evil" } }, "headers.host", /by hand/],
    ["an extra Content-Length", good, { headers: { "content-length": "1" } }, "headers.content-length", /by hand/],
    ["an extra header with a line break", good, { headers: { "x-a": "a\nb" } }, "headers.x-a", /line break/],
    ["an extra header without a name", good, { headers: { "x a": "a" } }, "headers.x a", /no name/],
    ["a correlator with a line break", good, { correlator: "a\r\nb" }, "correlator", /line break/],
    ["an idempotency key that the document does not know", good, { idempotencyKey: "k" }, "idempotencyKey", /declares/],
    ["a server elsewhere", good, { server: "https://evil.test/v1" }, "server", /origin/],
    ["the server in clear", good, { server: "http://api.test/v1" }, "server", /origin/]
  ]
  for (const [what, request, options, field, problem] of cases) {
    it.effect(what, () =>
      Effect.gen(function*() {
        const server = makeServer(() => token("t1"))
        const auth = yield* ClientCredentials.make({ environment, credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("secret") }) }).pipe(Effect.provide(server.layer))
        const call = yield* appOf(server, post, {}, auth as never)
        const error = yield* Effect.flip(call(request, options))
        assert.strictEqual(error._tag, "InvalidRequestError")
        if (error._tag !== "InvalidRequestError") return
        assert.deepStrictEqual([error.operation, error.field], ["getShop", field])
        assert.match(error.problem, problem)
        assert.notInclude(`${error.message}${inspect(error)}${JSON.stringify(error)}`, "0779914028")
        assert.strictEqual(server.seen.length, 0)
      }).pipe(Effect.scoped))
  }

  it.effect("and the good one is sent", () =>
    Effect.gen(function*() {
      const { call, server } = yield* over(() => shop, post)
      yield* call({ ...good, filter: { city: "Rennes" }, "X-Note": "n" })
      assert.strictEqual(server.seen[0]?.url, "https://api.test/shops/v1/shops/1/receipts?limit=1&filter%5Bcity%5D=Rennes")
      assert.strictEqual(server.seen[0]?.body, `{"receipt":{"phone":"${person}"}}`)
    }))

  it.effect("a path variable that nothing declares", () =>
    Effect.gen(function*() {
      const { call } = yield* over(() => shop, operation({ path: "/a/{b}", parameters: [] }))
      const error = yield* Effect.flip(call())
      assert.deepStrictEqual(error._tag === "InvalidRequestError" && [error.field, error.problem], ["b", "is in the path and no parameter is declared for it"])
    }))
})

describe("security", () => {
  const fieldOf = (effect: Effect.Effect<unknown, Failure>) =>
    Effect.map(Effect.flip(effect), (error) => error._tag === "InvalidRequestError" ? `${error.field}: ${error.problem}` : error._tag)

  it.effect("an open operation asks for no token and sends none, to the environment all the same", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const source = { ...TokenSource.fromToken("App", Redacted.make("t"), environment), token: Effect.die("asked") }
      for (const security of [[], [{}], [{}, { orange: [] }]]) {
        const call = yield* appOf(server, operation({ security }), {}, source)
        yield* call({ id: "1" })
      }
      server.seen.forEach(({ headers, url }) => assert.deepStrictEqual([headers["authorization"], url], [undefined, "https://api.test/shops/v1/shops/1"]))
      assert.strictEqual(server.seen.length, 3)
    }))

  it.effect("the first requirement that can be met is", () =>
    Effect.gen(function*() {
      const { call, server } = yield* over(() => shop, operation({ security: [{ userOnly: [] }, { key: [] }, { appOnly: [] }, { orange: [] }] }))
      yield* call({ id: "1" })
      assert.deepStrictEqual([server.seen[0]?.headers["authorization"], server.seen[0]?.headers["x-key"]], ["Bearer t0", undefined])
      const both = yield* over(() => shop, operation({ security: [{ orange: [], key: [] }] }), { security: { key: Redacted.make("k") } })
      yield* both.call({ id: "1" })
      assert.deepStrictEqual([both.server.seen[0]?.headers["authorization"], both.server.seen[0]?.headers["x-key"]], ["Bearer t0", "k"])
    }))

  it.effect("what cannot be met is named", () =>
    Effect.gen(function*() {
      const app = yield* over(() => shop, operation({ security: [{ userOnly: [] }] }))
      assert.match(yield* fieldOf(app.call({ id: "1" })), /^security\.userOnly: is needed/)
      const key = yield* over(() => shop, operation({ security: [{ orange: [], key: [] }] }))
      assert.match(yield* fieldOf(key.call({ id: "1" })), /^security\.key: is needed/)
      const server = makeServer(() => shop)
      const open = yield* openOf(server, operation())
      assert.match(yield* fieldOf(open({ id: "1" })), /^security\.orange: is needed/)
      assert.strictEqual(app.server.seen.length + key.server.seen.length + server.seen.length, 0)
    }))

  it.effect("credentials of the wrong kind are named, and none is ever in a message", () =>
    Effect.gen(function*() {
      const schemes: Operation.Api = { ...api, security: { key: api.security["key"]!, basic: { type: "http", scheme: "basic" } } }
      const cases: ReadonlyArray<readonly [string, Redacted.Redacted | ApiClient.BasicCredentials]> = [
        ["key", { username: "a", password: Redacted.make("hidden-secret") }],
        ["key", Redacted.make("hidden-secret\r\nX: y")],
        ["basic", Redacted.make("hidden-secret")],
        ["basic", { username: "a:b", password: Redacted.make("hidden-secret") }]
      ]
      for (const [scheme, given] of cases) {
        const server = makeServer(() => shop)
        const call = yield* openOf(server, operation({ api: schemes, security: [{ [scheme]: [] }] }), { security: { [scheme]: given } })
        const told = yield* fieldOf(call({ id: "1" }))
        assert.match(told, new RegExp(`^security\\.${scheme}: `))
        assert.notInclude(told, "hidden")
        assert.strictEqual(server.seen.length, 0)
      }
    }))

  it.effect("scopes that the token is known to lack fail before the request; unknown ones do not", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const withScopes = (...scopes: ReadonlyArray<string>) => {
        const source = TokenSource.fromToken("App", Redacted.make("t"), environment)
        return {
          ...source,
          token: Effect.succeed(new AccessToken.AccessToken({ value: Redacted.make("t"), scopes, issuedAt: DateTime.unsafeMake(0), expiresAt: DateTime.unsafeMake(8.64e15), generation: 0 }))
        }
      }
      const one = operation({ security: [{ orange: ["read", "write"] }, { appOnly: ["admin"] }] })
      const lacking = yield* appOf(server, one, {}, withScopes("read"))
      assert.strictEqual(yield* fieldOf(lacking({ id: "1" })), "scope: of the token lacks write")
      assert.strictEqual(server.seen.length, 0)
      for (const scopes of [["read", "write", "more"], ["admin"], []]) {
        const call = yield* appOf(server, one, {}, withScopes(...scopes))
        yield* call({ id: "1" })
      }
      assert.strictEqual(server.seen.length, 3)
    }))

  it.effect("a user's client takes the user of each call", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const { call } = yield* ApiClient.user<{ readonly call: (request: object) => Effect.Effect<unknown, Failure | UserAuth.Error, UserAuth.UserAuth> }>({ call: operation({ security: [{ userOnly: [] }] }) }).pipe(Effect.provide(server.layer))
      const as = (value: string) => Effect.provide(call({ id: "1" }), UserAuth.layerToken(Redacted.make(value), environment))
      yield* Effect.all([as("u1"), as("u2")], { concurrency: 2 })
      assert.deepStrictEqual(server.seen.map(({ headers }) => headers["authorization"]).sort(), ["Bearer u1", "Bearer u2"])
      yield* ApiClient.runUser(operation({ security: [{ userOnly: [] }] }) as Operation.Operation<{ readonly id: string }, unknown, never>, { id: "1" }).pipe(Effect.provide([server.layer, UserAuth.layerToken(Redacted.make("u3"), environment)]))
      assert.strictEqual(server.seen[2]?.headers["authorization"], "Bearer u3")
    }))

  it.effect("a user's client without a user does not call without a token", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const { call } = yield* ApiClient.user<{ readonly call: Method }>({ call: operation({ security: [{ userOnly: [] }] }) }).pipe(Effect.provide(server.layer))
      assert.isTrue(Exit.isFailure(yield* Effect.exit(call({ id: "1" }))))
      assert.strictEqual(server.seen.length, 0)
    }))
})

describe("servers", () => {
  const urlOf = (fields: Partial<Operation.Any>, options?: ApiClient.Options, call_?: ApiClient.CallOptions, at: Environment.Environment = environment) =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const call = yield* appOf(server, operation(fields), options, TokenSource.fromToken("App", Redacted.make("t"), at))
      yield* call({ id: "1" }, call_)
      return server.seen[0]?.url
    })
  const servers = (url: string, variables?: Operation.Server["variables"]): Partial<Operation.Any> => ({ api: { ...api, servers: [variables === undefined ? { url } : { url, variables }] } })

  it.effect("with a token: the environment's origin and the server's path", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* urlOf({}), "https://api.test/shops/v1/shops/1")
      assert.strictEqual(yield* urlOf(servers("/rel/")), "https://api.test/rel/shops/1")
      assert.strictEqual(yield* urlOf(servers("rel")), "https://api.test/rel/shops/1")
      assert.strictEqual(yield* urlOf({ api: { ...api, servers: [] } }), "https://api.test/shops/1")
      assert.strictEqual(yield* urlOf({ servers: [{ url: "https://x.test/own" }] }), "https://api.test/own/shops/1")
      assert.strictEqual(yield* urlOf({}, {}, {}, { ...environment, baseUrl: "https://api.test/proxy" }), "https://api.test/proxy/shops/v1/shops/1")
    }))

  it.effect("an origin that the environment trusts is called as it is", () =>
    Effect.gen(function*() {
      const trusting = { ...environment, trustedOrigins: ["https://upload.test"] }
      assert.strictEqual(yield* urlOf(servers("https://upload.test/v2"), {}, {}, trusting), "https://upload.test/v2/shops/1")
      assert.strictEqual(yield* urlOf({}, { server: "https://upload.test/v3" }, {}, trusting), "https://upload.test/v3/shops/1")
      assert.strictEqual(yield* urlOf({}, {}, { server: "https://api.test/v4" }), "https://api.test/v4/shops/1")
    }))

  it.effect("variables: defaults, the environment's, the client's, the call's, their enum", () =>
    Effect.gen(function*() {
      const fields = servers("{root}/{version}", { root: { default: "https://x.test" }, version: { default: "v1", enum: ["v1", "v2"] } })
      assert.strictEqual(yield* urlOf(fields), "https://api.test/v1/shops/1")
      assert.strictEqual(yield* urlOf(fields, { serverVariables: { version: "v2" } }), "https://api.test/v2/shops/1")
      assert.strictEqual(yield* urlOf(fields, {}, { serverVariables: { version: "v2" } }), "https://api.test/v2/shops/1")
      const second = { ...environment, serverVariables: { version: "v2", other: "x" } }
      assert.strictEqual(yield* urlOf(fields, {}, {}, second), "https://api.test/v2/shops/1")
      assert.strictEqual(yield* urlOf(fields, {}, { serverVariables: { version: "v1" } }, second), "https://api.test/v1/shops/1")
      const ofApi = (name: string, version: string) => ({ ...second, apiServerVariables: { [name]: { version } } })
      assert.strictEqual(yield* urlOf(fields, {}, {}, ofApi(api.name, "v1")), "https://api.test/v1/shops/1", "one API's own win")
      assert.strictEqual(yield* urlOf(fields, {}, {}, ofApi("another", "v1")), "https://api.test/v2/shops/1", "and are no other's")
      assert.strictEqual(yield* urlOf(servers("{root}/{version}/{other}", { root: { default: "https://x.test" } }), {}, {}, ofApi(api.name, "v1")), "https://api.test/v1/x/shops/1", "what they do not name is the environment's")
      assert.strictEqual(yield* urlOf(fields, {}, { serverVariables: { version: "v2" } }, ofApi(api.name, "v1")), "https://api.test/v2/shops/1")
      const error = yield* Effect.flip(urlOf(fields, {}, { serverVariables: { version: "v3" } }))
      assert.deepStrictEqual(error._tag === "InvalidRequestError" && [error.field, error.problem], ["serverVariables.version", "must be one of v1, v2"])
      const missing = yield* Effect.flip(urlOf(servers("https://{host}/a")))
      assert.strictEqual(missing._tag === "InvalidRequestError" && missing.field, "serverVariables.host")
    }))

  it.effect("without a token: the server itself, which must be absolute", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const open = operation({ security: [] })
      yield* (yield* openOf(server, open))({ id: "1" })
      yield* (yield* openOf(server, open, { server: "http://elsewhere.test/" }))({ id: "1" })
      assert.deepStrictEqual(server.seen.map(({ url }) => url), ["https://api.orange.com/shops/v1/shops/1", "http://elsewhere.test/shops/1"])
      for (const url of ["/relative", "ftp://x.test", "https://user:pass@x.test", "https://x.test?a=1", "https://x.test/#f", "https://x\n.test"]) {
        const error = yield* Effect.flip((yield* openOf(server, open, { server: url }))({ id: "1" }))
        assert.strictEqual(error._tag === "InvalidRequestError" && error.field, "server", url)
      }
      assert.strictEqual(server.seen.length, 2)
    }))

  it.effect("a credential is not sent in clear", () =>
    Effect.gen(function*() {
      const server = makeServer(() => shop)
      const one = operation({ security: [{ key: [] }] })
      const security = { key: Redacted.make("k") }
      const error = yield* Effect.flip((yield* openOf(server, one, { security, server: "http://x.test" }))({ id: "1" }))
      assert.match(error.message, /must use https/)
      yield* (yield* openOf(server, one, { security, server: "http://127.0.0.1:1/a" }))({ id: "1" })
      yield* (yield* openOf(server, one, { security, server: "https://x.test" }))({ id: "1" })
      assert.strictEqual(server.seen.length, 2)
    }))
})

describe("errors, by precedence (throttle, 401, declared, gateway, unexpected)", () => {
  const declared = { "200": { json: Shop }, "401": { json: Err }, "403": { json: Err }, "404": { json: Err }, "405": null, "418": { json: Err }, "429": { json: Err }, "503": { json: Err } } as const

  it.effect("a throttle is a ThrottledError, declared or not", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* failureOf({ status: 429, body: { code: "X" } }, operation({ responses: declared })))._tag, "ThrottledError")
      assert.strictEqual((yield* failureOf({ status: 403, body: { code: 53 } }, operation({ responses: declared })))._tag, "ThrottledError")
    }))

  it.scoped("a 401 about the token renews it once; one that stays is the declared error if it decodes", () =>
    Effect.gen(function*() {
      let tokens = 0
      const server = makeServer((seen) => seen.url === environment.tokenUrl ? token(`t${++tokens}`) : seen.headers["authorization"] === "Bearer t2" ? shop : { status: 401, body: { code: "UNAUTHENTICATED" } })
      const auth = yield* ClientCredentials.make({ environment, credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("secret") }) }).pipe(Effect.provide(server.layer))
      const call = yield* appOf(server, operation({ responses: declared }), {}, auth as never)
      assert.deepStrictEqual(yield* call({ id: "1" }), { id: "1" })
      assert.strictEqual(tokens, 2)
      const error = yield* failureOf({ status: 401, body: { code: "UNAUTHENTICATED" } }, operation({ responses: declared }))
      assert.deepStrictEqual(error._tag === "ApiUnauthorized" && error.body, { code: "UNAUTHENTICATED" })
    }))

  it.effect("a declared status whose body decodes is its class, an envelope's too", () =>
    Effect.gen(function*() {
      const found = yield* failureOf({ status: 404, body: { code: "GONE" }, headers: { "x-oapi-request-id": "r-1", "x-correlator": "c-1" } }, operation({ responses: declared }))
      assert.deepStrictEqual(found._tag === "ApiNotFound" && [found.body, found.status, found.requestId, found.correlator, found.operation], [{ code: "GONE" }, 404, "r-1", "c-1", "getShop"])
      const numeric = Schema.Struct({ code: Schema.Number })
      const both = yield* failureOf({ status: 404, body: { code: 60, message: "m" } }, operation({ responses: { "200": { json: Shop }, "404": { json: numeric } } }))
      assert.deepStrictEqual(both._tag === "ApiNotFound" && both.body, { code: 60 })
    }))

  it.effect("a declared status without a class of its own is its hundred's", () =>
    Effect.gen(function*() {
      const error = yield* failureOf({ status: 418, body: { code: "TEA" } }, operation({ responses: declared }))
      assert.deepStrictEqual(error._tag === "ApiClientError" && [error.status, error.body], [418, { code: "TEA" }])
    }))

  it.effect("the gateway's envelope, where the declared body does not decode", () =>
    Effect.gen(function*() {
      const error = yield* failureOf({ status: 404, body: { code: 60, message: "no such resource" } }, operation({ responses: declared }))
      assert.deepStrictEqual(error._tag === "GatewayError" && [error.code, error.status], [60, 404])
    }))

  it.effect("a status declared without a body is its class, unless the gateway answered", () =>
    Effect.gen(function*() {
      const bare = yield* failureOf({ status: 405, body: "<html>" }, operation({ responses: declared }))
      assert.deepStrictEqual([bare._tag as string, (bare as ApiError.NotFound).body], ["ApiMethodNotAllowed", undefined])
      assert.strictEqual((yield* failureOf({ status: 405, body: { code: 61 } }, operation({ responses: declared })))._tag, "GatewayError")
    }))

  it.effect("else a status that was not to be expected, its body kept and not shown", () =>
    Effect.gen(function*() {
      for (const [status, body] of [[404, { person }], [409, { person }], [500, `<html>${person}`]] as const) {
        const error = yield* failureOf({ status, body }, operation({ responses: declared }))
        assert.include(error._tag === "UnexpectedStatusError" && error.body, "0779914028")
        assert.notInclude(`${error.message}${inspect(error)}${JSON.stringify(error)}`, "0779914028")
      }
    }))

  it.effect("an undeclared 2xx is default's, an error beside a declared success; else unexpected", () =>
    Effect.gen(function*() {
      const alone = yield* over(() => ({ status: 202, body: { id: "1" } }), operation({ responses: { default: { json: Shop } } }))
      assert.deepStrictEqual(yield* alone.call({ id: "1" }), { id: "1" })
      const beside = yield* failureOf({ status: 202, body: { code: "X" } }, operation({ responses: { "200": { json: Shop }, default: { json: Err } } }))
      assert.deepStrictEqual(beside._tag === "ApiDefaultError" && [beside.status, beside.body], [202, { code: "X" }])
      const unexpected = yield* failureOf({ status: 202, body: { code: 42 } }, operation())
      assert.strictEqual(unexpected._tag === "UnexpectedStatusError" && unexpected.status, 202)
    }))

  it.effect("a redirect is not followed", () =>
    Effect.gen(function*() {
      const error = yield* failureOf({ status: 302, headers: { location: "https://evil.test" } }, operation({ responses: { "302": null } }))
      assert.strictEqual(error._tag === "TransportError" && error.reason, "redirect")
    }))

  it.effect("a success that is not what was declared is malformed, by path and without its value", () =>
    Effect.gen(function*() {
      const html = yield* failureOf({ body: `<html>${person}` }, operation())
      assert.deepStrictEqual(html._tag === "MalformedResponseError" && [html.reason, html.paths, html.status, html.target], ["json", [], 200, "getShop"])
      const wrong = yield* failureOf({ body: { id: 42, person }, headers: { "x-oapi-request-id": "r-1" } }, operation())
      assert.deepStrictEqual(wrong._tag === "MalformedResponseError" && [wrong.reason, wrong.paths, wrong.requestId], ["schema", ["id"], "r-1"])
      assert.notInclude(inspect(wrong), "0779914028")
      const large = yield* failureOf({ body: { id: "1" }, headers: { "content-length": String(65 * 1024 * 1024) } }, operation())
      assert.strictEqual(large._tag === "MalformedResponseError" && large.reason, "size")
    }))

  it.effect("a refusal that stands parks the API, and stays the declared error", () =>
    Effect.gen(function*() {
      const one = operation({ responses: { "200": { json: Shop }, "403": { json: Schema.Struct({ code: Schema.Number }) } } })
      const { call, server } = yield* over(() => ({ status: 403, body: { code: 50 } }), one)
      for (let i = 0; i < 5; i++) {
        const error = yield* Effect.flip(call({ id: "1" }))
        assert.strictEqual(error._tag as string, "ApiForbidden")
      }
      assert.strictEqual(server.seen.length, 1)
    }))
})

describe("what is sent again", () => {
  const attempts = (one: Operation.Any, outcome: Outcome, options?: ApiClient.CallOptions, request: object = { id: "1" }) =>
    Effect.gen(function*() {
      const { call, server } = yield* over((_, n) => n === 1 ? outcome : shop, one)
      yield* Effect.exit(advancing(call(request, options), 200))
      return server.seen.length
    })
  const post = operation({ method: "POST" })

  it.effect("by method, by the document, by the call", () =>
    Effect.gen(function*() {
      const lost: Outcome = { fails: "ECONNRESET" }
      assert.strictEqual(yield* attempts(operation(), lost), 2)
      assert.strictEqual(yield* attempts(post, lost), 1)
      assert.strictEqual(yield* attempts({ ...post, idempotent: true }, lost), 2)
      assert.strictEqual(yield* attempts(operation({ idempotent: false }), lost), 1)
      assert.strictEqual(yield* attempts(post, lost, { idempotent: true }), 2)
      assert.strictEqual(yield* attempts({ ...post, idempotencyKey: "Idempotency-Key" }, lost, { idempotencyKey: "k" }), 1)
      assert.strictEqual(yield* attempts(operation(), lost, { retry: RetryPolicy.none }), 1)
      assert.strictEqual(yield* attempts(post, { status: 429 }), 2)
    }))

  it.effect("a declared 503 is sent again before it is an error", () =>
    Effect.gen(function*() {
      const one = operation({ responses: { "200": { json: Shop }, "503": { json: Err } } })
      assert.strictEqual(yield* attempts(one, { status: 503, body: { code: "BUSY" } }), 2)
      const { call } = yield* over(() => ({ status: 503, body: { code: "BUSY" } }), one)
      const error = yield* advancing(Effect.flip(call({ id: "1" })), 200)
      assert.deepStrictEqual(error._tag === "ApiServiceUnavailable" && error.body, { code: "BUSY" })
    }))

  it.effect("never a stream", () =>
    Effect.gen(function*() {
      const upload = operation({ method: "PUT", body: { content: [{ media: "application/octet-stream" }] } })
      const count = (body: unknown) => attempts(upload, { fails: "ECONNREFUSED" }, {}, { id: "1", body })
      assert.strictEqual(yield* count(Stream.make(new Uint8Array([1]))), 1)
      assert.strictEqual(yield* count(new Uint8Array([1])), 2)
      assert.strictEqual(yield* count(new Blob(["x"])), 2)
    }))

  it.effect("a call without an answer that may not be done twice is OutcomeUnknown", () =>
    Effect.gen(function*() {
      const { call } = yield* over(() => Effect.never, post)
      const error = yield* advancing(Effect.flip(call({ id: "1" }, { timeout: "1 second", correlator: "c" })), 200)
      assert.deepStrictEqual(error._tag === "OutcomeUnknown" && [error.operation, error.reason, error.correlator], ["getShop", "timeout", "c"])
    }))
})

describe("withResponse", () => {
  const echo = (seen: Seen): Outcome => ({ status: 200, headers: { "x-id": seen.url.split("/").at(-1)!, "x-limit": "42" }, body: { id: seen.url.split("/").at(-1) } })

  it.effect("gives each effect its own response, however many run at once", () =>
    Effect.gen(function*() {
      const { call } = yield* over((seen) => Effect.as(Effect.sleep(seen.url.endsWith("1") ? 100 : 10), echo(seen)), operation())
      const fiber = yield* Effect.fork(Effect.all([1, 2, 3, 11].map((id) => ApiClient.withResponse(call({ id: String(id) }))), { concurrency: "unbounded" }))
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual((yield* Fiber.join(fiber)).map(({ headers, status, value }) => [status, headers["x-id"], value.id]), [[200, "1", "1"], [200, "2", "2"], [200, "3", "3"], [200, "11", "11"]])
    }))

  it.effect("the last of several calls, within and without; that of the attempt that succeeded; a mock's is a bare 200", () =>
    Effect.gen(function*() {
      const { call } = yield* over((seen, n) => n === 1 ? { status: 503 } : echo(seen), operation())
      const inner: Array<string | undefined> = []
      const both = Effect.zipRight(
        call({ id: "1" }),
        Effect.map(ApiClient.withResponse(call({ id: "2" })), ({ headers, value }) => {
          inner.push(headers["x-id"])
          return value
        })
      )
      const outer = yield* advancing(ApiClient.withResponse(both), 200)
      assert.deepStrictEqual([outer.headers["x-id"], outer.status, inner], ["2", 200, ["2"]])
      assert.deepStrictEqual(yield* ApiClient.withResponse(Effect.succeed(1)), { value: 1, status: 200, headers: {} })
    }))

  it.effect("declared headers are decoded; a wrong one is malformed", () =>
    Effect.gen(function*() {
      const one = operation({ responses: { "200": { content: [{ json: Shop }], headers: { "x-limit": { required: true, schema: Schema.Number }, "x-none": { schema: Schema.String } } } } }) as Operation.Operation<{ readonly id: string }, { readonly id: string }, never, { readonly "x-limit": number; readonly "x-none"?: string }>
      const { call, server } = yield* over(echo, one)
      const response = yield* call({ id: "1" }).pipe(ApiClient.withDeclaredHeaders(one))
      assert.deepStrictEqual([response.declared, response.status, response.headers["x-id"]], [{ "x-limit": 42 }, 200, "1"])
      const run = ApiClient.runWithResponse(one, { id: "7" }).pipe(Effect.provide([server.layer, AppAuth.layerToken(Redacted.make("t"), environment)]))
      assert.deepStrictEqual((yield* run).value, { id: "7" })
      const bad = yield* over(() => ({ body: { id: "1" }, headers: { "x-limit": person } }), one)
      const error = yield* Effect.flip(bad.call({ id: "1" }).pipe(ApiClient.withDeclaredHeaders(one)))
      assert.deepStrictEqual(error._tag === "MalformedResponseError" && error.paths, ["headers.x-limit"])
      assert.notInclude(inspect(error), "0779914028")
    }))
})

describe("paging", () => {
  const Page = Schema.Struct({ data: Schema.Struct({ items: Schema.Array(Schema.Number) }), next: Schema.optional(Schema.NullOr(Schema.String)) })
  type Page = typeof Page.Type
  const listing = (paging: Operation.Paging, schema: Schema.Schema<any, any> = Schema.String) =>
    operation({ id: "list", path: "/list", parameters: [{ name: paging.parameter, in: "query", schema }], responses: { "200": { json: Page } }, paging }) as Operation.Operation<Record<string, unknown>, Page, never>

  const collect = (one: Operation.Operation<Record<string, unknown>, Page, never>, answer: (value: string | null, n: number) => object, request: Record<string, unknown> = {}, take = 1_000) =>
    Effect.gen(function*() {
      const server = makeServer((seen, n) => ({ body: answer(new URL(seen.url).searchParams.get(one.paging!.parameter), n) }))
      const layer = Layer.merge(server.layer, AppAuth.layerToken(Redacted.make("t"), environment))
      const items = yield* ApiClient.paginate(one, request).pipe(Stream.take(take), Stream.runCollect, Effect.provide(layer))
      return { items: [...items], asked: server.seen.map(({ url }) => new URL(url).search) }
    })

  const cursor = listing({ kind: "cursor", parameter: "cursor", items: "/data/items", next: "/next" })

  it.effect("by cursor, until there is none", () =>
    Effect.gen(function*() {
      for (const end of [{}, { next: null }, { next: "" }]) {
        const { asked, items } = yield* collect(cursor, (at) => at === null ? { data: { items: [1, 2] }, next: "b&c" } : { data: { items: [3] }, ...end })
        assert.deepStrictEqual([items, asked], [[1, 2, 3], ["", "?cursor=b%26c"]])
      }
    }))

  it.effect("an empty page in between is no end", () =>
    Effect.gen(function*() {
      const { items } = yield* collect(cursor, (_, n) => ({ data: { items: n === 2 ? [] : [n] }, next: n < 3 ? `c${n}` : null }))
      assert.deepStrictEqual(items, [1, 3])
    }))

  it.effect("an unchanged cursor, or a ring of them, ends it", () =>
    Effect.gen(function*() {
      // A client that never ends meets an end all the same, and fails.
      const until100 = (n: number, next: string) => ({ data: { items: [n] }, next: n < 100 ? next : null })
      const same = yield* collect(cursor, (_, n) => until100(n, "a"))
      assert.deepStrictEqual(same.items, [1, 2])
      const ring = yield* collect(cursor, (_, n) => until100(n, `c${n % 3}`))
      assert.isAtMost(ring.asked.length, 12)
    }))

  it.effect("by page and by offset, until an empty one", () =>
    Effect.gen(function*() {
      const page = yield* collect(listing({ kind: "page", parameter: "page", items: "/data/items", start: 1 }, Schema.Number), (at) => ({ data: { items: Number(at) <= 2 ? [Number(at)] : [] } }))
      assert.deepStrictEqual([page.items, page.asked], [[1, 2], ["?page=1", "?page=2", "?page=3"]])
      const offset = yield* collect(listing({ kind: "offset", parameter: "offset", items: "/data/items" }, Schema.Number), (at) => ({ data: { items: Number(at) < 4 ? [0, 1] : [] } }))
      assert.deepStrictEqual([offset.items.length, offset.asked], [4, ["?offset=0", "?offset=2", "?offset=4"]])
    }))

  it.effect("from where the caller begins, and no further than is taken", () =>
    Effect.gen(function*() {
      const { asked } = yield* collect(listing({ kind: "page", parameter: "page", items: "/data/items", start: 1 }, Schema.Number), (at) => ({ data: { items: [Number(at)] } }), { page: 5 }, 2)
      assert.deepStrictEqual(asked, ["?page=5", "?page=6"])
    }))

  it.effect("by a method of any client; without paging it is refused", () =>
    Effect.gen(function*() {
      const pages: Record<string, Page> = { "": { data: { items: [1] }, next: "b" }, b: { data: { items: [2] } } }
      const method = ({ cursor }: Record<string, unknown>) => Effect.succeed(pages[String(cursor ?? "")]!)
      assert.deepStrictEqual([...yield* Stream.runCollect(ApiClient.paginateWith(cursor, method, {}))], [1, 2])
      const error = yield* Effect.flip(Stream.runCollect(ApiClient.paginateWith(operation(), () => Effect.void, {})))
      assert.strictEqual(error._tag, "InvalidRequestError")
    }))
})

describe("streams", () => {
  const watch = (fields: Partial<Operation.Any> = {}) =>
    operation({ id: "watch", path: "/watch", parameters: [], stream: true, security: [], responses: { "200": { media: "text/event-stream", schema: Schema.Struct({ n: Schema.Number }) } }, ...fields }) as Operation.Operation<void, ApiClient.ServerSentEvent<{ readonly n: number }>, never>

  /** Answers of connections in turn: text in pieces, then an end or a loss. */
  const connections = (...answers: ReadonlyArray<{ readonly pieces?: ReadonlyArray<string>; readonly lost?: boolean; readonly status?: number }>) => {
    const seen: Array<Readonly<Record<string, string | undefined>>> = []
    const client = HttpClient.make((request) =>
      Effect.sync(() => {
        const { lost = false, pieces = [], status = 200 } = answers[Math.min(seen.length, answers.length - 1)]!
        seen.push(request.headers)
        const left = [...pieces]
        const body = new ReadableStream({
          pull: (controller) => {
            const piece = left.shift()
            if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece))
            else if (lost) controller.error(new Error(`lost ${person}`))
            else controller.close()
          }
        })
        return HttpClientResponse.fromWeb(request, new Response(status === 204 ? null : body, { status, headers: { "content-type": "text/event-stream" } }))
      }))
    return { seen, layer: Layer.succeed(HttpClient.HttpClient, client) }
  }

  const numbers = (stream: Stream.Stream<ApiClient.ServerSentEvent<{ readonly n: number }>, ApiClient.Error, HttpClient.HttpClient>, server: { readonly layer: Layer.Layer<HttpClient.HttpClient> }) =>
    Stream.runCollect(Stream.map(stream, ({ data }) => data.n)).pipe(Effect.map(Chunk.toReadonlyArray), Effect.provide(server.layer))

  it.effect("events come as they are read, and end with the answer", () =>
    Effect.gen(function*() {
      const server = connections({ pieces: ["id: 1\ndata: {\"n\":1}\n\n", "data: {\"n\":2}\n\n", "data: {\"n\":3}\n"] })
      assert.deepStrictEqual(yield* numbers(ApiClient.runStreamOpen(watch()), server), [1, 2])
      assert.strictEqual(server.seen[0]?.["accept"], "text/event-stream")
    }))

  it.effect("what came before a fault is given first; a fault is typed and says nothing of the value", () =>
    Effect.gen(function*() {
      const server = connections({ pieces: [`data: {"n":1}\n\ndata: {"n":"${person}"}\n\ndata: {"n":3}\n\n`] })
      const got: Array<number> = []
      const error = yield* Effect.flip(numbers(Stream.tap(ApiClient.runStreamOpen(watch()), ({ data }) => Effect.sync(() => got.push(data.n))), server))
      assert.deepStrictEqual([got, error._tag, error._tag === "MalformedResponseError" && error.paths], [[1], "MalformedResponseError", ["n"]])
      assert.notInclude(inspect(error), "0779914028")
    }))

  it.effect("a loss is a TransportError", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(numbers(ApiClient.runStreamOpen(watch()), connections({ pieces: ["data: {\"n\":1}\n\n"], lost: true })))
      assert.strictEqual(error._tag, "TransportError")
      assert.notInclude(inspect(error, { depth: 9 }), "0779914028")
    }))

  it.effect("reconnect goes on after a loss with the last id, when the server's time has passed", () =>
    Effect.gen(function*() {
      const server = connections(
        { pieces: ["retry: 5000\nid: a\ndata: {\"n\":1}\n\nid: b\ndata: {\"n\":9"], lost: true },
        { pieces: ["data: {\"n\":2}\n\n"], lost: true },
        { pieces: ["data: {\"n\":3}\n\n"] }
      )
      const fiber = yield* Effect.fork(numbers(ApiClient.runStreamOpen(watch(), { reconnect: true }), server))
      const elapse = (millis: number) => Effect.zipRight(Effect.repeatN(Effect.zipRight(Effect.promise(() => new Promise((resolve) => setImmediate(resolve))), Effect.yieldNow()), 20), TestClock.adjust(millis))
      yield* elapse(4_999)
      yield* elapse(0)
      assert.strictEqual(server.seen.length, 1)
      yield* elapse(1)
      yield* elapse(0)
      assert.strictEqual(server.seen.length, 2)
      yield* elapse(5_000)
      assert.deepStrictEqual(yield* Fiber.join(fiber), [1, 2, 3])
      assert.deepStrictEqual(server.seen.map((headers) => headers["last-event-id"]), [undefined, "a", "a"])
    }))

  it.live("reconnect ends with a 204, and is not for calls that may not be done twice", () =>
    Effect.gen(function*() {
      const server = connections({ pieces: ["retry: 1\ndata: {\"n\":1}\n\n"], lost: true }, { status: 204 })
      assert.deepStrictEqual(yield* numbers(ApiClient.runStreamOpen(watch(), { reconnect: true }), server), [1])
      const post = watch({ method: "POST" })
      const error = yield* Effect.flip(numbers(ApiClient.runStreamOpen(post, { reconnect: true }), server))
      assert.strictEqual(error._tag === "InvalidRequestError" && error.field, "reconnect")
      assert.strictEqual(server.seen.length, 2)
    }))

  it.effect("a method of a streaming operation is a stream; a value is none, and the other way round", () =>
    Effect.gen(function*() {
      const server = connections({ pieces: ["data: {\"n\":1}\n\n"] })
      const client = yield* ApiClient.open<{ readonly watch: () => Stream.Stream<ApiClient.ServerSentEvent<{ readonly n: number }>, ApiClient.Error> }>({ watch: watch() }).pipe(Effect.provide(server.layer))
      assert.deepStrictEqual(yield* numbers(client.watch(), server), [1])
      const asValue = yield* Effect.flip(Effect.provide(ApiClient.runOpen(watch()), server.layer))
      const asStream = yield* Effect.flip(Stream.runDrain(ApiClient.runStreamOpen(operation({ security: [] }) as Operation.Operation<{ readonly id: string }, never, never>, { id: "1" })).pipe(Effect.provide(server.layer)))
      assert.deepStrictEqual([asValue._tag, asStream._tag], ["InvalidRequestError", "InvalidRequestError"])
    }))

  it.effect("an answer that is no stream is malformed", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ({ body: { n: 1 } }))
      const error = yield* Effect.flip(numbers(ApiClient.runStreamOpen(watch()), server))
      assert.strictEqual(error._tag, "MalformedResponseError")
    }))

  it.effect("bytes gives any body as it comes", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ({ body: { id: "1" } }))
      const one = operation({ security: [] }) as Operation.Operation<{ readonly id: string }, unknown, never>
      const chunks = yield* Stream.runCollect(ApiClient.bytesOpen(one, { id: "1" })).pipe(Effect.provide(server.layer))
      assert.strictEqual(Buffer.concat([...chunks]).toString(), "{\"id\":\"1\"}")
    }))
})

describe("spans", () => {
  const record = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.gen(function*() {
      const spans: Array<{ readonly name: string; readonly parent: string | undefined; readonly attributes: Map<string, unknown>; exit?: Exit.Exit<unknown, unknown> }> = []
      const tracer = Tracer.make({
        context: (run) => run(),
        span: (name, parent, context, links, startTime, kind) => {
          const one = { name, parent: parent._tag === "Some" && parent.value._tag === "Span" ? parent.value.name : undefined, attributes: new Map<string, unknown>() }
          spans.push(one)
          return {
            _tag: "Span", name, spanId: String(spans.length), traceId: "t", parent, context, links, kind, sampled: true,
            status: { _tag: "Started", startTime },
            attributes: one.attributes,
            attribute: (key, value) => one.attributes.set(key, value),
            event: () => undefined,
            addLinks: () => undefined,
            end: (_, exit) => Object.assign(one, { exit })
          }
        }
      })
      yield* Effect.exit(Effect.withTracer(effect, tracer))
      return spans
    })

  it.effect("one for the call, one for each attempt, by template and without values", () =>
    Effect.gen(function*() {
      const { call } = yield* over((_, n) => n === 1 ? { status: 503, body: { person } } : shop, operation())
      const spans = yield* record(advancing(call({ id: person }), 200))
      assert.deepStrictEqual(spans.map(({ name, parent }) => [name, parent]), [[Telemetry.spans.api, undefined], [Telemetry.spans.attempt, Telemetry.spans.api], [Telemetry.spans.attempt, Telemetry.spans.api]])
      assert.deepStrictEqual(spans.map(({ attributes }) => Object.fromEntries(attributes)), [200, 503, 200].map((status) => ({
        "http.request.method": "GET",
        "server.address": "https://api.test",
        "url.template": "/shops/{id}",
        "orange.operation": "getShop",
        "http.response.status_code": status
      })))
      assert.isTrue(Exit.isFailure(spans[1]!.exit!))
      assert.notInclude(inspect(spans, { depth: 12 }), "0779914028")
    }))

  it.effect("an answer that does not decode fails the call's span", () =>
    Effect.gen(function*() {
      const { call } = yield* over(() => ({ body: { id: 1 } }), operation())
      const spans = yield* record(call({ id: "1" }))
      assert.isTrue(Exit.isFailure(spans[0]!.exit!))
    }))

  it.effect("none where nobody looks, unless its ids are sent", () =>
    Effect.gen(function*() {
      const { call, server } = yield* over(() => Effect.map(Effect.option(Effect.currentSpan), (span): Outcome => ({ body: { id: span._tag } })), operation())
      assert.deepStrictEqual(yield* call({ id: "1" }), { id: "None" })
      assert.isUndefined(server.seen[0]?.headers["traceparent"])
      yield* OrangeHttpClient.withCallOptions({ propagateTraces: true })(call({ id: "1" }))
      assert.isString(server.seen[1]?.headers["traceparent"])
    }))
})

describe("receive", () => {
  const delivered: Operation.Callback<{ readonly id: string }> = { id: "delivered", content: [{ json: Shop }] }

  it.effect("decodes text and bytes", () =>
    Effect.gen(function*() {
      const body = "{\"id\":\"1\",\"more\":2}"
      assert.deepStrictEqual(yield* ApiClient.receive(delivered, { body, contentType: "application/json; charset=utf-8" }), { id: "1" })
      assert.deepStrictEqual(yield* ApiClient.receive(delivered, { body: new TextEncoder().encode(body) }), { id: "1" })
      assert.isUndefined(yield* ApiClient.receive<void>({ id: "ping", content: [] }, { body: "x" }))
    }))

  it.effect("what it is not is told without its value", () =>
    Effect.gen(function*() {
      const cases = [[{ body: "{}", contentType: "application/xml" }, "type", []], [{ body: "<html>" }, "json", []], [{ body: `{"id":${person.slice(1)}}` }, "schema", ["id"]]] as const
      for (const [received, reason, paths] of cases) {
        const error = yield* Effect.flip(ApiClient.receive(delivered, received))
        assert.deepStrictEqual([error.reason, error.paths], [reason, paths])
        assert.notInclude(`${error.message}${inspect(error)}`, "0779914028")
      }
    }))
})
