import { fileURLToPath } from "node:url"
import { defineConfig, mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.js"

/** For tests that are expected to fail, in a sandbox (`--root`): what matters is that they do, and soon. */
export default mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  defineConfig({
    test: {
      include: ["packages/*/test/**/*.test.ts", "packages/helpers/*/test/**/*.test.ts"],
      setupFiles: [fileURLToPath(new URL("endOnFailure.ts", import.meta.url))],
      testTimeout: 15_000,
      pool: "threads"
    }
  })
)
