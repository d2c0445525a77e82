/**
 * Canaries of two kinds, secrets and persons, go through every path of both grants and of the authorised client; then
 * everything that a program can print is searched for them, in every form in which they could hide. Each sink is first
 * shown to find a planted leak: a search that cannot find proves nothing.
 */
import { assert, describe, it } from "@effect/vitest"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import * as jose from "jose"
import { ApiError, AuthorizationCode, Ciba, ClientCredentials, Credentials, OAuthError, OrangeHttpClient, TokenSeal, TokenStore } from "@effect-orange/core"
import { canaries, formsOf, leaksIn, persons, printed, secrets } from "./canaries.js"
import { environment, makeServer, type Outcome, type Seen } from "./support.js"
import { callsOf } from "./taintedCalls.js"

/** A sink for logs, spans and metrics. */
const makeSinks = () => {
  const lines: Array<string> = []
  const loggers = [Logger.stringLogger, Logger.logfmtLogger, Logger.jsonLogger, Logger.structuredLogger].map((logger) =>
    Logger.map(logger as Logger.Logger<unknown, unknown>, (out) => {
      lines.push(typeof out === "string" ? out : JSON.stringify(out))
    })
  )
  const spans: Array<Tracer.Span> = []
  const native = Tracer.make({
    span: (name, parent, context, links, startTime, kind) => {
      const attributes = new Map<string, unknown>()
      const events: Array<unknown> = []
      const span: Tracer.Span = {
        _tag: "Span",
        name,
        spanId: String(spans.length),
        traceId: "trace",
        parent,
        context,
        status: { _tag: "Started", startTime },
        attributes,
        links,
        sampled: true,
        kind,
        end: (endTime, exit) => Object.assign(span, { status: { _tag: "Ended", startTime, endTime, exit } }),
        attribute: (key, value) => attributes.set(key, value),
        event: (event, at, eventAttributes) => events.push([event, at, eventAttributes]),
        addLinks: () => undefined
      }
      Object.assign(span, { events })
      spans.push(span)
      return span
    },
    context: (execute) => execute()
  })
  const layer = Layer.mergeAll(
    loggers.reduce<Layer.Layer<never>>((all, logger) => Layer.merge(all, Logger.add(logger)), Logger.remove(Logger.defaultLogger)),
    Logger.minimumLogLevel(LogLevel.All),
    Layer.setTracer(native)
  )
  const spanText = () =>
    spans.map((span) => {
      const { status } = span
      const exit = status._tag === "Ended" && Exit.isFailure(status.exit) ? `${Cause.pretty(status.exit.cause)}${printed(status.exit)}` : ""
      return [span.name, JSON.stringify([...span.attributes]), printed((span as unknown as { events: unknown }).events), exit].join("\n")
    }).join("\n")
  return { lines, layer, spanText, spanCount: () => spans.length }
}

const metricText = Effect.map(Metric.snapshot, (pairs) => pairs.map((pair) => `${printed(pair.metricKey)}${printed(pair.metricState)}`).join("\n"))

const person = { name: persons.name, email: persons.email, phone_number: persons.number, message: persons.text, sub: persons.sub }

/** A gateway or authorization server that echoes everything it is told, and all that it knows of a person. */
const echo = (seen: Seen): object => ({
  error: "invalid_request",
  error_description: `you sent ${seen.body} ${seen.headers["authorization"]} ${Object.values(secrets).join(" ")} ${persons.number} ${persons.email}`,
  ...person,
  code: 23,
  message: `for ${persons.number}`,
  description: `${seen.headers["authorization"]} ${persons.email}`
})

/** For an application that has a key and no secret: nothing could take out of an answer what it does not know. */
const withoutSecret = (outcome: Outcome): Outcome =>
  "fails" in outcome || outcome.body === undefined ? outcome : { ...outcome, body: JSON.parse(JSON.stringify(outcome.body).replaceAll(secrets.clientSecret, "")) }

const tokens = { token_type: "Bearer", access_token: secrets.accessToken, refresh_token: secrets.refreshToken, expires_in: 3600 }

const tokenOutcomes: ReadonlyArray<(seen: Seen) => Outcome> = [
  () => ({ body: tokens }),
  (seen) => ({ status: 400, body: echo(seen) }),
  (seen) => ({ status: 401, body: { ...echo(seen), error: secrets.clientSecret } }),
  (seen) => ({ status: 503, body: JSON.stringify(echo(seen)) }),
  (seen) => ({ status: 429, body: echo(seen), headers: { "retry-after": "3600" } }),
  () => ({ body: { ...tokens, expires_in: secrets.accessToken } }),
  () => ({ body: { ...tokens, token_type: secrets.refreshToken } }),
  () => ({ body: JSON.stringify(tokens).slice(0, 60) }),
  () => ({ body: { ...tokens, access_token: `${secrets.accessToken} with a blank` } }),
  () => ({ status: 302, headers: { location: `https://evil.test/?t=${secrets.accessToken}` } }),
  () => ({ fails: "ECONNRESET" }),
  () => ({ body: { ...tokens, id_token: secrets.idToken } })
]

