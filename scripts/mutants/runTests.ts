/** Named tests of one package, run by vitest in a sandbox. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { run } from "../lib/process.js"
import { repositoryRoot } from "../lib/workspace.js"

/** What became of a test. `absent`: nothing of that name ran, because it is not there or its file does not load. */
export type Verdict = "green" | "red" | "absent"

export interface Outcome {
  readonly verdictOf: (testName: string) => Verdict
  readonly output: string
}

/** What is read of vitest's JSON report. */
interface Report {
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>
  }>
}

/** A mutant may loop for ever. Its test has had its chance by then, and did not pass. */
const patience = 45_000

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const readReport = (path: string): Report | undefined =>
  Fs.existsSync(path) ? JSON.parse(Fs.readFileSync(path, "utf8")) as Report : undefined

const vitest = Path.join(repositoryRoot, "node_modules/vitest/vitest.mjs")

/** One vitest process; `file` is from the root. */
export const runTests = async (folder: string, file: string, names: ReadonlyArray<string>): Promise<Outcome> => {
  const packageFolder = Path.join(folder, file.split("/test/")[0]!)
  const report = Path.join(folder, "report.json")
  Fs.rmSync(report, { force: true })
  const { code, output } = await run(process.execPath, [
    vitest,
    "run",
    Path.relative(packageFolder, Path.join(folder, file)),
    `--testNamePattern=(${names.map(escaped).join("|")})$`,
    "--pool=threads",
    "--poolOptions.threads.singleThread",
    "--testTimeout=15000",
    "--reporter=json",
    `--outputFile=${report}`
  ], { cwd: packageFolder, timeout: patience, env: { ...process.env, NO_COLOR: "1" } })
  const assertions = readReport(report)?.testResults.flatMap((result) => result.assertionResults) ?? []
  const hung = code === null
  return {
    output,
    verdictOf: (name) => {
      if (hung) return "red"
      const found = assertions.filter(({ fullName, status }) => fullName.trim().endsWith(name) && status !== "skipped" && status !== "pending")
      return found.length === 0 ? "absent" : found.every(({ status }) => status === "passed") ? "green" : "red"
    }
  }
}
