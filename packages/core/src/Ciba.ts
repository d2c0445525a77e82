/**
 * Client-initiated backchannel authentication (OpenID CIBA Core 1.0, poll mode): a token about a subscriber without a
 * browser. The application names the subscriber and the purpose, the network authenticates them, and the token that comes
 * opens APIs about that subscriber alone. Orange documents it for its network APIs in production; the paths of its
 * endpoints are not confirmed, and have no default: take them from your subscription.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Function from "effect/Function"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as AppAuth from "./AppAuth.js"
import { ConfigurationError } from "./ConfigurationError.js"
import type * as Credentials from "./Credentials.js"
import type * as Environment from "./Environment.js"
import * as Failures from "./internal/failures.js"
import { Lru } from "./internal/lru.js"
import * as Poll from "./internal/poll.js"
import * as Refresh from "./internal/refresh.js"
import * as Retry from "./internal/retry.js"
import { sha256 } from "./internal/secureRandom.js"
import * as TokenClient from "./internal/tokenClient.js"
import * as TokenHolder from "./internal/tokenHolder.js"
import * as RetryPolicy from "./RetryPolicy.js"
import * as TokenEndpoint from "./TokenEndpoint.js"
import type * as TokenSource from "./TokenSource.js"
import type * as UserAuth from "./UserAuth.js"

/**
 * Whom an authentication is about, and what for.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Ciba } from "@effect-orange/core"
 *
 * const request: Ciba.Request = {
 *   loginHint: "tel:+33699901031",
 *   scopes: ["dpv:FraudPreventionAndDetection", "sim-swap:check"]
 * }
 * ```
 */
export interface Request {
  /** The subscriber: `tel:` and the number in its international form. Personal data. */
  readonly loginHint: string
  /** The API's scopes and the purpose (`dpv:…`). `openid` is added. */
  readonly scopes: ReadonlyArray<string>
}

/**
 * What can be done.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import * as SimSwap from "@effect-orange/client-sim-swap"
 * import { Ciba, UserAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const swapped = (loginHint: string) =>
 *   Effect.gen(function*() {
 *     const ciba = yield* Ciba.Ciba
 *     const client = yield* SimSwap.SimSwapUser
 *     const subscriber = yield* ciba.authenticate({ loginHint, scopes: ["dpv:FraudPreventionAndDetection", "sim-swap:check"] })
 *     return yield* client.checkSimSwap({ body: {} }).pipe(Effect.provideService(UserAuth.UserAuth, subscriber))
 *   })
 * ```
 */
export interface Service {
  /**
   * Who says whom a call is about: the `Token`, so that the request must not (CAMARA: 422 UNNECESSARY_IDENTIFIER), or the
   * `Request`, which then must (MISSING_IDENTIFIER).
   */
  readonly identifiedBy: "Token" | "Request"
  /**
   * A subscriber's token for a purpose. Authenticates once for each subscriber and set of scopes, however many ask; the
   * token is kept until its end, and after that the next use authenticates anew. Waits as long as the subscriber has.
   * Fails with `ReauthorizationRequired`: `Denied`, or `Expired` where nobody answered.
   */
  readonly authenticate: (request: Request) => Effect.Effect<TokenSource.TokenSource<"User", UserAuth.Error>, UserAuth.Error>
}

/**
 * The grant, or what stands in for it.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { Ciba } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const mustIdentify = Effect.map(Ciba.Ciba, ({ identifiedBy }) => identifiedBy === "Request")
 * ```
 */
export class Ciba extends Context.Tag("@effect-orange/core/Ciba")<Ciba, Service>() {}

/**
 * How the grant is used.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { type Ciba, Credentials, Environment } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: Ciba.Options = {
 *   environment: Environment.make({
 *     ...Environment.production,
 *     userTokenUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/token",
 *     backchannelUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/bc-authorize"
 *   }),
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * }
 * ```
 */
export interface Options {
  /** One with a `backchannelUrl` and a `userTokenUrl`. */
  readonly environment: Environment.Environment
  /** `Credentials.privateKeyJwt` is what Orange documents for production; Basic is taken too, by its page. */
  readonly credentials: Credentials.Credentials | Credentials.RotatingCredentials
  /** Time for one request and its whole answer. 10 s by default. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Retries of what was certainly not received. `RetryPolicy.tokenEndpoint` by default. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  /** How many subscribers and purposes are remembered, those used last. 10,000 by default. */
  readonly capacity?: number | undefined
}

const endpoints = ({ backchannelUrl, userTokenUrl }: Environment.Environment) => {
  const missing = backchannelUrl === undefined ? "backchannelUrl" : "userTokenUrl"
  return backchannelUrl === undefined || userTokenUrl === undefined
    ? new ConfigurationError({ field: `environment.${missing}`, problem: "is missing; take it from your subscription, since no default is confirmed" })
    : Effect.succeed({ backchannelUrl, tokenUrl: userTokenUrl })
}

type Source = TokenSource.TokenSource<"User", UserAuth.Error> & Pick<TokenHolder.TokenHolder<UserAuth.Error>, "isBusy">

/** In one order, so that two ways to write a purpose are one. */
const scopesOf = (scopes: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(["openid", ...scopes])].sort()