const apiOutcomes: ReadonlyArray<(seen: Seen) => Outcome> = [
  () => ({ body: person }),
  (seen) => ({ status: 400, body: echo(seen) }),
  (seen) => ({ status: 401, body: { ...echo(seen), code: 42 } }),
  (seen) => ({ status: 403, body: { ...echo(seen), code: 50 } }),
  (seen) => ({ status: 403, body: { ...echo(seen), code: 53 } }),
  (seen) => ({ status: 404, body: JSON.stringify(echo(seen)) }),
  () => ({ status: 409 }),
  () => ({ status: 500, body: `<html>${persons.text}</html>` }),
  () => ({ status: 301, headers: { location: `https://evil.test/${persons.number}` } }),
  () => ({ fails: "ECONNRESET" }),
  () => ({ body: "<html>", headers: { "content-type": "application/json" } })
]

const credentialsOf = [
  Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make(secrets.clientSecret) }),
  Credentials.body({ clientId: "my-app", clientSecret: Redacted.make(secrets.clientSecret) })
]

/** Keeps whatever effects give or fail with, to be searched. */
const makeKeeper = () => {
  const seen: Array<unknown> = []
  const keep = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.flatMap(Effect.exit(effect), (exit) =>
      Effect.sync(() => {
        seen.push(exit)
        if (Exit.isFailure(exit)) seen.push(exit.cause, Cause.pretty(exit.cause, { renderErrorCause: true }), Cause.squash(exit.cause))
        else seen.push(exit.value)
        return exit
      }))
  const moving = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(effect)
      for (let i = 0; i < 40 && fiber.unsafePoll() === null; i++) yield* TestClock.adjust("1 second")
      return yield* fiber
    })
  return { keep, moving, seen }
}

