/**
 * An application's token that a fleet shares: the store first, then one holder of a claim fetches while the others look
 * again. A store that fails costs the sharing, never the token.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import type { AccessToken } from "../AccessToken.js"
import type { TokenStoreError } from "../OAuthError.js"
import * as Telemetry from "../Telemetry.js"
import type { TokenError } from "../TokenEndpoint.js"
import type * as TokenSeal from "../TokenSeal.js"
import type * as TokenStore from "../TokenStore.js"
import * as Degraded from "./degraded.js"
import { randomToken } from "./secureRandom.js"
import * as SessionRecord from "./sessionRecord.js"
import * as Time from "./time.js"
import type { Issued } from "./tokenHolder.js"

export interface Options {
  readonly store: TokenStore.Service
  readonly seal: TokenSeal.Service
  readonly codec: SessionRecord.Codec
  readonly key: TokenStore.Key
  readonly context: string
  /** How long a holder has before another takes over: longer than a request may last. */
  readonly claimTtl: Duration.Duration
  /** Asks Orange. */
  readonly ask: Effect.Effect<Issued, TokenError>
}

type Outcome = "hit" | "fetched" | "waited"

const count = (outcome: Outcome): Effect.Effect<void> => Metric.increment(Metric.tagged(Telemetry.sharedTokens, "outcome", outcome))

/** The answer of a look: a token, or the version that a fetch would follow. */
type Found = { readonly issued: Issued } | { readonly version: number }

const recordOf = (issued: Issued, now: Time.Instant): SessionRecord.SessionRecord => ({
  s: 1,
  accessToken: Redacted.value(issued.value),
  scopes: issued.scopes,
  lifetime: Duration.toMillis(issued.lifetime),
  elapsed: Math.max(0, now.mono - issued.requestedAt.mono),
  unrotated: 0,
  rotates: false
})

/** Between two looks, so that a fleet does not look in step. */
const pause = (atMost: number): Effect.Effect<void> =>
  Effect.flatMap(Random.nextRange(25, 50), (millis) => Effect.sleep(Math.max(1, Math.min(millis, atMost))))

const isUsable = ({ lifetime, requestedAt, value }: Issued, replacing: AccessToken | undefined, now: Time.Instant): boolean =>
  now.mono < requestedAt.mono + Duration.toMillis(lifetime) && !(replacing !== undefined && Equal.equals(replacing.value, value))

/**
 * The token that the fleet has, or a new one for all. `replacing` is one that will not do: rejected, or due. What another
 * process has fetched in its place is taken without a request.
 */
export const make = ({ ask, claimTtl, codec, context, key, seal, store }: Options) => {
  const look = (replacing: AccessToken | undefined, known: number): Effect.Effect<Found, TokenStoreError> =>
    Effect.gen(function*() {
      const entry = yield* store.read(key)
      if (Option.isNone(entry)) return { version: known }
      const text = yield* seal.open(entry.value.sealed, context)
      const issued = SessionRecord.toIssued(yield* codec.decode(text), entry.value, yield* Time.now)
      return isUsable(issued, replacing, yield* Time.now) ? { issued } : { version: entry.value.version }
    })

  /** Written before it is told, as far as the store lets us: a token that could not be shared is as good as another. */
  const share = (issued: Issued, claim: { readonly version: number; readonly fence: number; readonly holder: string }): Effect.Effect<void> =>
    Effect.gen(function*() {
      const sealed = yield* seal.seal(codec.encode(recordOf(issued, yield* Time.now)), context)
      yield* store.commit(key, { ...claim, sealed: Option.some(sealed), retain: issued.lifetime })
    }).pipe(Effect.catchAll(() => Effect.logWarning("The application's token could not be shared: the token store did not take it")))

  const fetch = (claim: { readonly version: number; readonly fence: number; readonly holder: string }): Effect.Effect<Issued, TokenError> =>
    Effect.uninterruptibleMask((restore) =>
      restore(ask).pipe(
        Effect.onError(() => Effect.ignore(store.abort(key, { fence: Option.some(claim.fence), holder: claim.holder }))),
        Effect.tap((issued) => share(issued, claim)),
        Effect.tap(() => count("fetched"))
      ))

  const turn = (replacing: AccessToken | undefined, known: number): Effect.Effect<Issued, TokenError | TokenStoreError> =>
    Effect.gen(function*() {
      const found = yield* look(replacing, known)
      if ("issued" in found) return yield* Effect.as(count("hit"), found.issued)
      const holder = yield* randomToken
      const claim = yield* store.claim(key, { version: found.version, holder, ttl: claimTtl, takeover: "AfterTtl" })
      switch (claim._tag) {
        case "Claimed":
          return yield* fetch({ version: found.version, fence: claim.fence, holder })
        case "Moved":
          return yield* Effect.zipRight(pause(1), turn(replacing, claim.version))
        case "Held":
          yield* count("waited")
          return yield* Effect.zipRight(pause(Duration.toMillis(claim.remaining)), turn(replacing, found.version))
        case "Orphaned":
          return yield* Effect.zipRight(pause(50), turn(replacing, found.version))
      }
    })

  const alone = (error: TokenStoreError): Effect.Effect<Issued, TokenError> => Effect.zipRight(Degraded.report("token", error), ask)

  return (replacing: AccessToken | undefined): Effect.Effect<Issued, TokenError> =>
    Effect.catchTag(turn(replacing, 0), "TokenStoreError", alone)
}
