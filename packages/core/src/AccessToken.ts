/**
 * An access token and what is known of its life.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

/**
 * A bearer token (RFC 6750). `value` is `Redacted` and opaque: nothing may be read out of it. `generation` counts the
 * tokens of one source and tells two of them apart without looking at their values. Encoding it with the schema gives
 * the value in clear.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { AccessToken, AppAuth } from "@effect-orange/core"
 * import { DateTime, Effect } from "effect"
 *
 * const program = Effect.gen(function*() {
 *   const auth = yield* AppAuth.AppAuth
 *   const token: AccessToken.AccessToken = yield* auth.token
 *   yield* Effect.log(`a token until ${DateTime.formatIso(token.expiresAt)}`)
 * })
 * ```
 */
export class AccessToken extends Schema.Class<AccessToken>("@effect-orange/core/AccessToken")({
  /** The token itself. */
  value: Schema.Redacted(Schema.String),
  /** The scopes granted; those asked for where the answer named none (RFC 6749 section 5.1). */
  scopes: Schema.Array(Schema.String),
  /** The instant before its request was sent. */
  issuedAt: Schema.DateTimeUtc,
  /** The end of its life, by the wall clock. */
  expiresAt: Schema.DateTimeUtc,
  /** Grows with each token of one source. */
  generation: Schema.Number
}) {}
