/** What generating costs, beside the fastest generator of Effect clients that we know of, on one document. */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { repositoryRoot } from "../lib/workspace.js"
import type { Benchmark, Row } from "./benchmark.js"
import { benchFolder, bytesWithoutComments, writeApart, writeDocument, writeShared } from "./document.js"
import { cpuOf, type Used } from "./processor.js"
import { medianOf, shown } from "./statistics.js"

const rounds = 5

const command = Path.join(repositoryRoot, "packages/cli/bundle/bin.js")

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

const outOf = (document: string): string => Path.join(benchFolder, `${Path.parse(document).name}-out`)

const byCommand = (document: string): Promise<Used> => cpuOf(process.execPath, [command, "generate", document, "--out", outOf(document), "--name", "Api"])

const byFunction = (document: string): Promise<Used> => cpuOf(process.execPath, ["--input-type=module", "-e", program, document, outOf(document)], codegen)

const byPeer = (document: string): Promise<Used> => cpuOf(process.execPath, [peer, "-s", document, "-n", "Api"])

/** Of what was written for a document last, to the peer's. */
const bytesRatio = (document: string, { output }: Used): string => {
  const bytes = written(outOf(document)).reduce((sum, file) => sum + bytesWithoutComments(Fs.readFileSync(file, "utf8")), 0)
  return (bytes / bytesWithoutComments(output)).toFixed(2)
}

/** Where the document has only what both write. */
const sharedBytesRatio = async (document: string): Promise<string> => {
  const file = writeShared(document)
  await byCommand(file)
  return bytesRatio(file, await byPeer(file))
}

const rowsFor = (name: string, document: string) =>
  Effect.promise(async (): Promise<ReadonlyArray<Row>> => {
    const megabytes = (Fs.statSync(document).size / 1e6).toFixed(1)
    const runs: Array<{ readonly command: Used; readonly called: Used; readonly theirs: Used }> = []
    for (let i = 0; i < rounds; i++) runs.push({ command: await byCommand(document), called: await byFunction(document), theirs: await byPeer(document) })
    const asCommand = runs.map(({ command, theirs }) => command.seconds / theirs.seconds)
    const asFunction = runs.map(({ called, theirs }) => called.seconds / theirs.seconds)
    return [
      { what: `${name}, ${megabytes} MB: CPU ratio of the command to openapi-gen 0.4.13`, measured: shown(medianOf(asCommand), 2), goal: "at most 3" },
      { what: `${name}: as a function in a build script, which keeps V8's settings`, measured: shown(medianOf(asFunction), 2), goal: "at most 3" },
      { what: `${name}: bytes of its output without comments, ratio`, measured: bytesRatio(document, runs.at(-1)!.theirs), goal: "at most 1.5" },
      { what: `${name}: the same where the document has only what both write (docs/decisions/0040)`, measured: await sharedBytesRatio(document), goal: "at most 1.5" }
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
