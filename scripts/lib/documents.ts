/** The documents of specs/ as the emulator embeds them: modules of plain data, so that it reads no file when it runs. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import * as Yaml from "js-yaml"
import { clients } from "./clients.js"
import { repositoryRoot } from "./workspace.js"

const folder = Path.join(repositoryRoot, "packages/emulator/src/internal/documents")

const banner = "/** Generated from specs/ by `pnpm generate`: do not edit. */\n"

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value)

/** Words for people are of no use to the emulator. A property that has such a name is a schema, and no text. */
const withoutWords = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (!isRecord(value)) return value
  const kept = Object.entries(value).filter(([key, one]) => typeof one !== "string" || !["description", "summary", "title"].includes(key))
  return Object.fromEntries(kept.map(([key, one]) => [key, key === "example" || key === "examples" ? one : withoutWords(one)]))
}

const moduleOf = (document: string): string =>
  `${banner}import type { JsonObject } from "../specified/document.js"\n\nexport const document: JsonObject = ${JSON.stringify(withoutWords(Yaml.load(Fs.readFileSync(Path.join(repositoryRoot, document), "utf8"))), undefined, 2)}\n`

/** Text by absolute path. */
export const embedded = (): ReadonlyMap<string, string> => {
  const names = clients.map(({ folder: client }) => Path.basename(client))
  const index = names.map((name) => `export { document as ${camel(name)} } from "./${name}.js"\n`).join("")
  return new Map([
    [Path.join(folder, "index.ts"), banner + index],
    ...clients.map(({ document, folder: client }) => [Path.join(folder, `${Path.basename(client)}.ts`), moduleOf(document)] as const)
  ])
}

export const writeEmbedded = (): void => {
  Fs.rmSync(folder, { recursive: true, force: true })
  Fs.mkdirSync(folder, { recursive: true })
  for (const [path, text] of embedded()) Fs.writeFileSync(path, text)
}
