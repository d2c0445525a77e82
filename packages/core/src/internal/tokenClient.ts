import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { Credentials, RotatingCredentials } from "../Credentials.js"
import type { Environment } from "../Environment.js"
import type { ThrottledError } from "../OAuthError.js"
import * as RequestBudget from "../RequestBudget.js"
import * as Telemetry from "../Telemetry.js"
import type { TokenAnswer, TokenError, TokenRequest } from "../TokenEndpoint.js"
import * as TokenStore from "../TokenStore.js"
import * as ClientAssertion from "./clientAssertion.js"
import * as Metrics from "./metrics.js"
import * as Redaction from "./redaction.js"
import * as Rotation from "./rotation.js"
import * as Time from "./time.js"
import * as Transport from "./transport.js"

/** What a token request brought, and the instant before it was sent: lives are counted from there. */
export interface Received<A> {
  readonly tokens: A
  readonly requestedAt: Time.Instant
}

type Grant = "client_credentials" | "authorization_code" | "refresh_token" | "backchannel_authentication" | "ciba"

/** A request out of the credentials that are in use when it is sent. */
type Build = (credentials: Credentials) => TokenRequest

export interface TokenClient {
  /** Sends one token request, once, within the budget. */
  readonly send: <A>(
    grant: Grant,
    request: Build,
    read: (answer: TokenAnswer, request: TokenRequest, now: number) => Either.Either<A, TokenError>,
    /** The monotonic instant at which it was decided to send it. */
    since?: number
  ) => Effect.Effect<Received<A>, TokenError>
  /** Takes one token request from the budget. */
  readonly takeBudget: (grant: Grant, tokenUrl: string) => Effect.Effect<void, ThrottledError>
  /** How often the credentials were exchanged. */
  readonly revision: () => number
}

const countRequest = Metrics.tagged(Telemetry.tokenRequests, "grant", "outcome")

const toHttp = (request: TokenRequest): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.post(request.url).pipe(
    HttpClientRequest.setHeaders({
      accept: "application/json",
      ...(request.authorization === undefined ? {} : { authorization: Redacted.value(request.authorization) })
    }),
    HttpClientRequest.bodyText(Redacted.value(request.body), "application/x-www-form-urlencoded")
  )

/** The budget that was provided, else one that all processes over a shared store have in common, else one of this layer. */
const budgetFor = (store: TokenStore.Service | undefined, replicas: number | undefined) =>
  Effect.flatMap(Effect.serviceOption(RequestBudget.RequestBudget), (provided) => {
    if (Option.isSome(provided)) return Effect.succeed(provided.value)
    return store === undefined || store.durability === "Process"
      ? RequestBudget.make()
      : Effect.provideService(RequestBudget.makeShared({ replicas }), TokenStore.TokenStore, store)
  })

export const make = (options: {
  readonly environment: Environment
  readonly credentials: Credentials | RotatingCredentials
  readonly client: HttpClient.HttpClient
  readonly timeout: Duration.DurationInput
  /** Whom assertions are for: by default where the request goes. */
  readonly tokenUrl?: string | undefined
  /** A store whose other processes send token requests too, and how many they are. */
  readonly store?: TokenStore.Service | undefined
  readonly replicas?: number | undefined
}): Effect.Effect<TokenClient> =>
  Effect.gen(function*() {
    const budget = yield* budgetFor(options.store, options.replicas)

    const inUse = Rotation.of(options.credentials)

    const prove = (request: TokenRequest, credentials: Credentials): Effect.Effect<TokenRequest> =>
      credentials._tag === "PrivateKeyJwt"
        ? ClientAssertion.addTo(request, credentials, options.tokenUrl ?? request.url)
        : Effect.succeed(request)

    const exchange = <A>(
      request: TokenRequest,
      read: (answer: TokenAnswer, request: TokenRequest, now: number) => Either.Either<A, TokenError>,
      since: number | undefined
    ) =>
      Transport.exchange(options.client, toHttp(request), { target: Redaction.endpointOf(request.url), timeout: options.timeout, since }).pipe(
        Effect.flatMap((answer) => Effect.flatMap(Time.now, ({ wall }) => read(answer, request, wall)))
      )

    const send: TokenClient["send"] = (grant, build, read, since) =>
      inUse.use((credentials) => {
        const request = build(credentials)
        const target = Redaction.endpointOf(request.url)
        const record = (outcome: string) =>
          countRequest(grant, outcome).pipe(
            Effect.zipRight(Effect.annotateCurrentSpan("orange.outcome", outcome)),
            Effect.zipRight(Effect.logDebug("token request").pipe(Effect.annotateLogs({ grant, outcome, target })))
          )
        return Effect.flatMap(Effect.zip(Time.now, prove(request, credentials)), ([requestedAt, proven]) =>
          Effect.map(exchange(proven, read, since), (tokens) => ({ tokens, requestedAt }))).pipe(
            Effect.tapBoth({ onSuccess: () => record("ok"), onFailure: (error) => record(error._tag) }),
            Effect.withSpan(Telemetry.spans.token, {
              root: true,
              kind: "client",
              captureStackTrace: false,
              attributes: { "orange.grant": grant, "orange.environment": options.environment.name, "url.template": target }
            }),
            Effect.annotateLogs({ package: "@effect-orange/core" })
          )
      })
    return {
      send,
      revision: inUse.revision,
      takeBudget: (grant, tokenUrl) => budget.tokenRequest({ grant, tokenUrl, clientId: options.credentials.clientId })
    }
  })

