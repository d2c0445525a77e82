import * as Either from "effect/Either"
import type { Environment } from "../Environment.js"
import { Lru } from "./lru.js"

/** A URL that may see the environment's token. */
export interface AllowedUrl {
  readonly href: string
  /** Origin and API: a URL that holds no value. */
  readonly outline: string
  /** The first segment of the path below the base URL: a name for the API that holds no value. */
  readonly api: string
}

/** Where an environment's tokens may go. */
export interface Base {
  readonly origin: string
  /** Of the base URL, without its last slash. */
  readonly path: string
  /** Its own origin and those that it trusts. */
  readonly allowed: ReadonlySet<string>
  /** Verdicts by what was asked: a program calls few URLs, and reading one costs more than the rest of a call. */
  readonly decided: Lru<string, Either.Either<AllowedUrl, string>>
}

const bases = new WeakMap<Environment, Base>()

export const baseOf = (environment: Environment): Base => {
  const known = bases.get(environment)
  if (known !== undefined) return known
  const { origin, pathname } = new URL(environment.baseUrl)
  const base: Base = {
    origin,
    path: pathname.replace(/\/$/, ""),
    allowed: new Set([origin, ...environment.trustedOrigins]),
    decided: new Lru(256)
  }
  bases.set(environment, base)
  return base
}

const isDotSegment = (segment: string): boolean => /^(?:\.|%2e){1,2}$/i.test(segment)

const problemOf = (text: string): string | undefined => {
  // WHATWG URL reading drops tabs and line breaks and takes a backslash for a slash: what one reads is not what is sent.
  if (/[\u0000-\u0020\u007f\\]/.test(text)) return "has a blank, a control character or a backslash"
  const path = text.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1)[0]!
  return path.split("/").some(isDotSegment) ? "has a path segment `.` or `..`" : undefined
}

const resolve = (text: string, base: Base): Either.Either<URL, string> => {
  if (text.startsWith("//")) return Either.left("begins with //, which names another host; begin it with one slash")
  const isAbsolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const joined = isAbsolute ? text : `${base.origin}${base.path}/${text.replace(/^\//, "")}`
  return URL.canParse(joined) ? Either.right(new URL(joined)) : Either.left("cannot be read as a URL")
}

const decide = (text: string, base: Base): Either.Either<AllowedUrl, string> => {
  const problem = problemOf(text)
  if (problem !== undefined) return Either.left(problem)
  return Either.flatMap(resolve(text, base), (url) => {
    if (!base.allowed.has(url.origin) || url.username !== "" || url.password !== "") {
      return Either.left("is not on the environment's origin; a token goes nowhere else (see trustedOrigins)")
    }
    const below = url.pathname.startsWith(base.path) ? url.pathname.slice(base.path.length) : url.pathname
    const api = below.split("/")[1] ?? ""
    return Either.right({ href: url.href, outline: `${url.origin}/${api}`, api })
  })
}

/**
 * The URL of a request, if a bearer may go there: only the environment's own origin and those that it trusts. A path is
 * appended to the base URL; it is never resolved in the browser's way, where `//host`, `/\host` and `..` lead out. Query
 * parameters that the request keeps apart change neither origin nor path.
 */
export const check = (url: string, environment: Environment): Either.Either<AllowedUrl, string> => {
  const base = baseOf(environment)
  return base.decided.getOrMake(url, () => decide(url, base))
}
