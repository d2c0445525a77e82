/**
 * A copy of the packages' sources and tests in which mutants can live: the working tree is never touched. Other people's
 * packages are linked, ours resolve to the copies.
 */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { cacheFolder, packages, repositoryRoot, scope } from "../lib/workspace.js"
import type { Edit, Mutant } from "./mutant.js"

const rootFiles = ["package.json", "tsconfig.base.json"]
const packageEntries = ["package.json", "tsconfig.json", "src", "test"]

/** Not what tests have generated: they make it again, in the sandbox. */
const isSource = (path: string): boolean => Path.basename(path) !== ".generated"

/** Links every entry of a node_modules, scopes entry by entry, but leaves our own packages out. */
const linkModules = (from: string, to: string): void => {
  if (!Fs.existsSync(from)) return
  Fs.mkdirSync(to, { recursive: true })
  for (const name of Fs.readdirSync(from)) {
    const [source, target] = [Path.join(from, name), Path.join(to, name)]
    if (`${name}/` === scope || name.startsWith(".")) continue
    if (name.startsWith("@")) linkModules(source, target)
    else Fs.symlinkSync(Fs.realpathSync(source), target)
  }
}

const linkOurs = (folder: string): void => {
  for (const { manifest, path } of packages) {
    const link = Path.join(folder, "node_modules", manifest.name)
    Fs.mkdirSync(Path.dirname(link), { recursive: true })
    Fs.symlinkSync(Path.join(folder, path), link)
  }
}

export interface Sandbox {
  readonly folder: string
  /** Plants a mutant, runs `use` with the files that it changed, and takes the mutant out again. */
  readonly with: <A>(mutant: Mutant, use: (changed: ReadonlyArray<string>) => Promise<A>) => Promise<A>
}

/** Makes the sandbox of that number anew. */
export const makeSandbox = (number: number): Sandbox => {
  const folder = Path.join(cacheFolder, "mutants", String(number))
  Fs.rmSync(folder, { recursive: true, force: true })
  Fs.mkdirSync(folder, { recursive: true })
  for (const name of rootFiles) Fs.copyFileSync(Path.join(repositoryRoot, name), Path.join(folder, name))
  for (const one of packages) {
    const copy = Path.join(folder, one.path)
    Fs.mkdirSync(copy, { recursive: true })
    for (const name of packageEntries.filter((name) => Fs.existsSync(Path.join(one.folder, name)))) {
      Fs.cpSync(Path.join(one.folder, name), Path.join(copy, name), { recursive: true, filter: isSource })
    }
    linkModules(Path.join(one.folder, "node_modules"), Path.join(copy, "node_modules"))
  }
  linkModules(Path.join(repositoryRoot, "node_modules"), Path.join(folder, "node_modules"))
  linkOurs(folder)
  return {
    folder,
    with: async (mutant, use) => {
      const edits = editsOf(mutant)
      const originals = new Map(edits.map(({ file }) => {
        const path = Path.join(folder, file)
        return [path, Fs.readFileSync(path, "utf8")]
      }))
      try {
        for (const edit of edits) {
          const path = Path.join(folder, edit.file)
          Fs.writeFileSync(path, applied(edit, Fs.readFileSync(path, "utf8")))
        }
        return await use(edits.map(({ file }) => file))
      } finally {
        for (const [path, text] of originals) Fs.writeFileSync(path, text)
      }
    }
  }
}

export const editsOf = (mutant: Mutant): ReadonlyArray<Edit> => [mutant, ...mutant.also ?? []]

/** A text that occurs elsewhere too, or no more, would make another mutant than the row says. */
export const problemOf = ({ file, find }: Edit): string | undefined => {
  const path = Path.join(repositoryRoot, file)
  if (!Fs.existsSync(path)) return `${file} does not exist`
  const times = Fs.readFileSync(path, "utf8").split(find).length - 1
  return times === 1 ? undefined : `the text to replace occurs ${times} times in ${file}`
}

const applied = ({ find, replace }: Edit, text: string): string => text.split(find).join(replace)
