import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { AuthorizationCode, OAuthError, RequestBudget, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { advancing, eventually } from "./support.js"
import { layers, login, reasonOf, refreshes } from "./u2m.js"

const sessionOf = (id: string) => Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.session(id))
const tokenOf = (id: string) =>
  Effect.map(Effect.flatMap(sessionOf(id), (source) => source.token), ({ value }) => Redacted.value(value))

const sentTokens = Effect.map(refreshes, (all) => all.map(({ body }) => new URLSearchParams(body).get("refresh_token")))

const pastExpiry = TestClock.adjust("61 minutes")
const hourly = Effect.forEach(Array.from({ length: 5 }), () => TestClock.adjust("12 minutes"))

describe("refreshToken = new ?? old, newest wins", () => {
  it.effect("a server that omits the refresh token, as Orange's guide shows: the old one stays in use", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const seen = new Set([yield* tokenOf(id)])
      for (let i = 0; i < 5; i++) {
        yield* pastExpiry
        seen.add(yield* tokenOf(id))
      }
      assert.strictEqual(seen.size, 6)
      const sent = yield* sentTokens
      assert.strictEqual(sent.length, 5)
      assert.strictEqual(new Set(sent).size, 1)
    }).pipe(Effect.provide(layers())))

  it.effect("a server that rotates and refuses any old one: fifty refreshes, none sent twice", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      for (let i = 0; i < 50; i++) {
        yield* pastExpiry
        yield* tokenOf(id)
      }
      const sent = yield* sentTokens
      assert.strictEqual(sent.length, 50)
      assert.strictEqual(new Set(sent).size, 50)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("no refresh token at all: the access token serves its life, then the user logs in again", () =>
    Effect.gen(function*() {
      const session = yield* login()
      assert.isFalse(session.isRefreshable)
      yield* tokenOf(session.id)
      yield* TestClock.adjust("59 minutes")
      yield* tokenOf(session.id)
      yield* TestClock.adjust("2 minutes")
      assert.strictEqual(yield* reasonOf(tokenOf(session.id)), "ReauthorizationRequired NoRefreshToken")
      assert.strictEqual((yield* refreshes).length, 0)
    }).pipe(Effect.provide(layers({ refreshTokens: false }))))
})

describe("one flight per session", () => {
  it.effect("a thousand callers at expiry cause one refresh", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      yield* pastExpiry
      const values = yield* Effect.all(Array.from({ length: 1_000 }, () => tokenOf(id)), { concurrency: "unbounded" })
      assert.strictEqual(new Set(values).size, 1)
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("a caller who leaves does not stop the exchange: the new pair is stored", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* pastExpiry
      yield* emulator.faults.next("userToken", Fault.latency("1 second"))
      const caller = yield* Effect.fork(tokenOf(id))
      yield* eventually(refreshes, ({ length }) => length === 1)
      yield* Fiber.interrupt(caller)
      yield* TestClock.adjust("2 seconds")
      yield* tokenOf(id)
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("renewal ahead of the end happens behind the callers' backs", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const first = yield* tokenOf(id)
      yield* TestClock.adjust(Duration.seconds(3_590))
      assert.strictEqual(yield* tokenOf(id), first)
      assert.notStrictEqual(yield* eventually(tokenOf(id), (value) => value !== first), first)
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers())))

  it.effect("renew is by value, and refreshes a token that is still valid by the clock", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const source = yield* sessionOf(id)
      const stale = yield* source.token
      yield* (yield* Emulator.Emulator).revokeToken(stale.value)
      const renewed = yield* Effect.all(Array.from({ length: 100 }, () => source.renew(stale, { api: "userinfo" })), { concurrency: "unbounded" })
      assert.isTrue(renewed.every(({ value }) => Redacted.value(value) !== Redacted.value(stale.value)))
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers())))
})

