/**
 * The U2M grant: "log in with Orange" ("OAuth U2M in a nutshell"; RFC 6749 section 4.1, OpenID Connect Core section 3.1).
 *
 * `authorize` makes the URL that the user's browser is sent to, `callback` reads the URL on which it comes back and
 * stores the session, `session` gives the token source of one user, which refreshes by itself.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Function from "effect/Function"
import { NodeInspectSymbol } from "effect/Inspectable"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import { InvalidRequestError } from "./ApiError.js"
import { ConfigurationError } from "./ConfigurationError.js"
import * as Credentials from "./Credentials.js"
import * as Environment from "./Environment.js"
import * as IdToken from "./IdToken.js"
import * as Absence from "./internal/absence.js"
import * as AuthorizeUrl from "./internal/authorizeUrl.js"
import * as ConfigOptions from "./internal/config.js"
import * as Failures from "./internal/failures.js"
import { Lru } from "./internal/lru.js"
import * as Refresh from "./internal/refresh.js"
import * as Retry from "./internal/retry.js"
import { randomToken, sha256 } from "./internal/secureRandom.js"
import * as SessionRecord from "./internal/sessionRecord.js"
import * as Time from "./internal/time.js"
import * as TokenClient from "./internal/tokenClient.js"
import * as TokenHolder from "./internal/tokenHolder.js"
import * as Transaction from "./internal/transaction.js"
import { AuthorizationError, MalformedResponseError, ReauthorizationRequired, type TokenStoreError, TransportError } from "./OAuthError.js"
import * as OrangeHttpClient from "./OrangeHttpClient.js"
import * as RetryPolicy from "./RetryPolicy.js"
import type { TokenError, UserTokens } from "./TokenEndpoint.js"
import * as TokenEndpoint from "./TokenEndpoint.js"
import * as TokenSeal from "./TokenSeal.js"
import type * as TokenSource from "./TokenSource.js"
import * as TokenStore from "./TokenStore.js"
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

/** User endpoints are optional in an environment: Orange Sonatel has none. */
const userEndpoints = (environment: Environment.Environment) => {
  const { authorizeUrl, userTokenUrl } = environment
  const missing = authorizeUrl === undefined ? "authorizeUrl" : "userTokenUrl"
  return authorizeUrl === undefined || userTokenUrl === undefined
    ? new ConfigurationError({ field: `environment.${missing}`, problem: "is missing; this environment offers no log-in of users" })
    : Effect.succeed({ authorizeUrl, userTokenUrl })
}

/** A user waits for it: some 700 ms beside the store's own time limit. */
const briefly = {
  schedule: Schedule.intersect(Schedule.exponential("100 millis"), Schedule.recurs(3)),
  while: (error: TokenStoreError) => error.isRetryable
}

const decodeClaims = Schema.decodeUnknown(
  Schema.Struct({ sub: Schema.NonEmptyString }, { key: Schema.String, value: Schema.Unknown })
)

/** A lost write brings back a refresh token that was used: only a server that does not rotate them takes it twice. */
const checkDurability = ({ durability }: TokenStore.Service, { allowVolatile, replay }: Options): Effect.Effect<void, ConfigurationError> =>
  durability !== "Volatile" || allowVolatile === true || replay === "Harmless" ? Effect.void : new ConfigurationError({
    field: "store",
    problem: "is Volatile: after a fail-over it may give back a refresh token that was used, and a server that rotates them then " +
      "ends the session. Use a Durable one such as PostgreSQL; or set allowVolatile to take the risk, or replay: \"Harmless\" if " +
      "your server does not rotate"
  })

