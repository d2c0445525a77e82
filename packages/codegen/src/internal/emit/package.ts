/** A whole package round the modules: manifest, README, project files and tests. */
import * as Effect from "effect/Effect"
import { DocumentError } from "../../GeneratorError.js"
import { equal, getString, type JsonObject } from "../json.js"
import { makeJudge } from "../model/judge.js"
import { makeSampler } from "../model/sample.js"
import type { Rendered } from "../pipeline.js"
import { makeValuer } from "./effect3/values.js"
import { documentFlows } from "./flows.js"
import { emitProofs } from "./proofs.js"
import { emitReadme } from "./readme.js"
import { emitTests } from "./tests.js"
import { wireTypes } from "./wireTypes.js"

export interface PackageOptions {
  readonly name: string
  readonly packageName: string
  /** The version of the package, which the generator keeps and does not choose. */
  readonly packageVersion: string
  /** A member of this repository's workspace: versions come from its catalog. */
  readonly workspace: boolean
  readonly coreVersion: string
}

const exact: Readonly<Record<string, string>> = {
  "@effect/platform": "0.97.2",
  "@effect/vitest": "0.30.0",
  "@types/node": "20.19.43",
  effect: "3.22.4",
  typescript: "5.9.3",
  vitest: "3.2.7"
}

const entry = (stem: string, source: boolean) => ({
  ...(source ? { "@effect-orange/source": `./src/${stem}.ts` } : {}),
  types: `./dist/${stem}.d.ts`,
  default: `./dist/${stem}.js`
})

const exportsOf = (source: boolean) => ({ "./package.json": "./package.json", ".": entry("index", source), "./*": entry("*", source) })

const manifestText = (rendered: Rendered, { coreVersion, packageName, packageVersion, workspace }: PackageOptions): string => {
  const pinned = (name: string): string => workspace ? "catalog:" : exact[name]!
  const tools = ["@effect/platform", "@effect/vitest", "@types/node", "effect", ...(workspace ? [] : ["typescript"]), "vitest"]
  return `${JSON.stringify(
    {
      name: packageName,
      version: packageVersion,
      type: "module",
      license: "MIT",
      description: `${rendered.model.title || packageName}: a typed Effect client, generated`,
      sideEffects: false,
      engines: { node: ">=20.19" },
      files: ["dist", "src", "!dist/**/*.tsbuildinfo"],
      exports: exportsOf(workspace),
      ...(workspace ? { publishConfig: { access: "public", exports: exportsOf(false) } } : { scripts: { build: "tsc -p .", test: "tsc -p tsconfig.test.json && vitest run" } }),
      peerDependencies: {
        "@effect-orange/core": workspace ? "workspace:^" : `^${coreVersion}`,
        "@effect/platform": "^0.97.2",
        effect: "^3.22.4"
      },
      devDependencies: {
        ...(workspace ? { "@effect-orange/core": "workspace:*" } : { "@effect-orange/core": coreVersion }),
        ...Object.fromEntries(tools.map((one) => [one, pinned(one)]))
      }
    },
    null,
    2
  )}\n`
}

const strictFlags = `"strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true, "verbatimModuleSyntax": true, "skipLibCheck": true`

const projectFiles = (workspace: boolean): ReadonlyArray<readonly [string, string]> =>
  workspace
    ? [
      ["tsconfig.json", `{
  "extends": "../../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist", "tsBuildInfoFile": "dist/.tsbuildinfo" },
  "include": ["src"],
  "references": [{ "path": "../../core" }]
}
`],
      ["tsconfig.test.json", `{
  "extends": "../../../tsconfig.base.json",
  "compilerOptions": { "rootDir": ".", "outDir": "node_modules/.cache/test", "tsBuildInfoFile": "node_modules/.cache/test.tsbuildinfo", "emitDeclarationOnly": true },
  "include": ["test"],
  "references": [{ "path": "." }, { "path": "../../core" }]
}
`]
    ]
    : [
      ["tsconfig.json", `{
  "compilerOptions": { "target": "ES2022", "module": "NodeNext", "moduleResolution": "NodeNext", ${strictFlags}, "declaration": true, "rootDir": "src", "outDir": "dist" },
  "include": ["src"]
}
`],
      ["tsconfig.test.json", `{
  "extends": "./tsconfig.json",
  "compilerOptions": { "rootDir": ".", "noEmit": true },
  "include": ["src", "test"]
}
`]
    ]

const vitestConfig = (name: string, workspace: boolean): string =>
  workspace
    ? `import { defineConfig, mergeConfig } from "vitest/config"
import { shared } from "../../../vitest.shared.js"

export default mergeConfig(shared, defineConfig({ test: { name: ${JSON.stringify(name)} } }))
`
    : `import { defineConfig } from "vitest/config"

export default defineConfig({ test: { name: ${JSON.stringify(name)}, include: ["test/**/*.test.ts"] } })
`

const oracle = (document: JsonObject): Effect.Effect<string, DocumentError> =>
  Effect.tryPromise({
    try: () => wireTypes(document),
    catch: (error) =>
      new DocumentError({
        file: getString(document["info"], "title") ?? "the document",
        problem: `openapi-typescript, which writes the types that the tests compare with, refuses it: ${error instanceof Error ? error.message.split("\n")[0]! : "no reason given"}`
      })
  })

/** Modules under `src`, and everything round them. */
export const packageFiles = (
  document: JsonObject,
  rendered: Rendered,
  options: PackageOptions
): Effect.Effect<ReadonlyMap<string, string>, DocumentError> =>
  Effect.map(oracle(document), (wire) => {
    const { model } = rendered
    const sampler = makeSampler(model.schemas)
    const valuer = makeValuer(rendered, (node, value, form) => equal(sampler.sample(node, form), value), makeJudge(model.schemas))
    const about = { ...rendered, sampler, valuer, flows: documentFlows(model), ...options }
    return new Map<string, string>([
      ["README.md", emitReadme(about)],
      ["package.json", manifestText(rendered, options)],
      ...projectFiles(options.workspace),
      ["vitest.config.ts", vitestConfig(options.packageName.replace(/^@[^/]+\//, ""), options.workspace)],
      ...[...rendered.files].map(([name, text]) => [`src/${name}`, text] as const),
      ["test/operations.test.ts", emitTests(about)],
      ["test/proofs.ts", emitProofs(rendered)],
      ["test/wire.ts", `${rendered.banner}\n${wire}`]
    ])
  })
