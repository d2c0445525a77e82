#!/usr/bin/env node
/** The `orange` command's entry: exit code 0 when done or interrupted, 1 with one line on stderr when something failed. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as ConfigError from "effect/ConfigError"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { readDirectly } from "./internal/emulatorFlags.js"
import { runEmulator } from "./internal/runEmulator.js"

const throughCli = Effect.flatMap(Effect.promise(() => import("./cli.js")), (cli) => cli.runCommand(process.argv))

const program = Effect.gen(function*() {
  const direct = readDirectly(process.argv.slice(2))
  return Option.isSome(direct) ? yield* runEmulator(direct.value) : yield* throughCli
})

const reported = program.pipe(
  Effect.tapError((error) => error._tag === "Reported" ? Effect.void : Console.error(`orange: ${ConfigError.isConfigError(error) ? String(error) : error.message}`))
)

NodeRuntime.runMain(reported, { disableErrorReporting: true })
