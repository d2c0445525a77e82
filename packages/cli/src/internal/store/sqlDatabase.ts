/** The database of a token store in SQL. Its client is loaded only for its own scheme. */
import type * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Fs from "node:fs"
import { pathToFileURL } from "node:url"
import { StoreFailure, unreachable } from "./failure.js"
import type { Place } from "./place.js"

export type SqlPlace = Extract<Place, { readonly _tag: "Postgres" | "Sqlite" }>

type Database = Layer.Layer<SqlClient.SqlClient, StoreFailure>

/** Without `connectTimeout` the client waits for ever for a server that takes connections and is silent. */
const postgres = ({ shown, url }: Extract<SqlPlace, { readonly _tag: "Postgres" }>): Database =>
  Layer.unwrapEffect(Effect.map(Effect.promise(() => import("@effect/sql-pg/PgClient")), (PgClient) =>
    PgClient.layer({ url, maxConnections: 4, connectTimeout: "5 seconds", applicationName: "orange store" }).pipe(
      Layer.mapError((error: SqlError | { readonly _tag: "ConfigError" }) => unreachable(shown)(error))
    )))

/** libSQL reads a URL's path as such: what a file's name holds of it is percent-encoded. */
const sqlite = ({ path, shown }: Extract<SqlPlace, { readonly _tag: "Sqlite" }>): Database =>
  Layer.unwrapEffect(Effect.map(Effect.promise(() => import("@effect/sql-libsql/LibsqlClient")), (LibsqlClient) =>
    LibsqlClient.layer({ url: pathToFileURL(path).href }).pipe(
      // It throws where the file cannot be opened.
      Layer.catchAllCause((cause) => Layer.fail(unreachable(shown)(Cause.squash(cause))))
    )))

export const databaseOf = (place: SqlPlace): Database => place._tag === "Postgres" ? postgres(place) : sqlite(place)

/** SQLite makes a file that is missing: a typing error must not. */
export const requireFile = (place: SqlPlace): Effect.Effect<void, StoreFailure> =>
  place._tag === "Sqlite" && !Fs.existsSync(place.path)
    ? Effect.fail(new StoreFailure({ message: `there is no file ${place.path}: \`orange store migrate\` makes it` }))
    : Effect.void
