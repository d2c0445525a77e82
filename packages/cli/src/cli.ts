/** The `orange` command: a composition of its subcommands. */
import * as Command from "@effect/cli/Command"
import * as ValidationError from "@effect/cli/ValidationError"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Effect from "effect/Effect"
import { createRequire } from "node:module"
import { emulatorCommand } from "./commands/Emulator.js"
import { generateCommand } from "./commands/Generate.js"
import { checkStore, storeCommand } from "./commands/Store.js"
import { tokenCommand } from "./commands/Token.js"
import { checkEvent, triggerCommand } from "./commands/Trigger.js"
import { Reported } from "./internal/reported.js"

const orange = Command.make("orange").pipe(
  Command.withDescription("Tools for Orange's APIs"),
  Command.withSubcommands([emulatorCommand, generateCommand, storeCommand, tokenCommand, triggerCommand])
)

/** The package's own manifest: one level up from `src` and from `dist` alike. */
const { version } = createRequire(import.meta.url)("../package.json") as { readonly version: string }

const run = Command.run(orange, { name: "orange", version })

/** Runs what the arguments say. @effect/cli prints its own errors, and leaves out two words as those of `process.argv`. */
export const runCommand = (args: ReadonlyArray<string>) =>
  checkEvent(args).pipe(
    Effect.zipRight(checkStore(args)),
    Effect.zipRight(run(["node", "orange", ...args])),
    Effect.mapError((error) => ValidationError.isValidationError(error) ? new Reported() : error),
    Effect.provide(NodeContext.layer)
  )
