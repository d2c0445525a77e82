import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Exit from "effect/Exit"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import type * as IdToken from "../IdToken.js"
import {
  OAuthError,
  ReauthorizationRequired,
  RefreshInDoubt,
  TokenStoreError,
  TransportError
} from "../OAuthError.js"
import type { RetryPolicy } from "../RetryPolicy.js"
import * as Telemetry from "../Telemetry.js"
import type { TokenError, UserTokens } from "../TokenEndpoint.js"
import * as TokenEndpoint from "../TokenEndpoint.js"
import type * as TokenSeal from "../TokenSeal.js"
import type * as TokenStore from "../TokenStore.js"
import type * as UserAuth from "../UserAuth.js"
import * as Failures from "./failures.js"
import * as Metrics from "./metrics.js"
import * as Retry from "./retry.js"
import { randomToken } from "./secureRandom.js"
import * as SessionRecord from "./sessionRecord.js"
import * as Time from "./time.js"
import type { Received, TokenClient } from "./tokenClient.js"
import type { Fetch, Issued } from "./tokenHolder.js"

/**
 * When a refresh token whose answer was lost may be sent again: `Observed` where the server was seen not to rotate,
 * `Never`, or `Harmless` where the operator knows that it does not.
 */
type ReplayPolicy = "Observed" | "Never" | "Harmless"

export interface RefreshOptions {
  readonly key: TokenStore.Key
  readonly store: TokenStore.Service
  readonly seal: TokenSeal.Service
  readonly sealContext: string
  readonly codec: SessionRecord.Codec
  readonly tokenClient: TokenClient
  readonly verifier: IdToken.Verifier
  readonly tokenUrl: string
  readonly clientId: string
  readonly policy: RetryPolicy
  readonly timeout: Duration.DurationInput
  readonly retain: Duration.Duration
  readonly replay: ReplayPolicy
  /** How long a doubt may resolve before the user is sent to log in again, counted from the end of the claim. */
  readonly maxDoubt: Duration.DurationInput
  /** The layer's: what has to be told to the store goes on in it. */
  readonly scope: Scope.Scope
}

const margin = 5_000

/** Answers that prove that the value was not used up: no connection was made, or the server said "too many". */
export const isProvablyUnused = (error: TokenError): boolean =>
  error._tag === "ThrottledError" || (error._tag === "TransportError" && !error.mayHaveBeenProcessed)

/** `invalid_grant` ends the session, unless it is about the grant_type parameter: that is a fault of the request. */
const endsSession = (error: TokenError): boolean =>
  error._tag === "OAuthError" && error.error === "invalid_grant" && !error.isRetryable &&
  !(error.errorDescription ?? "").includes("grant_type")

/** The server may have used the value up without our seeing the answer. */
export const isDoubt = (error: TokenError): boolean =>
  !isProvablyUnused(error) && (error instanceof OAuthError ? error.isRetryable : !(error instanceof TransportError && error.reason === "redirect"))

/**
 * Why a session is gone that this process has seen: a log-out leaves its version behind for a while, a store that lost its
 * records does not. Asking for a version that cannot be is answered by the one that is.
 */
export const absent = (store: TokenStore.Service, key: TokenStore.Key): Effect.Effect<never, ReauthorizationRequired | TokenStoreError> =>
  Effect.gen(function*() {
    const holder = yield* randomToken
    const claim = yield* store.claim(key, { version: 1, holder, ttl: Duration.seconds(1), takeover: "Never" })
    const isLost = claim._tag === "Moved" && claim.version === 0
    return yield* new ReauthorizationRequired({ reason: isLost ? "StoreLost" : "NoGrant" })
  })

const count = (outcome: "refreshed" | "adopted" | "waited" | "doubted"): Effect.Effect<void> =>
  Metric.increment(Metric.tagged(Telemetry.sessions, "outcome", outcome))

const countEnd = Metrics.tagged(Telemetry.sessions, "outcome", "reason")

/** A log-out is no loss. */
const countFailure = (error: UserAuth.Error): Effect.Effect<void> => {
  if (error._tag === "RefreshInDoubt") return count("doubted")
  return error._tag === "ReauthorizationRequired" && error.reason !== "NoGrant" ? countEnd("lost", error.reason) : Effect.void
}

/**
 * How one session's token is fetched: from the store if another has renewed it, else by a refresh. Each version of a
 * session is claimed once, by compare-and-set, right before its refresh token is sent, and never taken over in order to
 * send: an answer that is lost leaves a doubt, never a second use. The new pair is committed before anyone sees it.
 */
