/** Answers in Orange's forms: the OAuth error of the guide's catalogue, the gateway's envelope, JSON, HTML. */
import type { PlainResponse } from "../Message.js"

type Headers = PlainResponse["headers"]

export const json = (status: number, body: unknown, headers: Headers = {}): PlainResponse => ({
  status,
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(body)
})

/** RFC 6749 section 5.1: on every answer that holds tokens, and on the errors of the same endpoints. */
export const noStore: Headers = { "Cache-Control": "no-store", Pragma: "no-cache" }

export interface OAuthError {
  readonly status: number
  readonly error: string
  readonly description: string
}

const row = (status: number, error: string, description: string): OAuthError => ({ status, error, description })

/** The eight rows of the 2-legged guide's table of errors, word by word. */
export const catalogue = {
  grantType: row(400, "invalid_grant", "The parameter grant_type is not valid."),
  method: row(400, "invalid_request", "The URI does not support the requested method."),
  notFound: row(400, "invalid_request", "The requested URI or the requested resource does not exist."),
  // A live probe of 2026 saw "Missing grant_type in body" for one missing parameter; the guide's own text is kept.
  missing: row(400, "invalid_request", "One or more required query-string parameters are missing."),
  unauthorized: row(
    400,
    "unauthorized_client",
    "The application that makes the request is not authorized to access this endpoint (ex: not a subscribed service)."
  ),
  noCredentials: row(401, "invalid_client", "The requested service needs credentials, but none were provided."),
  badCredentials: row(
    401,
    "invalid_client",
    "The requested service needs credentials, but the ones provided were invalid."
  ),
  oldCredentials: row(
    401,
    "invalid_client",
    "The requested service needs credentials, and the ones provided were out-of-date."
  )
} as const

/** What the guides do not print in their table, each with where it is from. */
export const others = {
  // Recorded from Orange by a client library's tests.
  undecodable: row(401, "invalid_client", "Unable to decode Basic authorization."),
  // 2-legged guide: `A 400 error "Duplicate credentials" is generated`.
  duplicate: row(400, "invalid_request", "Duplicate credentials"),
  // Measured on the playground.
  contentType: row(415, "invalid_request", "The URI does not support the requested content type."),
  // 2-legged guide: `When it is omitted you will receive a 406 error`; the body is not documented.
  notAcceptable: row(406, "not_acceptable", "The header Accept must allow application/json."),
  // 2-legged guide: `you will receive a 429 error`; the body is not documented.
  tooMany: row(429, "too_many_requests", "Token requests are limited for each application: slow down."),
  tooLarge: row(413, "invalid_request", "The request body is too large."),
  malformed: row(400, "invalid_request", "The request body is not well-formed application/x-www-form-urlencoded UTF-8."),
  // RFC 6749 section 3.2.
  repeated: row(400, "invalid_request", "A parameter is included more than once."),
  // RFC 6749 section 5.2.
  code: row(400, "invalid_grant", "The authorization code is invalid, expired, revoked or was issued to another client."),
  redirectUri: row(400, "invalid_grant", "The redirect_uri does not match the one of the authorization request."),
  verifier: row(400, "invalid_grant", "The code_verifier does not match the code_challenge."),
  refreshToken: row(400, "invalid_grant", "The refresh token is invalid, revoked or was issued to another client."),
  // CIBA Core section 11.
  authReqId: row(400, "invalid_grant", "The auth_req_id is unknown, used, or was issued to another client."),
  // RFC 7523 section 2.2.
  assertionType: row(
    400,
    "invalid_request",
    "client_assertion and client_assertion_type urn:ietf:params:oauth:client-assertion-type:jwt-bearer go together."
  ),
  // One client saw Orange's bc-authorize refuse Basic alone so; the words are the emulator's.
  assertionRequired: row(400, "invalid_request", "The parameters client_assertion_type and client_assertion are missing."),
  scope: row(400, "invalid_scope", "The requested scope is invalid, unknown or exceeds the scope granted.")
} as const

export const oauthError = (error: OAuthError, headers: Headers = {}): PlainResponse =>
  json(error.status, { error: error.error, error_description: error.description }, {
    ...noStore,
    ...(error.status === 401 ? { "WWW-Authenticate": `Basic realm="Authorization Required"` } : {}),
    ...headers
  })

export interface GatewayError {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly description: string
}

const gatewayRow = (status: number, code: number, message: string, description: string): GatewayError => ({
  status,
  code,
  message,
  description
})

/** The gateway's table (Orange: Best practices for API error handling). */
export const gatewayErrors = {
  path: gatewayRow(400, 20, "Invalid URL parameter value", "A value in the path is invalid."),
  noBody: gatewayRow(400, 21, "Missing body", "The request needs a body, but none was provided."),
  body: gatewayRow(400, 22, "Invalid body", "The body of the request is invalid."),
  noField: gatewayRow(400, 23, "Missing body field", "A mandatory field of the body is missing."),
  field: gatewayRow(400, 24, "Invalid body field", "A field of the body is invalid."),
  noHeader: gatewayRow(400, 25, "Missing header", "A mandatory header of the request is missing."),
  header: gatewayRow(400, 26, "Invalid header value", "A header of the request is invalid."),
  noQuery: gatewayRow(400, 27, "Missing query-string parameter", "A mandatory query-string parameter is missing."),
  query: gatewayRow(400, 28, "Invalid query-string parameter value", "A query-string parameter is invalid."),
  missing: gatewayRow(401, 40, "Missing credentials", catalogue.noCredentials.description),
  invalid: gatewayRow(401, 41, "Invalid credentials", catalogue.badCredentials.description),
  expired: gatewayRow(401, 42, "Expired credentials", catalogue.oldCredentials.description),
  denied: gatewayRow(403, 50, "Access denied", catalogue.unauthorized.description),
  requester: gatewayRow(
    403,
    51,
    "Forbidden requester",
    "The token that makes the request is not of the kind, or lacks the scope, that this API needs."
  ),
  tooMany: gatewayRow(403, 53, "Too many requests", "The application exceeded its spike arrest limit."),
  notFound: gatewayRow(404, 60, "Resource not found", catalogue.notFound.description),
  method: gatewayRow(405, 61, "Method not allowed", catalogue.method.description),
  notAcceptable: gatewayRow(406, 62, "Not acceptable", "The service can only answer application/json."),
  tooLarge: gatewayRow(413, 66, "Request entity too large", "The request body is too large."),
  conflict: gatewayRow(409, 69, "Conflict", "The request conflicts with what is already there."),
  mediaType: gatewayRow(415, 68, "Unsupported Media Type", "The format of the request's body is not supported."),
  internal: gatewayRow(500, 1, "Internal error", "The emulator failed; please report this.")
} as const

/** `detail` replaces the general description where the emulator can name the field. */
export const gatewayError = (error: GatewayError, options: { detail?: string; headers?: Headers } = {}): PlainResponse =>
  json(error.status, {
    code: error.code,
    message: error.message,
    description: options.detail ?? error.description
  }, options.headers)

/** CAMARA's envelope, which the Network APIs have instead of the gateway's. */
export const camaraError = (status: number, code: string, message: string): PlainResponse =>
  json(status, { status, code, message })

/** The same errors as Sonatel's gateway writes them, in a problem (RFC 9457): status and code are texts. */
export const problem = ({ code, description, message, status }: GatewayError, detail = description): PlainResponse => ({
  ...json(status, { type: "about:blank", title: message, status: String(status), code: String(code), detail }),
  headers: { "Content-Type": "application/problem+json" }
})
