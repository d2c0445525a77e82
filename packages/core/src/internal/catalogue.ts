/** What to do about a refusal, row by row of the error table in "2-Legged OAuth in a nutshell", then by status. */
interface Row {
  readonly error: string
  /** A part of Orange's text that tells the row from others with the same code. */
  readonly contains: string
  readonly hint: string
}

const rows: ReadonlyArray<Row> = [
  {
    error: "invalid_grant",
    contains: "grant_type",
    hint: "This token endpoint does not offer the grant. Check that tokenUrl and userTokenUrl of the environment are not swapped."
  },
  {
    error: "invalid_request",
    contains: "does not support the requested method",
    hint: "The URL is not a token endpoint that takes POST. Check the token URLs of the environment."
  },
  {
    error: "invalid_request",
    contains: "does not exist",
    hint: "There is no token endpoint at this URL. Check the token URLs of the environment; the current ones are /oauth/v3/token and /openidconnect/fr/v1/token."
  },
  {
    error: "invalid_request",
    contains: "parameters are missing",
    hint: "A parameter did not arrive. Look for a proxy that drops the request's body."
  },
  {
    error: "invalid_request",
    contains: "uplicate credentials",
    hint: "Credentials came both in the header and in the body. Look for a proxy or an HttpClient that adds an Authorization header."
  },
  {
    error: "unauthorized_client",
    contains: "",
    hint: "The application may not use this endpoint. Subscribe it to the API in the portal (MyApps) and wait for approval."
  },
  {
    error: "invalid_client",
    contains: "none were provided",
    hint: "No credentials arrived. Look for a proxy or an HttpClient that removes the Authorization header."
  },
  {
    error: "invalid_client",
    contains: "out-of-date",
    hint: "The credentials have expired or were replaced. Copy the current ones from the portal (MyApps, Credentials)."
  },
  {
    error: "invalid_client",
    contains: "",
    hint: "Orange does not know these credentials. Compare client id and secret with the portal (MyApps, Credentials), and check that they belong to this environment."
  },
  {
    error: "invalid_grant",
    contains: "",
    hint: "The code or refresh token is expired, spent, revoked, or was given to another client or redirect URI. The user must log in again."
  },
  {
    error: "invalid_scope",
    contains: "",
    hint: "A scope is unknown or not granted to the application. Compare the scopes with the API's page and the subscription."
  },
  {
    error: "unsupported_grant_type",
    contains: "",
    hint: "This token endpoint does not offer the grant. Check that tokenUrl and userTokenUrl of the environment are not swapped."
  },
  {
    error: "invalid_request",
    contains: "",
    hint: "The request was not understood. Check the token URLs of the environment, and look for a proxy that changes the body."
  }
]

const byStatus = (status: number): string => {
  if (status === 406) return "The Accept header did not arrive as application/json. Look for a proxy or an HttpClient that replaces it."
  if (status === 408) return "The server gave up waiting for the request. Try again."
  if (status === 415) return "The Content-Type did not arrive as application/x-www-form-urlencoded. Look for a proxy or an HttpClient that replaces it."
  if (status >= 500) return "Orange's server is in trouble; it is not about your request. Try again later."
  if (status === 404) return "There is no token endpoint at this URL. Check the token URLs of the environment."
  return "Check the token URLs of the environment and the application's state in the portal."
}

export const hintFor = (refusal: { readonly error: string; readonly description: string; readonly status: number }): string =>
  rows.find((row) => row.error === refusal.error && refusal.description.includes(row.contains))?.hint ?? byStatus(refusal.status)
