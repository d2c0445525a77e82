/** What a step of the check is. */

/** What a step found: nothing wrong if `problems` is empty. */
interface Findings {
  /** Each names a file and, where there is one, a line: `packages/core/src/Foo.ts:12: …`. */
  readonly problems: ReadonlyArray<string>
  /** How much was looked at, for the line that is printed: `12 files`. */
  readonly summary: string
}

export interface Step {
  readonly name: string
  readonly run: () => Promise<Findings>
}
