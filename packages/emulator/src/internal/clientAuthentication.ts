/** Who asks: RFC 6749 section 2.3.1, with what Orange's guide and its answers add. */
import type { PlainResponse } from "../Message.js"
import { decodeBase64, decodeLatin1, decodeUtf8 } from "./bytes.js"
import { decodeOrKeep, type Parameters } from "./form.js"
import { catalogue, oauthError, others } from "./respond.js"
import type { Client, State } from "./state.js"

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
  return (pairs.find((pair) => state.clients.has(pair.id)) ?? pairs[0])?.id ?? parameters.get("client_id")
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

/**
 * The client, or the guide's error. The header excludes credentials in the body ("The Authorization Header is now
 * forbidden when providing the client_id/client_secret in the body"); `clientIdBesideHeader` lets a bare `client_id`
 * stand beside it, which RFC 6749 section 3.2.1 allows and the U2M guide does not forbid.
 */
export const authenticate = (
  state: State,
  authorization: string | undefined,
  parameters: Parameters,
  options: { readonly clientIdBesideHeader: boolean }
): Client | PlainResponse => {
  if (authorization === undefined || authorization.trim() === "") {
    const pair = bodyPair(parameters)
    return pair === undefined ? oauthError(catalogue.noCredentials) : admit(match(state, [pair]))
  }
  const bodyId = parameters.get("client_id")
  const besides = parameters.get("client_secret") !== undefined || (bodyId !== undefined && !options.clientIdBesideHeader)
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

export const isClient = (value: Client | PlainResponse): value is Client => "clientId" in value
