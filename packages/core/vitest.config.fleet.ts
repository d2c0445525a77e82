import { defineConfig, mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.js"

/** Tests that keep eight processes busy: one after the other, when all other files are done, or each would upset the clocks of the rest. */
export const fleet = ["test/{chaos/chaos,fleet/*}.test.ts"]

export default mergeConfig({ ...shared, test: { ...shared.test, include: [] } }, defineConfig({
  test: { name: "core-fleet", include: fleet, poolOptions: { forks: { singleFork: true } } }
}))
