/** Gets a token as the flags say and prints it. */
import * as ClientCredentials from "@effect-orange/core/ClientCredentials"
import * as Credentials from "@effect-orange/core/Credentials"
import * as AppAuth from "@effect-orange/core/AppAuth"
import type { Emulator } from "@effect-orange/emulator"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as ConfigError from "effect/ConfigError"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { secretsProvider } from "./secrets.js"

export interface TokenFlags {
  readonly header: boolean
  readonly emulator: boolean
  readonly secretFromStdin: boolean
  readonly scopes: ReadonlyArray<string>
}

const fromConfiguration = (flags: TokenFlags) =>
  ClientCredentials.layerConfig({ scopes: flags.scopes }).pipe(
    Layer.provide(
      Layer.unwrapEffect(Effect.map(secretsProvider("ORANGE_CLIENT_SECRET", flags.secretFromStdin), Layer.setConfigProvider))
    )
  )

/** Loaded only when asked for: the emulator is the larger part of the program. */
const fromEmulator = (flags: TokenFlags) =>
  Layer.unwrapScoped(Effect.gen(function*() {
    const { Emulator } = yield* Effect.promise(() => import("@effect-orange/emulator"))
    const { credentials, environment } = yield* Emulator.Emulator.pipe(
      Effect.provide(yield* Layer.build(Emulator.layerServer()))
    )
    return ClientCredentials.layer({ environment, credentials: Credentials.basic(credentials), scopes: flags.scopes })
  }))

const layerOf = (flags: TokenFlags): Layer.Layer<AppAuth.AppAuth, ConfigError.ConfigError | Emulator.ListenError> =>
  flags.emulator
    ? Layer.provide(fromEmulator(flags), FetchHttpClient.layer)
    : Layer.provide(fromConfiguration(flags), FetchHttpClient.layer)

export const runToken = (flags: TokenFlags) =>
  Effect.gen(function*() {
    const auth = yield* AppAuth.AppAuth
    const { value } = yield* auth.token
    yield* Console.log(`${flags.header ? "Authorization: Bearer " : ""}${Redacted.value(value)}`)
  }).pipe(
    Effect.provide(layerOf(flags))
  )
