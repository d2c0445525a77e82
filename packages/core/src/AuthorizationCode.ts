/**
 * The U2M grant: "log in with Orange" ("OAuth U2M in a nutshell"; RFC 6749 section 4.1, OpenID Connect Core section 3.1).
 *
 * `authorize` makes the URL that the user's browser is sent to, `callback` reads the URL on which it comes back and
 * stores the session, `session` gives the token source of one user, which refreshes by itself.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { NodeInspectSymbol } from "effect/Inspectable"
import * as Layer from "effect/Layer"
import type * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { InvalidRequestError } from "./ApiError.js"
import type { ConfigurationError } from "./ConfigurationError.js"
import type * as Credentials from "./Credentials.js"
import type * as Environment from "./Environment.js"
import type * as IdToken from "./IdToken.js"
import * as ConfigOptions from "./internal/config.js"
import * as Login from "./internal/login.js"
import { randomToken } from "./internal/secureRandom.js"
import * as Sessions from "./internal/sessions.js"
import * as UserGrant from "./internal/userGrant.js"
import { AuthorizationError, MalformedResponseError, type ReauthorizationRequired, type TokenStoreError } from "./OAuthError.js"
import * as OrangeHttpClient from "./OrangeHttpClient.js"
import type * as RetryPolicy from "./RetryPolicy.js"
import type { TokenError } from "./TokenEndpoint.js"
import type * as TokenSeal from "./TokenSeal.js"
import type * as TokenSource from "./TokenSource.js"
import type * as TokenStore from "./TokenStore.js"
import type * as UserAuth from "./UserAuth.js"

/**
 * The grant as a service.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { AuthorizationCode } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const login = Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) =>
 *   grant.authorize({ scopes: ["openid", "form_filling"] }))
 * ```
 */
export class AuthorizationCode extends Context.Tag("@effect-orange/core/AuthorizationCode")<AuthorizationCode, Service>() {}

/**
 * The four steps of the guide. Calls with the bearer are made by API clients over `session(id)`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { AuthorizationCode } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const logout = (sessionId: string) =>
 *   Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.forget(sessionId))
 * ```
 */
export interface Service {
  /**
   * Step 1: the URL for the user's browser, and the transaction to keep in the user's own browser session (a cookie or
   * the server-side session) until the callback. Nothing is stored.
   */
  readonly authorize: (options: AuthorizeOptions) => Effect.Effect<AuthorizationRequest, ConfigurationError>
  /**
   * Step 2: reads the URL on which the user came back (absolute, or path and query), exchanges the code and stores the
   * session. A transaction is good for one callback: a second one gets `AuthorizationError` with reason `Replayed`.
   */
  readonly callback: (
    redirectUrl: string | URL,
    options: { readonly transaction: string; readonly id?: string | undefined }
  ) => Effect.Effect<UserSession, AuthorizationError | TokenError | TokenStoreError>
  /** Steps 3 and 4: the token source of a stored session; its token is refreshed when needed. */
  readonly session: (
    id: string
  ) => Effect.Effect<TokenSource.TokenSource<"User", UserAuth.Error>, ReauthorizationRequired | TokenStoreError>
  /**
   * The claims of OpenID Connect's userinfo endpoint. Their `sub` must be the id_token's (OpenID Connect Core section
   * 5.3.2): else `AuthorizationError`, and the claims are another user's.
   */
  readonly userinfo: (
    id: string
  ) => Effect.Effect<
    Redacted.Redacted<IdToken.Claims>,
    UserAuth.Error | OrangeHttpClient.Error | AuthorizationError
  >
  /** Ends a session here. Orange documents no revocation endpoint: its token lives on at Orange until it expires. */
  readonly forget: (id: string) => Effect.Effect<void, TokenStoreError>
}

/**
 * What to ask of the user.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { AuthorizationCode } from "@effect-orange/core"
 *
 * const options: AuthorizationCode.AuthorizeOptions = { scopes: ["openid"], prompt: "login", uiLocales: ["fr"] }
 * ```
 */
