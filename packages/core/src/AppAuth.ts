/**
 * The application's own authorization: what API clients of the 2-legged grant require.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type { Environment } from "./Environment.js"
import type { MalformedResponseError, OAuthError, ThrottledError, TransportError } from "./OAuthError.js"
import * as TokenSource from "./TokenSource.js"

/**
 * The source of the application's token. Provided by `ClientCredentials.layer`. A user's session cannot be given here:
 * it does not compile.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { AppAuth, ClientCredentials } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Effect, Layer } from "effect"
 *
 * const program = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(
 *   Effect.provide(ClientCredentials.layerConfig().pipe(Layer.provide(FetchHttpClient.layer)))
 * )
 * ```
 */
export class AppAuth extends Context.Tag("@effect-orange/core/AppAuth")<
  AppAuth,
  TokenSource.TokenSource<"App", Error>
>() {}

/**
 * What getting the application's token can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { AppAuth } from "@effect-orange/core"
 *
 * const page = (error: AppAuth.Error) => error.isRetryable ? "later" : "call the operator"
 * ```
 */
export type Error = OAuthError | ThrottledError | TransportError | MalformedResponseError

/**
 * A fixed token in place of a grant: for tests, or a token that someone else keeps fresh. It is never renewed.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AppAuth, Environment } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const Borrowed = AppAuth.layerToken(Redacted.make("borrowed"), Environment.production)
 * ```
 */
export const layerToken = (value: Redacted.Redacted<string>, environment: Environment): Layer.Layer<AppAuth> =>
  Layer.succeed(AppAuth, TokenSource.fromToken("App", value, environment))
