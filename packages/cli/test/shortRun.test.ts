import { assert, describe, it } from "@effect/vitest"
import * as ChildProcess from "node:child_process"
import { promisify } from "node:util"
import { flagFor } from "../src/internal/shortRun.js"

const execFile = promisify(ChildProcess.execFile)

describe("V8's flag for a short process", () => {
  it("this Node knows it: of one that it does not know, it would tell the user", async () => {
    const flag = flagFor(process.versions.node)
    const { stderr, stdout } = await execFile(process.execPath, ["-e", `if (process.argv[1] !== "") require("node:v8").setFlagsFromString(process.argv[1]); console.log("ran")`, "--", flag ?? ""])
    assert.deepStrictEqual({ stderr, stdout }, { stderr: "", stdout: "ran\n" })
  })

  it("is left alone in versions that were not tried", () => {
    assert.strictEqual(flagFor("21.0.0"), undefined)
    assert.strictEqual(flagFor("99.1.0"), undefined)
  })
})
