/**
 * The token endpoint's language (RFC 6749 sections 4.1.3, 4.4.2, 5 and 6, as Orange's two guides have it): for each grant
 * one pure, total function that builds the request and one that reads the answer. No I/O, no clock.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { BasicCredentials, Credentials } from "./Credentials.js"
import { formDecode } from "./internal/form.js"
import { hintFor } from "./internal/catalogue.js"
import * as Redaction from "./internal/redaction.js"
import { throttleWait } from "./internal/retry.js"
import * as Limits from "./Limits.js"
import { MalformedResponseError, OAuthError, ThrottledError, TransportError } from "./OAuthError.js"

/**
 * A token request as data. Always a POST with `Content-Type: application/x-www-form-urlencoded` and `Accept:
 * application/json` (without which Orange answers 406).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 *
 * const describe = (request: TokenEndpoint.TokenRequest) => `POST ${request.url}`
 * ```
 */
export interface TokenRequest {
  readonly url: string
  /** The `Authorization` header, unless the credentials stand in the body. */
  readonly authorization: Redacted.Redacted<string> | undefined
  /** The body, form-encoded. */
  readonly body: Redacted.Redacted<string>
  /** Every secret in the request, so that an answer that echoes one can be scrubbed. */
  readonly secrets: ReadonlyArray<Redacted.Redacted<string>>
}

/**
 * An answer as it came.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 *
 * const answer: TokenEndpoint.TokenAnswer = { status: 503, headers: {}, body: "" }
 * ```
 */
export interface TokenAnswer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/**
 * A successful answer (RFC 6749 section 5.1).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 *
 * const isRefreshable = (tokens: TokenEndpoint.UserTokens) => tokens.refreshToken !== undefined
 * ```
 */
export interface AppToken {
  readonly accessToken: Redacted.Redacted<string>
  /** Positive and finite; `Limits.tokenLifetime` where the answer does not say. */
  readonly lifetime: Duration.Duration
  /** Undefined where the answer names none: then those asked for were granted. */
  readonly scopes: ReadonlyArray<string> | undefined
}

/**
 * A successful answer for a user. Orange's refresh answer has no `refresh_token` ("OAuth U2M in a nutshell", step 3).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 * import type { Redacted } from "effect"
 *
 * const merge = (held: Redacted.Redacted<string> | undefined, tokens: TokenEndpoint.UserTokens) => tokens.refreshToken ?? held
 * ```
 */
export interface UserTokens extends AppToken {
  readonly refreshToken: Redacted.Redacted<string> | undefined
  readonly idToken: Redacted.Redacted<string> | undefined
}

/**
 * What reading an answer can find.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 *
 * const tag = (error: TokenEndpoint.TokenError) => error._tag
 * ```
 */
export type TokenError = OAuthError | ThrottledError | TransportError | MalformedResponseError

/** The header's value, and the secret in it as it was sent and as it was meant: a server may echo any of them. */
const basicSecrets = ({ authorization }: BasicCredentials): ReadonlyArray<Redacted.Redacted<string>> => {
  const value = Redacted.value(authorization).slice("Basic ".length)
  const pair = Either.getOrElse(Encoding.decodeBase64String(value), () => "")
  const secret = pair.slice(pair.indexOf(":") + 1)
  return [value, secret, formDecode(secret)].map((text) => Redacted.make(text))
}

const buildRequest = (
  url: string,
  credentials: Credentials,
  parameters: ReadonlyArray<readonly [string, string]>,
  secrets: ReadonlyArray<Redacted.Redacted<string>>
): TokenRequest => {
  const form = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]))
  switch (credentials._tag) {
    case "Basic":
      return {
        url,
        authorization: credentials.authorization,
        body: Redacted.make(form.toString()),
        secrets: [...secrets, ...basicSecrets(credentials)]
      }
    case "Body":
      form.set("client_id", credentials.clientId)
      form.set("client_secret", Redacted.value(credentials.clientSecret))
      return {
        url,
        authorization: undefined,
        body: Redacted.make(form.toString()),
        secrets: [...secrets, credentials.clientSecret]
      }
    case "PrivateKeyJwt":
      // The assertion is made when the request is sent, each time anew.
      form.set("client_id", credentials.clientId)
      return { url, authorization: undefined, body: Redacted.make(form.toString()), secrets }
  }
}

