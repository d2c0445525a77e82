/** Step 1 of the U2M guide: the authorize endpoint, its log-in and its consent page, and the redirect back. */
import type { PlainResponse } from "../Message.js"
import { decodeUtf8, randomId } from "./bytes.js"
import { type AuthorizationRequest, check, isRefusal, type Refusal } from "./authorizeRequest.js"
import { type Exchange, surfaceUrl } from "./exchange.js"
import { empty, encode, type Parameters, parse } from "./form.js"
import { consentPage, errorPage, expiredPage, type Form, loginPage } from "./pages/page.js"
import { numberOf } from "./phone.js"
import { catalogue, oauthError } from "./respond.js"
import { makeUser, remember, type Session, type State, type Surface, type User } from "./state.js"
import { issueCode } from "./tokens.js"

/** An authorization request that waits for its user, bound to one browser. */
export interface Interaction {
  readonly surface: Surface
  readonly request: AuthorizationRequest
  readonly browser: string
  readonly csrf: string
  readonly startedAt: number
  /** Set once the user has logged in. */
  readonly sessionId: string | undefined
}

const maxInteractions = 1_000
const interactionLifetime = 30 * 60_000
const maxSessions = 10_000
const sessionCookie = "orange_emulator_session"
const browserCookie = "orange_emulator_browser"

const appended = (redirectUri: string, parameters: ReadonlyArray<readonly [string, string]>): string => {
  const joint = !redirectUri.includes("?") ? "?" : /[?&]$/.test(redirectUri) ? "" : "&"
  return redirectUri + joint + encode(parameters)
}

/** 303 after a form, so that the browser does not send its fields on (RFC 9700 section 4.12). */
const redirect = (exchange: Exchange, location: string, cookies: ReadonlyArray<string> = []): PlainResponse => ({
  status: exchange.request.method === "POST" ? 303 : 302,
  headers: {
    Location: location,
    "Cache-Control": "no-store",
    Pragma: "no-cache",
    "Referrer-Policy": "no-referrer",
    ...(cookies.length > 0 ? { "Set-Cookie": cookies } : {})
  },
  body: ""
})

/** Where a refusal takes the browser, or undefined: nowhere. `iss` is RFC 9207's. */
export const refusalLocation = (state: State, surface: Surface, refusal: Refusal): string | undefined =>
  refusal._tag === "Page" ? undefined : appended(refusal.redirectUri, [
    ["error", refusal.error],
    ["error_description", refusal.description],
    ...(refusal.state === undefined ? [] : [["state", refusal.state] as const]),
    ["iss", surfaceUrl(state, surface)]
  ])

export const refuse = (request: AuthorizationRequest, error: string, description: string): Refusal => ({
  _tag: "Redirect",
  redirectUri: request.redirectUri,
  state: request.state,
  error,
  description
})

export interface Approval {
  readonly surface: Surface
  readonly request: AuthorizationRequest
  readonly user: User
  readonly authTime: number
  readonly scopes: ReadonlyArray<string>
}

/** The person of the sandbox's example. */
const sandboxNumber = "+33610090807"

/** The playground takes the number from `login_hint` alone; in France the network knows it. */
const lineOf = ({ request, surface, user }: Approval): string | undefined => {
  const claimed = user.claims["phone_number"]
  return numberOf(request.loginHint ?? "") ??
    numberOf(user.username) ??
    (typeof claimed === "string" ? numberOf(claimed) : undefined) ??
    (surface === "france" ? sandboxNumber : undefined)
}

/** The code's way back; Orange adds `scope` where less was granted than asked. */
export const approvalLocation = (state: State, approval: Approval, now: number): string => {
  const { request, scopes, surface, user } = approval
  const narrowed = scopes.length < request.scopes.length
  const grant = {
    surface,
    clientId: request.client.clientId,
    user,
    phoneNumber: lineOf(approval),
    scopes,
    authTime: approval.authTime,
    nonce: request.nonce,
    acr: request.acr,
    revoked: false
  }
  const code = issueCode(state, { grant, redirectUri: request.redirectUri, challenge: request.challenge, narrowed }, now)
  return appended(request.redirectUri, [
    ["code", code],
    ["state", request.state],
    ["iss", surfaceUrl(state, surface)],
    ...(narrowed ? [["scope", scopes.join(" ")] as const] : [])
  ])
}

/** The user of that name: a configured one, or anyone while none is configured. */
export const userOf = (state: State, username: string): User | undefined =>
  state.users.get(username) ?? (state.settings.openUsers && username !== "" ? makeUser({ username }) : undefined)

export const firstUser = (state: State): User => state.users.values().next().value ?? makeUser({ username: "user" })

