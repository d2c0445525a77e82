/** A program of the tests' own, bundled, so that many processes of it do not each compile it. */
import * as Esbuild from "esbuild"
import { createRequire } from "node:module"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

const tests = fileURLToPath(new URL(".", import.meta.url))

/** A module that is not JavaScript alone: it stays where it is, however deep that is among the dependencies. */
const inPlace = (filter: RegExp): Esbuild.Plugin => ({
  name: "in-place",
  setup: ({ onResolve }) => onResolve({ filter }, ({ importer, path }) => ({ path: createRequire(importer).resolve(path), external: true }))
})

const make = (source: string): Promise<string> => {
  const outfile = Path.join(tests, ".generated", Path.relative(tests, source).replace(/\.ts$/, ".mjs"))
  return Esbuild.build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@effect-orange/source"],
    // oidc-provider reads files of its own; the rest of these are optional parts of pg.
    external: ["oidc-provider", "pg-native", "pg-cloudflare"],
    plugins: [inPlace(/^libsql$/)],
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    logLevel: "error"
  }).then(() => outfile)
}

const made = new Map<string, Promise<string>>()

/** Where the bundle of that program is. Made once. */
export const bundle = (program: URL): Promise<string> => {
  const source = fileURLToPath(program)
  const found = made.get(source) ?? make(source)
  made.set(source, found)
  return found
}
