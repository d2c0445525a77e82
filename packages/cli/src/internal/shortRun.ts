/**
 * A process that is over in seconds. V8 compiles anew, for speed, what has run for a while, which pays in a server: of the
 * processor time of `orange generate` it was a quarter. V8's name for how long that while is has changed, and a version that
 * is not known here is left as it is (docs/decisions/0036).
 */
import * as V8 from "node:v8"

/** Eight to ten times the default, by the version of Node. */
const flags: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=30000",
  24: "--invocation-count-for-turbofan=30000"
}

export const flagFor = (nodeVersion: string): string | undefined => flags[nodeVersion.split(".")[0]!]

/** Tells V8 that this process will not last. */
export const optimiseLate = (): void => {
  const flag = flagFor(process.versions.node)
  if (flag !== undefined) V8.setFlagsFromString(flag)
}