/**
 * `grant_type=client_credentials` ("2-Legged OAuth in a nutshell"; RFC 6749 section 4.4.2).
 *
 * @since 0.1.0
 * @category client credentials
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.clientCredentialsRequest({
 *   url: "https://api.orange.com/oauth/v3/token",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   scopes: []
 * })
 * ```
 */
export const clientCredentialsRequest = (options: {
  readonly url: string
  readonly credentials: Credentials
  readonly scopes: ReadonlyArray<string>
}): TokenRequest =>
  buildRequest(options.url, options.credentials, [
    ["grant_type", "client_credentials"],
    ...(options.scopes.length === 0 ? [] : [["scope", options.scopes.join(" ")] as const])
  ], [])

/**
 * `grant_type=authorization_code` ("OAuth U2M in a nutshell", step 2; RFC 6749 section 4.1.3; RFC 7636 section 4.5).
 * `redirectUri` must be the very one of the authorize request.
 *
 * @since 0.1.0
 * @category authorization code
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.authorizationCodeRequest({
 *   url: "https://api.orange.com/openidconnect/fr/v1/token",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   code: Redacted.make("OFR-code"),
 *   redirectUri: "https://app.example/callback",
 *   codeVerifier: undefined
 * })
 * ```
 */
export const authorizationCodeRequest = (options: {
  readonly url: string
  readonly credentials: Credentials
  readonly code: Redacted.Redacted<string>
  readonly redirectUri: string
  readonly codeVerifier: Redacted.Redacted<string> | undefined
}): TokenRequest =>
  buildRequest(options.url, options.credentials, [
    ["grant_type", "authorization_code"],
    ["code", Redacted.value(options.code)],
    ["redirect_uri", options.redirectUri],
    ...(options.codeVerifier === undefined ? [] : [["code_verifier", Redacted.value(options.codeVerifier)] as const])
  ], [options.code, ...(options.codeVerifier === undefined ? [] : [options.codeVerifier])])

/**
 * `grant_type=refresh_token` ("OAuth U2M in a nutshell", step 3; RFC 6749 section 6). No scope is sent: the session keeps
 * what the user granted.
 *
 * @since 0.1.0
 * @category refresh
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.refreshTokenRequest({
 *   url: "https://api.orange.com/openidconnect/fr/v1/token",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") }),
 *   refreshToken: Redacted.make("from the session")
 * })
 * ```
 */
export const refreshTokenRequest = (options: {
  readonly url: string
  readonly credentials: Credentials
  readonly refreshToken: Redacted.Redacted<string>
}): TokenRequest =>
  buildRequest(options.url, options.credentials, [
    ["grant_type", "refresh_token"],
    ["refresh_token", Redacted.value(options.refreshToken)]
  ], [options.refreshToken])

/**
 * The request that begins an authentication by another channel (CIBA Core section 7.1).
 *
 * @since 0.1.0
 * @category requests
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.backchannelRequest({
 *   url: "https://api.orange.com/openidconnect/ciba/fr/v1/bc-authorize",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("s") }),
 *   loginHint: Redacted.make("tel:+33699901031"),
 *   scopes: ["openid", "dpv:FraudPreventionAndDetection", "sim-swap:check"]
 * })
 * ```
 */
export const backchannelRequest = (options: {
  readonly url: string
  readonly credentials: Credentials
  /** Personal data: an answer that echoes it is scrubbed of it. */
  readonly loginHint: Redacted.Redacted<string>
  readonly scopes: ReadonlyArray<string>
}): TokenRequest =>
  buildRequest(options.url, options.credentials, [
    ["scope", options.scopes.join(" ")],
    ["login_hint", Redacted.value(options.loginHint)]
  ], [options.loginHint])

