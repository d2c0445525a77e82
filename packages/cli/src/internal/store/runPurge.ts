/** Deletes records, as a log-out does: their versions count on, and what is under way for them ends. */
import type { TokenStoreError } from "@effect-orange/core/OAuthError"
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { StoreFailure } from "./failure.js"
import * as Records from "./records.js"
import type { Row } from "./row.js"
import * as Render from "./render.js"
import * as Selection from "./selection.js"
import { count } from "./words.js"

export interface Purge<R> {
  readonly selection: Selection.Selection
  /** Asked after what would be deleted has been shown. */
  readonly confirm: (question: string) => Effect.Effect<boolean, StoreFailure, R>
}

/** How long a store remembers at which version it was deleted. */
const remembered = Duration.minutes(10)

/** A record may have been renewed while somebody thought about the question: it is looked at again. */
const remove = (store: TokenStore.Service, selection: Selection.Selection) => (row: Row): Effect.Effect<boolean, TokenStoreError> =>
  Effect.flatMap(store.read(row.key), (found) =>
    Option.exists(found, (entry) => Selection.isSelected(selection, Records.toRow(row.key, entry)))
      ? Effect.as(store.replace(row.key, Option.none(), remembered), true)
      : Effect.succeed(false))

const outcome = (deleted: number, asked: number): string =>
  deleted === asked ? `${count(deleted, "record")} deleted` : `${count(deleted, "record")} deleted; ${asked - deleted} left, as they were renewed meanwhile, or gone`

export const runPurge = <R>({ confirm, selection }: Purge<R>) =>
  Effect.gen(function*() {
    const store = yield* TokenStore.TokenStore
    const rows = yield* Effect.mapError(Selection.select(selection, yield* Records.all), (message) => new StoreFailure({ message }))
    if (rows.length === 0) return yield* Console.log("nothing to delete")
    yield* Console.log([...Render.tableOf(rows), "", ...Render.summaryOf(rows)].join("\n"))
    if (!(yield* confirm(`Delete ${rows.length === 1 ? "this record" : `these ${rows.length} records`}? Their users must log in again.`))) {
      return yield* Console.log("nothing was deleted")
    }
    const removed = yield* Effect.forEach(rows, remove(store, selection), { concurrency: 8 })
    yield* Console.log(outcome(removed.filter(Boolean).length, rows.length))
  })
