/** The atomic steps of a token store in SQL: one conditional statement each, on one row, by the database's own clock. */
import type { SqlClient } from "@effect/sql/SqlClient"
import type { Fragment } from "@effect/sql/Statement"

/** What the two databases say differently. */
interface Dialect {
  readonly now: Fragment
  readonly greatest: Fragment
  readonly contains: (text: Fragment, part: Fragment) => Fragment
  readonly last: (text: Fragment, characters: number) => Fragment
  /** The numbers of a list such as `1,2,3`, as rows `e.value`; and such a list out of rows. */
  readonly elements: (list: Fragment) => Fragment
  readonly listOf: (value: Fragment) => Fragment
}

/** `clock_timestamp()` is the time of the statement; `now()` would stand still for a whole transaction. */
const postgres = (sql: SqlClient): Dialect => ({
  now: sql`SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS bigint) AS t`,
  greatest: sql`greatest`,
  contains: (text, part) => sql`position(${part} IN ${text}) > 0`,
  last: (text, characters) => sql`right(${text}, ${sql.literal(String(characters))})`,
  elements: (list) => sql`unnest(string_to_array(${list}, ',')) AS e(value)`,
  listOf: (value) => sql`string_agg(CAST(${value} AS text), ',')`
})

/** Older SQLite has no `unixepoch('subsec')`; a Julian day is exact to some 40 microseconds. */
const sqlite = (sql: SqlClient): Dialect => ({
  now: sql`SELECT CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS bigint) AS t`,
  greatest: sql`max`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  last: (text, characters) => sql`substr(${text}, ${sql.literal(String(-characters))})`,
  elements: (list) => sql`json_each('[' || ${list} || ']') AS e`,
  listOf: (value) => sql`group_concat(${value}, ',')`
})

export const isPostgres = (sql: SqlClient): boolean => sql.onDialectOrElse({ pg: () => true, orElse: () => false })

export const isSupported = (sql: SqlClient): boolean =>
  sql.onDialectOrElse({ pg: () => true, sqlite: () => true, orElse: () => false })

/** Characters of aborted holders' names that are kept. Holders are nonces: some fifty of them. */
const rememberedAborts = 2_048

/** An aborted holder as a text that no other holders' can contain: JSON has no bare line break. */
const markOf = (holder: string): string => `\n${JSON.stringify(holder)}\n`

/** What every statement is made of. `r` is the row. */
const words = (sql: SqlClient) => {
  const dialect = sql.onDialectOrElse({ pg: () => postgres(sql), orElse: () => sqlite(sql) })
  const now = sql`(SELECT t FROM clock)`
  const maxOf = (a: Fragment, b: Fragment) => sql`${dialect.greatest}(${a}, ${b})`
  // PostgreSQL cannot always tell a parameter's type, and SQLite compares by it.
  const text = (value: string | null) => sql`CAST(${value} AS text)`
  return {
    dialect,
    now,
    maxOf,
    text,
    int: (value: number) => sql`CAST(${value} AS bigint)`,
    /** Once per statement, so that its parts agree on the time. */
    clock: sql`WITH clock AS (${dialect.now})`,
    isLive: sql`r.expires_at > ${now}`,
    isAborted: (holder: string) => dialect.contains(sql`r.aborted`, text(markOf(holder))),
    nextVersion: maxOf(sql`r.version + 1`, now),
    /** A claim or abort on an absent record keeps its place for a while, so that its holder's late word finds it. */
    keptUnwritten: (to: Fragment) => sql`${maxOf(to, now)} + 600000`
  }
}

/** Beside the records, as a limit has no content, version or claim. */
const admissionsOf = (name: string): string => `${name}_admissions`

