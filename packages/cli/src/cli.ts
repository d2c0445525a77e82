/** The `orange` command: a composition of its subcommands. */
import * as Command from "@effect/cli/Command"
import * as ValidationError from "@effect/cli/ValidationError"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Effect from "effect/Effect"
import { emulatorCommand } from "./commands/Emulator.js"
import { generateCommand } from "./commands/Generate.js"
import { checkStore, storeCommand } from "./commands/Store.js"
import { tokenCommand } from "./commands/Token.js"
import { checkEvent, triggerCommand } from "./commands/Trigger.js"
import { Reported } from "./internal/reported.js"
import { version } from "./internal/version.js"

const orange = Command.make("orange").pipe(
  Command.withDescription("Tools for Orange's APIs"),
  Command.withSubcommands([emulatorCommand, generateCommand, storeCommand, tokenCommand, triggerCommand])
)

const run = Command.run(orange, { name: "orange", version })

/** Runs what the arguments say. @effect/cli prints its own errors, and leaves out two words as those of `process.argv`. */
export const runCommand = (args: ReadonlyArray<string>) =>
  checkEvent(args).pipe(
    Effect.zipRight(checkStore(args)),
    Effect.zipRight(run(["node", "orange", ...args])),
    Effect.mapError((error) => ValidationError.isValidationError(error) ? new Reported() : error),
    Effect.provide(NodeContext.layer)
  )
