/**
 * The `orange` command as it is published: its modules and those of what it uses in a few files, which load in a third of
 * the time that 650 take (docs/decisions/0041). `tsx scripts/bundle.ts` writes packages/cli/bundle whole.
 */
import * as Esbuild from "esbuild"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { licencesOf } from "./lib/licences.js"
import { packages, readManifest, repositoryRoot } from "./lib/workspace.js"

const { folder, manifest } = packages.find(({ role }) => role === "cli")!

/** What the package depends on stays outside: a program for one machine alone, and a compiler that few commands need. */
const installed = Object.keys(manifest.dependencies ?? {})

/** Parts of pg that are asked for where they are installed. */
const optional = ["pg-native", "pg-cloudflare"]

const versionModule = /\/src\/internal\/version\.ts$/

/** A module that reads its package's version, from a place that the bundle has not. */
const versions: Esbuild.Plugin = {
  name: "versions",
  setup: ({ onLoad }) =>
    onLoad({ filter: versionModule }, ({ path }) => {
      const { version } = readManifest(path.replace(versionModule, ""))
      return { contents: `export const version = ${JSON.stringify(version)}` }
    })
}

const out = Path.join(folder, "bundle")
Fs.rmSync(out, { recursive: true, force: true })

const { metafile } = await Esbuild.build({
  absWorkingDir: repositoryRoot,
  entryPoints: [Path.join(folder, "src/bin.ts")],
  outdir: out,
  bundle: true,
  // What a command does not need is in files that it does not read.
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  conditions: ["@effect-orange/source"],
  external: [...installed, ...optional],
  plugins: [versions],
  banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
  legalComments: "none",
  metafile: true,
  logLevel: "warning"
})

const files = Object.keys(metafile.inputs).map((file) => Path.join(repositoryRoot, file))
Fs.writeFileSync(Path.join(out, "licences.txt"), licencesOf(files))