const cookieOf = (exchange: Exchange, name: string): string | undefined => {
  for (const pair of (exchange.request.headers["cookie"] ?? "").split(";")) {
    const [key, value] = pair.trim().split("=")
    if (key === name && value !== undefined && /^[\w-]{20,64}$/.test(value)) return value
  }
  return undefined
}

const cookie = (state: State, name: string, value: string): string =>
  `${name}=${value}; Path=/openidconnect; HttpOnly; SameSite=Lax${state.settings.baseUrl.startsWith("https:") ? "; Secure" : ""}`

const withCookies = (response: PlainResponse, cookies: ReadonlyArray<string>): PlainResponse =>
  cookies.length === 0 ? response : { ...response, headers: { ...response.headers, "Set-Cookie": cookies } }

const needsLogin = (request: AuthorizationRequest, session: Session | undefined, now: number): boolean =>
  session === undefined ||
  request.prompt.includes("login") ||
  request.prompt.includes("select_account") ||
  (request.maxAge !== undefined && now - session.authTime > request.maxAge * 1000)

const needsConsent = (request: AuthorizationRequest, session: Session): boolean => {
  const given = session.consents.get(request.client.clientId)
  return request.prompt.includes("consent") || !request.scopes.every((scope) => given?.has(scope) === true)
}

const begin = (exchange: Exchange, interaction: Omit<Interaction, "csrf" | "startedAt">): string => {
  const id = randomId(24)
  const entry = { ...interaction, csrf: randomId(24), startedAt: exchange.now }
  const isOver = (other: Interaction): boolean => other.startedAt + interactionLifetime < exchange.now
  remember(exchange.state.interactions, id, entry, maxInteractions, isOver)
  return id
}

const formOf = (exchange: Exchange, id: string, interaction: Interaction, page: "login" | "consent"): Form => ({
  // Relative to the page, so that it works under whatever name the browser knows this host by.
  action: `${exchange.path.slice(0, exchange.path.lastIndexOf("/"))}/${page}`,
  interaction: id,
  csrf: interaction.csrf,
  clientId: interaction.request.client.clientId,
  french: interaction.request.french
})

const showLogin = (exchange: Exchange, id: string, wrong?: string): PlainResponse => {
  const interaction = exchange.state.interactions.get(id)!
  const askPassword = [...exchange.state.users.values()].some((user) => user.password !== undefined)
  const username = wrong ?? interaction.request.loginHint ?? firstUser(exchange.state).username
  return loginPage(formOf(exchange, id, interaction, "login"), { username, askPassword, wrong: wrong !== undefined })
}

const showConsent = (exchange: Exchange, id: string, user: User): PlainResponse => {
  const interaction = exchange.state.interactions.get(id)!
  return consentPage(formOf(exchange, id, interaction, "consent"), {
    username: user.username,
    scopes: interaction.request.scopes
  })
}

const finish = (exchange: Exchange, approval: Approval): PlainResponse =>
  redirect(exchange, approvalLocation(exchange.state, approval, exchange.now))

const refused = (exchange: Exchange, surface: Surface, refusal: Refusal): PlainResponse => {
  const location = refusalLocation(exchange.state, surface, refusal)
  return location === undefined
    ? errorPage(refusal._tag === "Page" ? refusal.message : "")
    : redirect(exchange, location)
}

/** GET with a query or POST with a form (OpenID Connect Core section 3.1.2.1); undefined is another method. */
const readParameters = (exchange: Exchange): Parameters | undefined => {
  const { body, headers, method } = exchange.request
  if (method === "GET" || method === "HEAD") return parse(exchange.query)
  if (method !== "POST") return undefined
  const text = decodeUtf8(body)
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "")
  return isForm ? parse(text ?? "%") : empty
}

/** The user and the moment of the log-in that a request without interaction speaks for, or the error that says why not. */
const silent = (
  request: AuthorizationRequest,
  session: Session | undefined,
  now: number
): Session | Refusal => {
  if (session === undefined || needsLogin(request, session, now)) {
    return refuse(request, "login_required", "The user is not logged in.")
  }
  return needsConsent(request, session) ? refuse(request, "consent_required", "The user has not consented.") : session
}

export const authorizeEndpoint = (exchange: Exchange, surface: Surface): PlainResponse => {
  const { now, state } = exchange
  const parameters = readParameters(exchange)
  if (parameters === undefined) return oauthError(catalogue.method)
  const request = check(state, parameters)
  if (isRefusal(request)) return refused(exchange, surface, request)
  if (state.settings.autoApprove) {
    const user = userOf(state, request.loginHint ?? "") ?? firstUser(state)
    return finish(exchange, { surface, request, user, authTime: now, scopes: request.scopes })
  }
  const sessionId = cookieOf(exchange, sessionCookie)
  const session = sessionId === undefined ? undefined : state.sessions.get(sessionId)
  if (request.prompt.includes("none")) {
    const result = silent(request, session, now)
    return "_tag" in result
      ? refused(exchange, surface, result)
      : finish(exchange, { surface, request, user: result.user, authTime: result.authTime, scopes: request.scopes })
  }
  return interact(exchange, surface, request, sessionId, session)
}

