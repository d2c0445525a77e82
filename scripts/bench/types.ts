/** What a generated client costs the compiler, above an empty Effect program. Counts of the compiler's own: no noise. */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { filesBelow, repositoryRoot } from "../lib/workspace.js"
import { runTool } from "../lib/process.js"
import type { Benchmark, Row } from "./benchmark.js"
import { Generator } from "@effect-orange/codegen"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { writeDocument } from "./document.js"

/** Inside a package, so that `@effect-orange/core` is found; kept out of the repository. */
const folder = Path.join(repositoryRoot, "packages/codegen/test/.generated/bench")

const config = (include: string) => ({
  compilerOptions: {
    target: "ES2022", lib: ["ES2022"], module: "NodeNext", moduleResolution: "NodeNext", types: ["node"], strict: true, exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedDeclarations: true, declaration: true, skipLibCheck: true, noEmit: true
  },
  include: [include]
})

interface Checked {
  readonly errors: number
  readonly instantiations: number
  readonly megabytes: number
}

const check = async (name: string): Promise<Checked> => {
  const project = Path.join(folder, `${name}.json`)
  Fs.writeFileSync(project, JSON.stringify(config(`${name}/**/*.ts`)))
  const { output } = await runTool("tsc", ["-p", project, "--extendedDiagnostics"], { timeout: 600_000 })
  const figure = (label: string): number => Number(new RegExp(`${label}:\\s+(\\d+)`).exec(output)?.[1] ?? Number.NaN)
  return { errors: output.split("\n").filter((line) => line.includes("error TS")).length, instantiations: figure("Instantiations"), megabytes: figure("Memory used") / 1024 }
}

const generate = (document: string, name: string) =>
  Generator.write({ document, name: "Api" }, Path.join(folder, name)).pipe(Effect.provide(NodeContext.layer), Effect.provide(FetchHttpClient.layer))

const empty = `import * as HttpClient from "@effect/platform/HttpClient"\nimport * as Effect from "effect/Effect"\nimport * as Schema from "effect/Schema"\nimport { ApiClient, ApiSchema, Operation } from "@effect-orange/core"\nexport const used: ReadonlyArray<unknown> = [HttpClient, Effect, Schema, ApiClient, ApiSchema]\nexport type Any = Operation.Any\n`

const rowsFor = (name: string, document: string, goal: { readonly instantiations: number; readonly megabytes: number }, base: Checked) =>
  Effect.gen(function*() {
    yield* generate(document, name)
    const { errors, instantiations, megabytes } = yield* Effect.promise(() => check(name))
    const modules = filesBelow(Path.join(folder, name), ".ts").length
    const row = (what: string, measured: string, aim: string): Row => ({ what: `${name} (${modules} modules): ${what}`, measured, goal: aim })
    return [
      row("type errors", String(errors), "0"),
      row("instantiations above an empty program", (instantiations - base.instantiations).toLocaleString("en"), goal.instantiations === Infinity ? "" : `under ${goal.instantiations.toLocaleString("en")}`),
      row("compiler's memory", `${megabytes.toFixed(0)} MB`, `under ${goal.megabytes} MB`)
    ]
  })

const qualityOnDemand = Path.join(repositoryRoot, "../shared/specs-real/quality-on-demand.yaml")

export const types: Benchmark = {
  name: "types",
  run: Effect.gen(function*() {
    Fs.mkdirSync(Path.join(folder, "empty"), { recursive: true })
    Fs.writeFileSync(Path.join(folder, "empty/index.ts"), empty)
    const base = yield* Effect.promise(() => check("empty"))
    const real = Fs.existsSync(qualityOnDemand)
      ? yield* rowsFor("quality-on-demand", qualityOnDemand, { instantiations: 20_000, megabytes: 300 }, base)
      : [{ what: "quality-on-demand: not at hand, skipped", measured: "", goal: "" }]
    const sms = yield* rowsFor("sms", Path.join(repositoryRoot, "specs/sms.yaml"), { instantiations: 20_000, megabytes: 300 }, base)
    const many = yield* rowsFor("1000-operations-1000-schemas", writeDocument("thousand", { operations: 1_000, schemas: 1_000 }, "3.1.0"), { instantiations: Infinity, megabytes: 1_000 }, base)
    return [...sms, ...real, ...many]
  })
}
