/** The API gateway: routes, bearer checks, spike arrest, and its own error envelope. */
import type { Api } from "../Options.js"
import type { PlainResponse } from "../Message.js"
import { acceptsJson } from "./accept.js"
import { shops } from "./apis/poi.js"
import { sandboxUserinfo } from "./apis/sandbox.js"
import { checkSimSwap, retrieveSimChange } from "./apis/simSwap.js"
import { sendSms } from "./apis/sms.js"
import type { Exchange } from "./exchange.js"
import { camaraError, gatewayError, gatewayErrors, type GatewayError } from "./respond.js"
import type { AccessToken, Surface } from "./state.js"
import { findAccessToken, isRevoked } from "./tokens.js"

interface Route {
  readonly method: "GET" | "POST"
  readonly path: RegExp
  readonly api: Api
  /** The kind of token that opens it: the application's own, or a user's with this scope. */
  readonly kind: "app" | { readonly scope: string }
  readonly surface: Surface
  /** Whether a token that does not open it is told so in CAMARA's envelope. */
  readonly camara?: true
  readonly handler: (exchange: Exchange, parameters: ReadonlyArray<string>, token: AccessToken) => PlainResponse
}

const routes: ReadonlyArray<Route> = [
  { method: "GET", path: /^\/poi\/v1\/shops$/, api: "poi", kind: "app", surface: "v3", handler: shops },
  {
    method: "POST",
    path: /^\/smsmessaging\/v1\/outbound\/([^/]+)\/requests$/,
    api: "smsmessaging",
    kind: "app",
    surface: "v3",
    handler: sendSms
  },
  {
    method: "GET",
    // The slash at the end is Orange's.
    path: /^\/3legged\/sandbox\/fr\/v1\/userinfo\/$/,
    api: "3legged-sandbox",
    kind: { scope: "profile_sandbox" },
    surface: "france",
    handler: sandboxUserinfo
  },
  ...([["check", checkSimSwap], ["retrieve-date", retrieveSimChange]] as const).map(([name, handler]): Route => ({
    method: "POST",
    path: new RegExp(`^/camara/playground/api/sim-swap/v1/${name}$`),
    api: "sim-swap",
    kind: "app",
    surface: "playground",
    camara: true,
    handler
  }))
]

/** The header alone carries a token: one in the query or a form (RFC 6750 sections 2.2, 2.3) is not looked at. */
const bearerOf = (exchange: Exchange): string | undefined =>
  /^bearer +(\S.*)$/i.exec(exchange.request.headers["authorization"] ?? "")?.[1]

/** The token, or which of the gateway's three 401 rows applies. */
export const checkBearer = (exchange: Exchange): AccessToken | GatewayError => {
  const value = bearerOf(exchange)
  if (value === undefined) return gatewayErrors.missing
  const token = findAccessToken(exchange.state, value)
  if (token === undefined || isRevoked(token)) return gatewayErrors.invalid
  return token.expiresAt <= exchange.now ? gatewayErrors.expired : token
}

const checkRights = (exchange: Exchange, route: Route, token: AccessToken): GatewayError | undefined => {
  // A token must be negotiated on the surface that it opens; another surface's is as good as none.
  const kindFits = route.kind === "app" ? token.grant === undefined : token.grant !== undefined
  if (token.surface !== route.surface) return token.surface === "playground" ? gatewayErrors.invalid : gatewayErrors.requester
  if (!kindFits || (route.kind !== "app" && !token.scopes.includes(route.kind.scope))) return gatewayErrors.requester
  return exchange.state.clients.get(token.clientId)?.subscriptions.has(route.api) === true ? undefined : gatewayErrors.denied
}

const isAcceptable = (exchange: Exchange): boolean => {
  const accept = exchange.request.headers["accept"]
  return accept === undefined || acceptsJson(accept, false)
}

/** As measured on the playground: 401 UNAUTHENTICATED, and 403 for a token that another surface gave. */
const refuse = (route: Route, error: GatewayError): PlainResponse => {
  if (route.camara !== true || error === gatewayErrors.denied) return gatewayError(error)
  return error.status === 401
    ? camaraError(401, "UNAUTHENTICATED", error.description)
    : camaraError(403, "FORBIDDEN", "Request must be authorized")
}

const handle = (exchange: Exchange, route: Route, parameters: ReadonlyArray<string>): PlainResponse => {
  const token = checkBearer(exchange)
  if ("code" in token) return refuse(route, token)
  if (exchange.state.apiLimiter.take(token.clientId, exchange.now) > 0) return gatewayError(gatewayErrors.tooMany)
  const denied = checkRights(exchange, route, token)
  if (denied !== undefined) return refuse(route, denied)
  return isAcceptable(exchange) ? route.handler(exchange, parameters, token) : gatewayError(gatewayErrors.notAcceptable)
}

export const gateway = (exchange: Exchange): PlainResponse => {
  const method = exchange.request.method === "HEAD" ? "GET" : exchange.request.method
  let allowed: string | undefined
  for (const route of routes) {
    const found = route.path.exec(exchange.path)
    if (found === null) continue
    if (route.method === method) return handle(exchange, route, found.slice(1))
    allowed = route.method
  }
  return allowed === undefined
    ? gatewayError(gatewayErrors.notFound)
    : gatewayError(gatewayErrors.method, { headers: { Allow: allowed } })
}
