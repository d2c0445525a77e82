import { assert, describe, it } from "@effect/vitest"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { AppAuth, ClientCredentials, Credentials, OrangeHttpClient, RequestBudget, RetryPolicy, Telemetry, TokenSource } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { advancing, environment, makeServer, type Outcome, type Seen, type Server, token } from "./support.js"

const shops = "/poi/v1/shops?postalCode=35000"

/** The application's client over the emulator. */
const layers = (options: OrangeHttpClient.Options = {}) =>
  Layer.unwrapEffect(Effect.map(Emulator.Emulator, (emulator) =>
    OrangeHttpClient.layer(options).pipe(
      Layer.provideMerge(ClientCredentials.layer({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) }))
    ))).pipe(Layer.provideMerge(Emulator.layer()))

const client = OrangeHttpClient.OrangeHttpClient
const countOf = (endpoint: string) =>
  Effect.map(Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests), (all) => all.filter((one) => one.endpoint === endpoint).length)

/** A client with a fixed token over a server of the test's own. */
const over = (answer: (seen: Seen, n: number) => Effect.Effect<Outcome> | Outcome, options: OrangeHttpClient.Options = {}) => {
  const server = makeServer(answer)
  const source = TokenSource.fromToken("App", Redacted.make("borrowed"), environment)
  return Effect.map(OrangeHttpClient.make(source, options).pipe(Effect.provide(server.layer)), (orange) => ({ orange, server }))
}

const ok: Outcome = { body: { ok: true } }
const tagOf = <A, R>(effect: Effect.Effect<A, { readonly _tag: string }, R>) => Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

describe("a call", () => {
  it.effect("carries the bearer to a path below the base URL, and the guide's own call answers", () =>
    Effect.gen(function*() {
      const response = yield* (yield* client).get(shops)
      assert.isArray(yield* response.json)
      assert.strictEqual(response.status, 200)
      assert.strictEqual(yield* countOf("token"), 1)
    }).pipe(Effect.provide(layers())))

  it.effect("sends an SMS: encoded address in the path, 201", () =>
    Effect.gen(function*() {
      const orange = yield* client
      const response = yield* HttpClientRequest.post(`/smsmessaging/v1/outbound/${encodeURIComponent("tel:+2250000")}/requests`).pipe(
        HttpClientRequest.bodyUnsafeJson({
          outboundSMSMessageRequest: { address: "tel:+2250779914028", senderAddress: "tel:+2250000", outboundSMSTextMessage: { message: "Bonjour" } }
        }),
        orange.execute
      )
      assert.strictEqual(response.status, 201)
      assert.isString(response.headers["x-oapi-request-id"])
    }).pipe(Effect.provide(layers())))

  it.effect("sends Accept, the correlator where given, and no trace headers unless asked", () =>
    Effect.gen(function*() {
      const { orange, server } = yield* over(() => ok)
      yield* orange.get("/a/b").pipe(OrangeHttpClient.withCallOptions({ correlator: "c-1" }))
      yield* orange.get("/a/b").pipe(OrangeHttpClient.withCallOptions({ propagateTraces: true }))
      yield* orange.get("/a/b", { headers: { accept: "text/csv" } })
      assert.strictEqual(server.seen[0]?.headers["x-correlator"], "c-1")
      assert.strictEqual(server.seen[0]?.headers["accept"], "application/json")
      assert.isUndefined(server.seen[0]?.headers["traceparent"])
      assert.isUndefined(server.seen[0]?.headers["b3"])
      assert.isString(server.seen[1]?.headers["traceparent"])
      assert.strictEqual(server.seen[2]?.headers["accept"], "text/csv")
    }))

  it.effect("keeps query, encoded paths and a base URL's own path", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ok)
      const source = TokenSource.fromToken("App", Redacted.make("t"), { ...environment, baseUrl: "https://api.test/proxy" })
      const orange = yield* OrangeHttpClient.make(source).pipe(Effect.provide(server.layer))
      yield* orange.get("/v1/tel%3A%2B225/a%2Fb?x=1#part", { urlParams: { y: "é &" } })
      yield* orange.get("v1/c")
      yield* orange.get("https://api.test/elsewhere")
      assert.deepStrictEqual(server.seen.map(({ url }) => url), [
        "https://api.test/proxy/v1/tel%3A%2B225/a%2Fb?x=1&y=%C3%A9+%26#part",
        "https://api.test/proxy/v1/c",
        "https://api.test/elsewhere"
      ])
    }))

  it.effect("headers and body share one time limit", () =>
    Effect.gen(function*() {
      const { orange } = yield* over(() => Effect.never, { timeout: "2 seconds", retry: RetryPolicy.none })
      const fiber = yield* Effect.fork(Effect.flip(orange.get("/a")))
      yield* TestClock.adjust("2 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag === "TransportError" && error.reason, "timeout")
    }))

  it.effect("counts its requests", () =>
    Effect.gen(function*() {
      const { orange } = yield* over((_, n) => n === 1 ? { status: 503 } : ok, { api: "counted" })
      yield* advancing(orange.get("/a"), 100)
      const value = (outcome: string) =>
        Effect.map(Metric.value(Telemetry.apiCalls.pipe(Metric.tagged("api", "counted"), Metric.tagged("outcome", outcome))), ({ count }) => count)
      assert.strictEqual(yield* value("ok"), 1)
      assert.strictEqual(yield* value("503"), 1)
    }))
})

