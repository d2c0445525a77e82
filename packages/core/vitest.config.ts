import { configDefaults, defineConfig, mergeConfig } from "vitest/config"
import { shared } from "../../vitest.shared.js"
import { fleet } from "./vitest.config.fleet.js"

export default mergeConfig(shared, defineConfig({ test: { name: "core", exclude: [...configDefaults.exclude, ...fleet] } }))
