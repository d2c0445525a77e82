/**
 * A fleet of eight processes and forty users under chaos, for as long as you like:
 * `pnpm chaos postgres 600`, `pnpm chaos redis 300`, `pnpm chaos postgres 120 pauses`. Needs `scripts/servers.sh`.
 */
import { check, shortfalls, type Verdict } from "../packages/core/test/chaos/checker.js"
import { floorOf, mixes, type Mix } from "../packages/core/test/chaos/mixes.js"
import { run } from "../packages/core/test/chaos/supervisor.js"

const [kind = "postgres", seconds = "60", mix = "mix", scheme = "claim"] = process.argv.slice(2)
const url = process.env[kind === "redis" ? "REDIS_URL" : "POSTGRES_URL"]
if ((kind !== "redis" && kind !== "postgres") || url === undefined || !(mix in mixes)) {
  console.error(`usage: chaos redis|postgres SECONDS ${Object.keys(mixes).join("|")}, with the servers of scripts/servers.sh`)
  process.exit(64)
}

const show = (verdict: Verdict): string => {
  const { losses, ...rest } = verdict
  const byExplanation: Record<string, number> = {}
  for (const { explanation = "unexplained" } of losses) byExplanation[explanation] = (byExplanation[explanation] ?? 0) + 1
  return JSON.stringify({ ...rest, losses: losses.length, ...byExplanation }, undefined, 2)
}

const verdict = check(await run({
  store: { kind, url },
  seconds: Number(seconds),
  events: mixes[mix as Mix],
  hasSeenEnough: (history) => shortfalls(check(history), floorOf(mix as Mix)).length === 0,
  scheme: scheme as "claim" | "lock" | "takeover"
}))
const problems = [...verdict.violations, ...shortfalls(verdict, floorOf(mix as Mix))]
console.log(show(verdict))
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
