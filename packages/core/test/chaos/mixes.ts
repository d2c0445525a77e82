import type { Floor } from "./checker.js"
import type { RunOptions } from "./supervisor.js"

/** Files have no connection that breaks. */
const onDisk: RunOptions["events"] = { kill: 7, killInClaim: 5, stop: 2, stopInClaim: 3 }

export type Mix = "mix" | "postgres" | "redis" | "file" | "sqlite" | "pauses" | "kills"

/** How often each event is drawn. */
export const mixes: Readonly<Record<Mix, RunOptions["events"]>> = {
  /** Everything that a durable store survives. */
  mix: { kill: 7, killInClaim: 5, stop: 2, stopInClaim: 3, drop: 1, freeze: 1, cut: 1 },
  file: onDisk,
  sqlite: onDisk,
  /** Nothing dies. */
  pauses: { stop: 2, stopInClaim: 6 },
  kills: { kill: 2, killInClaim: 1 },
  /** And its server crashes. */
  postgres: { kill: 7, killInClaim: 5, stop: 2, stopInClaim: 3, drop: 1, freeze: 1, cut: 1, restart: 1 },
  /** What Redis may do besides: come back empty. */
  redis: { kill: 7, killInClaim: 5, stop: 1, stopInClaim: 2, drop: 1, freeze: 1, cut: 1, flush: 1 }
}

export const floorOf = (mix: Mix): Floor =>
  mix === "pauses" ? { refreshes: 300, kills: 0, killsInClaim: 0 } : { refreshes: 300, kills: 10, killsInClaim: 3 }
