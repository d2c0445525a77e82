/**
 * A configuration that cannot work.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

/**
 * A value of the configuration that cannot be used. `field` names what to change; the value itself, which may be a
 * secret, is never held. Constructors for values written in code throw it; `config` and `layerConfig` turn it into a
 * `ConfigError` in the error channel.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const result = Environment.validate({ name: "mine", baseUrl: "/relative", tokenUrl: "https://api.orange.com/oauth/v3/token" })
 * if (Either.isLeft(result)) console.error(result.left.field) // environment.baseUrl
 * ```
 */
export class ConfigurationError extends Schema.TaggedError<ConfigurationError>("@effect-orange/core/ConfigurationError")(
  "ConfigurationError",
  {
    /** The option or variable to change. */
    field: Schema.String,
    /** What is wrong with it, without its value. */
    problem: Schema.String
  }
) {
  override get message(): string {
    return `${this.field} ${this.problem}.`
  }
}
