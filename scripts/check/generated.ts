/** The clients, and what the emulator embeds, are what their documents and the generator make: nobody has edited them, and nobody forgot to generate. */
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { type Client, clients, generateClient } from "../lib/clients.js"
import { embedded } from "../lib/documents.js"
import { shown } from "../lib/workspace.js"
import type { Step } from "./step.js"

const differs = (path: string, text: string): string | undefined => {
  if (!Fs.existsSync(path)) return `${shown(path)}: is missing; run \`pnpm generate\``
  return Fs.readFileSync(path, "utf8") === text ? undefined : `${shown(path)}: is not what its document makes; run \`pnpm generate\``
}

const sourceFiles = (folder: string): ReadonlyArray<string> =>
  ["src", "test"].flatMap((part) => Fs.existsSync(Path.join(folder, part)) ? Fs.readdirSync(Path.join(folder, part)).map((name) => `${part}/${name}`) : [])

const problemsOf = async (client: Client): Promise<ReadonlyArray<string>> => {
  const outcome = await Effect.runPromise(Effect.either(generateClient(client)))
  if (outcome._tag === "Left") return [outcome.left.message]
  const { files } = outcome.right
  const strays = sourceFiles(client.folder).filter((name) => !files.has(name))
  return [
    ...[...files].map(([name, text]) => differs(Path.join(client.folder, name), text)).filter((one) => one !== undefined),
    ...strays.map((name) => `${shown(Path.join(client.folder, name))}: was not generated; a client is generated whole`)
  ]
}

export const generated: Step = {
  name: "generated",
  run: async () => {
    const problems: Array<string> = []
    for (const client of clients) problems.push(...await problemsOf(client))
    problems.push(...[...embedded()].map(([path, text]) => differs(path, text)).filter((one) => one !== undefined))
    return { problems, summary: `${clients.length} clients` }
  }
}
