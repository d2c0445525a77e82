/** A fleet of processes that starts cold, over a Redis of its own: one token request. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const fixture = fileURLToPath(new URL("fixtures/caller.ts", import.meta.url))
const redis = process.env["REDIS_URL"]

const run = (args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=@effect-orange/source", "--import", "tsx", fixture, ...args], { stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()))
    const limit = setTimeout(() => child.kill("SIGKILL"), 60_000)
    child.once("close", () => {
      clearTimeout(limit)
      resolve(said.trim())
    })
  })

describe.skipIf(redis === undefined)("a fleet (skipped where REDIS_URL is not set: scripts/servers.sh starts one)", () => {
  it.live("of 8 processes with 1,250 cold callers each asks for one token", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const args = [JSON.stringify(emulator.environment), redis!, "1250", `fleet:${crypto.randomUUID()}:`]
      const said = yield* Effect.promise(() => Promise.all(Array.from({ length: 8 }, () => run(args))))
      assert.deepStrictEqual(said, Array.from({ length: 8 }, () => "1250 callers, 1 token"))
      const requests = yield* emulator.requests
      assert.strictEqual(requests.filter(({ path }) => path.endsWith("/oauth/v3/token")).length, 1)
    }).pipe(Effect.provide(Emulator.layerServer())), 90_000)
})
