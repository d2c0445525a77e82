/**
 * The 2-legged grant: an application's own token ("2-Legged OAuth in a nutshell"; RFC 6749 section 4.4).
 *
 * One token is kept in the layer's scope and shared by everything that the layer is provided to. It is fetched by the
 * first use, renewed once by the first use after its renewal instant, and never by a timer: an idle process asks for
 * nothing.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as AppAuth from "./AppAuth.js"
import type * as Credentials from "./Credentials.js"
import * as Environment from "./Environment.js"
import * as Config from "./internal/config.js"
import * as Failures from "./internal/failures.js"
import * as Retry from "./internal/retry.js"
import * as Time from "./internal/time.js"
import * as TokenClient from "./internal/tokenClient.js"
import * as TokenHolder from "./internal/tokenHolder.js"
import type { AccessToken } from "./AccessToken.js"
import { sha256 } from "./internal/secureRandom.js"
import * as SessionRecord from "./internal/sessionRecord.js"
import * as SharedToken from "./internal/sharedToken.js"
import type { TokenError } from "./TokenEndpoint.js"
import * as TokenEndpoint from "./TokenEndpoint.js"
import * as TokenSeal from "./TokenSeal.js"
import type * as TokenSource from "./TokenSource.js"
import * as TokenStore from "./TokenStore.js"
import { TransportError } from "./OAuthError.js"
import * as RetryPolicy from "./RetryPolicy.js"

/**
 * How the grant is used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { ClientCredentials, Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: ClientCredentials.Options = {
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * }
 * ```
 */
export interface Options {
  /** Which surface of Orange. `Environment.production` by default. */
  readonly environment?: Environment.Environment | undefined
  /** How the application proves itself; `Credentials.rotating` lets its secret be exchanged. */
  readonly credentials: Credentials.Credentials | Credentials.RotatingCredentials
  /** Scopes to ask for. None by default: Orange's samples ask for none. */
  readonly scopes?: ReadonlyArray<string> | undefined
  /**
   * How long before its end a token is renewed by the first use: W = min(this, a tenth of its life), the instant drawn
   * between W and W/2 before the end. 30 s by default; 0 keeps Orange's "no more than one token request per hour" to the
   * letter.
   */
  readonly renewAhead?: Duration.DurationInput | undefined
  /** Time for one token request and its whole answer. 10 s by default. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Retries after 408, 429, 5xx and transport errors. `RetryPolicy.tokenEndpoint` by default. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
}

/** For one token request and its whole answer. */
const defaultTimeout: Duration.DurationInput = "10 seconds"

/** 408, 429, 5xx and transport errors: asking twice for an application's token costs budget, nothing else. */
const mayBeSentAgain = (error: TokenError): boolean => {
  switch (error._tag) {
    case "OAuthError":
    case "TransportError":
      return error.isRetryable
    case "ThrottledError":
      return error.source === "TokenEndpoint"
    case "MalformedResponseError":
      return false
  }
}

/** Asks for a token, once: where it comes from is the caller's to say. */
type Attempt = (replacing: AccessToken | undefined) => Effect.Effect<TokenHolder.Issued, TokenError>

/** What both ways to keep a token share. `around` makes an attempt out of one that asks Orange. */
const makeSource = (
  options: Options & { readonly store?: TokenStore.Service; readonly replicas?: number | undefined },
  around: (ask: Effect.Effect<TokenHolder.Issued, TokenError>) => Effect.Effect<Attempt>
): Effect.Effect<TokenSource.TokenSource<"App", AppAuth.Error>, never, HttpClient.HttpClient | Scope.Scope> =>
  Effect.gen(function*() {
    const environment = options.environment ?? Environment.production
    const policy = options.retry ?? RetryPolicy.tokenEndpoint
    const timeout = options.timeout ?? defaultTimeout
    const client = yield* HttpClient.HttpClient
    const tokenClient = yield* TokenClient.make({ ...options, environment, client, timeout })
    const request = (credentials: Credentials.Credentials) =>
      TokenEndpoint.clientCredentialsRequest({ url: environment.tokenUrl, credentials, scopes: options.scopes ?? [] })

    const ask = Effect.zipRight(
      tokenClient.takeBudget("client_credentials", environment.tokenUrl),
      tokenClient.send("client_credentials", request, TokenEndpoint.clientCredentialsResponse)
    ).pipe(Effect.map(({ requestedAt, tokens }): TokenHolder.Issued => ({
      value: tokens.accessToken,
      scopes: tokens.scopes ?? options.scopes ?? [],
      lifetime: tokens.lifetime,
      requestedAt
    })))
    const attempt = yield* around(ask)
    const limit = Math.max(Time.millis(policy.totalLimit), Time.millis(timeout))
    const persistent: Attempt = (replacing) =>
      Retry.withPolicy(policy)(attempt(replacing), { while: mayBeSentAgain, retryAfter: Failures.retryAfterOf }).pipe(
        Effect.timeoutFail({
          duration: limit,
          onTimeout: () => new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: environment.tokenUrl })
        })
      )
    const holder = yield* TokenHolder.make<TokenError>({
      target: environment.tokenUrl,
      // Ahead of time one attempt is enough: the holder itself tries again while the old token lasts.
      fetch: ({ replacing, urgency }) => urgency === "foreground" ? persistent(replacing) : attempt(replacing),
      renewalWindow: TokenHolder.proportionalWindow(Time.millis(options.renewAhead ?? "30 seconds")),
      blocking: Failures.blocking,
      revision: tokenClient.revision
    })
    return { kind: "App", environment, token: holder.token, renew: holder.renew, accepted: holder.accepted }
  })

