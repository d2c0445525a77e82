import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Function from "effect/Function"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import type { Options } from "../AuthorizationCode.js"
import { ReauthorizationRequired, type TokenStoreError, TransportError } from "../OAuthError.js"
import type * as TokenSource from "../TokenSource.js"
import type * as TokenStore from "../TokenStore.js"
import type * as UserAuth from "../UserAuth.js"
import * as Absence from "./absence.js"
import * as Failures from "./failures.js"
import type { LoggedIn } from "./login.js"
import { Lru } from "./lru.js"
import * as Refresh from "./refresh.js"
import { sha256 } from "./secureRandom.js"
import * as SessionRecord from "./sessionRecord.js"
import * as Time from "./time.js"
import * as TokenHolder from "./tokenHolder.js"
import type { UserGrant } from "./userGrant.js"

/** One per session, as long as it is in use: what is known of its token, and of APIs that refuse it, hangs on it. */
type SessionSource = TokenSource.TokenSource<"User", UserAuth.Error> & Pick<TokenHolder.TokenHolder<UserAuth.Error>, "isBusy">

/** Steps 3 and 4 of "OAuth U2M in a nutshell": sessions in the store, from the log-in to the log-out. */
export interface Sessions {
  readonly begin: (id: string, loggedIn: LoggedIn) => Effect.Effect<void, TokenStoreError>
  readonly source: (id: string) => Effect.Effect<TokenSource.TokenSource<"User", UserAuth.Error>, ReauthorizationRequired | TokenStoreError>
  /** The `sub` that logged in, where an id_token told it. */
  readonly subject: (id: string) => Effect.Effect<string | undefined, TokenStoreError>
  readonly end: (id: string) => Effect.Effect<void, TokenStoreError>
}

/** A user waits for it: some 700 ms beside the store's own time limit. */
const briefly = {
  schedule: Schedule.intersect(Schedule.exponential("100 millis"), Schedule.recurs(3)),
  while: (error: TokenStoreError) => error.isRetryable
}

/** Elsewhere renewed too: ahead enough that a doubt can resolve before anyone waits. */
const renewalWindowOf = ({ durability }: TokenStore.Service, renewAhead: number) =>
  durability === "Process"
    ? TokenHolder.proportionalWindow(renewAhead)
    : (lifetime: number) => ({ earliest: lifetime * 0.25, latest: lifetime * 0.2 })

export const make = (grant: UserGrant, options: Options): Effect.Effect<Sessions, never, Scope.Scope> =>
  Effect.gen(function*() {
    const { environment, owner, seal, store, tokenClient, tokenUrl } = grant
    const retain = Duration.decode(options.retainSessions ?? "90 days")
    const renewalWindow = renewalWindowOf(store, Time.millis(options.renewAhead ?? "30 seconds"))
    const codec = yield* SessionRecord.codec
    const scope = yield* Effect.scope
    const absence = Absence.make(scope)
    const sources = new Lru<TokenStore.Key, SessionSource>(options.capacity ?? 10_000, (source) => source.isBusy())

    const keyOf = (id: string): Effect.Effect<TokenStore.Key> =>
      Effect.map(sha256(`${owner} ${id}`), (hash) => `session:${hash}`)
    const sealContext = (key: TokenStore.Key): string => `${owner} ${key}`

    const begin: Sessions["begin"] = (id, { claims, requestedAt, requestedScopes, scopes, tokens }) =>
      Effect.gen(function*() {
        const key = yield* keyOf(id)
        const now = yield* Time.monotonicNow
        const record = SessionRecord.fromTokens({
          tokens: { ...tokens, scopes },
          previous: undefined,
          requestedScopes,
          subject: Option.getOrUndefined(Option.map(claims, (verified) => Redacted.value(verified).sub)),
          elapsed: Math.max(0, now - requestedAt.mono)
        })
        const sealed = yield* seal.seal(codec.encode(record), sealContext(key))
        // The tokens exist nowhere else, and writing them twice does no harm.
        yield* Effect.retry(store.replace(key, Option.some(sealed), retain), briefly)
        sources.delete(key)
      })

    const makeSource = (key: TokenStore.Key): Effect.Effect<SessionSource> =>
      TokenHolder.make<UserAuth.Error>({
        target: tokenUrl,
        fetch: Refresh.make({
          ...grant,
          key,
          sealContext: sealContext(key),
          codec,
          retain,
          replay: options.replay ?? "Observed",
          maxDoubt: options.maxDoubt ?? "30 seconds",
          scope
        }),
        renewalWindow,
        blocking: Failures.blocking,
        revision: tokenClient.revision,
        waitLimit: {
          duration: options.maxWait ?? "30 seconds",
          onTimeout: () => new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: tokenUrl })
        }
      }).pipe(
        Effect.map((holder): SessionSource => ({ kind: "User", environment, ...holder })),
        Effect.provideService(Scope.Scope, scope)
      )

    const find = (key: TokenStore.Key): Effect.Effect<SessionSource, ReauthorizationRequired | TokenStoreError> =>
      Effect.gen(function*() {
        const entry = yield* store.read(key)
        if (Option.isNone(entry)) {
          const wasKnown = sources.get(key) !== undefined
          sources.delete(key)
          return yield* wasKnown ? Refresh.absent(store, key) : new ReauthorizationRequired({ reason: "NoGrant" })
        }
        return sources.get(key) ?? sources.getOrMake(key, Function.constant(yield* makeSource(key)))
      })

    const source: Sessions["source"] = (id) =>
      Effect.flatMap(keyOf(id), (key) => {
        const known = sources.get(key)
        // While the store is away, a session that this process knows goes on until its access token ends.
        return known === undefined ? find(key) : absence.outlast(find(key), known)
      })

    const subject: Sessions["subject"] = (id) =>
      Effect.gen(function*() {
        const key = yield* keyOf(id)
        const entry = yield* store.read(key)
        if (Option.isNone(entry)) return undefined
        const text = yield* seal.open(entry.value.sealed, sealContext(key))
        return (yield* codec.decode(text)).subject
      })

    const end: Sessions["end"] = (id) =>
      Effect.gen(function*() {
        const key = yield* keyOf(id)
        yield* store.replace(key, Option.none(), Duration.minutes(10))
        sources.delete(key)
      })

    return { begin, source, subject, end }
  })
