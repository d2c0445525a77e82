/** A store that was named, and answers. */
import type * as TokenStore from "@effect-orange/core/TokenStore"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { StoreFailure } from "./failure.js"
import type { Place } from "./place.js"

/** What becomes of records when a server's memory is full. One of a cluster's nodes, or the one server. */
export interface Eviction {
  /** `maxmemory-policy`; nothing where the server does not tell. */
  readonly policy: string | undefined
}

export interface Opened {
  readonly store: TokenStore.Service
  /** Only where the engine may drop records by itself. */
  readonly evictions?: Effect.Effect<ReadonlyArray<Eviction>>
}

/** Each engine's client is loaded only for its own scheme. */
export const open = (place: Place): Effect.Effect<Opened, StoreFailure, Scope.Scope> => {
  switch (place._tag) {
    case "Redis":
      return Effect.flatMap(Effect.promise(() => import("./openRedis.js")), (module) => module.open(place))
    case "File":
      return Effect.flatMap(Effect.promise(() => import("./openFile.js")), (module) => module.open(place))
    default:
      return Effect.flatMap(Effect.promise(() => import("./openSql.js")), (module) => module.open(place))
  }
}
