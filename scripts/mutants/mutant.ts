/** What a mutant is. */

/** A replacement of plain text. */
export interface Edit {
  /** From the root: `packages/core/src/internal/tokenHolder.ts`. */
  readonly file: string
  /** Must occur exactly once in the file, character by character; it may span lines. */
  readonly find: string
  readonly replace: string
}

/**
 * A fault that is planted on purpose, and the test that must turn red for it.
 *
 * A mutant is killed when its named test runs and fails. One that lets the test pass survives; one that keeps the test
 * from running at all (a syntax error, an import that does not resolve) proves nothing and counts as a mistake.
 * Nothing is type-checked: an import that a mutant makes superfluous does not matter.
 */
export interface Mutant extends Edit {
  /** What the fault is, in a few words: `renewal not by value`. */
  readonly name: string
  /** Further edits that belong to the same fault, such as the import that it needs. */
  readonly also?: ReadonlyArray<Edit>
  readonly test: {
    /** From the root: `packages/core/test/ClientCredentials.test.ts`. */
    readonly file: string
    /** The test's title, or its describe titles and its own joined by single blanks: enough of the end to name one test. */
    readonly name: string
  }
}
