/**
 * `pnpm check`: everything that must hold of the repository beside its tests. `pnpm check lint arrows` runs these steps
 * only. Exit code 1 if anything was found.
 */
import { arrows } from "./check/arrows.js"
import { build } from "./check/build.js"
import { documentation } from "./check/documentation.js"
import { examples } from "./check/examples.js"
import { generated } from "./check/generated.js"
import { lint } from "./check/lint.js"
import { packed } from "./check/packed.js"
import { specs } from "./check/specs.js"
import type { Step } from "./check/step.js"
import { unused } from "./check/unused.js"
import { choose } from "./lib/choose.js"

const steps: ReadonlyArray<Step> = [lint, arrows, specs, generated, documentation, unused, examples, build, packed]

/** Problems of a step that are printed; a single mistake can cause hundreds. */
const shownProblems = 40

const perform = async (step: Step): Promise<boolean> => {
  const started = performance.now()
  const { problems, summary } = await step.run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const verdict = problems.length === 0 ? "ok" : `${problems.length} problem${problems.length === 1 ? "" : "s"}`
  console.log(`${step.name.padEnd(14)} ${seconds.padStart(5)} s  ${verdict} (${summary})`)
  for (const problem of problems.slice(0, shownProblems)) console.log(`  ${problem}`)
  if (problems.length > shownProblems) console.log(`  … and ${problems.length - shownProblems} more`)
  return problems.length === 0
}

const verdicts: Array<boolean> = []
for (const step of choose(steps, process.argv.slice(2))) verdicts.push(await perform(step))
process.exitCode = verdicts.every((ok) => ok) ? 0 : 1
