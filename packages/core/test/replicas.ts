/** A fleet's processes, as far as they matter here: each has a grant of its own over one store. */
import { AuthorizationCode, Credentials, OAuthError, TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { login, redirectUri } from "./u2m.js"

export interface Shared {
  readonly store: TokenStore.Service
  /** Takes the store away, and gives it back. */
  readonly setAway: (isAway: boolean) => void
  /** Loses all records, as a server does that was started again without its data. */
  readonly flush: Effect.Effect<void>
}

export const sharedStore = (durability: TokenStore.Durability = "Durable"): Effect.Effect<Shared> =>
  Effect.gen(function*() {
    const build = Effect.provide(TokenStore.TokenStore, Layer.fresh(TokenStore.layerMemory))
    let records = yield* build
    let isAway = false
    const ask = <A>(operation: string, f: (store: TokenStore.Service) => Effect.Effect<A, OAuthError.TokenStoreError>) =>
      Effect.suspend(() => isAway ? new OAuthError.TokenStoreError({ reason: "Timeout", operation }) : f(records))
    return {
      store: {
        ...records,
        durability,
        read: (key) => ask("read", (store) => store.read(key)),
        claim: (key, options) => ask("claim", (store) => store.claim(key, options)),
        commit: (key, options) => ask("commit", (store) => store.commit(key, options)),
        abort: (key, options) => ask("abort", (store) => store.abort(key, options)),
        replace: (key, sealed, retain) => ask("replace", (store) => store.replace(key, sealed, retain)),
        reseal: (key, options) => ask("reseal", (store) => store.reseal(key, options)),
        admit: (key, options) => ask("admit", (store) => store.admit(key, options)),
        keys: (prefix) => Stream.suspend(() => records.keys(prefix))
      },
      setAway: (value) => {
        isAway = value
      },
      flush: Effect.map(build, (empty) => {
        records = empty
      })
    }
  })

/** One process of the fleet. */
export const replica = ({ store }: Pick<Shared, "store">, options: Partial<AuthorizationCode.Options> = {}) =>
  Effect.flatMap(Emulator.Emulator, (emulator) =>
    AuthorizationCode.make({
      environment: emulator.environment,
      credentials: Credentials.basic(emulator.credentials),
      redirectUri,
      ...options
    })).pipe(Effect.provideService(TokenStore.TokenStore, store))

export const loginAt = (grant: AuthorizationCode.Service) => Effect.provideService(login(), AuthorizationCode.AuthorizationCode, grant)

export const tokenAt = (grant: AuthorizationCode.Service, id: string) =>
  Effect.map(Effect.flatMap(grant.session(id), (source) => source.token), ({ value }) => Redacted.value(value))
