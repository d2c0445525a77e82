/**
 * Backchannel authentication (OpenID CIBA Core 1.0), poll mode: the application names a subscriber, the subscriber agrees
 * on the phone, the application asks for the tokens until they are there.
 */
import type { PlainResponse } from "../Message.js"
import { acceptsJson } from "./accept.js"
import { randomId } from "./bytes.js"
import { assertionAudience, authenticate, whenAuthenticated } from "./clientAuthentication.js"
import type { Answer, Exchange } from "./exchange.js"
import type { Parameters } from "./form.js"
import { readBody } from "./formBody.js"
import { tokenAnswer } from "./grants.js"
import { numberOf } from "./phone.js"
import { catalogue, json, noStore, oauthError, type OAuthError, others } from "./respond.js"
import { scopesOf } from "./scopes.js"
import { type Client, type Grant, isKnownScope, makeUser, remember, type State } from "./state.js"

export const cibaGrant = "urn:openid:params:grant-type:ciba"

/** One subscriber who is asked by one application. */
export interface Authentication {
  readonly clientId: string
  readonly phoneNumber: string
  readonly scopes: ReadonlyArray<string>
  readonly acr: string | undefined
  readonly expiresAt: number
  status: "pending" | "approved" | "denied" | "used"
  /** When the subscriber agreed. */
  authTime: number
  /** Milliseconds between two polls; grows with each that comes too soon. */
  interval: number
  polledAt: number | undefined
}

export interface CibaSettings {
  readonly requireAssertion: boolean
  /** Milliseconds. */
  readonly interval: number
  /** Milliseconds. */
  readonly lifetime: number
  readonly approval: "automatic" | "manual"
  readonly unknownSubscribers: ReadonlySet<string>
}

export interface CibaState {
  readonly settings: CibaSettings
  readonly authentications: Map<string, Authentication>
}

const mostAuthentications = 20_000

/** So long after its end an authentication is told from one that never was. */
const rememberOver = 60 * 60_000

const wrong = (error: string, description: string): OAuthError => ({ status: 400, error, description })

const invalid = (description: string): OAuthError => wrong("invalid_request", description)

const hints = ["login_hint", "login_hint_token", "id_token_hint"]

interface Asked {
  readonly phoneNumber: string
  readonly scopes: ReadonlyArray<string>
  readonly lifetime: number
}

/** CIBA Core section 7.1: exactly one hint. Orange's is the number. */
const subscriberOf = (state: State, parameters: Parameters): string | OAuthError => {
  const given = hints.filter((name) => parameters.get(name) !== undefined)
  if (given.length !== 1) return invalid(`Exactly one of ${hints.join(", ")} must be there.`)
  const hint = parameters.get("login_hint")
  const number = hint?.startsWith("tel:") === true ? numberOf(hint) : undefined
  if (number === undefined) return invalid("The login_hint must be tel: and a phone number with its plus.")
  return state.ciba.settings.unknownSubscribers.has(number) ? wrong("unknown_user_id", "The subscriber of the login_hint is not known.") : number
}

const scopesIn = (state: State, parameters: Parameters): ReadonlyArray<string> | OAuthError => {
  const text = parameters.get("scope")
  if (text === undefined) return invalid("The parameter scope is missing.")
  const scopes = scopesOf(text)
  if (scopes === undefined || !scopes.every((scope) => isKnownScope(state, scope))) return wrong("invalid_scope", "The requested scope is invalid or unknown.")
  return scopes.includes("openid") ? scopes : wrong("invalid_scope", "The scope must hold openid.")
}

/** `requested_expiry` shortens the lifetime and never makes it longer. */
const lifetimeOf = (state: State, parameters: Parameters): number | OAuthError => {
  const { lifetime } = state.ciba.settings
  const wanted = parameters.get("requested_expiry")
  if (wanted === undefined) return lifetime
  return /^[1-9]\d{0,9}$/.test(wanted) ? Math.min(lifetime, Number(wanted) * 1_000) : invalid("The requested_expiry must be a number of seconds.")
}

const isError = (value: unknown): value is OAuthError => typeof value === "object" && value !== null && "error" in value

const check = (state: State, parameters: Parameters): Asked | OAuthError => {
  // What a signed request would carry is not read, so it must not be ignored.
  if (parameters.get("request") !== undefined) return invalid("The parameter request is not supported.")
  const scopes = scopesIn(state, parameters)
  if (isError(scopes)) return scopes
  const lifetime = lifetimeOf(state, parameters)
  if (isError(lifetime)) return lifetime
  const phoneNumber = subscriberOf(state, parameters)
  return isError(phoneNumber) ? phoneNumber : { phoneNumber, scopes, lifetime }
}