/**
 * The source of an application's token. Its flights end with the scope.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { ClientCredentials, Credentials } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const token = Effect.flatMap(
 *   ClientCredentials.make({ credentials: Credentials.header(Redacted.make("Basic bXktYXBwOnNlY3JldA==")) }),
 *   (source) => source.token
 * )
 * ```
 */
export const make = (
  options: Options
): Effect.Effect<TokenSource.TokenSource<"App", AppAuth.Error>, never, HttpClient.HttpClient | Scope.Scope> =>
  makeSource(options, (ask) => Effect.succeed(() => ask))

/**
 * How a fleet shares its token.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { type ClientCredentials, Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: ClientCredentials.SharedOptions = {
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   replicas: 8
 * }
 * ```
 */
export interface SharedOptions extends Options {
  /** How many processes share the budget while the store is away: each has this part of it. 1 by default. */
  readonly replicas?: number | undefined
}

/**
 * `make` for a fleet: the token is kept in the `TokenStore`, sealed, and all processes with the same token URL, client id
 * and scopes use one. Whoever needs it first asks Orange, under a claim; the others look again until it is there. A holder
 * that dies is taken over when the claim's time is over (the time-out of a request and two seconds). A token that an API
 * rejected is replaced once for all.
 *
 * A store that fails costs the sharing and not the token: each process then asks for itself, within its part of the budget,
 * and says so by a warning and `Telemetry.degraded`. Where no
 * `RequestBudget` is provided, the fleet's token requests are counted in the store (`RequestBudget.makeShared`).
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { ClientCredentials, Credentials } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const token = Effect.flatMap(
 *   ClientCredentials.makeShared({ credentials: Credentials.header(Redacted.make("Basic bXktYXBwOnNlY3JldA==")) }),
 *   (source) => source.token
 * )
 * ```
 */
export const makeShared = (
  options: SharedOptions
): Effect.Effect<
  TokenSource.TokenSource<"App", AppAuth.Error>,
  never,
  HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal | Scope.Scope
> =>
  Effect.gen(function*() {
    const store = yield* TokenStore.TokenStore
    const seal = yield* TokenSeal.TokenSeal
    const codec = yield* SessionRecord.codec
    const { tokenUrl } = options.environment ?? Environment.production
    const context = `app ${tokenUrl} ${options.credentials.clientId} ${[...options.scopes ?? []].sort().join(" ")}`
    const claimTtl = Duration.sum(Duration.decode(options.timeout ?? defaultTimeout), "2 seconds")
    return yield* makeSource({ ...options, store }, (ask) =>
      Effect.map(sha256(context), (hash) =>
        SharedToken.make({ store, seal, codec, key: `app:${hash}`, context, claimTtl, ask })))
  })

/**
 * Provides `AppAuth`. Build it once and provide it to every client of the application: each call of `layer` makes a
 * layer, and so a token, of its own.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { ClientCredentials, Credentials } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer, Redacted } from "effect"
 *
 * const Auth = ClientCredentials.layer({
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * }).pipe(Layer.provide(FetchHttpClient.layer))
 * ```
 */
export const layer = (options: Options): Layer.Layer<AppAuth.AppAuth, never, HttpClient.HttpClient> =>
  Layer.scoped(AppAuth.AppAuth, make(options))

/**
 * `layer` from the configuration: `ORANGE_AUTHORIZATION_HEADER`, or `ORANGE_CLIENT_ID` and `ORANGE_CLIENT_SECRET`;
 * `ORANGE_ENVIRONMENT`, `ORANGE_BASE_URL`, `ORANGE_ISSUER`, `ORANGE_TOKEN_ENDPOINT_AUTH_METHOD`. Each option can be given as a value or as
 * a `Config` of it. Several applications: one layer each, under a `ConfigProvider.nested` prefix.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { ClientCredentials } from "@effect-orange/core"
 * import { ConfigProvider, Layer } from "effect"
 *
 * const prefixed = (prefix: string) =>
 *   ClientCredentials.layerConfig().pipe(
 *     Layer.provide(Layer.setConfigProvider(ConfigProvider.nested(ConfigProvider.fromEnv(), prefix)))
 *   )
 * const SmsAuth = prefixed("SMS")
 * const PaymentAuth = prefixed("PAYMENT")
 * ```
 */
export const layerConfig = (
  options: Config.Wrapped<Options> = {}
): Layer.Layer<AppAuth.AppAuth, ConfigError.ConfigError, HttpClient.HttpClient> =>
  Layer.scoped(AppAuth.AppAuth, Effect.flatMap(Config.unwrapGrant<Options>(options), make))

/**
 * `makeShared` as a layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { ClientCredentials, Credentials, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer, Redacted } from "effect"
 *
 * // In a fleet: a store that all processes share, in place of this one.
 * const Auth = ClientCredentials.layerShared({
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   replicas: 8
 * }).pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerConfig(), FetchHttpClient.layer]))
 * ```
 */
export const layerShared = (
  options: SharedOptions
): Layer.Layer<AppAuth.AppAuth, never, HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal> =>
  Layer.scoped(AppAuth.AppAuth, makeShared(options))
