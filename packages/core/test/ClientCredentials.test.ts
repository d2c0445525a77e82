import { assert, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import { AppAuth, ClientCredentials, OAuthError, RequestBudget, RetryPolicy } from "@effect-orange/core"
import { advancing, credentials, environment, eventually, makeServer, type Hands, type Server, settled, token, tokenServer, withHands } from "./support.js"

const options: ClientCredentials.Options = { environment, credentials }

const source = (server: Server, more: Partial<ClientCredentials.Options> = {}) =>
  ClientCredentials.make({ ...options, ...more }).pipe(Effect.provide(server.layer))

const valueOf = (auth: { readonly token: Effect.Effect<{ readonly value: Redacted.Redacted<string> }, AppAuth.Error> }) =>
  Effect.map(auth.token, ({ value }) => Redacted.value(value))

describe("the request", () => {
  it.scoped("is the guide's: POST, form body, Basic header, Accept", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      yield* (yield* source(server)).token
      const [seen] = server.seen
      assert.strictEqual(seen?.method, "POST")
      assert.strictEqual(seen?.url, "https://api.test/oauth/v3/token")
      assert.strictEqual(seen?.body, "grant_type=client_credentials")
      assert.strictEqual(seen?.headers["accept"], "application/json")
      assert.strictEqual(seen?.headers["content-type"], "application/x-www-form-urlencoded")
      assert.strictEqual(seen?.headers["authorization"], `Basic ${btoa("my-app:my-secret-4711")}`)
      assert.isUndefined(seen?.headers["traceparent"])
    }))

  it.scoped("carries the scopes as one value", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const held = yield* (yield* source(server, { scopes: ["b:read", "a"] })).token
      assert.strictEqual(server.seen[0]?.form.get("scope"), "b:read a")
      assert.deepStrictEqual(held.scopes, ["b:read", "a"])
    }))
})

describe("one flight (invariants 1 to 3)", () => {
  it.scoped("10,000 cold callers cause one request and all get the token", () =>
    Effect.gen(function*() {
      const server = tokenServer()
      const auth = yield* source(server)
      const values = yield* advancing(Effect.all(Array.from({ length: 10_000 }, () => valueOf(auth)), { concurrency: "unbounded" }))
      assert.strictEqual(server.seen.length, 1)
      assert.isTrue(values.every((value) => value === "t1"))
    }))

  it.effect.prop(
    "interrupting any subset of the callers, the first one too, changes nothing for the rest",
    {
      callers: FastCheck.array(FastCheck.record({ start: FastCheck.nat(80), leaves: FastCheck.option(FastCheck.nat(80)) }), { minLength: 1, maxLength: 30 })
    },
    ({ callers }) =>
      Effect.scoped(Effect.gen(function*() {
        const server = tokenServer(100)
        const auth = yield* source(server)
        const exits = yield* advancing(
          Effect.forEach(callers, ({ leaves, start }) =>
            Effect.gen(function*() {
              yield* Effect.sleep(start)
              const fiber = yield* Effect.fork(valueOf(auth))
              if (leaves === null) return yield* Fiber.await(fiber)
              yield* Effect.sleep(leaves)
              return yield* Fiber.interrupt(fiber)
            }), { concurrency: "unbounded" })
        )
        assert.isAtMost(server.seen.length, 1)
        callers.forEach(({ leaves }, i) => {
          const exit = exits[i]!
          if (leaves === null) assert.deepStrictEqual(exit, Exit.succeed("t1"))
          else assert.isTrue(Exit.isInterrupted(exit) || Exit.isSuccess(exit))
        })
      })),
    { fastCheck: { numRuns: 30 } }
  )

  it.scoped("a flight outlives the fiber that built the layer's first call, and its scope", () =>
    Effect.gen(function*() {
      const server = tokenServer(100)
      const auth = yield* source(server)
      const inner = yield* Scope.make()
      yield* auth.token.pipe(Effect.forkIn(inner))
      yield* TestClock.adjust(10)
      const second = yield* Effect.fork(valueOf(auth))
      yield* TestClock.adjust(10)
      yield* Scope.close(inner, Exit.void)
      yield* TestClock.adjust(200)
      assert.strictEqual(yield* Fiber.join(second), "t1")
      assert.strictEqual(server.seen.length, 1)
    }))

  it.effect("closing the layer's scope ends the flight and frees those who wait", () =>
    Effect.gen(function*() {
      const interrupted = yield* Deferred.make<void>()
      const server = makeServer(() => Effect.onInterrupt(Effect.never, () => Deferred.succeed(interrupted, undefined)))
      const scope = yield* Scope.make()
      const auth = yield* source(server).pipe(Scope.extend(scope))
      const waiter = yield* Effect.fork(auth.token)
      yield* TestClock.adjust(10)
      // In real time: a flight that could not be interrupted would hold the scope for ever.
      yield* TestServices.provideLive(Effect.timeout(Effect.disconnect(Scope.close(scope, Exit.void)), "2 seconds"))
      yield* Deferred.await(interrupted)
      assert.isTrue(Exit.isInterrupted(yield* Fiber.await(waiter)))
      assert.isTrue(Exit.isInterrupted(yield* Effect.exit(auth.token)))
    }))

  it.scoped("a caller's annotations do not stick to the flight", () =>
    Effect.gen(function*() {
      const annotated: Array<string> = []
      const logger = Logger.make(({ annotations }) => {
        annotated.push([...annotations].map(([key]) => key).join(","))
      })
      const layers = Layer.merge(Logger.replace(Logger.defaultLogger, logger), Logger.minimumLogLevel(LogLevel.All))
      yield* Effect.gen(function*() {
        const server = tokenServer(0)
        const auth = yield* source(server)
        yield* auth.token.pipe(Effect.annotateLogs("user", "jane"))
      }).pipe(Effect.provide(layers))
      assert.isAbove(annotated.length, 0)
      assert.isFalse(annotated.some((keys) => keys.includes("user")))
    }))

  it.scoped("too many waiters are refused with a type", () =>
    Effect.gen(function*() {
      const server = tokenServer(100)
      const auth = yield* source(server)
      const exits = yield* advancing(
        Effect.all(Array.from({ length: 20_005 }, () => Effect.exit(auth.token)), { concurrency: "unbounded" })
      )
      const refused = exits.filter(Exit.isFailure)
      assert.strictEqual(refused.length, 5)
      assert.strictEqual(yield* Effect.flip(refused[0]!).pipe(Effect.map((e) => e._tag === "ThrottledError" ? e.source : e._tag)), "Queue")
    }), 60_000)
})

