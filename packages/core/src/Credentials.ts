/**
 * How an application proves itself to a token endpoint. Orange takes a Basic header or body parameters, never both (400
 * "Duplicate credentials", "2-Legged OAuth in a nutshell"); its network APIs document a signed assertion.
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as jose from "jose"
import { ConfigurationError } from "./ConfigurationError.js"
import type { Environment } from "./Environment.js"
import { formDecode, formEncode } from "./internal/form.js"
import * as Rotation from "./internal/rotation.js"

/**
 * Credentials, ready to send. `clientId` is public (it stands in authorize URLs); the rest is `Redacted`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 *
 * const describe = (credentials: Credentials.Credentials) => `${credentials.clientId} by ${credentials._tag}`
 * ```
 */
export type Credentials = BasicCredentials | BodyCredentials | PrivateKeyJwtCredentials

/**
 * Sent as `Authorization: Basic …` (`client_secret_basic`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 *
 * const isBasic = (credentials: Credentials.Credentials): credentials is Credentials.BasicCredentials => credentials._tag === "Basic"
 * ```
 */
export interface BasicCredentials {
  readonly _tag: "Basic"
  readonly clientId: string
  /** The header's value, `Basic ` included. */
  readonly authorization: Redacted.Redacted<string>
}

/**
 * Sent as `client_id` and `client_secret` in the body (`client_secret_post`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 *
 * const isBody = (credentials: Credentials.Credentials): credentials is Credentials.BodyCredentials => credentials._tag === "Body"
 * ```
 */
export interface BodyCredentials {
  readonly _tag: "Body"
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted<string>
}

/**
 * A signed assertion in the body (`private_key_jwt`; RFC 7523 section 2.2): a new one for each request.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 *
 * const isSigned = (credentials: Credentials.Credentials): credentials is Credentials.PrivateKeyJwtCredentials => credentials._tag === "PrivateKeyJwt"
 * ```
 */
export interface PrivateKeyJwtCredentials {
  readonly _tag: "PrivateKeyJwt"
  readonly clientId: string
  readonly key: Redacted.Redacted<jose.CryptoKey>
  readonly algorithm: SignatureAlgorithm
  readonly keyId: string | undefined
  readonly audience: string | undefined
  /** Seconds. */
  readonly lifetime: number
}

/**
 * How assertions are signed. Orange documents RS256.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 *
 * const algorithm: Credentials.SignatureAlgorithm = "RS256"
 * ```
 */
export type SignatureAlgorithm = "RS256" | "ES256"

/**
 * A client id and its secret, as the portal shows them (MyApps, tab Credentials).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const pair: Credentials.ClientSecret = { clientId: "my-app", clientSecret: Redacted.make("from a vault") }
 * ```
 */
export interface ClientSecret {
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted<string>
}

/** A pasted line break or blank is the commonest cause of `invalid_client`: it is refused by name, before it is sent. */
const textProblem = (value: string): string | undefined =>
  value === ""
    ? "is empty"
    : /[\r\n\0]/.test(value)
    ? "contains a line break or NUL; remove it (a trailing new line often comes from a file or a shell)"
    : value.trim() !== value
    ? "starts or ends with white space; remove it"
    : undefined

const checkPair = (pair: ClientSecret): Either.Either<ClientSecret, ConfigurationError> => {
  const idProblem = textProblem(pair.clientId)
  if (idProblem !== undefined) return Either.left(new ConfigurationError({ field: "clientId", problem: idProblem }))
  const problem = textProblem(Redacted.value(pair.clientSecret))
  if (problem !== undefined) return Either.left(new ConfigurationError({ field: "clientSecret", problem }))
  return Either.right(pair)
}

const orThrow = <A>(either: Either.Either<A, ConfigurationError>): A => Either.getOrThrowWith(either, (error) => error)

const basicEither = (
  pair: ClientSecret & { readonly encoding?: "form" | "raw" | undefined }
): Either.Either<BasicCredentials, ConfigurationError> =>
  Either.flatMap(checkPair(pair), ({ clientId, clientSecret }) => {
    const encode = pair.encoding === "raw" ? (value: string) => value : formEncode
    if (pair.encoding === "raw" && clientId.includes(":")) {
      return Either.left(
        new ConfigurationError({ field: "clientId", problem: "contains a colon, which raw Basic credentials cannot carry" })
      )
    }
    const value = Encoding.encodeBase64(`${encode(clientId)}:${encode(Redacted.value(clientSecret))}`)
    return Either.right({ _tag: "Basic", clientId, authorization: Redacted.make(`Basic ${value}`) })
  })

