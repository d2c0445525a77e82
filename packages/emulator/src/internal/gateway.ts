/** The API gateway: routes, bearer checks, spike arrest, validation, and its own error envelope. */
import type { PlainResponse } from "../Message.js"
import { acceptsJson } from "./accept.js"
import { apis } from "./apis/apis.js"
import type { Exchange } from "./exchange.js"
import { essence } from "./mediaType.js"
import { camaraError, gatewayError, gatewayErrors, type GatewayError, problem } from "./respond.js"
import { exampleOf, type Specified } from "./specified/api.js"
import type { Operation } from "./specified/operation.js"
import { asProblem } from "./specified/refuse.js"
import type { AccessToken, Surface } from "./state.js"
import { findAccessToken, isRevoked } from "./tokens.js"

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

/** Of the Network APIs a scope may be the whole API: `sim-swap` for `sim-swap:check`. */
const holds = ({ scopes }: AccessToken, scope: string, { camara }: Specified): boolean =>
  scopes.includes(scope) || (camara === true && scopes.includes(scope.split(":")[0]!))

/** Whether one of the document's requirements is met: by the kind of the token, and by its scopes. */
const opens = (api: Specified, { security }: Operation, token: AccessToken): boolean =>
  security.some(({ kind, scopes }) =>
    kind === "app" ? token.grant === undefined : token.grant !== undefined && scopes.every((scope) => holds(token, scope, api)))

/** The surfaces whose tokens are good here. */
const surfacesOf = ({ surface, surfaces }: Specified, { variables }: Operation, match: ReadonlyArray<string>): ReadonlyArray<Surface> =>
  surfaces?.[match[variables.indexOf("surface")] ?? ""] ?? [surface]

/** Another object than `requester`: CAMARA tells the two apart. */
const unscoped: GatewayError = { ...gatewayErrors.requester }

const checkRights = (exchange: Exchange, api: Specified, operation: Operation, match: ReadonlyArray<string>, token: AccessToken): GatewayError | undefined => {
  // A token must be negotiated on the surface that it opens; another surface's is as good as none.
  if (!surfacesOf(api, operation, match).includes(token.surface)) return token.surface === "playground" ? gatewayErrors.invalid : gatewayErrors.requester
  if (!opens(api, operation, token)) return unscoped
  return exchange.state.clients.get(token.clientId)?.subscriptions.has(api.api) === true ? undefined : gatewayErrors.denied
}

const isAcceptable = (exchange: Exchange): boolean => {
  const accept = exchange.request.headers["accept"]
  return accept === undefined || acceptsJson(accept, false)
}

/** As measured on the playground: 401 UNAUTHENTICATED, and 403 for a token that another surface gave. CAMARA's own: a scope that lacks. The rest is the gateway's. */
const refuse = (api: Specified, error: GatewayError): PlainResponse => {
  if (api.refuse === asProblem) return problem(error)
  if (api.camara === true && error.status === 401) return camaraError(401, "UNAUTHENTICATED", error.description)
  if (api.camara === true && error === unscoped) return camaraError(403, "PERMISSION_DENIED", error.description)
  return api.camara === true && error === gatewayErrors.requester ? camaraError(403, "FORBIDDEN", "Request must be authorized") : gatewayError(error)
}

/** Sonatel's gateway demands a content type of every call, of one without a body too: its document says so. */
const hasDemandedType = ({ request }: Exchange, { contentType }: Specified): boolean =>
  contentType === undefined || essence(request.headers["content-type"] ?? "") === contentType

const authorise = (exchange: Exchange, api: Specified, operation: Operation, match: ReadonlyArray<string>): AccessToken | undefined | PlainResponse => {
  if (operation.security.length === 0) return undefined
  const token = checkBearer(exchange)
  if ("code" in token) return refuse(api, token)
  if (exchange.state.apiLimiter.take(token.clientId, exchange.now) > 0) return refuse(api, gatewayErrors.tooMany)
  const denied = checkRights(exchange, api, operation, match, token)
  return denied === undefined ? token : refuse(api, denied)
}

/** CAMARA's limits of it. */
const correlator = /^[a-zA-Z0-9\-_:;./<>{}]{0,256}$/

const handle = (exchange: Exchange, api: Specified, operation: Operation, match: ReadonlyArray<string>): PlainResponse => {
  const token = authorise(exchange, api, operation, match)
  if (token !== undefined && "status" in token) return token
  if (!isAcceptable(exchange)) return refuse(api, gatewayErrors.notAcceptable)
  if (!hasDemandedType(exchange, api)) return refuse(api, gatewayErrors.mediaType)
  if (api.camara === true && !correlator.test(exchange.request.headers["x-correlator"] ?? "")) {
    return api.refuse({ at: "header", kind: "invalid", name: "x-correlator", why: "has characters that it may not have, or too many" })
  }
  const validated = api.validator().validate(operation, exchange.request, match, exchange.query)
  if ("fault" in validated) return api.refuse(validated.fault)
  const handler = api.handlers[operation.id]
  return handler === undefined ? exampleOf(operation) : handler({ exchange, token, ...validated.given })
}

/** A path that is not there, as the API below it says so: the playground's measured answer is no 404. */
const lost = ({ path }: Exchange): PlainResponse => {
  if (path.startsWith("/camara/playground/api/")) return camaraError(400, "BAD_REQUEST", "unhandled path")
  return /^\/api\/(eWallet|notification)\//.test(path) ? problem(gatewayErrors.notFound) : gatewayError(gatewayErrors.notFound)
}

export const gateway = (exchange: Exchange): PlainResponse => {
  const method = exchange.request.method === "HEAD" ? "GET" : exchange.request.method
  const allowed = new Set<string>()
  let other: Specified | undefined
  for (const api of apis) {
    for (const operation of api.operations) {
      const found = operation.path.exec(exchange.path)
      if (found === null) continue
      if (operation.method === method) return handle(exchange, api, operation, found.slice(1))
      allowed.add(operation.method)
      other = api
    }
  }
  if (other === undefined) return lost(exchange)
  const refusal = refuse(other, gatewayErrors.method)
  return { ...refusal, headers: { ...refusal.headers, Allow: [...allowed].join(", ") } }
}
