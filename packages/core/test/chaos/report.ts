import { tableOf } from "../fleet/table.js"
import { countBy, type Verdict } from "./checker.js"

/** A run in a table of Markdown. */
export const reportOf = (title: string, verdict: Verdict): string => {
  const { calls, doubles, doubts, failures, kills, killsInClaim, losses, refreshes, revokedFamilies, stops, violations } = verdict
  return tableOf(title, [
    ["refreshes answered by the server", refreshes],
    ["processes killed with -9", kills],
    ["of these inside an open claim", killsInClaim],
    ["processes stopped for longer than a claim", stops],
    ["calls of userinfo, each with its own user's token", calls],
    ["**refresh tokens that the server saw twice**", doubles],
    ["**families that the server revoked**", revokedFamilies],
    ["sessions lost", losses.length],
    ...Object.entries(countBy(losses, ({ explanation = "**unexplained**" }) => explanation)).map(([why, count]) => [`of these: ${why}`, count] as const),
    ["calls answered with `RefreshInDoubt`", doubts],
    ...Object.entries(failures).map(([error, count]) => [`calls that failed with \`${error}\``, count] as const),
    ["violations", violations.length]
  ])
}
