/** `orange store`: operators' commands over a token store. */
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { durationHelp, parseDuration } from "../internal/durations.js"
import * as Confirm from "../internal/store/confirm.js"
import { StoreFailure } from "../internal/store/failure.js"
import * as Opened from "../internal/store/opened.js"
import * as Place from "../internal/store/place.js"
import { runMigrate } from "../internal/store/runMigrate.js"
import { selectionOf } from "../internal/store/selection.js"
import * as Url from "../internal/store/url.js"
import { checkSubcommand, SubcommandError } from "../internal/subcommand.js"

const filled = (name: string, description: string) =>
  Options.text(name).pipe(
    Options.filterMap(Option.liftPredicate((text) => text.trim() !== ""), `--${name} must not be empty`),
    Options.withDescription(description),
    Options.optional
  )

const place = {
  url: filled(
    "url",
    `The store: ${Url.forms}. Arguments can be seen by other users of the machine: a URL with a password belongs in ${Place.variable}, ` +
      "which is read where this is left out"
  ),
  cluster: Options.boolean("cluster").pipe(Options.withDescription("The Redis server is a node of a Redis Cluster, which tells of the others")),
  prefix: filled("prefix", `What the application puts before each key in Redis; ${TokenStore.defaultNames.prefix} by default`),
  table: filled("table", `The application's table in PostgreSQL or SQLite; ${TokenStore.defaultNames.table} by default`)
}

/** Loaded only when asked for: no other command opens what is sealed. */
const modules = {
  check: Effect.promise(() => import("../internal/store/runCheck.js")),
  list: Effect.promise(() => import("../internal/store/runList.js")),
  purge: Effect.promise(() => import("../internal/store/runPurge.js")),
  rotate: Effect.promise(() => import("../internal/store/runRotate.js"))
}

/** A store that answered when it was opened may be away a moment later. */
const withStore = <A, E, R>(flags: Place.PlaceFlags, use: (opened: Opened.Opened & { readonly shown: string }) => Effect.Effect<A, E, R>) =>
  Effect.gen(function*() {
    const found = yield* Place.find(flags)
    const opened = yield* Opened.open(found)
    return yield* Effect.provideService(use({ ...opened, shown: found.shown }), TokenStore.TokenStore, opened.store)
  }).pipe(Effect.scoped)

const list = Command.make("list", {
  ...place,
  json: Options.boolean("json").pipe(Options.withDescription("Print JSON, for programs"))
}, ({ json, ...flags }) => withStore(flags, () => Effect.flatMap(modules.list, ({ runList }) => runList({ json })))).pipe(
  Command.withDescription(
    "Lists sessions and application tokens: kind, beginning of the key, sealing key, version, age. Nothing is opened, and no key is needed"
  )
)

const purge = Command.make("purge", {
  ...place,
  key: filled("key", "Delete the one record whose key begins like this, at least eight characters of what `list` shows"),
  kind: Options.choice("kind", ["session", "app"]).pipe(Options.withDescription("Delete sessions only, or application tokens only"), Options.optional),
  "older-than": Options.text("older-than").pipe(
    Options.filterMap(parseDuration, `--older-than must be a duration, ${durationHelp}`),
    Options.withDescription(`Delete what was last written longer ago, ${durationHelp}`),
    Options.optional
  ),
  all: Options.boolean("all").pipe(Options.withDescription("Delete every record")),
  yes: Options.boolean("yes").pipe(Options.withDescription("Do not ask. Without a terminal nothing is deleted unless this is given"))
}, ({ all, key, kind, "older-than": olderThan, yes, ...flags }) =>
  Effect.flatMap(
    Either.mapLeft(selectionOf({ all, key, kind, olderThan }), (message) => new StoreFailure({ message })),
    (selection) => withStore(flags, () => Effect.flatMap(modules.purge, ({ runPurge }) => runPurge({ selection, confirm: yes ? Confirm.always : Confirm.atTerminal })))
  )).pipe(
    Command.withDescription("Deletes records, as a log-out does, after it has shown them and asked. Users whose sessions go must log in again")
  )

const rotate = Command.make("rotate", place, (flags) =>
  Effect.flatMap(modules.rotate, ({ keys, runRotate }) =>
    // Keys that are missing are told before the store is asked.
    Effect.flatMap(keys, (seal) => withStore(flags, () => Effect.provide(runRotate, seal))))).pipe(
    Command.withDescription(
      "Seals anew, under the first key of ORANGE_STORE_KEYS, what its other keys have sealed, and says which are not used any more. " +
        "Run it when the new key stands first everywhere. The fleet may go on meanwhile"
    )
  )

const migrate = Command.make("migrate", place, (flags) => Effect.flatMap(Place.find(flags), runMigrate)).pipe(
  Command.withDescription("Makes the tables of a store in PostgreSQL or SQLite, where they are missing")
)

const check = Command.make("check", {
  ...place,
  contract: Options.boolean("contract").pipe(
    Options.withDescription("Run every check of the store's contract too, which takes some ten seconds and a few thousand operations")
  )
}, ({ contract, ...flags }) => withStore(flags, (opened) => Effect.flatMap(modules.check, ({ runCheck }) => runCheck({ ...opened, contract })))).pipe(
  Command.withDescription(
    "Looks at a store's health: round trips, durability, Redis' maxmemory-policy, its clock against this machine's. Writes under keys of " +
      "its own, and deletes them"
  )
)

const commands = { list, purge, rotate, migrate, check } as const

export const storeCommand = Command.make("store").pipe(
  Command.withDescription("Lists, purges, rotates, migrates and checks the token store that an application's replicas share"),
  Command.withSubcommands([commands.list, commands.purge, commands.rotate, commands.migrate, commands.check])
)

/** @effect/cli repeats a word that it does not know. */
const misplacedPassword = (args: ReadonlyArray<string>): boolean =>
  args.some((arg, i) => Url.holdsPassword(arg) && args[i - 1] !== "--url" && !arg.startsWith("--url="))

const knownWord = checkSubcommand("store", "a command", Object.keys(commands))

export const checkStore = (args: ReadonlyArray<string>): Effect.Effect<void, SubcommandError> =>
  args[0] === "store" && misplacedPassword(args)
    ? new SubcommandError({ message: `a URL with a password stands where none is expected: set ${Place.variable} to it` })
    : knownWord(args)
