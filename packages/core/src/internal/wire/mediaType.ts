/** Media types (RFC 9110 section 8.3.1): what they are, how they are read and written, which of several an answer is. */

import type { Content, Media } from "../../Operation.js"

/** The media types that a body is declared in. */
export const declaredIn = (content: Content | null): ReadonlyArray<Media> =>
  content === null ? [] : "content" in content ? content.content : [content]

/** How a body of some media type is handled. */
export type Kind = "json" | "form" | "multipart" | "text" | "events" | "lines" | "sequence" | "bytes"

export interface MediaType {
  /** Type and subtype in lower case, such as `application/json`, `text/*`. */
  readonly essence: string
  /** Parameters as `name=value`, names in lower case, without quotes. */
  readonly parameters: ReadonlyArray<string>
}

const parameter = (text: string): string => {
  const [name = "", value = ""] = text.split("=", 2)
  return `${name.trim().toLowerCase()}=${value.trim().replace(/^"(.*)"$/, "$1")}`
}

export const parse = (text: string): MediaType => {
  const [essence = "", ...parameters] = text.split(";")
  return { essence: essence.trim().toLowerCase(), parameters: parameters.map(parameter) }
}

const isJson = (essence: string): boolean => /^(?:application|text)\/json$|\+json$/.test(essence)

/** Lines of JSON have no registered name; these are in use. */
const lines = new Set([
  "application/x-ndjson",
  "application/ndjson",
  "application/jsonl",
  "application/x-jsonl",
  "application/jsonlines",
  "application/x-jsonlines",
  "application/json-lines"
])

/** XML and YAML are neither read nor written here: who calls does that, with the text. */
const isText = (essence: string): boolean => /^text\/|\+xml$|^application\/(?:xml|yaml|x-yaml)$/.test(essence)

export const kindOf = (essence: string): Kind => {
  if (isJson(essence)) return "json"
  if (essence === "application/x-www-form-urlencoded") return "form"
  if (essence.startsWith("multipart/")) return "multipart"
  if (essence === "text/event-stream") return "events"
  if (lines.has(essence)) return "lines"
  // RFC 7464, and RFC 8142 for GeoJSON.
  if (/^application\/(?:.+\+)?json-seq$/.test(essence)) return "sequence"
  return isText(essence) ? "text" : "bytes"
}

export const isRange = (essence: string): boolean => essence.includes("*")

export const isStream = (kind: Kind): boolean => kind === "events" || kind === "lines" || kind === "sequence"

/** Whether a range such as `text/*`, `application/*+json` or `*` + `/*` covers a type; the second also `application/json`. */
export const covers = (range: string, essence: string): boolean => {
  if (range === "*/*" || range === essence) return true
  const [type, subtype = ""] = range.split("/")
  if (!subtype.startsWith("*") || !essence.startsWith(`${type}/`)) return false
  return subtype === "*" || essence.endsWith(subtype.slice(1)) || essence === `${type}/${subtype.slice(2)}`
}

/** How specific a declared type is for an actual one: the higher, the better; undefined if it does not cover it. */
const rank = (declared: MediaType, actual: MediaType): number | undefined => {
  if (declared.essence === "*/*") return 0
  if (isRange(declared.essence)) return covers(declared.essence, actual.essence) ? 1 : undefined
  if (declared.essence !== actual.essence) return undefined
  const shared = declared.parameters.filter((one) => actual.parameters.includes(one)).length
  return shared === declared.parameters.length ? 3 + shared : 2
}

/** The most specific of the declared types that covers the actual one; the first of equals. */
export const best = <A extends { readonly type: MediaType }>(declared: ReadonlyArray<A>, actual: MediaType): A | undefined => {
  let found: A | undefined
  let highest = -1
  for (const one of declared) {
    const score = rank(one.type, actual)
    if (score !== undefined && score > highest) {
      found = one
      highest = score
    }
  }
  return found
}
