import type { Mutant } from "./mutant.js"

const tests = "packages/core/test"
const holder = "packages/core/src/internal/tokenHolder.ts"

/** One row for each promise of the token's life: the fault that would break it, and the test that sees it. */
export const table: ReadonlyArray<Mutant> = [
  {
    name: "the wall clock's hand only",
    file: holder,
    find: "!held.dead && now.wall < held.ends.wall && now.mono < held.ends.mono",
    replace: "!held.dead && now.wall < held.ends.wall",
    test: {
      file: `${tests}/ClientCredentials.test.ts`,
      name: "a monotonic hand alone ends a token, as after a suspend that the wall clock missed"
    }
  },
  {
    name: "a flight in the caller's scope",
    file: holder,
    find: "Effect.forkIn(scope)",
    replace: "Effect.fork",
    test: {
      file: `${tests}/ClientCredentials.test.ts`,
      name: "interrupting any subset of the callers, the first one too, changes nothing for the rest"
    }
  }
]
