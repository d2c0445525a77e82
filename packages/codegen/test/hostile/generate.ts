/** The generator in a process that is ended when a document takes more than it may. */
import { type ChildProcess, fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Outcome } from "./child.js"

/** What a document may cost at most. */
export const mostSeconds = 10
export const mostMegabytes = 1024

const child = fileURLToPath(new URL("child.ts", import.meta.url))

const start = (): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const started = fork(child, [], { execArgv: ["--import", "tsx", "--conditions=@effect-orange/source", `--max-old-space-size=${mostMegabytes}`], serialization: "advanced" })
    started.once("message", () => resolve(started))
    started.once("error", reject)
    started.once("exit", (code) => reject(new Error(`the generator did not start: ${code}`)))
  })

/** A document, and what became of it: one that never ends is an error like any other. */
const ask = (running: ChildProcess, document: string): Promise<Outcome> =>
  new Promise((resolve) => {
    // Twice the time: the machine has other work.
    const timer = setTimeout(() => running.kill("SIGKILL"), mostSeconds * 2_000)
    const end = (outcome: Outcome): void => {
      clearTimeout(timer)
      running.removeAllListeners("message")
      running.removeAllListeners("exit")
      resolve(outcome)
    }
    running.once("message", (outcome) => end(outcome as Outcome))
    running.once("exit", (code, signal) => end({ error: `ENDED ${signal ?? code}`, seconds: mostSeconds * 2, megabytes: 0 }))
    running.send(document)
  })

export interface Generating {
  readonly generate: (document: string) => Promise<Outcome>
  readonly stop: () => void
}

export const generating = (): Generating => {
  let running: Promise<ChildProcess> | undefined
  return {
    generate: async (document) => {
      running ??= start()
      const outcome = await ask(await running, document)
      if ("error" in outcome && /^(?:ENDED|DEFECT)/.test(outcome.error)) {
        (await running).kill("SIGKILL")
        running = undefined
      }
      return outcome
    },
    stop: () => {
      void running?.then((one) => one.kill())
    }
  }
}
