/**
 * OpenAPI document in, Effect client out: as a library function, for build scripts and tests. The `orange generate`
 * command is the same function behind flags.
 *
 * @since 0.1.0
 */
import * as FileSystem from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import { DocumentError, type GeneratorError, type OutputError } from "./GeneratorError.js"
import { catastrophicPatterns } from "./internal/pattern/catastrophic.js"
import type { packageFiles } from "./internal/emit/package.js"
import { pascal } from "./internal/name/identifiers.js"
import * as Output from "./internal/output.js"
import { render, type Rendered } from "./internal/pipeline.js"
import { load, type Loaded } from "./internal/read/load.js"
import { noNames, readNames } from "./internal/read/names.js"
import { version } from "./internal/version.js"
import type { Finding } from "./Report.js"

/**
 * What to generate from, and how.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Generator } from "@effect-orange/codegen"
 *
 * const options: Generator.Options = { document: "specs/sms.yaml", name: "Sms", strictResponses: true }
 * ```
 */
export interface Options {
  /** A path to OpenAPI 3.0, 3.1 or Swagger 2.0, YAML or JSON; a URL only with `allowRemote`. */
  readonly document: string
  /** The client's name, such as `Sms`: by default made of the file's name. */
  readonly name?: string | undefined
  /** The package's name, in tags: by default made of the client's name. */
  readonly packageName?: string | undefined
  /** A whole package rather than modules for a project: package.json, README, src and test. */
  readonly package?: boolean | undefined
  /** The package's version, where it has one already. `0.0.0` by default. */
  readonly packageVersion?: string | undefined
  /** The package is a member of this repository's workspace, whose catalog knows the versions of its tools. */
  readonly workspace?: boolean | undefined
  /** Answers are held to every constraint, such as length and pattern, and not to their structure alone. */
  readonly strictResponses?: boolean | undefined
  /**
   * Schemas are kept that no reference leads to, from operations, callbacks and webhooks. They are left out by default, but for
   * those that the names file names, and where the document has nothing else. No name changes by it.
   */
  readonly allSchemas?: boolean | undefined
  /** Names and open enums that a person has chosen: by default `<document>.names.yaml`, if it is there. */
  readonly names?: string | undefined
  /** Whether documents may be read from the network. They are not by default. */
  readonly allowRemote?: boolean | undefined
  /** The folder that all files of the document are in: no reference leads out of it. By default the document's own. */
  readonly root?: string | undefined
  /** Told the name of each stage as it begins. */
  readonly onStage?: ((stage: Stage) => void) | undefined
}

/**
 * The stages of a generation, in order.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Generator } from "@effect-orange/codegen"
 *
 * const log = (stage: Generator.Stage): void => console.log(stage)
 * ```
 */
export type Stage = "read" | "model" | "write"

/**
 * What was generated.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Generator } from "@effect-orange/codegen"
 *
 * const size = ({ files }: Generator.Generated): number => [...files.values()].reduce((sum, text) => sum + text.length, 0)
 * ```
 */
export interface Generated {
  /** Text by path below the output folder. */
  readonly files: ReadonlyMap<string, string>
  /** What the output says less of than the document. */
  readonly findings: ReadonlyArray<Finding>
  /** JSON pointers of schemas that nothing refers to, and that were left out for that. */
  readonly unused: ReadonlyArray<string>
  /** sha256 of the document with its keys sorted and its references bundled. */
  readonly digest: string
  /** How many operations and schemas there are. */
  readonly operations: number
  readonly schemas: number
}

/**
 * What putting a client into its folder may do.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Generator } from "@effect-orange/codegen"
 *
 * const options: Generator.PutOptions = { overwriteChanged: true }
 * ```
 */
export interface PutOptions {
  /** Files that were changed since they were generated are replaced. Files that were never generated are not. */
  readonly overwriteChanged?: boolean | undefined
}

type Requirements = FileSystem.FileSystem | Path.Path | HttpClient.HttpClient

const withoutExtension = (file: string): string => file.replace(/\.(?:ya?ml|json)$/i, "").replace(/\.(?:openapi|swagger2?)$/i, "")

const namesFileOf = (options: Options): Effect.Effect<string | undefined, never, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    if (options.names !== undefined) return options.names
    const fs = yield* FileSystem.FileSystem
    const beside = `${options.document.replace(/\.(?:ya?ml|json)$/i, "")}.names.yaml`
    return (yield* Effect.orElseSucceed(fs.exists(beside), () => false)) ? beside : undefined
  })

