/** Processor time of another program. */
import * as ChildProcess from "node:child_process"
import * as Fs from "node:fs"

export interface Used {
  readonly seconds: number
  readonly output: string
}

/** Runs a program to its end under `time`, which tells what its whole process used. */
export const cpuOf = (command: string, args: ReadonlyArray<string>, cwd?: string): Promise<Used> =>
  new Promise((resolve, reject) => {
    const figures = `/tmp/effect-orange-bench-${process.pid}`
    const child = ChildProcess.spawn("bash", ["-c", `exec 3>"$0"; TIMEFORMAT='%U %S'; { time "$@" 2>/dev/null; } 2>&3`, figures, command, ...args], { cwd, stdio: ["ignore", "pipe", "ignore"] })
    const chunks: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.once("error", reject)
    child.once("close", (code) => {
      const [user, system] = Fs.readFileSync(figures, "utf8").trim().split(/\s+/).map(Number)
      Fs.rmSync(figures, { force: true })
      if (code !== 0) reject(new Error(`${command} ${args[0] ?? ""} ended with ${code}`))
      else resolve({ seconds: (user ?? 0) + (system ?? 0), output: Buffer.concat(chunks).toString("utf8") })
    })
  })
