/** The GSM 7-bit default alphabet and its extension (3GPP TS 23.038, 6.2.1), and what stands in for characters outside them. */

/** Character 0x1B is no character: it announces one of the extension. */
const escapeAt = 0x1b

/** The default alphabet: a character's place is its code. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"

/** The extension: each takes two septets, the escape and its own. */
const extended = "\f^{}\\[~]|€"

const costs: ReadonlyMap<string, 1 | 2> = new Map([
  ...[...basic].filter((_, code) => code !== escapeAt).map((character) => [character, 1] as const),
  ...[...extended].map((character) => [character, 2] as const)
])

/** The septets of a character; undefined if it is not in the alphabet. */
export const septets = (character: string): 1 | 2 | undefined => costs.get(character)

const each = (characters: string, substitute: string): ReadonlyArray<readonly [string, string]> =>
  [...characters].map((character) => [character, substitute] as const)

const substitutes: ReadonlyMap<string, string> = new Map([
  ...each("’‘‚‛′ʼ´`‹›", "'"),
  ...each("“”„‟″«»", "\""),
  ...each("‐‑‒–—―−•", "-"),
  ...each("\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
  // Line and paragraph separators.
  ...each("\u2028\u2029", "\n"),
  // Soft hyphen, zero-width space, word joiner, byte order mark: nobody sees them.
  ...each("\u00ad\u200b\u2060\ufeff", ""),
  ["…", "..."],
  ["œ", "oe"],
  ["Œ", "OE"],
  ["ﬁ", "fi"],
  ["ﬂ", "fl"],
  ["·", "."],
  ["×", "x"]
])

const isGsm = (text: string): boolean => [...text].every((character) => septets(character) !== undefined)

/** A letter without its accents, if it had any and the rest is in the alphabet or has a substitute. */
const withoutAccents = (letter: string): string | undefined => {
  if (!/^\p{Script=Latin}/u.test(letter)) return undefined
  const base = letter.normalize("NFD").replace(/\p{M}/gu, "")
  return isGsm(base) ? base : substitutes.get(base)
}

/** A character with the accents that follow it. */
const clusters = /.\p{M}*/gsu

const substitute = (cluster: string): string => {
  // An accent of its own after its letter, as macOS writes file names, is composed first: e and ´ are é, which is GSM.
  const composed = cluster.normalize("NFC")
  if (isGsm(composed)) return composed
  return substitutes.get(composed) ?? withoutAccents(composed) ?? cluster
}

/**
 * The text with a substitute for each character that is not in the alphabet and has one. What a substitution brings
 * together may have one in turn. Each leaves fewer characters outside the alphabet, so this ends.
 */
export const substituteAll = (text: string): string => {
  const substituted = text.replace(clusters, substitute)
  return substituted === text ? text : substituteAll(substituted)
}