/**
 * The request that asks whether an authentication by another channel has ended (CIBA Core section 10.1).
 *
 * @since 0.1.0
 * @category requests
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.cibaRequest({
 *   url: "https://api.orange.com/openidconnect/ciba/fr/v1/token",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("s") }),
 *   authReqId: Redacted.make("1c266114-a1be-4252-8ad1-04986c5b9ac1")
 * })
 * ```
 */
export const cibaRequest = (options: {
  readonly url: string
  readonly credentials: Credentials
  readonly authReqId: Redacted.Redacted<string>
}): TokenRequest =>
  buildRequest(options.url, options.credentials, [
    ["grant_type", "urn:openid:params:grant-type:ciba"],
    ["auth_req_id", Redacted.value(options.authReqId)]
  ], [options.authReqId])

/** Longer than any token that Orange has given (90 days on the old server): above it, the number is a fault. */
const longestLifetimeSeconds = 366 * 24 * 3600

/** `3600`, `"3600"` and `3600.0` are lifetimes; `0`, `-1`, `"abc"`, `1e20` are not (each has broken a client before). */
const Lifetime = Schema.Union(Schema.Number, Schema.NumberFromString).pipe(
  Schema.filter((seconds) => Number.isFinite(seconds) && seconds > 0 && seconds <= longestLifetimeSeconds)
)

/** What can stand in a header: a token with blanks or control characters could not be sent. */
const TokenText = Schema.String.pipe(Schema.pattern(/^[\x21-\x7e]+$/))

const optionalText = Schema.optionalWith(Schema.Union(TokenText, Schema.Literal("")), { nullable: true })

const TokenBody = Schema.Struct({
  access_token: TokenText,
  token_type: Schema.String.pipe(Schema.pattern(/^bearer$/i)),
  expires_in: Schema.optionalWith(Lifetime, { nullable: true }),
  scope: Schema.optionalWith(Schema.String, { nullable: true }),
  refresh_token: optionalText,
  id_token: optionalText
})

const decodeTokenBody = Schema.decodeUnknownEither(TokenBody, { errors: "all" })

const nonEmpty = (text: string | undefined): Redacted.Redacted<string> | undefined =>
  text === undefined || text === "" ? undefined : Redacted.make(text)

/** Where a decoding failed. Only the paths: the messages of a ParseError quote the values, and here these are tokens. */
const pathsOf = (error: ParseResult.ParseError): ReadonlyArray<string> => [
  ...new Set(ParseResult.ArrayFormatter.formatErrorSync(error).map((issue) => issue.path.join(".") || "(the whole body)"))
]

const parseJson = (text: string): Option.Option<unknown> => {
  try {
    return Option.some(JSON.parse(text))
  } catch {
    return Option.none()
  }
}

/** The two shapes of a refusal: OAuth's, and the API gateway's, which can stand before the token endpoint as well. */
const OAuthBody = Schema.Struct({
  error: Schema.String,
  error_description: Schema.optionalWith(Schema.String, { nullable: true })
})
const GatewayBody = Schema.Struct({
  code: Schema.Union(Schema.Number, Schema.NumberFromString),
  message: Schema.optionalWith(Schema.String, { nullable: true }),
  description: Schema.optionalWith(Schema.String, { nullable: true })
})
const decodeOAuthBody = Schema.decodeUnknownOption(OAuthBody)
const decodeGatewayBody = Schema.decodeUnknownOption(GatewayBody)

const errorNameOf = (status: number): string => {
  switch (status) {
    case 406:
      return "not_acceptable"
    case 408:
      return "request_timeout"
    case 415:
      return "unsupported_media_type"
    case 503:
      return "temporarily_unavailable"
    default:
      return status >= 500 ? "server_error" : `http_${status}`
  }
}