export const make = (options: RefreshOptions): Fetch<UserAuth.Error> => {
  const { codec, key, seal, sealContext, store } = options
  const patience = Time.millis(options.maxDoubt)
  const claimTtl = Time.millis(options.policy.totalLimit) + Time.millis(options.timeout) + margin
  let highWater = 0
  /** What this process knows of a refresh whose answer it lost. */
  let doubt: { readonly version: number; readonly since: Time.Instant } | undefined

  const read: Effect.Effect<{ entry: TokenStore.Entry; record: SessionRecord.SessionRecord }, ReauthorizationRequired | TokenStoreError> =
    Effect.gen(function*() {
      const found = yield* store.read(key)
      if (Option.isNone(found)) return yield* highWater === 0 ? new ReauthorizationRequired({ reason: "NoGrant" }) : absent(store, key)
      const entry = found.value
      if (entry.version < highWater) return yield* new TokenStoreError({ reason: "Regressed", operation: "read" })
      highWater = entry.version
      const text = yield* seal.open(entry.sealed, sealContext)
      return { entry, record: yield* codec.decode(text) }
    })

  const inDoubt = (since: number) => new RefreshInDoubt({ since: DateTime.unsafeMake(since) })

  const mayReplay = (record: SessionRecord.SessionRecord): boolean =>
    options.replay === "Harmless" || (options.replay === "Observed" && SessionRecord.isObservedHarmless(record))

  /** Repeated until the store answers, for five minutes. The same holder gets the same answer. */
  const persistently = <A>(operation: Effect.Effect<A, TokenStoreError>): Effect.Effect<A, TokenStoreError> =>
    Effect.retry(operation, {
      schedule: Schedule.exponential("50 millis").pipe(Schedule.union(Schedule.spaced("2 seconds")), Schedule.jittered, Schedule.upTo("5 minutes")),
      while: (error) => error.isRetryable
    })

  /** The new pair exists nowhere else. */
  const commit = (request: Parameters<TokenStore.Service["commit"]>[1]) => persistently(store.commit(key, request))

  /**
   * A claim under which nothing was sent. One that stayed would be taken for a lost answer, and cost the session: where the
   * store does not hear it at once, it is told again in the background. Without a fence, for a claim whose own answer was
   * lost and which may stand, or still come.
   */
  const giveUp = (holder: string, fence: Option.Option<number>): Effect.Effect<void> => {
    const abort = store.abort(key, { fence, holder })
    return Effect.catchAll(abort, () => Effect.asVoid(Effect.forkIn(Effect.ignore(persistently(abort)), options.scope)))
  }

  interface Claimed {
    readonly version: number
    readonly fence: number
    readonly holder: string
    readonly record: SessionRecord.SessionRecord
    readonly refreshToken: string
    /** The monotonic instant before the claim. */
    readonly at: number
    /** Reads and decides once more, where the record has moved on meanwhile. */
    readonly again: Effect.Effect<Issued, UserAuth.Error>
  }

  const send = ({ at, record, refreshToken }: Claimed): Effect.Effect<Received<UserTokens>, TokenError> =>
    Retry.withPolicy(options.policy)(
      options.tokenClient.send(
        "refresh_token",
        (credentials) => TokenEndpoint.refreshTokenRequest({ url: options.tokenUrl, credentials, refreshToken: Redacted.make(refreshToken) }),
        TokenEndpoint.refreshTokenResponse,
        at
      ),
      {
        while: (error) => isProvablyUnused(error) || (isDoubt(error) && mayReplay(record)),
        retryAfter: Failures.retryAfterOf
      }
    )

  /** A `sub` that changes, or a signature that is wrong, ends the session; keys that cannot be fetched do not. */
  const isTrustworthy = (tokens: UserTokens, record: SessionRecord.SessionRecord): Effect.Effect<boolean> =>
    tokens.idToken === undefined || record.subject === undefined
      ? Effect.succeed(true)
      : options.verifier.verify(tokens.idToken, {
        clientId: options.clientId,
        nonce: undefined,
        subject: record.subject
      }).pipe(
        Effect.as(true),
        Effect.catchTag("KeysUnavailable", () => Effect.succeed(true)),
        Effect.catchTag("AuthorizationError", () => Effect.succeed(false))
      )

  /** Ends the session if the stored token is still the one that was sent; a newer log-in stays. */
  const end = ({ fence, holder, version }: Claimed) =>
    commit({ version, fence, holder, sealed: Option.none(), retain: Duration.minutes(10) })

  const onAnswer = (claimed: Claimed, { requestedAt, tokens }: Received<UserTokens>): Effect.Effect<Issued, UserAuth.Error> =>
    Effect.gen(function*() {
      const { fence, holder, record, version } = claimed
      if (!(yield* isTrustworthy(tokens, record))) {
        yield* end(claimed)
        return yield* new ReauthorizationRequired({ reason: "Refused" })
      }
      const now = yield* Time.now
      const next = SessionRecord.fromTokens({
        tokens,
        previous: record,
        requestedScopes: record.scopes,
        subject: record.subject,
        elapsed: Math.max(0, now.mono - requestedAt.mono)
      })
      const sealed = yield* seal.seal(codec.encode(next), sealContext)
      const done = yield* commit({ version, fence, holder, sealed: Option.some(sealed), retain: options.retain })
      // Fenced: a newer log-in stands there. Ours is dropped, theirs is read.
      if (done._tag === "Fenced") return yield* claimed.again
      highWater = done.version
      yield* count("refreshed")
      return SessionRecord.toIssued(next, { age: Duration.zero }, now)
    })

  const onFailure = (claimed: Claimed, error: TokenError, sentAt: Time.Instant): Effect.Effect<Issued, UserAuth.Error> =>
    Effect.gen(function*() {
      if (endsSession(error)) {
        const ended = yield* end(claimed)
        return ended._tag === "Fenced" ? yield* claimed.again : yield* new ReauthorizationRequired({ reason: "Refused" })
      }
      if (isDoubt(error) && !mayReplay(claimed.record)) {
        doubt = { version: claimed.version, since: sentAt }
        return yield* inDoubt(sentAt.wall)
      }
      yield* giveUp(claimed.holder, Option.some(claimed.fence))
      return yield* error
    })

  /** From the answer to the commit nothing may be interrupted: the old refresh token may already be worthless. */
  const exchange = (claimed: Claimed): Effect.Effect<Issued, UserAuth.Error> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Time.now, (sentAt) =>
        Effect.exit(restore(send(claimed))).pipe(
          Effect.flatMap(Exit.matchEffect({
            onSuccess: (received) => onAnswer(claimed, received),
            onFailure: (cause) =>
              cause._tag === "Fail" ? onFailure(claimed, cause.error, sentAt) : Effect.failCause(cause)
          }))
        ))
    )

  /** The budget, a last look at the clock, and the request. What ends it before anything is sent gives the claim up. */
  const proceed = (claimed: Claimed): Effect.Effect<Issued, UserAuth.Error> => {
    const abandon = giveUp(claimed.holder, Option.some(claimed.fence))
    return Effect.uninterruptibleMask((restore) =>
      Effect.gen(function*() {
        yield* restore(options.tokenClient.takeBudget("refresh_token", options.tokenUrl)).pipe(Effect.onError(() => abandon))
        // A pause since the claim: others may take it for orphaned before our request could end.
        if ((yield* Time.monotonicNow) - claimed.at > margin) return yield* Effect.zipRight(abandon, restore(claimed.again))
        return yield* restore(exchange(claimed))
      })
    )
  }

  const refresh = (
    entry: TokenStore.Entry,
    record: SessionRecord.SessionRecord,
    again: Effect.Effect<Issued, UserAuth.Error>
  ): Effect.Effect<Issued, UserAuth.Error> =>
    Effect.gen(function*() {
      const { version } = entry
      const { refreshToken } = record
      if (refreshToken === undefined) return yield* new ReauthorizationRequired({ reason: "NoRefreshToken" })
      const asked = yield* Time.now
      if (doubt?.version === version) {
        return asked.mono < doubt.since.mono + claimTtl + patience
          ? yield* inDoubt(doubt.since.wall)
          : yield* new ReauthorizationRequired({ reason: "RefreshInDoubt" })
      }
      const holder = yield* randomToken
      const claim = yield* store.claim(key, {
        version,
        holder,
        ttl: Duration.millis(claimTtl),
        takeover: mayReplay(record) ? "AfterTtl" : "Never"
      }).pipe(Effect.onError(() => giveUp(holder, Option.none())))
      switch (claim._tag) {
        case "Moved":
          return yield* again
        case "Held": {
          // Another process is sending: look again soon, and not all at once.
          yield* count("waited")
          const pause = yield* Random.nextIntBetween(25, 50)
          yield* Effect.sleep(Math.min(pause, Duration.toMillis(claim.remaining) + 1))
          return yield* again
        }
        case "Orphaned": {
          const overdue = Duration.toMillis(claim.overdue)
          return overdue < patience
            ? yield* inDoubt(asked.wall - overdue - claimTtl)
            : yield* new ReauthorizationRequired({ reason: "RefreshInDoubt" })
        }
        case "Claimed":
          return yield* proceed({ version, fence: claim.fence, holder, record, refreshToken, at: asked.mono, again })
      }
    })

  const fetch: Fetch<UserAuth.Error> = (asked) =>
    Effect.gen(function*() {
      const { entry, record } = yield* read
      const issued = SessionRecord.toIssued(record, entry, yield* Time.now)
      const left = record.lifetime - record.elapsed - Duration.toMillis(entry.age)
      const isNews = asked.replacing === undefined || !Equal.equals(asked.replacing.value, issued.value)
      if (left <= 0 || !isNews) return yield* refresh(entry, record, Effect.suspend(() => fetch(asked)))
      if (asked.replacing !== undefined) yield* count("adopted")
      return issued
    })

  return (asked) => Effect.tapError(fetch(asked), countFailure)
}
