/** The repository as the scripts see it: its packages and their files. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

/** The folder that holds pnpm-workspace.yaml. */
export const repositoryRoot = Path.resolve(fileURLToPath(import.meta.url), "../../..")

/** Where scripts may leave what can be made again. */
export const cacheFolder = Path.join(repositoryRoot, "node_modules/.cache")

/** The scope of our own packages. */
export const scope = "@effect-orange/"

type Dependencies = Readonly<Record<string, string>>

/** What the scripts read of a package.json. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly license?: string
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Dependencies
  readonly peerDependencies?: Dependencies
  readonly optionalDependencies?: Dependencies
  readonly devDependencies?: Dependencies
}

/** What a package is to the others; clients and helpers are many, and alike. */
export type Role = "core" | "codegen" | "clients" | "helpers" | "emulator" | "cli"

export interface Package {
  /** Absolute. */
  readonly folder: string
  /** From the root, with slashes: `packages/core`. */
  readonly path: string
  readonly role: Role
  readonly manifest: Manifest
}

const roles: ReadonlySet<string> = new Set<Role>(["core", "codegen", "clients", "helpers", "emulator", "cli"])

const isRole = (text: string | undefined): text is Role => text !== undefined && roles.has(text)

export const readManifest = (folder: string): Manifest =>
  JSON.parse(Fs.readFileSync(Path.join(folder, "package.json"), "utf8")) as Manifest

/** A path from the root, with slashes, as messages show it. */
export const shown = (path: string): string => Path.relative(repositoryRoot, path).split(Path.sep).join("/")

const subfolders = (folder: string): ReadonlyArray<string> =>
  Fs.existsSync(folder)
    ? Fs.readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => Path.join(folder, entry.name))
    : []

/** All packages, in the order of their paths. */
export const packages: ReadonlyArray<Package> = ["packages", "packages/clients", "packages/helpers"]
  .flatMap((parent) => subfolders(Path.join(repositoryRoot, parent)))
  .filter((folder) => Fs.existsSync(Path.join(folder, "package.json")))
  .map((folder): Package => {
    const path = shown(folder)
    const role = path.split("/")[1]
    if (!isRole(role)) throw new Error(`${path}: no package belongs there; the folders of packages/ are ${[...roles].join(", ")}`)
    return { folder, path, role, manifest: readManifest(folder) }
  })
  .sort((a, b) => a.path < b.path ? -1 : 1)

/** All files with the ending below a folder, absolute and sorted; none if there is no such folder. */
export const filesBelow = (folder: string, ending: string): ReadonlyArray<string> =>
  Fs.existsSync(folder)
    ? Fs.readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => Path.join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${Path.sep}node_modules${Path.sep}`))
      .sort()
    : []

/** Whether other packages can import the file: everything in src but `internal`. */
export const isPublic = (file: string): boolean => !file.split(Path.sep).includes("internal")
