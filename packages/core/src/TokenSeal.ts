/**
 * The sealing of what leaves the process: session records for the store, the transaction in the user's browser. A seal is
 * a JWE in compact form (RFC 7516; `dir`, A256GCM, by `jose`), bound to a context: a record that is moved to another
 * user's key does not open.
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as jose from "jose"
import { ConfigurationError } from "./ConfigurationError.js"
import { randomBytes, sha256 } from "./internal/secureRandom.js"
import { TokenStoreError } from "./OAuthError.js"

/**
 * Seals and opens.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { TokenSeal } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const roundTrip = Effect.gen(function*() {
 *   const seal = yield* TokenSeal.TokenSeal
 *   const sealed = yield* seal.seal(Redacted.make("a record"), "user 1")
 *   return yield* seal.open(sealed, "user 1")
 * }).pipe(Effect.provide(TokenSeal.layerEphemeral))
 * ```
 */
export class TokenSeal extends Context.Tag("@effect-orange/core/TokenSeal")<TokenSeal, Service>() {}

/**
 * What a seal does.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { TokenSeal } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * const seal = (record: string) =>
 *   Effect.flatMap(TokenSeal.TokenSeal, (service) => service.seal(Redacted.make(record), "user 1"))
 * ```
 */
export interface Service {
  /** Seals a text under the first key, bound to the context. */
  readonly seal: (text: Redacted.Redacted<string>, context: string) => Effect.Effect<Redacted.Redacted<string>>
  /** Opens what any key of the ring has sealed for the same context; else `Undecryptable`. */
  readonly open: (
    sealed: Redacted.Redacted<string>,
    context: string
  ) => Effect.Effect<Redacted.Redacted<string>, TokenStoreError>
  /**
   * The same text under the first key, bound to the context that it was bound to; nothing where the first key has sealed it
   * already. For who rotates keys, and does not know the contexts.
   */
  readonly reseal: (
    sealed: Redacted.Redacted<string>
  ) => Effect.Effect<Option.Option<Redacted.Redacted<string>>, TokenStoreError>
  /** The names of the ring's keys. The first seals. */
  readonly keyIds: readonly [string, ...ReadonlyArray<string>]
}

/**
 * A key of 32 bytes and the name that records carry (`kid`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { TokenSeal } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const key: TokenSeal.Key = { kid: "2026-11", secret: Redacted.make(new Uint8Array(32)) }
 * ```
 */
export interface Key {
  readonly kid: string
  readonly secret: Redacted.Redacted<Uint8Array>
}

const encryption = "A256GCM"

const undecryptable = new TokenStoreError({ reason: "Undecryptable", operation: "open" })

interface Opened {
  readonly plaintext: Uint8Array
  readonly ctx: string
}

const makeUnsafe = (keys: readonly [Key, ...ReadonlyArray<Key>]): Service => {
  const [first, ...rest] = keys

  const encrypt = (plaintext: Uint8Array, ctx: string): Effect.Effect<Redacted.Redacted<string>> =>
    Effect.map(
      Effect.promise(() =>
        new jose.CompactEncrypt(plaintext)
          .setProtectedHeader({ alg: "dir", enc: encryption, kid: first.kid, ctx })
          .encrypt(Redacted.value(first.secret))
      ),
      (sealed) => Redacted.make(sealed)
    )

  const secretOf = (kid: string | undefined): Uint8Array => {
    const key = keys.find((candidate) => candidate.kid === kid)
    if (key === undefined) throw undecryptable
    return Redacted.value(key.secret)
  }

  const decrypt = (sealed: Redacted.Redacted<string>): Effect.Effect<Opened, TokenStoreError> =>
    Effect.tryPromise({
      try: async () => {
        const { plaintext, protectedHeader } = await jose.compactDecrypt(Redacted.value(sealed), ({ kid }) => secretOf(kid), {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: [encryption]
        })
        const { ctx } = protectedHeader
        if (typeof ctx !== "string") throw undecryptable
        return { plaintext, ctx }
      },
      catch: () => undecryptable
    })

  return {
    keyIds: [first.kid, ...rest.map(({ kid }) => kid)],
    // The context is hashed, since its own text may be personal; in the protected header, which the seal authenticates.
    seal: (text, context) =>
      Effect.flatMap(sha256(context), (ctx) => encrypt(new TextEncoder().encode(Redacted.value(text)), ctx)),
    open: (sealed, context) =>
      Effect.gen(function*() {
        const { ctx, plaintext } = yield* decrypt(sealed)
        // A compact JWE has no external authenticated data: the caller's comparison is what binds a record to its owner.
        if (ctx !== (yield* sha256(context))) return yield* undecryptable
        return Redacted.make(new TextDecoder().decode(plaintext))
      }),
    reseal: (sealed) =>
      Effect.gen(function*() {
        const { ctx, plaintext } = yield* decrypt(sealed)
        return Option.contains(keyIdOf(sealed), first.kid) ? Option.none() : Option.some(yield* encrypt(plaintext, ctx))
      })
  }
}