export const make = (sql: SqlClient, name: string) => {
  const table = sql(name)
  const admissions = sql(admissionsOf(name))
  const { clock, dialect, int, isAborted, isLive, keptUnwritten, maxOf, nextVersion, now, text } = words(sql)

  const read = (key: string) =>
    sql`${clock} SELECT r.version, r.sealed, ${now} - r.written_at AS age FROM ${table} AS r
      WHERE r.token_key = ${text(key)} AND ${isLive} AND r.sealed IS NOT NULL`

  const claimable = (options: { readonly version: number; readonly holder: string; readonly takeover: "AfterTtl" | "Never" }) => {
    const isOver = sql`(r.claim_holder <> ${text(options.holder)} AND r.claim_until <= ${now})`
    const isFree = options.takeover === "AfterTtl" ? sql`(r.claim_holder IS NULL OR ${isOver})` : sql`r.claim_holder IS NULL`
    return sql`${isLive} AND r.version = ${int(options.version)} AND ${isFree} AND NOT (${isAborted(options.holder)})`
  }

  const claimed = (holder: string, ttl: number) => {
    const fence = maxOf(sql`r.last_fence + 1`, now)
    return sql`claim_fence = ${fence}, last_fence = ${fence}, claim_holder = ${text(holder)}, claim_until = ${now} + ${int(ttl)}`
  }

  /** The row of a claim that was given; none where it was not, and `look` says why. */
  const claim = (key: string, options: { readonly version: number; readonly holder: string; readonly ttl: number; readonly takeover: "AfterTtl" | "Never" }) =>
    options.version === 0
      ? sql`${clock} INSERT INTO ${table} AS r
          (token_key, version, expires_at, last_fence, claim_fence, claim_holder, claim_until, aborted)
        VALUES (${text(key)}, 0, ${keptUnwritten(sql`${now} + ${int(options.ttl)}`)}, ${now}, ${now}, ${text(options.holder)}, ${now} + ${int(options.ttl)}, '')
        ON CONFLICT (token_key) DO UPDATE SET ${claimed(options.holder, options.ttl)}, expires_at = ${keptUnwritten(sql`${now} + ${int(options.ttl)}`)}
        WHERE ${claimable(options)} RETURNING claim_fence`
      : sql`${clock} UPDATE ${table} AS r SET ${claimed(options.holder, options.ttl)}
        WHERE r.token_key = ${text(key)} AND ${claimable(options)} RETURNING claim_fence`

  const look = (key: string, holder: string) =>
    sql`${clock} SELECT r.version, r.claim_fence, r.claim_holder, r.claim_until - ${now} AS remaining,
        CASE WHEN ${isAborted(holder)} THEN 1 ELSE 0 END AS is_aborted,
        r.commit_fence, r.commit_holder, r.commit_version
      FROM ${table} AS r WHERE r.token_key = ${text(key)} AND ${isLive}`

  const written = (sealed: string | null, retain: number) =>
    sql`version = ${nextVersion}, sealed = ${text(sealed)}, written_at = ${now}, expires_at = ${now} + ${int(retain)},
      claim_fence = NULL, claim_holder = NULL, claim_until = NULL, aborted = ''`

  const commit = (key: string, options: { readonly version: number; readonly fence: number; readonly holder: string; readonly sealed: string | null; readonly retain: number }) =>
    sql`${clock} UPDATE ${table} AS r SET ${written(options.sealed, options.retain)},
        commit_fence = ${int(options.fence)}, commit_holder = ${text(options.holder)}, commit_version = ${nextVersion}
      WHERE r.token_key = ${text(key)} AND ${isLive} AND r.version = ${int(options.version)}
        AND r.claim_fence = ${int(options.fence)} AND r.claim_holder = ${text(options.holder)} RETURNING version`

  const replace = (key: string, sealed: string | null, retain: number) =>
    sql`${clock} INSERT INTO ${table} AS r (token_key, version, sealed, written_at, expires_at, last_fence, aborted)
      VALUES (${text(key)}, ${now}, ${text(sealed)}, ${now}, ${now} + ${int(retain)}, 0, '')
      ON CONFLICT (token_key) DO UPDATE SET ${written(sealed, retain)} RETURNING version`

  /** No row where the record is past its retention: `purge` it and ask again. */
  const abort = (key: string, fence: number | undefined, holder: string) => {
    const isHolder = sql`r.claim_holder = ${text(holder)}`
    const isMine = fence === undefined ? isHolder : sql`${isHolder} AND r.claim_fence = ${int(fence)}`
    const unlessMine = (column: Fragment) => sql`CASE WHEN ${isMine} THEN NULL ELSE ${column} END`
    return sql`${clock} INSERT INTO ${table} AS r (token_key, version, expires_at, last_fence, aborted)
      VALUES (${text(key)}, 0, ${keptUnwritten(now)}, 0, ${text(markOf(holder))})
      ON CONFLICT (token_key) DO UPDATE SET
        claim_fence = ${unlessMine(sql`r.claim_fence`)},
        claim_holder = ${unlessMine(sql`r.claim_holder`)},
        claim_until = ${unlessMine(sql`r.claim_until`)},
        aborted = ${dialect.last(sql`r.aborted || ${text(markOf(holder))}`, rememberedAborts)},
        expires_at = CASE WHEN r.version = 0 THEN ${keptUnwritten(sql`coalesce(${unlessMine(sql`r.claim_until`)}, 0)`)} ELSE r.expires_at END
      WHERE ${isLive} RETURNING version`
  }

  const reseal = (key: string, version: number, sealed: string) =>
    sql`${clock} UPDATE ${table} AS r SET sealed = ${text(sealed)}
      WHERE r.token_key = ${text(key)} AND ${isLive} AND r.version = ${int(version)} AND r.sealed IS NOT NULL RETURNING version`

  /**
   * Counts an event if the window has room for it: then `taker` is the one asked for. The row's lock makes one of many the
   * last to be let in.
   */
  const admit = (key: string, taker: string, { length, limit }: { readonly limit: number; readonly length: number }) => {
    const counts = sql`FROM ${dialect.elements(sql`r.instants`)} WHERE CAST(e.value AS bigint) > ${now} - ${int(length)}`
    const hasRoom = sql`(SELECT count(*) ${counts}) < ${int(limit)}`
    const recent = sql`coalesce((SELECT ${dialect.listOf(sql`e.value`)} ${counts}) || ',', '')`
    return sql`${clock} INSERT INTO ${admissions} AS r (admission_key, instants, taker, asked_at, expires_at)
      VALUES (${text(key)}, CAST(${now} AS text), ${text(taker)}, ${now}, ${now} + ${int(length)})
      ON CONFLICT (admission_key) DO UPDATE SET
        instants = CASE WHEN ${hasRoom} THEN ${recent} || CAST(${now} AS text) ELSE r.instants END,
        taker = CASE WHEN ${hasRoom} THEN ${text(taker)} ELSE r.taker END,
        asked_at = ${now},
        expires_at = CASE WHEN ${hasRoom} THEN ${now} + ${int(length)} ELSE r.expires_at END
      RETURNING instants, taker, asked_at`
  }

  const purge = (key: string) => sql`${clock} DELETE FROM ${table} WHERE token_key = ${text(key)} AND expires_at <= ${now}`

  const purgeAll = [table, admissions].map((from) => sql`${clock} DELETE FROM ${from} WHERE expires_at <= ${now}`)

  /** The next page of keys. A comparison of texts, as a pattern would give signs of the prefix a meaning. */
  const keys = (prefix: string, after: string | undefined, limit: number) =>
    sql`${clock} SELECT r.token_key FROM ${table} AS r
      WHERE substr(r.token_key, 1, length(${text(prefix)})) = ${text(prefix)}
        AND ${after === undefined ? sql`r.token_key IS NOT NULL` : sql`r.token_key > ${text(after)}`}
        AND ${isLive} AND r.sealed IS NOT NULL
      ORDER BY r.token_key LIMIT ${int(limit)}`

  return { read, claim, look, commit, replace, abort, reseal, admit, purge, purgeAll, keys }
}

export type Statements = ReturnType<typeof make>

/** The tables, and the index that purging needs. */
export const schemaOf = (sql: SqlClient, name: string) => [
  sql`CREATE TABLE IF NOT EXISTS ${sql(name)} (
    token_key text NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    sealed text,
    written_at bigint,
    expires_at bigint NOT NULL,
    last_fence bigint NOT NULL,
    claim_fence bigint,
    claim_holder text,
    claim_until bigint,
    commit_fence bigint,
    commit_holder text,
    commit_version bigint,
    aborted text NOT NULL
  )`,
  sql`CREATE INDEX IF NOT EXISTS ${sql(`${name}_expires_at`)} ON ${sql(name)} (expires_at)`,
  sql`CREATE TABLE IF NOT EXISTS ${sql(admissionsOf(name))} (
    admission_key text NOT NULL PRIMARY KEY,
    instants text NOT NULL,
    taker text NOT NULL,
    asked_at bigint NOT NULL,
    expires_at bigint NOT NULL
  )`
]