describe("a bearer goes to the environment's origin only (invariant 12)", () => {
  const evil = [
    "https://evil.test/a",
    "http://api.test/a",
    "https://api.test:444/a",
    "//evil.test/a",
    "/\\evil.test/a",
    "\\\\evil.test/a",
    "https://user:pass@api.test/a",
    "https://api.test@evil.test/a",
    "https:/\\evil.test/a",
    "/a/../b",
    "/a/..",
    "/./a",
    "/a/%2e%2e/b",
    "/a/.%2E/b",
    "/a b",
    "/a\tb",
    "/a\r\nX: y",
    "javascript:alert(1)//x/..",
    "HTTPS://EVIL.test/"
  ]
  for (const url of evil) {
    it.effect(`${JSON.stringify(url)} is refused before a byte or a token request is sent`, () =>
      Effect.gen(function*() {
        const server = makeServer(() => ok)
        const auth = yield* ClientCredentials.make({ environment, credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("secret") }) }).pipe(Effect.provide(server.layer))
        const orange = yield* OrangeHttpClient.make(auth).pipe(Effect.provide(server.layer))
        const error = yield* Effect.flip(orange.get(url))
        assert.strictEqual(error._tag, "InvalidRequestError")
        assert.strictEqual(server.seen.length, 0)
        assert.notInclude(error.message, "evil")
      }).pipe(Effect.scoped))
  }

  for (const url of ["@evil.test/a", ":@evil.test", ".evil.test", "a:b@evil.test/", "javascript:alert(1)", "/@evil.test"]) {
    it.effect(`${JSON.stringify(url)} stays a path of ours`, () =>
      Effect.gen(function*() {
        const { orange, server } = yield* over(() => ok)
        yield* orange.get(url)
        assert.strictEqual(new URL(server.seen[0]?.url ?? "").origin, "https://api.test")
      }))
  }

  it.effect.prop("whatever the URL, what is sent goes to the environment's origin", {
    url: FastCheck.oneof(
      FastCheck.fullUnicodeString(),
      FastCheck.webUrl(),
      FastCheck.stringOf(FastCheck.constantFrom("/", "\\", "@", ":", ".", "%2e", "?", "#", "a", "evil.test", "http:", "https:", "\t", "\n", " "), { maxLength: 12 })
    )
  }, ({ url }) =>
    Effect.gen(function*() {
      const { orange, server } = yield* over(() => ok)
      yield* Effect.exit(orange.get(url))
      server.seen.forEach((seen) => assert.strictEqual(new URL(seen.url).origin, "https://api.test"))
    }), { fastCheck: { numRuns: 300 } })

  it.effect("trustedOrigins may see it", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ok)
      const source = TokenSource.fromToken("App", Redacted.make("t"), { ...environment, trustedOrigins: ["https://upload.test"] })
      const orange = yield* OrangeHttpClient.make(source).pipe(Effect.provide(server.layer))
      yield* orange.get("https://upload.test/a")
      assert.strictEqual(server.seen[0]?.headers["authorization"], "Bearer t")
    }))

  it.effect("a redirect is an error, and not followed", () =>
    Effect.gen(function*() {
      for (const status of [301, 302, 303, 307, 308]) {
        const { orange, server } = yield* over(() => ({ status, headers: { location: "https://evil.test/" } }))
        const error = yield* Effect.flip(orange.get("/a"))
        assert.strictEqual(error._tag === "TransportError" && error.reason, "redirect")
        assert.strictEqual(server.seen.length, 1)
      }
    }))
})

