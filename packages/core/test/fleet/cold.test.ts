/** A fleet of processes that starts cold, over each store that processes share: one token request. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Path from "node:path"
import { temporaryDirectory } from "../temporaryDirectory.js"
import { startAll } from "./programs.js"
import { placeOf, type StoreAt } from "./stores.js"

const { POSTGRES_URL, REDIS_URL } = process.env

const startsWithOneRequest = (store: StoreAt) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const members = yield* startAll(8, new URL("coldCallers.ts", import.meta.url), JSON.stringify(emulator.environment), JSON.stringify(placeOf(store)), "1250")
    yield* Effect.forEach(members, ({ ended }) => ended)
    assert.deepStrictEqual(members.map(({ lines }) => lines), Array.from({ length: 8 }, () => ["1250 callers, 1 token"]))
    const requests = yield* emulator.requests
    assert.strictEqual(requests.filter(({ path }) => path.endsWith("/oauth/v3/token")).length, 1)
  }).pipe(Effect.scoped, Effect.provide(Emulator.layerServer()))

describe("a fleet of 8 processes with 1,250 cold callers each asks for one token", () => {
  it.live.skipIf(REDIS_URL === undefined)("over Redis (skipped where REDIS_URL is not set: scripts/servers.sh starts one)", () =>
    startsWithOneRequest({ kind: "redis", url: REDIS_URL! }), 150_000)

  it.live.skipIf(POSTGRES_URL === undefined)("over PostgreSQL (skipped where POSTGRES_URL is not set: scripts/servers.sh starts one)", () =>
    startsWithOneRequest({ kind: "postgres", url: POSTGRES_URL! }), 150_000)

  it.live("over files", () =>
    Effect.scoped(Effect.flatMap(temporaryDirectory, (url) => startsWithOneRequest({ kind: "file", url }))), 150_000)

  it.live("over one file of SQLite", () =>
    Effect.scoped(Effect.flatMap(temporaryDirectory, (folder) => startsWithOneRequest({ kind: "sqlite", url: Path.join(folder, "tokens.db") }))), 150_000)
})
