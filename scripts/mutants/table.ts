import type { Mutant } from "./mutant.js"
import { cli } from "./rows/cli.js"
import { codegen } from "./rows/codegen.js"
import { core } from "./rows/core.js"
import { emulator } from "./rows/emulator.js"
import { fleet } from "./rows/fleet.js"
import { helpers } from "./rows/helpers.js"

/** One row for each promise: the fault that would break it, and the test that sees it. */
export const table: ReadonlyArray<Mutant> = [...core, ...fleet, ...codegen, ...helpers, ...emulator, ...cli]