describe("one request per lifetime (invariant 4)", () => {
  const lifetimes = FastCheck.oneof(FastCheck.integer({ min: 1, max: 400 }), FastCheck.integer({ min: 1, max: 30 * 24 * 3600 }))

  it.effect.prop(
    "in any span T at most ceil(T / (lifetime - W)) + 1 requests, and the token is always valid",
    { lifetime: lifetimes, seed: FastCheck.string() },
    ({ lifetime, seed }) =>
      withHands(({ now, pass }) =>
        Effect.scoped(Effect.gen(function*() {
          const server = makeServer((_, n) => token(`t${n}`, { expires_in: lifetime }))
          const auth = yield* source(server)
          const start = yield* now
          const span = lifetime * 1000 * 3
          const steps = 300
          for (let i = 0; i < steps; i++) {
            const held = yield* auth.token
            const left = held.expiresAt.epochMillis - (yield* Effect.clockWith((clock) => clock.currentTimeMillis))
            assert.isAbove(left, 0)
            yield* settled
            yield* pass(span / steps)
          }
          assert.approximately((yield* now) - start, span, 1)
          const window = Math.min(30, lifetime / 10)
          assert.isAtMost(server.seen.length, Math.ceil((span / 1000) / (lifetime - window)) + 1)
          assert.isAtLeast(server.seen.length, 3)
        }))
      ).pipe(Effect.withRandom(Random.make(seed)), Effect.provide(RequestBudget.layer({ tokenRequests: { limit: 1000, window: 1 } }))),
    { fastCheck: { numRuns: 30 } }
  )

  it.scoped("renewal begins in [end - W, end - W/2], by the first use, while callers get the old token", () =>
    Effect.gen(function*() {
      const server = tokenServer(1_000)
      const auth = yield* source(server)
      yield* advancing(auth.token)
      yield* TestClock.setTime((3600 - 31) * 1000)
      yield* auth.token
      assert.strictEqual(server.seen.length, 1)
      yield* TestClock.setTime((3600 - 15) * 1000)
      assert.strictEqual(server.seen.length, 1, "an idle process asks for nothing")
      assert.strictEqual(yield* valueOf(auth), "t1")
      yield* TestClock.adjust(10)
      assert.strictEqual(yield* valueOf(auth), "t1")
      yield* TestClock.adjust(1_000)
      assert.strictEqual(yield* valueOf(auth), "t2")
      assert.strictEqual(server.seen.length, 2)
    }))

  it.live("the renewal instant is drawn anew for each token", () =>
    withHands(({ now, pass }) =>
      Effect.scoped(Effect.gen(function*() {
        const server = makeServer((_, n) => token(`t${n}`))
        const auth = yield* source(server)
        const instants = new Set<number>()
        for (let i = 1; i <= 6; i++) {
          const issuedAt = yield* now
          yield* auth.token
          yield* pass((3600 - 31) * 1000)
          while (server.seen.length === i) {
            yield* pass(100)
            yield* auth.token
            yield* settled
          }
          const age = (yield* now) - issuedAt
          assert.isAtLeast(age, 3_570_000)
          assert.isAtMost(age, 3_585_100)
          instants.add(age)
        }
        assert.isAbove(instants.size, 3)
      }))
    ).pipe(Effect.withRandom(Random.make("seed"))))

  it.scoped("renewAhead: 0 keeps the token to its end", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const auth = yield* source(server, { renewAhead: 0 })
      yield* auth.token
      yield* TestClock.setTime(3_599_999)
      yield* auth.token
      yield* TestClock.adjust(0)
      assert.strictEqual(server.seen.length, 1)
      yield* TestClock.adjust(1)
      assert.strictEqual(yield* valueOf(auth), "t2")
    }))

  it.live("while a token is valid a failing token endpoint is invisible, and asked at most three times", () =>
    withHands(({ pass }) =>
      Effect.scoped(Effect.gen(function*() {
        const server = makeServer((_, n) => n === 1 ? token("t1") : { status: 503, body: "down" })
        const auth = yield* source(server)
        yield* auth.token
        yield* pass(3_569_000)
        for (let i = 0; i < 309; i++) {
          assert.strictEqual(yield* valueOf(auth), "t1")
          yield* settled
          yield* pass(100)
        }
        assert.isAbove(server.seen.length, 2)
        assert.isAtMost(server.seen.length, 4)
      }))))

  it.scoped("an idle process that thaws after a night pays one request", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const auth = yield* source(server)
      yield* auth.token
      yield* TestClock.adjust("12 hours")
      assert.strictEqual(yield* valueOf(auth), "t2")
      assert.strictEqual(server.seen.length, 2)
    }))

  it.scoped("a token of 30 days is asked for once", () =>
    Effect.gen(function*() {
      const server = tokenServer(0, { expires_in: 30 * 24 * 3600 })
      const auth = yield* source(server)
      for (let day = 0; day < 29; day++) {
        yield* auth.token
        yield* TestClock.adjust("1 day")
      }
      assert.strictEqual(server.seen.length, 1)
    }))
})

