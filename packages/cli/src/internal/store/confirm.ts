/** Asks before something is deleted. */
import * as Prompt from "@effect/cli/Prompt"
import * as Terminal from "@effect/platform/Terminal"
import * as Effect from "effect/Effect"
import { StoreFailure } from "./failure.js"

const noTerminal = new StoreFailure({ message: "nothing was deleted: there is no terminal to ask at; --yes deletes without asking" })

export const always = () => Effect.succeed(true)

/** No is the default; leaving the question is no. */
export const atTerminal = (question: string) =>
  Effect.gen(function*() {
    const terminal = yield* Terminal.Terminal
    if (!(yield* terminal.isTTY)) return yield* noTerminal
    return yield* Prompt.confirm({ message: question, initial: false }).pipe(Effect.catchTag("QuitException", () => Effect.succeed(false)))
  })
