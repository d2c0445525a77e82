/** The records of a token store, as far as an operator may see them: nothing is opened, and keys are cut. */
import type { TokenStoreError } from "@effect-orange/core/OAuthError"
import * as TokenSeal from "@effect-orange/core/TokenSeal"
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type Kind, kindOf, type Row } from "./row.js"

/** Scratch keys of `check`, for a moment. */
export const scratchPrefix = "check:"

export const toRow = (key: TokenStore.Key, { age, sealed, version }: TokenStore.Entry): Row => ({
  key,
  kind: kindOf(key),
  sealedBy: Option.filter(TokenSeal.keyIdOf(sealed), (kid) => kid !== ""),
  version,
  age
})

const look = (store: TokenStore.Service) => (key: TokenStore.Key) => Effect.map(store.read(key), Option.map((entry) => toRow(key, entry)))

const order: Readonly<Record<Kind, number>> = { session: 0, app: 1, other: 2 }

/** By kind, the oldest first. */
const byKindAndAge = (a: Row, b: Row): number => order[a.kind] - order[b.kind] || Duration.toMillis(b.age) - Duration.toMillis(a.age)

/** Each record is read once; what is gone by then is left out. */
export const all: Effect.Effect<ReadonlyArray<Row>, TokenStoreError, TokenStore.TokenStore> = Effect.flatMap(TokenStore.TokenStore, (store) =>
  store.keys("").pipe(
    Stream.mapEffect(look(store), { concurrency: 8, unordered: true }),
    Stream.filterMap((row) => row),
    Stream.runCollect,
    Effect.map((rows) => [...rows].sort(byKindAndAge))
  ))
