/**
 * Sessions in PostgreSQL or SQLite, through `@effect/sql`. In PostgreSQL they are `Durable`: the right place for refresh
 * tokens that rotate.
 *
 * @since 0.1.0
 */
import * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Chunk from "effect/Chunk"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { ConfigurationError } from "../ConfigurationError.js"
import { randomToken } from "../internal/secureRandom.js"
import * as Admissions from "../internal/stores/admissions.js"
import { wholeMillis } from "../internal/stores/millis.js"
import * as Statements from "../internal/stores/sqlStatements.js"
import { TokenStoreError } from "../OAuthError.js"
import { type Claim, type Commit, defaultNames, type Key, type Service, TokenStore } from "../TokenStore.js"

/**
 * How the database is used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/core/TokenStore/Sql"
 *
 * const options: Options = { table: "shop_orange_tokens", timeout: "1 second" }
 * ```
 */
export interface Options {
  /** The table; `effect_orange_tokens` if left out. Two applications in one database need two. */
  readonly table?: string
  /** How long an operation may take before it fails with `Timeout`. Two seconds if left out. */
  readonly timeout?: Duration.DurationInput
}

type Row = Readonly<Record<string, unknown>>

interface Asked {
  readonly statements: Statements.Statements
  readonly run: <A>(operation: string, effect: Effect.Effect<A, SqlError>) => Effect.Effect<A, TokenStoreError>
}

/**
 * SQLite waits while another process writes, if its connection is told to. libSQL's fails at once otherwise, and its failed
 * statement keeps a lock on the file: eight processes then waited for each other without end. A driver that knows no such
 * setting has none of these locks.
 */
const waitForOthers = (sql: SqlClient.SqlClient): Effect.Effect<void> =>
  Statements.isPostgres(sql) ? Effect.void : Effect.ignore(sql`PRAGMA busy_timeout = 1000`)

/**
 * The caller's transaction is left out: a claim inside of it would be seen by nobody until it ends, and its row would stay
 * locked. Nothing of the database's error is kept, as it may tell keys and values.
 */
const runWithin = (timeout: Duration.Duration): Asked["run"] => (operation, effect) =>
  effect.pipe(
    Effect.mapInputContext((context: Context.Context<never>) =>
      Context.omit(SqlClient.TransactionConnection)(context as Context.Context<SqlClient.TransactionConnection>) as Context.Context<never>),
    Effect.mapError(() => new TokenStoreError({ reason: "Unavailable", operation })),
    Effect.disconnect,
    Effect.timeoutFail({ duration: timeout, onTimeout: () => new TokenStoreError({ reason: "Timeout", operation }) })
  )

/** PostgreSQL's bigint comes as a string. */
const number = (row: Row, column: string): number => Number(row[column])

const read = ({ run, statements }: Asked): Service["read"] => (key) =>
  Effect.map(run("read", statements.read(key)), ([row]) =>
    row === undefined
      ? Option.none()
      : Option.some({
        version: number(row, "version"),
        sealed: Redacted.make(String(row.sealed)),
        age: Duration.millis(Math.max(number(row, "age"), 0))
      }))

type ClaimOptions = Parameters<Service["claim"]>[1]

/** Why a claim was not given; nothing where it now would be. */
const explain = (row: Row | undefined, options: ClaimOptions): Option.Option<Claim> => {
  const version = row === undefined ? 0 : number(row, "version")
  if (version !== options.version) return Option.some({ _tag: "Moved", version })
  if (row === undefined) return Option.none()
  if (number(row, "is_aborted") === 1) return Option.some({ _tag: "Moved", version })
  if (row.claim_holder === null) return Option.none()
  const fence = number(row, "claim_fence")
  if (row.claim_holder === options.holder) return Option.some({ _tag: "Claimed", fence })
  const remaining = number(row, "remaining")
  if (remaining > 0) return Option.some({ _tag: "Held", remaining: Duration.millis(remaining) })
  return options.takeover === "Never"
    ? Option.some({ _tag: "Orphaned", fence, overdue: Duration.millis(-remaining) })
    : Option.none()
}

