/** oxlint, with the rules of .oxlintrc.json: among them, no clock, console, randomness or environment but Effect's. */
import { lines, runTool } from "../lib/process.js"
import type { Step } from "./step.js"

export const lint: Step = {
  name: "lint",
  run: async () => {
    const { code, output } = await runTool("oxlint", ["--format=unix", "--deny-warnings"])
    const found = lines(output).filter((line) => /^\S+:\d+:\d+:/.test(line))
    return {
      problems: code === 0 ? [] : found.length > 0 ? found : lines(output),
      summary: "oxlint"
    }
  }
}
