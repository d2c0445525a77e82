/** Path templates (OpenAPI 3.1 section 4.8.8): `/files/{a}.{b}`, `/jobs:run`, `/shops{;kind}` by style. */
import * as Percent from "./percent.js"
import { Unwritable } from "./unwritable.js"

export interface Template {
  /** One more than `names`: what stands before, between and after them. */
  readonly literals: ReadonlyArray<string>
  readonly names: ReadonlyArray<string>
  /** A query that the document wrote into its path, without `?`. */
  readonly query: string
}

/** What a path may hold as it is; the rest of a template's own text is encoded, its escapes are kept. */
const literal = (text: string): string =>
  text.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]+/g, Percent.encode)

const variable = /\{([^{}]+)\}/

/** A fragment is never sent: what follows `#` only tells paths of a document apart. */
export const compile = (template: string): Template => {
  const [path = "", ...query] = template.split("#", 1)[0]!.split("?")
  const pieces = (path.startsWith("/") ? path : `/${path}`).split(variable)
  return {
    literals: pieces.filter((_, i) => i % 2 === 0).map(literal),
    names: pieces.filter((_, i) => i % 2 === 1),
    query: query.join("?").replace(/[^\x21-\x7e]+/g, Percent.encode)
  }
}

/** WHATWG URL reading resolves these, in either spelling: the request would go to another path. */
const dotSegment = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i

export const hasDotSegment = (path: string): boolean => dotSegment.test(path)

/** The path with its values, which are encoded already. */
export const expand = ({ literals }: Template, values: ReadonlyArray<string>): string => {
  let path = literals[0]!
  for (let i = 0; i < values.length; i++) path += values[i]! + literals[i + 1]!
  return path
}

/** A value that is a segment of a path. */
export const checkSegment = (value: string): string => {
  if (value === "") throw new Unwritable("is empty, which would name another path")
  if (value === "." || value === "..") throw new Unwritable("is `.` or `..`, which would name another path")
  return value
}
