/** Generates a client as the flags say. */
import type { Generator } from "@effect-orange/codegen"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

export interface GenerateFlags {
  readonly document: string
  readonly out: string
  readonly name: Option.Option<string>
  readonly packageName: Option.Option<string>
  readonly names: Option.Option<string>
  readonly root: Option.Option<string>
  readonly strictResponses: boolean
  readonly allSchemas: boolean
  readonly allowRemote: boolean
  readonly report: boolean
  readonly strict: boolean
}

/** Loaded only when asked for. */
const codegen = Effect.promise(() => import("@effect-orange/codegen"))

/** `--strict` found something. */
class Imperfect {
  readonly _tag = "Imperfect"
  constructor(readonly count: number) {}
  get message(): string {
    return `nothing was written: ${this.count} construct${this.count === 1 ? " is" : "s are"} weakened or ignored (--strict). See --report.`
  }
}

/** A line per stage, for someone who watches. */
const onStage = process.stderr.isTTY ? (stage: Generator.Stage): void => void process.stderr.write(`${stage} …\n`) : undefined

const optionsOf = (flags: GenerateFlags): Generator.Options => ({
  document: flags.document,
  name: Option.getOrUndefined(flags.name),
  packageName: Option.getOrUndefined(flags.packageName),
  package: Option.isSome(flags.packageName),
  names: Option.getOrUndefined(flags.names),
  root: Option.getOrUndefined(flags.root),
  strictResponses: flags.strictResponses,
  allSchemas: flags.allSchemas,
  allowRemote: flags.allowRemote,
  onStage
})

const summary = ({ files, findings, operations, schemas, unused }: Generator.Generated, out: string): string =>
  `${out}: ${operations} operations, ${schemas} schemas in ${files.size} files` +
  (unused.length === 0 ? "" : `; ${unused.length} left out, to which nothing refers (--all-schemas)`) +
  (findings.length === 0 ? "" : `; ${findings.length} weakened or ignored (--report)`)

export const runGenerate = (flags: GenerateFlags) =>
  Effect.gen(function*() {
    const { Generator, Report } = yield* codegen
    const generated = yield* Generator.generate(optionsOf(flags))
    if (flags.report && generated.findings.length > 0) yield* Console.log(Report.print(generated.findings))
    if (flags.report && generated.unused.length > 0) yield* Console.log(generated.unused.map((pointer) => `unused   ${pointer}`).join("\n"))
    if (flags.strict && generated.findings.length > 0) return yield* Effect.fail(new Imperfect(generated.findings.length))
    yield* Generator.put(generated, flags.out)
    yield* Console.log(summary(generated, flags.out))
  }).pipe(Effect.provide(FetchHttpClient.layer))