const refusal = (answer: TokenAnswer, request: TokenRequest): OAuthError => {
  const json = parseJson(answer.body)
  const secrets = request.secrets.map((secret) => Redacted.value(secret))
  const make = (error: string, description: string | undefined) => {
    const errorDescription = description === undefined ? undefined : Redaction.scrub(description, secrets)
    return new OAuthError({
      error,
      errorDescription,
      status: answer.status,
      hint: hintFor({ error, description: description ?? "", status: answer.status })
    })
  }
  const oauth = Option.flatMap(json, decodeOAuthBody)
  if (Option.isSome(oauth)) {
    return make(Redaction.errorCode(oauth.value.error, secrets) || errorNameOf(answer.status), oauth.value.error_description)
  }
  const gateway = Option.flatMap(json, decodeGatewayBody)
  if (Option.isSome(gateway)) {
    const { code, description, message } = gateway.value
    return make(errorNameOf(answer.status), `gateway code ${code}: ${[message, description].filter(Boolean).join(": ")}`)
  }
  return make(errorNameOf(answer.status), undefined)
}

const isThrottle = (answer: TokenAnswer): boolean =>
  answer.status === 429 ||
  (answer.status === 403 &&
    Option.exists(Option.flatMap(parseJson(answer.body), decodeGatewayBody), ({ code }) => code === 53))

/** A success by its schema; a refusal, a throttle or anything else as an error. */
const readJson = <A>(
  answer: TokenAnswer,
  request: TokenRequest,
  now: number,
  decode: (json: unknown) => Either.Either<A, ParseResult.ParseError>
): Either.Either<A, TokenError> => {
  const target = Redaction.endpointOf(request.url)
  if (isThrottle(answer)) {
    const retryAfter = throttleWait(answer.headers["retry-after"], now)
    return Either.left(new ThrottledError({ source: "TokenEndpoint", retryAfter, target }))
  }
  if (answer.status >= 300 && answer.status < 400) {
    return Either.left(new TransportError({ reason: "redirect", mayHaveBeenProcessed: true, target }))
  }
  if (answer.status < 200 || answer.status >= 300) return Either.left(refusal(answer, request))
  const json = parseJson(answer.body)
  if (Option.isNone(json)) return Either.left(new MalformedResponseError({ reason: "json", paths: [], status: answer.status, target }))
  // Some servers refuse with 200.
  if (Option.isSome(decodeOAuthBody(json.value))) return Either.left(refusal(answer, request))
  return Either.mapLeft(decode(json.value), (error) =>
    new MalformedResponseError({ reason: "schema", paths: pathsOf(error), status: answer.status, target }))
}

const readAnswer = (
  answer: TokenAnswer,
  request: TokenRequest,
  now: number
): Either.Either<UserTokens, TokenError> =>
  Either.map(readJson(answer, request, now, decodeTokenBody), (body) => ({
    accessToken: Redacted.make(body.access_token),
    lifetime: body.expires_in === undefined ? Limits.tokenLifetime : Duration.seconds(body.expires_in),
    scopes: body.scope === undefined ? undefined : body.scope.split(" ").filter((scope) => scope !== ""),
    refreshToken: nonEmpty(body.refresh_token),
    idToken: nonEmpty(body.id_token)
  }))

/**
 * Reads the answer to `clientCredentialsRequest`. A refresh token, which some servers add, is dropped: the grant has no
 * use for it (RFC 6749 section 4.4.3). `now` is the wall clock in milliseconds, for a `Retry-After` that is a date.
 *
 * @since 0.1.0
 * @category client credentials
 * @example
 * ```ts
 * import { TokenEndpoint } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const read = (answer: TokenEndpoint.TokenAnswer, request: TokenEndpoint.TokenRequest) =>
 *   Either.map(TokenEndpoint.clientCredentialsResponse(answer, request, 0), (token) => token.lifetime)
 * ```
 */
