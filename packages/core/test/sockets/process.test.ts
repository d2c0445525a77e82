/** A process that has closed the scope of the layers has nothing left that keeps it alive, and nothing that brings it down. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Emulator, Fault, type Options } from "@effect-orange/emulator"

const fixture = fileURLToPath(new URL("fixtures/child.ts", import.meta.url))

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
  /** Milliseconds from the end of the scope to the end of the process. */
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
    const closed = Number(/^closed (\d+)$/m.exec(stdout)?.[1] ?? Number.NaN)
    return { code, signal, stderr, lingered: at - closed }
  })

const assertEnded = (ended: Ended) => {
  assert.strictEqual(ended.stderr, "")
  assert.deepStrictEqual([ended.code, ended.signal], [0, null])
  assert.isBelow(ended.lingered, 1_000)
}

const withEmulator = <A, E>(test: (emulator: Emulator.Service) => Effect.Effect<A, E>, options: Options.Options = {}) =>
  Effect.provide(Effect.flatMap(Emulator.Emulator, test), Emulator.layerServer({ autoApprove: true, ...options }))

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