describe("401", () => {
  const bearer = (seen: Seen) => seen.headers["authorization"]

  /** A gateway that takes only the newest token. */
  const gateway = (refusal: Outcome, options: { readonly accepts: (token: string, n: number) => boolean }) => {
    let apiCalls = 0
    let tokens = 0
    const server: Server = makeServer((seen) => {
      if (seen.url === environment.tokenUrl) return token(`t${++tokens}`)
      apiCalls++
      return options.accepts(bearer(seen) ?? "", apiCalls) ? ok : refusal
    })
    const make = Effect.gen(function*() {
      const auth = yield* ClientCredentials.make({ environment, credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("secret") }) })
      return yield* OrangeHttpClient.make(auth)
    }).pipe(Effect.provide(server.layer))
    const tokenRequests = () => server.seen.filter(({ url }) => url === environment.tokenUrl).length
    return { server, make, tokenRequests }
  }

  for (
    const [what, body] of [
      ["code 42", { code: 42, message: "Expired credentials" }],
      ["code 41", { code: 41, message: "Invalid credentials" }],
      ["CAMARA UNAUTHENTICATED", { status: 401, code: "UNAUTHENTICATED", message: "x" }],
      ["invalid_token", { error: "invalid_token" }],
      ["no body", ""]
    ] as const
  ) {
    it.scoped(`${what}: the token is renewed once and the call sent once more, with the new one`, () =>
      Effect.gen(function*() {
        const { make, server, tokenRequests } = gateway({ status: 401, body }, { accepts: (t) => t === "Bearer t2" })
        const orange = yield* make
        yield* HttpClientRequest.post("/a").pipe(HttpClientRequest.bodyText("payload"), orange.execute)
        assert.strictEqual(tokenRequests(), 2)
        const calls = server.seen.filter(({ url }) => url !== environment.tokenUrl)
        assert.deepStrictEqual(calls.map((seen) => [bearer(seen), seen.body]), [["Bearer t1", "payload"], ["Bearer t2", "payload"]])
      }))
  }

  it.scoped("code 40 renews nothing: a token that did not arrive is not helped by another", () =>
    Effect.gen(function*() {
      const { make, server } = gateway({ status: 401, body: { code: 40, message: "Missing credentials" } }, { accepts: () => false })
      const error = yield* Effect.flip((yield* make).get("/a"))
      assert.strictEqual(error._tag === "GatewayError" && error.code, 40)
      assert.strictEqual(server.seen.length, 2)
    }))

  it.scoped("a hundred calls in flight with one stale token: one renewal, all succeed", () =>
    Effect.gen(function*() {
      const { make, server, tokenRequests } = gateway({ status: 401, body: { code: 42 } }, { accepts: (t, n) => n === 1 || t === "Bearer t2" })
      const orange = yield* make
      yield* orange.get("/a")
      const exits = yield* Effect.all(Array.from({ length: 100 }, () => Effect.exit(orange.get("/a"))), { concurrency: "unbounded" })
      assert.isTrue(exits.every(Exit.isSuccess))
      assert.strictEqual(tokenRequests(), 2)
      assert.strictEqual(server.seen.length, 2 + 1 + 200)
    }))

  it.scoped("a second 401 is the caller's, and replayed no more", () =>
    Effect.gen(function*() {
      const { make, server } = gateway({ status: 401, body: { code: 42, message: "Expired credentials" } }, { accepts: () => false })
      const error = yield* Effect.flip((yield* make).get("/a"))
      assert.strictEqual(error._tag === "GatewayError" && error.code, 42)
      assert.strictEqual(server.seen.length, 4)
    }))

  it.scoped("a stream is not replayed: the token is renewed for the next call", () =>
    Effect.gen(function*() {
      const { make, tokenRequests, server } = gateway({ status: 401, body: { code: 42 } }, { accepts: (t) => t === "Bearer t2" })
      const orange = yield* make
      const error = yield* Effect.flip(HttpClientRequest.post("/a").pipe(HttpClientRequest.bodyStream(Stream.make(new Uint8Array([1]))), orange.execute))
      assert.strictEqual(error._tag, "GatewayError")
      assert.strictEqual(tokenRequests(), 2)
      yield* orange.get("/a")
      assert.strictEqual(server.seen.filter(({ url }) => url !== environment.tokenUrl).length, 2)
    }))

  it.scoped("41 and 50 that stand park the API: a thousand calls in 30 s send next to nothing, and others are free", () =>
    Effect.gen(function*() {
      for (const [status, code] of [[401, 41], [403, 50]] as const) {
        const { orange, server } = yield* over((seen) => seen.url.includes("/sms/") ? { status, body: { code, message: "no" } } : ok)
        for (let i = 0; i < 200; i++) {
          const error = yield* Effect.flip(orange.get("/sms/v1"))
          assert.strictEqual(error._tag === "GatewayError" && error.code, code)
        }
        yield* orange.get("/poi/v1")
        assert.isAtMost(server.seen.length, 2)
        yield* TestClock.adjust("30 seconds")
        yield* Effect.flip(orange.get("/sms/v1"))
        assert.isAtMost(server.seen.length, 3)
      }
    }))

  it.effect("on the emulator: a revoked token is renewed behind the call", () =>
    Effect.gen(function*() {
      const orange = yield* client
      const emulator = yield* Emulator.Emulator
      yield* orange.get(shops)
      yield* emulator.revokeAllAccessTokens
      const exits = yield* Effect.all(Array.from({ length: 100 }, () => Effect.exit(orange.get(shops))), { concurrency: "unbounded" })
      assert.isTrue(exits.every(Exit.isSuccess))
      assert.strictEqual(yield* countOf("token"), 2)
    }).pipe(Effect.provide(layers())))

  it.effect("on the emulator: an application without subscription is told so", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.unsubscribe(emulator.credentials.clientId, "poi-shops")
      const error = yield* Effect.flip((yield* client).get(shops))
      assert.strictEqual(error._tag === "GatewayError" && error.code, 50)
      assert.include(error.message, "not subscribed")
      assert.isString(error._tag === "GatewayError" && error.requestId)
    }).pipe(Effect.provide(layers())))
})