/** Between a refusal and the look at its cause, the cause may go. */
const attempts = 8

const claim = (asked: Asked): Service["claim"] => (key, options) => {
  const { run, statements } = asked
  const attempt = (left: number): Effect.Effect<Claim, TokenStoreError> =>
    Effect.gen(function*() {
      const [given] = yield* run("claim", statements.claim(key, { ...options, ttl: wholeMillis(options.ttl) }))
      if (given !== undefined) return { _tag: "Claimed", fence: number(given, "claim_fence") } as const
      const [row] = yield* run("claim", statements.look(key, options.holder))
      const cause = explain(row, options)
      if (Option.isSome(cause)) return cause.value
      if (left === 0) return { _tag: "Held", remaining: Duration.zero } as const
      if (row === undefined) yield* run("claim", statements.purge(key))
      return yield* attempt(left - 1)
    })
  return attempt(attempts)
}

const commit = ({ run, statements }: Asked): Service["commit"] => (key, { fence, holder, retain, sealed, version }) =>
  Effect.gen(function*() {
    const text = Option.getOrNull(Option.map(sealed, Redacted.value))
    const [done] = yield* run("commit", statements.commit(key, { version, fence, holder, sealed: text, retain: wholeMillis(retain) }))
    if (done !== undefined) return { _tag: "Committed", version: number(done, "version") } as const
    const [row] = yield* run("commit", statements.look(key, holder))
    const isRepeated = row !== undefined && row.commit_holder === holder && number(row, "commit_fence") === fence
    return (isRepeated ? { _tag: "Committed", version: number(row, "commit_version") } : { _tag: "Fenced" }) satisfies Commit
  })

const abort = ({ run, statements }: Asked): Service["abort"] => (key, { fence, holder }) => {
  const attempt = (left: number): Effect.Effect<void, TokenStoreError> =>
    Effect.flatMap(run("abort", statements.abort(key, Option.getOrUndefined(fence), holder)), (rows) =>
      rows.length > 0 || left === 0
        ? Effect.void
        : Effect.zipRight(run("abort", statements.purge(key)), attempt(left - 1)))
  return attempt(attempts)
}

const replace = ({ run, statements }: Asked): Service["replace"] => (key, sealed, retain) =>
  Effect.map(
    run("replace", statements.replace(key, Option.getOrNull(Option.map(sealed, Redacted.value)), wholeMillis(retain))),
    ([row]) => Number(row?.version)
  )

const pageSize = 500

const keys = ({ run, statements }: Asked): Service["keys"] => (prefix) =>
  Stream.paginateChunkEffect(undefined as Key | undefined, (after) =>
    Effect.map(run("keys", statements.keys(prefix, after, pageSize)), (rows) => {
      const page = rows.map((row) => String(row.token_key))
      return [Chunk.fromIterable(page), page.length < pageSize ? Option.none() : Option.some(page.at(-1))]
    }))

const reseal = ({ run, statements }: Asked): Service["reseal"] => (key, { sealed, version }) =>
  Effect.map(run("reseal", statements.reseal(key, version, Redacted.value(sealed))), (rows) => rows.length > 0)

const instantsOf = (row: Row): ReadonlyArray<number> => String(row.instants).split(",").map(Number)

const admit = ({ run, statements }: Asked): Service["admit"] => (key, { limit, window }) =>
  Effect.gen(function*() {
    const asked = { limit, length: wholeMillis(window) }
    const taker = yield* randomToken
    const [row] = yield* run("admit", statements.admit(key, taker, asked))
    if (row === undefined || row.taker === taker) return { _tag: "Admitted" } as const
    const now = number(row, "asked_at")
    return Admissions.fullUntil(Admissions.recentOf(instantsOf(row), now, asked), now, asked)
  })

