import * as FileSystem from "@effect/platform/FileSystem"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { put } from "../src/internal/output.js"

const files = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(entries))

/** Everything below a folder, as text by path. */
const contents = (folder: string) =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const names = yield* fs.readDirectory(folder, { recursive: true })
    const found: Record<string, string> = {}
    for (const name of names.sort()) {
      if ((yield* fs.stat(`${folder}/${name}`)).type === "File" && name !== ".generated.json") found[name] = yield* fs.readFileString(`${folder}/${name}`)
    }
    return found
  })

const inFolder = <A, E>(test: (folder: string, parent: string) => Effect.Effect<A, E, FileSystem.FileSystem | NodeContext.NodeContext>) =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const parent = yield* fs.makeTempDirectoryScoped()
    return yield* test(`${parent}/client`, parent)
  }).pipe(Effect.scoped, Effect.provide(NodeContext.layer))

describe("putting a client into its folder", () => {
  it.effect("writes it, and on the next run what has changed, without what is gone", () =>
    inFolder((folder, parent) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* put(folder, files({ "a.ts": "1", "b/c.ts": "2" }))
        yield* put(folder, files({ "a.ts": "3", "d.ts": "4" }))
        assert.deepStrictEqual(yield* contents(folder), { "a.ts": "3", "d.ts": "4" })
        assert.deepStrictEqual(yield* fs.readDirectory(parent), ["client"])
      })))

  it.effect("never overwrites a file of another's, and then writes nothing", () =>
    inFolder((folder) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* fs.makeDirectory(folder)
        yield* fs.writeFileString(`${folder}/b.ts`, "mine")
        for (const overwriteChanged of [false, true]) {
          const error = yield* Effect.flip(put(folder, files({ "a.ts": "1", "b.ts": "2" }), { overwriteChanged }))
          assert.strictEqual(error._tag, "OutputError")
          assert.match(error.message, /b\.ts: exists and was not written by the generator/)
          assert.deepStrictEqual(yield* contents(folder), { "b.ts": "mine" })
        }
      })))

  it.effect("never overwrites what was changed since, unless told to", () =>
    inFolder((folder) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* put(folder, files({ "a.ts": "1" }))
        yield* fs.writeFileString(`${folder}/a.ts`, "edited")
        const error = yield* Effect.flip(put(folder, files({ "a.ts": "2" })))
        assert.include(error.message, "changed since")
        assert.deepStrictEqual(yield* contents(folder), { "a.ts": "edited" })
        yield* put(folder, files({ "a.ts": "2" }), { overwriteChanged: true })
        assert.deepStrictEqual(yield* contents(folder), { "a.ts": "2" })
      })))

  it.effect("keeps the files of others beside its own", () =>
    inFolder((folder) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* put(folder, files({ "a.ts": "1", "old.ts": "1" }))
        yield* fs.makeDirectory(`${folder}/node_modules`)
        yield* fs.writeFileString(`${folder}/node_modules/x.js`, "x")
        yield* put(folder, files({ "a.ts": "2" }))
        assert.deepStrictEqual(yield* contents(folder), { "a.ts": "2", "node_modules/x.js": "x" })
      })))

  it.effect("keeps a file of others among its own, and goes without a file that was removed", () =>
    inFolder((folder) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* put(folder, files({ "a.ts": "1", "b/c.ts": "1" }))
        yield* fs.writeFileString(`${folder}/b/notes.txt`, "x")
        yield* fs.remove(`${folder}/a.ts`)
        yield* put(folder, files({ "a.ts": "2", "b/c.ts": "2" }))
        assert.deepStrictEqual(yield* contents(folder), { "a.ts": "2", "b/c.ts": "2", "b/notes.txt": "x" })
      })))

  it.effect("leaves the folder as it was where it cannot write", () =>
    inFolder((_, parent) =>
      Effect.gen(function*() {
        const fs = yield* FileSystem.FileSystem
        yield* fs.writeFileString(`${parent}/file`, "x")
        const error = yield* Effect.flip(put(`${parent}/file/client`, files({ "a.ts": "1" })))
        assert.strictEqual(error._tag, "OutputError")
        assert.deepStrictEqual(yield* fs.readDirectory(parent), ["file"])
      })))
})
