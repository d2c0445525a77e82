/** The stores of a fleet, as its processes build them. */
import type { FileSystem, Path } from "@effect/platform"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as LibsqlClient from "@effect/sql-libsql/LibsqlClient"
import * as PgClient from "@effect/sql-pg/PgClient"
import type * as Duration from "effect/Duration"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { TokenSeal, type TokenStore } from "@effect-orange/core"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"

export interface StoreAt {
  readonly kind: "redis" | "postgres" | "sqlite" | "file"
  /** A server's URL, or the path of a directory or of a database's file. */
  readonly url: string
}

/** What needs no server, and has no connection. */
export const isOnDisk = (kind: string): kind is "file" | "sqlite" => kind === "file" || kind === "sqlite"

/** A fleet's own part of the store: its prefix, its table. */
export type Place = StoreAt & { readonly name: string }

export const placeOf = (store: StoreAt): Place => {
  const id = crypto.randomUUID().slice(0, 8)
  return { ...store, name: store.kind === "redis" ? `fleet:${id}:` : `fleet_${id}` }
}

export interface StoreOptions {
  readonly timeout: Duration.DurationInput
  /** Where the tables may not be there yet. */
  readonly migrates: boolean
}

const inFiles = (directory: string, timeout: Duration.DurationInput): Layer.Layer<TokenStore.TokenStore, unknown> =>
  FileStore.layer({ directory, timeout }).pipe(Layer.provide(NodeContext.layer as Layer.Layer<FileSystem.FileSystem | Path.Path>))

export const layerOf = ({ kind, name, url }: Place, { migrates, timeout }: StoreOptions): Layer.Layer<TokenStore.TokenStore, unknown> => {
  if (kind === "file") return inFiles(url, timeout)
  if (kind === "redis") return RedisStore.layer({ url: Redacted.make(url), prefix: name, timeout })
  const database = kind === "sqlite"
    ? LibsqlClient.layer({ url: `file:${url}` })
    : PgClient.layer({ url: Redacted.make(url), maxConnections: 3, connectTimeout: "15 seconds" })
  const store = SqlStore.layer({ table: name, timeout })
  return Layer.provide(migrates ? Layer.provide(store, Layer.effectDiscard(SqlStore.migrate({ table: name }))) : store, database)
}

/** A seal that all processes have. */
export const Seal = TokenSeal.layer([{ kid: "fleet", secret: Redacted.make(new Uint8Array(32).fill(7)) }])
