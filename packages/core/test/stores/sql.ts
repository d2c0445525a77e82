/** What the store is asked in either database. */
import { assert } from "@effect/vitest"
import * as SqlClient from "@effect/sql/SqlClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { TokenStore } from "@effect-orange/core"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
import * as Shared from "./shared.js"

/** A migrated store in a database. */
export const storeIn = <E>(database: Layer.Layer<SqlClient.SqlClient, E>, options: SqlStore.Options) =>
  SqlStore.layer(options).pipe(Layer.provide(Layer.effectDiscard(SqlStore.migrate(options))), Layer.provide(database))

/** A claim inside a transaction that is rolled back stands all the same: others saw it, and the token was perhaps sent. */
export const joinsNoTransaction = <E>(database: Layer.Layer<SqlClient.SqlClient, E>, table: string) =>
  Effect.gen(function*() {
    const context = yield* Layer.build(Layer.provideMerge(
      Layer.provide(SqlStore.layer({ table }), Layer.effectDiscard(SqlStore.migrate({ table }))),
      database
    ))
    const store = Context.get(context, TokenStore.TokenStore)
    const sql = Context.get(context, SqlClient.SqlClient)
    const key = Shared.freshKey()
    yield* Effect.flip(sql.withTransaction(Effect.zipRight(store.claim(key, Shared.claimOf("a", 0)), Effect.fail("rolled back" as const))))
    assert.strictEqual((yield* store.claim(key, Shared.claimOf("b", 0)))._tag, "Held")
  }).pipe(Effect.scoped)

/** Eight replicas start at once on an empty database. */
export const migratesConcurrently = <E>(database: Layer.Layer<SqlClient.SqlClient, E>, table: string) =>
  Effect.gen(function*() {
    const contexts = yield* Effect.forEach(Array.from({ length: 8 }), () => Layer.build(Layer.fresh(database)))
    yield* Effect.forEach(contexts, (context) => Effect.provide(SqlStore.migrate({ table }), context), { concurrency: "unbounded" })
    yield* Effect.provide(SqlStore.migrate({ table }), contexts[0]!)
  }).pipe(Effect.scoped)
