/** The clients of this repository: one package for each document of specs/. */
import { Generator, type GeneratorError } from "@effect-orange/codegen"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { readManifest, repositoryRoot, scope, shown } from "./workspace.js"

export interface Client {
  /** The document, from the root. */
  readonly document: string
  /** The package's folder, absolute. */
  readonly folder: string
  readonly packageName: string
}

/** A document, and neither an overlay nor a file of names. */
const isDocument = (file: string): boolean => /^[^.]+\.yaml$/.test(file)

export const clients: ReadonlyArray<Client> = Fs.readdirSync(Path.join(repositoryRoot, "specs"))
  .filter(isDocument)
  .sort()
  .map((file) => {
    const name = file.replace(/\.yaml$/, "")
    return {
      document: shown(Path.join(repositoryRoot, "specs", file)),
      folder: Path.join(repositoryRoot, "packages/clients", name),
      packageName: `${scope}client-${name}`
    }
  })

const versionOf = (folder: string): string =>
  Fs.existsSync(Path.join(folder, "package.json")) ? readManifest(folder).version : "0.0.0"

/** The client as its document makes it today. Nothing is written. */
export const generateClient = (client: Client): Effect.Effect<Generator.Generated, GeneratorError.GeneratorError> =>
  Generator.generate({
    document: client.document,
    package: true,
    packageName: client.packageName,
    packageVersion: versionOf(client.folder),
    workspace: true
  }).pipe(Effect.provide(NodeContext.layer), Effect.provide(FetchHttpClient.layer))
