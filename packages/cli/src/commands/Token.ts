/** `orange token`: an application's token (2-legged grant) on standard output, for scripts and for curl. */
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"

/** Loaded only when asked for: no other command gets a token. */
const implementation = Effect.promise(() => import("../internal/runToken.js"))

const options = {
  header: Options.boolean("header").pipe(
    Options.withDescription("Print the whole header line, `Authorization: Bearer …`, instead of the token alone")
  ),
  emulator: Options.boolean("emulator").pipe(
    Options.withDescription("Ask an emulator started for this one call, with its own credentials")
  ),
  "secret-stdin": Options.boolean("secret-stdin").pipe(
    Options.withDescription("Read the client secret from standard input instead of ORANGE_CLIENT_SECRET")
  ),
  scope: Options.text("scope").pipe(
    Options.withDescription("A scope to ask for; may be repeated"),
    Options.repeated
  )
}

export const tokenCommand = Command.make("token", options, (flags) =>
  Effect.flatMap(implementation, ({ runToken }) =>
    runToken({
      header: flags.header,
      emulator: flags.emulator,
      secretFromStdin: flags["secret-stdin"],
      scopes: flags.scope
    }))).pipe(
    Command.withDescription(
      "Gets an application's token and prints it. Configured by the environment: ORANGE_CLIENT_ID and " +
        "ORANGE_CLIENT_SECRET, or ORANGE_AUTHORIZATION_HEADER; ORANGE_ENVIRONMENT, ORANGE_BASE_URL. " +
        "Secrets are never taken as arguments, which other users of the machine can see"
    )
  )
