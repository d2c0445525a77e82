import { configDefaults, type ViteUserConfig } from "vitest/config"

const conditions = ["@effect-orange/source"]

/** What every package's tests share: siblings resolve to their source, so no build is needed before a test. */
export const shared: ViteUserConfig = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    // What tests generate, they run themselves.
    exclude: [...configDefaults.exclude, "**/.generated/**"],
    sequence: { concurrent: false },
    // One process takes file after file: to load Effect anew for each was a third of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000
  }
}
