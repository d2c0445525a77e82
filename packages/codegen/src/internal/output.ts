/**
 * Putting files in their place: all or none, and none over a file that the generator did not write. What it wrote, it
 * knows from a manifest of digests beside the files.
 */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import type * as PlatformError from "@effect/platform/Error"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Crypto from "node:crypto"
import { OutputError } from "../GeneratorError.js"

const manifestName = ".generated.json"

const Manifest = Schema.parseJson(Schema.Struct({
  generator: Schema.Literal("@effect-orange/codegen"),
  /** Digest by path. */
  files: Schema.Record({ key: Schema.String, value: Schema.String })
}))

/** Files as they are written, by their names. */
type Files = ReadonlyMap<string, Uint8Array>

const encoder = new TextEncoder()

const digestOf = (bytes: Uint8Array): string => Crypto.createHash("sha256").update(bytes).digest("hex")

const manifestText = (files: Files): string => {
  const digests = [...files].map(([path, bytes]) => [path, digestOf(bytes)] as const).sort(([a], [b]) => a < b ? -1 : 1)
  return `${JSON.stringify({ generator: "@effect-orange/codegen", files: Object.fromEntries(digests) }, null, 2)}\n`
}

const toOutputError = (path: string) => (error: PlatformError.PlatformError): OutputError =>
  new OutputError({ path, problem: error._tag === "SystemError" ? `${error.reason}: check that the folder can be written` : "the path is not valid" })

type Digests = Readonly<Record<string, string>>

const readManifest = (folder: string): Effect.Effect<Digests, OutputError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const path = (yield* Path.Path).join(folder, manifestName)
    if (!(yield* Effect.mapError(fs.exists(path), toOutputError(path)))) return {}
    const text = yield* Effect.mapError(fs.readFileString(path), toOutputError(path))
    const manifest = Schema.decodeUnknownOption(Manifest)(text)
    return Option.isSome(manifest)
      ? manifest.value.files
      : yield* new OutputError({ path, problem: "is no manifest of the generator: remove it, or choose another folder" })
  })

/** The bytes of a file, if there is one. */
const readIfThere = (path: string): Effect.Effect<Uint8Array | undefined, OutputError, FileSystem.FileSystem> =>
  Effect.flatMap(FileSystem.FileSystem, (fs) => fs.readFile(path)).pipe(
    Effect.catchIf((error) => error._tag === "SystemError" && error.reason === "NotFound", () => Effect.succeed(undefined)),
    Effect.mapError(toOutputError(path))
  )

/** Refuses what would be lost: a file of another's, or one that was changed since it was written. */
const checkFile = (folder: string, name: string, digests: Digests, options: PutOptions): Effect.Effect<void, OutputError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const path = (yield* Path.Path).join(folder, name)
    const written = Object.hasOwn(digests, name) ? digests[name] : undefined
    if (written === undefined) {
      const isThere = yield* Effect.flatMap(FileSystem.FileSystem, (fs) => Effect.mapError(fs.exists(path), toOutputError(path)))
      if (isThere) return yield* new OutputError({ path, problem: "exists and was not written by the generator: move it away, or choose another folder" })
    } else if (options.overwriteChanged !== true) {
      const present = yield* readIfThere(path)
      if (present !== undefined && digestOf(present) !== written) {
        return yield* new OutputError({ path, problem: "was changed since it was generated: take the change to the document or its overlay, then remove the file" })
      }
    }
  })

/** The folders that files are in, each once. */
const makeFolders = (folder: string, names: Iterable<string>): Effect.Effect<void, PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    for (const one of new Set([...names].map((name) => paths.dirname(paths.join(folder, name))))) yield* fs.makeDirectory(one, { recursive: true })
  })

const writeAll = (folder: string, files: Files): Effect.Effect<void, PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    yield* makeFolders(folder, files.keys())
    for (const [name, bytes] of files) yield* fs.writeFile(paths.join(folder, name), bytes)
  })

/** Whether the folder holds nothing but what the generator wrote. */
const isOursAlone = (folder: string, digests: Digests): Effect.Effect<boolean, PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    const entries = yield* fs.readDirectory(folder)
    if (entries.some((one) => one === "node_modules" || one === "dist")) return false
    const all = yield* fs.readDirectory(folder, { recursive: true })
    const others = all.filter((one) => one !== manifestName && !Object.hasOwn(digests, one.replaceAll("\\", "/")))
    return yield* Effect.every(others, (name) => Effect.map(fs.stat(paths.join(folder, name)), (info) => info.type === "Directory"))
  })

/** The folder as a whole, in one rename. */
const swapWhole = (folder: string, fresh: string): Effect.Effect<void, PlatformError.PlatformError, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const old = `${fresh}-old`
    if (yield* fs.exists(folder)) yield* fs.rename(folder, old)
    yield* Effect.tapError(fs.rename(fresh, folder), () => Effect.ignore(fs.rename(old, folder)))
    yield* fs.remove(old, { recursive: true, force: true })
  })

/** File by file, each in one rename, among files of others; what is no longer generated goes last. */
const swapFiles = (folder: string, fresh: string, files: Files, digests: Digests): Effect.Effect<void, PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    yield* makeFolders(folder, files.keys())
    for (const name of files.keys()) yield* fs.rename(paths.join(fresh, name), paths.join(folder, name))
    for (const name of Object.keys(digests).filter((one) => !files.has(one))) yield* fs.remove(paths.join(folder, name), { force: true })
    yield* fs.remove(fresh, { recursive: true, force: true })
  })

export interface PutOptions {
  /** A file that was changed since it was generated is replaced. One that was never generated is not. */
  readonly overwriteChanged?: boolean | undefined
}

/** Puts `files` into `folder`; on any failure the folder is as it was. */
export const put = (folder: string, texts: ReadonlyMap<string, string>, options: PutOptions = {}): Effect.Effect<void, OutputError, FileSystem.FileSystem | Path.Path> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const paths = yield* Path.Path
    const files: Files = new Map([...texts].map(([name, text]) => [name, encoder.encode(text)]))
    const digests = yield* readManifest(folder)
    for (const name of new Set([...files.keys(), ...Object.keys(digests)])) yield* checkFile(folder, name, digests, options)
    const parent = paths.dirname(paths.resolve(folder))
    const all: Files = new Map(files).set(manifestName, encoder.encode(manifestText(files)))
    yield* Effect.gen(function*() {
      yield* fs.makeDirectory(parent, { recursive: true })
      const fresh = yield* fs.makeTempDirectory({ directory: parent, prefix: ".generating-" })
      const swap = Effect.gen(function*() {
        yield* writeAll(fresh, all)
        const whole = !(yield* fs.exists(folder)) || (yield* isOursAlone(folder, digests))
        yield* whole ? swapWhole(folder, fresh) : swapFiles(folder, fresh, all, digests)
      })
      yield* Effect.ensuring(Effect.uninterruptible(swap), Effect.ignore(fs.remove(fresh, { recursive: true, force: true })))
    }).pipe(Effect.mapError(toOutputError(folder)))
  })
