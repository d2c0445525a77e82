/**
 * `application/x-www-form-urlencoded`, read strictly: an authorization server must see what a lenient parser hides
 * (repeated parameters, bytes that are not UTF-8, percent signs that encode nothing).
 */

/** More parameters than any request of either guide by far; beyond it the text is refused rather than kept. */
const maxParameters = 200

export interface Parameters {
  /** The value of a parameter; an empty one counts as omitted (RFC 6749 sections 3.1 and 3.2). */
  readonly get: (name: string) => string | undefined
  /** All values of a parameter, for the emulator's own forms. */
  readonly all: (name: string) => ReadonlyArray<string>
  /** Names that stand there more than once. */
  readonly repeated: ReadonlyArray<string>
  /** The text is not a well-formed form. */
  readonly malformed: boolean
}

const decodeComponent = (text: string): string | undefined => {
  if (!/[%+\0]/.test(text)) return text
  try {
    const decoded = decodeURIComponent(text.replace(/\+/g, " "))
    return decoded.includes("\0") ? undefined : decoded
  } catch {
    return undefined
  }
}

/** Form decoding that leaves alone what it cannot decode, for credentials that a client did not encode. */
export const decodeOrKeep = (text: string): string => decodeComponent(text) ?? text

const collect = (text: string): { readonly values: Map<string, Array<string>>; readonly malformed: boolean } => {
  const values = new Map<string, Array<string>>()
  const pairs = text.split("&")
  let malformed = text.includes("\0") || pairs.length > maxParameters
  if (malformed) return { values, malformed }
  for (const pair of pairs) {
    if (pair === "") continue
    const equals = pair.indexOf("=")
    const name = decodeComponent(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodeComponent(equals < 0 ? "" : pair.slice(equals + 1))
    if (name === undefined || value === undefined) {
      malformed = true
      continue
    }
    const seen = values.get(name)
    if (seen === undefined) values.set(name, [value])
    else seen.push(value)
  }
  return { values, malformed }
}

export const parse = (text: string): Parameters => {
  const { malformed, values } = collect(text)
  return {
    get: (name) => values.get(name)?.[0] || undefined,
    all: (name) => values.get(name) ?? [],
    repeated: [...values].filter(([, all]) => all.length > 1).map(([name]) => name),
    malformed
  }
}

export const empty: Parameters = parse("")

/** Encodes as the redirect of RFC 6749 section 4.1.2 wants it; a space as %20, which every reader of URLs understands. */
export const encode = (parameters: ReadonlyArray<readonly [string, string]>): string =>
  new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString().replace(/\+/g, "%20")
