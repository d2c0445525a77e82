/** Runs an emulator on a socket until it is interrupted. */
import type { Emulator } from "@effect-orange/emulator"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { ConfigFileError } from "./configFile.js"
import type { Settings } from "./emulatorFlags.js"

/** Schema is loaded only for those who have a file to decode. */
const readFile = (file: string): Effect.Effect<Emulator.ServerOptions, ConfigFileError> =>
  Effect.flatMap(Effect.promise(() => import("./configFile.js")), (module) => module.readConfig(file))

/** What the command line says goes before what the file says. */
const serverOptions = (settings: Settings): Effect.Effect<Emulator.ServerOptions, ConfigFileError> =>
  Effect.map(
    Option.match(settings.config, { onNone: () => Effect.succeed<Emulator.ServerOptions>({}), onSome: readFile }),
    (file) => ({
      ...file,
      port: Option.getOrElse(settings.port, () => 0),
      autoApprove: settings["auto-approve"] || file.autoApprove,
      rotateRefreshTokens: settings["rotate-refresh-tokens"] || file.rotateRefreshTokens,
      refreshTokens: settings["no-refresh-tokens"] ? false : file.refreshTokens,
      tokenLifetime: Option.getOrUndefined(settings["token-lifetime"]) ?? file.tokenLifetime,
      codeLifetime: Option.getOrUndefined(settings["code-lifetime"]) ?? file.codeLifetime
    })
  )

export const runEmulator = (settings: Settings): Effect.Effect<never, ConfigFileError | Emulator.ListenError> =>
  Effect.gen(function*() {
    const options = yield* serverOptions(settings)
    const emulator = yield* Effect.promise(() => import("@effect-orange/emulator/Emulator"))
    const context = yield* Layer.build(emulator.layerServer(options))
    const { environment } = yield* Effect.provide(emulator.Emulator, context)
    yield* Console.log(`listening on ${environment.baseUrl}`)
    return yield* Effect.never
  }).pipe(Effect.scoped)
