/**
 * `pnpm mutants`: plants each fault of the table in a copy of the packages, and demands that the test named for it turns
 * red. The same tests are run without any fault first, and must be green. `pnpm mutants expiry` takes the rows whose
 * names contain all words, `pnpm mutants --part 2/4` the second quarter of the test files. Exit code 1 if a mutant survives.
 */
import * as Os from "node:os"
import { parseArgs } from "node:util"
import { groupBy } from "./lib/collections.js"
import type { Mutant } from "./mutants/mutant.js"
import { startRunner, type TestRunner } from "./mutants/runTests.js"
import { editsOf, makeSandbox, problemOf, type Sandbox } from "./mutants/sandbox.js"
import { table } from "./mutants/table.js"

/** Two vitest processes keep two cores busy; more only wait for each other. */
const workers = Math.max(1, Math.min(2, Os.availableParallelism()))

interface Place {
  readonly sandbox: Sandbox
  readonly runner: TestRunner
}

const fail = (problems: ReadonlyArray<string>): never => {
  for (const problem of problems) console.log(`  ${problem}`)
  process.exit(1)
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

const { positionals: words, values: { part } } = parseArgs({ allowPositionals: true, options: { part: { type: "string", default: "1/1" } } })
const [, which = 0, parts = 0] = /^(\d+)\/(\d+)$/.exec(part)?.map(Number) ?? []
if (which < 1 || which > parts) fail([`--part takes one of so many parts, such as 2/4, and not ${part}`])

/** By test file: each is run without a fault once, whatever number of mutants it kills. */
const files = [...groupBy(table, ({ test }) => test.file).keys()].filter((_, i) => i % parts === which - 1)
const mutants = table.filter((mutant) => files.includes(mutant.test.file) && words.every((word) => mutant.name.includes(word)))
if (mutants.length === 0) fail([`no mutant's name has all of: ${words.join(", ")}`])

const started = performance.now()
// Of every row, whichever part is tried: a row that fits its file no more is found with the change that left it behind.
const unusable = table.flatMap((mutant) => editsOf(mutant).flatMap((edit) => problemOf(edit) ?? []).map((problem) => `${mutant.name}: ${problem}`))
if (unusable.length > 0) fail(unusable)
const places: ReadonlyArray<Place> = Array.from({ length: workers }, (_, i) => {
  const sandbox = makeSandbox(i + 1)
  return { sandbox, runner: startRunner(sandbox.folder) }
})

/** Each place takes the next, until there is none. */
const share = async <A>(items: ReadonlyArray<A>, use: (item: A, place: Place) => Promise<void>): Promise<void> => {
  const waiting = [...items]
  await Promise.all(places.map(async (place) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await use(item, place)
  }))
}

const notGreen: Array<string> = []
const tryFaultless = async (tests: ReadonlyArray<Mutant["test"]>, { runner }: Place): Promise<void> => {
  const { output, verdictOf } = await runner.run(tests, [])
  const failures = tests.filter((test) => verdictOf(test) !== "green")
  notGreen.push(...failures.map((test) => `${test.file}: "${test.name}" is ${verdictOf(test)} without any fault`))
  if (failures.length > 0) notGreen.push(output)
}

const notKilled: Array<string> = []
const verdicts = { green: "SURVIVED", red: "killed", absent: "DID NOT RUN" } as const
const tryOut = async (mutant: Mutant, { runner, sandbox }: Place): Promise<void> => {
  const { test } = mutant
  const begun = performance.now()
  const { output, verdictOf } = await sandbox.with(mutant, (changed) => runner.run([test], changed))
  const verdict = verdictOf(test)
  console.log(`${verdicts[verdict].padEnd(14)} ${mutant.name} (${seconds(begun)})`)
  if (verdict !== "red") notKilled.push(`${mutant.name}: ${test.file}, "${test.name}"${verdict === "absent" ? `\n${output}` : ""}`)
}

await share([...groupBy(mutants.map(({ test }) => test), ({ file }) => file).values()], tryFaultless)
if (notGreen.length > 0) fail(notGreen)
console.log(`without fault  green (${seconds(started)})`)
await share(mutants, tryOut)
for (const { runner } of places) runner.stop()
console.log(`${mutants.length - notKilled.length} of ${mutants.length} killed (${seconds(started)})`)
if (notKilled.length > 0) fail(notKilled)
