/** The command: within this process, where what its arguments come to is the question, or as a process of its own. */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as ChildProcess from "node:child_process"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import { main } from "../src/main.js"

const root = fileURLToPath(new URL("../../..", import.meta.url))

const newest = (folder: string): number =>
  Math.max(...Fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => Fs.statSync(Path.join(one.parentPath, one.name)).mtimeMs))

const bundle = Path.join(root, "packages/cli/bundle/bin.js")

const isBundled = (): boolean => {
  const sources = ["core", "codegen", "emulator", "cli"].map((name) => newest(Path.join(root, "packages", name, "src")))
  return Fs.existsSync(bundle) && Fs.statSync(bundle).mtimeMs >= Math.max(...sources)
}

/** The command as it is published starts in a fifth of the time; `pnpm test` makes it before it runs this. */
const command = isBundled() ? [bundle] : ["--conditions=@effect-orange/source", "--import", "tsx", "packages/cli/src/bin.ts"]

export interface Running {
  readonly child: ChildProcess.ChildProcess
  readonly output: () => { readonly out: string; readonly err: string }
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string | null>
}

/** Starts `orange` with these arguments, over this environment, with this on its standard input. */
export const start = (
  args: ReadonlyArray<string>,
  options: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {}
): Running => {
  const child = ChildProcess.spawn(process.execPath, [...command, ...args], { cwd: root, env: { ...process.env, NO_COLOR: "1", ...options.env } })
  child.stdin.end(options.input ?? "")
  let [out, err] = ["", ""]
  child.stdout.on("data", (data: Buffer) => (out += data.toString()))
  child.stderr.on("data", (data: Buffer) => (err += data.toString()))
  const ended = new Promise<number | string | null>((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)))
  return { child, output: () => ({ out, err }), ended }
}

/** What it came to. */
export interface Ran {
  readonly code: number | string | null
  readonly out: string
  readonly err: string
}

/** Starts `orange`, and waits for its end. */
export const asProcess = async (...given: Parameters<typeof start>): Promise<Ran> => {
  const running = start(...given)
  return { code: await running.ended, ...running.output() }
}

/** Runs, and keeps what is printed, in place of the terminal. */
export const printing = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Console.consoleWith((own) => {
    const lines = { out: "", err: "" }
    const to = (stream: keyof typeof lines) => (...words: ReadonlyArray<unknown>): void => void (lines[stream] += `${words.map(String).join(" ")}\n`)
    const console: Console.Console = {
      ...own,
      log: (...words) => Effect.sync(() => to("out")(...words)),
      error: (...words) => Effect.sync(() => to("err")(...words)),
      unsafe: { ...own.unsafe, log: to("out"), error: to("err") }
    }
    return Effect.map(Effect.exit(Effect.withConsole(effect, console)), (exit) => ({ ...lines, exit }))
  })

/** Runs `orange` within this process, over this environment and no other: a second for each process is much, for many. */
export const here = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Effect.Effect<Ran> =>
  main(args).pipe(
    Effect.match({ onFailure: () => 1, onSuccess: () => 0 }),
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(env)))),
    printing,
    Effect.flatMap(({ exit, ...lines }) => Effect.map(exit, (code) => ({ code, ...lines })))
  )