/** Each replica does it; a failure is left to the next time. */
const purgeForever = ({ run, statements }: Asked) =>
  Effect.repeat(
    Effect.forEach(statements.purgeAll, (purge) => Effect.ignore(run("purge", purge)), { discard: true }),
    Schedule.spaced("10 minutes")
  )

const unsupported = new ConfigurationError({ field: "SqlClient", problem: "must be of PostgreSQL or SQLite for a token store" })

/**
 * Creates the two tables and an index where they are not there; does nothing where they are. Run it before the layer is used,
 * or as a step of `@effect/sql`'s `Migrator`, which takes it as it is. Fails with the database's `SqlError`.
 *
 * @since 0.1.0
 * @category migrations
 * @example
 * ```ts
 * import * as Migrator from "@effect/sql/Migrator"
 * import { migrate } from "@effect-orange/core/TokenStore/Sql"
 *
 * const loader = Migrator.fromRecord({ "0001_orange_tokens": migrate() })
 * ```
 */
export const migrate = (options: Pick<Options, "table"> = {}): Effect.Effect<void, SqlError, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (client) => {
    const sql = client.withoutTransforms()
    return Effect.zipRight(waitForOthers(sql), Effect.forEach(Statements.schemaOf(sql, options.table ?? defaultNames.table), (statement) => statement, { discard: true }))
  }).pipe(
    // Two replicas that create the table at the same moment: PostgreSQL fails one of them, and the next look finds it.
    Effect.retry({ times: 3 })
  )

/**
 * Sessions in a table of the `SqlClient`'s database, which `migrate` makes. Each step is one conditional statement on one
 * row, timed by the database; no lock outlives its statement, and a transaction of the caller is not joined. Operations
 * fail with a `TokenStoreError`: `Unavailable`, or `Timeout` for a statement longer than `timeout`. One that timed out may
 * have been done: the same holder asks again and gets the same answer. Fails with `ConfigurationError` for a database
 * that is neither PostgreSQL nor SQLite.
 *
 * `durability` is `Durable` on PostgreSQL and `Machine` on SQLite. `changes` is empty: other replicas see a log-out when
 * they next read. Records past their retention are deleted every ten minutes while the layer lives. On SQLite the layer
 * sets its connection's `busy_timeout` to one second, in which a statement waits for another process that writes.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import type { SqlClient } from "@effect/sql/SqlClient"
 * import { AuthorizationCode, TokenSeal } from "@effect-orange/core"
 * import * as SqlStore from "@effect-orange/core/TokenStore/Sql"
 * import { Layer } from "effect"
 *
 * // PgClient.layer of @effect/sql-pg, say: with a connectTimeout, or it waits for ever for a server that is silent.
 * declare const Database: Layer.Layer<SqlClient>
 *
 * const Store = SqlStore.layer().pipe(
 *   Layer.provide(Layer.effectDiscard(SqlStore.migrate())),
 *   Layer.provide(Database)
 * )
 *
 * const Login = AuthorizationCode.layerConfig().pipe(Layer.provide([Store, TokenSeal.layerEphemeral]))
 * ```
 */
export const layer = (options: Options = {}): Layer.Layer<TokenStore, ConfigurationError, SqlClient.SqlClient> =>
  Layer.scoped(TokenStore, Effect.gen(function*() {
    const sql = (yield* SqlClient.SqlClient).withoutTransforms()
    if (!Statements.isSupported(sql)) return yield* Effect.fail(unsupported)
    const asked: Asked = {
      statements: Statements.make(sql, options.table ?? defaultNames.table),
      run: runWithin(Duration.decode(options.timeout ?? "2 seconds"))
    }
    yield* waitForOthers(sql)
    yield* Effect.forkScoped(purgeForever(asked))
    return {
      durability: Statements.isPostgres(sql) ? "Durable" : "Machine",
      read: read(asked),
      claim: claim(asked),
      commit: commit(asked),
      abort: abort(asked),
      replace: replace(asked),
      reseal: reseal(asked),
      admit: admit(asked),
      keys: keys(asked),
      changes: Stream.empty
    }
  }))
