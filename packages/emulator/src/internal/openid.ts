/** What OpenID Connect adds: discovery, the key set, userinfo. */
import type { PlainResponse } from "../Message.js"
import { cibaGrant } from "./ciba.js"
import { assertionAlgorithms } from "./clientAssertion.js"
import { type Exchange, surfaceUrl } from "./exchange.js"
import { checkBearer } from "./gateway.js"
import { keySet } from "./idToken.js"
import { catalogue, gatewayError, gatewayErrors, json, noStore, oauthError, type GatewayError } from "./respond.js"
import type { Surface } from "./state.js"

const isRead = (exchange: Exchange): boolean => exchange.request.method === "GET" || exchange.request.method === "HEAD"

/** CIBA Core section 4, in place of all that belongs to the authorize page. */
const backchannelDocument = (exchange: Exchange) => {
  const issuer = surfaceUrl(exchange.state, "ciba")
  return {
    ...commonDocument(exchange, "ciba"),
    backchannel_authentication_endpoint: `${issuer}/bc-authorize`,
    backchannel_token_delivery_modes_supported: ["poll"],
    backchannel_user_code_parameter_supported: false,
    response_types_supported: [],
    grant_types_supported: [cibaGrant]
  }
}

const commonDocument = (exchange: Exchange, surface: Surface) => {
  const { keys, settings } = exchange.state
  const issuer = surfaceUrl(exchange.state, surface)
  return {
    issuer,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    scopes_supported: [...settings.scopes],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: [keys.algorithm],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr"]
  }
}

/** OpenID Connect Discovery section 3; RFC 9207 section 3 for the `iss` parameter. */
const document = (exchange: Exchange, surface: Surface) => {
  const { settings } = exchange.state
  return {
    ...commonDocument(exchange, surface),
    authorization_endpoint: `${surfaceUrl(exchange.state, surface)}/authorize`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: [
      ...(surface === "playground" ? ["client_credentials"] : []),
      "authorization_code",
      ...(settings.refreshTokens ? ["refresh_token"] : [])
    ],
    ui_locales_supported: ["en", "fr"],
    prompt_values_supported: ["none", "login", "consent", "select_account"],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    authorization_response_iss_parameter_supported: true,
    ...(settings.pkce ? { code_challenge_methods_supported: ["S256", "plain"] } : {})
  }
}

export const discovery = (exchange: Exchange, surface: Surface): PlainResponse =>
  isRead(exchange) ? json(200, surface === "ciba" ? backchannelDocument(exchange) : document(exchange, surface)) : oauthError(catalogue.method)

export const jwks = (exchange: Exchange): PlainResponse =>
  isRead(exchange) ? json(200, keySet(exchange.state.keys)) : oauthError(catalogue.method)

/** RFC 6750 section 3: a request without credentials is told the scheme and no error. */
const challenge = (error: GatewayError): string =>
  error === gatewayErrors.missing
    ? `Bearer realm="Authorization Required"`
    : `Bearer realm="Authorization Required", error="${
      error.status === 403 ? `insufficient_scope", scope="openid` : "invalid_token"
    }", error_description="${error.description}"`

const refuse = (error: GatewayError): PlainResponse =>
  gatewayError(error, { headers: { ...noStore, "WWW-Authenticate": challenge(error) } })

/** OpenID Connect Core section 5.3, by GET or POST; Orange gives the claim `sub` alone. */
export const userinfo = (exchange: Exchange, surface: Surface): PlainResponse => {
  if (!isRead(exchange) && exchange.request.method !== "POST") return oauthError(catalogue.method)
  const token = checkBearer(exchange)
  if ("code" in token) return refuse(token)
  if (token.grant === undefined || token.surface !== surface) return refuse(gatewayErrors.invalid)
  return token.scopes.includes("openid") ? json(200, { sub: token.grant.user.sub }, noStore) : refuse(gatewayErrors.requester)
}
