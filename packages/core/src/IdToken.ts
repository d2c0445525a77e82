/**
 * Verification of an id_token (OpenID Connect Core section 3.1.3.7), by `jose`, on Effect's clock, with keys from the
 * environment only.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import * as jose from "jose"
import type { Environment } from "./Environment.js"
import { sameIssuer, withoutSlash } from "./internal/issuer.js"
import { withPolicy } from "./internal/retry.js"
import * as Time from "./internal/time.js"
import * as Transport from "./internal/transport.js"
import { AuthorizationError } from "./OAuthError.js"
import type { RetryPolicy } from "./RetryPolicy.js"

/**
 * The claims of a verified id_token. They are about a person: keep them `Redacted`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { IdToken } from "@effect-orange/core"
 *
 * const subjectOf = (claims: IdToken.Claims) => claims.sub
 * ```
 */
export interface Claims {
  /** The issuer's name for the user. */
  readonly sub: string
  readonly [claim: string]: unknown
}

/**
 * What an id_token is held against.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { IdToken } from "@effect-orange/core"
 *
 * const expected: IdToken.Expected = { clientId: "my-app", nonce: undefined, subject: undefined }
 * ```
 */
export interface Expected {
  /** Must be the audience, and `azp` where that is present. */
  readonly clientId: string
  /** Must be the `nonce`; undefined at a refresh, whose id_token need not have one (OpenID Connect Core section 12.2). */
  readonly nonce: Redacted.Redacted<string> | undefined
  /** Must be the `sub`; undefined at log-in. */
  readonly subject: string | undefined
}

/**
 * A verifier of one environment, which keeps its keys.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { IdToken } from "@effect-orange/core"
 * import type { Redacted } from "effect"
 *
 * const check = (verifier: IdToken.Verifier, token: Redacted.Redacted<string>) =>
 *   verifier.verify(token, { clientId: "my-app", nonce: undefined, subject: undefined })
 * ```
 */
export interface Verifier {
  /** False where the environment names neither a JWKS nor a discovery document: then nothing can be verified. */
  readonly canVerify: boolean
  /** The claims, or what is wrong with them. `Nonce` for the nonce, `IdToken` for everything else. */
  readonly verify: (
    idToken: Redacted.Redacted<string>,
    expected: Expected
  ) => Effect.Effect<Redacted.Redacted<Claims>, AuthorizationError | KeysUnavailable>
}

/**
 * The issuer's keys could not be fetched, so that nothing can be said of the id_token.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { IdToken } from "@effect-orange/core"
 *
 * const isOutage = (error: { readonly _tag: string }) => error._tag === IdToken.KeysUnavailable._tag
 * ```
 */
export class KeysUnavailable extends Schema.TaggedError<KeysUnavailable>("@effect-orange/core/KeysUnavailable")(
  "KeysUnavailable",
  {
    /** Where the keys should have come from. */
    target: Schema.String
  }
) {
  override get message(): string {
    return `The issuer's keys could not be fetched from ${this.target}. Check jwksUrl and discoveryUrl of the environment.`
  }
}

/** Clocks of two machines differ; more than a minute is a fault. */
const leewaySeconds = 60
/** An unknown key id may be a new key or an invention: it is worth one look every 30 s, and no more. */
const refetchInterval = 30_000

const keysRetry: RetryPolicy = {
  schedule: Schedule.intersect(Schedule.spaced("500 millis"), Schedule.recurs(2)),
  maxWait: "1 second",
  totalLimit: "10 seconds"
}

const Jwks = Schema.parseJson(Schema.Struct({ keys: Schema.Array(Schema.Record({ key: Schema.String, value: Schema.Unknown })) }))
const Discovery = Schema.parseJson(Schema.Struct({ issuer: Schema.String, jwks_uri: Schema.String }))

const invalid = (detail: string) => new AuthorizationError({ reason: "IdToken", detail })

/** What jose found, by claim or by code; never a value of the token. */
const describe = (error: unknown): string => {
  if (error instanceof jose.errors.JWTClaimValidationFailed || error instanceof jose.errors.JWTExpired) {
    return `its claim ${error.claim} is ${error.reason === "missing" ? "missing" : "not as expected"}`
  }
  if (error instanceof jose.errors.JOSEError) return `it is not a valid signed token (${error.code})`
  return "it is not a signed token"
}

/**
 * A verifier for the environment's id_tokens.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Environment, IdToken } from "@effect-orange/core"
 *
 * const verifier = IdToken.make(Environment.production)
 * ```
 */
