/** Which store the command line and the environment name. */
import { defaultNames } from "@effect-orange/core/TokenStore"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { StoreFailure } from "./failure.js"
import * as Url from "./url.js"

export const variable = "ORANGE_STORE_URL"

export interface PlaceFlags {
  readonly url: Option.Option<string>
  readonly cluster: boolean
  readonly prefix: Option.Option<string>
  readonly table: Option.Option<string>
}

type Of<Tag extends Url.StoreUrl["_tag"]> = Extract<Url.StoreUrl, { readonly _tag: Tag }>

/** A store, and where in it. */
export type Place =
  | Of<"Redis"> & { readonly cluster: boolean; readonly prefix: string }
  | (Of<"Postgres"> | Of<"Sqlite">) & { readonly table: string }
  | Of<"File">

/** An option that means nothing to this store would be a store other than the one meant. */
const misplaced = (url: Url.StoreUrl, { cluster, prefix, table }: PlaceFlags): string | undefined => {
  if (url._tag !== "Redis" && cluster) return "--cluster is for Redis"
  if (url._tag !== "Redis" && Option.isSome(prefix)) return "--prefix is for Redis"
  if (url._tag !== "Postgres" && url._tag !== "Sqlite" && Option.isSome(table)) return "--table is for PostgreSQL and SQLite"
  return undefined
}

/** Pure: the place, or what is wrong. `source` is the option's or the variable's name. */
export const placeOf = (text: string, flags: PlaceFlags, source: string): Either.Either<Place, string> =>
  Either.flatMap(Either.mapLeft(Url.parse(text), (problem) => `${source} ${problem}`), (url): Either.Either<Place, string> => {
    const problem = misplaced(url, flags)
    if (problem !== undefined) return Either.left(`${problem}; the store is ${url.shown}`)
    switch (url._tag) {
      case "Redis":
        return Either.right({ ...url, cluster: flags.cluster, prefix: Option.getOrElse(flags.prefix, () => defaultNames.prefix) })
      case "File":
        return Either.right(url)
      default:
        return Either.right({ ...url, table: Option.getOrElse(flags.table, () => defaultNames.table) })
    }
  })

const missing = `no store is named: set ${variable} to its URL (${Url.forms}), or give --url where it holds no password`

const fromEnvironment = Config.withDefault(Config.redacted(variable), Redacted.make("")).pipe(
  Effect.orDie,
  Effect.map((value) => Option.filter(Option.some(Redacted.value(value)), (text) => text.trim() !== ""))
)

const warnOfPassword = (text: string): Effect.Effect<void> =>
  Url.holdsPassword(text)
    ? Console.error(`orange: --url holds a password, which other users of this machine can see: set ${variable} instead`)
    : Effect.void

/** `--url` goes before the environment. */
export const find = (flags: PlaceFlags): Effect.Effect<Place, StoreFailure> =>
  Effect.gen(function*() {
    if (Option.isSome(flags.url)) yield* warnOfPassword(flags.url.value)
    const found = Option.isSome(flags.url) ? flags.url : yield* fromEnvironment
    if (Option.isNone(found)) return yield* new StoreFailure({ message: missing })
    return yield* Either.mapLeft(placeOf(found.value, flags, Option.isSome(flags.url) ? "--url" : variable), (message) => new StoreFailure({ message }))
  })
