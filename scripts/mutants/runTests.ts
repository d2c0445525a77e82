/** Named tests, run in a sandbox by a vitest process of its own. */
import * as ChildProcess from "node:child_process"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import type { Mutant } from "./mutant.js"

type Test = Mutant["test"]

/** What a vitest process is asked. Files are absolute. */
export interface Request {
  /** Sources that are not what they were when it last ran. */
  readonly changed: ReadonlyArray<string>
  readonly files: ReadonlyArray<string>
  /** The ends of the names of the tests that are to run. */
  readonly names: ReadonlyArray<string>
}

/** What it answers. */
export interface Reply {
  readonly tests: ReadonlyArray<{ readonly file: string; readonly name: string; readonly state: string }>
  readonly errors: ReadonlyArray<string>
}

/** What became of a test. `absent`: nothing of that name ran, because it is not there or its file does not load. */
type Verdict = "green" | "red" | "absent"

export interface Outcome {
  readonly verdictOf: (test: Test) => Verdict
  readonly output: string
}

export interface TestRunner {
  /** Runs these tests while these files of the sandbox are changed, which they are no more afterwards. One call at a time. */
  readonly run: (tests: ReadonlyArray<Test>, changed: ReadonlyArray<string>) => Promise<Outcome>
  readonly stop: () => void
}

/** A mutant may loop for ever. Its tests have had their chance by then, and did not pass. */
const patience = (tests: number): number => 40_000 + 5_000 * tests

const program = fileURLToPath(new URL("vitestProcess.ts", import.meta.url))

const hung: Outcome = { verdictOf: () => "red", output: "" }
const ended: Outcome = { verdictOf: () => "absent", output: "vitest itself came to an end" }

const outcomeOf = (folder: string, { errors, tests }: Reply): Outcome => ({
  output: errors.join("\n"),
  verdictOf: ({ file, name }) => {
    const states = tests
      .filter((test) => test.file === Path.join(folder, file) && test.name.trim().endsWith(name))
      .map(({ state }) => state)
      .filter((state) => state === "passed" || state === "failed")
    return states.length === 0 ? "absent" : states.includes("failed") ? "red" : "green"
  }
})

const unique = (items: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(items)]

export const startRunner = (folder: string): TestRunner => {
  let child: ChildProcess.ChildProcess | undefined
  let restored: ReadonlyArray<string> = []

  const start = (): ChildProcess.ChildProcess =>
    ChildProcess.fork(program, [folder], { cwd: folder, stdio: ["ignore", "ignore", "inherit", "ipc"], env: { ...process.env, NO_COLOR: "1" } })

  const stop = (): void => {
    child?.kill("SIGKILL")
    child = undefined
  }

  return {
    stop,
    run: (tests, changed) =>
      new Promise((resolve) => {
        const asked = child ??= start()
        const end = (outcome: Outcome): void => {
          clearTimeout(timer)
          asked.removeAllListeners()
          resolve(outcome)
        }
        const giveUp = (outcome: Outcome): void => {
          stop()
          end(outcome)
        }
        const timer = setTimeout(() => giveUp(hung), patience(tests.length))
        asked.once("exit", () => giveUp(ended)).once("message", (reply: Reply) => end(outcomeOf(folder, reply)))
        const planted = changed.map((file) => Path.join(folder, file))
        const request: Request = {
          changed: unique([...restored, ...planted]),
          files: unique(tests.map(({ file }) => Path.join(folder, file))),
          names: unique(tests.map(({ name }) => name))
        }
        restored = planted
        asked.send(request)
      })
  }
}
