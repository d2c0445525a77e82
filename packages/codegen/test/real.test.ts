/** Documents that others wrote: each generates, compiles under the strictest flags, and every operation is executed. */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Effect } from "effect"
import * as Path from "node:path"
import { describe, expect, it } from "vitest"
import { load } from "../src/internal/read/load.js"
import { compileFolder } from "./support/compile.js"
import { executeAll } from "./support/execute.js"
import { realDocuments, rootOf, shortName } from "./support/files.js"
import { emptied, importClient, renderDocument } from "./support/generated.js"

const read = (document: string) =>
  Effect.runPromise(load({ document, allowRemote: false, root: rootOf(document) }).pipe(Effect.provide(NodeContext.layer), Effect.provide(FetchHttpClient.layer)))

const folderOf = (file: string): string => `real/${shortName(file).replace(/[^a-z0-9]+/gi, "-")}`

const all = emptied("real")

describe.skipIf(realDocuments.length === 0)("documents of others (skipped where ../shared/specs-real is not there)", () => {
  it.each(realDocuments.map((file) => [shortName(file), file] as const))("%s: every operation is executed", async (_, file) => {
    const { document } = await read(file)
    const rendered = renderDocument(document, { source: Path.basename(file) })
    const client = await importClient(folderOf(file), rendered)
    const { operations, problems } = await executeAll(document, rendered, client)
    expect(problems).toEqual([])
    expect(operations).toBeGreaterThan(0)
  })

  it("all compile without an error", async () => {
    expect(await compileFolder(all)).toEqual([])
  }, 120_000)
})
