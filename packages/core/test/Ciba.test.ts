/** CIBA: authenticated once for each subscriber and purpose, asked as often as the server lets us, and never twice. */
import { AppAuth, Ciba, Credentials, Environment, RequestBudget, TokenSource } from "@effect-orange/core"
import { assert, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import * as jose from "jose"
import { inspect } from "node:util"
import { advancing, credentials, environment as base, eventually, makeServer, type Outcome, type Seen } from "./support.js"

const environment = Environment.make({
  ...base,
  userTokenUrl: "https://api.test/openidconnect/ciba/fr/v1/token",
  backchannelUrl: "https://api.test/openidconnect/ciba/fr/v1/bc-authorize"
})

const loginHint = "tel:+33699901031"
const scopes = ["dpv:FraudPreventionAndDetection", "sim-swap:check"]

const begun = (fields: object = {}): Outcome => ({ body: { auth_req_id: "request-1", expires_in: 120, interval: 5, ...fields } })
const refused = (error: string, status = 400): Outcome => ({ status, body: { error } })
const granted = (value = "subscriber-token", fields: object = {}): Outcome => ({ body: { access_token: value, token_type: "Bearer", expires_in: "300", ...fields } })
const pending = refused("authorization_pending")

const isBegin = ({ url }: Seen): boolean => url.includes("bc-authorize")

/** Answers the polls in turn, the last for all further ones; what is not a list answers every one. */
const server = (polls: ReadonlyArray<Outcome>, begin: (n: number) => Outcome = () => begun()) => {
  let [begins, asked] = [0, 0]
  return makeServer((seen) => isBegin(seen) ? begin(++begins) : polls[Math.min(asked++, polls.length - 1)]!)
}

const grant = (world: ReturnType<typeof server>, options: Partial<Ciba.Options> = {}) =>
  Ciba.layer({ environment, credentials, ...options }).pipe(Layer.provide(world.layer))

const authenticate = (request: Partial<Ciba.Request> = {}) => Effect.flatMap(Ciba.Ciba, (ciba) => ciba.authenticate({ loginHint, scopes, ...request }))
const token = (request: Partial<Ciba.Request> = {}) => Effect.flatMap(authenticate(request), (source) => Effect.map(source.token, ({ value }) => Redacted.value(value)))

/** Runs an effect that waits, letting so much time pass. */
const during = <A, E, R>(effect: Effect.Effect<A, E, R>, time: "30 seconds" | "3 minutes" = "30 seconds") =>
  Effect.gen(function*() {
    const fiber = yield* Effect.fork(effect)
    // Hashes and signatures take real time: the clock waits for who sleeps by it, and for what is on its way.
    yield* eventually(TestClock.sleeps(), (sleeps) => !Chunk.isEmpty(sleeps))
    yield* TestServices.provideLive(Effect.sleep("50 millis"))
    yield* TestClock.adjust(time)
    return yield* Fiber.join(fiber)
  })

const pollsOf = ({ seen }: ReturnType<typeof server>) => seen.filter((one) => !isBegin(one))

describe("an authentication", () => {
  it.effect("names the subscriber and the purpose, then asks at the server's interval", () => {
    const world = server([pending, pending, granted()])
    return Effect.gen(function*() {
      assert.strictEqual(yield* during(token()), "subscriber-token")
      const [first, ...polls] = world.seen
      assert.deepStrictEqual(Object.fromEntries(first!.form), { scope: "dpv:FraudPreventionAndDetection openid sim-swap:check", login_hint: loginHint })
      assert.strictEqual(first!.headers["accept"], "application/json")
      assert.deepStrictEqual(polls.map(({ at, form }) => [at, Object.fromEntries(form)]), [5_000, 10_000, 15_000].map((at) =>
        [at, { grant_type: "urn:openid:params:grant-type:ciba", auth_req_id: "request-1" }]))
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("is one for all who ask, for a subscriber and a purpose, however it is written", () => {
    const world = server([granted()])
    return Effect.gen(function*() {
      const all = Effect.all([token(), token({ scopes: scopes.toReversed() }), token({ scopes: ["openid", ...scopes, ...scopes] })], { concurrency: "unbounded" })
      yield* during(all)
      yield* during(token())
      assert.strictEqual(world.seen.length, 2)
      yield* during(Effect.all([token({ loginHint: "tel:+33699901032" }), token({ scopes: ["sim-swap:check"] })], { concurrency: "unbounded" }))
      assert.strictEqual(world.seen.filter(isBegin).length, 3)
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("is made anew by the first use after its token's end, and not before", () => {
    const world = server([granted("first"), granted("second")])
    return Effect.gen(function*() {
      const source = yield* during(authenticate())
      yield* TestClock.adjust("4 minutes")
      yield* source.token
      assert.strictEqual(world.seen.length, 2)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(yield* during(Effect.map(source.token, ({ value }) => Redacted.value(value))), "second")
      assert.strictEqual(world.seen.length, 4)
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("a token that an API rejects is replaced by another authentication", () => {
    const world = server([granted("first"), granted("second")])
    return Effect.gen(function*() {
      const source = yield* during(authenticate())
      const rejected = yield* source.token
      assert.strictEqual(Redacted.value((yield* during(source.renew(rejected))).value), "second")
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("slow_down adds five seconds for good", () => {
    const world = server([refused("slow_down"), pending, granted()])
    return Effect.gen(function*() {
      yield* during(token(), "3 minutes")
      assert.deepStrictEqual(pollsOf(world).map(({ at }) => at), [5_000, 15_000, 25_000])
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("without an interval asks every five seconds; a string is a number; never more often than once a second", () =>
    Effect.gen(function*() {
      for (const [interval, at] of [[undefined, 5_000], ["7", 7_000], [0, 1_000]] as const) {
        const world = server([granted()], () => begun({ interval }))
        const start = yield* Effect.clockWith((clock) => clock.currentTimeMillis)
        yield* during(token()).pipe(Effect.provide(grant(world)))
        assert.strictEqual(pollsOf(world)[0]!.at - start, at, String(interval))
      }
    }))

  it.effect("outlasts lost answers, failures and throttles of the server, asking less often", () => {
    const world = server([{ fails: "ECONNRESET" }, { status: 503, body: "" }, { status: 429, headers: { "retry-after": "20" }, body: "" }, granted()])
    return Effect.gen(function*() {
      assert.strictEqual(yield* during(token(), "3 minutes"), "subscriber-token")
      assert.deepStrictEqual(pollsOf(world).map(({ at }) => at), [5_000, 15_000, 25_000, 45_000])
    }).pipe(Effect.provide(grant(world)))
  })

  it.effect("outlasts a budget of its own", () => {
    const world = server([pending, granted()])
    return Effect.gen(function*() {
      assert.strictEqual(yield* during(token(), "3 minutes"), "subscriber-token")
    }).pipe(Effect.provide(grant(world).pipe(Layer.provide(RequestBudget.layer({ tokenRequests: { limit: 1, window: "30 seconds" } })))))
  })

  it.effect("ends with the scope of its layer", () => {
    const world = server([pending])
    return Effect.gen(function*() {
      const scope = yield* Scope.make()
      const ciba = yield* Ciba.make({ environment, credentials }).pipe(Effect.provide(world.layer), Scope.extend(scope))
      const fiber = yield* Effect.fork(ciba.authenticate({ loginHint, scopes }))
      yield* TestClock.adjust("7 seconds")
      yield* Scope.close(scope, Exit.void)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(pollsOf(world).length, 1)
      assert.isTrue(Exit.isFailure(yield* Fiber.await(fiber)))
    })
  })
})

describe("an authentication that fails", () => {
  const failure = (polls: ReadonlyArray<Outcome>, begin?: (n: number) => Outcome) => {
    const world = server(polls, begin)
    return Effect.map(during(Effect.flip(token()), "3 minutes").pipe(Effect.provide(grant(world))), (error) => ({ error, world }))
  }

  it.effect("refused by the subscriber, or by the server's clock", () =>
    Effect.gen(function*() {
      for (const [code, reason] of [["access_denied", "Denied"], ["expired_token", "Expired"]] as const) {
        const { error } = yield* failure([pending, refused(code)])
        assert.strictEqual(error._tag === "ReauthorizationRequired" && error.reason, reason)
      }
    }))

  it.effect("that nobody answers ends when its time is over", () =>
    Effect.gen(function*() {
      const { error, world } = yield* failure([pending], () => begun({ expires_in: 22 }))
      assert.strictEqual(error._tag === "ReauthorizationRequired" && error.reason, "Expired")
      assert.deepStrictEqual(pollsOf(world).map(({ at }) => at), [5_000, 10_000, 15_000, 20_000])
    }))

  it.effect("that cannot begin says why, without the number that the server repeats", () =>
    Effect.gen(function*() {
      const { error, world } = yield* failure([granted()], () => ({ status: 400, body: { error: "unknown_user_id", error_description: `${loginHint} is not known` } }))
      assert.strictEqual(error._tag === "OAuthError" && error.error, "unknown_user_id")
      for (const text of [error.message, inspect(error, { depth: 9 }), JSON.stringify(error)]) assert.notInclude(text, "33699901031")
      assert.strictEqual(pollsOf(world).length, 0)
    }))

  it.effect("is not begun twice where the first may have arrived; it is where it cannot have", () =>
    Effect.gen(function*() {
      const lost = yield* failure([granted()], () => ({ fails: "ECONNRESET" }))
      assert.strictEqual(lost.error._tag, "TransportError")
      assert.strictEqual(lost.world.seen.length, 1)
      const world = server([granted()], (n) => n === 1 ? { fails: "ECONNREFUSED" } : begun())
      assert.strictEqual(yield* during(token()).pipe(Effect.provide(grant(world))), "subscriber-token")
    }))

  it.effect("for an answer that is none, by its paths", () =>
    Effect.gen(function*() {
      const { error } = yield* failure([granted()], () => ({ body: { auth_req_id: 5, expires_in: "soon" } }))
      assert.deepStrictEqual(error._tag === "MalformedResponseError" && [...error.paths].sort(), ["auth_req_id", "expires_in"])
    }))

  it.effect("needs both endpoints in its environment", () =>
    Effect.gen(function*() {
      for (const field of ["backchannelUrl", "userTokenUrl"] as const) {
        const error = yield* Effect.flip(Effect.scoped(Ciba.make({ environment: { ...environment, [field]: undefined }, credentials }))).pipe(Effect.provide(server([]).layer))
        assert.strictEqual(error.field, `environment.${field}`)
      }
    }))
})

describe("a signed assertion", () => {
  const makeKeys = (algorithm: "RS256" | "ES256") =>
    Effect.promise(async () => {
      const { privateKey, publicKey } = await jose.generateKeyPair(algorithm, { extractable: true })
      return { pem: await jose.exportPKCS8(privateKey), jwk: JSON.stringify(await jose.exportJWK(privateKey)), publicKey }
    })

  for (const [algorithm, form] of [["RS256", "pem"], ["ES256", "jwk"]] as const) {
    it.effect(`by ${algorithm} stands in each request, each time another, and no secret beside it (key as ${form})`, () =>
      Effect.gen(function*() {
        const keys = yield* makeKeys(algorithm)
        const signed = yield* Credentials.privateKeyJwt({ clientId: "my-app", privateKey: Redacted.make(keys[form]), algorithm, keyId: "2026-11" })
        const world = server([pending, granted()])
        yield* TestClock.setTime(1_700_000_000_000)
        // Signing is done in real time: the clock goes on for as long as it takes.
        yield* advancing(token(), 500).pipe(Effect.provide(grant(world, { credentials: signed })))
        assert.strictEqual(world.seen.length, 3)
        const ids = new Set<unknown>()
        for (const { at, form: sent, headers } of world.seen) {
          assert.isUndefined(headers["authorization"])
          assert.isFalse(sent.has("client_secret"))
          assert.deepStrictEqual([sent.get("client_id"), sent.get("client_assertion_type")], ["my-app", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"])
          const { payload, protectedHeader } = yield* Effect.promise(() =>
            jose.jwtVerify(sent.get("client_assertion")!, keys.publicKey, { currentDate: new Date(at), audience: environment.userTokenUrl!, issuer: "my-app", subject: "my-app" }))
          assert.deepStrictEqual(protectedHeader, { alg: algorithm, typ: "JWT", kid: "2026-11" })
          assert.strictEqual(payload.exp! - payload.iat!, 300)
          assert.isAtMost(payload.iat!, at / 1000)
          ids.add(payload.jti)
        }
        assert.strictEqual(ids.size, 3)
      }))
  }

  it.effect("shows neither its key nor itself", () =>
    Effect.gen(function*() {
      const { pem } = yield* makeKeys("RS256")
      const signed = yield* Credentials.privateKeyJwt({ clientId: "my-app", privateKey: Redacted.make(pem) })
      const world = makeServer((seen) => ({ status: 400, body: { error: "invalid_client", error_description: `bad ${seen.form.get("client_assertion")}` } }))
      const error = yield* Effect.flip(token()).pipe(Effect.provide(Ciba.layer({ environment, credentials: signed }).pipe(Layer.provide(world.layer))))
      const assertion = world.seen[0]!.form.get("client_assertion")!
      for (const text of [inspect(signed, { depth: 9 }), JSON.stringify(signed), error.message, inspect(error, { depth: 9 })]) {
        assert.notInclude(text, assertion)
        assert.notInclude(text, pem.split("\n")[1]!)
      }
    }))

  it.effect("needs a key that is one, private, of its algorithm, and a near end", () =>
    Effect.gen(function*() {
      const rsa = yield* makeKeys("RS256")
      const publicJwk = JSON.stringify(yield* Effect.promise(() => jose.exportJWK(rsa.publicKey)))
      const fieldOf = (options: Partial<Credentials.PrivateKeyJwtOptions>) =>
        Effect.map(Effect.flip(Credentials.privateKeyJwt({ clientId: "my-app", privateKey: Redacted.make(rsa.pem), ...options })), ({ field, message }) => {
          assert.notInclude(message, rsa.pem.split("\n")[1]!)
          return field
        })
      assert.strictEqual(yield* fieldOf({ privateKey: Redacted.make("no key") }), "privateKey")
      assert.strictEqual(yield* fieldOf({ privateKey: Redacted.make("{") }), "privateKey")
      assert.strictEqual(yield* fieldOf({ privateKey: Redacted.make(publicJwk) }), "privateKey")
      assert.strictEqual(yield* fieldOf({ algorithm: "ES256" }), "privateKey")
      assert.strictEqual(yield* fieldOf({ clientId: "my-app\n" }), "clientId")
      assert.strictEqual(yield* fieldOf({ lifetime: 0 }), "lifetime")
      assert.strictEqual(yield* fieldOf({ lifetime: "2 hours" }), "lifetime")
    }))
})

it.effect("two-legged: the application's token stands in, nobody is authenticated, and the request must say whom it is about", () =>
  Effect.gen(function*() {
    const ciba = yield* Ciba.Ciba
    assert.strictEqual(ciba.identifiedBy, "Request")
    const source: TokenSource.TokenSource<"User", unknown> = yield* authenticate()
    assert.deepStrictEqual([source.kind, source.environment.name, yield* Effect.map(source.token, ({ value }) => Redacted.value(value as Redacted.Redacted<string>))], ["User", "test", "of-the-app"])
  }).pipe(Effect.provide(Ciba.layerTwoLegged.pipe(Layer.provide(AppAuth.layerToken(Redacted.make("of-the-app"), environment))))))
