/** Issuing and finding tokens. What has expired is remembered for a while, so that the gateway can say 42 and not 41. */
import { base64UrlText, randomId, randomUuid } from "./bytes.js"
import { surfaceUrl } from "./exchange.js"
import { halfHash, sign } from "./idToken.js"
import type { AccessToken, Client, Code, Grant, RefreshToken, State, Surface } from "./state.js"
import { remember } from "./state.js"
import type { IdTokenLie } from "../Fault.js"

/** An application can hold 3,000 at Orange's 50 a minute and 60 minutes; users are bounded for the flood's sake alone. */
const maxAppTokens = 5_000
const maxUserEntries = 20_000
const rememberExpired = 60 * 60_000

const isForgotten = (now: number) => (entry: { readonly expiresAt: number }): boolean =>
  entry.expiresAt + rememberExpired < now

/**
 * Looks like the JWT that `/oauth/v3/token` gives (several hundred characters, ES384). Orange publishes no key for it,
 * so no client can check its signature, and here it is random: the token means nothing but an entry in the table.
 */
const appTokenValue = (state: State, client: Client, now: number): string => {
  const seconds = Math.floor(now / 1000)
  const header = { typ: "JWT", ver: "1.0", alg: "ES384", kid: "emulator" }
  const payload = {
    iss: surfaceUrl(state, "v3"),
    aud: ["ope"],
    iat: seconds,
    exp: seconds + expiresIn(state),
    jti: randomUuid(),
    client_id: client.clientId,
    sub: client.clientId,
    client_name: { default: "effect-orange emulator" }
  }
  return `${base64UrlText(JSON.stringify(header))}.${base64UrlText(JSON.stringify(payload))}.${randomId(96)}`
}

/** Whole seconds, at least one: `expires_in` is a positive number (RFC 6749 section 5.1). */
export const expiresIn = (state: State): number => Math.max(1, Math.floor(state.settings.tokenLifetime / 1000))

export const issueAppToken = (
  state: State,
  client: Client,
  surface: Surface,
  scopes: ReadonlyArray<string>,
  now: number,
  seconds = state.settings.tokenLifetime / 1_000
): string => {
  const value = appTokenValue(state, client, now)
  const token = {
    surface,
    clientId: client.clientId,
    scopes,
    grant: undefined,
    expiresAt: now + seconds * 1_000,
    revoked: false
  }
  remember(state.appTokens, value, token, maxAppTokens, isForgotten(now))
  return value
}

/** Codes and 3-legged tokens are opaque and start with `OFR-` (Orange's sandbox and playground pages). */
const opaque = (bytes: number): string => `OFR-${randomId(bytes)}`

export const issueUserToken = (state: State, grant: Grant, scopes: ReadonlyArray<string>, now: number): string => {
  const value = opaque(48)
  const token = {
    surface: grant.surface,
    clientId: grant.clientId,
    scopes,
    grant,
    expiresAt: now + state.settings.tokenLifetime,
    revoked: false
  }
  remember(state.userTokens, value, token, maxUserEntries, isForgotten(now))
  return value
}

export const issueRefreshToken = (state: State, grant: Grant): string => {
  const value = opaque(48)
  remember(state.refreshTokens, value, { grant, replaced: false }, maxUserEntries, () => false)
  return value
}

export const issueCode = (state: State, code: Omit<Code, "used" | "expiresAt">, now: number): string => {
  const value = opaque(32)
  const entry = { ...code, expiresAt: now + state.settings.codeLifetime, used: false }
  remember(state.codes, value, entry, maxUserEntries, isForgotten(now))
  return value
}

export const findAccessToken = (state: State, value: string): AccessToken | undefined =>
  state.appTokens.get(value) ?? state.userTokens.get(value)

export const isRevoked = (token: AccessToken): boolean => token.revoked || token.grant?.revoked === true

export const findGrant = (state: State, value: string): Grant | undefined =>
  state.refreshTokens.get(value)?.grant ?? state.userTokens.get(value)?.grant ?? state.codes.get(value)?.grant

/** The refresh token of a refresh answer: a new one under rotation, else the old one or, as the guide shows, none. */
export const nextRefreshToken = (state: State, value: string, token: RefreshToken): string | undefined => {
  if (!state.settings.rotate) return state.settings.omitRefreshToken ? undefined : value
  token.replaced = true
  return issueRefreshToken(state, token.grant)
}

/** OpenID Connect Core section 2, and 3.1.3.6 for `at_hash`; `auth_time` stays that of the log-in (section 12.2). */
export const issueIdToken = (
  state: State,
  grant: Grant,
  nonce: string | undefined,
  accessToken: string,
  now: number,
  lie: IdTokenLie | undefined
): Promise<string> => {
  const issuedAt = Math.floor(now / 1000)
  return sign(state.keys, {
    iss: surfaceUrl(state, grant.surface),
    sub: grant.user.sub,
    aud: grant.clientId,
    exp: issuedAt + expiresIn(state),
    iat: issuedAt,
    auth_time: Math.floor(grant.authTime / 1000),
    nonce,
    acr: grant.acr,
    at_hash: halfHash(accessToken)
  }, lie)
}
