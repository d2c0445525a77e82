/** Named tests, run by vitest in a sandbox. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import { runTool } from "../lib/process.js"
import type { Mutant } from "./mutant.js"

type Test = Mutant["test"]

/** What became of a test. `absent`: nothing of that name ran, because it is not there or its file does not load. */
type Verdict = "green" | "red" | "absent"

export interface Outcome {
  readonly verdictOf: (test: Test) => Verdict
  readonly output: string
}

/** What is read of vitest's JSON report. */
interface Report {
  readonly testResults: ReadonlyArray<{
    /** The file, absolute. */
    readonly name: string
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>
  }>
}

/** A mutant may loop for ever. Its tests have had their chance by then, and did not pass. */
const patience = (tests: number): number => 40_000 + 5_000 * tests

const config = fileURLToPath(new URL("vitest.config.ts", import.meta.url))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const readReport = (path: string): Report | undefined =>
  Fs.existsSync(path) ? JSON.parse(Fs.readFileSync(path, "utf8")) as Report : undefined

/** One vitest process for all of them, with so many threads. */
export const runTests = async (folder: string, tests: ReadonlyArray<Test>, threads: number): Promise<Outcome> => {
  const path = Path.join(folder, "report.json")
  Fs.rmSync(path, { force: true })
  const { code, output } = await runTool("vitest", [
    "run",
    ...new Set(tests.map(({ file }) => file)),
    `--root=${folder}`,
    `--config=${config}`,
    `--testNamePattern=(${[...new Set(tests.map(({ name }) => escaped(name)))].join("|")})$`,
    "--poolOptions.threads.minThreads=1",
    `--poolOptions.threads.maxThreads=${threads}`,
    "--reporter=json",
    `--outputFile=${path}`
  ], { cwd: folder, timeout: patience(tests.length), env: { ...process.env, NO_COLOR: "1" } })
  const report = readReport(path)
  const hung = code === null
  return {
    output,
    verdictOf: ({ file, name }) => {
      if (hung) return "red"
      const statuses = (report?.testResults ?? [])
        .filter((result) => result.name === Path.join(folder, file))
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ fullName }) => fullName.trim().endsWith(name))
        .map(({ status }) => status)
        .filter((status) => status === "passed" || status === "failed")
      return statuses.length === 0 ? "absent" : statuses.includes("failed") ? "red" : "green"
    }
  }
}
