/**
 * A value that cannot be written where the document wants it. The pure writers of this folder throw it; the one caller
 * that builds requests (`request.ts`) catches it, names the field and gives a typed error.
 */
export class Unwritable extends Error {
  constructor(
    /** What is wrong, without the value. */
    readonly problem: string,
    /** Where in the value, below the field that the caller names. */
    readonly path: ReadonlyArray<string> = []
  ) {
    super(problem)
  }
}