describe("both hands of the clock (invariant 6)", () => {
  const onHands = <A, E>(body: (hands: Hands, server: Server, auth: Effect.Effect.Success<ReturnType<typeof source>>) => Effect.Effect<A, E>) => {
    const server = makeServer((_, n) => token(`t${n}`))
    return withHands((hands) => Effect.scoped(Effect.flatMap(source(server), (auth) => body(hands, server, auth))))
  }

  it.live("a wall clock set back revives nothing", () =>
    onHands(({ hands, pass }, _server, auth) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* valueOf(auth), "t1")
        yield* pass(3_560_000)
        hands.wall -= 2 * 3_600_000
        yield* pass(41_000)
        assert.strictEqual(yield* valueOf(auth), "t2")
      })))

  it.live("a wall clock set forward costs one renewal", () =>
    onHands(({ hands, pass }, server, auth) =>
      Effect.gen(function*() {
        yield* auth.token
        hands.wall += 2 * 3_600_000
        assert.strictEqual(yield* valueOf(auth), "t2")
        yield* pass(60_000)
        assert.strictEqual(yield* valueOf(auth), "t2")
        hands.wall -= 2 * 3_600_000
        assert.strictEqual(yield* valueOf(auth), "t2")
        assert.strictEqual(server.seen.length, 2)
      })))

  it.live("a monotonic hand alone ends a token, as after a suspend that the wall clock missed", () =>
    onHands(({ hands }, _server, auth) =>
      Effect.gen(function*() {
        yield* auth.token
        hands.mono += 3_600_000
        assert.strictEqual(yield* valueOf(auth), "t2")
      })))

  it.scoped("a life is counted from before the request, not from its answer", () =>
    Effect.gen(function*() {
      const server = tokenServer(8_000, { expires_in: 10 })
      const auth = yield* source(server, { timeout: "20 seconds" })
      const held = yield* advancing(auth.token, 1_000)
      assert.strictEqual(held.issuedAt.epochMillis, 0)
      assert.strictEqual(held.expiresAt.epochMillis, 10_000)
      yield* TestClock.setTime(10_500)
      assert.strictEqual(yield* advancing(valueOf(auth), 1_000), "t2")
    }))
})