const interact = (
  exchange: Exchange,
  surface: Surface,
  request: AuthorizationRequest,
  sessionId: string | undefined,
  session: Session | undefined
): PlainResponse => {
  const browser = cookieOf(exchange, browserCookie) ?? randomId(24)
  const cookies = [cookie(exchange.state, browserCookie, browser)]
  if (session === undefined || needsLogin(request, session, exchange.now)) {
    const id = begin(exchange, { surface, request, browser, sessionId: undefined })
    return withCookies(showLogin(exchange, id), cookies)
  }
  if (needsConsent(request, session)) {
    const id = begin(exchange, { surface, request, browser, sessionId })
    return withCookies(showConsent(exchange, id, session.user), cookies)
  }
  return finish(exchange, { surface, request, user: session.user, authTime: session.authTime, scopes: request.scopes })
}

interface Submission {
  readonly id: string
  readonly interaction: Interaction
  readonly form: Parameters
}

/** A form of ours: its hidden token must be the interaction's, and the browser the one that the page was shown to. */
const readSubmission = (exchange: Exchange, surface: Surface): Submission | PlainResponse => {
  // A form's address typed in or reloaded.
  if (exchange.request.method === "GET" || exchange.request.method === "HEAD") return expiredPage()
  const form = readParameters(exchange)
  if (form === undefined) return oauthError(catalogue.method)
  const id = form.get("interaction") ?? ""
  const interaction = exchange.state.interactions.get(id)
  const fits = interaction !== undefined &&
    !form.malformed &&
    interaction.surface === surface &&
    interaction.csrf === form.get("csrf") &&
    interaction.browser === cookieOf(exchange, browserCookie) &&
    interaction.startedAt + interactionLifetime > exchange.now
  return fits ? { id, interaction, form } : expiredPage(interaction?.request.french)
}

/** The session is new after each log-in, whatever cookie came (session fixation); consents of the same user go along. */
const openSession = (exchange: Exchange, user: User): string => {
  const { now, state } = exchange
  const oldId = cookieOf(exchange, sessionCookie)
  const old = oldId === undefined ? undefined : state.sessions.get(oldId)
  if (oldId !== undefined) state.sessions.delete(oldId)
  const consents = old?.user.username === user.username ? old.consents : new Map<string, Set<string>>()
  const id = randomId(24)
  remember(state.sessions, id, { user, authTime: now, consents }, maxSessions, () => false)
  return id
}

export const loginEndpoint = (exchange: Exchange, surface: Surface): PlainResponse => {
  const submission = readSubmission(exchange, surface)
  if ("status" in submission) return submission
  const { form, id, interaction } = submission
  const username = form.get("username") ?? ""
  const user = userOf(exchange.state, username)
  if (user === undefined || (user.password !== undefined && user.password !== form.get("password"))) {
    return showLogin(exchange, id, username)
  }
  exchange.state.interactions.delete(id)
  const sessionId = openSession(exchange, user)
  const session = exchange.state.sessions.get(sessionId)!
  const cookies = [cookie(exchange.state, sessionCookie, sessionId)]
  const { browser, request } = interaction
  if (!needsConsent(request, session)) {
    const location = approvalLocation(
      exchange.state,
      { surface, request, user, authTime: session.authTime, scopes: request.scopes },
      exchange.now
    )
    return redirect(exchange, location, cookies)
  }
  return withCookies(showConsent(exchange, begin(exchange, { surface, request, browser, sessionId }), user), cookies)
}

export const consentEndpoint = (exchange: Exchange, surface: Surface): PlainResponse => {
  const submission = readSubmission(exchange, surface)
  if ("status" in submission) return submission
  const { form, id, interaction } = submission
  const sessionId = cookieOf(exchange, sessionCookie)
  const session = sessionId === undefined ? undefined : exchange.state.sessions.get(sessionId)
  if (session === undefined || sessionId !== interaction.sessionId) return expiredPage(interaction.request.french)
  exchange.state.interactions.delete(id)
  const { request } = interaction
  const ticked = new Set([...form.all("scope"), "openid"])
  const scopes = request.scopes.filter((scope) => ticked.has(scope))
  if (form.get("decision") !== "allow" || scopes.length === 0) {
    return refused(exchange, surface, refuse(request, "access_denied", "The user denied the request."))
  }
  const given = session.consents.get(request.client.clientId) ?? new Set<string>()
  scopes.forEach((scope) => given.add(scope))
  session.consents.set(request.client.clientId, given)
  return finish(exchange, { surface, request, user: session.user, authTime: session.authTime, scopes })
}
