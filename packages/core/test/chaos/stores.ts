/** The stores of a chaos run, as its processes build them. */
import type { FileSystem, Path } from "@effect/platform"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { TokenStore } from "@effect-orange/core"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
import type { StoreAt } from "./journal.js"

const timeout = "1 second"

const inFiles = (directory: string): Layer.Layer<TokenStore.TokenStore, unknown> =>
  FileStore.layer({ directory }).pipe(Layer.provide(NodeContext.layer as Layer.Layer<FileSystem.FileSystem | Path.Path>))

/** `migrates` where the tables may not be there yet. */
export const layerOf = ({ kind, url }: StoreAt, name: string, migrates: boolean): Layer.Layer<TokenStore.TokenStore, unknown> => {
  if (kind === "file") return inFiles(url)
  if (kind === "redis") return RedisStore.layer({ url: Redacted.make(url), prefix: name, timeout })
  const database = PgClient.layer({ url: Redacted.make(url), maxConnections: 3, connectTimeout: "15 seconds" })
  const store = SqlStore.layer({ table: name, timeout })
  return Layer.provide(migrates ? Layer.provide(store, Layer.effectDiscard(SqlStore.migrate({ table: name }))) : store, database)
}
