/** The three token endpoints: `/oauth/v3/token`, `/openidconnect/fr/v1/token` and the playground's. */
import type { PlainResponse } from "../Message.js"
import { acceptsJson } from "./accept.js"
import { decodeUtf8, randomId } from "./bytes.js"
import { authenticate, isClient } from "./clientAuthentication.js"
import type { Answer, Exchange } from "./exchange.js"
import { type Parameters, parse } from "./form.js"
import { exchangeCode, refresh } from "./grants.js"
import { scopesOf } from "./scopes.js"
import { catalogue, json, noStore, oauthError, others } from "./respond.js"
import type { Client, Surface } from "./state.js"
import { expiresIn, issueAppToken } from "./tokens.js"

const isForm = (contentType: string | undefined): boolean =>
  contentType !== undefined && /^application\/x-www-form-urlencoded *(;|$)/i.test(contentType.trim())

/** Parameters travel in the body alone (RFC 6749 section 2.3.1, 4.1.3): what the query says is not looked at. */
const readBody = (exchange: Exchange): Parameters | PlainResponse => {
  if (!isForm(exchange.request.headers["content-type"])) return oauthError(others.contentType)
  const text = decodeUtf8(exchange.request.body)
  const parameters = text === undefined ? undefined : parse(text)
  if (parameters === undefined || parameters.malformed) return oauthError(others.malformed)
  return parameters.repeated.length > 0 ? oauthError(others.repeated) : parameters
}

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
  sonatel: { client_credentials: sonatelCredentials }
}

const limited: Record<Surface, boolean> = {
  v3: true,
  // The U2M guide states no limit.
  france: false,
  playground: true,
  sonatel: true
}

/** 2-legged guide: `Header Accept: application/json is now required`; the U2M guide's own request does not send it. */
const isAcceptable = (exchange: Exchange, surface: Surface): boolean => {
  const accept = exchange.request.headers["accept"]
  if (surface === "v3") return acceptsJson(accept, exchange.state.settings.strictAccept)
  return accept === undefined || acceptsJson(accept, false)
}

export const tokenEndpoint = (exchange: Exchange, surface: Surface): Answer => {
  const { request, state } = exchange
  if (request.method !== "POST") return oauthError(catalogue.method)
  if (!isAcceptable(exchange, surface)) return oauthError(others.notAcceptable)
  const parameters = readBody(exchange)
  if ("status" in parameters) return parameters
  const client = authenticate(state, request.headers["authorization"], parameters, { clientIdBesideHeader: surface !== "v3" })
  if (!isClient(client)) return client
  const refused = limited[surface] ? throttle(exchange, client) : undefined
  if (refused !== undefined) return refused
  const grantType = parameters.get("grant_type")
  if (grantType === undefined) return oauthError(catalogue.missing)
  // RFC 6749 would call it unsupported_grant_type; the guide's catalogue says invalid_grant.
  const grants = grantsOf[surface]
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined
  return grant === undefined ? oauthError(catalogue.grantType) : grant(exchange, client, parameters, surface)
}
