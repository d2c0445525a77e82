import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { TokenStoreError } from "../OAuthError.js"
import type { UserTokens } from "../TokenEndpoint.js"
import type { Entry } from "../TokenStore.js"
import type * as Time from "./time.js"
import type { Issued } from "./tokenHolder.js"

/**
 * A user's session as it is sealed and stored. `s` is the version of this shape: a newer one is refused and left alone,
 * unknown fields of this one are kept.
 */
export interface SessionRecord {
  readonly s: 1
  readonly accessToken: string
  readonly scopes: ReadonlyArray<string>
  /** The access token's whole life, and how much of it was over when the record was written; milliseconds. */
  readonly lifetime: number
  readonly elapsed: number
  readonly refreshToken?: string | undefined
  /** The `sub` of the log-in's id_token: it must stay the same at every refresh. */
  readonly subject?: string | undefined
  /** Refreshes in a row that brought no new refresh token, and whether one ever did. */
  readonly unrotated: number
  readonly rotates: boolean
}

const Stored = Schema.parseJson(Schema.Struct({
  s: Schema.Number,
  accessToken: Schema.String,
  scopes: Schema.Array(Schema.String),
  lifetime: Schema.Number,
  elapsed: Schema.Number,
  refreshToken: Schema.optional(Schema.String),
  subject: Schema.optional(Schema.String),
  unrotated: Schema.Number,
  rotates: Schema.Boolean
}, { key: Schema.String, value: Schema.Unknown }))

const Version = Schema.parseJson(Schema.Struct({ s: Schema.Number }))

const decodeVersion = Schema.decodeUnknownEither(Version)
const decodeStored = Schema.decodeUnknownEither(Stored)

export const encode = (record: SessionRecord): Redacted.Redacted<string> => Redacted.make(JSON.stringify(record))

export const decode = (text: Redacted.Redacted<string>): Either.Either<SessionRecord, TokenStoreError> => {
  const refuse = (reason: "UnknownSchema" | "Undecryptable") => new TokenStoreError({ reason, operation: "decode" })
  const version = decodeVersion(Redacted.value(text))
  if (Either.isRight(version) && version.right.s > 1) return Either.left(refuse("UnknownSchema"))
  return Either.mapBoth(decodeStored(Redacted.value(text)), {
    onLeft: () => refuse("Undecryptable"),
    onRight: (stored) => ({ ...stored, s: 1 as const })
  })
}

/**
 * The record after an answer. `refreshToken = new ?? old`, and the newest wins: Orange's refresh answer has none, and a
 * server that rotates accepts no old one.
 */
export const fromTokens = (options: {
  readonly tokens: UserTokens
  readonly previous: SessionRecord | undefined
  readonly requestedScopes: ReadonlyArray<string>
  readonly subject: string | undefined
  readonly elapsed: number
}): SessionRecord => {
  const { previous, tokens } = options
  const brought = tokens.refreshToken === undefined ? undefined : Redacted.value(tokens.refreshToken)
  const rotated = previous?.refreshToken !== undefined && brought !== undefined && brought !== previous.refreshToken
  return {
    ...previous,
    s: 1,
    accessToken: Redacted.value(tokens.accessToken),
    scopes: tokens.scopes ?? previous?.scopes ?? options.requestedScopes,
    lifetime: Duration.toMillis(tokens.lifetime),
    elapsed: options.elapsed,
    refreshToken: brought ?? previous?.refreshToken,
    subject: options.subject,
    unrotated: previous === undefined || rotated ? 0 : previous.unrotated + 1,
    rotates: (previous?.rotates ?? false) || rotated
  }
}

/** A server seen twice not to rotate, and never to rotate: sending its refresh token again does no harm. */
export const isObservedHarmless = (record: SessionRecord): boolean => !record.rotates && record.unrotated >= 2

/** The stored token as if it had just been issued here: the store tells ages, so that no two clocks are compared. */
export const toIssued = (record: SessionRecord, entry: Pick<Entry, "age">, now: Time.Instant): Issued => {
  const over = record.elapsed + Duration.toMillis(entry.age)
  return {
    value: Redacted.make(record.accessToken),
    scopes: record.scopes,
    lifetime: Duration.millis(record.lifetime),
    requestedAt: { wall: now.wall - over, mono: now.mono - over }
  }
}
