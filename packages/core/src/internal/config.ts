import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Credentials from "../Credentials.js"
import * as Environment from "../Environment.js"

/** Each option as a value or as a `Config` of it. */
export type Wrapped<Options> = { readonly [K in keyof Options]?: Config.Config<Exclude<Options[K], undefined>> | Options[K] | undefined }

/** One `Config` of all options: those given, the others from their defaults. */
const unwrap = <Options extends object>(
  given: Wrapped<Options>,
  defaults: { readonly [K in keyof Options]?: Config.Config<Exclude<Options[K], undefined>> }
): Config.Config<Options> => {
  const fields = Object.entries({ ...defaults, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) })
  const configs = fields.map(([key, value]) => [key, Config.isConfig(value) ? value : Config.succeed(value)])
  return Config.all(Object.fromEntries(configs)) as unknown as Config.Config<Options>
}

type EnvironmentOption = Environment.Environment | Config.Config<Environment.Environment> | undefined

/** The options that both grants share: where the server is comes first, since it may say how credentials are sent. */
export const unwrapGrant = <Options extends { readonly environment?: Environment.Environment | undefined; readonly credentials: Credentials.Credentials | Credentials.RotatingCredentials }>(
  given: Wrapped<Options>,
  defaults: { readonly [K in keyof Options]?: Config.Config<Exclude<Options[K], undefined>> } = {}
): Effect.Effect<Options, ConfigError.ConfigError> =>
  Effect.flatMap(
    unwrap<{ readonly environment: Environment.Environment }>({ environment: given.environment as EnvironmentOption }, { environment: Environment.config }),
    ({ environment }) => unwrap<Options>({ ...given, environment } as Wrapped<Options>, {
        credentials: Credentials.configFor(environment),
        ...defaults
      } as typeof defaults)
  )