/**
 * A Basic header made from id and secret. Both are form-encoded first, as RFC 6749 section 2.3.1 demands (it matters
 * only for characters such as `:`, `%`, `+`, `é`); `encoding: "raw"` is for servers that do not decode.
 *
 * Throws a `ConfigurationError` for an empty value, line breaks or outer white space; `config` has it as a value.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const credentials = Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * ```
 */
export const basic = (
  pair: ClientSecret & { readonly encoding?: "form" | "raw" | undefined }
): BasicCredentials => orThrow(basicEither(pair))

const headerEither = (value: Redacted.Redacted<string>): Either.Either<BasicCredentials, ConfigurationError> => {
  const left = (problem: string) =>
    Either.left(new ConfigurationError({ field: "authorizationHeader", problem }))
  const text = Redacted.value(value)
  const problem = textProblem(text)
  if (problem !== undefined) return left(problem)
  // The portal's value already starts with "Basic "; prefixing it once more is a common mistake, and harmless here.
  const encoded = text.replace(/^(?:basic +)+/i, "")
  if (/^bearer /i.test(text)) return left("is a Bearer token; the portal's value starts with Basic")
  const decoded = Encoding.decodeBase64String(encoded)
  if (Either.isLeft(decoded) || !decoded.right.includes(":")) {
    return left("is not the portal's authorization header: base64 of client_id:client_secret, with or without `Basic `")
  }
  const rawId = decoded.right.slice(0, decoded.right.indexOf(":"))
  return Either.right({ _tag: "Basic", clientId: formDecode(rawId), authorization: Redacted.make(`Basic ${encoded}`) })
}

/**
 * The authorization header that the portal shows (MyApps, tab Credentials), with or without its `Basic `. It is sent as
 * it stands.
 *
 * Throws a `ConfigurationError` if it is not base64 of `client_id:client_secret`; `config` has it as a value.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const credentials = Credentials.header(Redacted.make("Basic bXktYXBwOmZyb20gYSB2YXVsdA=="))
 * console.log(credentials.clientId) // my-app
 * ```
 */
export const header = (value: Redacted.Redacted<string>): BasicCredentials => orThrow(headerEither(value))

/**
 * Id and secret in the request's body (RFC 6749 section 2.3.1, `client_secret_post`): what Orange Sonatel expects, and
 * what api.orange.com accepts in place of the header.
 *
 * Throws a `ConfigurationError` for an empty value, line breaks or outer white space; `config` has it as a value.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const credentials = Credentials.body({ clientId: "my-app", clientSecret: Redacted.make("from a vault") })
 * ```
 */
export const body = (pair: ClientSecret): BodyCredentials =>
  orThrow(Either.map(checkPair(pair), ({ clientId, clientSecret }) => ({ _tag: "Body", clientId, clientSecret })))

/**
 * What `privateKeyJwt` takes.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Credentials } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: Credentials.PrivateKeyJwtOptions = { clientId: "my-app", privateKey: Redacted.make("-----BEGIN PRIVATE KEY-----…"), keyId: "2026-11" }
 * ```
 */
export interface PrivateKeyJwtOptions {
  readonly clientId: string
  /** PKCS#8 in PEM, or a JWK as JSON. Its public half is declared in the portal (MyApps, Settings). */
  readonly privateKey: Redacted.Redacted<string>
  /** `kid`, where the portal holds several keys. */
  readonly keyId?: string | undefined
  /** RS256 by default, the one that Orange documents. */
  readonly algorithm?: SignatureAlgorithm | undefined
  /** `aud`. The token endpoint by default. */
  readonly audience?: string | undefined
  /** How long an assertion is good: 5 minutes by default, as Orange recommends; at most an hour. */
  readonly lifetime?: Duration.DurationInput | undefined
}

const importKey = (text: string, algorithm: SignatureAlgorithm): Promise<jose.CryptoKey | Uint8Array> =>
  text.trimStart().startsWith("{") ? jose.importJWK(JSON.parse(text) as jose.JWK, algorithm) : jose.importPKCS8(text, algorithm)