/**
 * The name of the key that sealed a record, which the record carries in the open; nothing where it is no seal.
 *
 * @since 0.1.0
 * @category destructors
 * @example
 * ```ts
 * import { TokenSeal } from "@effect-orange/core"
 * import { Option, Redacted } from "effect"
 *
 * console.log(Option.isNone(TokenSeal.keyIdOf(Redacted.make("not a seal")))) // true
 * ```
 */
export const keyIdOf = (sealed: Redacted.Redacted<string>): Option.Option<string> =>
  Option.flatMapNullable(
    Option.liftThrowable(jose.decodeProtectedHeader)(Redacted.value(sealed)),
    ({ kid }) => kid
  )

/**
 * A seal over a ring of keys: the first seals, all open. To rotate, first add the new key at the end everywhere, then
 * put it first everywhere; seal idle records anew (`KeyRotation.run`), and drop the old one when no record carries it any
 * more and the last log-in that it sealed is over (`transactionLifetime`).
 *
 * Throws a `ConfigurationError` for an empty ring, a key that is not 32 bytes, or two keys of one name.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { TokenSeal } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const seal = TokenSeal.make([{ kid: "2026-11", secret: Redacted.make(crypto.getRandomValues(new Uint8Array(32))) }])
 * ```
 */
export const make = (keys: ReadonlyArray<Key>): Service => Either.getOrThrowWith(fromKeys(keys), (error) => error)

const fromKeys = (keys: ReadonlyArray<Key>): Either.Either<Service, ConfigurationError> => {
  const left = (problem: string) => Either.left(new ConfigurationError({ field: "keys", problem }))
  const [first, ...rest] = keys
  if (first === undefined) return left("has no key; give at least one")
  if (keys.some(({ kid }) => kid === "")) return left("has a key without a name")
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) return left("has two keys of the same name")
  const short = keys.find(({ secret }) => Redacted.value(secret).byteLength !== 32)
  return short === undefined ? Either.right(makeUnsafe([first, ...rest])) : left(`has a key (${short.kid}) that is not 32 bytes`)
}

/**
 * `make` as a layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { TokenSeal } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const Seal = TokenSeal.layer([{ kid: "2026-11", secret: Redacted.make(crypto.getRandomValues(new Uint8Array(32))) }])
 * ```
 */
export const layer = (keys: ReadonlyArray<Key>): Layer.Layer<TokenSeal> => Layer.sync(TokenSeal, () => make(keys))

const parseKey = (text: string): Either.Either<Key, string> => {
  const separator = text.indexOf(":")
  if (separator < 1) return Either.left("an entry is not name:key")
  const kid = text.slice(0, separator).trim()
  return Either.match(Encoding.decodeBase64Url(text.slice(separator + 1).trim().replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_")), {
    onLeft: () => Either.left(`the key of ${kid} is not base64url`),
    onRight: (secret) => Either.right({ kid, secret: Redacted.make(secret) })
  })
}

const variable = "ORANGE_STORE_KEYS"

/**
 * Reads `ORANGE_STORE_KEYS`: `name:key` pairs separated by commas, each key 32 bytes in base64url (`openssl rand -base64
 * 32` will do). The first seals, all open.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AuthorizationCode, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const Login = AuthorizationCode.layerConfig().pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerConfig()]))
 * ```
 */
export const layerConfig = (): Layer.Layer<TokenSeal, ConfigError.ConfigError> =>
  Layer.effect(
    TokenSeal,
    Config.redacted(variable).pipe(Config.mapOrFail((value) =>
      Either.all(Redacted.value(value).split(",").map(parseKey)).pipe(
        Either.mapLeft((problem) => ConfigError.InvalidData([variable], problem)),
        Either.flatMap((keys) =>
          Either.mapLeft(fromKeys(keys), (error) => ConfigError.InvalidData([variable], error.problem))
        )
      )
    ))
  )

/**
 * A key made now and kept nowhere: what it seals is lost with the process. Right beside `TokenStore.layerMemory`, whose
 * records end with the process too; wrong beside any other store.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { TokenSeal, TokenStore } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const InMemory = Layer.merge(TokenStore.layerMemory, TokenSeal.layerEphemeral)
 * ```
 */
export const layerEphemeral: Layer.Layer<TokenSeal> = Layer.effect(
  TokenSeal,
  Effect.map(randomBytes(32), (secret) => makeUnsafe([{ kid: "ephemeral", secret: Redacted.make(secret) }]))
)
