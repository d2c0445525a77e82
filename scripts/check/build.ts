/** The build that the packed artifacts are made from: `pnpm build`. */
import { lines, runTool } from "../lib/process.js"
import type { Step } from "./step.js"

export const build: Step = {
  name: "build",
  run: async () => {
    const results = [await runTool("tsc", ["-b", "--pretty", "false"]), await runTool("tsx", ["scripts/bundle.ts"])]
    return { problems: results.flatMap(({ code, output }) => code === 0 ? [] : lines(output)), summary: "tsc -b, the command's bundle" }
  }
}
