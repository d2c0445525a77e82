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
import type { TokenError } from "./TokenEndpoint.js"
import * as TokenEndpoint from "./TokenEndpoint.js"
import type * as TokenSource from "./TokenSource.js"
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
  /** How the application proves itself. */
  readonly credentials: Credentials.Credentials
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
  Effect.gen(function*() {
    const environment = options.environment ?? Environment.production
    const policy = options.retry ?? RetryPolicy.tokenEndpoint
    const timeout = options.timeout ?? "10 seconds"
    const client = yield* HttpClient.HttpClient
    const tokenClient = yield* TokenClient.make({ environment, credentials: options.credentials, client, timeout })
    const request = TokenEndpoint.clientCredentialsRequest({
      url: environment.tokenUrl,
      credentials: options.credentials,
      scopes: options.scopes ?? []
    })

    const attempt = Effect.zipRight(
      tokenClient.takeBudget(environment.tokenUrl),
      tokenClient.send("client_credentials", request, TokenEndpoint.clientCredentialsResponse)
    )
    const limit = Math.max(Time.millis(policy.totalLimit), Time.millis(timeout))
    const persistent = Retry.withPolicy(policy)(attempt, { while: mayBeSentAgain, retryAfter: Failures.retryAfterOf }).pipe(
      Effect.timeoutFail({
        duration: limit,
        onTimeout: () => new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: environment.tokenUrl })
      })
    )
    const holder = yield* TokenHolder.make<TokenError>({
      target: environment.tokenUrl,
      // Ahead of time one attempt is enough: the holder itself tries again while the old token lasts.
      fetch: ({ urgency }) =>
        Effect.map(urgency === "foreground" ? persistent : attempt, ({ requestedAt, tokens }) => ({
          value: tokens.accessToken,
          scopes: tokens.scopes ?? options.scopes ?? [],
          lifetime: tokens.lifetime,
          requestedAt
        })),
      renewalWindow: TokenHolder.proportionalWindow(Time.millis(options.renewAhead ?? "30 seconds")),
      blocking: Failures.blocking
    })
    return { kind: "App", environment, token: holder.token, renew: holder.renew, accepted: holder.accepted }
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
