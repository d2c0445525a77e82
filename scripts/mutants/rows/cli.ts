/** Promises of the `orange` command: the fault that would break each, and the test that sees it. */
import type { Mutant } from "../mutant.js"
import { inPackage } from "./inPackage.js"

const { row } = inPackage("packages/cli")

export const cli: ReadonlyArray<Mutant> = [
  row("a store's password that is shown", "internal/store/url.ts", "({ host, pathname, protocol }: URL): string => `${protocol}//${host}", "({ host, password, pathname, protocol }: URL): string => `${protocol}//${password}${host}", "storeUrl.test.ts", "is shown as rediss://redis.example.com:6380/2"),
  row("a purge that deletes without asking", "internal/store/confirm.ts", "if (!(yield* terminal.isTTY)) return yield* noTerminal", "if (!(yield* terminal.isTTY)) return true", "store.test.ts", "refuses without a terminal, after it has shown what it would delete"),
  row("a purge of what was renewed meanwhile", "internal/store/runPurge.ts", "Selection.isSelected(selection, Records.toRow(row.key, entry))", "entry.version > 0", "store.test.ts", "what was renewed while the question stood is left"),
  row("a purge of the first of two that match", "internal/store/selection.ts", "|| found.length === 1", "|| found.length > 0", "storeText.test.ts", "must match exactly one key"),
  row("records that do not open, and exit code 0", "internal/store/runRotate.ts", "report.unopened === 0", "report.unopened >= 0", "store.test.ts", "fails over records that do not open, and names the key that is missing"),
  row("a broken contract, and exit code 0", "internal/store/runCheck.ts", "[...healthy, ...kept].filter", "healthy.filter", "store.test.ts", "a store that breaks the contract fails, by the titles that it breaks, and is cleaned"),
  row("a check that leaves its records", "internal/store/runCheck.ts", "use, (key) => cleanUp(store, key))", "use, () => Effect.void)", "store.test.ts", "orange store on File is healthy, and nothing of the check stays"),
  row("a whole key in a list", "internal/store/render.ts", "hashOf(key).slice(0, shownCharacters)", "hashOf(key)", "storeText.test.ts", "as a table: keys are cut, ends with counts"),
  row("a database made by a typing error", "internal/store/sqlDatabase.ts", "!Fs.existsSync(place.path)", "place.path === \"\"", "store.test.ts", "files: a missing one, one that is no store, a table that is missing")
]
