/**
 * What a fleet of eight processes holds, in whole seconds and on a server of its own: `pnpm fleet rate redis` (five minutes),
 * `pnpm fleet outage postgres silent` (two). Prints a table, and exits with 1 where it does not hold.
 */
import * as Effect from "effect/Effect"
import { outage, problemsOf as problemsOfOutage, shortfallsOf } from "./outage.js"
import { startOwn } from "./ownServers.js"
import { problemsOf as problemsOfRate, rate } from "./rate.js"
import { tableOf } from "./table.js"

const second = 1_000

interface Report {
  readonly rows: ReadonlyArray<readonly [string, number]>
  readonly problems: ReadonlyArray<string>
}

const experiments = {
  rate: (kind: "redis" | "postgres") =>
    Effect.map(rate({ store: startOwn(kind).store, second, seconds: 300 }), (counted): Report => ({
      rows: [
        ["45 in 61 s on our side: token requests that arrived", counted.ours.requests],
        ["the most of them in any 60 s", counted.ours.most],
        ["50 in 60 s on our side: token requests that arrived", counted.toTheBrim.requests],
        ["the most of them in any 60 s", counted.toTheBrim.most]
      ],
      problems: problemsOfRate(counted)
    })),
  outage: (kind: "redis" | "postgres", how: "gone" | "silent") =>
    Effect.map(outage({ store: startOwn(kind).store, how, second }), (outcome): Report => ({
      rows: [
        ["calls of the application", outcome.calls.application],
        ["calls of users", outcome.calls.user],
        ["calls that failed", outcome.failures.length],
        ["token requests for the application, in all", outcome.inAll.application],
        ["of these while the store was away", outcome.whileAway.application],
        ["refreshes, in all", outcome.inAll.refresh],
        ["of these while the store was away", outcome.whileAway.refresh]
      ],
      problems: [...problemsOfOutage(outcome), ...shortfallsOf(outcome)]
    }))
}

const [what = "", kind = "", how = "gone"] = process.argv.slice(2)
if (!(what in experiments) || (kind !== "redis" && kind !== "postgres") || (how !== "gone" && how !== "silent")) {
  console.error("usage: fleet rate|outage redis|postgres [gone|silent]")
  process.exit(64)
}

const { problems, rows } = await Effect.runPromise(experiments[what as keyof typeof experiments](kind, how))
console.log(tableOf(process.argv.slice(2).join(", "), rows))
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
