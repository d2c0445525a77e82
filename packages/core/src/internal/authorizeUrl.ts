import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import type { AuthorizeOptions } from "../AuthorizationCode.js"
import { ConfigurationError } from "../ConfigurationError.js"

/** Parameters that the grant sets itself: another value would undo a check of the callback. */
const reserved = new Set([
  "response_type",
  "client_id",
  "client_secret",
  "scope",
  "redirect_uri",
  "state",
  "nonce",
  "code_challenge",
  "code_challenge_method",
  "acr_values",
  "login_hint",
  "prompt",
  "ui_locales"
])

const refuse = (field: string, problem: string) => Either.left(new ConfigurationError({ field, problem }))

/** RFC 6749 section 3.1.2: absolute, and without a fragment. */
export const checkRedirectUri = (redirectUri: string): Either.Either<string, ConfigurationError> =>
  !URL.canParse(redirectUri)
    ? refuse("redirectUri", "is not an absolute URL")
    : redirectUri.includes("#")
    ? refuse("redirectUri", "must not have a fragment")
    : Either.right(redirectUri)

const checkScopes = (scopes: ReadonlyArray<string>): Either.Either<ReadonlyArray<string>, ConfigurationError> => {
  if (scopes.length === 0) return refuse("scopes", "is empty; Orange demands at least one scope")
  // RFC 6749 section 3.3: printable ASCII without blank, quote and backslash.
  return scopes.every((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
    ? Either.right([...new Set(scopes)])
    : refuse("scopes", "has an entry that is not one scope; give each scope as an entry of its own")
}

/** What a log-in asks for, if it can be asked. */
export const check = (
  asked: AuthorizeOptions,
  defaultRedirectUri: string
): Either.Either<{ readonly redirectUri: string; readonly scopes: ReadonlyArray<string> }, ConfigurationError> => {
  const clash = Object.keys(asked.parameters ?? {}).find((name) => reserved.has(name))
  return clash !== undefined
    ? refuse(`parameters.${clash}`, "is set by the grant itself; use the option of that name")
    : Either.all({ redirectUri: checkRedirectUri(asked.redirectUri ?? defaultRedirectUri), scopes: checkScopes(asked.scopes) })
}

/**
 * Step 1 of "OAuth U2M in a nutshell". Each value is percent-encoded, blanks as %20: the guide wants the scopes as one
 * encoded value, and not every server reads `+` as a blank.
 */
export const build = (
  own: {
    readonly authorizeUrl: string
    readonly clientId: string
    readonly scopes: ReadonlyArray<string>
    readonly redirectUri: string
    readonly state: string
    readonly nonce: string | undefined
    readonly codeChallenge: string | undefined
  },
  asked: AuthorizeOptions
): string => {
  const parameters: ReadonlyArray<readonly [string, string | undefined]> = [
    ["response_type", "code"],
    ["client_id", own.clientId],
    ["scope", own.scopes.join(" ")],
    ["redirect_uri", own.redirectUri],
    ["state", own.state],
    ["nonce", own.nonce],
    // RFC 7636 section 4.3; a server that does not know it ignores it.
    ["code_challenge", own.codeChallenge],
    ["code_challenge_method", own.codeChallenge === undefined ? undefined : "S256"],
    ["acr_values", asked.acrValues?.join(" ")],
    ["login_hint", asked.loginHint === undefined ? undefined : Redacted.value(asked.loginHint)],
    ["prompt", asked.prompt],
    ["ui_locales", asked.uiLocales?.join(" ")],
    ...Object.entries(asked.parameters ?? {})
  ]
  const query = parameters
    .filter((parameter): parameter is readonly [string, string] => parameter[1] !== undefined && parameter[1] !== "")
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&")
  return `${own.authorizeUrl}?${query}`
}