describe("401 and renewal by value (invariant 7)", () => {
  it.scoped("a hundred rejections of one token cause one renewal", () =>
    Effect.gen(function*() {
      const server = tokenServer()
      const auth = yield* source(server)
      const stale = yield* advancing(auth.token)
      const renewed = yield* advancing(Effect.forEach(
        Array.from({ length: 100 }, (_, i) => i),
        (i) => Effect.zipRight(Effect.sleep(i * 3), auth.renew(stale, { api: "sms" })),
        { concurrency: "unbounded" }
      ))
      assert.strictEqual(server.seen.length, 2)
      assert.isTrue(renewed.every(({ value }) => Redacted.value(value) === "t2"))
    }))

  it.scoped("a late rejection of a token that was already replaced renews nothing", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const auth = yield* source(server)
      const first = yield* auth.token
      const second = yield* auth.renew(first, { api: "sms" })
      auth.accepted?.(second, { api: "sms" })
      assert.strictEqual(yield* auth.renew(first, { api: "sms" }), second)
      assert.strictEqual(server.seen.length, 2)
    }))

  it.live("a gateway that always says 401 costs at most eight token requests an hour", () =>
    withHands(({ pass }) =>
      Effect.scoped(Effect.gen(function*() {
        const server = makeServer((_, n) => token(`t${n}`))
        const auth = yield* source(server)
        for (let second = 0; second < 3600; second++) {
          const held = yield* auth.token
          yield* auth.renew(held, { api: "broken" })
          yield* pass(1_000)
        }
        assert.isAtMost(server.seen.length, 8)
        assert.isAtLeast(server.seen.length, 4, "but it is tried again")
      }))))

  it.scoped("a fresh token that is rejected again is renewed only after 30 s", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const auth = yield* source(server)
      const first = yield* auth.token
      const second = yield* auth.renew(first, { api: "sms" })
      assert.strictEqual(Redacted.value(second.value), "t2")
      assert.strictEqual(yield* auth.renew(second, { api: "sms" }), second)
      yield* TestClock.adjust("29 seconds")
      assert.strictEqual(yield* auth.renew(second, { api: "sms" }), second)
      yield* TestClock.adjust("1 second")
      assert.strictEqual(Redacted.value((yield* auth.renew(second, { api: "sms" })).value), "t3")
    }))

  it.scoped("a token that works elsewhere is thrown away at most once a minute, and others keep it meanwhile", () =>
    Effect.gen(function*() {
      const server = tokenServer(1_000)
      const auth = yield* source(server)
      const held = yield* advancing(auth.token)
      auth.accepted?.(held, { api: "poi" })
      const renewing = yield* Effect.fork(auth.renew(held, { api: "sms" }))
      yield* TestClock.adjust(100)
      assert.strictEqual(yield* valueOf(auth), "t1", "poi feels nothing while sms waits")
      yield* TestClock.adjust(1_000)
      const next = yield* Fiber.join(renewing)
      auth.accepted?.(next, { api: "poi" })
      assert.strictEqual(yield* auth.renew(next, { api: "money" }), next, "once a minute, for whichever API")
      yield* TestClock.adjust("60 seconds")
      assert.strictEqual(Redacted.value((yield* advancing(auth.renew(next, { api: "money" }))).value), "t3")
    }))

  it.scoped("a token that this API had accepted has died: renewed at once, each time", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const auth = yield* source(server)
      for (let i = 1; i <= 10; i++) {
        const held = yield* auth.token
        auth.accepted?.(held, { api: "poi" })
        assert.strictEqual(Redacted.value((yield* auth.renew(held, { api: "poi" })).value), `t${i + 1}`)
      }
    }))
})