/** One per session, as long as it is in use: what is known of its token, and of APIs that refuse it, hangs on it. */
type SessionSource = TokenSource.TokenSource<"User", UserAuth.Error> & Pick<TokenHolder.TokenHolder<UserAuth.Error>, "isBusy">

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
    const environment = options.environment ?? Environment.production
    const { credentials } = options
    const { clientId } = credentials
    const { authorizeUrl, userTokenUrl: tokenUrl } = yield* userEndpoints(environment)
    const layerRedirectUri = yield* AuthorizeUrl.checkRedirectUri(options.redirectUri)
    const policy = options.retry ?? RetryPolicy.tokenEndpoint
    const timeout = options.timeout ?? "30 seconds"
    const transactionLifetime = Time.millis(options.transactionLifetime ?? "10 minutes")
    const retain = Duration.decode(options.retainSessions ?? "90 days")
    const renewAhead = Time.millis(options.renewAhead ?? "30 seconds")

    const client = yield* HttpClient.HttpClient
    const store = yield* TokenStore.TokenStore
    yield* checkDurability(store, options)
    const seal = yield* TokenSeal.TokenSeal
    const codec = yield* SessionRecord.codec
    const scope = yield* Effect.scope
    const verifier = yield* IdToken.make(environment)
    const tokenClient = yield* TokenClient.make({ environment, credentials, client, timeout, store, replicas: options.replicas })
    const owner = `${tokenUrl} ${clientId}`
    const transactionContext = `transaction ${owner}`
    const absence = Absence.make(scope)
    const sources = new Lru<TokenStore.Key, SessionSource>(options.capacity ?? 10_000, (source) => source.isBusy())

    const sessionKey = (id: string): Effect.Effect<TokenStore.Key> =>
      Effect.map(sha256(`${owner} ${id}`), (hash) => `session:${hash}`)
    const sessionContext = (key: TokenStore.Key): string => `${owner} ${key}`

    const authorize: Service["authorize"] = Effect.fn("AuthorizationCode.authorize")(function*(asked) {
      const { redirectUri, scopes } = yield* AuthorizeUrl.check(asked, layerRedirectUri)
      const state = yield* randomToken
      const nonce = scopes.includes("openid") ? yield* randomToken : undefined
      const codeVerifier = environment.pkce ? yield* randomToken : undefined
      const now = yield* Clock.currentTimeMillis
      const content: Transaction.Transaction = {
        t: 1,
        state,
        nonce,
        codeVerifier,
        redirectUri,
        issuer: environment.issuer,
        tokenUrl,
        clientId,
        scopes,
        requiredScopes: asked.requiredScopes ?? [],
        expiresAt: now + transactionLifetime
      }
      const transaction = yield* seal.seal(Redacted.make(JSON.stringify(content)), transactionContext)
      const codeChallenge = codeVerifier === undefined ? undefined : yield* sha256(codeVerifier)
      const url = AuthorizeUrl.build({ authorizeUrl, clientId, scopes, redirectUri, state, nonce, codeChallenge }, asked)
      return new AuthorizationRequest({ url, transaction: Redacted.value(transaction) })
    })

    const openTransaction = (text: string): Effect.Effect<Transaction.Transaction, AuthorizationError> =>
      seal.open(Redacted.make(text), transactionContext).pipe(
        Effect.mapError(() => new AuthorizationError({ reason: "Transaction", detail: "it does not open" })),
        Effect.flatMap((opened) =>
          Effect.flatMap(Clock.currentTimeMillis, (now) => Transaction.open(opened, { clientId, tokenUrl, now })))
      )

    /** The state is good for one callback in the whole fleet: the first claim wins, whatever becomes of it. */
    const consume = ({ expiresAt, state }: Transaction.Transaction): Effect.Effect<void, AuthorizationError | TokenStoreError> =>
      Effect.gen(function*() {
        const key = `state:${yield* sha256(`${owner} ${state}`)}`
        const holder = yield* randomToken
        const ttl = Duration.millis(Math.max(1_000, expiresAt - (yield* Clock.currentTimeMillis)))
        const claim = yield* store.claim(key, { version: 0, holder, ttl, takeover: "Never" })
        if (claim._tag !== "Claimed") {
          return yield* new AuthorizationError({ reason: "Replayed", detail: "its state was used before" })
        }
      })

    /** The code is sent again only if it was provably not used; any other silence ends the log-in. */
    const exchange = (code: string, transaction: Transaction.Transaction): Effect.Effect<TokenClient.Received<UserTokens>, AuthorizationError | TokenError> => {
      const request = (credentials: Credentials.Credentials) => TokenEndpoint.authorizationCodeRequest({
        url: tokenUrl,
        credentials,
        code: Redacted.make(code),
        redirectUri: transaction.redirectUri,
        codeVerifier: transaction.codeVerifier === undefined ? undefined : Redacted.make(transaction.codeVerifier)
      })
      return tokenClient.takeBudget("authorization_code", tokenUrl).pipe(
        Effect.zipRight(Retry.withPolicy(policy)(
          tokenClient.send("authorization_code", request, TokenEndpoint.authorizationCodeResponse),
          { while: Refresh.isProvablyUnused, retryAfter: Failures.retryAfterOf }
        )),
        Effect.mapError((error) =>
          Refresh.isDoubt(error) ? new AuthorizationError({ reason: "ExchangeInDoubt", detail: error.message }) : error)
      )
    }

    const verifyIdToken = (
      tokens: UserTokens,
      transaction: Transaction.Transaction
    ): Effect.Effect<Option.Option<Redacted.Redacted<IdToken.Claims>>, AuthorizationError> => {
      const fail = (detail: string) => Effect.fail(new AuthorizationError({ reason: "IdToken", detail }))
      const required = environment.idToken === "required" && transaction.scopes.includes("openid")
      if (tokens.idToken === undefined) return required ? fail("the server sent none") : Effect.succeed(Option.none())
      if (!verifier.canVerify) {
        return required ? fail("the environment names no keys to verify it with") : Effect.succeed(Option.none())
      }
      return verifier.verify(tokens.idToken, {
        clientId,
        nonce: transaction.nonce === undefined ? undefined : Redacted.make(transaction.nonce),
        subject: undefined
      }).pipe(
        Effect.map(Option.some),
        Effect.catchTag("KeysUnavailable", (error) => fail(error.message))
      )
    }

    const callback: Service["callback"] = Effect.fn("AuthorizationCode.callback")(function*(redirectUrl, { id, transaction: text }) {
      const transaction = yield* openTransaction(text)
      const redirect = yield* Transaction.readRedirect(redirectUrl, transaction)
      yield* consume(transaction)
      const { requestedAt, tokens } = yield* exchange(redirect.code, transaction)
      const scopes = tokens.scopes ?? redirect.scopes ?? transaction.scopes
      const lacking = transaction.requiredScopes.filter((name) => !scopes.includes(name))
      if (lacking.length > 0) {
        return yield* new AuthorizationError({ reason: "Scope", detail: `not granted: ${lacking.join(" ")}` })
      }
      const claims = yield* verifyIdToken(tokens, transaction)
      const sessionId = id ?? (yield* randomToken)
      const key = yield* sessionKey(sessionId)
      const now = yield* Time.monotonicNow
      const record = SessionRecord.fromTokens({
        tokens: { ...tokens, scopes },
        previous: undefined,
        requestedScopes: transaction.scopes,
        subject: Option.getOrUndefined(Option.map(claims, (verified) => Redacted.value(verified).sub)),
        elapsed: Math.max(0, now - requestedAt.mono)
      })
      const sealed = yield* seal.seal(codec.encode(record), sessionContext(key))
      // The tokens exist nowhere else, and writing them twice does no harm.
      yield* Effect.retry(store.replace(key, Option.some(sealed), retain), briefly)
      sources.delete(key)
      return new UserSession({
        id: sessionId,
        scopes,
        missingScopes: transaction.scopes.filter((name) => !scopes.includes(name)),
        isRefreshable: tokens.refreshToken !== undefined,
        claims
      })
    })

    /** Elsewhere renewed too: ahead enough that a doubt can resolve before anyone waits. */
    const renewalWindow = store.durability === "Process"
      ? TokenHolder.proportionalWindow(renewAhead)
      : (lifetime: number) => ({ earliest: lifetime * 0.25, latest: lifetime * 0.2 })

    const makeSource = (key: TokenStore.Key): Effect.Effect<SessionSource> =>
      TokenHolder.make<UserAuth.Error>({
        target: tokenUrl,
        fetch: Refresh.make({
          key,
          store,
          seal,
          sealContext: sessionContext(key),
          codec,
          tokenClient,
          verifier,
          tokenUrl,
          clientId,
          policy,
          timeout,
          retain,
          replay: options.replay ?? "Observed",
          maxDoubt: options.maxDoubt ?? "30 seconds",
          scope
        }),
        renewalWindow,
        blocking: Failures.blocking,
        revision: tokenClient.revision,
        waitLimit: {
          duration: options.maxWait ?? "30 seconds",
          onTimeout: () => new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: tokenUrl })
        }
      }).pipe(
        Effect.map((holder): SessionSource => ({ kind: "User", environment, ...holder })),
        Effect.provideService(Scope.Scope, scope)
      )

    const find = (key: TokenStore.Key): Effect.Effect<SessionSource, ReauthorizationRequired | TokenStoreError> =>
      Effect.gen(function*() {
        const entry = yield* store.read(key)
        if (Option.isNone(entry)) {
          const wasKnown = sources.get(key) !== undefined
          sources.delete(key)
          return yield* wasKnown ? Refresh.absent(store, key) : new ReauthorizationRequired({ reason: "NoGrant" })
        }
        return sources.get(key) ?? sources.getOrMake(key, Function.constant(yield* makeSource(key)))
      })

    const session: Service["session"] = Effect.fn("AuthorizationCode.session")(function*(id) {
      const key = yield* sessionKey(id)
      const known = sources.get(key)
      // While the store is away, a session that this process knows goes on until its access token ends.
      return yield* known === undefined ? find(key) : absence.outlast(find(key), known)
    })

    const readRecord = (key: TokenStore.Key, entry: TokenStore.Entry) =>
      Effect.flatMap(seal.open(entry.sealed, sessionContext(key)), codec.decode)

    const userinfo: Service["userinfo"] = Effect.fn("AuthorizationCode.userinfo")(function*(id) {
      const operation = "userinfo"
      const { userinfoUrl } = environment
      if (userinfoUrl === undefined) {
        return yield* new InvalidRequestError({ operation, field: "environment.userinfoUrl", problem: "is missing" })
      }
      const source = yield* session(id)
      const orange = yield* OrangeHttpClient.make(source, { api: operation }).pipe(Effect.provideService(HttpClient.HttpClient, client))
      const response = yield* orange.get(userinfoUrl).pipe(OrangeHttpClient.withCallOptions({ operation }))
      const malformed = (reason: "json" | "schema", paths: ReadonlyArray<string>) =>
        new MalformedResponseError({ reason, paths, status: response.status, target: userinfoUrl })
      const body = yield* Effect.mapError(response.json, () => malformed("json", []))
      const claims = yield* Effect.mapError(decodeClaims(body), () => malformed("schema", ["sub"]))
      const key = yield* sessionKey(id)
      const entry = yield* store.read(key)
      const subject = Option.isSome(entry) ? (yield* readRecord(key, entry.value)).subject : undefined
      if (subject !== undefined && claims.sub !== subject) {
        return yield* new AuthorizationError({ reason: "IdToken", detail: "the sub of userinfo is not the id_token's" })
      }
      return Redacted.make<IdToken.Claims>(claims)
    })

    const forget: Service["forget"] = Effect.fn("AuthorizationCode.forget")(function*(id) {
      const key = yield* sessionKey(id)
      yield* store.replace(key, Option.none(), Duration.minutes(10))
      sources.delete(key)
    })

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