describe("doubt (invariant 8)", () => {
  const doubtful = [Fault.lostAnswer(), Fault.lostAnswer(503), Fault.status(500), Fault.status(408), Fault.html(200), Fault.truncated, Fault.reset]

  for (const rotateRefreshTokens of [true, false]) {
    for (const fault of doubtful) {
      const name = `${fault._tag}${"as" in fault ? ` ${fault.as}` : ""}${"status" in fault ? ` ${fault.status}` : ""}`
      it.effect(`${name}, rotation ${rotateRefreshTokens ? "on" : "off"}: never sent twice, RefreshInDoubt, then the user logs in`, () =>
        Effect.gen(function*() {
          const { id } = yield* login()
          yield* (yield* Emulator.Emulator).faults.next("userToken", fault)
          yield* pastExpiry
          assert.strictEqual(yield* reasonOf(tokenOf(id)), "RefreshInDoubt")
          assert.strictEqual(yield* reasonOf(tokenOf(id)), "RefreshInDoubt")
          yield* TestClock.adjust("2 minutes")
          assert.strictEqual(yield* reasonOf(tokenOf(id)), "ReauthorizationRequired RefreshInDoubt")
          assert.strictEqual((yield* refreshes).length, 1)
        }).pipe(Effect.provide(layers({ rotateRefreshTokens }))))
    }
  }

  it.effect("a doubt ahead of the end is invisible while the token lasts", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const first = yield* tokenOf(id)
      yield* (yield* Emulator.Emulator).faults.next("userToken", Fault.lostAnswer())
      yield* TestClock.adjust(Duration.seconds(3_590))
      for (let i = 0; i < 9; i++) {
        assert.strictEqual(yield* tokenOf(id), first)
        yield* TestClock.adjust("1 second")
      }
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("a server observed not to rotate: one 503 costs nothing, the same value is sent again", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      for (let i = 0; i < 2; i++) {
        yield* pastExpiry
        yield* tokenOf(id)
      }
      yield* emulator.clearRequests
      yield* emulator.faults.next("userToken", Fault.status(503))
      yield* pastExpiry
      yield* advancing(tokenOf(id), 100)
      assert.strictEqual((yield* refreshes).length, 2)
      assert.strictEqual(new Set(yield* sentTokens).size, 1)
    }).pipe(Effect.provide(layers())))

  it.effect("but not where it has ever rotated", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("userToken", Fault.json({ refresh_token: "another-for-once" }))
      yield* pastExpiry
      yield* tokenOf(id)
      // The emulator knows only its own: put it back, as a server that rotates now and then would.
      const own = (yield* sentTokens)[0] ?? ""
      yield* emulator.faults.next("userToken", Fault.rewrite(() => ({
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token_type: "Bearer", access_token: "OFR-x", expires_in: 3600, refresh_token: own })
      })))
      for (let i = 0; i < 4; i++) {
        yield* pastExpiry
        yield* tokenOf(id)
      }
      yield* emulator.clearRequests
      yield* emulator.faults.next("userToken", Fault.status(503))
      yield* pastExpiry
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "RefreshInDoubt")
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers())))

  it.effect("replay: Never and Harmless do as they say", () =>
    Effect.gen(function*() {
      const test = Effect.gen(function*() {
        const { id } = yield* login()
        yield* (yield* Emulator.Emulator).faults.next("userToken", Fault.status(503))
        yield* pastExpiry
        return yield* Effect.either(advancing(tokenOf(id), 100))
      })
      assert.strictEqual((yield* Effect.provide(test, layers({}, { replay: "Harmless" })))._tag, "Right")
      assert.strictEqual((yield* Effect.provide(test, layers({}, { replay: "Never" })))._tag, "Left")
    }))

  it.effect("what was provably not used up is sent again: refused, unresolved, 429", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("userToken", Fault.status(429, { headers: { "retry-after": "3" } }))
      yield* pastExpiry
      yield* advancing(tokenOf(id), 100)
      assert.strictEqual((yield* refreshes).length, 2)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("a long 429 gives the claim back: the session lives", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("userToken", Fault.status(429, { headers: { "retry-after": "300" } }))
      yield* pastExpiry
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "ThrottledError")
      yield* TestClock.adjust("5 minutes")
      yield* tokenOf(id)
      assert.strictEqual((yield* refreshes).length, 2)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("our own budget refuses before the claim is spent", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      yield* pastExpiry
      const budget = yield* RequestBudget.RequestBudget
      const { environment, credentials } = yield* Emulator.Emulator
      yield* Effect.ignore(Effect.forever(budget.tokenRequest({ tokenUrl: environment.userTokenUrl, clientId: credentials.clientId })))
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "ThrottledError")
      yield* TestClock.adjust("61 seconds")
      yield* tokenOf(id)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true })), Effect.provide(RequestBudget.layer())))
})

