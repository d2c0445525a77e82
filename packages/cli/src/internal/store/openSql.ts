/** A token store in PostgreSQL or SQLite. */
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
import * as SqlClient from "@effect/sql/SqlClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { asFailure, reasonOf, StoreFailure, unreachable } from "./failure.js"
import type { Opened } from "./opened.js"
import { databaseOf, requireFile, type SqlPlace } from "./sqlDatabase.js"

const unreadable = ({ shown, table }: SqlPlace) => (cause: unknown): StoreFailure =>
  new StoreFailure({ message: `the table ${table} of ${shown} cannot be read: ${reasonOf(cause)}. \`orange store migrate\` makes one that is missing` })

const requireTable = (place: SqlPlace) =>
  Effect.gen(function*() {
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    yield* Effect.mapError(sql`SELECT 1`, unreachable(place.shown))
    yield* Effect.mapError(sql`SELECT version FROM ${sql(place.table)} WHERE 1 = 0`, unreadable(place))
  })

export const open = (place: SqlPlace): Effect.Effect<Opened, StoreFailure, Scope.Scope> =>
  Effect.gen(function*() {
    yield* requireFile(place)
    const database = yield* Layer.build(databaseOf(place))
    yield* Effect.provide(requireTable(place), database)
    const context = yield* SqlStore.layer({ table: place.table, timeout: "5 seconds" }).pipe(
      Layer.build,
      Effect.provide(database),
      Effect.mapError(asFailure)
    )
    return { store: Context.get(context, TokenStore.TokenStore) }
  })
