/** The processes of a fleet, each of which tells what it does by lines. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type ChildProcess, spawn } from "node:child_process"
import * as Readline from "node:readline"
import { bundle } from "../bundle.js"

/** Each line of a process' output, as it comes. */
export const onLine = (child: ChildProcess, heed: (line: string) => void): void =>
  void Readline.createInterface({ input: child.stdout! }).on("line", heed)

export interface Member {
  readonly child: ChildProcess
  /** All that it has said so far. */
  readonly lines: ReadonlyArray<string>
  /** The code that it ended with, or the signal. */
  readonly ended: Effect.Effect<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

/** So many processes of one program, killed at the end of the scope where they are still there. */
export const startAll = (count: number, program: URL, ...args: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<Member>, never, Scope.Scope> =>
  Effect.gen(function*() {
    const file = yield* Effect.promise(() => bundle(program))
    const start = Effect.acquireRelease(
      Effect.sync(() => spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "inherit"] })),
      (child) => Effect.sync(() => child.kill("SIGKILL"))
    )
    return yield* Effect.all(Array.from({ length: count }, () => Effect.map(start, (child): Member => {
      // One that is gone reads no more.
      child.stdin!.on("error", () => undefined)
      const lines: Array<string> = []
      onLine(child, (line) => lines.push(line))
      // Subscribed now: a process may end before anyone waits for it.
      const closed = new Promise<Effect.Effect.Success<Member["ended"]>>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })))
      return { child, lines, ended: Effect.promise(() => closed) }
    })))
  })

/** Returns when each of them has said it. */
export const untilSaid = (members: ReadonlyArray<Pick<Member, "lines">>, word: string): Effect.Effect<void> =>
  Effect.repeat(Effect.delay(Effect.sync(() => members.every(({ lines }) => lines.includes(word))), "20 millis"), { until: (all) => all }).pipe(Effect.asVoid)
