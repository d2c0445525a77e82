/** A server in a process of its own, so that its work is not measured as the client's, or the other way round. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as ChildProcess from "node:child_process"
import { fileURLToPath } from "node:url"

export interface Child {
  /** What the child said when it was ready. */
  readonly baseUrl: string
  /** Sends a message and waits for the answer to it; one at a time. */
  readonly ask: (message: string) => Effect.Effect<number>
  readonly isPinned: boolean
}

export interface ChildOptions {
  readonly args?: ReadonlyArray<string>
  /** The core that it may use, where `taskset` exists. */
  readonly core?: number
}

const hasTaskset = (): boolean => ChildProcess.spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0

const nextMessage = <A>(child: ChildProcess.ChildProcess): Effect.Effect<A> =>
  Effect.async((resume) => {
    const fail = (code: number | null) => resume(Effect.dieMessage(`the child process ended with ${code}`))
    child.once("exit", fail)
    child.once("message", (message) => {
      child.off("exit", fail)
      resume(Effect.succeed(message as A))
    })
  })

/** Starts `children/<name>.ts` with this process's own loaders; it is killed with the scope. */
export const startChild = (name: string, options: ChildOptions = {}): Effect.Effect<Child, never, Scope.Scope> =>
  Effect.gen(function*() {
    const module = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
    const command = [process.execPath, ...process.execArgv, "--expose-gc", module, ...options.args ?? []]
    const isPinned = options.core !== undefined && hasTaskset()
    const [file, ...args] = isPinned ? ["taskset", "-c", String(options.core), ...command] : command
    const child = yield* Effect.acquireRelease(
      Effect.sync(() => ChildProcess.spawn(file!, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] })),
      (child) => Effect.sync(() => child.kill("SIGKILL"))
    )
    const baseUrl = yield* nextMessage<string>(child)
    return {
      baseUrl,
      isPinned,
      ask: (message) =>
        Effect.suspend(() => {
          const answer = nextMessage<number>(child)
          child.send(message)
          return answer
        })
    }
  })
