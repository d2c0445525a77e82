/**
 * One user's authorization: what API clients of the U2M grant require, per call.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import type * as AppAuth from "./AppAuth.js"
import type { Environment } from "./Environment.js"
import type { ReauthorizationRequired, RefreshInDoubt, TokenStoreError } from "./OAuthError.js"
import * as TokenSource from "./TokenSource.js"

/**
 * The source of one user's token. Provided per request from `AuthorizationCode.session(id)`, since a service has many
 * users. The application's token cannot be given here: it does not compile.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { AuthorizationCode, UserAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const tokenOf = (sessionId: string) =>
 *   Effect.flatMap(UserAuth.UserAuth, (auth) => auth.token).pipe(
 *     Effect.provideServiceEffect(
 *       UserAuth.UserAuth,
 *       Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.session(sessionId))
 *     )
 *   )
 * ```
 */
export class UserAuth extends Context.Tag("@effect-orange/core/UserAuth")<
  UserAuth,
  TokenSource.TokenSource<"User", Error>
>() {}

/**
 * What getting a user's token can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { UserAuth } from "@effect-orange/core"
 *
 * const mustLogIn = (error: UserAuth.Error) => error._tag === "ReauthorizationRequired"
 * ```
 */
export type Error = AppAuth.Error | ReauthorizationRequired | RefreshInDoubt | TokenStoreError

/**
 * A fixed token in place of a session: for tests, or a token that someone else keeps fresh. It is never renewed.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { Environment, UserAuth } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const Borrowed = UserAuth.layerToken(Redacted.make("borrowed"), Environment.production)
 * ```
 */
export const layerToken = (value: Redacted.Redacted<string>, environment: Environment): Layer.Layer<UserAuth> =>
  Layer.succeed(UserAuth, TokenSource.fromToken("User", value, environment))
