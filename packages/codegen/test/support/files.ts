import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

export const filesUnder = (folder: string, ending: string): ReadonlyArray<string> =>
  Fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => Path.join(entry.parentPath, entry.name))
    .sort()

const realFolder = fileURLToPath(new URL("../../../../../shared/specs-real/", import.meta.url))

/** Documents of others, where they are at hand: a clone of this repository alone has none. */
export const realDocuments: ReadonlyArray<string> = Fs.existsSync(realFolder)
  ? filesUnder(realFolder, "").filter((file) => /\.(?:ya?ml|json)$/.test(file) && !file.includes(`${Path.sep}common${Path.sep}`))
  : []

/** `multi-file/API_definitions/x.yaml` as a name. */
export const shortName = (file: string): string => Path.relative(realFolder, file).replaceAll(Path.sep, "/")

/** The folder that a document's references stay in. */
export const rootOf = (file: string): string => file.includes("multi-file") ? Path.join(realFolder, "multi-file") : Path.dirname(file)
