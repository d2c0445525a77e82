/**
 * From a flat request to what is sent, or the one thing that is wrong with it: before a token is asked for and before a
 * byte leaves.
 */
import * as HttpBody from "@effect/platform/HttpBody"
import * as Either from "effect/Either"
import { InvalidRequestError } from "../../ApiError.js"
import * as Redaction from "../redaction.js"
import * as Body from "./body.js"
import * as Field from "./field.js"
import * as Parameter from "./parameter.js"
import * as Path from "./path.js"
import type { Compiled, Plan } from "./plan.js"
import * as Pointer from "./pointer.js"
import * as Problem from "./problem.js"
import { during, refuse, Refused } from "./refused.js"
import * as Security from "./security.js"
import { Unwritable } from "./unwritable.js"

type Request = Readonly<Record<string, unknown>>

/** What a call adds to its request. */
export interface Extras {
  readonly headers?: { readonly [name: string]: string } | undefined
  readonly correlator?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly lastEventId?: string | undefined
}

/** A request, written, but for where its server is. */
export interface Written {
  /** Path and query, below the server's path. */
  readonly target: string
  /** Names in lower case. */
  readonly headers: Record<string, string>
  readonly body: HttpBody.HttpBody
  readonly replayable: boolean
}

/** A parameter is named; a place below it is part of the problem. A body is pointed into, options are dotted. */
const shown = ({ field, reason }: Refused): { readonly field: string; readonly problem: string } => {
  const { path, problem } = reason
  if (path.length === 0) return { field, problem }
  if (field === "body") return { field: `/body${Pointer.write(path)}`, problem }
  return { field: `${field}.${path.join(".")}`, problem }
}

/** Runs writers; what cannot be written becomes a typed error. */
export const attempt = <A>(operation: string, write: () => A): Either.Either<A, InvalidRequestError> => {
  try {
    return Either.right(write())
  } catch (error) {
    if (error instanceof Refused) return Either.left(new InvalidRequestError({ operation, ...shown(error) }))
    throw error
  }
}

const encoded = ({ encode }: Compiled, value: unknown): unknown => {
  const result = encode(value)
  if (Either.isRight(result)) return result.right
  const { path, text } = Problem.describe(result.left)
  throw new Unwritable(text, path)
}

/** The value of a parameter as JSON, or undefined where it is left out. */
const valueOf = (compiled: Compiled, request: Request, isRequired: boolean): unknown => {
  const value = request[compiled.key]
  if (value !== undefined) return encoded(compiled, value)
  if (isRequired) throw new Unwritable("is missing")
  return undefined
}

const checkKeys = ({ keys }: Plan, request: Request): void => {
  for (const key of Object.keys(request)) {
    if (!keys.has(key) && request[key] !== undefined) refuse(Redaction.scrub(key), "is not known")
  }
}

const writePath = ({ inPath, template }: Plan, request: Request): string => {
  const values = inPath.map((compiled, i) =>
    compiled === undefined
      ? refuse(template.names[i]!, "is in the path and no parameter is declared for it")
      : during(compiled.key, () => Parameter.inPath(compiled.parameter, valueOf(compiled, request, true))))
  const path = Path.expand(template, values)
  if (Path.hasDotSegment(path)) refuse("url", "has a path segment `.` or `..`")
  return path
}

const pairsOf = (all: ReadonlyArray<Compiled>, request: Request): Array<string> => {
  const pairs: Array<string> = []
  for (const compiled of all) {
    during(compiled.key, () => {
      const value = valueOf(compiled, request, compiled.parameter.required === true)
      if (value === undefined) return
      for (const [name, text] of Parameter.asPairs(compiled.parameter, value)) pairs.push(`${name}=${text}`)
    })
  }
  return pairs
}

/** What is the transport's to say, and the token's. */
const reserved = new Set(["authorization", "host", "content-length", "transfer-encoding", "connection"])

const addExtraHeaders = (headers: Record<string, string>, given: Extras["headers"]): void => {
  for (const [name, value] of Object.entries(given ?? {})) {
    during(`headers.${name}`, () => {
      if (!Field.isName(name)) throw new Unwritable("is no name of a header")
      if (reserved.has(name.toLowerCase())) throw new Unwritable("cannot be set by hand")
      headers[name.toLowerCase()] = Field.checkValue(value)
    })
  }
}

const addParameters = (headers: Record<string, string>, { inHeader }: Plan, request: Request): void => {
  for (const compiled of inHeader) {
    during(compiled.key, () => {
      const { parameter } = compiled
      const value = valueOf(compiled, request, parameter.required === true)
      if (value !== undefined && value !== null) headers[parameter.name.toLowerCase()] = Parameter.inHeader(parameter, value)
    })
  }
}

const addExtras = (headers: Record<string, string>, { operation }: Plan, { correlator, idempotencyKey, lastEventId }: Extras): void => {
  if (correlator !== undefined) headers["x-correlator"] = during("correlator", () => Field.checkValue(correlator))
  if (idempotencyKey !== undefined) {
    during("idempotencyKey", () => {
      if (operation.idempotencyKey === undefined) throw new Unwritable("is not a thing that this operation declares")
      headers[operation.idempotencyKey.toLowerCase()] = Field.checkValue(idempotencyKey)
    })
  }
  // An id is UTF-8 from the server; one that a header cannot carry is not sent back.
  if (lastEventId !== undefined && !Field.hasValueProblem(lastEventId)) headers["last-event-id"] = lastEventId
}

const nothing: Body.Written = { body: HttpBody.empty, replayable: true }

const writeBody = ({ body }: Plan, request: Request): Body.Written => {
  if (body === undefined) return nothing
  const writer = during("contentType", () => Body.choose(body, request))
  if (request["body"] !== undefined) return during("body", () => Body.write(writer, request))
  if (body.required) refuse("body", "is missing")
  return nothing
}

const securityOf = (choice: Security.Choice, credentials: Security.Credentials): ReadonlyArray<Security.Sent> =>
  choice.schemes.map(([name, scheme]) => during("security", () => Security.write(name, scheme, credentials)))

const pairText = ([name, value]: readonly [string, string]): string => `${name}=${value}`

/** Everything of a request but its server. */
export const write = (
  plan: Plan,
  request: Request,
  extras: Extras,
  security: { readonly choice: Security.Choice; readonly credentials: Security.Credentials }
): Written => {
  checkKeys(plan, request)
  const path = writePath(plan, request)
  const sent = securityOf(security.choice, security.credentials)
  const query = [
    ...(plan.template.query === "" ? [] : [plan.template.query]),
    ...pairsOf(plan.inQuery, request),
    ...sent.flatMap((one) => one.query.map(pairText))
  ]
  const { contentType } = plan.operation.api
  // A body's own type takes its place.
  const headers: Record<string, string> = { accept: plan.accept, ...(contentType === undefined ? {} : { "content-type": contentType }) }
  addExtraHeaders(headers, extras.headers)
  addParameters(headers, plan, request)
  addExtras(headers, plan, extras)
  // Pairs of a cookie are apart by a semicolon, exploded lists and objects too (OpenAPI 3.1.2 appendix D; RFC 6265).
  const cookies = [...pairsOf(plan.inCookie, request), ...sent.flatMap((one) => one.cookies.map(pairText))]
  if (cookies.length > 0) headers["cookie"] = [...(headers["cookie"] === undefined ? [] : [headers["cookie"]]), ...cookies].join("; ")
  for (const one of sent) for (const [name, value] of one.headers) headers[name.toLowerCase()] = value
  return { target: query.length === 0 ? path : `${path}?${query.join("&")}`, headers, ...writeBody(plan, request) }
}
