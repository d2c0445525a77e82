/** Who asks: RFC 6749 section 2.3.1, with what Orange's guide and its answers add, or a signed assertion. */
import type { PlainResponse } from "../Message.js"
import { decodeBase64, decodeLatin1, decodeUtf8 } from "./bytes.js"
import { assertedClient, claimedSubject, hasAssertion } from "./clientAssertion.js"
import { type Answer, type Exchange, surfaceUrl } from "./exchange.js"
import { decodeOrKeep, type Parameters } from "./form.js"
import { catalogue, oauthError, others } from "./respond.js"
import type { Client, State, Surface } from "./state.js"

interface Pair {
  readonly id: string
  readonly secret: string
}

/** The readings of one Basic value. Empty: it cannot be decoded. */
const readBasic = (value: string): ReadonlyArray<Pair> => {
  const bytes = decodeBase64(value.trim())
  if (bytes === undefined) return []
  // UTF-8 (RFC 7617 section 2.1), and ISO 8859-1 from clients that know no better.
  const texts = [decodeUtf8(bytes), decodeLatin1(bytes)].filter((text) => text !== undefined)
  return texts.flatMap((text) => {
    const colon = text.indexOf(":")
    if (colon < 0) return []
    const raw = { id: text.slice(0, colon), secret: text.slice(colon + 1) }
    // RFC 6749 section 2.3.1 has both parts form-encoded first; many clients do not. Both readings are tried.
    return [raw, { id: decodeOrKeep(raw.id), secret: decodeOrKeep(raw.secret) }, { ...raw, secret: decodeOrKeep(raw.secret) }]
  })
}

const basicValue = (authorization: string): string | undefined => /^basic +(.*)$/i.exec(authorization)?.[1]

const bodyPair = (parameters: Parameters): Pair | undefined => {
  const id = parameters.get("client_id")
  const secret = parameters.get("client_secret")
  return id === undefined || secret === undefined ? undefined : { id, secret }
}

/** Whom a request says it is from, for the journal. */
export const claimedClient = (
  state: State,
  authorization: string | undefined,
  parameters: Parameters
): string | undefined => {
  const basic = authorization === undefined ? undefined : basicValue(authorization)
  const pairs = basic === undefined ? [] : readBasic(basic)
  const known = (pairs.find((pair) => state.clients.has(pair.id)) ?? pairs[0])?.id
  return known ?? parameters.get("client_id") ?? claimedSubject(parameters.get("client_assertion") ?? "")
}

const match = (state: State, pairs: ReadonlyArray<Pair>): Client | undefined => {
  for (const pair of pairs) {
    const client = state.clients.get(pair.id)
    if (client?.secret === pair.secret) return client
  }
  return undefined
}

const admit = (client: Client | undefined): Client | PlainResponse => {
  if (client === undefined) return oauthError(catalogue.badCredentials)
  if (client.status === "out-of-date") return oauthError(catalogue.oldCredentials)
  return client.status === "unauthorized" ? oauthError(catalogue.unauthorized) : client
}

/** Only a signature is checked asynchronously (WebCrypto). */
type Authenticated = Client | PlainResponse | Promise<Client | PlainResponse>

interface Rules {
  /** A bare `client_id` may stand beside the header, which RFC 6749 section 3.2.1 allows and the U2M guide does not forbid. */
  readonly clientIdBesideHeader: boolean
  /** A secret is not enough. */
  readonly requireAssertion: boolean
  /** Whom an assertion may be addressed to. */
  readonly audience: ReadonlyArray<string>
}

/** The token URL (Orange), or the endpoint's own, or the issuer (OpenID Connect Core section 9, CIBA Core section 7.1). */
export const assertionAudience = ({ path, state }: Exchange, surface: Surface): ReadonlyArray<string> => {
  const issuer = surfaceUrl(state, surface)
  return [`${issuer}/token`, state.settings.baseUrl + path, issuer]
}

const byAssertion = async ({ now, state }: Exchange, parameters: Parameters, { audience }: Rules): Promise<Client | PlainResponse> => {
  const found = await assertedClient(state, parameters, audience, now)
  return "clientId" in found ? admit(found) : oauthError(found)
}

const bySecret = (state: State, authorization: string | undefined, parameters: Parameters, rules: Rules): Client | PlainResponse => {
  if (authorization === undefined) {
    const pair = bodyPair(parameters)
    return pair === undefined ? oauthError(catalogue.noCredentials) : admit(match(state, [pair]))
  }
  const bodyId = parameters.get("client_id")
  const besides = parameters.get("client_secret") !== undefined || (bodyId !== undefined && !rules.clientIdBesideHeader)
  if (besides) return oauthError(others.duplicate)
  const value = basicValue(authorization)
  // A scheme that this endpoint does not speak is a wrong credential; a Basic one that is no base64 is undecodable.
  if (value === undefined) return oauthError(/^basic\b/i.test(authorization) ? others.undecodable : catalogue.badCredentials)
  const pairs = readBasic(value)
  if (pairs.length === 0) return oauthError(others.undecodable)
  const client = match(state, pairs)
  return client !== undefined && bodyId !== undefined && bodyId !== client.clientId
    ? oauthError(catalogue.badCredentials)
    : admit(client)
}

/**
 * The client, or the guide's error. The header excludes credentials in the body ("The Authorization Header is now
 * forbidden when providing the client_id/client_secret in the body"), and an assertion excludes both.
 */
export const authenticate = (exchange: Exchange, parameters: Parameters, rules: Rules): Authenticated => {
  const authorization = exchange.request.headers["authorization"]?.trim() || undefined
  if (!hasAssertion(parameters)) {
    const client = bySecret(exchange.state, authorization, parameters, rules)
    return rules.requireAssertion && isClient(client) ? oauthError(others.assertionRequired) : client
  }
  const isTwice = authorization !== undefined || parameters.get("client_secret") !== undefined
  return isTwice ? oauthError(others.duplicate) : byAssertion(exchange, parameters, rules)
}

const isClient = (value: Client | PlainResponse): value is Client => "clientId" in value

export const whenAuthenticated = (authenticated: Authenticated, use: (client: Client) => Answer): Answer => {
  if (authenticated instanceof Promise) return authenticated.then((one) => isClient(one) ? use(one) : one)
  return isClient(authenticated) ? use(authenticated) : authenticated
}
