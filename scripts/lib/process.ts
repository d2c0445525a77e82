/** Other programs, run to their end. */
import * as ChildProcess from "node:child_process"
import { repositoryRoot } from "./workspace.js"

/** What a program said and how it ended: `code` is null if a signal ended it. */
export interface Result {
  readonly code: number | null
  readonly output: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Milliseconds until it is killed. Two minutes by default. */
  readonly timeout?: number
}

/** Runs a program without a shell and without stdin; both of its outputs come back as one text. */
export const run = (command: string, args: ReadonlyArray<string>, options: RunOptions = {}): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = ChildProcess.spawn(command, args, {
      cwd: options.cwd ?? repositoryRoot,
      env: options.env ?? process.env,
      timeout: options.timeout ?? 120_000,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"]
    })
    const chunks: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.once("error", reject)
    child.once("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString("utf8") }))
  })

/** A development tool of the repository's own, by the name of its command. */
export const runTool = (tool: string, args: ReadonlyArray<string>, options: RunOptions = {}): Promise<Result> =>
  run(`${repositoryRoot}/node_modules/.bin/${tool}`, args, options)

/** The pnpm that runs this script, or the pinned one where the script was started by hand. */
export const runPnpm = (args: ReadonlyArray<string>, options: RunOptions = {}): Promise<Result> => {
  const path = process.env["npm_execpath"]
  return path !== undefined && /pnpm\.c?js$/.test(path)
    ? run(process.execPath, [path, ...args], options)
    : run("npx", ["--yes", "pnpm@10.34.9", ...args], options)
}

/** The non-empty lines of an output. */
export const lines = (output: string): ReadonlyArray<string> => output.split("\n").filter((line) => line.trim() !== "")
