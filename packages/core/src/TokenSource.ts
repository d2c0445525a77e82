/**
 * Where an access token comes from: the one thing that an API client needs to know of a grant.
 *
 * @since 0.1.0
 */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import { AccessToken } from "./AccessToken.js"
import type { Environment } from "./Environment.js"

/**
 * A source of access tokens of one kind: an application's (`"App"`) or one user's (`"User"`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { AppAuth, TokenSource } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const hostOf = (source: TokenSource.TokenSource<"App", AppAuth.Error>) =>
 *   Effect.map(source.token, () => source.environment.baseUrl)
 * ```
 */
export interface TokenSource<Kind extends "App" | "User", E> {
  /** Whose token it is. */
  readonly kind: Kind
  /** The surface that its tokens open: clients take their base URL from here. */
  readonly environment: Environment
  /** The current token, valid now. Costs no request while one is held. */
  readonly token: Effect.Effect<AccessToken, E>
  /**
   * A token other than the rejected one, if there can be one: renews only if `rejected` is still the current token, so
   * that a hundred calls that fail with one stale token cause one renewal. Gives `rejected` back where a renewal now
   * would not help: an API that refuses fresh tokens is asked again only after 30 s, doubling to 15 min.
   */
  readonly renew: (rejected: AccessToken, context?: UseContext) => Effect.Effect<AccessToken, E>
  /** Told by clients that an API accepted the token: its later rejection there then means that it has died. */
  readonly accepted?: ((token: AccessToken, context: UseContext) => void) | undefined
}

/**
 * Where a token was used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { AppAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const renewed = Effect.gen(function*() {
 *   const auth = yield* AppAuth.AppAuth
 *   return yield* auth.renew(yield* auth.token, { api: "sms" })
 * })
 * ```
 */
export interface UseContext {
  /** A name of the API, the same for all its operations. */
  readonly api: string
}

/**
 * A source that always gives the same token: one borrowed from elsewhere, or one for a test. It cannot be renewed.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Environment, TokenSource } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const source = TokenSource.fromToken("App", Redacted.make("borrowed"), Environment.production)
 * ```
 */
export const fromToken = <Kind extends "App" | "User">(
  kind: Kind,
  value: Redacted.Redacted<string>,
  environment: Environment
): TokenSource<Kind, never> => {
  const token = new AccessToken({
    value,
    scopes: [],
    issuedAt: DateTime.unsafeMake(0),
    expiresAt: DateTime.unsafeMake(8.64e15),
    generation: 0
  })
  return { kind, environment, token: Effect.succeed(token), renew: () => Effect.succeed(token) }
}
