/** What the tests of reading share: files in a folder of their own, and a client of the network that counts. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Path from "@effect/platform/Path"
import { NodeContext } from "@effect/platform-node"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { DocumentError } from "../../src/GeneratorError.js"
import { load, type LoadOptions, type Loaded } from "../../src/internal/read/load.js"

/** Text, or what is printed as JSON. */
export type Content = string | Uint8Array | object

const bytesOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content, null, 2))

/** A folder with files, removed when its scope ends. */
export const folderOf = (files: Readonly<Record<string, Content>>) =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    const folder = yield* fs.makeTempDirectoryScoped({ prefix: "read-" })
    for (const [name, content] of Object.entries(files)) {
      const path = paths.join(folder, name)
      yield* fs.makeDirectory(paths.dirname(path), { recursive: true })
      yield* fs.writeFile(path, bytesOf(content))
    }
    return folder
  })

/** A network that answers from a table of URLs, and knows what was asked for. */
export const network = (answers: Readonly<Record<string, () => Response>> = {}) => {
  const asked: Array<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) =>
      Effect.sync(() => {
        asked.push({ url: request.url, headers: { ...request.headers } })
        return HttpClientResponse.fromWeb(request, answers[request.url]?.() ?? new Response("none", { status: 404 }))
      }))
  )
  return { asked, layer }
}

const platform = NodeContext.layer

interface Given extends Partial<Omit<LoadOptions, "document">> {
  /** Below the folder; by default the first of the files. */
  readonly document?: string
}

/** Reads the first of some files. */
export const loadFiles = (files: Readonly<Record<string, Content>>, given: Given = {}): Effect.Effect<Loaded, DocumentError> =>
  Effect.gen(function*() {
    const paths = yield* Path.Path
    const folder = yield* Effect.orDie(folderOf(files))
    return yield* load({
      allowRemote: false,
      ...given,
      document: paths.join(folder, given.document ?? Object.keys(files)[0]!),
      root: given.root === undefined ? undefined : paths.join(folder, given.root)
    })
  }).pipe(Effect.scoped, Effect.provide(platform), Effect.provide(network().layer))

/** The error of reading them, its file told without the folder. */
export const failure = (files: Readonly<Record<string, Content>>, given: Given = {}): Effect.Effect<Omit<DocumentError, "file"> & { readonly name: string }, Loaded> =>
  Effect.map(Effect.flip(loadFiles(files, given)), (error) => Object.assign(error, { name: error.file.split("/read-")[1]?.replace(/^[^/]+\//, "") ?? error.file }))

export const withPlatform = <A, E>(effect: Effect.Effect<A, E, NodeContext.NodeContext | import("effect/Scope").Scope>): Effect.Effect<A, E> =>
  effect.pipe(Effect.scoped, Effect.provide(platform))

/** The least that is a document. */
export const minimal = (more: object = {}): object => ({ openapi: "3.0.3", info: { title: "t", version: "1" }, paths: {}, ...more })

/** A document of one operation that answers with a schema. */
export const answering = (schema: object, more: object = {}): object =>
  minimal({ paths: { "/a": { get: { responses: { 200: { description: "ok", content: { "application/json": { schema } } } } } } }, ...more })