/** A document whose schemas lead into each other deeper than the stack is a document's fault. */
const renderSafely = (loaded: Loaded, file: string, make: () => Rendered): Effect.Effect<Rendered, DocumentError> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(make())
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return new DocumentError({ file, problem: "its schemas are nested too deeply", expected: `Look for schemas of ${loaded.source} that contain each other without end` })
    }
  })

/** Most runs want modules and no package: what prints one is loaded by those that do. */
const packaged = (...args: Parameters<typeof packageFiles>): ReturnType<typeof packageFiles> =>
  Effect.flatMap(Effect.promise(() => import("./internal/emit/package.js")), (one) => one.packageFiles(...args))

/**
 * Makes the text of a client. Nothing is written.
 *
 * @since 0.1.0
 * @category generating
 * @example
 * ```ts
 * import { Generator } from "@effect-orange/codegen"
 * import { Effect } from "effect"
 *
 * const schemas = Effect.map(Generator.generate({ document: "specs/sms.yaml" }), ({ files }) => files.get("schemas.ts"))
 * ```
 */
export const generate = (options: Options): Effect.Effect<Generated, GeneratorError, Requirements> =>
  Effect.gen(function*() {
    const paths = yield* Path.Path
    options.onStage?.("read")
    const loaded = yield* load({ document: options.document, allowRemote: options.allowRemote === true, root: options.root })
    const namesFile = yield* namesFileOf(options)
    const names = namesFile === undefined ? noNames : yield* readNames(namesFile)
    options.onStage?.("model")
    const name = options.name ?? pascal(withoutExtension(paths.basename(options.document)))
    const catastrophic = yield* Effect.promise(() => catastrophicPatterns(loaded.document))
    const packageName = options.packageName ?? name
    const rendered = yield* renderSafely(loaded, options.document, () =>
      render(loaded.document, {
        name,
        packageName,
        source: loaded.source,
        version,
        strictResponses: options.strictResponses === true,
        allSchemas: options.allSchemas === true,
        overrides: names,
        openEnums: new Set(names.openEnums),
        catastrophic
      }))
    const files = options.package === true ? yield* packaged(loaded.document, rendered, {
        name,
        packageName,
        packageVersion: options.packageVersion ?? "0.0.0",
        workspace: options.workspace === true,
        coreVersion: version
      }) : rendered.files
    return {
      files,
      findings: [...loaded.findings, ...rendered.findings],
      unused: rendered.unused,
      digest: rendered.digest,
      operations: rendered.model.operations.length,
      schemas: rendered.model.schemas.size
    }
  })

/**
 * Puts a client into a folder: all of its files or none, never over a file that the generator did not write, or that was
 * changed since.
 *
 * @since 0.1.0
 * @category generating
 * @example
 * ```ts
 * import { Generator } from "@effect-orange/codegen"
 * import { Effect } from "effect"
 *
 * const ifComplete = (folder: string) =>
 *   Effect.flatMap(Generator.generate({ document: "specs/sms.yaml" }), (generated) =>
 *     generated.findings.length === 0 ? Generator.put(generated, folder) : Effect.void)
 * ```
 */
export const put = (
  generated: Generated,
  folder: string,
  options: PutOptions = {}
): Effect.Effect<void, OutputError, FileSystem.FileSystem | Path.Path> => Output.put(folder, generated.files, options)

/**
 * Makes a client and puts it into a folder, as `generate` and `put` do.
 *
 * @since 0.1.0
 * @category generating
 * @example
 * ```ts
 * import { FetchHttpClient } from "@effect/platform"
 * import { NodeContext } from "@effect/platform-node"
 * import { Generator, Report } from "@effect-orange/codegen"
 * import { Effect } from "effect"
 *
 * const build = Generator.write({ document: "specs/sms.yaml" }, "src/sms").pipe(
 *   Effect.tap(({ findings }) => Effect.log(Report.print(findings))),
 *   Effect.provide(NodeContext.layer),
 *   Effect.provide(FetchHttpClient.layer)
 * )
 * ```
 */
export const write = (options: Options, folder: string): Effect.Effect<Generated, GeneratorError, Requirements> =>
  Effect.tap(generate(options), (generated) => {
    options.onStage?.("write")
    return put(generated, folder)
  })
