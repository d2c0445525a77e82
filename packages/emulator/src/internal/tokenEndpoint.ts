/** The token endpoints: `/oauth/v3/token`, `/openidconnect/fr/v1/token`, the playground's, Sonatel's and CIBA's. */
import type { PlainResponse } from "../Message.js"
import { acceptsJson } from "./accept.js"
import { randomId } from "./bytes.js"
import { cibaGrant, pollAuthentication } from "./ciba.js"
import { assertionAudience, authenticate, whenAuthenticated } from "./clientAuthentication.js"
import type { Answer, Exchange } from "./exchange.js"
import type { Parameters } from "./form.js"
import { readBody } from "./formBody.js"
import { exchangeCode, refresh } from "./grants.js"
import { scopesOf } from "./scopes.js"
import { catalogue, json, noStore, oauthError, others } from "./respond.js"
import type { Client, Surface } from "./state.js"
import { expiresIn, issueAppToken } from "./tokens.js"

const throttle = (exchange: Exchange, client: Client): PlainResponse | undefined => {
  const wait = exchange.state.tokenLimiter.take(client.clientId, exchange.now)
  if (wait === 0) return undefined
  // Orange documents no Retry-After: only where the options ask for it.
  const headers = exchange.state.settings.retryAfter ? { "Retry-After": String(Math.ceil(wait / 1000)) } : {}
  return oauthError(others.tooMany, headers)
}

/** 2-legged guide: exactly these three fields. The scope is not repeated, being what was asked (RFC 6749 section 5.1). */
const clientCredentials = (exchange: Exchange, client: Client, parameters: Parameters, surface: Surface): PlainResponse => {
  const scopes = scopesOf(parameters.get("scope"))
  if (scopes === undefined) return oauthError(others.scope)
  const value = issueAppToken(exchange.state, client, surface, scopes, exchange.now)
  return json(200, { token_type: "Bearer", access_token: value, expires_in: expiresIn(exchange.state) }, noStore)
}

/** Sonatel's, as measured: five minutes less one second, and a refresh token that this grant has no use for. */
const sonatelCredentials = (exchange: Exchange, client: Client): PlainResponse => {
  const lifetime = 299
  const value = issueAppToken(exchange.state, client, "sonatel", [], exchange.now, lifetime)
  return json(200, { access_token: value, token_type: "Bearer", expires_in: lifetime, scope: "", refresh_token: randomId(48), refresh_expires_in: 1_800 }, noStore)
}

type Grant = (exchange: Exchange, client: Client, parameters: Parameters, surface: Surface) => Answer

const grantsOf: Record<Surface, Readonly<Record<string, Grant>>> = {
  v3: { client_credentials: clientCredentials },
  france: { authorization_code: exchangeCode, refresh_token: refresh },
  playground: { client_credentials: clientCredentials, authorization_code: exchangeCode, refresh_token: refresh },
  sonatel: { client_credentials: sonatelCredentials },
  ciba: { [cibaGrant]: pollAuthentication }
}

const limited: Record<Surface, boolean> = {
  v3: true,
  // The U2M guide states no limit.
  france: false,
  playground: true,
  sonatel: true,
  // Its own interval paces it.
  ciba: false
}

/** 2-legged guide: `Header Accept: application/json is now required`; the U2M guide's own request does not send it. */
const isAcceptable = (exchange: Exchange, surface: Surface): boolean => {
  const accept = exchange.request.headers["accept"]
  if (surface === "v3") return acceptsJson(accept, exchange.state.settings.strictAccept)
  return accept === undefined || acceptsJson(accept, false)
}

const grant = (exchange: Exchange, client: Client, parameters: Parameters, surface: Surface): Answer => {
  const refused = limited[surface] ? throttle(exchange, client) : undefined
  if (refused !== undefined) return refused
  const grantType = parameters.get("grant_type")
  if (grantType === undefined) return oauthError(catalogue.missing)
  // RFC 6749 would call it unsupported_grant_type; the guide's catalogue says invalid_grant.
  const grants = grantsOf[surface]
  const found = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined
  return found === undefined ? oauthError(catalogue.grantType) : found(exchange, client, parameters, surface)
}

export const tokenEndpoint = (exchange: Exchange, surface: Surface): Answer => {
  if (exchange.request.method !== "POST") return oauthError(catalogue.method)
  if (!isAcceptable(exchange, surface)) return oauthError(others.notAcceptable)
  const parameters = readBody(exchange)
  if ("status" in parameters) return parameters
  const authenticated = authenticate(exchange, parameters, {
    clientIdBesideHeader: surface !== "v3",
    requireAssertion: surface === "ciba" && exchange.state.ciba.settings.requireAssertion,
    audience: assertionAudience(exchange, surface)
  })
  return whenAuthenticated(authenticated, (client) => grant(exchange, client, parameters, surface))
}