describe("what is sent again", () => {
  const failures: ReadonlyArray<readonly [string, Outcome, boolean, boolean]> = [
    ["429", { status: 429 }, true, true],
    ["403 with 53", { status: 403, body: { code: 53, message: "Too many requests" } }, true, true],
    ["refused", { fails: "ECONNREFUSED" }, true, true],
    ["unresolved", { fails: "ENOTFOUND" }, true, true],
    ["408", { status: 408 }, true, false],
    ["500", { status: 500, body: { code: 1 } }, true, false],
    ["502", { status: 502, body: "<html>" }, true, false],
    ["503", { status: 503, body: { code: 5 } }, true, false],
    ["504", { status: 504, body: { code: 6 } }, true, false],
    ["reset", { fails: "ECONNRESET" }, true, false],
    ["TLS", { fails: "CERT_HAS_EXPIRED" }, false, false],
    ["400", { status: 400, body: { code: 23 } }, false, false],
    ["403 with 50", { status: 403, body: { code: 50 } }, false, false],
    ["404", { status: 404, body: { code: 60 } }, false, false],
    ["501", { status: 501 }, false, false]
  ]
  for (const [what, outcome, get, post] of failures) {
    it.effect(`${what}: GET ${get ? "yes" : "no"}, POST ${post ? "yes" : "no"}, and POST that may be done twice like GET`, () =>
      Effect.gen(function*() {
        const attempts = (call: (orange: Effect.Effect.Success<ReturnType<typeof over>>["orange"]) => Effect.Effect<unknown, unknown>) =>
          Effect.gen(function*() {
            const { orange, server } = yield* over((_, n) => n === 1 ? outcome : ok)
            yield* Effect.exit(advancing(call(orange), 200))
            return server.seen.length
          })
        assert.strictEqual(yield* attempts((orange) => orange.get("/a")), get ? 2 : 1)
        assert.strictEqual(yield* attempts((orange) => orange.post("/a")), post ? 2 : 1)
        assert.strictEqual(yield* attempts((orange) => OrangeHttpClient.withCallOptions({ idempotent: true })(orange.post("/a"))), get ? 2 : 1)
        assert.strictEqual(yield* attempts((orange) => OrangeHttpClient.withCallOptions({ idempotent: false })(orange.get("/a"))), post ? 2 : 1)
      }))
  }

  it.effect("a stream never, whatever the failure", () =>
    Effect.gen(function*() {
      const { orange, server } = yield* over(() => ({ status: 429 }))
      const error = yield* Effect.flip(HttpClientRequest.put("/a").pipe(HttpClientRequest.bodyStream(Stream.make(new Uint8Array([1]))), orange.execute))
      assert.strictEqual(error._tag, "ThrottledError")
      assert.strictEqual(server.seen.length, 1)
    }))

  it.effect("Retry-After is the floor of the wait", () =>
    Effect.gen(function*() {
      const { orange, server } = yield* over((_, n) => n === 1 ? { status: 429, headers: { "retry-after": "6" } } : ok)
      yield* advancing(orange.post("/a"), 100)
      assert.isAtLeast(server.seen[1]?.at ?? 0, 6_000)
    }))

  it.effect("a Retry-After above maxWait is given to the caller at once", () =>
    Effect.gen(function*() {
      const { orange, server } = yield* over(() => ({ status: 429, headers: { "retry-after": "60" } }))
      const error = yield* Effect.flip(orange.get("/a"))
      assert.strictEqual(error._tag === "ThrottledError" && Duration.toSeconds(error.retryAfter), 60)
      assert.strictEqual(error._tag === "ThrottledError" && error.source, "Api")
      assert.strictEqual(server.seen.length, 1)
    }))

  it.effect("a POST without an answer is OutcomeUnknown, and never sent twice", () =>
    Effect.gen(function*() {
      for (const outcome of [Effect.succeed<Outcome>({ fails: "ECONNRESET" }), Effect.never]) {
        const { orange, server } = yield* over(() => outcome, { timeout: "1 second" })
        const error = yield* advancing(Effect.flip(orange.post("/sms/v1", { headers: {} }).pipe(OrangeHttpClient.withCallOptions({ operation: "sendSms" }))), 200)
        assert.strictEqual(error._tag, "OutcomeUnknown")
        assert.include(error.message, "sendSms")
        assert.strictEqual(server.seen.length, 1)
      }
    }))

  it.effect("the token endpoint's own failures are not the call's to retry", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ({ status: 401, body: { error: "invalid_client" } }))
      const auth = yield* ClientCredentials.make({ environment, credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("secret") }) }).pipe(Effect.provide(server.layer))
      const orange = yield* OrangeHttpClient.make(auth).pipe(Effect.provide(server.layer))
      assert.strictEqual(yield* tagOf(orange.get("/a")), "OAuthError")
      assert.strictEqual(server.seen.length, 1)
    }).pipe(Effect.scoped))
})

