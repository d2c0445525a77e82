/**
 * `pnpm mutants`: plants each fault of the table in a copy of the packages, and demands that the test named for it turns
 * red. The same tests are run without any fault first, and must be green. `pnpm mutants expiry` takes the rows whose
 * names contain all words. Exit code 1 if a mutant survives.
 */
import * as Os from "node:os"
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

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

if (mutants.length === 0) fail([`no mutant's name has all of: ${words.join(", ")}`])

const started = performance.now()
const unusable = mutants.flatMap((mutant) => editsOf(mutant).flatMap((edit) => problemOf(edit) ?? []).map((problem) => `${mutant.name}: ${problem}`))
if (unusable.length > 0) fail(unusable)
const sandboxes = Array.from({ length: workers }, (_, i) => makeSandbox(i + 1))

const tests = mutants.map(({ test }) => test)
const faultless = await runTests(sandboxes[0]!.folder, tests, workers)
const notGreen = tests.filter((test) => faultless.verdictOf(test) !== "green")
if (notGreen.length > 0) {
  fail([...notGreen.map((test) => `${test.file}: "${test.name}" is ${faultless.verdictOf(test)} without any fault`), faultless.output])
}
console.log(`without fault  green (${seconds(started)})`)

const verdicts = { green: "SURVIVED", red: "killed", absent: "DID NOT RUN" } as const
const notKilled: Array<string> = []
const tryOut = async (mutant: Mutant, sandbox: Sandbox): Promise<void> => {
  const { test } = mutant
  const begun = performance.now()
  const { output, verdictOf } = await sandbox.with(mutant, () => runTests(sandbox.folder, [test], 1))
  const verdict = verdictOf(test)
  console.log(`${verdicts[verdict].padEnd(14)} ${mutant.name} (${seconds(begun)})`)
  if (verdict !== "red") notKilled.push(`${mutant.name}: ${test.file}, "${test.name}"${verdict === "absent" ? `\n${output}` : ""}`)
}

const waiting = [...mutants]
await Promise.all(sandboxes.map(async (sandbox) => {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) await tryOut(mutant, sandbox)
}))
console.log(`${mutants.length - notKilled.length} of ${mutants.length} killed (${seconds(started)})`)
if (notKilled.length > 0) fail(notKilled)