/**
 * A key with which each token request is signed (`private_key_jwt`; RFC 7523 section 2.2, OpenID Connect Core section 9):
 * what Orange's production of network APIs documents for CIBA, and an alternative to a secret elsewhere. The assertion's
 * `iss` and `sub` are the client id, its `jti` is random, its `exp` near.
 *
 * Fails if the key cannot be read; its text is in no message.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Ciba, Credentials, Environment } from "@effect-orange/core"
 * import { Config, Effect, Layer } from "effect"
 *
 * const Signed = Layer.unwrapEffect(Effect.gen(function*() {
 *   const privateKey = yield* Config.redacted("ORANGE_PRIVATE_KEY")
 *   const credentials = yield* Credentials.privateKeyJwt({ clientId: "my-app", privateKey })
 *   const environment = Environment.make({
 *     ...Environment.production,
 *     userTokenUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/token", // as your subscription says
 *     backchannelUrl: "https://api.orange.com/openidconnect/ciba/fr/v1/bc-authorize"
 *   })
 *   return Ciba.layer({ environment, credentials })
 * }))
 * ```
 */
export const privateKeyJwt = (options: PrivateKeyJwtOptions): Effect.Effect<PrivateKeyJwtCredentials, ConfigurationError> =>
  Effect.gen(function*() {
    const { algorithm = "RS256", audience, clientId, keyId, privateKey } = options
    const problem = textProblem(clientId)
    if (problem !== undefined) return yield* new ConfigurationError({ field: "clientId", problem })
    const lifetime = Math.floor(Duration.toSeconds(options.lifetime ?? "5 minutes"))
    if (!(lifetime >= 1 && lifetime <= 3600)) return yield* new ConfigurationError({ field: "lifetime", problem: "must be between a second and an hour" })
    const key = yield* Effect.tryPromise({
      try: () => importKey(Redacted.value(privateKey), algorithm),
      catch: () => new ConfigurationError({ field: "privateKey", problem: `is neither PKCS#8 in PEM nor a JWK for ${algorithm}` })
    })
    if (key instanceof Uint8Array || key.type !== "private") {
      return yield* new ConfigurationError({ field: "privateKey", problem: "is not a private key" })
    }
    return { _tag: "PrivateKeyJwt", clientId, key: Redacted.make(key), algorithm, keyId, audience, lifetime }
  })

/**
 * Credentials whose secret can be exchanged while the application runs. Printing them shows no secret.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Credentials } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const onSecretChanged = (rotating: Credentials.RotatingCredentials, clientSecret: string) =>
 *   rotating.rotate(Effect.sync(() =>
 *     Credentials.basic({ clientId: rotating.clientId, clientSecret: Redacted.make(clientSecret) })))
 * ```
 */