/** Whole seconds, at least one, as both are positive numbers (CIBA Core section 7.3). */
const seconds = (millis: number): number => Math.max(1, Math.ceil(millis / 1_000))

const begin = ({ now, state }: Exchange, client: Client, parameters: Parameters): PlainResponse => {
  const asked = check(state, parameters)
  if (isError(asked)) return oauthError(asked)
  const { approval, interval } = state.ciba.settings
  const id = randomId(32)
  const { lifetime, phoneNumber, scopes } = asked
  const authentication: Authentication = {
    clientId: client.clientId,
    phoneNumber,
    scopes,
    acr: parameters.get("acr_values")?.split(" ")[0],
    expiresAt: now + lifetime,
    status: approval === "automatic" ? "approved" : "pending",
    authTime: now,
    interval,
    polledAt: undefined
  }
  remember(state.ciba.authentications, id, authentication, mostAuthentications, ({ expiresAt }) => expiresAt + rememberOver < now)
  return json(200, { auth_req_id: id, expires_in: seconds(lifetime), interval: seconds(interval) }, noStore)
}

/** `bc-authorize` (CIBA Core section 7). */
export const backchannelEndpoint = (exchange: Exchange): Answer => {
  const { request, state } = exchange
  if (request.method !== "POST") return oauthError(catalogue.method)
  const accept = request.headers["accept"]
  if (accept !== undefined && !acceptsJson(accept, false)) return oauthError(others.notAcceptable)
  const parameters = readBody(exchange)
  if ("status" in parameters) return parameters
  const authenticated = authenticate(exchange, parameters, {
    clientIdBesideHeader: true,
    requireAssertion: state.ciba.settings.requireAssertion,
    audience: assertionAudience(exchange, "ciba")
  })
  return whenAuthenticated(authenticated, (client) => begin(exchange, client, parameters))
}

const pending = wrong("authorization_pending", "The subscriber has not answered yet.")

/** CIBA Core section 11: a poll that comes too soon makes every later interval five seconds longer. */
const notYet = (authentication: Authentication, now: number): OAuthError => {
  const { polledAt } = authentication
  authentication.polledAt = now
  if (polledAt === undefined || now - polledAt >= authentication.interval) return pending
  authentication.interval += 5_000
  return wrong("slow_down", "The token endpoint is asked too often: wait five seconds longer from now on.")
}

const grantOf = (authentication: Authentication): Grant => ({
  surface: "ciba",
  clientId: authentication.clientId,
  user: makeUser({ username: authentication.phoneNumber }),
  phoneNumber: authentication.phoneNumber,
  scopes: authentication.scopes,
  authTime: authentication.authTime,
  nonce: undefined,
  acr: authentication.acr,
  revoked: false
})

/** The grant at the token endpoint (CIBA Core section 10.1). */
export const pollAuthentication = (exchange: Exchange, client: Client, parameters: Parameters): Answer => {
  const { now, state } = exchange
  const id = parameters.get("auth_req_id")
  if (id === undefined) return oauthError(catalogue.missing)
  const found = state.ciba.authentications.get(id)
  if (found === undefined || found.clientId !== client.clientId || found.status === "used") return oauthError(others.authReqId)
  if (found.expiresAt <= now) return oauthError(wrong("expired_token", "The auth_req_id has expired."))
  if (found.status === "denied") return oauthError(wrong("access_denied", "The subscriber denied the request."))
  if (found.status === "pending") return oauthError(notYet(found, now))
  found.status = "used"
  return tokenAnswer(exchange, { grant: grantOf(found), scopes: found.scopes, nonce: undefined, refreshToken: undefined, tellScope: true })
}

/** Those that wait for their subscriber, oldest first. */
export const pendingAuthentications = (state: State, now: number): ReadonlyArray<Authentication> =>
  [...state.ciba.authentications.values()].filter(({ expiresAt, status }) => status === "pending" && expiresAt > now)

/** Answers whatever waits for that subscriber. False: nothing does. */
export const answerAuthentications = (state: State, loginHint: string, status: "approved" | "denied", now: number): boolean => {
  const number = numberOf(loginHint)
  const waiting = pendingAuthentications(state, now).filter(({ phoneNumber }) => phoneNumber === number)
  for (const one of waiting) {
    one.status = status
    one.authTime = now
  }
  return waiting.length > 0
}
