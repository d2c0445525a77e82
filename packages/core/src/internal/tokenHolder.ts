import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import * as FiberRefs from "effect/FiberRefs"
import * as Function from "effect/Function"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as SynchronizedRef from "effect/SynchronizedRef"
import { AccessToken } from "../AccessToken.js"
import { ThrottledError } from "../OAuthError.js"
import type { UseContext } from "../TokenSource.js"
import { Rejections } from "./rejections.js"
import * as Time from "./time.js"

/**
 * One key's token in memory: what is held, the one request in flight, and what keeps the key from sending. Both grants
 * stand on it; they differ in how a token is fetched.
 */
export interface TokenHolder<E> {
  readonly token: Effect.Effect<AccessToken, E | ThrottledError>
  readonly renew: (rejected: AccessToken, context?: UseContext) => Effect.Effect<AccessToken, E | ThrottledError>
  readonly accepted: (token: AccessToken, context: UseContext) => void
  /** Whether a request is in flight; such a holder must not be forgotten. */
  readonly isBusy: () => boolean
}

/** A token as a fetch brings it. Its life is counted from `requestedAt`, the instant before its request was sent. */
export interface Issued {
  readonly value: Redacted.Redacted<string>
  readonly scopes: ReadonlyArray<string>
  readonly requestedAt: Time.Instant
  readonly lifetime: Duration.Duration
}

/** How a flight is to behave: with callers waiting for it, or ahead of time while the old token still serves. */
type Urgency = "foreground" | "background"

export interface Fetch<E> {
  (options: {
    readonly urgency: Urgency
    /** The token that is to be replaced: rejected, or due. A store may hold its successor already. */
    readonly replacing: AccessToken | undefined
  }): Effect.Effect<Issued, E>
}

export interface Options<E> {
  /** Names the key in errors; never a secret. */
  readonly target: string
  readonly fetch: Fetch<E>
  /** Milliseconds before the end of a life of so many milliseconds in which renewal begins: earliest and latest. */
  readonly renewalWindow: (lifetime: number) => { readonly earliest: number; readonly latest: number }
  /** After this failure the key sends nothing for a while: a wait that the server named, or parking. */
  readonly blocking: (error: E) => "park" | Duration.Duration | undefined
  /** The revision of the credentials: a key that was parked is tried again under the next. */
  readonly revision?: () => number
  /** How long a caller waits for a flight, where flights may last longer than a caller should wait. */
  readonly waitLimit?: { readonly duration: Duration.DurationInput; readonly onTimeout: () => E } | undefined
}

interface Held {
  readonly token: AccessToken
  /** `Effect.succeed(token)`, made once: the warm path allocates nothing. */
  readonly success: Effect.Effect<AccessToken>
  readonly ends: Time.Instant
  readonly renewAt: Time.Instant
  /** Of `renewAt`, as the clock tells it. */
  readonly renewAtNanos: bigint
  readonly dead: boolean
  /** Failed renewals so far, and the instant before which the next is not tried. */
  readonly failures: number
  readonly nextAttempt: number
}

interface Flight<E> {
  readonly urgency: Urgency
  readonly revision: number
  readonly deferred: Deferred.Deferred<AccessToken, E>
  waiters: number
}

interface Block<E> {
  readonly error: E
  readonly until: number
  /** How long the next parking will last. */
  readonly nextPark: number
  /** Of the credentials under which it happened. Others are not parked for it; a wait that the server named is everybody's. */
  readonly revision: number
  readonly isParked: boolean
}

interface State<E> {
  readonly held: Held | undefined
  readonly flight: Flight<E> | undefined
  readonly block: Block<E> | undefined
  readonly generation: number
}

const firstPark = 30_000
const longestPark = 15 * 60_000
const longestThrottle = 3_600_000
const attemptsPerWindow = 3
const maxWaiters = 20_000

/** Valid only while both hands say so: a clock set back revives nothing, a clock set forward costs one renewal. */
const isValid = (held: Held, now: Time.Instant): boolean =>
  !held.dead && now.wall < held.ends.wall && now.mono < held.ends.mono

/** Valid, and not due for renewal: the instant of renewal is never after the end. */
const isQuiet = (held: Held, clock: Clock.Clock): boolean =>
  !held.dead && clock.unsafeCurrentTimeMillis() < held.renewAt.wall && clock.unsafeCurrentTimeNanos() < held.renewAtNanos

const isDue = (held: Held, now: Time.Instant): boolean =>
  (now.mono >= held.renewAt.mono || now.wall >= held.renewAt.wall) &&
  held.failures < attemptsPerWindow && now.mono >= held.nextAttempt

const shift = (instant: Time.Instant, by: number): Time.Instant => ({ wall: instant.wall + by, mono: instant.mono + by })

