/**
 * Where notifications go, and the bearer token that proves who sends them: one of its own for each subscription or session
 * (CAMARA's `sinkCredential`).
 *
 * @since 0.1.0
 */
import * as Callback from "@effect-orange/callbacks/Callback"
import * as Array from "effect/Array"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"

/**
 * A sink: store it before you use it, since notifications are checked against it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Sink } from "@effect-orange/camara"
 * import { Schema } from "effect"
 *
 * // JSON for your database. It holds the tokens in clear: keep it as you keep other secrets.
 * const toJson = Schema.encode(Schema.parseJson(Sink.Sink))
 * ```
 */
export class Sink extends Schema.Class<Sink>("@effect-orange/camara/Sink")({
  /** Names it: the last segment of the URL. No secret. */
  key: Schema.String,
  url: Schema.String,
  /** The tokens that are good, the newest last. */
  tokens: Schema.NonEmptyArray(Schema.Struct({
    value: Schema.Redacted(Schema.String),
    expiresAt: Schema.DateTimeUtc
  }))
}) {}

/** What nobody can guess: not Effect's `Random`, whose numbers can be foretold. */
const random = (bytes: number): Effect.Effect<string> =>
  Effect.sync(() => Encoding.encodeBase64Url(globalThis.crypto.getRandomValues(new Uint8Array(bytes))))

const makeToken = (lifetime: Duration.DurationInput) =>
  Effect.zipWith(random(32), DateTime.now, (value, now) => ({ value: Redacted.make(value), expiresAt: DateTime.addDuration(now, lifetime) }))

/**
 * Makes a sink below a URL, with a token that is good for so long.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Sink } from "@effect-orange/camara"
 *
 * const sink = Sink.make({ below: "https://shop.example/orange/quality", lifetime: "2 hours" })
 * ```
 */
export const make = (
  { below, lifetime }: { readonly below: string; readonly lifetime: Duration.DurationInput }
): Effect.Effect<Sink> =>
  Effect.zipWith(random(16), makeToken(lifetime), (key, token) => new Sink({ key, url: `${below.replace(/\/+$/, "")}/${key}`, tokens: [token] }))

/**
 * A sink with one more token, for a subscription that replaces another at the same URL. The former ones stay good until
 * their end.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Sink } from "@effect-orange/camara"
 *
 * const renewed = (sink: Sink.Sink) => Sink.rotate(sink, "2 hours")
 * ```
 */
export const rotate = ({ key, tokens, url }: Sink, lifetime: Duration.DurationInput): Effect.Effect<Sink> =>
  Effect.flatMap(DateTime.now, (now) =>
    Effect.map(makeToken(lifetime), (token) =>
      new Sink({ key, url, tokens: Array.append(tokens.filter(({ expiresAt }) => DateTime.greaterThan(expiresAt, now)), token) })))

/**
 * The fields of a request that make notifications come to a sink.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Sink } from "@effect-orange/camara"
 *
 * const fields = (sink: Sink.Sink) => Sink.fieldsOf(sink).sink
 * ```
 */
export const fieldsOf = ({ tokens, url }: Sink): {
  readonly sink: string
  readonly sinkCredential: {
    readonly credentialType: "ACCESSTOKEN"
    readonly accessTokenType: "bearer"
    readonly accessToken: Redacted.Redacted
    readonly accessTokenExpiresUtc: string
  }
} => {
  const { expiresAt, value } = tokens.at(-1)!
  return {
    sink: url,
    sinkCredential: { credentialType: "ACCESSTOKEN", accessTokenType: "bearer", accessToken: value, accessTokenExpiresUtc: DateTime.formatIso(expiresAt) }
  }
}

/**
 * Whether a notification was sent by who was given one of the sink's tokens, and that has not expired. Compared in constant
 * time.
 *
 * @since 0.1.0
 * @category guards
 * @example
 * ```ts
 * import type { Callback } from "@effect-orange/callbacks"
 * import { Sink } from "@effect-orange/camara"
 *
 * const isOurs = (sink: Sink.Sink, delivery: Callback.Delivery) => Sink.isFrom(sink, delivery)
 * ```
 */
export const isFrom = ({ tokens }: Sink, { headers }: Callback.Delivery): Effect.Effect<boolean> =>
  Effect.gen(function*() {
    const given = Redacted.make(/^bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1] ?? "")
    const now = yield* DateTime.now
    const good = tokens.filter(({ expiresAt }) => DateTime.greaterThan(expiresAt, now))
    const same = yield* Effect.forEach(good, ({ value }) => Callback.isSameSecret(given, value))
    return same.includes(true)
  })
