/** The demo's voice: a timeline of what was sent, and claims about it that are checked before they are printed. */
import type { Journal } from "@effect-orange/emulator"
import { groupBy } from "../lib/collections.js"

/** What happened `times` times between two instants, as one line shows it. */
interface Exchange {
  readonly from: number
  readonly what: string
  readonly times: number
  readonly status: number
}

export interface Narrator {
  readonly title: (text: string) => void
  /** A new act; what it is about, in a sentence. */
  readonly act: (name: string, about: string) => void
  /** Something that is not on the wire: what the application or the user does. */
  readonly tell: (text: string) => void
  /** The requests of an act. `meaning` explains a kind of request; kinds are told apart by `Journal.Endpoint` and status. */
  readonly wire: (entries: ReadonlyArray<Journal.JournalEntry>, meaning: (entry: Journal.JournalEntry) => string, order?: Order) => void
  /** Prints the claim, and counts it as broken where it does not hold. */
  readonly claim: (text: string, holds: boolean, seen?: string) => void
  readonly table: (rows: ReadonlyArray<ReadonlyArray<string>>) => void
  readonly brokenClaims: () => number
}

/** `kinds`: one line for all requests of a kind. `runs`: a new line whenever the kind changes. */
export type Order = "kinds" | "runs"

interface Output {
  readonly write: (line: string) => void
  readonly colors: boolean
}

/** The user's terminal; plain text where it is none, or where NO_COLOR is set (no-color.org). */
export const terminal: Output = {
  write: (line) => process.stdout.write(`${line}\n`),
  colors: process.stdout.isTTY === true && (process.env["NO_COLOR"] ?? "") === ""
}

/** Only the gateway's demo call has a query worth showing; elsewhere a query holds codes and states. */
const whatOf = ({ endpoint, method, path }: Journal.JournalEntry): string =>
  `${method} ${endpoint === "gateway" ? path : path.split("?")[0]}`

const kindOf = (entry: Journal.JournalEntry): string => `${whatOf(entry)} ${entry.status}`

const inRuns = (entries: ReadonlyArray<Journal.JournalEntry>): ReadonlyArray<ReadonlyArray<Journal.JournalEntry>> => {
  const runs: Array<Array<Journal.JournalEntry>> = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last !== undefined && kindOf(last[0]!) === kindOf(entry)) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

const exchangeOf = (group: ReadonlyArray<Journal.JournalEntry>): Exchange => {
  const [first] = group
  return { from: first!.at, what: whatOf(first!), times: group.length, status: first!.status }
}

const padded = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)).join("  "))
}

/** `start` is the instant zero of the timeline, in milliseconds since the epoch. */
export const makeNarrator = (output: Output, start: number): Narrator => {
  const style = (code: number) => (text: string) => output.colors ? `\u001b[${code}m${text}\u001b[0m` : text
  const [bold, dim, red, green, yellow] = [style(1), style(2), style(31), style(32), style(33)]
  let held: Array<{ readonly at: number; readonly text: string }> = []
  const line = (at: number, arrow: string, text: string) => {
    held.push({ at, text: `${String(Math.max(0, at - start)).padStart(6)} ms  ${arrow}  ${text}` })
  }
  /** What is told and what is on the wire become known at different times, and are read in the order in which they were. */
  const flush = () => {
    for (const { text } of held.sort((a, b) => a.at - b.at)) output.write(text)
    held = []
  }
  let broken = 0
  return {
    title: (text) => output.write(bold(text)),
    act: (name, about) => {
      flush()
      output.write(`\n${bold(name)}\n${dim(about)}`)
    },
    tell: (text) => line(Date.now(), dim("·"), text),
    wire: (entries, meaning, order = "kinds") => {
      const groups = order === "runs" ? inRuns(entries) : [...groupBy(entries, kindOf).values()]
      for (const group of groups) {
        const { from, status, times, what } = exchangeOf(group)
        const answer = status === 0 ? red("no answer") : status < 400 ? green(String(status)) : yellow(String(status))
        line(from, "→", `${`${times}`.padStart(4)} × ${what.padEnd(44)} ← ${answer}  ${dim(meaning(group[0]!))}`)
      }
    },
    claim: (text, holds, seen) => {
      if (!holds) broken++
      line(Date.now(), holds ? green("✓") : red("✗"), holds ? text : red(`NOT SO: ${text}${seen === undefined ? "" : `; seen: ${seen}`}`))
      flush()
    },
    table: (rows) => padded(rows).forEach((row, i) => output.write(i === 0 ? bold(row) : row)),
    brokenClaims: () => broken
  }
}
