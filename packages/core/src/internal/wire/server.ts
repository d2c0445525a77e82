/** Where an operation is: servers and their variables (OpenAPI 3.1 section 4.8.5). */
import type { Server } from "../../Operation.js"
import { Unwritable } from "./unwritable.js"

export type Variables = { readonly [name: string]: string }

const valueOf = (server: Server, name: string, given: Variables | undefined): string => {
  const declared = server.variables !== undefined && Object.hasOwn(server.variables, name) ? server.variables[name] : undefined
  const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : declared?.default
  if (value === undefined) throw new Unwritable("is missing", [name])
  if (declared?.enum !== undefined && !declared.enum.includes(value)) {
    throw new Unwritable(`must be one of ${declared.enum.join(", ")}`, [name])
  }
  return value
}

/** A server's URL with its variables. */
export const fill = (server: Server, given: Variables | undefined): string =>
  server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => valueOf(server, name, given))

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** An absolute URL that may be called, with its path's last slash taken off. */
export interface Base {
  readonly origin: string
  readonly path: string
  /** Whether what is sent there stays between us and the server. */
  readonly isPrivate: boolean
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, "")

const isHttp = ({ protocol }: URL): boolean => protocol === "https:" || protocol === "http:"

/** Undefined for a relative URL, which needs somebody who says what it is relative to. */
export const parse = (text: string): Base | undefined => {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined
  if (/[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text)) throw new Unwritable("is not a URL")
  const url = new URL(text)
  if (!isHttp(url)) throw new Unwritable("must be an http or https URL")
  if (url.username !== "" || url.password !== "") throw new Unwritable("must hold no user name or password")
  if (url.search !== "" || url.hash !== "") throw new Unwritable("must have neither a query nor a fragment")
  return { origin: url.origin, path: withoutSlash(url.pathname), isPrivate: url.protocol === "https:" || isLoopback(url.hostname) }
}

/** The path of a server, whether its URL is absolute or not. */
export const pathOf = (text: string): string => {
  const base = parse(text)
  if (base !== undefined) return base.path
  return withoutSlash(new URL(text, "https://relative.invalid/").pathname)
}
