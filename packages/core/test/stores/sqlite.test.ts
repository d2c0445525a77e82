import { assert, describe, it } from "@effect/vitest"
import * as LibsqlClient from "@effect/sql-libsql/LibsqlClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll } from "vitest"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
import { startAll, untilSaid } from "../fleet/programs.js"
import { tokenStoreContract } from "../TokenStoreContract.js"
import * as Shared from "./shared.js"
import * as Sql from "./sql.js"

// libSQL is SQLite with a client that needs no native build; `@effect/sql-sqlite-node` speaks the same dialect.
const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-sqlite-"))
afterAll(() => Fs.rmSync(folder, { recursive: true, force: true }))

const table = "tokens"
const databaseAt = (name: string) => LibsqlClient.layer({ url: `file:${Path.join(folder, name)}` })
const layer = Sql.storeIn(databaseAt("contract.db"), { table })

tokenStoreContract("SQLite", { layer: Sql.storeIn(LibsqlClient.layer({ url: "file::memory:" }), { table }), histories: 10 })

describe("SQLite", () => {
  it.live("is of this machine", () =>
    Effect.map(Shared.built(layer), ({ durability }) => assert.strictEqual(durability, "Machine")).pipe(Effect.scoped))
  it.live("lists nothing past its retention", () => Shared.listsNothingExpired(layer))
  it.live("lists more keys than a page", () => Shared.listsManyKeys(layer), 60_000)

  it.live("each of 50 versions is claimed once by two connections to one file", () => Shared.claimsEachVersionOnce(layer, 50), 60_000)

  it.live("waits while another process writes", () =>
    Effect.gen(function*() {
      const store = yield* Shared.built(Sql.storeIn(databaseAt("busy.db"), { table }))
      const [writer] = yield* startAll(1, new URL("fixtures/sqliteWriter.ts", import.meta.url), Path.join(folder, "busy.db"), "300")
      yield* untilSaid([writer!], "writing")
      assert.isAbove(yield* store.replace(Shared.freshKey(), Shared.sealedOf("one"), Shared.hour), 0)
      assert.strictEqual((yield* writer!.ended).code, 0)
    }).pipe(Effect.scoped), 60_000)

  it.live("a file is kept for the next start", () =>
    Effect.gen(function*() {
      const key = Shared.freshKey()
      const version = yield* Effect.scoped(Effect.flatMap(Shared.built(layer), (store) => store.replace(key, Shared.sealedOf("one"), Shared.hour)))
      const claim = yield* Effect.scoped(Effect.flatMap(Shared.built(layer), (store) => store.claim(key, Shared.claimOf("a", version))))
      assert.strictEqual(claim._tag, "Claimed")
    }))

  it.live("fails typed where its table is missing", () =>
    Effect.gen(function*() {
      const store = yield* Shared.built(Layer.provide(SqlStore.layer({ table: "missing" }), databaseAt("empty.db")))
      const key = Shared.freshKey()
      for (const operation of Shared.everyOperation(store, key)) {
        yield* Shared.failsTyped(operation, ["Unavailable"], Duration.seconds(2), key)
      }
    }).pipe(Effect.scoped))
})
