/** Runs the contract of token stores under vitest, one test per check. */
import { describe, it } from "@effect/vitest"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { TokenStore } from "@effect-orange/core"
import * as Contract from "@effect-orange/core/TokenStore/Contract"

export interface ContractOptions<E> {
  readonly layer: Layer.Layer<TokenStore.TokenStore, E>
  /** Lets the store's time pass. Left out: waits, for stores with a clock of their own. */
  readonly pass?: (duration: Duration.Duration) => Effect.Effect<void>
  readonly histories?: number
}

export const tokenStoreContract = <E>(name: string, options: ContractOptions<E>): void => {
  const run = options.pass === undefined ? it.live : it.effect
  const pass = options.pass ?? Effect.sleep
  describe(`${name}: the contract of a token store`, { concurrent: options.pass === undefined }, () => {
    for (const { check, name } of Contract.checks) {
      const key = `session:${crypto.randomUUID()}`
      run(name, () =>
        Effect.flatMap(TokenStore.TokenStore, (store) =>
          check(store, { key, pass, ...(options.histories === undefined ? {} : { histories: options.histories }) })).pipe(
            Effect.provide(options.layer)
          ), 30_000)
    }
  })
}