describe("refusals, by precedence", () => {
  it.effect("gateway envelope, in either order of fields and with a string code", () =>
    Effect.gen(function*() {
      for (const body of [{ code: 25, message: "Missing header", description: "X" }, { code: 25, description: "Missing header" }, { code: "25", message: "m" }]) {
        const { orange } = yield* over(() => ({ status: 400, body, headers: { "x-oapi-request-id": "req-1", "x-correlator": "cor-1" } }))
        const error = yield* Effect.flip(orange.get("/a"))
        assert.strictEqual(error._tag, "GatewayError")
        if (error._tag !== "GatewayError") return
        assert.deepStrictEqual([error.code, error.status, error.requestId, error.correlator, error.operation], [25, 400, "req-1", "cor-1", "GET a"])
      }
    }))

  it.effect("anything else is an unexpected status whose body is kept and not shown", () =>
    Effect.gen(function*() {
      for (const body of ["<html>secret page of +2250779914028</html>", { requestError: { serviceException: { text: "jane +2250779914028" } } }, { status: 403, code: "PERMISSION_DENIED", message: "+2250779914028" }]) {
        const { orange } = yield* over(() => ({ status: 403, body }))
        const error = yield* Effect.flip(orange.get("/a"))
        assert.strictEqual(error._tag, "UnexpectedStatusError")
        assert.include(error._tag === "UnexpectedStatusError" && error.body, "0779914028")
        assert.notInclude(`${inspect(error)}${JSON.stringify(error)}${error.message}`, "0779914028")
      }
    }))

  it.effect("an error body above 64 kB is refused", () =>
    Effect.gen(function*() {
      const { orange } = yield* over(() => ({ status: 400, body: "x".repeat(65 * 1024) }))
      const error = yield* Effect.flip(orange.get("/a"))
      assert.strictEqual(error._tag === "MalformedResponseError" && error.reason, "size")
    }))

  it.effect("a body that is not JSON fails where it is read, without the bearer in the error", () =>
    Effect.gen(function*() {
      const { orange } = yield* over(() => ({ body: "<html>", headers: { "content-type": "application/json" } }))
      const response = yield* orange.get("/a")
      const error = yield* Effect.flip(response.json)
      assert.strictEqual(error.reason, "Decode")
      assert.notInclude(inspect(error, { depth: 12 }), "borrowed")
      assert.notInclude(inspect(response, { depth: 12, showHidden: false }), "borrowed")
    }))

  it.effect("a response gives text, bytes, stream, form and JSON", () =>
    Effect.gen(function*() {
      const { orange } = yield* over((_, n) => n <= 5 ? { body: "{\"a\":1}", headers: { "content-type": "application/json" } } : { body: "x=1", headers: { "content-type": "application/octet-stream" } })
      const get = orange.get("/a")
      assert.deepStrictEqual(yield* Effect.flatMap(get, (r) => r.json), { a: 1 })
      assert.strictEqual(yield* Effect.flatMap(get, (r) => r.text), "{\"a\":1}")
      assert.strictEqual((yield* Effect.flatMap(get, (r) => r.arrayBuffer)).byteLength, 7)
      assert.strictEqual((yield* Stream.runCollect(Stream.unwrap(Effect.map(get, (r) => r.stream)))).length, 1)
      yield* get
      assert.strictEqual(yield* Effect.flatMap(get, (r) => r.text), "x=1")
      assert.strictEqual((yield* Effect.flatMap(get, (r) => r.arrayBuffer)).byteLength, 3)
      assert.deepStrictEqual((yield* Effect.flatMap(get, (r) => r.urlParamsBody))[0], ["x", "1"])
    }))

  it.effect("faults of the gateway end in typed errors", () =>
    Effect.gen(function*() {
      const orange = yield* client
      const emulator = yield* Emulator.Emulator
      for (const [fault, tag] of [[Fault.html(502), "UnexpectedStatusError"], [Fault.redirect("https://evil.test"), "TransportError"], [Fault.reset, "TransportError"]] as const) {
        yield* emulator.faults.next("gateway", fault)
        assert.strictEqual(yield* tagOf(orange.get(shops).pipe(OrangeHttpClient.withCallOptions({ retry: RetryPolicy.none }))), tag)
      }
    }).pipe(Effect.provide(layers())))
})

