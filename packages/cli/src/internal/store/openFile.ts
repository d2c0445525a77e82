/** A token store in a directory. An operator's typing error makes no store. */
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import * as Fs from "node:fs/promises"
import { asFailure, StoreFailure } from "./failure.js"
import type { Opened } from "./opened.js"
import type { Place } from "./place.js"

type FilePlace = Extract<Place, { readonly _tag: "File" }>

/** The folders that a store makes of its own are the first that it makes in an empty directory. */
const isStore = (names: ReadonlyArray<string>): boolean => names.length === 0 || names.includes("00")

const requireStore = ({ directory }: FilePlace): Effect.Effect<void, StoreFailure> =>
  Effect.tryPromise({
    try: () => Fs.readdir(directory),
    catch: () => new StoreFailure({ message: `there is no directory ${directory} that can be read: the application makes it when it first starts` })
  }).pipe(
    Effect.filterOrFail(isStore, () => new StoreFailure({ message: `the directory ${directory} is not a token store: it holds other files` })),
    Effect.asVoid
  )

export const open = (place: FilePlace): Effect.Effect<Opened, StoreFailure, Scope.Scope> =>
  Effect.gen(function*() {
    yield* requireStore(place)
    const context = yield* FileStore.layer({ directory: place.directory }).pipe(
      Layer.provide(NodeContext.layer),
      Layer.build,
      Effect.mapError(asFailure)
    )
    return { store: Context.get(context, TokenStore.TokenStore) }
  })