describe("permanent answers park the key (invariant 9)", () => {
  const refusing = (status: number, body: object | string = { error: "invalid_client" }) => makeServer(() => ({ status, body }))

  for (const [status, body] of [[401, { error: "invalid_client" }], [400, { error: "unauthorized_client" }], [406, ""], [415, "<html>"], [302, ""]] as const) {
    it.live(`a thousand calls in 30 s with ${status} make one request`, () =>
      withHands(({ pass }) =>
        Effect.scoped(Effect.gen(function*() {
          const server = refusing(status, body)
          const auth = yield* source(server)
          for (let i = 0; i < 1_000; i++) {
            yield* Effect.flip(auth.token)
            yield* pass(29)
          }
          assert.strictEqual(server.seen.length, 1)
        }))))
  }

  it.live("at most nine in an hour, and the first good answer ends it", () =>
    withHands(({ pass }) =>
      Effect.scoped(Effect.gen(function*() {
        let good = false
        const server = makeServer(() => good ? token("t") : { status: 401, body: { error: "invalid_client" } })
        const auth = yield* source(server)
        for (let i = 0; i < 3600; i++) {
          yield* Effect.flip(auth.token)
          yield* pass(1_000)
        }
        assert.isAtMost(server.seen.length, 9)
        assert.isAtLeast(server.seen.length, 6)
        good = true
        yield* pass(15 * 60_000)
        assert.strictEqual(yield* valueOf(auth), "t")
      }))))
})

describe("throttles (invariant 10)", () => {
  it.scoped("the layer waits once for Retry-After, however many wait with it", () =>
    Effect.gen(function*() {
      const server = makeServer((_, n) => n === 1 ? { status: 429, headers: { "retry-after": "7" } } : token("t2"))
      const auth = yield* source(server)
      const values = yield* advancing(Effect.all(Array.from({ length: 500 }, () => valueOf(auth)), { concurrency: "unbounded" }), 100)
      assert.deepStrictEqual(server.seen.map(({ at }) => at >= 7_000), [false, true])
      assert.strictEqual(values.length, 500)
    }))

  it.scoped("above maxWait callers fail at once with retryAfter, and the key sends nothing until then", () =>
    Effect.gen(function*() {
      const server = makeServer((_, n) => n === 1 ? { status: 429, headers: { "retry-after": "120" } } : token("t2"))
      const auth = yield* source(server)
      const first = yield* Effect.flip(auth.token)
      assert.strictEqual(first._tag === "ThrottledError" && Duration.toSeconds(first.retryAfter), 120)
      yield* TestClock.adjust("100 seconds")
      const later = yield* Effect.flip(auth.token)
      assert.strictEqual(later._tag === "ThrottledError" && Duration.toSeconds(later.retryAfter), 20)
      assert.strictEqual(server.seen.length, 1)
      yield* TestClock.adjust("20 seconds")
      assert.strictEqual(yield* valueOf(auth), "t2")
    }))

  it.scoped("a Retry-After of a day holds the key for an hour at most", () =>
    Effect.gen(function*() {
      const server = makeServer((_, n) => n === 1 ? { status: 429, headers: { "retry-after": "86400" } } : token("t2"))
      const auth = yield* source(server)
      yield* Effect.flip(auth.token)
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(yield* valueOf(auth), "t2")
    }))

  it.scoped("408, 429, 5xx and transport errors are retried by the flight, other answers are not", () =>
    Effect.gen(function*() {
      for (const outcome of [{ status: 408 }, { status: 429 }, { status: 500 }, { status: 503, body: "<html>" }, { fails: "ECONNRESET" }, { fails: "ECONNREFUSED" }, { fails: "ENOTFOUND" }]) {
        const server = makeServer((_, n) => n === 1 ? outcome : token("t2"))
        assert.strictEqual(yield* advancing(valueOf(yield* source(server)), 100), "t2", JSON.stringify(outcome))
      }
      for (const outcome of [{ status: 400, body: { error: "invalid_scope" } }, { status: 200, body: "<html>" }, { fails: "CERT_HAS_EXPIRED" }]) {
        const server = makeServer((_, n) => n === 1 ? outcome : token("t2"))
        yield* advancing(Effect.flip((yield* source(server)).token), 100)
        assert.strictEqual(server.seen.length, 1, JSON.stringify(outcome))
      }
    }))

  it.scoped("no caller waits longer than the total limit, even if nothing ever answers", () =>
    Effect.gen(function*() {
      const server = makeServer(() => Effect.never)
      const auth = yield* source(server)
      const error = yield* advancing(Effect.flip(auth.token), 500)
      const now = yield* Effect.clockWith((clock) => clock.currentTimeMillis)
      assert.strictEqual(error._tag === "TransportError" && error.reason, "timeout")
      assert.isAtMost(now, 31_000)
    }))

  it.scoped("a process that stood still reads the answer that came meanwhile", () =>
    withHands((hands) =>
      Effect.gen(function*() {
        // The clock of these hands sleeps in real time: the limit rings after a second, and by then an hour has passed.
        const server = makeServer((_, n) => Effect.delay(Effect.succeed(token(`t${n}`)), "1500 millis"))
        const auth = yield* source(server, { timeout: "1 second" })
        const caller = yield* Effect.fork(auth.token)
        yield* eventually(Effect.sync(() => server.seen.length), (seen) => seen === 1)
        yield* hands.pass(3_000_000)
        assert.strictEqual(Redacted.value((yield* Fiber.join(caller)).value), "t1")
        assert.strictEqual(server.seen.length, 1)
      })))

  it.scoped("a policy of the user's own is followed", () =>
    Effect.gen(function*() {
      const server = makeServer(() => ({ status: 503 }))
      yield* Effect.flip((yield* source(server, { retry: RetryPolicy.none })).token)
      assert.strictEqual(server.seen.length, 1)
    }))

  it.effect.prop(
    "no more than 45 token requests in any 61 s, whatever the callers do",
    { pauses: FastCheck.array(FastCheck.nat(1_000), { minLength: 150, maxLength: 250 }) },
    ({ pauses }) =>
      withHands(({ pass }) =>
        Effect.scoped(Effect.gen(function*() {
          const server = makeServer((_, n) => token(`t${n}`, { expires_in: 0.001 }))
          const auth = yield* source(server)
          for (const pause of pauses) {
            const exit = yield* Effect.either(auth.token)
            if (exit._tag === "Left") assert.strictEqual(exit.left._tag === "ThrottledError" && exit.left.source, "Budget")
            yield* pass(pause)
          }
          const sent = server.seen.map(({ at }) => at)
          assert.isAtMost(Math.max(...sent.map((at) => sent.filter((other) => other >= at && other < at + 61_000).length)), 45)
        }))
      ),
    { fastCheck: { numRuns: 5 } }
  )
})