export interface AuthorizeOptions {
  /** At least one: Orange demands the parameter. `openid` brings an id_token where the server gives one. */
  readonly scopes: ReadonlyArray<string>
  /** Scopes without which the log-in fails with `AuthorizationError` (`Scope`). None by default: see `missingScopes`. */
  readonly requiredScopes?: ReadonlyArray<string> | undefined
  /** Another registered redirect URI than the layer's. */
  readonly redirectUri?: string | undefined
  /** `acr_values`: levels of assurance by preference. */
  readonly acrValues?: ReadonlyArray<string> | undefined
  /** `login_hint`: who logs in, such as `tel:+33…` (needed on the playground). Personal data: it stands in the URL. */
  readonly loginHint?: Redacted.Redacted<string> | undefined
  /** `prompt`: `login`, `consent`, `select_account` or `none`. */
  readonly prompt?: string | undefined
  /** `ui_locales`: languages by preference. */
  readonly uiLocales?: ReadonlyArray<string> | undefined
  /** Further parameters, by name. Those that the grant sets itself are refused. */
  readonly parameters?: Readonly<Record<string, string>> | undefined
}

/**
 * Where to send the user, and what to keep meanwhile. Both are secrets of this log-in: printing the object shows neither.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { AuthorizationCode } from "@effect-orange/core"
 * import { HttpServerResponse } from "@effect/platform"
 * import { Effect } from "effect"
 *
 * const start = Effect.gen(function*() {
 *   const grant = yield* AuthorizationCode.AuthorizationCode
 *   const { transaction, url } = yield* grant.authorize({ scopes: ["openid"] })
 *   return yield* HttpServerResponse.redirect(url).pipe(
 *     HttpServerResponse.setCookie("login", transaction, { httpOnly: true, secure: true, sameSite: "lax" })
 *   )
 * })
 * ```
 */
export class AuthorizationRequest {
  /** The authorize URL, state and all. */
  readonly url: string
  /** One sealed string: state, nonce, PKCE verifier, redirect_uri, expiry. */
  readonly transaction: string

  constructor(options: { readonly url: string; readonly transaction: string }) {
    this.url = options.url
    this.transaction = options.transaction
  }
  toJSON(): unknown {
    return { url: "<redacted>", transaction: "<redacted>" }
  }
  toString(): string {
    return "AuthorizationRequest(<redacted>)"
  }
  [NodeInspectSymbol](): string {
    return this.toString()
  }
}

/**
 * A stored session, as the callback made it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { AuthorizationCode } from "@effect-orange/core"
 *
 * const isComplete = (session: AuthorizationCode.UserSession) => session.missingScopes.length === 0
 * ```
 */
export class UserSession {
  /** The key to `session` and `forget`: whoever has it acts for the user. */
  readonly id: string
  /** The scopes granted. */
  readonly scopes: ReadonlyArray<string>
  /** Scopes asked for and not granted: the user may refuse some. */
  readonly missingScopes: ReadonlyArray<string>
  /** Whether there is a refresh token; without one the user logs in again when the access token is over. */
  readonly isRefreshable: boolean
  /** The claims of the verified id_token, where one came and could be verified. */
  readonly claims: Option.Option<Redacted.Redacted<IdToken.Claims>>

  constructor(options: {
    readonly id: string
    readonly scopes: ReadonlyArray<string>
    readonly missingScopes: ReadonlyArray<string>
    readonly isRefreshable: boolean
    readonly claims: Option.Option<Redacted.Redacted<IdToken.Claims>>
  }) {
    this.id = options.id
    this.scopes = options.scopes
    this.missingScopes = options.missingScopes
    this.isRefreshable = options.isRefreshable
    this.claims = options.claims
  }
  toJSON(): unknown {
    return { id: "<redacted>", scopes: this.scopes, missingScopes: this.missingScopes, isRefreshable: this.isRefreshable }
  }
  toString(): string {
    return `UserSession(${this.scopes.join(" ")})`
  }
  [NodeInspectSymbol](): string {
    return this.toString()
  }
}