describe("the end of a session", () => {
  it.effect("invalid_grant ends it", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const source = yield* sessionOf(id)
      yield* (yield* Emulator.Emulator).revokeGrant((yield* source.token).value)
      yield* pastExpiry
      assert.strictEqual(yield* reasonOf(source.token), "ReauthorizationRequired Refused")
      assert.strictEqual(yield* reasonOf(sessionOf(id)), "ReauthorizationRequired NoGrant")
      assert.strictEqual((yield* refreshes).length, 1)
    }).pipe(Effect.provide(layers())))

  it.effect("but not when it is about the grant_type parameter: a fault of the request", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* emulator.faults.next("userToken", Fault.status(400, { body: JSON.stringify({ error: "invalid_grant", error_description: "The parameter grant_type is not valid." }) }))
      yield* pastExpiry
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "OAuthError")
      yield* TestClock.adjust("30 seconds")
      yield* tokenOf(id)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  for (const status of [401, 403, 406, 415]) {
    it.effect(`a ${status} about the application parks and keeps the session`, () =>
      Effect.gen(function*() {
        const { id } = yield* login()
        const emulator = yield* Emulator.Emulator
        yield* emulator.faults.next("userToken", Fault.status(status, { body: JSON.stringify({ error: "invalid_client" }) }))
        yield* pastExpiry
        for (let i = 0; i < 50; i++) assert.strictEqual(yield* reasonOf(tokenOf(id)), "OAuthError")
        assert.strictEqual((yield* refreshes).length, 1)
        yield* TestClock.adjust("30 seconds")
        yield* tokenOf(id)
      }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))
  }

  it.effect("a log-in while a refresh is in the air wins", () =>
    Effect.gen(function*() {
      const { id } = yield* login(undefined, { id: "one", user: "jane" })
      const emulator = yield* Emulator.Emulator
      yield* pastExpiry
      yield* emulator.faults.next(({ grantType }) => grantType === "refresh_token", Fault.latency("2 seconds"))
      const refreshing = yield* Effect.fork(tokenOf(id))
      yield* TestClock.adjust("100 millis")
      yield* login(undefined, { id: "one", user: "jane" })
      const mine = yield* tokenOf(id)
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual(yield* Fiber.join(refreshing), mine, "the refresh is fenced off and reads the newer log-in")
      assert.strictEqual(yield* tokenOf(id), mine)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }))))

  it.effect("an id_token of another user at a refresh ends the session", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      yield* (yield* Emulator.Emulator).faults.next("userToken", Fault.idToken({ claims: { sub: "someone-else" } }))
      yield* pastExpiry
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "ReauthorizationRequired Refused")
    }).pipe(Effect.provide(layers())))
})

describe("the store", () => {
  const failing = (what: keyof TokenStore.Service, times: number, reason: OAuthError.TokenStoreError["reason"]) =>
    Layer.effect(
      TokenStore.TokenStore,
      Effect.map(TokenStore.TokenStore, (store) => {
        let left = times
        const original = store[what] as (...args: ReadonlyArray<unknown>) => Effect.Effect<unknown, OAuthError.TokenStoreError>
        return {
          ...store,
          [what]: (...args: ReadonlyArray<unknown>) =>
            Effect.suspend(() => left-- > 0 ? Effect.fail(new OAuthError.TokenStoreError({ reason, operation: what })) : original(...args))
        }
      })
    ).pipe(Layer.provide(TokenStore.layerMemory))

  it.effect("a commit that gets no answer is repeated until it does, before anyone sees the pair", () =>
    Effect.gen(function*() {
      const { id } = yield* login()
      yield* TestClock.adjust("61 minutes")
      yield* advancing(tokenOf(id), 100)
      yield* hourly
      yield* pastExpiry
      yield* advancing(tokenOf(id), 100)
      const sent = yield* sentTokens
      assert.strictEqual(sent.length, 2)
      assert.strictEqual(new Set(sent).size, 2)
    }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }, {}, Layer.merge(failing("commit", 3, "Timeout"), TokenSeal.layerEphemeral)))))

  it.effect("the pair is in the store before the caller has it", () =>
    Effect.gen(function*() {
      const gate = yield* Deferred.make<void>()
      let refreshed = false
      let commits = 0
      const committing = Effect.sync(() => commits)
      const gated = Layer.effect(
        TokenStore.TokenStore,
        Effect.map(TokenStore.TokenStore, (store): TokenStore.Service => ({
          ...store,
          commit: (key, options) =>
            Effect.suspend(() => {
              commits++
              return Effect.zipRight(Deferred.await(gate), store.commit(key, options))
            })
        }))
      ).pipe(Layer.provide(TokenStore.layerMemory))
      yield* Effect.gen(function*() {
        const { id } = yield* login()
        yield* pastExpiry
        const fiber = yield* Effect.fork(Effect.tap(tokenOf(id), () => Effect.sync(() => refreshed = true)))
        yield* eventually(committing, (n) => n > 0)
        assert.strictEqual((yield* refreshes).length, 1)
        assert.isFalse(refreshed)
        yield* Deferred.succeed(gate, undefined)
        yield* TestClock.adjust("1 second")
        yield* Fiber.join(fiber)
      }).pipe(Effect.provide(layers({ rotateRefreshTokens: true }, {}, Layer.merge(gated, TokenSeal.layerEphemeral))))
    }))

  it.effect("unreachable: nothing is refreshed, and it is not taken for an absent session", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* reasonOf(sessionOf("any")), "TokenStoreError Unavailable")
    }).pipe(Effect.provide(layers({}, {}, Layer.merge(failing("read", 99, "Unavailable"), TokenSeal.layerEphemeral)))))

  it.effect("a record of a newer version is refused and left alone", () =>
    Effect.gen(function*() {
      const store = yield* TokenStore.TokenStore
      const seal = yield* TokenSeal.TokenSeal
      const { environment, credentials } = yield* Emulator.Emulator
      const { id } = yield* login()
      const [key = ""] = yield* Effect.map(Stream.runCollect(store.keys("session:")), (keys) => [...keys])
      const context = `${environment.userTokenUrl} ${credentials.clientId} ${key}`
      yield* store.replace(key, Option.some(yield* seal.seal(Redacted.make(JSON.stringify({ s: 2, other: 1 })), context)), Duration.hours(1))
      assert.strictEqual(yield* reasonOf(tokenOf(id)), "TokenStoreError UnknownSchema")
      assert.isTrue(Option.isSome(yield* store.read(key)))
    }).pipe(Effect.provide(layers())))
})

