import { defineConfig } from "vitest/config"

// A plain config rather than `defineWorkspace`, which vitest has deprecated: run with `--config vitest.workspace.ts`.
export default defineConfig({
  test: {
    // Two cores: vitest would leave one idle.
    maxWorkers: 2,
    minWorkers: 1,
    isolate: false,
    projects: ["packages/*/vitest.config.ts", "packages/core/vitest.config.fleet.ts", "packages/clients/*/vitest.config.ts", "packages/helpers/*/vitest.config.ts"]
  }
})