/**
 * How the grant is used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { AuthorizationCode, Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: AuthorizationCode.Options = {
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   redirectUri: "https://app.example/callback"
 * }
 * ```
 */
export interface Options {
  /** Which surface of Orange. `Environment.production` by default. */
  readonly environment?: Environment.Environment | undefined
  /** How the application proves itself; `Credentials.rotating` lets its secret be exchanged. */
  readonly credentials: Credentials.Credentials | Credentials.RotatingCredentials
  /** The redirect URI as registered in the portal: it must be the very same string. */
  readonly redirectUri: string
  /** How long a user may take between `authorize` and `callback`. 10 minutes by default. */
  readonly transactionLifetime?: Duration.DurationInput | undefined
  /** How long a session is kept after its last refresh. 90 days by default; Orange documents no life of refresh tokens. */
  readonly retainSessions?: Duration.DurationInput | undefined
  /** Renewal ahead of the end, as for `ClientCredentials`. 30 s by default. */
  readonly renewAhead?: Duration.DurationInput | undefined
  /** Time for one token request. 30 s by default: cutting a refresh short may cost the session. */
  readonly timeout?: Duration.DurationInput | undefined
  /** How long a caller waits for a refresh, which goes on without them. 30 s by default. */
  readonly maxWait?: Duration.DurationInput | undefined
  /** Retries of what was provably not used up. `RetryPolicy.tokenEndpoint` by default. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  /**
   * Whether a refresh token whose answer was lost may be sent again: `Observed` (the default) where the server was seen
   * not to rotate, `Never`, or `Harmless` if you know that it does not.
   */
  readonly replay?: "Observed" | "Never" | "Harmless" | undefined
  /**
   * How long a session may be in doubt (`RefreshInDoubt`) once the answer of a refresh should have come, before the user is
   * sent to log in again: a process that was only stopped commits late, and the doubt resolves. 30 s by default.
   */
  readonly maxDoubt?: Duration.DurationInput | undefined
  /** How many sessions' tokens are held in memory. 10,000 by default. */
  readonly capacity?: number | undefined
  /** How many processes share the budget while the store is away, as for `ClientCredentials.layerShared`. 1 by default. */
  readonly replicas?: number | undefined
  /**
   * Whether sessions whose refresh tokens may rotate are kept in a `Volatile` store. Refused by default: a fail-over that
   * loses the last write brings a spent refresh token back, and a server that rotates ends the session when it is sent.
   * Not needed with `replay: "Harmless"`.
   */
  readonly allowVolatile?: boolean | undefined
}

const decodeClaims = Schema.decodeUnknown(
  Schema.Struct({ sub: Schema.NonEmptyString }, { key: Schema.String, value: Schema.Unknown })
)

/** What the endpoint answers, through the client that API calls go through. */
const askUserinfo = (userinfoUrl: string, source: TokenSource.TokenSource<"User", UserAuth.Error>) =>
  Effect.gen(function*() {
    const orange = yield* OrangeHttpClient.make(source, { api: "userinfo" })
    const response = yield* orange.get(userinfoUrl).pipe(OrangeHttpClient.withCallOptions({ operation: "userinfo" }))
    const malformed = (reason: "json" | "schema", paths: ReadonlyArray<string>) =>
      new MalformedResponseError({ reason, paths, status: response.status, target: userinfoUrl })
    const body = yield* Effect.mapError(response.json, () => malformed("json", []))
    return yield* Effect.mapError(decodeClaims(body), () => malformed("schema", ["sub"]))
  })

/**
 * The grant. Fails if the environment has no log-in of users, the redirect URI is not one, or the store is `Volatile` and
 * that was not allowed.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { AuthorizationCode, Credentials } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const url = AuthorizationCode.make({
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   redirectUri: "https://app.example/callback"
 * }).pipe(Effect.flatMap((grant) => grant.authorize({ scopes: ["openid"] })))
 * ```
 */
