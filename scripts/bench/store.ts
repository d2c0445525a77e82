/**
 * What a shared store costs: nothing while a token is warm, and some microseconds when it is read or renewed. Redis and
 * PostgreSQL are measured where `scripts/servers.sh` has set their URLs.
 */
import { ClientCredentials, Credentials, TokenSeal, TokenStore } from "@effect-orange/core"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import * as RedisStore from "@effect-orange/core/TokenStore/Redis"
import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as LibsqlClient from "@effect/sql-libsql/LibsqlClient"
import * as PgClient from "@effect/sql-pg/PgClient"
import type { SqlClient } from "@effect/sql/SqlClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import type { Benchmark, Row } from "./benchmark.js"
import { compare } from "./pairs.js"
import { medianOf, shown } from "./statistics.js"
import { endpoint, many } from "./token.js"

const Seal = TokenSeal.layer([{ kid: "bench", secret: Redacted.make(new Uint8Array(32)) }])
const options = { credentials: Credentials.basic({ clientId: "bench", clientSecret: Redacted.make("of-the-bench") }) }

const warm = Effect.gen(function*() {
  const alone = yield* ClientCredentials.make(options)
  const shared = yield* ClientCredentials.makeShared(options)
  yield* Effect.all([alone.token, shared.token])
  const { ratio } = yield* compare({ baseline: many(alone.token), candidate: many(shared.token), times: 20_000, pairs: 100 })
  return [{ what: "warm token read with a shared store, ratio to without", measured: shown(ratio, 2), goal: "at most 1.2" }]
}).pipe(Effect.provide([endpoint, TokenStore.layerMemory, Seal]), Effect.scoped)

/** The record of a session is about so long. */
const record = Redacted.make(JSON.stringify({ s: 1, accessToken: "a".repeat(400), refreshToken: "r".repeat(300), scopes: ["openid"] }))
const retain = Duration.minutes(10)

/** Microseconds of each of so many runs. */
const samplesOf = (times: number, effect: Effect.Effect<unknown, unknown>) =>
  Effect.gen(function*() {
    const samples: Array<number> = []
    for (let i = 0; i < times; i++) {
      const before = process.hrtime.bigint()
      yield* effect
      samples.push(Number(process.hrtime.bigint() - before) / 1_000)
    }
    return samples.slice(Math.floor(times / 5))
  })

const renewalOf = (store: TokenStore.Service, key: string, sealed: Option.Option<Redacted.Redacted<string>>) => {
  let renewals = 0
  return Effect.gen(function*() {
    const { version } = Option.getOrThrow(yield* store.read(key))
    const holder = `${key}:${renewals++}`
    const claim = yield* store.claim(key, { version, holder, ttl: Duration.seconds(10), takeover: "Never" })
    if (claim._tag === "Claimed") yield* store.commit(key, { version, holder, fence: claim.fence, sealed, retain })
  })
}

const backend = (name: string, times: number): Effect.Effect<ReadonlyArray<Row>, unknown, TokenStore.TokenStore | TokenSeal.TokenSeal> =>
  Effect.gen(function*() {
    const store = yield* TokenStore.TokenStore
    const seal = yield* TokenSeal.TokenSeal
    const key = `bench:${crypto.randomUUID()}`
    const sealed = Option.some(yield* seal.seal(record, key))
    yield* store.replace(key, sealed, retain)
    const read = medianOf(yield* samplesOf(times, store.read(key)))
    const renewal = medianOf(yield* samplesOf(times, renewalOf(store, key, sealed)))
    const sealing = medianOf(yield* samplesOf(times, Effect.flatMap(seal.seal(record, key), (text) => seal.open(text, key))))
    const admission = medianOf(yield* samplesOf(times, store.admit(key, { limit: 45, window: Duration.seconds(1) })))
    yield* store.replace(key, Option.none(), Duration.seconds(1))
    const share = sealing.value / (sealing.value + renewal.value)
    return [
      { what: `${name}: a read`, measured: shown(read, 0, " µs"), goal: "" },
      { what: `${name}: a renewal, i.e. read, claim and commit`, measured: shown(renewal, 0, " µs"), goal: "" },
      { what: `${name}: a place in the budget`, measured: shown(admission, 0, " µs"), goal: "" },
      { what: `${name}: of a renewal, for sealing and opening`, measured: `${(100 * share).toFixed(0)} %`, goal: "" }
    ]
  })

const sqlOver = (database: Layer.Layer<SqlClient, unknown>) => {
  const table = { table: "bench_tokens" }
  return SqlStore.layer(table).pipe(Layer.provide(Layer.effectDiscard(SqlStore.migrate(table))), Layer.provide(database))
}

const inFolder = <A>(use: (folder: string) => Effect.Effect<A, unknown>): Effect.Effect<A, unknown> =>
  Effect.acquireUseRelease(
    Effect.sync(() => Fs.mkdtempSync(Path.join(Os.tmpdir(), "bench-store-"))),
    use,
    (folder) => Effect.sync(() => Fs.rmSync(folder, { recursive: true }))
  )

const { POSTGRES_URL, REDIS_URL } = process.env

const backends: ReadonlyArray<Effect.Effect<ReadonlyArray<Row>, unknown>> = [
  Effect.provide(backend("memory", 2_000), [TokenStore.layerMemory, Seal]),
  ...(REDIS_URL === undefined ? [] : [
    Effect.provide(backend("Redis", 2_000), Layer.merge(RedisStore.layer({ url: Redacted.make(REDIS_URL), prefix: "bench:" }), Seal))
  ]),
  ...(POSTGRES_URL === undefined ? [] : [
    Effect.provide(backend("PostgreSQL", 1_000), Layer.merge(sqlOver(PgClient.layer({ url: Redacted.make(POSTGRES_URL) })), Seal))
  ]),
  inFolder((folder) =>
    Effect.provide(backend("SQLite (libSQL)", 1_000), Layer.merge(sqlOver(LibsqlClient.layer({ url: `file:${folder}/bench.db` })), Seal))),
  inFolder((folder) =>
    Effect.provide(
      backend("files", 150),
      Layer.merge(Layer.provide(FileStore.layer({ directory: Path.join(folder, "store") }), NodeContext.layer), Seal)
    ))
]

export const store: Benchmark = {
  name: "store",
  run: Effect.map(Effect.all([warm, ...backends]), (rows) => rows.flat())
}
