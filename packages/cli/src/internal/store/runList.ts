/** Prints the records of a store. */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Records from "./records.js"
import * as Render from "./render.js"

export const runList = ({ json }: { readonly json: boolean }) =>
  Effect.flatMap(Records.all, (rows) =>
    json
      ? Console.log(Render.jsonOf(rows))
      : Console.log([...Render.tableOf(rows), ...(rows.length === 0 ? [] : [""]), ...Render.summaryOf(rows)].join("\n")))
