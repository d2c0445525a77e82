import type { Edit, Mutant } from "../mutant.js"

type Test = Mutant["test"]

export interface InPackage {
  /** An edit of a file below the package's `src`. */
  readonly edit: (file: string, find: string, replace: string) => Edit
  /** A test in a file below the package's `test`. */
  readonly test: (file: string, name: string) => Test
  /** A mutant of one edit. */
  readonly row: (name: string, file: string, find: string, replace: string, testFile: string, testName: string) => Mutant
}

/** What rows of one package are made of; `path` is the package's, from the root. */
export const inPackage = (path: string): InPackage => {
  const edit: InPackage["edit"] = (file, find, replace) => ({ file: `${path}/src/${file}`, find, replace })
  const test: InPackage["test"] = (file, name) => ({ file: `${path}/test/${file}`, name })
  return {
    edit,
    test,
    row: (name, file, find, replace, testFile, testName) => ({ name, ...edit(file, find, replace), test: test(testFile, testName) })
  }
}
