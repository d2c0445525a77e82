/** The authorization request (U2M guide, step 1; RFC 6749 section 4.1.1; OpenID Connect Core section 3.1.2.1), checked. */
import type { Parameters } from "./form.js"
import { scopesOf } from "./scopes.js"
import { type Client, type Code, isKnownScope, type State } from "./state.js"

export interface AuthorizationRequest {
  readonly client: Client
  readonly redirectUri: string
  readonly state: string
  readonly scopes: ReadonlyArray<string>
  readonly nonce: string | undefined
  readonly challenge: Code["challenge"]
  readonly acr: string | undefined
  readonly loginHint: string | undefined
  readonly prompt: ReadonlyArray<string>
  readonly maxAge: number | undefined
  readonly french: boolean
}

/** `Page`: nobody to redirect to, the user is told. `Redirect`: the application is told (RFC 6749 section 4.1.2.1). */
export type Refusal =
  | { readonly _tag: "Page"; readonly message: string }
  | {
    readonly _tag: "Redirect"
    readonly redirectUri: string
    readonly state: string | undefined
    readonly error: string
    readonly description: string
  }

/**
 * Loopback by its spelling rather than by what a parser makes of it, so that the browser cannot read another host than
 * this did; visible ASCII without backslash, no user name, no fragment (RFC 6749 section 3.1.2).
 */
const loopbackUri = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?([/?][\x21\x22\x24-\x5b\x5d-\x7e]*)?$/i

const isRegistered = (client: Client, redirectUri: string): boolean =>
  client.redirectUris.has(redirectUri) || (client.loopback && loopbackUri.test(redirectUri) && URL.canParse(redirectUri))

const page = (message: string): Refusal => ({ _tag: "Page", message })

/** First who asks and where the answer may go: until both are known to fit, nothing is ever redirected. */
const checkClient = (state: State, parameters: Parameters): { client: Client; redirectUri: string } | Refusal => {
  if (parameters.malformed) return page("The request is not well-formed.")
  for (const name of ["client_id", "redirect_uri"]) {
    if (parameters.repeated.includes(name)) return page(`The parameter ${name} is included more than once.`)
    if (parameters.get(name) === undefined) return page(`The parameter ${name} is missing.`)
  }
  const client = state.clients.get(parameters.get("client_id")!)
  if (client === undefined) return page("The client_id is not known.")
  const redirectUri = parameters.get("redirect_uri")!
  if (!isRegistered(client, redirectUri)) return page("The redirect_uri is not registered for this application.")
  return { client, redirectUri }
}

type Problem = readonly [error: string, description: string]

const invalid = (description: string): Problem => ["invalid_request", description]

const checkBasics = (parameters: Parameters): Problem | undefined => {
  const repeated = parameters.repeated[0]
  if (repeated !== undefined) return invalid("A parameter is included more than once.")
  // OpenID Connect Core section 6: what these would carry is not read, so they must not be ignored.
  if (parameters.get("request") !== undefined) return ["request_not_supported", "The parameter request is not supported."]
  if (parameters.get("request_uri") !== undefined) {
    return ["request_uri_not_supported", "The parameter request_uri is not supported."]
  }
  const responseType = parameters.get("response_type")
  if (responseType === undefined) return invalid("The parameter response_type is missing.")
  if (responseType !== "code") return ["unsupported_response_type", "The response_type must be code."]
  const mode = parameters.get("response_mode")
  if (mode !== undefined && mode !== "query") return invalid("The response_mode must be query.")
  // Mandatory at Orange (guide, step 1), unlike in RFC 6749.
  return parameters.get("state") === undefined ? invalid("The parameter state is missing.") : undefined
}

/** RFC 6749 section 3.3: a request without scope either has a default, which Orange has not, or an invalid scope. */
const checkScope = (state: State, scopes: ReadonlyArray<string> | undefined): Problem | undefined => {
  if (scopes !== undefined && scopes.length === 0) return ["invalid_scope", "The parameter scope is missing."]
  return scopes === undefined || !scopes.every((scope) => isKnownScope(state, scope))
    ? ["invalid_scope", "The requested scope is invalid or unknown."]
    : undefined
}

const prompts = ["none", "login", "consent", "select_account"]
const displays = ["page", "popup", "touch", "wap"]

const checkInteraction = (parameters: Parameters, prompt: ReadonlyArray<string>): Problem | undefined => {
  if (!prompt.every((value) => prompts.includes(value))) return invalid("The prompt is not known.")
  if (prompt.includes("none") && prompt.length > 1) return invalid("The prompt none excludes other values.")
  const maxAge = parameters.get("max_age")
  if (maxAge !== undefined && !/^\d{1,10}$/.test(maxAge)) return invalid("The max_age must be a number of seconds.")
  const display = parameters.get("display")
  return display !== undefined && !displays.includes(display) ? invalid("The display is not known.") : undefined
}

/** RFC 7636 section 4.3 and 4.4.1; the method is plain where none is named. */
const checkChallenge = (parameters: Parameters): Problem | undefined => {
  const challenge = parameters.get("code_challenge")
  const method = parameters.get("code_challenge_method")
  if (challenge === undefined) return method === undefined ? undefined : invalid("The parameter code_challenge is missing.")
  if (method !== undefined && method !== "plain" && method !== "S256") {
    return invalid("The code_challenge_method is not supported: transform algorithm not supported.")
  }
  return /^[A-Za-z0-9._~-]{43,128}$/.test(challenge) ? undefined : invalid("The code_challenge is invalid.")
}

const challengeOf = (parameters: Parameters): Code["challenge"] => {
  const value = parameters.get("code_challenge")
  const method = parameters.get("code_challenge_method") === "S256" ? "S256" : "plain"
  return value === undefined ? undefined : { method, value }
}

const words = (text: string | undefined): ReadonlyArray<string> => (text ?? "").split(" ").filter((word) => word !== "")

/** The first language of `ui_locales` that the pages speak decides (OpenID Connect Core section 3.1.2.1). */
const prefersFrench = (parameters: Parameters): boolean =>
  words(parameters.get("ui_locales")).find((tag) => /^(fr|en)\b/i.test(tag))?.toLowerCase().startsWith("fr") === true

export const isRefusal = (value: AuthorizationRequest | Refusal): value is Refusal => "_tag" in value

export const check = (state: State, parameters: Parameters): AuthorizationRequest | Refusal => {
  const known = checkClient(state, parameters)
  if ("_tag" in known) return known
  const scopes = scopesOf(parameters.get("scope"))
  const prompt = words(parameters.get("prompt"))
  const problem = checkBasics(parameters) ??
    checkScope(state, scopes) ??
    checkInteraction(parameters, prompt) ??
    (state.settings.pkce ? checkChallenge(parameters) : undefined) ??
    (known.client.status === "unauthorized"
      ? (["unauthorized_client", "The application is not authorized to ask for a code."] as const)
      : undefined)
  if (problem !== undefined) {
    // A state that stands there twice cannot be given back.
    const echoed = parameters.repeated.includes("state") ? undefined : parameters.get("state")
    return { _tag: "Redirect", redirectUri: known.redirectUri, state: echoed, error: problem[0], description: problem[1] }
  }
  const maxAge = parameters.get("max_age")
  return {
    ...known,
    state: parameters.get("state")!,
    scopes: scopes!,
    nonce: parameters.get("nonce"),
    challenge: state.settings.pkce ? challengeOf(parameters) : undefined,
    acr: words(parameters.get("acr_values"))[0],
    loginHint: parameters.get("login_hint"),
    prompt,
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    french: prefersFrench(parameters)
  }
}
