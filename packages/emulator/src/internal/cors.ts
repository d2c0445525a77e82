/** CORS, so that the guides' browser samples (fetch, jQuery, XHR with credentials) run from a page on loopback. */
import type { Endpoint } from "../Journal.js"
import type { PlainRequest, PlainResponse } from "../Message.js"

const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * Loopback pages, and `null`: that is what a browser sends for a sample saved to disk and opened by a double click. The
 * endpoints in question take their credentials from headers and bodies; the one that has cookies, authorize, is visited
 * and never fetched, and gets no CORS headers at all; nor do the pages.
 */
const isAllowed = (origin: string | undefined, endpoint: Endpoint): origin is string =>
  origin !== undefined && endpoint !== "authorize" && endpoint !== "page" && (origin === "null" || loopbackOrigin.test(origin))

const headersFor = (origin: string) => ({
  "Access-Control-Allow-Origin": origin,
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Expose-Headers": "X-OAPI-Request-Id, x-correlator, WWW-Authenticate, Retry-After"
})

const tokenList = /^[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}$/

/** The names that the browser asks for, given back: with credentials a star would be a name like others. */
const requestedHeaders = (request: PlainRequest): string => {
  const requested = request.headers["access-control-request-headers"]
  return requested !== undefined && tokenList.test(requested) ? requested : "authorization, content-type, accept"
}

/** Answers OPTIONS, which no endpoint of Orange's has a use of its own for. */
export const preflight = (request: PlainRequest): PlainResponse => ({
  status: 204,
  headers: {
    Allow: "GET, HEAD, POST, OPTIONS",
    ...(request.headers["access-control-request-method"] === undefined ? {} : {
      "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
      "Access-Control-Allow-Headers": requestedHeaders(request),
      "Access-Control-Max-Age": "600",
      ...(request.headers["access-control-request-private-network"] === "true"
        ? { "Access-Control-Allow-Private-Network": "true" }
        : {})
    })
  },
  body: ""
})

export const withCors = (request: PlainRequest, endpoint: Endpoint, response: PlainResponse): PlainResponse => {
  const origin = request.headers["origin"]
  if (origin === undefined) return response
  const cors = isAllowed(origin, endpoint) ? headersFor(origin) : {}
  return { ...response, headers: { ...response.headers, Vary: "Origin", ...cors } }
}
