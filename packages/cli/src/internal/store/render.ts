/** Records as lines, and as JSON. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import { hashOf, type Row, shownCharacters } from "./row.js"
import { ageInWords, count, printable, table } from "./words.js"

const masked = ({ key }: Row): string => hashOf(key).slice(0, shownCharacters)

const cellsOf = (row: Row): ReadonlyArray<string> => [
  row.kind,
  `${printable(masked(row))}…`,
  Option.match(row.sealedBy, { onNone: () => "(no seal)", onSome: printable }),
  String(row.version),
  ageInWords(row.age)
]

export const tableOf = (rows: ReadonlyArray<Row>): ReadonlyArray<string> =>
  rows.length === 0 ? [] : table([["KIND", "KEY", "SEALED BY", "VERSION", "AGE"], ...rows.map(cellsOf)])

/** In the order of the rows. */
const tally = (names: ReadonlyArray<string>): ReadonlyMap<string, number> =>
  names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>())

const kinds: Readonly<Record<Row["kind"], string>> = { session: "session", app: "application token", other: "other record" }

/** A record that is no seal counts under the empty name, as a rotation counts it. */
const sealersOf = (rows: ReadonlyArray<Row>): ReadonlyMap<string, number> => tally(rows.map(({ sealedBy }) => Option.getOrElse(sealedBy, () => "")))

const sealerLine = ([kid, n]: readonly [string, number]): string =>
  kid === "" ? `sealed by no key: ${n}` : `sealed by ${printable(kid)}: ${n}`

export const summaryOf = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const ofKinds = [...tally(rows.map(({ kind }) => kind))].map(([kind, n]) => count(n, kinds[kind as Row["kind"]]))
  return rows.length === 0 ? ["no records"] : [ofKinds.join(", "), ...[...sealersOf(rows)].map(sealerLine)]
}

/** The same for programs. `key` is what `orange store purge --key` takes. */
export const jsonOf = (rows: ReadonlyArray<Row>): string =>
  JSON.stringify({
    records: rows.map((row) => ({
      kind: row.kind,
      key: masked(row),
      sealedBy: Option.getOrNull(row.sealedBy),
      version: row.version,
      ageSeconds: Math.floor(Duration.toSeconds(row.age))
    })),
    kinds: Object.fromEntries(tally(rows.map(({ kind }) => kind))),
    // Of own properties only: a key may have any name.
    sealedBy: Object.fromEntries(sealersOf(rows))
  }, undefined, 2)
