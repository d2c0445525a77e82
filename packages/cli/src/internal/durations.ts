/** Durations on the command line and in files. */
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"

const short = /^(\d+(?:\.\d+)?) ?(ms|s|m|h|d)$/
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Short forms (`3s`, `500ms`, `10m`, `1h`) and those that Effect reads (`3 seconds`); positive and finite. */
export const parseDuration = (text: string): Option.Option<Duration.Duration> => {
  const found = short.exec(text.trim())
  const duration = found === null
    ? Duration.decodeUnknown(text.trim())
    : Option.some(Duration.millis(Number(found[1]) * units[found[2] as keyof typeof units]))
  return Option.filter(duration, (some) => Duration.toMillis(some) > 0 && Duration.isFinite(some))
}

export const durationHelp = "such as 3s, 500ms, 10m, 1h or \"3 seconds\""
