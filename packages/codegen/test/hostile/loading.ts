/** Loads each client of a folder, and says what is wrong with them and what they left behind. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { pathToFileURL } from "node:url"

/** What the hostile documents try to set. */
const mark = "PWNED"

export interface Loaded {
  readonly clients: number
  readonly problems: ReadonlyArray<string>
}

const problemOf = async (path: string): Promise<string | undefined> => {
  try {
    const module = await import(pathToFileURL(path).href) as object
    return "layer" in module ? undefined : "has no layer"
  } catch (error) {
    return `does not load: ${error instanceof Error ? error.message : String(error)}`
  }
}

const folder = process.argv[2]!
const problems: Array<string> = []
const clients = Fs.readdirSync(folder)
for (const client of clients) {
  const problem = await problemOf(Path.join(folder, client, "index.ts"))
  if (problem !== undefined) problems.push(`${client} ${problem}`)
  if (mark in globalThis) problems.push(`${client} or one before it left a mark`)
}
process.send!({ clients: clients.length, problems } satisfies Loaded)
