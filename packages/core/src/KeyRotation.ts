/**
 * The last step of a rotation of sealing keys: what the old key has sealed, and nobody has renewed since, is sealed anew.
 * The steps before it are settings of `TokenSeal`: first the new key opens everywhere (it stands last in the ring), then it
 * seals everywhere (it stands first).
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { TokenStoreError } from "./OAuthError.js"
import * as TokenSeal from "./TokenSeal.js"
import * as TokenStore from "./TokenStore.js"

/**
 * What a run did, and what it left.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { KeyRotation } from "@effect-orange/core"
 *
 * const mayDrop = ({ unopened, unused }: KeyRotation.Report, kid: string) => unopened === 0 && unused.includes(kid)
 * ```
 */
export interface Report {
  /** Records looked at. */
  readonly records: number
  /** Those sealed anew, under the first key. */
  readonly resealed: number
  /** Those that no key of the ring opens. They are left as they are. */
  readonly unopened: number
  /** How many records each key has sealed, after the run. A record that is no seal counts under the empty name. */
  readonly byKey: Readonly<Record<string, number>>
  /** The keys of the ring, other than the first, that no record carries any more. */
  readonly unused: ReadonlyArray<string>
}

interface Visit {
  readonly kid: string
  readonly outcome: "current" | "resealed" | "unopened"
}

/** A record that moved in between was written by somebody: it is looked at again, as that may have the old key still. */
const attempts = 5

const kidOf = (entry: TokenStore.Entry): string => Option.getOrElse(TokenSeal.keyIdOf(entry.sealed), () => "")

/** Nothing where the record is gone. */
const visit = (store: TokenStore.Service, seal: TokenSeal.Service) => (key: TokenStore.Key): Effect.Effect<Option.Option<Visit>, TokenStoreError> => {
  const attempt = (left: number): Effect.Effect<Option.Option<Visit>, TokenStoreError> =>
    Effect.gen(function*() {
      const found = yield* store.read(key)
      if (Option.isNone(found)) return Option.none()
      const { sealed, version } = found.value
      const kid = kidOf(found.value)
      const resealed = yield* Effect.either(seal.reseal(sealed))
      if (resealed._tag === "Left") return Option.some<Visit>({ kid, outcome: "unopened" })
      if (Option.isNone(resealed.right)) return Option.some<Visit>({ kid, outcome: "current" })
      if (yield* store.reseal(key, { version, sealed: resealed.right.value })) {
        return Option.some<Visit>({ kid: seal.keyIds[0], outcome: "resealed" })
      }
      return left > 1 ? yield* attempt(left - 1) : Option.some<Visit>({ kid, outcome: "current" })
    })
  return attempt(attempts)
}

const reportOf = (visits: ReadonlyArray<Visit>, [, ...others]: TokenSeal.Service["keyIds"]): Report => {
  const byKey: Record<string, number> = {}
  for (const { kid } of visits) byKey[kid] = (byKey[kid] ?? 0) + 1
  const count = (outcome: Visit["outcome"]) => visits.filter((one) => one.outcome === outcome).length
  return {
    records: visits.length,
    resealed: count("resealed"),
    unopened: count("unopened"),
    byKey,
    unused: others.filter((kid) => !Object.hasOwn(byKey, kid))
  }
}

/**
 * Seals anew, under the ring's first key, every record of the store that another key of the ring has sealed. Each is
 * exchanged by compare-and-set; its version, age, retention and claim stay, so that the fleet may go on meanwhile, and the
 * run may be stopped and begun again. Fails with the store's error.
 *
 * @since 0.1.0
 * @category operations
 * @example
 * ```ts
 * import { KeyRotation } from "@effect-orange/core"
 * import { Console, Effect } from "effect"
 *
 * const rotate = Effect.flatMap(KeyRotation.run, ({ byKey, resealed, unused }) =>
 *   Console.log(`${resealed} records sealed anew; no record carries ${unused.join(", ")}`, byKey))
 * ```
 */
export const run: Effect.Effect<Report, TokenStoreError, TokenStore.TokenStore | TokenSeal.TokenSeal> = Effect.gen(function*() {
  const store = yield* TokenStore.TokenStore
  const seal = yield* TokenSeal.TokenSeal
  const visits = yield* store.keys("").pipe(
    Stream.mapEffect(visit(store, seal), { concurrency: 8, unordered: true }),
    Stream.filterMap((one) => one),
    Stream.runCollect
  )
  return reportOf([...visits], seal.keyIds)
})
