/** Patterns of documents (ECMA-262 by the standard, PCRE or RE2 in practice) as JavaScript runs them. */

const syntaxCharacters = new Set("^$\\.*+?()[]{}|/")
const classEscapes = new Set("bBdDsSwWfnrtvcxukpP0123456789")

const anchors: Readonly<Record<string, string>> = { A: "^", z: "$", Z: "$" }

/** One escape, in a form that the `u` flag takes; `undefined` where JavaScript has no word for it. */
const translateEscape = (character: string, inClass: boolean): string | undefined => {
  if (syntaxCharacters.has(character) || classEscapes.has(character)) return `\\${character}`
  if (character === "-") return inClass ? "\\-" : "-"
  if (Object.hasOwn(anchors, character)) return inClass ? undefined : anchors[character]
  return /[A-Za-z]/.test(character) ? undefined : character
}

const translateEscapes = (pattern: string): string | undefined => {
  let translated = ""
  let inClass = false
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!
    if (character === "\\") {
      const next = pattern[++i]
      const escape = next === undefined ? undefined : translateEscape(next, inClass)
      if (escape === undefined) return undefined
      translated += escape
      continue
    }
    if (character === "[" && inClass && pattern[i + 1] === ":") return undefined
    inClass = character === "[" || (inClass && character !== "]")
    translated += character
  }
  return translated
}

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, "u").unicode
  } catch {
    return false
  }
}

/** The pattern for JavaScript with the flag `u`, or `undefined` if it has none. */
export const translate = (pattern: string): string | undefined => {
  if (compiles(pattern)) return pattern
  const translated = translateEscapes(pattern)
  return translated !== undefined && compiles(translated) ? translated : undefined
}

/**
 * Whether a pattern is worth a proof: only a repetition over something that repeats or branches can take exponential time,
 * so a pattern without a quantified group cannot.
 */
export const maybeCatastrophic = (pattern: string): boolean => /\)(?:[*+]|\{\d+,(?:\d*)\})/.test(pattern) && /[*+{|]/.test(pattern)
