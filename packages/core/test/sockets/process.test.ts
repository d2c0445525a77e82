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
import { fileURLToPath } from "node:url"
import { AppAuth, AuthorizationCode, Credentials, RetryPolicy } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { appAuth, failure, makeTurnedClock, userAuth } from "./support.js"

const fixture = fileURLToPath(new URL("fixtures/child.ts", import.meta.url))

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
      ["--unhandled-rejections=strict", "--conditions=@effect-orange/source", "--import", "tsx", fixture, JSON.stringify(emulator.environment), client, scenario],
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
  assert.isBelow(ended.closing, 1_000, "to close the scope")
  assert.isBelow(ended.lingered, 1_000, "to exit")
}

const withEmulator = <A, E>(test: (emulator: Emulator.Service) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(Emulator.Emulator, test), Emulator.layerServer({ autoApprove: true }))

const grantsOf = (emulator: Emulator.Service) =>
  Effect.map(emulator.requests, (all) => all.flatMap(({ grantType, status }) => grantType === undefined ? [] : [`${grantType} ${status}`]))

describe("the end of a process", () => {
  for (const client of ["fetch", "node", "undici"]) {
    it.live(`${client}: with tokens of both grants it exits by itself within a second`, () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          assertEnded(yield* run(emulator, client, "tokens", Effect.void))
          assert.sameMembers(yield* grantsOf(emulator), ["client_credentials 200", "authorization_code 200"])
        })))

    it.live(`${client}: with a token request and a refresh in the air it exits by itself within a second`, () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          const hang = Effect.all([
            emulator.clearRequests,
            emulator.faults.always("token", Fault.hang),
            emulator.faults.always("userToken", Fault.hang)
          ], { discard: true })
          assertEnded(yield* run(emulator, client, "flights", hang))
          assert.sameMembers(yield* grantsOf(emulator), ["client_credentials 0", "refresh_token 0"])
        })))
  }

  const faults = { "a 500": Fault.status(500), "a 401": Fault.status(401), "HTML": Fault.html(200), "a reset": Fault.reset }
  for (const [name, fault] of Object.entries(faults)) {
    it.live(`renewals ahead of the end that fail (${name}) while nobody waits: no unhandled rejection`, () =>
      withEmulator((emulator) =>
        Effect.gen(function*() {
          const fail = Effect.all([
            emulator.clearRequests,
            emulator.faults.always("token", fault),
            emulator.faults.always("userToken", fault)
          ], { discard: true })
          assertEnded(yield* run(emulator, "fetch", "renewals", fail))
          const grants = (yield* grantsOf(emulator)).map((entry) => entry.split(" ")[0])
          assert.includeMembers(grants, ["client_credentials", "refresh_token"])
        })))
  }
})

type Grants = AppAuth.AppAuth | AuthorizationCode.AuthorizationCode

/** Both grants, with an expired token each, before token endpoints that hang. */
const hanging = (emulator: Emulator.Service, build: (layer: Layer.Layer<Grants>) => Effect.Effect<Context.Context<Grants>, never, Scope.Scope>) =>
  Effect.gen(function*() {
    const options = { timeout: "20 seconds", retry: RetryPolicy.none } as const
    const { clock, turn } = makeTurnedClock()
    const scope = yield* Scope.make()
    const grants = Layer.mergeAll(
      appAuth(emulator, options),
      Layer.orDie(userAuth(emulator.environment, Credentials.basic(emulator.credentials), options))
    ).pipe(Layer.provide(FetchHttpClient.layer))
    const context = yield* build(grants).pipe(Scope.extend(scope), Effect.withClock(clock))
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
    return { tokens: [app.token, user.token] as const, close, clock }
  })

describe("the end of a scope", () => {
  const builds: Record<string, Parameters<typeof hanging>[1]> = {
    "a layer": Layer.build,
    "a layer built beside another": (layer) => Layer.build(Layer.merge(layer, Layer.effectDiscard(Effect.yieldNow()))),
    "a layer built where nothing may be interrupted": (layer) => Effect.uninterruptible(Layer.build(layer))
  }
  const callers: Record<string, <A, E>(tokens: ReadonlyArray<Effect.Effect<A, E>>) => Effect.Effect<unknown, E>> = {
    "a caller": (tokens) => Effect.all(tokens, { concurrency: "unbounded", mode: "either" }),
    "a caller among many": (tokens) => Effect.all(Array.from({ length: 20 }, () => tokens).flat(), { concurrency: 40, mode: "either" }),
    "a caller that may not be interrupted": (tokens) =>
      Effect.uninterruptible(Effect.all(tokens, { concurrency: "unbounded", mode: "either" }))
  }
  for (const [how, build] of Object.entries(builds)) {
    for (const [who, call] of Object.entries(callers)) {
      it.live(`${how}, its requests begun by ${who}: they end with it, within a second`, () =>
        withEmulator((emulator) =>
          Effect.gen(function*() {
            const { clock, close, tokens } = yield* hanging(emulator, build)
            yield* Effect.forkDaemon(Effect.withClock(call(tokens), clock))
            yield* Effect.sleep("200 millis")
            assert.sameMembers(yield* grantsOf(emulator), ["client_credentials 0", "refresh_token 0"])
            assert.isBelow(yield* close, 1_000)
          })))
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