export const make = (environment: Environment): Effect.Effect<Verifier, never, HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const client = yield* HttpClient.HttpClient
    const turn = yield* Effect.makeSemaphore(1)
    let cached: { readonly keys: jose.JWTVerifyGetKey; readonly at: number } | undefined

    const get = (url: string) =>
      withPolicy(keysRetry)(
        Transport.exchange(client, HttpClientRequest.get(url, { acceptJson: true }), { target: url, timeout: "5 seconds" }).pipe(
          Effect.filterOrFail(({ status }) => status === 200, () => new KeysUnavailable({ target: url })),
          Effect.mapError(() => new KeysUnavailable({ target: url }))
        ),
        { while: () => true, retryAfter: () => undefined }
      )

    /** `jwks_uri` is believed only on an origin of the environment's: a document must not bring in a stranger's keys. */
    const allowedOrigins = new Set([
      new URL(environment.baseUrl).origin,
      ...environment.trustedOrigins,
      ...(URL.canParse(environment.issuer) ? [new URL(environment.issuer).origin] : [])
    ])

    const jwksUrl: Effect.Effect<string, KeysUnavailable> = Effect.gen(function*() {
      if (environment.jwksUrl !== undefined) return environment.jwksUrl
      const target = environment.discoveryUrl ?? "(no jwksUrl)"
      const answer = yield* get(target)
      const document = yield* Schema.decodeUnknown(Discovery)(answer.body)
      if (!sameIssuer(document.issuer, environment.issuer)) return yield* new KeysUnavailable({ target })
      if (!URL.canParse(document.jwks_uri) || !allowedOrigins.has(new URL(document.jwks_uri).origin)) {
        return yield* new KeysUnavailable({ target })
      }
      return document.jwks_uri
    }).pipe(Effect.mapError(() => new KeysUnavailable({ target: environment.discoveryUrl ?? "(no jwksUrl)" })))

    const fetchKeys: Effect.Effect<jose.JWTVerifyGetKey, KeysUnavailable> = Effect.gen(function*() {
      const url = yield* jwksUrl
      const answer = yield* get(url)
      const jwks = yield* Schema.decodeUnknown(Jwks)(answer.body).pipe(Effect.mapError(() => new KeysUnavailable({ target: url })))
      const keys = yield* Effect.try({
        try: () => jose.createLocalJWKSet(jwks as unknown as jose.JSONWebKeySet),
        catch: () => new KeysUnavailable({ target: url })
      })
      cached = { keys, at: yield* Time.monotonicNow }
      return keys
    })

    /** The keys held, or fresh ones where none are held or, asked so, those held are old enough to be looked up again. */
    const keys = (refetch: boolean): Effect.Effect<jose.JWTVerifyGetKey, KeysUnavailable> =>
      turn.withPermits(1)(Effect.flatMap(Time.monotonicNow, (now) =>
        cached !== undefined && !(refetch && now - cached.at >= refetchInterval)
          ? Effect.succeed(cached.keys)
          : fetchKeys))

    const verifyWith = (idToken: string, expected: Expected, getKey: jose.JWTVerifyGetKey) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        Effect.tryPromise({
          try: () =>
            jose.jwtVerify(idToken, getKey, {
              algorithms: [...environment.idTokenAlgorithms],
              issuer: [withoutSlash(environment.issuer), `${withoutSlash(environment.issuer)}/`],
              audience: expected.clientId,
              currentDate: new Date(now),
              clockTolerance: leewaySeconds,
              requiredClaims: ["iss", "sub", "aud", "exp", "iat"]
            }),
          catch: (error) => error
        }))

    const verify: Verifier["verify"] = (redacted, expected) =>
      Effect.gen(function*() {
        const idToken = Redacted.value(redacted)
        const verified = yield* Effect.flatMap(keys(false), (held) => verifyWith(idToken, expected, held)).pipe(
          Effect.catchIf(
            (error) => error instanceof jose.errors.JWKSNoMatchingKey,
            () => Effect.flatMap(keys(true), (fresh) => verifyWith(idToken, expected, fresh))
          ),
          Effect.mapError((error) => error instanceof KeysUnavailable ? error : invalid(describe(error)))
        )
        const { payload } = verified
        const { azp, nonce, sub } = payload as { readonly azp?: unknown; readonly nonce?: unknown; readonly sub: string }
        if (Array.isArray(payload.aud) && payload.aud.length > 1 && azp === undefined) {
          return yield* invalid("it has several audiences and no azp")
        }
        if (azp !== undefined && azp !== expected.clientId) return yield* invalid("its azp is another client")
        if (expected.nonce !== undefined && nonce !== Redacted.value(expected.nonce)) {
          return yield* new AuthorizationError({ reason: "Nonce", detail: "the id_token's nonce is not this log-in's" })
        }
        if (expected.subject !== undefined && sub !== expected.subject) return yield* invalid("its sub is another user")
        return Redacted.make<Claims>({ ...payload, sub })
      })

    return { canVerify: environment.jwksUrl !== undefined || environment.discoveryUrl !== undefined, verify }
  })
