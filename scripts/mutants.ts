/**
 * `pnpm mutants`: plants each fault of the table in a copy of the packages, and demands that the test named for it turns
 * red. The same tests are run without any fault first, and must be green. `pnpm mutants expiry` takes the rows whose
 * names contain the word. Exit code 1 if a mutant survives.
 */
import * as Os from "node:os"
import { groupBy } from "./lib/collections.js"
import type { Mutant } from "./mutants/mutant.js"
import { runTests } from "./mutants/runTests.js"
import { editsOf, makeSandbox, problemOf, type Sandbox } from "./mutants/sandbox.js"
import { table } from "./mutants/table.js"

/** Two vitest processes keep two cores busy; more only wait for each other. */
const workers = Math.max(1, Math.min(2, Os.availableParallelism()))

const words = process.argv.slice(2)
const mutants = table.filter(({ name }) => words.every((word) => name.includes(word)))

const fail = (problems: ReadonlyArray<string>): never => {
  for (const problem of problems) console.log(`  ${problem}`)
  process.exit(1)
}

/** Takes items off the list, one at a time in each sandbox. */
const share = async <A>(items: Iterable<A>, work: (item: A, sandbox: Sandbox) => Promise<void>): Promise<void> => {
  const queue = [...items]
  await Promise.all(sandboxes.map(async (sandbox) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, sandbox)
  }))
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

const started = performance.now()
const unusable = mutants.flatMap((mutant) => editsOf(mutant).flatMap((edit) => problemOf(edit) ?? []).map((problem) => `${mutant.name}: ${problem}`))
if (unusable.length > 0) fail(unusable)
const sandboxes = Array.from({ length: workers }, (_, i) => makeSandbox(i + 1))

const notGreen: Array<string> = []
await share(groupBy(mutants, ({ test }) => test.file), async ([file, rows], { folder }) => {
  const names = [...new Set(rows.map(({ test }) => test.name))]
  const { output, verdictOf } = await runTests(folder, file, names)
  for (const name of names.filter((name) => verdictOf(name) !== "green")) {
    notGreen.push(`${file}: "${name}" is ${verdictOf(name)} without any fault${verdictOf(name) === "absent" ? `\n${output}` : ""}`)
  }
})
if (notGreen.length > 0) fail(notGreen)
console.log(`without fault  green (${seconds(started)})`)

const verdicts = { green: "SURVIVED", red: "killed", absent: "DID NOT RUN" } as const
const notKilled: Array<string> = []
const tryOut = async (mutant: Mutant, sandbox: Sandbox): Promise<void> => {
  const { file, name } = mutant.test
  const begun = performance.now()
  const { output, verdictOf } = await sandbox.with(mutant, () => runTests(sandbox.folder, file, [name]))
  const verdict = verdictOf(name)
  console.log(`${verdicts[verdict].padEnd(14)} ${mutant.name} (${seconds(begun)})`)
  if (verdict !== "red") notKilled.push(`${mutant.name}: ${file}, "${name}"${verdict === "absent" ? `\n${output}` : ""}`)
}
await share(mutants, tryOut)
console.log(`${mutants.length - notKilled.length} of ${mutants.length} killed (${seconds(started)})`)
if (notKilled.length > 0) fail(notKilled)
