/** The directory of a file store: made where it is missing, refused where others can open it. */
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import { ConfigurationError } from "../../ConfigurationError.js"
import * as Chain from "./fileChain.js"
import * as Shard from "./fileShard.js"

const refuse = (problem: string): ConfigurationError => new ConfigurationError({ field: "file.directory", problem })

/** Node's code for what the platform has no word for: ENOSPC, EROFS. */
const codeOf = (error: PlatformError): string => {
  if (error._tag === "BadArgument") return "bad argument"
  const { cause } = error
  return error.reason === "Unknown" && cause instanceof Error && "code" in cause ? String(cause.code) : error.reason
}

const unusable = (error: PlatformError): ConfigurationError => {
  const code = codeOf(error)
  switch (code) {
    case "NotFound":
      return refuse("cannot be made, as the directory above it does not exist: make that first, and see that its disk is mounted")
    case "PermissionDenied":
      return refuse("is not this user's to write in: give it to the user that the application runs as")
    default:
      return refuse(`cannot be used (${code}): it must be on a local disk that can be written`)
  }
}

const isThere = (error: PlatformError): boolean => error._tag === "SystemError" && error.reason === "AlreadyExists"

const make = (fs: FileSystem.FileSystem, at: string) =>
  Effect.catchIf(fs.makeDirectory(at, { mode: 0o700 }), isThere, () => Effect.void)

/** Its parent may be closed to this user, who then cannot write a new name in it to the disk. */
const makeRoot = (fs: FileSystem.FileSystem, path: Path.Path, at: string) =>
  Effect.zipRight(make(fs, at), Effect.ignore(Chain.sync(fs, path.dirname(at))))

const requirePrivate = (fs: FileSystem.FileSystem, at: string) =>
  Effect.gen(function*() {
    const { mode, type } = yield* fs.stat(at)
    if (type !== "Directory") return yield* refuse("is not a directory")
    const open = mode & 0o077
    if (open !== 0) {
      return yield* refuse(`is open to other users (mode ${(mode & 0o777).toString(8).padStart(4, "0")}): chmod 700 it, or name a directory that is not there yet`)
    }
  })

const makeShards = (fs: FileSystem.FileSystem, path: Path.Path, at: string) =>
  Effect.gen(function*() {
    const there = new Set(yield* fs.readDirectory(at))
    const missing = Shard.names.filter((name) => !there.has(name))
    yield* Effect.forEach(missing, (name) => make(fs, path.join(at, name)), { discard: true, concurrency: 4 })
    yield* Chain.sync(fs, at)
  })

/** The names of drafts, so that a process killed here leaves what is swept. */
const requireLinks = (fs: FileSystem.FileSystem, path: Path.Path, at: string) =>
  Effect.gen(function*() {
    const folder = path.join(at, Shard.names[0]!)
    const [first, second] = [path.join(folder, yield* Chain.draftName), path.join(folder, yield* Chain.draftName)]
    yield* fs.writeFileString(first, "", { flag: "wx", mode: 0o600 })
    yield* Effect.ensuring(
      fs.link(first, second),
      Effect.forEach([first, second], (file) => Effect.ignore(fs.remove(file)), { discard: true })
    )
  }).pipe(
    Effect.mapError((error) => codeOf(error) === "EPERM" ? refuse("is on a file system without hard links: name one on a local disk") : unusable(error))
  )

/** The folders of the parts of a store, by their names. */
export const open = (directory: string) =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const at = path.resolve(directory)
    yield* makeRoot(fs, path, at)
    yield* requirePrivate(fs, at)
    yield* makeShards(fs, path, at)
    yield* requireLinks(fs, path, at)
    return new Map(Shard.names.map((name): readonly [string, Chain.Folder] => [name, { fs, path, at: path.join(at, name), synced: 0 }]))
  }).pipe(
    Effect.mapError((error) => error._tag === "ConfigurationError" ? error : unusable(error))
  )
