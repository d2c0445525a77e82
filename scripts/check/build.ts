/** The build that the packed artifacts are made from. */
import { lines, runTool } from "../lib/process.js"
import type { Step } from "./step.js"

export const build: Step = {
  name: "build",
  run: async () => {
    const { code, output } = await runTool("tsc", ["-b", "--pretty", "false"])
    return { problems: code === 0 ? [] : lines(output), summary: "tsc -b" }
  }
}
