/** Makes the tables of a token store in SQL. */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { reasonOf, StoreFailure } from "./failure.js"
import type { Place } from "./place.js"
import type { SqlPlace } from "./sqlDatabase.js"

const migrate = (place: SqlPlace) =>
  Effect.gen(function*() {
    const [{ migrate }, { databaseOf }] = yield* Effect.promise(() => Promise.all([import("@effect-orange/core/TokenStore/Sql"), import("./sqlDatabase.js")]))
    yield* migrate({ table: place.table }).pipe(
      Effect.catchTag("SqlError", (error) =>
        new StoreFailure({ message: `the tables of ${place.shown} could not be made: ${reasonOf(error)}` })),
      Effect.provide(databaseOf(place))
    )
    yield* Console.log(`${place.shown} has the table ${place.table}, and is ready`)
  })

export const runMigrate = (place: Place): Effect.Effect<void, StoreFailure> =>
  place._tag === "Postgres" || place._tag === "Sqlite" ? migrate(place) : Console.log(`${place.shown} has no tables: there is nothing to migrate`)
