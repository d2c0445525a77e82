/** Stores of every engine that is there, filled; and what a run prints. */
import { TokenSeal, TokenStore } from "@effect-orange/core"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { inspect } from "node:util"
import * as Opened from "../src/internal/store/opened.js"
import { type Place, placeOf, type PlaceFlags } from "../src/internal/store/place.js"
import { runMigrate } from "../src/internal/store/runMigrate.js"
import { printing } from "./support.js"

const hour = Duration.hours(1)

export const secret = "s3cret-in-a-record"

/** A store that nobody else uses, gone with the scope where it is a file's. */
export interface Engine {
  readonly name: string
  /** `undefined`: not there. */
  readonly url: (folder: string) => string | undefined
  /** Needs `migrate` first. */
  readonly isSql?: boolean
  readonly cluster?: boolean
}

export const engines: ReadonlyArray<Engine> = [
  { name: "File", url: (folder) => `file://${folder}` },
  { name: "SQLite", url: (folder) => `sqlite://${folder}/tokens%20of%20%231.db`, isSql: true },
  { name: "Redis", url: () => process.env["REDIS_URL"] },
  { name: "Redis Cluster", url: () => process.env["REDIS_CLUSTER_URL"], cluster: true },
  { name: "PostgreSQL", url: () => process.env["POSTGRES_URL"], isSql: true }
]

export const folder = Effect.acquireRelease(
  Effect.sync(() => Fs.mkdtempSync(Path.join(Os.tmpdir(), "orange-store-"))),
  (path) => Effect.sync(() => Fs.rmSync(path, { recursive: true, force: true }))
)

export const flagsOf = (engine: Engine): PlaceFlags => {
  const name = `cli_${crypto.randomUUID().slice(0, 8)}`
  const isRedis = engine.name.startsWith("Redis")
  return {
    url: Option.none(),
    cluster: engine.cluster === true,
    prefix: isRedis ? Option.some(`${name}:`) : Option.none(),
    table: engine.isSql === true ? Option.some(name) : Option.none()
  }
}

export const placed = (engine: Engine, url: string): Place => Either.getOrThrowWith(placeOf(url, flagsOf(engine), "--url"), (problem) => new Error(problem))

/** Migrated and open. */
export const opened = (engine: Engine) =>
  Effect.gen(function*() {
    const place = placed(engine, engine.url(yield* folder)!)
    yield* captured(runMigrate(place))
    return yield* Opened.open(place)
  })

export const key = (kid: string, fill = kid.charCodeAt(0)): TokenSeal.Key => ({ kid, secret: Redacted.make(new Uint8Array(32).fill(fill)) })
export const ring = (...kids: ReadonlyArray<string>) => TokenSeal.layer(kids.map((kid) => key(kid)))

/** Writes a record under each key, sealed by the ring's first. */
export const fill = (store: TokenStore.Service, seal: TokenSeal.Service, keys: ReadonlyArray<string>) =>
  Effect.forEach(keys, (name) =>
    Effect.flatMap(seal.seal(Redacted.make(secret), name), (sealed) => store.replace(name, Option.some(sealed), hour)), { discard: true })

export interface Printed {
  readonly out: string
  readonly err: string
  /** All that was printed, and how it ended: where nothing secret may be. */
  readonly all: string
  readonly isFailure: boolean
}

/** Runs, and keeps what is printed. */
export const captured = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<Printed, never, R> =>
  Effect.map(printing(effect), ({ err, exit, out }) =>
    ({ out, err, all: `${out}${err}${inspect(exit, { depth: 9 })}${JSON.stringify(exit)}`, isFailure: Exit.isFailure(exit) }))
