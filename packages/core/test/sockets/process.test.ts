/** A process that has closed the scope of the layers has nothing left that keeps it alive, and nothing that brings it down. */
import { assert, describe, it } from "@effect/vitest"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import { spawn } from "node:child_process"
import { AppAuth, AuthorizationCode, Credentials, RetryPolicy } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { bundle } from "../bundle.js"
import { appAuth, failure, makeTurnedClock, userAuth } from "./support.js"

const program = await bundle(new URL("fixtures/child.ts", import.meta.url))

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
  /** Milliseconds from the last use to the end of the scope, and from there to the end of the process. */
  readonly closing: number
  readonly lingered: number
}

/** Runs the fixture to its end, `meanwhile` once it is ready. */
const run = (emulator: Emulator.Service, client: string, scenario: string, meanwhile: Effect.Effect<void>): Effect.Effect<Ended> =>
  Effect.gen(function*() {
    const child = spawn(
      process.execPath,
      ["--unhandled-rejections=strict", program, JSON.stringify(emulator.environment), client, scenario],
      { stdio: "pipe" }
    )
    let stdout = ""
    let stderr = ""
    let isReady: () => void = () => {}
    const ready = new Promise<void>((resolve) => {
      isReady = resolve
    })
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString()
      if (stdout.startsWith("ready\n")) isReady()
    })
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    const ended = new Promise<Pick<Ended, "code" | "signal"> & { readonly at: number }>((resolve) => {
      let at = Number.NaN
      child.once("exit", () => {
        at = Date.now()
      })
      child.once("close", (code, signal) => {
        isReady()
        resolve({ code, signal, at })
      })
    })
    const kill = setTimeout(() => child.kill("SIGKILL"), 15_000)
    yield* Effect.promise(() => ready)
    yield* meanwhile
    if (child.exitCode === null) child.stdin.end("go\n")
    const { at, code, signal } = yield* Effect.promise(() => ended)
    clearTimeout(kill)
    const [leaving, closed] = ["leaving", "closed"].map((word) => Number(new RegExp(`^${word} (\\d+)$`, "m").exec(stdout)?.[1])) as [number, number]
    return { code, signal, stderr, closing: closed - leaving, lingered: at - closed }
  })

const assertEnded = (ended: Ended) => {
  assert.strictEqual(ended.stderr, "")
  assert.deepStrictEqual([ended.code, ended.signal], [0, null])
  // Against timers and connections that would last for tens of seconds; a busy machine needs a few.
  assert.isBelow(ended.closing, 5_000, "to close the scope")
  assert.isBelow(ended.lingered, 5_000, "to exit")
}

const withEmulator = <A, E>(test: (emulator: Emulator.Service) => Effect.Effect<A, E>) =>
  Effect.orDie(Effect.provide(Effect.flatMap(Emulator.Emulator, test), Emulator.layerServer({ autoApprove: true })))

const grantsOf = (emulator: Emulator.Service) =>
  Effect.map(emulator.requests, (all) => all.flatMap(({ grantType, status }) => grantType === undefined ? [] : [`${grantType} ${status}`]))

/** Waits until there are so many, for five seconds at most: a busy machine needs a few. */
const reached = <A>(all: Effect.Effect<ReadonlyArray<A>>, count: number) =>
  Effect.repeat(Effect.delay(all, "20 millis"), { until: ({ length }) => length >= count, times: 250 })

const both = <A, B>(one: Effect.Effect<A>, other: Effect.Effect<B>) => Effect.all([one, other], { concurrency: 2, discard: true })

/** Ends well, after it met `fault` at both token endpoints; its parent's emulator then saw these grants. */
const ends = (client: string, scenario: string, fault: Fault.Fault, expected: (grants: ReadonlyArray<string>) => void) =>
  withEmulator((emulator) =>
    Effect.gen(function*() {
      const misbehave = Effect.all([
        emulator.clearRequests,
        emulator.faults.always("token", fault),
        emulator.faults.always("userToken", fault)
      ], { discard: true })
      assertEnded(yield* run(emulator, client, scenario, misbehave))
      expected(yield* grantsOf(emulator))
    }))

describe("the end of a process", () => {
  for (const client of ["fetch", "node", "undici"]) {
    it.live(`${client}: with tokens of both grants, and with requests for them in the air, it exits by itself within a second`, () =>
      both(
        ends(client, "tokens", Fault.none, (grants) =>
          assert.sameMembers([...grants], ["client_credentials 200", "authorization_code 200"])),
        ends(client, "flights", Fault.hang, (grants) => assert.sameMembers([...grants], ["client_credentials 0", "refresh_token 0"]))
      ))
  }

  it.live("renewals ahead of the end that fail while nobody waits: no unhandled rejection", () => {
    const failed = (grants: ReadonlyArray<string>) =>
      assert.includeMembers(grants.map((entry) => entry.split(" ")[0]), ["client_credentials", "refresh_token"])
    return both(
      ends("fetch", "renewals", Fault.status(500), failed),
      ends("undici", "renewals", Fault.reset, failed)
    )
  })
})

