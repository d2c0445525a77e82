/**
 * Where Orange's servers are: plain data, no service. An environment is an option of each grant's layer and travels with
 * the token, so that a client always calls the host and surface that its token was made for (Orange's FQDN rule: "a token
 * must be negotiated on the same FQDN as the API you will call").
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { ConfigurationError } from "./ConfigurationError.js"

/**
 * One surface of Orange: an API host and the authorization server that opens it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 *
 * const staging: Environment.Environment = Environment.make({ ...Environment.production, name: "via our egress proxy", baseUrl: "https://orange.proxy.example" })
 * ```
 */
export interface Environment {
  /** A name for logs and metrics. */
  readonly name: string
  /** Where the APIs are; paths are appended to it. https, or http on loopback. */
  readonly baseUrl: string
  /** The issuer of id_tokens and of `iss` in redirects. Orange France's is not the API host. */
  readonly issuer: string
  /** Token endpoint of the 2-legged grant. */
  readonly tokenUrl: string
  /** Token endpoint of the U2M grant: code exchange and refresh. */
  readonly userTokenUrl: string | undefined
  /** Authorization endpoint of the U2M grant. */
  readonly authorizeUrl: string | undefined
  /** OpenID Connect userinfo endpoint. */
  readonly userinfoUrl: string | undefined
  /** Where the keys of id_tokens are (RFC 7517). */
  readonly jwksUrl: string | undefined
  /** OpenID Connect discovery document, read only for `jwks_uri` where `jwksUrl` is not known. */
  readonly discoveryUrl: string | undefined
  /** Backchannel authentication endpoint (CIBA). */
  readonly backchannelUrl: string | undefined
  /** Other origins that may see this environment's tokens. */
  readonly trustedOrigins: ReadonlyArray<string>
  /** Whether PKCE (RFC 7636, S256) is sent. Servers that do not know it ignore it (RFC 6749 section 3.1). */
  readonly pkce: boolean
  /** Whether a log-in with the `openid` scope must bring an id_token. One that comes is always verified. */
  readonly idToken: "optional" | "required"
  /** Signature algorithms accepted for id_tokens. `none` and HS* are refused. */
  readonly idTokenAlgorithms: ReadonlyArray<string>
  /**
   * Values for variables of documents' servers, where the surface has paths of its own: `{ surface: "ofr" }`. A call's and a
   * client's own `serverVariables` win.
   */
  readonly serverVariables?: { readonly [name: string]: string } | undefined
  /**
   * The same of one API, by its name: `{ "quality-on-demand": { version: "v0.11" } }`. They win over `serverVariables`, of
   * which each API has all that its own do not name.
   */
  readonly apiServerVariables?: { readonly [api: string]: { readonly [name: string]: string } } | undefined
  /** How credentials from the configuration are sent (OpenID Connect Discovery's `token_endpoint_auth_method`). */
  readonly tokenEndpointAuthMethod?: "client_secret_basic" | "client_secret_post" | undefined
}

/**
 * What `make` takes: `name`, `baseUrl` and `tokenUrl`; the rest has defaults (`trustedOrigins` none, `pkce` true,
 * `idToken` optional, RS256 and ES256, issuer the base URL's origin).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Environment } from "@effect-orange/core"
 *
 * const options: Environment.Options = {
 *   name: "live-objects",
 *   baseUrl: "https://liveobjects.orange-business.com",
 *   tokenUrl: "https://liveobjects.orange-business.com/api/v1/oauth2/token"
 * }
 * ```
 */
export interface Options extends Partial<Environment> {
  readonly name: string
  readonly baseUrl: string
  readonly tokenUrl: string
}

const urlFields = [
  "baseUrl",
  "tokenUrl",
  "userTokenUrl",
  "authorizeUrl",
  "userinfoUrl",
  "jwksUrl",
  "discoveryUrl",
  "backchannelUrl"
] as const

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)

/** What is wrong with a URL, or undefined. */
const urlProblem = (value: string): string | undefined => {
  if (!URL.canParse(value)) return "is not an absolute URL; write it with its scheme, such as https://api.orange.com"
  const url = new URL(value)
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    return "must use https (http is allowed on loopback only), because credentials and tokens travel on it"
  }
  if (url.username !== "" || url.password !== "") return "must not contain a user name or password"
  if (url.search !== "" || value.includes("?")) return "must not have a query"
  if (url.hash !== "" || value.includes("#")) return "must not have a fragment"
  return undefined
}

