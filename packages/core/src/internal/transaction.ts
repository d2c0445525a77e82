import * as Either from "effect/Either"
import type * as Redacted from "effect/Redacted"
import { value } from "effect/Redacted"
import * as Schema from "effect/Schema"
import { AuthorizationError } from "../OAuthError.js"
import { sameIssuer } from "./issuer.js"
import { errorCode, scrub } from "./redaction.js"

/** What the callback needs to know of its authorize: sealed, and kept by the application in the user's own browser. */
export const Transaction = Schema.Struct({
  t: Schema.Literal(1),
  state: Schema.String,
  nonce: Schema.optional(Schema.String),
  codeVerifier: Schema.optional(Schema.String),
  redirectUri: Schema.String,
  issuer: Schema.String,
  tokenUrl: Schema.String,
  clientId: Schema.String,
  scopes: Schema.Array(Schema.String),
  requiredScopes: Schema.Array(Schema.String),
  /** Wall clock, milliseconds: it may be opened by another machine. */
  expiresAt: Schema.Number
})
export type Transaction = typeof Transaction.Type

const TransactionJson = Schema.parseJson(Transaction)
const decodeTransaction = Schema.decodeUnknownEither(TransactionJson)

const fail = (reason: AuthorizationError["reason"], detail: string, error?: string) =>
  Either.left(new AuthorizationError({ reason, detail, ...(error === undefined ? {} : { error }) }))

export const open = (
  text: Redacted.Redacted<string>,
  expected: { readonly clientId: string; readonly tokenUrl: string; readonly now: number }
): Either.Either<Transaction, AuthorizationError> =>
  Either.flatMap(
    Either.mapLeft(decodeTransaction(value(text)), () => new AuthorizationError({ reason: "Transaction", detail: "it has another shape" })),
    (transaction) =>
      transaction.clientId !== expected.clientId || transaction.tokenUrl !== expected.tokenUrl
        ? fail("Transaction", "it was made for another client or environment")
        : expected.now >= transaction.expiresAt
        ? fail("Transaction", "it has expired")
        : Either.right(transaction)
  )

/** A redirect that may go on to the exchange. */
export interface Redirect {
  readonly code: string
  /** Named by Orange where fewer scopes were granted than asked for. */
  readonly scopes: ReadonlyArray<string> | undefined
}

const singletons = ["code", "state", "iss", "error", "error_description", "scope"] as const

const urlOf = (redirectUrl: string | URL, base: string): URL | undefined => {
  try {
    return new URL(redirectUrl, base)
  } catch {
    return undefined
  }
}

/**
 * Reads the URL on which the user came back (RFC 6749 sections 4.1.2 and 4.1.2.1, RFC 9207). The state comes first:
 * nothing else in a forged redirect is worth reading.
 */
export const readRedirect = (
  redirectUrl: string | URL,
  transaction: Transaction
): Either.Either<Redirect, AuthorizationError> => {
  const url = urlOf(redirectUrl, transaction.redirectUri)
  if (url === undefined) return fail("Redirect", "it cannot be read as a URL")
  const parameters = url.searchParams
  // RFC 6749 section 3.1: parameters must not be included more than once.
  const repeated = singletons.find((name) => parameters.getAll(name).length > 1)
  if (repeated !== undefined) return fail("Redirect", `it has more than one ${repeated}`)
  const state = parameters.get("state")
  if (state === null) return fail("State", "the redirect has no state")
  if (state !== transaction.state) return fail("State", "the redirect's state is not this transaction's")
  const issuer = parameters.get("iss")
  if (issuer !== null && !sameIssuer(issuer, transaction.issuer)) return fail("Issuer", "the redirect's iss is not the environment's issuer")
  const error = parameters.get("error")
  if (error !== null) {
    const description = scrub(parameters.get("error_description") ?? "the redirect gives no description", [state])
    return fail(error === "access_denied" ? "Denied" : "Error", description, errorCode(error))
  }
  const code = parameters.get("code")
  if (code === null || code === "") return fail("Redirect", "it has no code and no error")
  const scope = parameters.get("scope")
  return Either.right({ code, scopes: scope === null ? undefined : scope.split(" ").filter((name) => name !== "") })
}