export const make = (
  options: Options
): Effect.Effect<
  Service,
  ConfigurationError,
  HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal | Scope.Scope
> =>
  Effect.gen(function*() {
    const grant = yield* UserGrant.make(options)
    const login = yield* Login.make(grant, options)
    const sessions = yield* Sessions.make(grant, options)
    const client = yield* HttpClient.HttpClient

    const authorize: Service["authorize"] = Effect.fn("AuthorizationCode.authorize")(function*(asked) {
      return new AuthorizationRequest(yield* login.begin(asked))
    })

    const callback: Service["callback"] = Effect.fn("AuthorizationCode.callback")(function*(redirectUrl, given) {
      const loggedIn = yield* login.complete(redirectUrl, given.transaction)
      const { claims, requestedScopes, scopes, tokens } = loggedIn
      const id = given.id ?? (yield* randomToken)
      yield* sessions.begin(id, loggedIn)
      return new UserSession({
        id,
        scopes,
        missingScopes: requestedScopes.filter((name) => !scopes.includes(name)),
        isRefreshable: tokens.refreshToken !== undefined,
        claims
      })
    })

    const session: Service["session"] = Effect.fn("AuthorizationCode.session")(sessions.source)

    const userinfo: Service["userinfo"] = Effect.fn("AuthorizationCode.userinfo")(function*(id) {
      const { userinfoUrl } = grant.environment
      if (userinfoUrl === undefined) {
        return yield* new InvalidRequestError({ operation: "userinfo", field: "environment.userinfoUrl", problem: "is missing" })
      }
      const claims = yield* Effect.provideService(askUserinfo(userinfoUrl, yield* session(id)), HttpClient.HttpClient, client)
      const subject = yield* sessions.subject(id)
      if (subject !== undefined && claims.sub !== subject) {
        return yield* new AuthorizationError({ reason: "IdToken", detail: "the sub of userinfo is not the id_token's" })
      }
      return Redacted.make<IdToken.Claims>(claims)
    })

    const forget: Service["forget"] = Effect.fn("AuthorizationCode.forget")(sessions.end)

    return { authorize, callback, session, userinfo, forget }
  })

/**
 * Provides `AuthorizationCode`. Sessions are kept in the `TokenStore`, sealed by the `TokenSeal`.
 *
 * Where refresh tokens rotate, give it an `HttpClient` that keeps no connection, such as `NodeHttpClient.layer` of
 * @effect/platform-node: a process that was stopped may send on a kept one that is closed by then, and nobody can tell
 * whether its refresh token was used.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AuthorizationCode, Credentials, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer, Redacted } from "effect"
 *
 * const Login = AuthorizationCode.layer({
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   redirectUri: "https://app.example/callback"
 * }).pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral, FetchHttpClient.layer]))
 * ```
 */
export const layer = (
  options: Options
): Layer.Layer<
  AuthorizationCode,
  ConfigurationError,
  HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal
> => Layer.scoped(AuthorizationCode, make(options))

/**
 * `layer` from the configuration: what `ClientCredentials.layerConfig` reads, and `ORANGE_REDIRECT_URI`. Each option can
 * be given as a value or as a `Config` of it.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AuthorizationCode, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const Login = AuthorizationCode.layerConfig({ transactionLifetime: "5 minutes" }).pipe(
 *   Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral])
 * )
 * ```
 */
export const layerConfig = (
  options: ConfigOptions.Wrapped<Options> = {}
): Layer.Layer<
  AuthorizationCode,
  ConfigurationError | ConfigError.ConfigError,
  HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal
> =>
  Layer.scoped(
    AuthorizationCode,
    Effect.flatMap(
      ConfigOptions.unwrapGrant<Options>(options, { redirectUri: Config.string("ORANGE_REDIRECT_URI") }),
      make
    )
  )
