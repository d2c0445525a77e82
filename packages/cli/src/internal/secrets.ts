/** Where secrets come from: the environment, or standard input in place of one of its variables. Never an argument. */
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { text } from "node:stream/consumers"

/** One trailing line break belongs to `echo` or an editor, not to the secret. */
const fromStdin = Effect.map(Effect.promise(() => text(process.stdin)), (all) => all.replace(/\r?\n$/, ""))

const withVariable = (name: string, value: string): ConfigProvider.ConfigProvider =>
  ConfigProvider.orElse(ConfigProvider.fromMap(new Map([[name, value]])), () => ConfigProvider.fromEnv())

/** The environment, with the secret from standard input in that variable's place where asked. */
export const secretsProvider = (name: string, stdin: boolean): Effect.Effect<ConfigProvider.ConfigProvider> =>
  stdin
    ? Effect.map(fromStdin, (secret) => withVariable(name, secret))
    : Effect.sync(() => ConfigProvider.fromEnv())

export class MissingSecretError extends Data.TaggedError("MissingSecretError")<{ readonly message: string }> {}

const filled = (secret: string, message: string): Effect.Effect<Redacted.Redacted, MissingSecretError> =>
  secret === "" ? Effect.fail(new MissingSecretError({ message })) : Effect.succeed(Redacted.make(secret))

const fromEnvironment = (name: string): Effect.Effect<Redacted.Redacted, ConfigError | MissingSecretError> =>
  Effect.flatMap(Config.withDefault(Config.string(name), ""), (secret) => filled(secret, `${name} is not set, or empty`))

/** An empty standard input is an error, and not a reason to take the environment's. */
export const requiredSecret = (name: string, stdin: boolean): Effect.Effect<Redacted.Redacted, ConfigError | MissingSecretError> =>
  stdin
    ? Effect.flatMap(fromStdin, (secret) => filled(secret, `standard input is empty: ${name} was to come from it`))
    : fromEnvironment(name)
