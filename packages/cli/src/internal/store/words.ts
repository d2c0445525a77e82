/** Durations, counts and texts as an operator reads them. */
import * as Duration from "effect/Duration"

const units = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]] as const

/** `1 record`, `2 records`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`

/** Whole units of the largest that fits, rounded down. */
export const ageInWords = (age: Duration.Duration): string => {
  const millis = Duration.toMillis(age)
  const unit = units.find(([, length]) => millis >= length)
  return unit === undefined ? "less than a second" : count(Math.floor(millis / unit[1]), unit[0])
}

/** What anybody with access to the store may have written must not steer a terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "?")

/** Columns as wide as their widest cell, two spaces between. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd())
}
