/** The file system of Node, each of whose calls waits for a test's leave. */
import * as FileSystem from "@effect/platform/FileSystem"
import type { PlatformError } from "@effect/platform/Error"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

export type Call = "list" | "look" | "open" | "write" | "sync" | "link" | "remove"

export interface Hooks {
  readonly before: (call: Call, path: string) => Effect.Effect<void, PlatformError>
  /** After a call that succeeded. */
  readonly after?: (call: Call, path: string) => Effect.Effect<void, PlatformError>
  /** Does not wait for the disk, for tests of order alone. */
  readonly isUnsynced?: boolean
  /** Which of the names that came or went during a listing it tells of: POSIX leaves it open. All by default. */
  readonly tells?: (name: string) => boolean
}

const listed = (fs: FileSystem.FileSystem, { before, tells }: Hooks, path: string) =>
  Effect.gen(function*() {
    yield* before("list", path)
    if (tells === undefined) return yield* fs.readDirectory(path)
    const first = new Set(yield* fs.readDirectory(path))
    yield* before("list", path)
    const second = new Set(yield* fs.readDirectory(path))
    return [...new Set([...first, ...second])].filter((name) => (first.has(name) && second.has(name)) || tells(name))
  })

const hookedFile = (file: FileSystem.File, { isUnsynced, ...hooks }: Hooks, path: string, around: Around): FileSystem.File =>
  new Proxy(file, {
    get: (target, property) => {
      if (property === "sync") return around(hooks, "sync", path, isUnsynced === true ? Effect.void : target.sync)
      if (property === "writeAll") return (bytes: Uint8Array) => around(hooks, "write", path, target.writeAll(bytes))
      return Reflect.get(target, property, target) as unknown
    }
  })

type Around = <A, R>(hooks: Hooks, call: Call, path: string, effect: Effect.Effect<A, PlatformError, R>) => Effect.Effect<A, PlatformError, R>

const around: Around = ({ after, before }, call, path, effect) =>
  Effect.zipRight(before(call, path), effect).pipe(Effect.tap(() => after?.(call, path) ?? Effect.void))

export const hookedFiles = (hooks: Hooks) =>
  Layer.effect(FileSystem.FileSystem, Effect.map(FileSystem.FileSystem, (fs): FileSystem.FileSystem => ({
    ...fs,
    readDirectory: (path) => listed(fs, hooks, path),
    readFileString: (path, encoding) => around(hooks, "look", path, fs.readFileString(path, encoding)),
    open: (path, options) => Effect.map(around(hooks, "open", path, fs.open(path, options)), (file) => hookedFile(file, hooks, path, around)),
    link: (from, to) => around(hooks, "link", to, fs.link(from, to)),
    remove: (path, options) => around(hooks, "remove", path, fs.remove(path, options))
  }))).pipe(Layer.provideMerge(NodeContext.layer))
