/** A list that is sent while Orange goes away, and the sender after it: resumed, no message goes out twice. */
import { Emulator, Fault } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import { spawn } from "node:child_process"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import { isSend, numbered } from "./support.js"

const fixture = fileURLToPath(new URL("fixtures/sender.ts", import.meta.url))

interface Sender {
  readonly kill: () => void
  /** What it said of each message. */
  readonly ended: Promise<ReadonlyMap<string, string>>
}

const start = (emulator: Emulator.Service, folder: string, inDoubt = "report"): Sender => {
  const child = spawn(
    process.execPath,
    ["--conditions=@effect-orange/source", "--import", "tsx", fixture, JSON.stringify(emulator.environment), folder, inDoubt],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  let stdout = ""
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  const limit = setTimeout(() => child.kill("SIGKILL"), 60_000)
  return {
    kill: () => void child.kill("SIGKILL"),
    ended: new Promise((resolve) => {
      child.once("close", () => {
        clearTimeout(limit)
        resolve(new Map(stdout.trim().split("\n").filter((line) => line !== "").map((line) => line.split(" ") as [string, string])))
      })
    })
  }
}

/** An emulator whose answers take a while, so that there are always some on their way. */
const launch = (port: number) =>
  Effect.gen(function*() {
    const scope = yield* Scope.make()
    const context = yield* Scope.extend(Layer.build(Emulator.layerServer({ port })), scope)
    const emulator = Context.get(context, Emulator.Emulator)
    yield* emulator.faults.always(isSend, Fault.latency("60 millis", { when: "after" }))
    return { emulator, kill: Scope.close(scope, Exit.void) }
  })

/** How often each message reached an emulator and was not refused for its token. */
const countsOf = (entries: ReadonlyArray<{ readonly path: string; readonly status: number }>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { path } of entries.filter((one) => isSend(one) && one.status !== 401)) {
    const { id } = numbered.find(({ from }) => path.includes(encodeURIComponent(from)))!
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

const until = (emulator: Emulator.Service, messages: number) =>
  Effect.repeat(Effect.delay(emulator.requests, "5 millis"), { until: (all) => all.filter(isSend).length >= messages }).pipe(Effect.timeout("30 seconds"))

describe("a bulk send whose emulator is killed, then the sender", () => {
  it.live("resumed: no message twice, and each unanswered one in doubt", () =>
    Effect.acquireUseRelease(
      Effect.sync(() => Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-killed-"))),
      (folder) =>
        Effect.gen(function*() {
          const one = yield* launch(0)
          const port = Number(new URL(one.emulator.environment.baseUrl).port)
          const first = start(one.emulator, folder)
          yield* until(one.emulator, 10)
          yield* one.kill

          const two = yield* launch(port)
          yield* until(two.emulator, 10)
          first.kill()
          yield* Effect.promise(() => first.ended)

          const results = yield* Effect.promise(() => start(two.emulator, folder).ended)
          const all = [...(yield* one.emulator.requests), ...(yield* two.emulator.requests)]
          const counts = countsOf(all)
          for (const { id } of numbered) {
            assert.isAtMost(counts.get(id) ?? 0, 1, `${id} went out twice`)
            assert.include(["Sent", "InDoubt"], results.get(id), id)
            if (results.get(id) === "Sent") assert.strictEqual(counts.get(id), 1, id)
          }
          const inDoubt = [...results].filter(([, tag]) => tag === "InDoubt").map(([id]) => id)
          // Five at once were on their way at each end.
          assert.isAtLeast(inDoubt.length, 2)
          assert.isAtMost(inDoubt.length, 10)

          const again = yield* Effect.promise(() => start(two.emulator, folder, "sendAgain").ended)
          assert.deepStrictEqual(new Set(again.values()), new Set(["Sent"]))
          assert.strictEqual(again.size, numbered.length)
          const sentAgain = countsOf((yield* two.emulator.requests).slice(all.length - (yield* one.emulator.requests).length))
          assert.deepStrictEqual([...sentAgain.keys()].sort(), [...inDoubt].sort())
          yield* two.kill
        }),
      (folder) => Effect.sync(() => Fs.rmSync(folder, { recursive: true, force: true }))
    ), 120_000)
})
