/** knip: files, exports and dependencies that nothing uses, and dependencies that are used and not listed. */
import { lines, runTool } from "../lib/process.js"
import type { Step } from "./step.js"

export const unused: Step = {
  name: "unused",
  run: async () => {
    const { code, output } = await runTool("knip", ["--no-progress", "--reporter", "compact"])
    return { problems: code === 0 ? [] : lines(output), summary: "knip" }
  }
}
