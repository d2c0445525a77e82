/** A run of a mix, and what is to be said of it. */
import { check, shortfalls, traceOf, type Verdict } from "./checker.js"
import { floorOf, type Mix, mixes } from "./mixes.js"
import { run, type RunOptions } from "./supervisor.js"

export interface Judgement {
  readonly verdict: Verdict
  /** What must not be, and what a run that proves nothing lacks. */
  readonly problems: ReadonlyArray<string>
  /** Of each loss without an explanation. */
  readonly traces: ReadonlyArray<string>
}

export const judge = async (mix: Mix, options: Omit<RunOptions, "events" | "hasSeenEnough">): Promise<Judgement> => {
  const floor = floorOf(mix)
  const history = await run({
    ...options,
    events: mixes[mix],
    hasSeenEnough: (soFar) => shortfalls(check(soFar), floor).length === 0
  })
  const verdict = check(history)
  return {
    verdict,
    problems: [...verdict.violations, ...shortfalls(verdict, floor)],
    traces: verdict.losses
      .filter(({ explanation }) => explanation === undefined)
      .map((loss) => [`${loss.user}, session ${loss.epoch}:`, ...traceOf(history, loss)].join("\n  "))
  }
}