export interface RotatingCredentials {
  readonly _tag: "Rotating"
  /** It stays: sessions, tokens and budgets belong to it. */
  readonly clientId: string
  /** One request with the credentials of this moment. Waits while a rotation is under way, and a rotation waits for it. */
  readonly use: <A, E, R>(request: (credentials: Credentials) => Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** How often they were exchanged. */
  readonly revision: () => number
  /**
   * Exchanges them. New token requests wait, those in flight end first, then `next` runs (a call of a vault, or the minute
   * in which somebody presses the portal's button), and what it brings is used from there on: no request meets the change.
   * Where `next` fails or is interrupted, everything goes on with what was there. Tokens and sessions stay as they are; a
   * client that Orange had refused is tried again at once. `next` must not ask for a token of these credentials, as that
   * would wait for it; callers meanwhile wait as long as their own time limits allow.
   *
   * Fails with `ConfigurationError` for another client id. In a fleet each process has to be told.
   */
  readonly rotate: <E = never, R = never>(next: Credentials | Effect.Effect<Credentials, E, R>) => Effect.Effect<void, ConfigurationError | E, R>
}

/**
 * Credentials that can be exchanged by a call, for the `credentials` of any grant. Orange gives an application one secret at
 * a time: the old one is worthless once the portal has made another.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { AuthorizationCode, ClientCredentials, Credentials } from "@effect-orange/core"
 * import { Effect, Layer, Redacted } from "effect"
 *
 * const read = (version: number) =>
 *   Effect.succeed(Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make(`from a vault, ${version}`) }))
 *
 * const program = Effect.gen(function*() {
 *   const credentials = yield* Credentials.rotating(yield* read(1))
 *   const Auth = Layer.merge(
 *     ClientCredentials.layer({ credentials }),
 *     AuthorizationCode.layer({ credentials, redirectUri: "https://app.example/callback" })
 *   )
 *   // … and when the secret was changed:
 *   yield* credentials.rotate(read(2))
 *   return Auth
 * })
 * ```
 */
export const rotating = (initial: Credentials): Effect.Effect<RotatingCredentials> => Rotation.make(initial)

const env = {
  header: "ORANGE_AUTHORIZATION_HEADER",
  id: "ORANGE_CLIENT_ID",
  secret: "ORANGE_CLIENT_SECRET",
  method: "ORANGE_TOKEN_ENDPOINT_AUTH_METHOD"
} as const

const fieldNames: Record<string, string> = { clientId: env.id, clientSecret: env.secret, authorizationHeader: env.header }

const fromEnvironment = <A>(either: Either.Either<A, ConfigurationError>): Either.Either<A, ConfigError.ConfigError> =>
  Either.mapLeft(either, (error) => ConfigError.InvalidData([fieldNames[error.field] ?? error.field], error.problem))

/**
 * Reads either `ORANGE_AUTHORIZATION_HEADER`, or `ORANGE_CLIENT_ID` and `ORANGE_CLIENT_SECRET`; having both is an error,
 * since one of them would be silently ignored. `ORANGE_TOKEN_ENDPOINT_AUTH_METHOD` chooses `client_secret_basic` (the
 * default) or `client_secret_post`. No value is ever in the error.
 *
 * @since 0.1.0
 * @category config
 * @example
 * ```ts
 * import { Credentials } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.map(Credentials.config, (credentials) => credentials.clientId)
 * ```
 */
export const config: Config.Config<Credentials> = Config.suspend(() => configFor({ tokenEndpointAuthMethod: undefined }))

/**
 * `config` where the environment itself says how credentials are sent (Orange Sonatel: in the body), unless
 * `ORANGE_TOKEN_ENDPOINT_AUTH_METHOD` says otherwise.
 *
 * @since 0.1.0
 * @category config
 * @example
 * ```ts
 * import { Credentials, Environment } from "@effect-orange/core"
 *
 * const forSonatel = Credentials.configFor(Environment.orangeSonatel)
 * ```
 */
export const configFor = (
  environment: Pick<Environment, "tokenEndpointAuthMethod">
): Config.Config<Credentials> => Config.all({
  header: Config.option(Config.redacted(env.header)),
  id: Config.option(Config.string(env.id)),
  secret: Config.option(Config.redacted(env.secret)),
  asked: Config.option(Config.literal("client_secret_basic", "client_secret_post")(env.method))
}).pipe(Config.mapOrFail(({ asked, header, id, secret }): Either.Either<Credentials, ConfigError.ConfigError> => {
  if (Option.isSome(header)) {
    if (Option.isSome(id) || Option.isSome(secret)) {
      return Either.left(
        ConfigError.InvalidData([env.header], `is set together with ${env.id} or ${env.secret}; keep one of the two ways`)
      )
    }
    if (Option.contains(asked, "client_secret_post")) {
      return Either.left(
        ConfigError.InvalidData([env.method], `client_secret_post needs ${env.id} and ${env.secret}, not ${env.header}`)
      )
    }
    return fromEnvironment(headerEither(header.value))
  }
  if (Option.isNone(id) || Option.isNone(secret)) {
    const missing = [Option.isNone(id) ? env.id : [], Option.isNone(secret) ? env.secret : []].flat()
    return Either.left(
      ConfigError.MissingData(missing, `Expected ${missing.join(" and ")} (or ${env.header} alone), as shown in the portal under MyApps, Credentials`)
    )
  }
  const pair = { clientId: id.value, clientSecret: secret.value }
  const method = Option.getOrElse(asked, () => environment.tokenEndpointAuthMethod)
  return fromEnvironment<Credentials>(
    method === "client_secret_post"
      ? Either.map(checkPair(pair), (checked) => ({ _tag: "Body", ...checked }))
      : basicEither(pair)
  )
}))
