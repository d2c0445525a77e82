/** A fleet of processes that starts cold, over each store that processes share: one token request. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

const fixture = fileURLToPath(new URL("fixtures/caller.ts", import.meta.url))
const { POSTGRES_URL, REDIS_URL } = process.env

const run = (args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=@effect-orange/source", "--import", "tsx", fixture, ...args], { stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()))
    const limit = setTimeout(() => child.kill("SIGKILL"), 120_000)
    child.once("close", () => {
      clearTimeout(limit)
      resolve(said.trim())
    })
  })

/** `name` is the fleet's own part of the place: a prefix, a table. */
const startsWithOneRequest = (store: string, place: string, name: string) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const args = [JSON.stringify(emulator.environment), store, place, "1250", name]
    const said = yield* Effect.promise(() => Promise.all(Array.from({ length: 8 }, () => run(args))))
    assert.deepStrictEqual(said, Array.from({ length: 8 }, () => "1250 callers, 1 token"))
    const requests = yield* emulator.requests
    assert.strictEqual(requests.filter(({ path }) => path.endsWith("/oauth/v3/token")).length, 1)
  }).pipe(Effect.provide(Emulator.layerServer()))

const temporaryDirectory = Effect.acquireRelease(
  Effect.sync(() => Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-fleet-"))),
  (directory) => Effect.sync(() => Fs.rmSync(directory, { recursive: true, force: true }))
)

describe("a fleet of 8 processes with 1,250 cold callers each asks for one token", () => {
  it.live.skipIf(REDIS_URL === undefined)("over Redis (skipped where REDIS_URL is not set: scripts/servers.sh starts one)", () =>
    startsWithOneRequest("redis", REDIS_URL!, `fleet:${crypto.randomUUID()}:`), 150_000)

  it.live.skipIf(POSTGRES_URL === undefined)("over PostgreSQL (skipped where POSTGRES_URL is not set: scripts/servers.sh starts one)", () =>
    startsWithOneRequest("postgres", POSTGRES_URL!, `fleet_${crypto.randomUUID().slice(0, 8)}`), 150_000)

  it.live("over files", () =>
    Effect.scoped(Effect.flatMap(temporaryDirectory, (directory) => startsWithOneRequest("file", directory, ""))), 150_000)
})
