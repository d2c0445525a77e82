/** What is wrong with a document, inside this stage: `load` catches it once and tells it with file and line. */

/** Where in a file: an offset in its text, or the keys that lead to a value. */
export type Spot = { readonly offset: number } | { readonly keys: ReadonlyArray<string | number> } | undefined

/** Thrown by the pure functions of this stage: a fault ends the whole of it, from any depth. */
export class Fault extends Error {
  constructor(
    readonly problem: string,
    readonly spot: Spot,
    readonly expected?: string,
    /** The file, where it is not the one at hand. */
    readonly file?: string
  ) {
    super(problem)
  }
}

/** Text of a document in a message: on one line, quoted, and not long. */
export const show = (text: string): string => {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return JSON.stringify(short).replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "?")
}