type Grants = AppAuth.AppAuth | AuthorizationCode.AuthorizationCode

type Build = (
  app: Layer.Layer<AppAuth.AppAuth>,
  user: Layer.Layer<AuthorizationCode.AuthorizationCode>
) => Effect.Effect<Context.Context<Grants>, never, Scope.Scope>

const oneAfterTheOther: Build = (app, user) =>
  Effect.map(Effect.all([Layer.build(app), Layer.build(user)]), ([first, second]) => Context.merge(first, second))
const sideBySide: Build = (app, user) => Layer.build(Layer.merge(app, user))

/** Both grants, with an expired token each, before token endpoints that hang. */
const hanging = (emulator: Emulator.Service, build: Build, turn: (seconds: number) => Effect.Effect<void>) =>
  Effect.gen(function*() {
    const options = { timeout: "20 seconds", retry: RetryPolicy.none } as const
    const scope = yield* Scope.make()
    const context = yield* build(
      Layer.provide(appAuth(emulator, options), FetchHttpClient.layer),
      Layer.orDie(Layer.provide(userAuth(emulator.environment, Credentials.basic(emulator.credentials), options), FetchHttpClient.layer))
    ).pipe(Scope.extend(scope))
    const grant = Context.get(context, AuthorizationCode.AuthorizationCode)
    const app = Context.get(context, AppAuth.AppAuth)
    const { transaction, url } = yield* grant.authorize({ scopes: ["profile_sandbox"] })
    const { id } = yield* grant.callback(yield* emulator.approve(url), { transaction })
    const user = yield* grant.session(id)
    yield* app.token
    yield* turn(3_601)
    yield* emulator.clearRequests
    yield* emulator.faults.always(() => true, Fault.hang)
    const close = Scope.close(scope, Exit.void).pipe(
      Effect.disconnect,
      Effect.timed,
      Effect.timeoutOption("3 seconds"),
      Effect.map(Option.match({ onNone: () => Number.POSITIVE_INFINITY, onSome: ([took]) => Duration.toMillis(took) }))
    )
    return { tokens: [app.token, user.token] as const, close }
  })

describe("the end of a scope", () => {
  const builds: Record<string, Build> = {
    "layers built one after the other": oneAfterTheOther,
    "layers built side by side": sideBySide,
    "layers built where nothing may be interrupted": (app, user) => Effect.uninterruptible(sideBySide(app, user))
  }
  const callers: Record<string, <A, E>(tokens: ReadonlyArray<Effect.Effect<A, E>>) => Effect.Effect<unknown, E>> = {
    "a caller": (tokens) => Effect.all(tokens, { concurrency: "unbounded", mode: "either" }),
    "a caller among many": (tokens) => Effect.all(Array.from({ length: 20 }, () => tokens).flat(), { concurrency: 40, mode: "either" }),
    "a caller that may not be interrupted": (tokens) =>
      Effect.uninterruptible(Effect.all(tokens, { concurrency: "unbounded", mode: "either" }))
  }
  for (const [how, build] of Object.entries(builds)) {
    for (const [who, call] of Object.entries(callers)) {
      it.live(`${how}, its requests begun by ${who}: they end with the scope, within a second`, () =>
        withEmulator((emulator) => {
          const { clock, turn } = makeTurnedClock()
          return Effect.gen(function*() {
            const { close, tokens } = yield* hanging(emulator, build, turn)
            yield* Effect.forkDaemon(call(tokens))
            yield* reached(grantsOf(emulator), 2)
            yield* Effect.sleep("200 millis")
            assert.sameMembers(yield* grantsOf(emulator), ["client_credentials 0", "refresh_token 0"])
            assert.isBelow(yield* close, 5_000)
          }).pipe(Effect.withClock(clock))
        }))
    }
  }

  it.live("a caller that may not be interrupted takes the time limit from nobody", () =>
    withEmulator((emulator) =>
      Effect.gen(function*() {
        yield* emulator.faults.always("token", Fault.hang)
        const program = Effect.gen(function*() {
          const { token } = yield* AppAuth.AppAuth
          yield* Effect.forkDaemon(Effect.uninterruptible(token))
          yield* Effect.sleep("100 millis")
          return yield* Effect.timeoutTo(failure(token), { duration: "2 seconds", onSuccess: (said) => said, onTimeout: () => "still waiting" })
        })
        const auth = Layer.provide(appAuth(emulator, { timeout: "400 millis", retry: RetryPolicy.none }), FetchHttpClient.layer)
        const scope = yield* Scope.make()
        const context = yield* Scope.extend(Layer.build(auth), scope)
        assert.strictEqual(yield* Effect.provide(program, context), "TransportError timeout")
      })))
})
