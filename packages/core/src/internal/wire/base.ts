/**
 * The origin rule. A client with a token calls its environment's origin, whatever the document says: of a server's URL
 * only the path is taken, unless its origin is the environment's own or one that it trusts. A client without a token calls
 * the document's server.
 */
import * as Either from "effect/Either"
import type { Environment } from "../../Environment.js"
import type { Server as Declared } from "../../Operation.js"
import * as RequestUrl from "../requestUrl.js"
import type { Plan } from "./plan.js"
import { during, refuse } from "./refused.js"
import * as Server from "./server.js"
import { Unwritable } from "./unwritable.js"

export interface Where {
  readonly server?: string | undefined
  readonly serverVariables?: Server.Variables | undefined
}

/** OpenAPI 3.1 section 4.8.1: without servers, `/`. */
const root: Declared = { url: "/" }

const documented = ({ operation }: Plan, variables: Server.Variables | undefined): string =>
  during("serverVariables", () => Server.fill((operation.servers ?? operation.api.servers)[0] ?? root, variables))

/** A server that the caller named for a client with a token: it must be where tokens may go. */
const checked = (server: string, environment: Environment): Server.Base => {
  const allowed = RequestUrl.check(server, environment)
  if (Either.isLeft(allowed)) throw new Unwritable(allowed.left)
  return Server.parse(allowed.right.href)!
}

const below = (environment: Environment, server: string): Server.Base => {
  const { allowed, origin, path } = RequestUrl.baseOf(environment)
  const base = Server.parse(server)
  return base !== undefined && allowed.has(base.origin) ? base : { origin, path: path + Server.pathOf(server), isPrivate: true }
}

const absolute = (server: string): Server.Base => {
  const base = Server.parse(server)
  if (base === undefined) throw new Unwritable("is relative: give the client or the call an absolute `server`")
  return base
}

/** What an environment says of an API: for all of its APIs, and for that one. */
const environmental = ({ operation: { api } }: Plan, { apiServerVariables = {}, serverVariables }: Environment): Server.Variables => ({
  ...serverVariables,
  ...(Object.hasOwn(apiServerVariables, api.name) ? apiServerVariables[api.name] : undefined)
})

const find = (plan: Plan, environment: Environment | undefined, { server, serverVariables }: Where): Server.Base => {
  const text = server ?? documented(plan, { ...(environment === undefined ? undefined : environmental(plan, environment)), ...serverVariables })
  return during("server", () =>
    environment === undefined ? absolute(text) : server === undefined ? below(environment, text) : checked(text, environment))
}

const nowhere = {}
const found = new WeakMap<Plan, WeakMap<object, Server.Base>>()

/** Found once for each operation and environment, where the caller has no say in it. */
export const of = (plan: Plan, environment: Environment | undefined, where: Where): Server.Base => {
  if (where.server !== undefined || where.serverVariables !== undefined) return find(plan, environment, where)
  let bases = found.get(plan)
  if (bases === undefined) found.set(plan, bases = new WeakMap())
  let base = bases.get(environment ?? nowhere)
  if (base === undefined) bases.set(environment ?? nowhere, base = find(plan, environment, where))
  return base
}

/** A credential that is not a token goes where the client says, but never in clear over a network. */
export const checkPrivate = ({ isPrivate }: Server.Base): void => {
  if (!isPrivate) refuse("server", "must use https (http is allowed on loopback only), because a credential is sent there")
}
