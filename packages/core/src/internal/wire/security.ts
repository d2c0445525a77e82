/** Who calls: which of an operation's requirements is met, and how its credentials are sent (OpenAPI 3.1 section 4.8.27). */
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import type { Requirement, SecurityScheme } from "../../Operation.js"
import * as Field from "./field.js"
import * as Percent from "./percent.js"
import { Unwritable } from "./unwritable.js"

/** Whose token a client can have. */
export type Flow = "App" | "User" | "Open"

export interface Basic {
  readonly username: string
  readonly password: Redacted.Redacted
}

export type Credentials = { readonly [scheme: string]: Redacted.Redacted | Basic | undefined }

type Schemes = { readonly [scheme: string]: SecurityScheme }

/** A choice among an operation's requirements. */
export interface Choice {
  readonly needsToken: boolean
  /** Of which the token must have one set whole. */
  readonly scopes: ReadonlyArray<ReadonlyArray<string>>
  /** Schemes whose credentials are sent. */
  readonly schemes: ReadonlyArray<readonly [name: string, scheme: SecurityScheme]>
}

const own = <A>(record: { readonly [name: string]: A }, name: string): A | undefined => Object.hasOwn(record, name) ? record[name] : undefined

/** The first scheme of a requirement for which this client has nothing. */
const unmet = (requirement: Requirement, schemes: Schemes, flow: Flow, credentials: Credentials): string | undefined =>
  Object.keys(requirement).find((name) => {
    const scheme = own(schemes, name)
    if (scheme === undefined) return true
    return scheme.type === "oauth2" ? flow === "Open" || !scheme.flows.includes(flow) : own(credentials, name) === undefined
  })

const tokenScopes = (requirement: Requirement, schemes: Schemes): ReadonlyArray<string> | undefined => {
  const names = Object.keys(requirement).filter((name) => own(schemes, name)?.type === "oauth2")
  return names.length === 0 ? undefined : names.flatMap((name) => requirement[name]!)
}

const open: Choice = { needsToken: false, scopes: [], schemes: [] }

/**
 * The first requirement that can be met. Where it needs a token, the scopes of the others that need nothing else are as
 * good: they are a choice, and which of them the token has is known only with it.
 */
export const choose = (
  requirements: ReadonlyArray<Requirement>,
  schemes: Schemes,
  flow: Flow,
  credentials: Credentials
): Choice => {
  if (requirements.length === 0) return open
  const met = requirements.filter((requirement) => unmet(requirement, schemes, flow, credentials) === undefined)
  const first = met[0]
  if (first === undefined) throw new Unwritable(missing(flow), [unmet(requirements[0]!, schemes, flow, credentials)!])
  const sent = (requirement: Requirement) => Object.keys(requirement).filter((name) => own(schemes, name)?.type !== "oauth2")
  const names = sent(first)
  const alike = met.filter((requirement) => sent(requirement).every((name) => names.includes(name)))
  return {
    needsToken: tokenScopes(first, schemes) !== undefined,
    scopes: alike.flatMap((requirement) => {
      const scopes = tokenScopes(requirement, schemes)
      return scopes === undefined ? [] : [scopes]
    }),
    schemes: names.map((name) => [name, schemes[name]!])
  }
}

const whose: Record<Flow, string> = {
  App: "this client has the application's token and the credentials that it was given",
  User: "this client has a user's token and the credentials that it was given",
  Open: "this client has only the credentials that it was given"
}

const missing = (flow: Flow): string => `is needed and cannot be met: ${whose[flow]}`

/** Scopes that are wanting for every choice, if the token says which it has. */
export const wanting = ({ scopes }: Choice, granted: ReadonlyArray<string>): ReadonlyArray<string> => {
  if (granted.length === 0 || scopes.length === 0) return []
  const lacking = scopes.map((choice) => choice.filter((scope) => !granted.includes(scope)))
  return lacking.find((list) => list.length === 0) ?? lacking[0]!
}

/** Where credentials go. */
export interface Sent {
  readonly headers: ReadonlyArray<readonly [string, string]>
  readonly query: ReadonlyArray<readonly [string, string]>
  readonly cookies: ReadonlyArray<readonly [string, string]>
}

const isBasic = (given: Redacted.Redacted | Basic): given is Basic => !Redacted.isRedacted(given)

const secretOf = (given: Redacted.Redacted | Basic): string => {
  if (isBasic(given)) throw new Unwritable("must be one secret, not a user name and a password")
  return Redacted.value(given)
}

/** RFC 7617 in UTF-8; the first colon ends the name. */
const basicValue = (given: Redacted.Redacted | Basic): string => {
  if (!isBasic(given)) throw new Unwritable("must be a user name and a password")
  if (given.username.includes(":")) throw new Unwritable("must have no colon in its user name")
  return `Basic ${Encoding.encodeBase64(`${given.username}:${Redacted.value(given.password)}`)}`
}

/** What must not be shown of the credentials that are sent. */
export const secretsOf = ({ schemes }: Choice, credentials: Credentials): ReadonlyArray<string> =>
  schemes.map(([name]) => own(credentials, name)!).map((given) => Redacted.value(isBasic(given) ? given.password : given))

const none: Sent = { headers: [], query: [], cookies: [] }

const send = (scheme: SecurityScheme, given: Redacted.Redacted | Basic): Sent => {
  if (scheme.type === "oauth2") return none
  if (scheme.type === "http") {
    const value = scheme.scheme === "basic" ? basicValue(given) : `Bearer ${secretOf(given)}`
    return { ...none, headers: [["authorization", Field.checkValue(value)]] }
  }
  const secret = secretOf(given)
  if (scheme.in === "header") return { ...none, headers: [[scheme.name, Field.checkValue(secret)]] }
  const pair = [Percent.encode(scheme.name), Percent.encode(secret)] as const
  return scheme.in === "query" ? { ...none, query: [pair] } : { ...none, cookies: [pair] }
}

export const write = (name: string, scheme: SecurityScheme, credentials: Credentials): Sent => {
  try {
    return send(scheme, own(credentials, name)!)
  } catch (error) {
    throw error instanceof Unwritable ? new Unwritable(error.problem, [name]) : error
  }
}
