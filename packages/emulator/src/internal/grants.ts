/** The U2M grant at the token endpoint: code exchange (guide, step 2) and refresh (step 3). */
import { base64Url, sha256 } from "./bytes.js"
import type { Answer, Exchange } from "./exchange.js"
import type { Parameters } from "./form.js"
import { catalogue, json, noStore, oauthError, others } from "./respond.js"
import { scopesOf } from "./scopes.js"
import type { Client, Code, Grant, Surface } from "./state.js"
import { expiresIn, issueIdToken, issueRefreshToken, issueUserToken, nextRefreshToken } from "./tokens.js"

interface Issue {
  readonly grant: Grant
  readonly scopes: ReadonlyArray<string>
  /** That of the authorization request; none on a refresh (OpenID Connect Core section 12.2). */
  readonly nonce: string | undefined
  readonly refreshToken: string | undefined
  /** The scope is told where it differs from what was asked (RFC 6749 section 5.1). */
  readonly tellScope: boolean
}

/** The answer of the guide's steps 2 and 3; an id_token comes with the openid scope (OpenID Connect Core 3.1.3.3, 12.2). */
export const tokenAnswer = (exchange: Exchange, issue: Issue): Answer => {
  const { now, state } = exchange
  const accessToken = issueUserToken(state, issue.grant, issue.scopes, now)
  const body = {
    token_type: "Bearer",
    access_token: accessToken,
    expires_in: expiresIn(state),
    refresh_token: issue.refreshToken,
    scope: issue.tellScope ? issue.scopes.join(" ") : undefined
  }
  if (!issue.scopes.includes("openid")) return json(200, body, noStore)
  return issueIdToken(state, issue.grant, issue.nonce, accessToken, now, exchange.lie).then((idToken) =>
    json(200, { ...body, id_token: idToken }, noStore)
  )
}

/** RFC 7636 section 4.6; a verifier without a challenge is refused (RFC 9700 section 2.1.1, downgrade). */
const isVerified = (challenge: Code["challenge"], verifier: string | undefined): boolean => {
  if (challenge === undefined || verifier === undefined) return challenge === undefined && verifier === undefined
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false
  return challenge.value === (challenge.method === "plain" ? verifier : base64Url(sha256(verifier)))
}

const isFor = (grant: Grant, client: Client, surface: Surface): boolean =>
  grant.clientId === client.clientId && grant.surface === surface

export const exchangeCode = (exchange: Exchange, client: Client, parameters: Parameters, surface: Surface): Answer => {
  const { now, state } = exchange
  const value = parameters.get("code")
  const redirectUri = parameters.get("redirect_uri")
  // The guide names both as parameters of the request; RFC 6749 section 4.1.3 demands redirect_uri since authorize has it.
  if (value === undefined || redirectUri === undefined) return oauthError(catalogue.missing)
  const code = state.codes.get(value)
  if (code === undefined || !isFor(code.grant, client, surface)) return oauthError(others.code)
  if (code.used) {
    // RFC 6749 section 4.1.2: deny, and revoke the tokens that came of the first use.
    code.grant.revoked = true
    return oauthError(others.code)
  }
  if (code.grant.revoked || code.expiresAt <= now) return oauthError(others.code)
  if (code.redirectUri !== redirectUri) return oauthError(others.redirectUri)
  const verifier = state.settings.pkce ? parameters.get("code_verifier") : undefined
  if (!isVerified(code.challenge, verifier)) return oauthError(others.verifier)
  code.used = true
  const refreshToken = state.settings.refreshTokens ? issueRefreshToken(state, code.grant) : undefined
  const { nonce, scopes } = code.grant
  return tokenAnswer(exchange, { grant: code.grant, scopes, nonce, refreshToken, tellScope: code.narrowed })
}

export const refresh = (exchange: Exchange, client: Client, parameters: Parameters, surface: Surface): Answer => {
  const { state } = exchange
  const value = parameters.get("refresh_token")
  if (value === undefined) return oauthError(catalogue.missing)
  const token = state.refreshTokens.get(value)
  if (token === undefined || !isFor(token.grant, client, surface)) return oauthError(others.refreshToken)
  // RFC 9700 section 4.14.2: a replaced token in use means that one of two holders is a thief; both lose the session.
  if (token.replaced) token.grant.revoked = true
  if (token.grant.revoked) return oauthError(others.refreshToken)
  const wanted = scopesOf(parameters.get("scope"))
  const scopes = wanted === undefined || wanted.length > 0 ? wanted : token.grant.scopes
  // RFC 6749 section 6: not beyond what was granted. The refresh token keeps the whole grant.
  if (scopes === undefined || !scopes.every((scope) => token.grant.scopes.includes(scope))) return oauthError(others.scope)
  const refreshToken = nextRefreshToken(state, value, token)
  const tellScope = scopes.length < token.grant.scopes.length
  return tokenAnswer(exchange, { grant: token.grant, scopes, nonce: undefined, refreshToken, tellScope })
}
