/** A document of every construct, of a size that shows what repetition does. */
import { describe, expect, it } from "vitest"
import type { JsonObject } from "../src/internal/json.js"
import { compileFolder } from "./support/compile.js"
import { executeAll } from "./support/execute.js"
import { emptied, importClient, renderDocument } from "./support/generated.js"
import { synthetic } from "./support/synthetic.js"

const folder = emptied("synthetic")

describe("a synthetic document", () => {
  it.each([["3.0.3", "all schemas", true], ["3.1.0", "all schemas", true], ["3.1.0", "those that are used", false]] as const)("of %s, with %s: every operation is executed", async (version, _, allSchemas) => {
    const document = synthetic({ operations: 35, schemas: 50 }, version) as JsonObject
    const rendered = renderDocument(document, { allSchemas })
    const client = await importClient(`synthetic/${version.replaceAll(".", "-")}${allSchemas ? "-all" : ""}`, rendered)
    const { operations, problems } = await executeAll(document, rendered, client, { validate: version !== "3.0.3" && !allSchemas })
    expect(problems).toEqual([])
    expect(operations).toBeGreaterThan(35)
  })

  it("compiles without an error", async () => {
    expect(await compileFolder(folder)).toEqual([])
  }, 120_000)
})