/** What every path gives back or fails with. */
const collectPaths = Effect.gen(function*() {
  const { keep, moving, seen } = makeKeeper()

  for (const credentials of credentialsOf) {
    seen.push(credentials)
    for (const outcome of tokenOutcomes) {
      const server = makeServer(outcome)
      yield* Effect.scoped(Effect.gen(function*() {
        const auth = yield* ClientCredentials.make({ environment, credentials })
        yield* keep(moving(auth.token))
        yield* keep(moving(auth.token))
      })).pipe(Effect.provide(server.layer))
    }
  }

  for (const outcome of apiOutcomes) {
    const server = makeServer((one) => one.url === environment.tokenUrl ? { body: tokens } : outcome(one))
    yield* Effect.scoped(Effect.gen(function*() {
      const auth = yield* ClientCredentials.make({ environment, credentials: credentialsOf[0]! })
      const orange = yield* OrangeHttpClient.make(auth)
      const path = `/smsmessaging/v1/outbound/${encodeURIComponent(`tel:${persons.number}`)}/requests`
      const call = HttpClientRequest.post(path).pipe(
        HttpClientRequest.setUrlParam("to", persons.number),
        HttpClientRequest.setHeader("x-person", persons.name),
        HttpClientRequest.bodyUnsafeJson({ message: persons.text, pay_token: secrets.payToken }),
        orange.execute
      )
      const exit = yield* keep(moving(call))
      if (Exit.isSuccess(exit)) yield* keep(Effect.asVoid(exit.value.json))
      yield* keep(orange.get(`https://evil.test/${persons.number}`))
      yield* keep(moving(orange.get(path).pipe(OrangeHttpClient.withCallOptions({ propagateTraces: true }))))
    })).pipe(Effect.provide(server.layer))
  }

  const sealedSecrets: Array<readonly [string, string]> = []
  for (const outcome of tokenOutcomes) {
    const server = makeServer((one) => one.method === "POST" ? outcome(one) : { body: { keys: [] } })
    yield* Effect.gen(function*() {
      const grant = yield* AuthorizationCode.AuthorizationCode
      const asked = yield* grant.authorize({ scopes: ["openid"], loginHint: Redacted.make(`tel:${persons.number}`) })
      const parameters = new URL(asked.url).searchParams
      for (const name of ["state", "nonce"]) sealedSecrets.push([name, parameters.get(name) ?? "?".repeat(43)])
      sealedSecrets.push(["transaction", asked.transaction])
      seen.push(asked)
      const state = parameters.get("state") ?? ""
      const redirects = [
        `/cb?code=${secrets.code}&state=wrong`,
        `/cb?error=${secrets.code}&error_description=${encodeURIComponent(`${state} ${persons.number} ${persons.email}`)}&state=${state}`,
        `/cb?code=${secrets.code}&state=${state}&iss=${secrets.accessToken}`,
        `/cb?code=${secrets.code}&state=${state}`,
        `/cb?code=${secrets.code}&state=${state}`
      ]
      for (const redirect of redirects) yield* keep(moving(grant.callback(redirect, { transaction: asked.transaction, id: persons.email })))
      yield* keep(grant.callback("/cb", { transaction: `${asked.transaction}x` }))
      yield* keep(moving(Effect.flatMap(grant.session(persons.email), (source) => source.token)))
    }).pipe(Effect.provide(
      AuthorizationCode.layer({ environment, credentials: credentialsOf[0]!, redirectUri: "https://app.test/cb" }).pipe(
        Layer.provide([server.layer, TokenStore.layerMemory, TokenSeal.layerEphemeral])
      )
    ))
  }

  // A session whose refreshes fail in every way.
  for (const outcome of tokenOutcomes) {
    let logins = 0
    const server = makeServer((one) => one.form.get("grant_type") === "authorization_code" && logins++ === 0 ? { body: tokens } : outcome(one))
    yield* Effect.gen(function*() {
      const grant = yield* AuthorizationCode.AuthorizationCode
      const asked = yield* grant.authorize({ scopes: ["profile_sandbox"] })
      const state = new URL(asked.url).searchParams.get("state") ?? ""
      const session = yield* grant.callback(`/cb?code=${secrets.code}&state=${state}`, { transaction: asked.transaction, id: persons.email })
      seen.push(session)
      const source = yield* grant.session(persons.email)
      yield* TestClock.adjust("61 minutes")
      yield* keep(moving(source.token))
      yield* keep(moving(source.token))
      const store = yield* TokenStore.TokenStore
      seen.push(store)
    }).pipe(Effect.provide(
      AuthorizationCode.layer({ environment, credentials: credentialsOf[1]!, redirectUri: "https://app.test/cb" }).pipe(
        Layer.provide([server.layer, TokenSeal.layerEphemeral]),
        Layer.provideMerge(TokenStore.layerMemory)
      )
    ))
  }

  // A subscriber who is authenticated by another channel: each failure at the beginning, and at the question.
  const { privateKey } = yield* Effect.promise(() => jose.generateKeyPair("ES256", { extractable: true }))
  const signed = yield* Credentials.privateKeyJwt({ clientId: "my-app", privateKey: Redacted.make(yield* Effect.promise(() => jose.exportPKCS8(privateKey))), algorithm: "ES256" })
  seen.push(signed)
  for (const outcome of tokenOutcomes) {
    for (const failsAt of ["bc-authorize", "token"]) {
      const begun: Outcome = { body: { auth_req_id: secrets.code, expires_in: 20, interval: 5 } }
      const server = makeServer((one) => {
        sealedSecrets.push(["assertion", one.form.get("client_assertion")!])
        return one.url.endsWith(failsAt) ? withoutSecret(outcome(one)) : one.url.endsWith("token") ? { body: tokens } : begun
      })
      const at = { ...environment, userTokenUrl: "https://api.test/ciba/token", backchannelUrl: "https://api.test/ciba/bc-authorize" }
      yield* Effect.scoped(Effect.gen(function*() {
        const ciba = yield* Ciba.make({ environment: at, credentials: signed })
        const exit = yield* keep(moving(ciba.authenticate({ loginHint: `tel:${persons.number}`, scopes: ["sim-swap:check"] })))
        if (Exit.isSuccess(exit)) yield* keep(exit.value.token)
      })).pipe(Effect.provide(server.layer))
    }
  }

  const declared = new ApiError.NotFound({ operation: "op", status: 404, body: person })
  const failures = [
    declared,
    new ApiError.UnexpectedStatusError({ operation: "op", status: 418, body: JSON.stringify(person) }),
    new OAuthError.ReauthorizationRequired({ reason: "Refused" })
  ]
  for (const error of failures) yield* keep(Effect.fail(error))
  yield* Effect.logError("declared", Cause.fail(declared))
  assert.strictEqual((declared.body as typeof person).name, persons.name, "reachable, though not printed")
  return { seen, sealedSecrets }
})

