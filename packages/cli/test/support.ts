/** The command as a process, run from source as the root script does. */
import * as ChildProcess from "node:child_process"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../..", import.meta.url))

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
  const node = ["--conditions=@effect-orange/source", "--import", "tsx", "packages/cli/src/bin.ts", ...args]
  const child = ChildProcess.spawn(process.execPath, node, { cwd: root, env: { ...process.env, NO_COLOR: "1", ...options.env } })
  child.stdin.end(options.input ?? "")
  let [out, err] = ["", ""]
  child.stdout.on("data", (data: Buffer) => (out += data.toString()))
  child.stderr.on("data", (data: Buffer) => (err += data.toString()))
  const ended = new Promise<number | string | null>((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)))
  return { child, output: () => ({ out, err }), ended }
}
