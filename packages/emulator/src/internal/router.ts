/** Which part of Orange answers which path. */
import type { Endpoint } from "../Journal.js"
import { authorizeEndpoint, consentEndpoint, loginEndpoint } from "./authorize.js"
import { backchannelEndpoint } from "./ciba.js"
import { preflight } from "./cors.js"
import type { Answer, Exchange } from "./exchange.js"
import { gateway } from "./gateway.js"
import { isPage, page } from "./pages/pages.js"
import { discovery, jwks, userinfo } from "./openid.js"
import { catalogue, gatewayError, gatewayErrors, oauthError, others } from "./respond.js"
import type { Surface } from "./state.js"
import { tokenEndpoint } from "./tokenEndpoint.js"

interface Route {
  readonly endpoint: Endpoint
  readonly handler: (exchange: Exchange) => Answer
}

type Routes = ReadonlyArray<readonly [string, Route]>

const authorizeRoutes = (prefix: string, surface: Surface): Routes => [
  [`${prefix}/authorize`, { endpoint: "authorize", handler: (exchange) => authorizeEndpoint(exchange, surface) }],
  [`${prefix}/login`, { endpoint: "authorize", handler: (exchange) => loginEndpoint(exchange, surface) }],
  [`${prefix}/consent`, { endpoint: "authorize", handler: (exchange) => consentEndpoint(exchange, surface) }]
]

const openidRoutes = (prefix: string, surface: Surface, token: Endpoint): Routes => [
  [`${prefix}/token`, { endpoint: token, handler: (exchange) => tokenEndpoint(exchange, surface) }],
  [`${prefix}/userinfo`, { endpoint: "userinfo", handler: (exchange) => userinfo(exchange, surface) }],
  [`${prefix}/jwks`, { endpoint: "jwks", handler: jwks }],
  [`${prefix}/.well-known/openid-configuration`, {
    endpoint: "discovery",
    handler: (exchange) => discovery(exchange, surface)
  }]
]

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ["/oauth/v3/token", { endpoint: "token", handler: (exchange) => tokenEndpoint(exchange, "v3") }],
  ["/oauth/v1/token", { endpoint: "token", handler: (exchange) => tokenEndpoint(exchange, "sonatel") }],
  ...openidRoutes("/openidconnect/fr/v1", "france", "userToken"),
  ...authorizeRoutes("/openidconnect/fr/v1", "france"),
  ...openidRoutes("/openidconnect/playground/v1.0", "playground", "playgroundToken"),
  ...authorizeRoutes("/openidconnect/playground/v1.0", "playground"),
  ...openidRoutes("/openidconnect/ciba/fr/v1", "ciba", "cibaToken"),
  ["/openidconnect/ciba/fr/v1/bc-authorize", { endpoint: "backchannel", handler: backchannelEndpoint }]
])

/** Below these, an unknown path is the guide's third row rather than the gateway's 404. */
const isOAuthPath = (path: string): boolean => /^\/(oauth|openidconnect)(\/|$)/.test(path)

export const endpointOf = (path: string): Endpoint =>
  routes.get(path)?.endpoint ?? (isOAuthPath(path) ? "unknown" : isPage(path) ? "page" : "gateway")

/** Orange's own limits are not known; this one is far above any request of either guide. */
export const maxBodyBytes = 1_048_576

const tooLarge = (path: string) => isOAuthPath(path) ? oauthError(others.tooLarge) : gatewayError(gatewayErrors.tooLarge)

export const route = (exchange: Exchange): Answer => {
  const { path, request } = exchange
  if (request.method === "OPTIONS") return preflight(request)
  if (request.body.length > maxBodyBytes) return tooLarge(path)
  const known = routes.get(path)
  if (known !== undefined) return known.handler(exchange)
  if (isOAuthPath(path)) return oauthError(catalogue.notFound)
  return isPage(path) ? page(exchange) : gateway(exchange)
}
