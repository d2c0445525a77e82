/** What generating costs, beside the fastest generator of Effect clients that we know of, on one document. */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { repositoryRoot } from "../lib/workspace.js"
import type { Benchmark, Row } from "./benchmark.js"
import { benchFolder, bytesWithoutComments, writeApart, writeDocument, writeShared } from "./document.js"
import { cpuOf } from "./processor.js"
import { medianOf, shown } from "./statistics.js"

const rounds = 5

const command = Path.join(repositoryRoot, "packages/cli/dist/bin.js")

const peer = Path.join(repositoryRoot, "node_modules/@tim-smart/openapi-gen/main.js")

/** As a user's build script has it, over what is published. */
const program = `import { Generator } from "@effect-orange/codegen"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
const [document, folder] = process.argv.slice(1)
await Effect.runPromise(Generator.write({ document, name: "Api" }, folder).pipe(Effect.provide(NodeContext.layer), Effect.provide(FetchHttpClient.layer)))`

const codegen = Path.join(repositoryRoot, "packages/codegen")

const written = (folder: string): ReadonlyArray<string> =>
  (Fs.readdirSync(folder, { recursive: true }) as ReadonlyArray<string>).filter((file) => file.endsWith(".ts")).map((file) => Path.join(folder, file))

/** Of what is written for it, to the peer's. */
const bytesRatio = async (document: string): Promise<number> => {
  const out = Path.join(benchFolder, `${Path.parse(document).name}-out`)
  await cpuOf(process.execPath, [command, "generate", document, "--out", out, "--name", "Api"])
  const { output } = await cpuOf(process.execPath, [peer, "-s", document, "-n", "Api"])
  return written(out).reduce((sum, file) => sum + bytesWithoutComments(Fs.readFileSync(file, "utf8")), 0) / bytesWithoutComments(output)
}

const rowsFor = (name: string, document: string) =>
  Effect.promise(async (): Promise<ReadonlyArray<Row>> => {
    const megabytes = (Fs.statSync(document).size / 1e6).toFixed(1)
    const out = Path.join(benchFolder, `${name}-out`)
    const asCommand: Array<number> = []
    const asFunction: Array<number> = []
    for (let i = 0; i < rounds; i++) {
      const byCommand = await cpuOf(process.execPath, [command, "generate", document, "--out", out, "--name", "Api"])
      const byFunction = await cpuOf(process.execPath, ["--input-type=module", "-e", program, document, out], codegen)
      const other = await cpuOf(process.execPath, [peer, "-s", document, "-n", "Api"])
      asCommand.push(byCommand.seconds / other.seconds)
      asFunction.push(byFunction.seconds / other.seconds)
    }
    return [
      { what: `${name}, ${megabytes} MB: CPU ratio of the command to openapi-gen 0.4.13`, measured: shown(medianOf(asCommand), 2), goal: "at most 3" },
      { what: `${name}: as a function in a build script, which keeps V8's settings`, measured: shown(medianOf(asFunction), 2), goal: "at most 3" },
      { what: `${name}: bytes of its output without comments, ratio`, measured: (await bytesRatio(document)).toFixed(2), goal: "at most 1.5" },
      { what: `${name}: the same where the document has only what both write (docs/decisions/0040)`, measured: (await bytesRatio(writeShared(document))).toFixed(2), goal: "at most 1.5" }
    ]
  })

/** One whose schemas stand apart, and one where every schema holds, somewhere, one with a default. */
export const generate: Benchmark = {
  name: "generate",
  run: Effect.map(
    Effect.all([
      rowsFor("ordinary", writeApart("ordinary", 1_500)),
      rowsFor("entangled", writeDocument("entangled", { operations: 260, schemas: 260 }, "3.0.3"))
    ]),
    (rows) => rows.flat()
  )
}
