/**
 * A budget of requests, kept before Orange has to refuse: token requests refuse, API calls queue.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import { Lru } from "./internal/lru.js"
import { SlidingWindow } from "./internal/slidingWindow.js"
import * as Time from "./internal/time.js"
import * as Limits from "./Limits.js"
import { ThrottledError } from "./OAuthError.js"

/**
 * A budget that several layers of one process share. Without it each grant's layer keeps a token budget of its own, and
 * API calls are not limited before sending: provide it where one application has several layers, or where calls should
 * queue instead of running into Orange's 403.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { ClientCredentials, OrangeHttpClient, RequestBudget } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * const Client = OrangeHttpClient.layer().pipe(
 *   Layer.provide(ClientCredentials.layerConfig()),
 *   Layer.provide(RequestBudget.layer())
 * )
 * ```
 */
export class RequestBudget extends Context.Tag("@effect-orange/core/RequestBudget")<RequestBudget, Service>() {}

/**
 * What the budget does.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { RequestBudget } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const oneMore = Effect.flatMap(RequestBudget.RequestBudget, (budget) => budget.apiCall("sms"))
 * ```
 */
export interface Service {
  /** Takes one token request of the given key (token URL and client id), or refuses at once. */
  readonly tokenRequest: (key: { readonly tokenUrl: string; readonly clientId: string }) => Effect.Effect<void, ThrottledError>
  /** Takes one call of an API, waiting its turn; refuses at once where the wait would exceed `maxWait`. Interruptible. */
  readonly apiCall: (api: string) => Effect.Effect<void, ThrottledError>
}

/**
 * Limits of a budget.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { RequestBudget } from "@effect-orange/core"
 *
 * const options: RequestBudget.Options = { apis: { sms: { limit: 5, window: "1 second" } }, maxWait: "1 minute" }
 * ```
 */
export interface Options {
  /** Token requests per token URL and client. 45 in 61 s by default, for Orange's 50 a minute. */
  readonly tokenRequests?: Limits.Limit | undefined
  /** Calls over all APIs. 25 a second by default; a budget stands for one application. */
  readonly apiCalls?: Limits.Limit | undefined
  /** Further limits by API name. */
  readonly apis?: Readonly<Record<string, Limits.Limit>> | undefined
  /** How long a call may queue. 10 s by default. */
  readonly maxWait?: Duration.DurationInput | undefined
}

const isYielding = FiberRef.unsafeMake(false)

/**
 * Lets others go first: of the calls that wait in a budget, those of the given effect go when no other waits. For work
 * that has time, such as a long list of messages beside single ones that a person waits for. A steady stream of others
 * holds such calls back for as long as it lasts.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { RequestBudget } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const newsletter = (sends: ReadonlyArray<Effect.Effect<void>>) =>
 *   RequestBudget.yielding(Effect.all(sends, { concurrency: 5, discard: true }))
 * ```
 */
export const yielding: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> = Effect.locally(isYielding, true)

type Ticket = Deferred.Deferred<void>

/** One at a time, in the order of arrival, those who yield last. (Effect's semaphore lets a newcomer pass those who wait.) */
const makeLine = () => {
  let turn: Ticket | undefined
  const [first, last]: readonly [Array<Ticket>, Array<Ticket>] = [[], []]
  const admit = Effect.suspend(() => {
    if (turn !== undefined) return Effect.void
    turn = first.shift() ?? last.shift()
    return turn === undefined ? Effect.void : Deferred.succeed(turn, undefined)
  })
  const leave = (row: Array<Ticket>, ticket: Ticket) =>
    Effect.suspend(() => {
      if (turn === ticket) turn = undefined
      else row.splice(row.indexOf(ticket), 1)
      return admit
    })
  return {
    /** How many go before one who comes now. */
    ahead: (yields: boolean) => (turn === undefined ? 0 : 1) + first.length + (yields ? last.length : 0),
    withTurn: <A, E>(yields: boolean, effect: Effect.Effect<A, E>): Effect.Effect<A, E> => {
      const row = yields ? last : first
      return Effect.acquireUseRelease(
        Effect.tap(Deferred.make<void>(), (ticket) => {
          row.push(ticket)
          return admit
        }),
        (ticket) => Effect.zipRight(Deferred.await(ticket), effect),
        (ticket) => leave(row, ticket)
      )
    }
  }
}

/** A line in front of a window: its first waits for the window, the others behind it. */
const makeQueue = (limit: Limits.Limit, maxWait: number) => {
  const window = new SlidingWindow(limit)
  const line = makeLine()

  const take: Effect.Effect<void> = Effect.flatMap(Time.monotonicNow, (now) => {
    const wait = window.tryTake(now)
    return wait === 0 ? Effect.void : Effect.zipRight(Effect.sleep(wait), take)
  })

  return (target: string): Effect.Effect<void, ThrottledError> =>
    Effect.flatMap(Effect.zip(Time.monotonicNow, FiberRef.get(isYielding)), ([now, yields]) => {
      const wait = window.wait(now, line.ahead(yields))
      return wait > maxWait
        ? Effect.fail(new ThrottledError({ source: "Budget", retryAfter: Duration.millis(wait), target }))
        : line.withTurn(yields, take)
    })
}

/**
 * A budget in this process.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { RequestBudget } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(RequestBudget.make(), (budget) => budget.apiCall("poi"))
 * ```
 */
export const make = (options: Options = {}): Effect.Effect<Service> =>
  Effect.sync(() => {
    const tokenLimit = options.tokenRequests ?? Limits.tokenRequests
    const maxWait = Time.millis(options.maxWait ?? "10 seconds")
    const tokenWindows = new Lru<string, SlidingWindow>(10_000)
    const all = makeQueue(options.apiCalls ?? Limits.apiCalls, maxWait)
    const byApi = new Map(Object.entries(options.apis ?? {}).map(([api, limit]) => [api, makeQueue(limit, maxWait)]))
    return {
      tokenRequest: ({ clientId, tokenUrl }) =>
        Effect.flatMap(Time.monotonicNow, (now) => {
          const window = tokenWindows.getOrMake(`${tokenUrl} ${clientId}`, () => new SlidingWindow(tokenLimit))
          const wait = window.tryTake(now)
          return wait === 0
            ? Effect.void
            : Effect.fail(new ThrottledError({ source: "Budget", retryAfter: Duration.millis(wait), target: tokenUrl }))
        }),
      apiCall: (api) => {
        const own = byApi.get(api)
        return own === undefined ? all(api) : Effect.zipRight(own(api), all(api))
      }
    }
  })

/**
 * `make` as a layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { RequestBudget } from "@effect-orange/core"
 *
 * const Budget = RequestBudget.layer({ apis: { sms: { limit: 5, window: "1 second" } } })
 * ```
 */
export const layer = (options: Options = {}): Layer.Layer<RequestBudget> => Layer.effect(RequestBudget, make(options))