/**
 * The grant. Fails if the environment lacks one of its endpoints. Authentications end with the scope.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Ciba } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const token = (options: Ciba.Options) =>
 *   Ciba.make(options).pipe(
 *     Effect.flatMap((ciba) => ciba.authenticate({ loginHint: "tel:+33699901031", scopes: ["sim-swap:check"] })),
 *     Effect.flatMap((subscriber) => subscriber.token)
 *   )
 * ```
 */
export const make = (options: Options): Effect.Effect<Service, ConfigurationError, HttpClient.HttpClient | Scope.Scope> =>
  Effect.gen(function*() {
    const { credentials, environment } = options
    const { backchannelUrl, tokenUrl } = yield* endpoints(environment)
    const policy = options.retry ?? RetryPolicy.tokenEndpoint
    const client = yield* HttpClient.HttpClient
    const scope = yield* Effect.scope
    const tokenClient = yield* TokenClient.make({ environment, credentials, client, timeout: options.timeout ?? "10 seconds", tokenUrl })
    const sources = new Lru<string, Source>(options.capacity ?? 10_000, (source) => source.isBusy())

    /** Not sent again where it may have arrived: the subscriber would be asked twice. */
    const begin = (loginHint: Redacted.Redacted, scopes: ReadonlyArray<string>) => {
      const request = (credentials: Credentials.Credentials) =>
        TokenEndpoint.backchannelRequest({ url: backchannelUrl, credentials, loginHint, scopes })
      return Effect.zipRight(
        tokenClient.takeBudget("backchannel_authentication", backchannelUrl),
        Retry.withPolicy(policy)(
          tokenClient.send("backchannel_authentication", request, TokenEndpoint.backchannelResponse),
          { while: Refresh.isProvablyUnused, retryAfter: Failures.retryAfterOf }
        )
      )
    }

    const fetch = (loginHint: Redacted.Redacted, scopes: ReadonlyArray<string>) =>
      Effect.flatMap(begin(loginHint, scopes), (begun) => {
        const request = (credentials: Credentials.Credentials) =>
          TokenEndpoint.cibaRequest({ url: tokenUrl, credentials, authReqId: begun.tokens.authReqId })
        const ask = Effect.zipRight(
          tokenClient.takeBudget("ciba", tokenUrl),
          tokenClient.send("ciba", request, TokenEndpoint.authorizationCodeResponse)
        )
        return Effect.map(Poll.until(begun, ask), ({ requestedAt, tokens }): TokenHolder.Issued => ({
          value: tokens.accessToken,
          scopes: tokens.scopes ?? scopes,
          lifetime: tokens.lifetime,
          requestedAt
        }))
      })

    const makeSource = (loginHint: Redacted.Redacted, scopes: ReadonlyArray<string>): Effect.Effect<Source> =>
      TokenHolder.make<UserAuth.Error>({
        target: tokenUrl,
        fetch: () => fetch(loginHint, scopes),
        // Never ahead of time: a subscriber may have to answer, and is asked only when it is needed.
        renewalWindow: () => ({ earliest: 0, latest: 0 }),
        blocking: Failures.blocking,
        revision: tokenClient.revision
      }).pipe(
        Effect.map((holder): Source => ({ kind: "User", environment, ...holder })),
        Effect.provideService(Scope.Scope, scope)
      )

    const authenticate: Service["authenticate"] = Effect.fn("Ciba.authenticate")(function*(asked) {
      const scopes = scopesOf(asked.scopes)
      const key = yield* sha256(`${asked.loginHint} ${scopes.join(" ")}`)
      const source = sources.get(key) ??
        sources.getOrMake(key, Function.constant(yield* makeSource(Redacted.make(asked.loginHint), scopes)))
      yield* source.token
      return source
    })

    return { identifiedBy: "Token", authenticate }
  })

/**
 * Provides `Ciba`.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { Ciba, Credentials, Environment } from "@effect-orange/core"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer, Redacted } from "effect"
 *
 * const Subscribers = Ciba.layer({
 *   environment: Environment.make({
 *     ...Environment.production,
 *     userTokenUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/token",
 *     backchannelUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/bc-authorize"
 *   }),
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * }).pipe(Layer.provide(FetchHttpClient.layer))
 * ```
 */
export const layer = (options: Options): Layer.Layer<Ciba, ConfigurationError, HttpClient.HttpClient> => Layer.scoped(Ciba, make(options))

/**
 * `Ciba` for surfaces that take the application's own token in its place: the playground and the lab of Orange's network
 * APIs. Nobody is authenticated, and the request says whom it is about. The one bridge from an application's token to
 * where a user's belongs.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { Ciba, ClientCredentials, Environment } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const Playground = Ciba.layerTwoLegged.pipe(Layer.provide(ClientCredentials.layerConfig({ environment: Environment.playground })))
 * ```
 */
export const layerTwoLegged: Layer.Layer<Ciba, never, AppAuth.AppAuth> = Layer.effect(
  Ciba,
  Effect.map(AppAuth.AppAuth, (app): Service => {
    const source: TokenSource.TokenSource<"User", UserAuth.Error> = { ...app, kind: "User" }
    return { identifiedBy: "Request", authenticate: () => Effect.as(app.token, source) }
  })
)
