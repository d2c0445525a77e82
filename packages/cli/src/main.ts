/** `orange` with the words that follow its name, be it a process or a test that runs it. */
import * as ConfigError from "effect/ConfigError"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { readDirectly } from "./internal/emulatorFlags.js"
import { runEmulator } from "./internal/runEmulator.js"

const throughCli = (args: ReadonlyArray<string>) => Effect.flatMap(Effect.promise(() => import("./cli.js")), (cli) => cli.runCommand(args))

/** Fails when something failed, which one line on stderr has told by then. */
export const main = (args: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const direct = readDirectly(args)
    return Option.isSome(direct) ? yield* runEmulator(direct.value) : yield* throughCli(args)
  }).pipe(
    Effect.tapError((error) => error._tag === "Reported" ? Effect.void : Console.error(`orange: ${ConfigError.isConfigError(error) ? String(error) : error.message}`))
  )
