/**
 * A fleet of eight processes and forty users under chaos, for as long as you like and on servers of its own:
 * `pnpm chaos postgres 600`, `pnpm chaos redis 300`, `pnpm chaos file 300`, `pnpm chaos postgres 120 pauses`, `pnpm chaos postgres 20 pauses lock`.
 * Prints a report, and exits with 1 where something happened that must not, or too little happened.
 */
import { isKind, startOwn } from "../fleet/ownServers.js"
import type { Scheme } from "./journal.js"
import { judge } from "./judge.js"
import { type Mix, mixes } from "./mixes.js"
import { reportOf } from "./report.js"

const [kind = "postgres", seconds = "60", mix = kind, scheme = "claim"] = process.argv.slice(2)
if (!isKind(kind) || !(mix in mixes)) {
  console.error(`usage: chaos postgres|redis|sqlite|file SECONDS ${Object.keys(mixes).join("|")} claim|lock|takeover`)
  process.exit(64)
}

const { restart, store } = startOwn(kind)
const { problems, traces, verdict } = await judge(mix as Mix, {
  store,
  seconds: Number(seconds),
  scheme: scheme as Scheme,
  settles: true,
  restart
})
console.log(reportOf(`${kind}, ${mix}, scheme ${scheme}, ${seconds} s`, verdict))
for (const line of [...problems, ...traces]) console.error(line)
process.exitCode = problems.length === 0 ? 0 : 1