describe("failures are shared, then forgotten", () => {
  it.scoped("those who wait share one failure, the next call tries again", () =>
    Effect.gen(function*() {
      const server = makeServer((_, n) => Effect.as(Effect.sleep(10), n === 1 ? { body: "<html>not a token" } : token("t2")))
      const auth = yield* source(server)
      const errors = yield* advancing(Effect.all(Array.from({ length: 20 }, () => Effect.flip(auth.token)), { concurrency: "unbounded" }))
      assert.isTrue(errors.every(({ _tag }) => _tag === "MalformedResponseError"))
      assert.strictEqual(server.seen.length, 1)
      assert.strictEqual(yield* advancing(valueOf(auth)), "t2")
    }))

  it.scoped("a defect of the HttpClient does not wedge the key", () =>
    Effect.gen(function*() {
      const server = makeServer((_, n) => n === 1 ? Effect.die("a bug") : token("t2"))
      const auth = yield* source(server)
      assert.isTrue(Exit.isFailure(yield* Effect.exit(auth.token)))
      assert.strictEqual(yield* valueOf(auth), "t2")
    }))

  it.scoped("two layers keep two tokens, one layer provided twice keeps one", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const get = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token)
      const Auth = ClientCredentials.layer(options).pipe(Layer.provide(server.layer))
      yield* Effect.all([get, get]).pipe(Effect.provide(Auth))
      assert.strictEqual(server.seen.length, 1)
      yield* Effect.provide(get, ClientCredentials.layer(options).pipe(Layer.provide(server.layer)))
      assert.strictEqual(server.seen.length, 2)
    }))

  it.effect("one RequestBudget serves several layers", () =>
    Effect.gen(function*() {
      const server = tokenServer(0)
      const get = Effect.scoped(Effect.flatMap(source(server), (auth) => auth.token))
      const exits = yield* Effect.forEach(Chunk.range(1, 50), () => Effect.either(get)).pipe(Effect.provide(RequestBudget.layer()))
      assert.strictEqual(exits.filter(({ _tag }) => _tag === "Right").length, 45)
      assert.strictEqual(server.seen.length, 45)
    }))
})

it.effect("errors are instances that can be told apart by tag", () =>
  Effect.gen(function*() {
    const server = makeServer(() => ({ status: 401, body: { error: "invalid_client", error_description: "The requested service needs credentials, but the ones provided were invalid." } }))
    const error = yield* Effect.scoped(Effect.flatMap(source(server), (auth) => Effect.flip(auth.token)))
    assert.instanceOf(error, OAuthError.OAuthError)
  }))