/**
 * Checks an environment: every URL absolute, https (http on loopback only), without user name, query or fragment;
 * algorithms that are signatures by a key of the server's.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const checked = Environment.validate({ name: "mine", baseUrl: "http://api.orange.com", tokenUrl: "https://api.orange.com/oauth/v3/token" })
 * console.log(Either.isLeft(checked)) // true: plain http
 * ```
 */
export const validate = (options: Options): Either.Either<Environment, ConfigurationError> => {
  for (const field of urlFields) {
    const value = options[field]
    if (value === undefined && field !== "baseUrl" && field !== "tokenUrl") continue
    const problem = typeof value === "string" ? urlProblem(value) : "is missing"
    if (problem !== undefined) return Either.left(new ConfigurationError({ field: `environment.${field}`, problem }))
  }
  const weak = options.idTokenAlgorithms?.find((algorithm) => algorithm === "none" || algorithm.startsWith("HS"))
  if (weak !== undefined) {
    return Either.left(
      new ConfigurationError({
        field: "environment.idTokenAlgorithms",
        problem: `must not contain ${weak}: anyone could sign with it`
      })
    )
  }
  for (const origin of options.trustedOrigins ?? []) {
    const problem = urlProblem(origin) ?? (new URL(origin).origin === origin.replace(/\/$/, "") ? undefined : "must be a bare origin")
    if (problem !== undefined) return Either.left(new ConfigurationError({ field: "environment.trustedOrigins", problem }))
  }
  return Either.right({
    name: options.name,
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    issuer: options.issuer ?? new URL(options.baseUrl).origin,
    tokenUrl: options.tokenUrl,
    userTokenUrl: options.userTokenUrl,
    authorizeUrl: options.authorizeUrl,
    userinfoUrl: options.userinfoUrl,
    jwksUrl: options.jwksUrl,
    discoveryUrl: options.discoveryUrl,
    backchannelUrl: options.backchannelUrl,
    trustedOrigins: (options.trustedOrigins ?? []).map((origin) => new URL(origin).origin),
    pkce: options.pkce ?? true,
    idToken: options.idToken ?? "optional",
    idTokenAlgorithms: options.idTokenAlgorithms ?? ["RS256", "ES256"],
    serverVariables: options.serverVariables,
    apiServerVariables: options.apiServerVariables,
    tokenEndpointAuthMethod: options.tokenEndpointAuthMethod
  })
}

/**
 * `validate` for values written in code: throws the `ConfigurationError`. Values from outside go through `validate` or
 * `config`, where the error is a value.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 *
 * const local = Environment.make({ name: "local", baseUrl: "http://127.0.0.1:4010", tokenUrl: "http://127.0.0.1:4010/oauth/v3/token" })
 * ```
 */
export const make = (options: Options): Environment => Either.getOrThrowWith(validate(options), (error) => error)

/**
 * api.orange.com: the 2-legged grant at `/oauth/v3/token`, "log in with Orange" (France) below `/openidconnect/fr/v1`
 * (both guides). The issuer and the discovery document are known from other clients' code, not from an Orange page.
 *
 * @since 0.1.0
 * @category environments
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 *
 * console.log(Environment.production.tokenUrl) // https://api.orange.com/oauth/v3/token
 * ```
 */
export const production: Environment = make({
  name: "production",
  baseUrl: "https://api.orange.com",
  issuer: "https://openid.orange.fr/",
  tokenUrl: "https://api.orange.com/oauth/v3/token",
  userTokenUrl: "https://api.orange.com/openidconnect/fr/v1/token",
  authorizeUrl: "https://api.orange.com/openidconnect/fr/v1/authorize",
  userinfoUrl: "https://api.orange.com/openidconnect/fr/v1/userinfo",
  discoveryUrl: "https://api.orange.com/openidconnect/fr/v1/.well-known/openid-configuration"
})

/**
 * The playground of Orange's Network APIs: one authorization server for both grants. Its tokens open nothing else, and
 * no other token opens it. Its issuer is not documented: the API host is assumed.
 *
 * @since 0.1.0
 * @category environments
 * @example
 * ```ts
 * import { ClientCredentials, Environment } from "@effect-orange/core"
 *
 * const PlaygroundAuth = ClientCredentials.layerConfig({ environment: Environment.playground })
 * ```
 */
