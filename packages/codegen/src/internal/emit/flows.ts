/** Who may call an operation, and with what: by the token of the application, of a user, or without one of Orange. */
import type { Model, Operation, Requirement, SecurityScheme } from "../model/Model.js"

export type Flow = "App" | "User" | "Open"

/** The ways in which a requirement may be met: by whose token, or by given credentials alone. */
const flowsOfRequirement = (model: Model, requirement: Requirement): ReadonlyArray<Flow> => {
  const oauth = Object.keys(requirement).map((name) => model.security[name]!).filter((one) => one.type === "oauth2")
  if (oauth.length === 0) return ["Open"]
  return (["App", "User"] as const).filter((flow) => oauth.every((one) => one.flows.includes(flow)))
}

export const flowsOf = (model: Model, operation: Operation): ReadonlySet<Flow> =>
  new Set(operation.security.length === 0 ? ["Open"] : operation.security.flatMap((one) => flowsOfRequirement(model, one)))

/** The flows of a document's tags. A document without a token of Orange has one tag, `Open`. */
export const documentFlows = (model: Model): ReadonlyArray<Flow> => {
  const all = new Set(model.operations.flatMap((one) => [...flowsOf(model, one)]))
  const tokens = (["App", "User"] as const).filter((flow) => all.has(flow))
  return tokens.length === 0 ? ["Open"] : tokens
}

/** Open operations, and those that other credentials open, are in every tag. */
export const isIn = (model: Model, operation: Operation, flow: Flow): boolean => {
  const flows = flowsOf(model, operation)
  return flows.has(flow) || flows.has("Open")
}

/** What is given as a user name and a password; all else is one text. */
export const isBasic = (scheme: SecurityScheme): boolean => scheme.type === "http" && scheme.scheme === "basic"

/** Credentials that a layer needs to be given. */
export const schemesIn = (model: Model, operations: ReadonlyArray<Operation>): ReadonlyArray<string> => {
  const names = operations.flatMap((one) => one.security.flatMap((requirement) => Object.keys(requirement)))
  return [...new Set(names)].filter((name) => model.security[name]!.type !== "oauth2").sort()
}

/** Given beside a token or not, some operation cannot do without them. */
export const areRequired = (model: Model, operations: ReadonlyArray<Operation>, scheme: string): boolean =>
  operations.some((one) => one.security.length > 0 && one.security.every((requirement) => Object.hasOwn(requirement, scheme)))

/** The scopes that a token needs, by any of the requirements. */
export const scopesOf = (model: Model, operation: Operation): ReadonlyArray<string> =>
  [...new Set(operation.security.flatMap((one) => Object.entries(one).filter(([name]) => model.security[name]!.type === "oauth2").flatMap(([, scopes]) => scopes)))].sort()
