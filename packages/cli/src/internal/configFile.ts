/**
 * The emulator's configuration file. What is wrong with one is told by field path alone: its values are secrets and
 * people's data, and neither belongs on a terminal.
 */
import type { Options } from "@effect-orange/emulator"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Fs from "node:fs/promises"
import { durationHelp, parseDuration } from "./durations.js"

export class ConfigFileError extends Data.TaggedError("ConfigFileError")<{
  readonly file: string
  readonly problem: string
}> {
  override get message(): string {
    return `${this.file}: ${this.problem}`
  }
}

/** A message of our own replaces Schema's, which shows the value. */
const says = <A, I>(schema: Schema.Schema<A, I>, text: string): Schema.Schema<A, I> =>
  schema.annotations({ message: () => ({ message: `must be ${text}`, override: true }) })

const Text = says(Schema.NonEmptyString, "a text that is not empty")
const Flag = says(Schema.Boolean, "true or false")
const Limit = says(Schema.NonNegativeInt, "a whole number, 0 for no limit")
const Lifetime = says(
  Schema.String.pipe(Schema.filter((text) => Option.isSome(parseDuration(text)))),
  `a duration ${durationHelp}`
)

/** Absent rather than undefined: JSON knows no undefined, and the union would hide which field is wrong. */
const optional = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { exact: true })

const oneOf = <const A extends ReadonlyArray<string>>(...values: A) =>
  says(Schema.Literal(...values), `one of ${values.join(", ")}`)

/** A record, so that the compiler misses none. */
const apis: Readonly<Record<Options.Api, true>> = {
  "poi-shops": true,
  sms: true,
  "orange-money": true,
  "orange-money-sonatel": true,
  userinfo: true,
  "playground-admin": true,
  "sim-swap": true,
  "device-swap": true,
  "number-verification": true,
  "kyc-match": true,
  "kyc-tenure": true,
  "location-retrieval": true,
  "location-verification": true,
  "device-reachability-status": true,
  "device-roaming-status": true,
  "quality-on-demand": true,
  "geofencing-subscriptions": true,
  "population-density-data": true
}

const Ciba = Schema.Struct({
  requireAssertion: optional(Flag),
  interval: optional(Lifetime),
  lifetime: optional(Lifetime),
  unknownSubscribers: optional(Schema.Array(Text))
})

const Client = Schema.Struct({
  clientId: Text,
  clientSecret: Text,
  redirectUris: optional(Schema.Array(Text)),
  loopbackRedirectUris: optional(Flag),
  apis: optional(Schema.Array(oneOf(...Object.keys(apis) as ReadonlyArray<Options.Api>))),
  jwks: optional(Schema.Struct({ keys: Schema.Array(Schema.Record({ key: Schema.String, value: Schema.Unknown })) })),
  status: optional(oneOf("active", "out-of-date", "unauthorized"))
})

const User = Schema.Struct({
  username: Text,
  password: optional(Text),
  sub: optional(Text),
  claims: optional(Schema.Record({ key: Schema.String, value: Schema.Unknown }))
})

const File = Schema.Struct({
  clients: optional(Schema.Array(Client)),
  users: optional(Schema.Array(User)),
  scopes: optional(Schema.Array(Text)),
  ciba: optional(Ciba),
  autoApprove: optional(Flag),
  rotateRefreshTokens: optional(Flag),
  refreshTokens: optional(Flag),
  omitRefreshTokenOnRefresh: optional(Flag),
  strictAccept: optional(Flag),
  supportsPkce: optional(Flag),
  retryAfter: optional(Flag),
  tokenLifetime: optional(Lifetime),
  codeLifetime: optional(Lifetime),
  requestsPerMinute: optional(Limit),
  requestsPerSecond: optional(Limit),
  idTokenAlgorithm: optional(oneOf("RS256", "ES256"))
})

const fault = (issue: ParseResult.ArrayFormatterIssue): string => {
  const path = issue.path.map(String).join(".") || "the file"
  if (issue._tag === "Missing") return `${path} is missing`
  if (issue._tag === "Unexpected") return `${path} is not known`
  return `${path} ${issue.message.startsWith("must be ") ? issue.message : "is not of the right type"}`
}

const decode = Schema.decodeUnknown(File, { errors: "all", onExcessProperty: "error" })

/** JSON.parse's own message quotes the text around the error. */
const parse = (text: string): Effect.Effect<unknown, string> =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: (error) => {
      const position = /position \d+/.exec(String(error))?.[0]
      return position === undefined ? "is not JSON" : `is not JSON, at ${position}`
    }
  })

const lifetime = (text: string | undefined) => text === undefined ? undefined : Option.getOrUndefined(parseDuration(text))

const toOptions = (file: typeof File.Type): Options.Options => ({
  ...file,
  clients: file.clients?.map((client) => ({ ...client, clientSecret: Redacted.make(client.clientSecret) })),
  users: file.users?.map((user) => ({
    ...user,
    password: user.password === undefined ? undefined : Redacted.make(user.password)
  })),
  ciba: file.ciba === undefined ? undefined : { ...file.ciba, interval: lifetime(file.ciba.interval), lifetime: lifetime(file.ciba.lifetime) },
  tokenLifetime: lifetime(file.tokenLifetime),
  codeLifetime: lifetime(file.codeLifetime)
})

export const decodeConfig = (text: string): Effect.Effect<Options.Options, string> =>
  parse(text).pipe(
    Effect.flatMap((json) =>
      Effect.mapError(decode(json), (error) => ParseResult.ArrayFormatter.formatErrorSync(error).map(fault).join("; "))
    ),
    Effect.map(toOptions)
  )

const notFound = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT"

export const readConfig = (file: string): Effect.Effect<Options.Options, ConfigFileError> =>
  Effect.tryPromise({
    try: () => Fs.readFile(file, "utf8"),
    catch: (error) => notFound(error) ? "does not exist" : "cannot be read"
  }).pipe(
    Effect.flatMap(decodeConfig),
    Effect.mapError((problem) => new ConfigFileError({ file, problem }))
  )