describe("laws over random histories", () => {
  const faults = ["503", "lost", "429", "interrupt", "badcode"] as const
  const events = ["call", "call", "expire", "revoke", ...faults] as const
  // Evenly up to that length: by default short ones are favoured, in which a session that is over is hardly used again.
  const history = FastCheck.array(FastCheck.constantFrom(...events), { maxLength: 25, size: "max" })
  /** What each fault does to a refresh and to those who come after it: tried in every run, whatever chance brings. */
  const examples = faults.map((fault): [Array<typeof events[number]>] => [["expire", fault, "call", "call", "expire", "call"]])

  for (const rotateRefreshTokens of [true, false]) {
    it.effect.prop(
      `rotation ${rotateRefreshTokens ? "on" : "off"}: with replay Never no refresh token is ever sent twice, save where it was answered 429`,
      [history],
      ([events]) =>
        Effect.gen(function*() {
          const emulator = yield* Emulator.Emulator
          const { id } = yield* login()
          const use = Effect.exit(Effect.flatMap(sessionOf(id), (source) => source.token))
          for (const one of events) {
            switch (one) {
              case "call":
                yield* advancing(use, 500)
                break
              case "expire":
                yield* pastExpiry
                break
              case "revoke":
                yield* emulator.revokeAllAccessTokens
                break
              case "503":
                yield* emulator.faults.next("userToken", Fault.status(503))
                break
              case "lost":
                yield* emulator.faults.next("userToken", Fault.lostAnswer())
                break
              case "429":
                yield* emulator.faults.next("userToken", Fault.status(429))
                break
              case "badcode":
                yield* emulator.faults.next("userToken", Fault.html(200))
                break
              case "interrupt": {
                const fiber = yield* Effect.fork(use)
                yield* TestClock.adjust(1)
                yield* Fiber.interrupt(fiber)
              }
            }
          }
          const sent = (yield* refreshes).map(({ body, status }) => ({ token: new URLSearchParams(body).get("refresh_token"), status }))
          if (rotateRefreshTokens) {
            const used = sent.filter(({ status }) => status !== 429).map(({ token }) => token)
            assert.strictEqual(new Set(used).size, used.length)
          }
          // After a doubt nothing more is sent in this session.
          const doubt = sent.findIndex(({ status }) => status !== 200 && status !== 429)
          assert.isTrue(doubt === -1 || doubt === sent.length - 1)
        }).pipe(Effect.provide(layers({ rotateRefreshTokens }, { replay: "Never" }))),
      { fastCheck: { numRuns: 25, examples } }
    )
  }
})

it.effect("the layer's scope ends what is in the air", () =>
  Effect.gen(function*() {
    const waiter = yield* Effect.gen(function*() {
      const { id } = yield* login()
      const emulator = yield* Emulator.Emulator
      yield* pastExpiry
      yield* emulator.faults.next("userToken", Fault.hang)
      const fiber = yield* Effect.forkDaemon(tokenOf(id))
      yield* TestClock.adjust("1 second")
      return fiber
    }).pipe(Effect.provide(layers()))
    assert.isTrue(Exit.isFailure(yield* Fiber.await(waiter)))
  }))