export const clientCredentialsResponse = (
  answer: TokenAnswer,
  request: TokenRequest,
  now: number
): Either.Either<AppToken, TokenError> =>
  Either.map(readAnswer(answer, request, now), ({ accessToken, lifetime, scopes }) => ({ accessToken, lifetime, scopes }))

/**
 * Reads the answer to `authorizationCodeRequest`.
 *
 * @since 0.1.0
 * @category authorization code
 * @example
 * ```ts
 * import { TokenEndpoint } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const read = (answer: TokenEndpoint.TokenAnswer, request: TokenEndpoint.TokenRequest) =>
 *   Either.map(TokenEndpoint.authorizationCodeResponse(answer, request, 0), (tokens) => tokens.scopes)
 * ```
 */
export const authorizationCodeResponse: (
  answer: TokenAnswer,
  request: TokenRequest,
  now: number
) => Either.Either<UserTokens, TokenError> = readAnswer

/**
 * Reads the answer to `refreshTokenRequest`. Where it has no refresh token the old one stays in use.
 *
 * @since 0.1.0
 * @category refresh
 * @example
 * ```ts
 * import { TokenEndpoint } from "@effect-orange/core"
 * import { Either } from "effect"
 *
 * const read = (answer: TokenEndpoint.TokenAnswer, request: TokenEndpoint.TokenRequest) =>
 *   Either.map(TokenEndpoint.refreshTokenResponse(answer, request, 0), (tokens) => tokens.refreshToken)
 * ```
 */
export const refreshTokenResponse: (
  answer: TokenAnswer,
  request: TokenRequest,
  now: number
) => Either.Either<UserTokens, TokenError> = readAnswer

/**
 * An authentication by another channel that has begun.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenEndpoint } from "@effect-orange/core"
 * import { Duration } from "effect"
 *
 * const polls = ({ interval, lifetime }: TokenEndpoint.BackchannelAuthentication) => Math.floor(Duration.toMillis(lifetime) / Duration.toMillis(interval))
 * ```
 */
export interface BackchannelAuthentication {
  readonly authReqId: Redacted.Redacted<string>
  /** How long the subscriber has. */
  readonly lifetime: Duration.Duration
  /** The least time between two questions: 5 s where the answer does not say (CIBA Core section 7.3). */
  readonly interval: Duration.Duration
}

const Interval = Schema.Union(Schema.Number, Schema.NumberFromString).pipe(
  Schema.filter((seconds) => Number.isFinite(seconds) && seconds >= 0 && seconds <= 3600)
)

const BackchannelBody = Schema.Struct({
  auth_req_id: TokenText,
  expires_in: Lifetime,
  interval: Schema.optionalWith(Interval, { nullable: true })
})

const decodeBackchannelBody = Schema.decodeUnknownEither(BackchannelBody, { errors: "all" })

/** The least that we wait between two questions, whatever the server says. */
const leastInterval = 1

/**
 * Reads what the backchannel authentication endpoint answers (CIBA Core section 7.3).
 *
 * @since 0.1.0
 * @category responses
 * @example
 * ```ts
 * import { Credentials, TokenEndpoint } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const request = TokenEndpoint.backchannelRequest({
 *   url: "https://api.orange.com/openidconnect/ciba/fr/v1/bc-authorize",
 *   credentials: Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("s") }),
 *   loginHint: Redacted.make("tel:+33699901031"),
 *   scopes: ["openid"]
 * })
 * const begun = TokenEndpoint.backchannelResponse({ status: 200, headers: {}, body: `{"auth_req_id":"a","expires_in":120}` }, request, 0)
 * ```
 */
export const backchannelResponse = (
  answer: TokenAnswer,
  request: TokenRequest,
  now: number
): Either.Either<BackchannelAuthentication, TokenError> =>
  Either.map(readJson(answer, request, now, decodeBackchannelBody), (body) => ({
    authReqId: Redacted.make(body.auth_req_id),
    lifetime: Duration.seconds(body.expires_in),
    interval: Duration.seconds(Math.max(leastInterval, body.interval ?? 5))
  }))
