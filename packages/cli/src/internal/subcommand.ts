/** What @effect/cli says of a wrong word after a command that has subcommands is about another command. */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

export class SubcommandError extends Data.TaggedError("SubcommandError")<{ readonly message: string }> {}

const isOwnOption = (arg: string): boolean => /^(-h|--(help|wizard|version|completions|log-level)(=.*)?)$/.test(arg)

/** Of the arguments of `orange`, the first is the command and the second should be one of its words. */
export const checkSubcommand = (command: string, word: string, known: ReadonlyArray<string>) =>
  ([first, second]: ReadonlyArray<string>): Effect.Effect<void, SubcommandError> =>
    first !== command || second === undefined || known.includes(second) || isOwnOption(second)
      ? Effect.void
      : new SubcommandError({ message: `${command} takes ${word} first, one of ${known.join(", ")}` })
