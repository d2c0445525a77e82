import { describe, it, assert } from "@effect/vitest"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll } from "vitest"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import { tokenStoreContract } from "../TokenStoreContract.js"
import * as Shared from "./shared.js"

const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-file-"))
afterAll(() => Fs.rmSync(folder, { recursive: true, force: true }))

const layerAt = (name: string) => FileStore.layer({ directory: Path.join(folder, name), timeout: "20 seconds" }).pipe(Layer.provide(NodeContext.layer))

tokenStoreContract("files", { layer: layerAt("contract"), histories: 10 })

describe("files", () => {
  it.live("are of this machine", () =>
    Effect.map(Shared.built(layerAt("store")), ({ durability }) => assert.strictEqual(durability, "Machine")).pipe(Effect.scoped))
  it.live("list nothing past its retention", () => Shared.listsNothingExpired(layerAt("store")))
  it.live("list a thousand keys, each once", () => Shared.listsManyKeys(layerAt("store")), 60_000)
  it.live("each of 50 versions is claimed once by two processes", () => Shared.claimsEachVersionOnce(layerAt("store"), 50), 60_000)
  it.live("an absent key is claimed once by two processes", () => Shared.claimsAbsentKeysOnce(layerAt("store")), 30_000)
})
