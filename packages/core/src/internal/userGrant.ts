import * as HttpClient from "@effect/platform/HttpClient"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Options } from "../AuthorizationCode.js"
import { ConfigurationError } from "../ConfigurationError.js"
import * as Environment from "../Environment.js"
import * as IdToken from "../IdToken.js"
import * as RetryPolicy from "../RetryPolicy.js"
import * as TokenSeal from "../TokenSeal.js"
import * as TokenStore from "../TokenStore.js"
import * as TokenClient from "./tokenClient.js"

/** What a log-in and the session after it share: where, as whom, and over what. */
export interface UserGrant {
  readonly environment: Environment.Environment
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly clientId: string
  /** Whose states and sessions they are: in each key, and in what each record is sealed with. */
  readonly owner: string
  readonly policy: RetryPolicy.RetryPolicy
  readonly timeout: NonNullable<Options["timeout"]>
  readonly tokenClient: TokenClient.TokenClient
  readonly verifier: IdToken.Verifier
  readonly store: TokenStore.Service
  readonly seal: TokenSeal.Service
}

/** User endpoints are optional in an environment: Orange Sonatel has none. */
const userEndpoints = (environment: Environment.Environment) => {
  const { authorizeUrl, userTokenUrl } = environment
  const missing = authorizeUrl === undefined ? "authorizeUrl" : "userTokenUrl"
  return authorizeUrl === undefined || userTokenUrl === undefined
    ? new ConfigurationError({ field: `environment.${missing}`, problem: "is missing; this environment offers no log-in of users" })
    : Effect.succeed({ authorizeUrl, tokenUrl: userTokenUrl })
}

/** A lost write brings back a refresh token that was used: only a server that does not rotate them takes it twice. */
const checkDurability = ({ durability }: TokenStore.Service, { allowVolatile, replay }: Options): Effect.Effect<void, ConfigurationError> =>
  durability !== "Volatile" || allowVolatile === true || replay === "Harmless" ? Effect.void : new ConfigurationError({
    field: "store",
    problem: "is Volatile: after a fail-over it may give back a refresh token that was used, and a server that rotates them then " +
      "ends the session. Use a Durable one such as PostgreSQL; or set allowVolatile to take the risk, or replay: \"Harmless\" if " +
      "your server does not rotate"
  })

export const make = (
  options: Options
): Effect.Effect<UserGrant, ConfigurationError, HttpClient.HttpClient | TokenStore.TokenStore | TokenSeal.TokenSeal | Scope.Scope> =>
  Effect.gen(function*() {
    const { credentials } = options
    const { clientId } = credentials
    const environment = options.environment ?? Environment.production
    const endpoints = yield* userEndpoints(environment)
    const timeout = options.timeout ?? "30 seconds"
    const client = yield* HttpClient.HttpClient
    const store = yield* TokenStore.TokenStore
    yield* checkDurability(store, options)
    return {
      environment,
      ...endpoints,
      clientId,
      owner: `${endpoints.tokenUrl} ${clientId}`,
      policy: options.retry ?? RetryPolicy.tokenEndpoint,
      timeout,
      tokenClient: yield* TokenClient.make({ environment, credentials, client, timeout, store, replicas: options.replicas }),
      verifier: yield* IdToken.make(environment),
      store,
      seal: yield* TokenSeal.TokenSeal
    }
  })