describe("taint: no secret and no person in anything that can be printed (invariant 11)", () => {
  it.effect("values, errors, causes, logs, spans and metrics of every path are clean", () =>
    Effect.gen(function*() {
      const sinks = makeSinks()
      const { sealedSecrets, seen } = yield* Effect.provide(collectPaths, sinks.layer)
      assert.isAbove(seen.length, 150)
      assert.isAbove(sinks.lines.length, 100)
      assert.isAbove(sinks.spanCount(), 50)
      for (const value of seen) {
        const text = printed(value)
        const leaks = leaksIn(text, sealedSecrets)
        assert.deepStrictEqual(leaks, [], text.slice(0, 1_500))
      }
      assert.deepStrictEqual(leaksIn(sinks.lines.join("\n"), sealedSecrets), [], sinks.lines.filter((line) => leaksIn(line).length > 0).slice(0, 3).join("\n"))
      assert.deepStrictEqual(leaksIn(sinks.spanText(), sealedSecrets), [])
      assert.deepStrictEqual(leaksIn(yield* metricText, sealedSecrets), [])
    }), 120_000)

  it.effect("a generated call: success, declared error, malformed answer, invalid request", () =>
    Effect.gen(function*() {
      const sinks = makeSinks()
      const { keep, moving, seen } = makeKeeper()
      const failed = (exit: Exit.Exit<unknown, unknown>) => Exit.isFailure(exit) ? Effect.logError("a call failed", exit.cause) : Effect.void
      const { calls, server } = callsOf()
      const tags = new Set<string>()
      yield* Effect.forEach(calls, (call) =>
        Effect.flatMap(keep(moving(call)), (exit) => {
          if (Exit.isFailure(exit)) tags.add(Cause.squash(exit.cause) instanceof Error ? (Cause.squash(exit.cause) as { readonly _tag?: string })._tag ?? "a defect" : "a defect")
          return failed(exit)
        })).pipe(Effect.provide(sinks.layer))
      // All of it was there to leak, on the way out and on the way back.
      const sent = server.seen.map(({ body, headers, url }) => `${decodeURIComponent(url)} ${JSON.stringify(headers)} ${body}`).join("\n")
      assert.includeMembers(leaksIn(sent).slice(), ["accessToken", "apiKey", "number", "text", "name"])
      assert.includeMembers([...tags], ["ApiBadRequest", "GatewayError", "InvalidRequestError", "MalformedResponseError", "ThrottledError", "TransportError", "UnexpectedStatusError"])
      assert.notInclude([...tags], "a defect")
      for (const value of seen) assert.deepStrictEqual(leaksIn(printed(value)), [], printed(value).slice(0, 1_500))
      assert.isAtLeast(sinks.lines.length, calls.length)
      assert.isAtLeast(sinks.spanCount(), server.seen.length)
      assert.deepStrictEqual(leaksIn(sinks.lines.join("\n")), [], sinks.lines.filter((line) => leaksIn(line).length > 0).slice(0, 3).join("\n"))
      assert.deepStrictEqual(leaksIn(sinks.spanText()), [])
      assert.deepStrictEqual(leaksIn(yield* metricText), [])
    }), 60_000)

  it.effect("each sink finds a planted leak, in each form", () =>
    Effect.gen(function*() {
      const sinks = makeSinks()
      yield* Effect.gen(function*() {
        yield* Effect.logDebug(`token ${secrets.accessToken}`)
        yield* Effect.void.pipe(Effect.withSpan("leak", { attributes: { url: `/x/${encodeURIComponent(persons.number)}` } }))
        yield* Metric.increment(Metric.counter("planted").pipe((metric) => metric)).pipe(Effect.tagMetrics("number", persons.number))
      }).pipe(Effect.provide(sinks.layer))
      assert.deepStrictEqual(leaksIn(sinks.lines.join("\n")), ["accessToken"])
      assert.include(leaksIn(sinks.spanText()), "number")
      assert.include(leaksIn(yield* metricText), "number")
      assert.include(leaksIn(printed(new Error(persons.email))), "email")
      assert.include(leaksIn(printed({ deep: { in: [persons.text] } })), "text")
      assert.include(leaksIn(btoa(`my-app:${encodeURIComponent("x")}`) + Buffer.from(`my-app:${secrets.clientSecret}`).toString("base64")), "clientSecret")
      for (const [name, value] of canaries) {
        for (const form of formsOf(value)) {
          if (form.length > 5) assert.include(leaksIn(`… ${form} …`), name, form)
        }
      }
      assert.isTrue(Option.isSome(Option.fromNullable(Cause.pretty(Cause.fail(new Error(secrets.code))).match(secrets.code))))
    }))
})
