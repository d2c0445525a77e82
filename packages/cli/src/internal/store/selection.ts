/** Which records a purge is for. */
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { hashOf, type Row, shownCharacters } from "./row.js"

export interface SelectionFlags {
  readonly key: Option.Option<string>
  readonly kind: Option.Option<"session" | "app">
  readonly olderThan: Option.Option<Duration.Duration>
  readonly all: boolean
}

export type Selection =
  | { readonly _tag: "One"; readonly beginning: string }
  | { readonly _tag: "Some"; readonly kind: Option.Option<"session" | "app">; readonly olderThan: Option.Option<Duration.Duration> }
  | { readonly _tag: "All" }

const choose = "choose what to delete: --key, or --kind and --older-than (either or both), or --all"

/** As it is printed, with its ellipsis, or without. */
const beginningOf = (text: string): string => text.trim().replace(/(…|\.\.\.)$/, "")

export const selectionOf = ({ all, key, kind, olderThan }: SelectionFlags): Either.Either<Selection, string> => {
  const isFiltered = Option.isSome(kind) || Option.isSome(olderThan)
  if ([all, Option.isSome(key), isFiltered].filter(Boolean).length !== 1) return Either.left(choose)
  if (all) return Either.right({ _tag: "All" })
  if (Option.isNone(key)) return Either.right({ _tag: "Some", kind, olderThan })
  const beginning = beginningOf(key.value)
  return beginning.length < shownCharacters
    ? Either.left(`--key must have at least ${shownCharacters} characters, as \`orange store list\` shows them`)
    : Either.right({ _tag: "One", beginning })
}

export const isSelected = (selection: Selection, row: Row): boolean => {
  switch (selection._tag) {
    case "All":
      return true
    case "One":
      return hashOf(row.key).startsWith(selection.beginning)
    case "Some":
      return Option.getOrElse(selection.kind, () => row.kind) === row.kind &&
        Option.match(selection.olderThan, { onNone: () => true, onSome: (age) => Duration.greaterThan(row.age, age) })
  }
}

/** The records, or why there is no telling which one is meant. */
export const select = (selection: Selection, rows: ReadonlyArray<Row>): Either.Either<ReadonlyArray<Row>, string> => {
  const found = rows.filter((row) => isSelected(selection, row))
  if (selection._tag !== "One" || found.length === 1) return Either.right(found)
  return Either.left(found.length === 0
    ? "no record's key begins like that: `orange store list` shows them"
    : `${found.length} records' keys begin like that: give more characters`)
}