export const playground: Environment = make({
  name: "playground",
  baseUrl: "https://api.orange.com",
  tokenUrl: "https://api.orange.com/openidconnect/playground/v1.0/token",
  userTokenUrl: "https://api.orange.com/openidconnect/playground/v1.0/token",
  authorizeUrl: "https://api.orange.com/openidconnect/playground/v1.0/authorize",
  serverVariables: { surface: "playground/api" }
})

/**
 * Orange Sonatel (Senegal): a host and authorization server of its own, credentials in the body, tokens of five minutes.
 * Known from integrators, not from an Orange page.
 *
 * @since 0.1.0
 * @category environments
 * @example
 * ```ts
 * import { ClientCredentials, Environment } from "@effect-orange/core"
 *
 * const SonatelAuth = ClientCredentials.layerConfig({ environment: Environment.orangeSonatel })
 * ```
 */
export const orangeSonatel: Environment = make({
  name: "orange-sonatel",
  baseUrl: "https://api.orange-sonatel.com",
  tokenUrl: "https://api.orange-sonatel.com/oauth/v1/token",
  tokenEndpointAuthMethod: "client_secret_post"
})

const byName: Record<string, Environment> = { production, playground, [orangeSonatel.name]: orangeSonatel }

/**
 * The same environment on another base URL: every endpoint below the old base URL moves with it.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Environment } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const local = Either.getOrThrow(Environment.rebase(Environment.production, "http://127.0.0.1:4010"))
 * console.log(local.tokenUrl) // http://127.0.0.1:4010/oauth/v3/token
 * ```
 */
export const rebase = (environment: Environment, baseUrl: string): Either.Either<Environment, ConfigurationError> => {
  const from = environment.baseUrl
  const to = baseUrl.replace(/\/+$/, "")
  const move = <A extends string | undefined>(url: A): A | string =>
    url !== undefined && url.startsWith(from) ? to + url.slice(from.length) : url
  return validate({
    ...environment,
    baseUrl,
    tokenUrl: move(environment.tokenUrl),
    userTokenUrl: move(environment.userTokenUrl),
    authorizeUrl: move(environment.authorizeUrl),
    userinfoUrl: move(environment.userinfoUrl),
    jwksUrl: move(environment.jwksUrl),
    discoveryUrl: move(environment.discoveryUrl),
    backchannelUrl: move(environment.backchannelUrl)
  })
}

const named = Config.string("ORANGE_ENVIRONMENT").pipe(
  Config.withDefault("production"),
  Config.mapOrFail((name) => {
    const found = byName[name]
    return found === undefined || !Object.hasOwn(byName, name)
      ? Either.left(
        ConfigError.InvalidData(["ORANGE_ENVIRONMENT"], `is not an environment; use one of ${Object.keys(byName).join(", ")}`)
      )
      : Either.right(found)
  })
)

const moved = (environment: Environment, baseUrl: Option.Option<string>): Either.Either<Environment, ConfigError.ConfigError> =>
  Option.match(baseUrl, {
    onNone: () => Either.right(environment),
    onSome: (url) => Either.mapLeft(rebase(environment, url), (error) => ConfigError.InvalidData(["ORANGE_BASE_URL"], error.problem))
  })

/**
 * Reads `ORANGE_ENVIRONMENT` (`production` by default, `playground`, `orange-sonatel`); `ORANGE_BASE_URL`, which moves all
 * endpoints of that environment (an emulator, an egress proxy); and `ORANGE_ISSUER`, for a server there that is not
 * Orange's and says so in its id_tokens (an emulator).
 *
 * @since 0.1.0
 * @category config
 * @example
 * ```ts
 * import { ClientCredentials, Environment } from "@effect-orange/core"
 *
 * const Auth = ClientCredentials.layerConfig({ environment: Environment.config })
 * ```
 */
export const config: Config.Config<Environment> = Config.all([
  named,
  Config.option(Config.string("ORANGE_BASE_URL")),
  Config.option(Config.string("ORANGE_ISSUER"))
]).pipe(
  Config.mapOrFail(([environment, baseUrl, issuer]) => Either.map(moved(environment, baseUrl), (one) => ({ ...one, issuer: Option.getOrElse(issuer, () => one.issuer) })))
)