export const make = <E>(options: Options<E>): Effect.Effect<TokenHolder<E>, never, Scope.Scope> =>
  Effect.gen(function*() {
    const scope = yield* Effect.scope
    // Taken in a fork: a layer that is built beside others runs with an override of where its children belong, which a
    // flight must not inherit; they would outlive it.
    const layerRefs = yield* Effect.flatMap(Effect.fork(Effect.getFiberRefs), Fiber.join)
    /** The state once more, for the warm path: reading it where it lives costs as much as everything else together. */
    let latest: State<E> = { held: undefined, flight: undefined, block: undefined, generation: 0 }
    const ref = yield* SynchronizedRef.make(latest)
    const rejections = new Rejections()

    const change = <A>(f: (state: State<E>) => Effect.Effect<readonly [A, State<E>]>): Effect.Effect<A> =>
      SynchronizedRef.modifyEffect(ref, (state) =>
        Effect.tap(f(state), ([, next]) => {
          latest = next
        }))

    /** A flight belongs to the layer: it takes nothing from the caller who happened to start it, annotations included. */
    const asLayer = <A, E2>(effect: Effect.Effect<A, E2>): Effect.Effect<A, E2> =>
      Effect.setFiberRefs(layerRefs).pipe(
        Effect.zipRight(effect),
        Effect.locally(
          FiberRef.currentLogAnnotations,
          Option.getOrElse(FiberRefs.get(layerRefs, FiberRef.currentLogAnnotations), () => HashMap.empty<string, unknown>())
        )
      )

    const hold = (issued: Issued, generation: number): Effect.Effect<Held> =>
      Effect.map(Random.next, (draw) => {
        const lifetime = Duration.toMillis(issued.lifetime)
        const { earliest, latest } = options.renewalWindow(lifetime)
        const ends = shift(issued.requestedAt, lifetime)
        const token = new AccessToken({
          value: issued.value,
          scopes: issued.scopes,
          issuedAt: DateTime.unsafeMake(issued.requestedAt.wall),
          expiresAt: DateTime.unsafeMake(ends.wall),
          generation
        })
        const renewAt = shift(ends, -(earliest - draw * (earliest - latest)))
        return {
          token,
          success: Effect.succeed(token),
          ends,
          renewAt,
          renewAtNanos: BigInt(Math.floor(renewAt.mono * 1e6)),
          dead: false,
          failures: 0,
          nextAttempt: -Infinity
        }
      })

    const revision = options.revision ?? Function.constant(0)

    const blockAfter = (state: State<E>, error: E, now: number, mine: Flight<E>): Block<E> | undefined => {
      const blocking = options.blocking(error)
      if (blocking === undefined) return undefined
      const park = state.block?.revision === mine.revision ? state.block.nextPark : firstPark
      return blocking === "park"
        ? { error, until: now + park, nextPark: Math.min(2 * park, longestPark), revision: mine.revision, isParked: true }
        : {
          error,
          until: now + Math.min(Duration.toMillis(blocking), longestThrottle),
          nextPark: park,
          revision: mine.revision,
          isParked: false
        }
    }

    const afterFailure = (state: State<E>, error: E, now: Time.Instant, mine: Flight<E>): State<E> => ({
      ...state,
      flight: undefined,
      block: blockAfter(state, error, now.mono, mine) ?? state.block,
      held: state.held === undefined ? undefined : {
        ...state.held,
        failures: state.held.failures + 1,
        // What is left of its life is shared between the attempts that are left.
        nextAttempt: now.mono + Math.max(0, state.held.ends.mono - now.mono) / attemptsPerWindow
      }
    })

    /** First the state, then those who wait: whoever is told finds the state as it was told. */
    const settle = (mine: Flight<E>) => (exit: Exit.Exit<Issued, E>): Effect.Effect<void> =>
      change((state) =>
        Effect.gen(function*() {
          if (Exit.isSuccess(exit)) {
            const generation = state.generation + 1
            const held = yield* hold(exit.value, generation)
            const next: State<E> = { held, flight: undefined, block: undefined, generation }
            return [Exit.succeed(held.token) as Exit.Exit<AccessToken, E>, next] as const
          }
          const error = Cause.failureOption(exit.cause)
          const next = Option.isNone(error)
            ? { ...state, flight: undefined }
            : afterFailure(state, error.value, yield* Time.now, mine)
          return [Exit.failCause(exit.cause), next] as const
        })).pipe(
          Effect.flatMap((exit) => Deferred.done(mine.deferred, exit)),
          Effect.asVoid
        )

    /**
     * Starts a flight in the layer's scope. Called under the state's lock and in an uninterruptible region; the fetch is
     * interruptible all the same, whatever the caller is: else a closing scope would wait for its answer.
     */
    const takeOff = (urgency: Urgency, replacing: AccessToken | undefined): Effect.Effect<Flight<E>> =>
      Effect.gen(function*() {
        const flight: Flight<E> = { urgency, revision: revision(), deferred: yield* Deferred.make<AccessToken, E>(), waiters: 0 }
        yield* Effect.interruptible(options.fetch({ urgency, replacing })).pipe(
          Effect.exit,
          Effect.flatMap(settle(flight)),
          asLayer,
          Effect.forkIn(scope)
        )
        return flight
      })

    type Step = { readonly done: Effect.Effect<AccessToken, E | ThrottledError> } | { readonly join: Flight<E> }

    const blocked = (block: Block<E>, now: number): Effect.Effect<never, E | ThrottledError> => {
      const { error } = block
      return Effect.fail(
        error instanceof ThrottledError
          ? new ThrottledError({ ...error, retryAfter: Duration.millis(block.until - now) })
          : error
      )
    }

    const isBlocked = (state: State<E>, now: Time.Instant): boolean =>
      state.block !== undefined && now.mono < state.block.until &&
      (!state.block.isParked || state.block.revision === revision())

    /** Under the lock: what a caller gets, and whether a flight must start for it. */
    const board = (state: State<E>, now: Time.Instant): Effect.Effect<readonly [Step, State<E>]> => {
      const { flight, held } = state
      if (held !== undefined && isValid(held, now)) {
        const step: Step = { done: held.success }
        return flight === undefined && isDue(held, now) && !isBlocked(state, now)
          ? Effect.map(takeOff("background", held.token), (started) => [step, { ...state, flight: started }] as const)
          : Effect.succeed([step, state] as const)
      }
      if (flight !== undefined) return Effect.succeed([{ join: flight }, state] as const)
      if (isBlocked(state, now)) return Effect.succeed([{ done: blocked(state.block!, now.mono) }, state] as const)
      return Effect.map(takeOff("foreground", undefined), (started) => [{ join: started }, { ...state, flight: started }] as const)
    }

    const { waitLimit } = options
    const patience = <A>(wait: Effect.Effect<A, E>): Effect.Effect<A, E> =>
      waitLimit === undefined ? wait : Effect.timeoutFail(wait, waitLimit)

    /** Waits for a flight without any hold on it: whoever leaves, leaves the others alone. */
    const join = (flight: Flight<E>): Effect.Effect<AccessToken, E | ThrottledError> =>
      Effect.suspend((): Effect.Effect<AccessToken, E | ThrottledError> => {
        if (flight.waiters >= maxWaiters) {
          return Effect.fail(new ThrottledError({ source: "Queue", retryAfter: Duration.seconds(1), target: options.target }))
        }
        flight.waiters++
        const landed = Effect.ensuring(patience(Deferred.await(flight.deferred)), Effect.sync(() => flight.waiters--))
        // A flight ahead of time makes a single attempt; whoever now really needs a token gets a flight of their own.
        return flight.urgency === "background" ? Effect.catchAll(landed, () => token) : landed
      })

    /** Decides under the lock, and waits outside it. Only the wait can be interrupted. */
    const enter = (
      decide: (state: State<E>, now: Time.Instant) => Effect.Effect<readonly [Step, State<E>]>
    ): Effect.Effect<AccessToken, E | ThrottledError> =>
      Effect.uninterruptibleMask((restore) =>
        change((state) => Effect.flatMap(Time.now, (now) => decide(state, now))).pipe(
          Effect.flatMap((step) => restore("done" in step ? step.done : join(step.join)))
        )
      )

    const acquire = enter(board)

    /** The usual case of a storm: no lock for those who only join. */
    const joinOrAcquire: Effect.Effect<AccessToken, E | ThrottledError> = Effect.flatMap(SynchronizedRef.get(ref), ({ flight, held }) =>
      Effect.flatMap(Time.now, (now) =>
        flight !== undefined && flight.urgency === "foreground" && (held === undefined || !isValid(held, now)) ? join(flight) : acquire))

    const token: Effect.Effect<AccessToken, E | ThrottledError> = Effect.clockWith((clock) => {
      const { held } = latest
      return held !== undefined && isQuiet(held, clock) ? held.success : joinOrAcquire
    })

    const renew = (rejected: AccessToken, context?: UseContext): Effect.Effect<AccessToken, E | ThrottledError> =>
      enter((state, now): Effect.Effect<readonly [Step, State<E>]> => {
        const { flight, held } = state
        // By value: someone else has renewed it already, or nothing is held.
        if (held === undefined || !Equal.equals(held.token.value, rejected.value)) {
          return board(state, now)
        }
        if (flight !== undefined) return Effect.succeed([{ join: flight }, state] as const)
        const verdict = rejections.rejected(context?.api ?? "", held.token.generation, now.mono)
        if (!verdict.renew) return Effect.succeed([{ done: held.success }, state] as const)
        if (isBlocked(state, now)) return Effect.succeed([{ done: blocked(state.block!, now.mono) }, state] as const)
        return Effect.map(takeOff("foreground", held.token), (started) =>
          [{ join: started }, { ...state, flight: started, held: { ...held, dead: held.dead || verdict.dead } }] as const)
      })

    return {
      token,
      renew,
      accepted: (accepted, context) => rejections.accepted(context.api, accepted.generation),
      isBusy: () => latest.flight !== undefined
    }
  })

/**
 * Renewal of a token ahead of its end: W = min(`ahead`, a tenth of its life), the instant drawn in [end - W, end - W/2].
 * In proportion, so that a token of a minute is not renewed at every call, and drawn, so that replicas do not move as one.
 */
export const proportionalWindow = (ahead: number) => (lifetime: number): { readonly earliest: number; readonly latest: number } => {
  const window = Math.min(ahead, lifetime / 10)
  return { earliest: window, latest: window / 2 }
}
