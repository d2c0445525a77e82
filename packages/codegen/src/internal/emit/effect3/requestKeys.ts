/** The properties of a request: its parameters by name, `body`, and what says how the body is sent. */
import type { Media, Node, Operation, Parameter } from "../../model/Model.js"

/** A media type that leaves open what the body is: the caller says. */
export const isRange = ({ media }: Media): boolean => media.includes("*")

/** Properties whose parts may have headers of their own. */
export const withHeaders = ({ encoding = {} }: Media): ReadonlyArray<readonly [string, Readonly<Record<string, Node>>]> =>
  Object.entries(encoding).flatMap(([property, { headers }]) => headers === undefined ? [] : [[property, headers] as const])

export const headersKey = (property: string): string => `${property}_headers`

/** What a request has beside its body that says how this is sent. */
const besideBody = ({ body }: Operation): ReadonlyArray<string> =>
  body === undefined ? [] : [
    ...(body.content.length > 1 || body.content.some(isRange) ? ["contentType"] : []),
    ...body.content.flatMap(withHeaders).map(([property]) => headersKey(property))
  ]

/** The request's property for each parameter: its name, or place and name where the same name stands in two places. */
export const requestKeys = (operation: Operation): ReadonlyMap<Parameter, string> => {
  const reserved = new Set(["body", ...besideBody(operation)])
  const count = new Map<string, number>()
  for (const { name } of operation.parameters) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(operation.parameters.map((one) => [one, count.get(one.name)! > 1 || reserved.has(one.name) ? `${one.in}_${one.name}` : one.name]))
}
