/** Who may import whom. Read from the imports of every module, and from the dependency fields of every package.json. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import ts from "typescript"
import { filesBelow, type Package, packages, repositoryRoot, type Role, scope, shown } from "../lib/workspace.js"
import type { Step } from "./step.js"

interface Allowed {
  readonly src: ReadonlyArray<Role>
  /** In tests only, beside what src may import. */
  readonly test: ReadonlyArray<Role>
}

const allowed: Readonly<Record<Role, Allowed>> = {
  core: { src: [], test: ["emulator"] },
  codegen: { src: [], test: ["emulator", "core"] },
  clients: { src: ["core"], test: ["emulator"] },
  helpers: { src: ["helpers", "clients", "core"], test: ["emulator"] },
  // Its environment is given to core as it is: a type test of the emulator's own proves that it fits.
  emulator: { src: [], test: ["core"] },
  cli: { src: ["core", "codegen", "clients", "helpers", "emulator"], test: [] }
}

type Part = "src" | "test"

const byName = new Map(packages.map((one) => [one.manifest.name, one]))

const mayUse = (from: Package, part: Part, to: Package): boolean =>
  from === to || allowed[from.role].src.includes(to.role) || (part === "test" && allowed[from.role].test.includes(to.role))

const forbidden = (from: Package, part: Part, to: Package): string => {
  const { src, test } = allowed[from.role]
  const names = part === "src" ? src : [...src, ...test]
  return `${part} of ${from.role} must not use ${to.manifest.name}; it may use ${names.length === 0 ? "no sibling" : names.join(", ")}`
}

/** `@effect-orange/core/internal/time` is the package `@effect-orange/core` and its path `internal/time`. */
const split = (specifier: string): { readonly name: string; readonly path: string } => {
  const [first, second, ...path] = specifier.split("/")
  return { name: `${first}/${second}`, path: path.join("/") }
}

const problemOf = (from: Package | undefined, part: Part, file: string, specifier: string): string | undefined => {
  if (specifier.startsWith(".")) {
    const target = Path.resolve(Path.dirname(file), specifier)
    const other = packages.find((one) => one !== from && target.startsWith(one.folder + Path.sep))
    // The repository's own scripts measure what the tests are made of.
    if (from === undefined && other !== undefined && target.startsWith(Path.join(other.folder, "test/support") + Path.sep)) return undefined
    if (other !== undefined) return `reaches into ${other.path}; import ${other.manifest.name} by its name`
    return part === "src" && from !== undefined && !target.startsWith(Path.join(from.folder, "src") + Path.sep)
      ? "leaves the package's src"
      : undefined
  }
  if (!specifier.startsWith(scope)) return undefined
  const { name, path } = split(specifier)
  const to = byName.get(name)
  if (to === undefined) return `${name} is no package of this workspace`
  if (/^(internal|src|dist|test)(\/|$)/.test(path)) return `${specifier} is not part of what ${name} shows`
  return from === undefined || mayUse(from, part, to) ? undefined : forbidden(from, part, to)
}

interface Import {
  readonly file: string
  readonly line: number
  readonly specifier: string
}

/** Static, dynamic and type imports, and re-exports. */
const importsOf = (file: string): ReadonlyArray<Import> => {
  const text = Fs.readFileSync(file, "utf8")
  return ts.preProcessFile(text).importedFiles.map(({ fileName, pos }) => ({
    file,
    line: text.slice(0, pos).split("\n").length,
    specifier: fileName
  }))
}

const problemsOf = (from: Package | undefined, part: Part, imports: ReadonlyArray<Import>): ReadonlyArray<string> =>
  imports.flatMap(({ file, line, specifier }) => {
    const problem = problemOf(from, part, file, specifier)
    return problem === undefined ? [] : [`${shown(file)}:${line}: ${problem}`]
  })

/** What ships may depend on what src may import; what only tests need is a devDependency. */
const manifestProblems = (from: Package): ReadonlyArray<string> => {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = from.manifest
  const siblings = (field: Readonly<Record<string, string>> | undefined) =>
    Object.keys(field ?? {}).flatMap((name) => byName.get(name) ?? [])
  const shipped = siblings({ ...dependencies, ...optionalDependencies, ...peerDependencies })
  return [
    ...shipped.filter((to) => !mayUse(from, "src", to)).map((to) => forbidden(from, "src", to)),
    ...siblings(devDependencies).filter((to) => !mayUse(from, "test", to)).map((to) => forbidden(from, "test", to))
  ].map((problem) => `${from.path}/package.json: ${problem}`)
}

export const arrows: Step = {
  name: "arrows",
  run: async () => {
    const problems: Array<string> = []
    let modules = 0
    const look = (from: Package | undefined, part: Part, folder: string) => {
      for (const file of filesBelow(folder, ".ts")) {
        modules++
        problems.push(...problemsOf(from, part, importsOf(file)))
      }
    }
    for (const one of packages) {
      look(one, "src", Path.join(one.folder, "src"))
      look(one, "test", Path.join(one.folder, "test"))
      problems.push(...manifestProblems(one))
    }
    look(undefined, "test", Path.join(repositoryRoot, "scripts"))
    return { problems, summary: `${modules} modules, ${packages.length} packages` }
  }
}
