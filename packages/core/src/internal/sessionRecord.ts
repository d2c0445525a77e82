import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { TokenStoreError } from "../OAuthError.js"
import type { UserTokens } from "../TokenEndpoint.js"
import type { Entry } from "../TokenStore.js"
import type * as Time from "./time.js"
import type { Issued } from "./tokenHolder.js"

/** A user's session as it is sealed and stored. `s` is the version of its shape; fields that are unknown here are kept. */
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

type Fields = Readonly<Record<string, unknown>>

const isFields = Schema.is(Schema.Record({ key: Schema.String, value: Schema.Unknown }))

const Current = Schema.Struct({
  accessToken: Schema.String,
  scopes: Schema.Array(Schema.String),
  lifetime: Schema.Number,
  elapsed: Schema.Number,
  refreshToken: Schema.optional(Schema.String),
  subject: Schema.optional(Schema.String),
  unrotated: Schema.Number,
  rotates: Schema.Boolean
}, { key: Schema.String, value: Schema.Unknown })

const decodeCurrent = Schema.decodeUnknownOption(Current)

const parse = Option.liftThrowable((text: string): unknown => JSON.parse(text))

/**
 * How records of several versions are read, and which one is written. A fleet is renewed process by process: what the new
 * ones write the old ones must read. So a field that is added keeps the version, and those who do not know it carry it on;
 * a shape that changes is first read everywhere, and written by the release after that.
 */
export interface Format {
  /** The first makes a record of version 2 out of one of version 1, and so on. What results is a `SessionRecord`. */
  readonly upgrades: ReadonlyArray<(older: Fields) => Fields>
  /** What is written: this version, or the one before it. */
  readonly write: (record: SessionRecord) => { readonly s: number }
}

/** The only version so far. */
export const first: Format = { upgrades: [], write: (record) => record }

/** Another one for tests of what a later release will do. */
export class CurrentFormat extends Context.Reference<CurrentFormat>()("@effect-orange/core/internal/CurrentFormat", {
  defaultValue: (): Format => first
}) {}

const refuse = (reason: "UnknownSchema" | "Undecryptable") => Either.left(new TokenStoreError({ reason, operation: "decode" }))

export interface Codec {
  readonly encode: (record: SessionRecord) => Redacted.Redacted<string>
  /** A newer version is `UnknownSchema`; whatever else cannot be read is `Undecryptable`. */
  readonly decode: (text: Redacted.Redacted<string>) => Either.Either<SessionRecord, TokenStoreError>
}

const makeCodec = ({ upgrades, write }: Format): Codec => ({
  encode: (record) => Redacted.make(JSON.stringify(write(record))),
  decode: (text) => {
    const fields = Option.filter(parse(Redacted.value(text)), isFields)
    if (Option.isNone(fields)) return refuse("Undecryptable")
    const { s } = fields.value
    if (typeof s !== "number" || !Number.isInteger(s) || s < 1) return refuse("Undecryptable")
    if (s > upgrades.length + 1) return refuse("UnknownSchema")
    const current = upgrades.slice(s - 1).reduce((older, upgrade) => upgrade(older), fields.value)
    return Option.match(decodeCurrent(current), {
      onNone: () => refuse("Undecryptable"),
      onSome: (record) => Either.right({ ...record, s: 1 as const })
    })
  }
})

export const codec: Effect.Effect<Codec> = Effect.map(CurrentFormat, makeCodec)

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
