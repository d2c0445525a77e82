/** The terms of other people's packages whose code is in a bundle: whoever gives the code on gives them on with it. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { readManifest } from "./workspace.js"

/** `…/node_modules/@scope/name` of a file in it; `undefined` of one in no package. */
const folderOf = (file: string): string | undefined => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]

const isTerms = (file: string): boolean => /^(?:licen[cs]e|copying|notice)/i.test(file)

const termsOf = (folder: string): readonly [name: string, text: string] => {
  const { license, name, version } = readManifest(folder)
  const texts = Fs.readdirSync(folder).filter(isTerms).sort().map((file) => Fs.readFileSync(Path.join(folder, file), "utf8").trim())
  if (license === undefined && texts.length === 0) throw new Error(`${name}@${version} tells no licence: what is bundled must`)
  return [`${name}@${version}`, [`Licence: ${license ?? "see below"}`, ...texts].join("\n\n")]
}

/** Of all packages that these files are of, by name. */
export const licencesOf = (files: ReadonlyArray<string>): string => {
  const folders = new Set(files.flatMap((file) => folderOf(file.split(Path.sep).join("/")) ?? []))
  const byName = new Map([...folders].map(termsOf))
  return [...byName].sort(([a], [b]) => a < b ? -1 : 1).map(([name, text]) => `${name}\n${"-".repeat(name.length)}\n${text}\n`).join("\n\n")
}
