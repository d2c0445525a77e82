/** What is said of a store that cannot be used, in one line: never a password, a key or a record. */
import * as Data from "effect/Data"

export class StoreFailure extends Data.TaggedError("StoreFailure")<{ readonly message: string }> {}

/** Of an error whose own words say it all. */
export const asFailure = ({ message }: { readonly message: string }): StoreFailure => new StoreFailure({ message })

/** What the codes of Node, PostgreSQL, SQLite and Redis mean to an operator. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was broken",
  EHOSTUNREACH: "there is no way to its host",
  ENOTFOUND: "its host's name is not known",
  EAI_AGAIN: "its host's name cannot be looked up now",
  ETIMEDOUT: "no answer in time",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of further authorities)",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of further authorities)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of further authorities)",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  WRONGPASS: "user or password is refused",
  NOAUTH: "it wants a password",
  NOPERM: "this user may not do that",
  LOADING: "it is still loading its data",
  "28P01": "user or password is refused",
  "28000": "the user is refused",
  "3D000": "there is no such database",
  "42501": "this user may not do that",
  "42P01": "it is not there",
  "53300": "it has too many connections",
  "57P03": "it is starting up",
  SQLITE_ERROR: "it is not there",
  SQLITE_CANTOPEN: "the file cannot be opened",
  SQLITE_NOTADB: "the file is no SQLite database",
  SQLITE_READONLY: "the file cannot be written",
  SQLITE_BUSY: "another process holds the file"
}

/** What has no code of its own. */
const messages: ReadonlyArray<readonly [RegExp, string]> = [
  [/timed?\s?out/i, "no answer in time"],
  [/does not support SSL/, "it speaks no TLS"],
  [/unable to open (connection to local )?database/i, "the file cannot be opened"]
]

/** `code` where there is one; Redis' errors begin with theirs. */
const ownCode = (cause: Error): string | undefined =>
  "code" in cause && typeof cause.code === "string" ? cause.code : /^[A-Z]{4,}(?= )/.exec(cause.message)?.[0]

/** An error of a driver may hide others: by `cause`, or in an `AggregateError`. */
const withInner = (cause: unknown): ReadonlyArray<Error> =>
  cause instanceof Error
    ? [cause, ...[...(cause instanceof AggregateError ? cause.errors as ReadonlyArray<unknown> : []), cause.cause].flatMap(withInner)]
    : []

const meaningOf = (cause: Error): string | undefined => {
  const code = ownCode(cause)
  return code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : messages.find(([pattern]) => pattern.test(cause.message))?.[1]
}

const unknown = "no further reason is known"

/** Only what is known of a driver's error is told, or its code: its message may hold parts of the URL. */
export const reasonOf = (cause: unknown): string => {
  const all = withInner(cause)
  const code = all.map(ownCode).find((one) => one !== undefined && /^\w{1,40}$/.test(one))
  return all.map(meaningOf).find((one) => one !== undefined) ?? code ?? unknown
}

export const unreachable = (shown: string) => (cause: unknown): StoreFailure =>
  new StoreFailure({ message: `the store ${shown} cannot be reached: ${reasonOf(cause)}` })
