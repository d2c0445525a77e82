import { defineConfig } from "vitest/config"

// A plain config rather than `defineWorkspace`, which vitest has deprecated: run with `--config vitest.workspace.ts`.
export default defineConfig({
  test: {
    projects: ["packages/*/vitest.config.ts", "packages/clients/*/vitest.config.ts", "packages/helpers/*/vitest.config.ts"]
  }
})