describe("RequestBudget for API calls", () => {
  it.effect("calls queue at 25 a second where its layer is provided", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ok)
      yield* Effect.gen(function*() {
        const orange = yield* client
        yield* advancing(Effect.all(Array.from({ length: 100 }, () => orange.get("/a")), { concurrency: "unbounded" }), 50)
      }).pipe(Effect.provide(OrangeHttpClient.layer().pipe(Layer.provide([server.layer, AppAuth.layerToken(Redacted.make("t"), environment)]))))
      const at = server.seen.map((seen) => seen.at)
      at.forEach((from) => assert.isAtMost(at.filter((other) => other >= from && other < from + 1_000).length, 25))
      assert.isAtMost(Math.max(...at), 4_000)
    }).pipe(Effect.provide(RequestBudget.layer())))

  it.effect("a queue longer than maxWait refuses at once, an interrupted waiter gives its place back", () =>
    Effect.gen(function*() {
      const budget = yield* RequestBudget.make({ apiCalls: { limit: 1, window: "1 second" }, maxWait: "2 seconds" })
      yield* budget.apiCall("a")
      const first = yield* Effect.fork(budget.apiCall("a"))
      const second = yield* Effect.fork(budget.apiCall("a"))
      yield* TestClock.adjust(10)
      const error = yield* Effect.flip(budget.apiCall("a"))
      assert.strictEqual(error.source, "Budget")
      yield* Fiber.interrupt(first)
      const third = yield* Effect.fork(budget.apiCall("a"))
      yield* TestClock.adjust("1 second")
      assert.isTrue(Exit.isSuccess(yield* Fiber.await(second)))
      yield* TestClock.adjust("1 second")
      assert.isTrue(Exit.isSuccess(yield* Fiber.await(third)))
    }))

  it.effect("an API may have a limit of its own", () =>
    Effect.gen(function*() {
      const budget = yield* RequestBudget.make({ apis: { sms: { limit: 5, window: "1 second" } } })
      const sent: Array<number> = []
      const call = (api: string) => Effect.zipRight(budget.apiCall(api), Effect.clockWith((clock) => Effect.map(clock.currentTimeMillis, (at) => sent.push(at))))
      yield* advancing(Effect.all(Array.from({ length: 20 }, () => call("sms")), { concurrency: "unbounded" }), 50)
      sent.forEach((from) => assert.isAtMost(sent.filter((other) => other >= from && other < from + 1_000).length, 5))
    }))

  it.effect("calls that yield go when no other waits, and an interrupted one leaves the line", () =>
    Effect.gen(function*() {
      const budget = yield* RequestBudget.make({ apiCalls: { limit: 1, window: "1 second" }, maxWait: "1 minute" })
      const order: Array<string> = []
      const call = (name: string) => Effect.tap(budget.apiCall("sms"), () => Effect.sync(() => order.push(name)))
      yield* call("first")
      const [, gone] = yield* Effect.forEach(["bulk 1", "bulk 2", "bulk 3"], (name) => Effect.fork(RequestBudget.yielding(call(name))))
      yield* TestClock.adjust(10)
      yield* Effect.forEach(["single 1", "single 2"], (name) => Effect.fork(call(name)))
      yield* Fiber.interrupt(gone!)
      yield* TestClock.adjust("10 seconds")
      // The one whose turn it was keeps it.
      assert.deepStrictEqual(order, ["first", "bulk 1", "single 1", "single 2", "bulk 3"])
    }))

  it.effect("a call that does not yield is not refused for those that do", () =>
    Effect.gen(function*() {
      const budget = yield* RequestBudget.make({ apiCalls: { limit: 1, window: "1 second" }, maxWait: "3 seconds" })
      yield* budget.apiCall("sms")
      for (let i = 0; i < 3; i++) yield* Effect.fork(RequestBudget.yielding(budget.apiCall("sms")))
      yield* TestClock.adjust(10)
      assert.strictEqual((yield* Effect.flip(RequestBudget.yielding(budget.apiCall("sms")))).source, "Budget")
      const single = yield* Effect.fork(budget.apiCall("sms"))
      yield* TestClock.adjust("2 seconds")
      assert.isTrue(Exit.isSuccess(yield* Fiber.await(single)))
    }))
})
