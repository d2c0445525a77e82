import { defineConfig, mergeConfig } from "vitest/config"
import { fleet } from "./packages/core/vitest.config.fleet.js"
import { shared } from "./vitest.shared.js"

/**
 * Every package in one project: vitest waits for the last file of a project and starts its processes anew before the
 * next, which with thirty projects took more than a minute (docs/decisions/0034). A path names a part: `pnpm test packages/core`.
 */
const packages = mergeConfig(shared, defineConfig({
  test: {
    name: "packages",
    include: ["packages/{*,clients/*,helpers/*}/test/**/*.test.ts"],
    exclude: fleet.map((pattern) => `packages/core/${pattern}`)
  }
}))

// A plain config rather than `defineWorkspace`, which vitest has deprecated: run with `--config vitest.workspace.ts`.
export default defineConfig({
  test: {
    // On two cores a third worker fills the others' waits: a sixth of the time. As many at least: where the two differ, and
    // the files share a process, the last worker is not let go.
    maxWorkers: 3,
    minWorkers: 3,
    isolate: false,
    projects: [packages, "packages/core/vitest.config.fleet.ts"]
  }
})
