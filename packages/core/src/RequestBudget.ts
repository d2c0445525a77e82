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
import * as Degraded from "./internal/degraded.js"
import { Lru } from "./internal/lru.js"
import { sha256 } from "./internal/secureRandom.js"
import { SlidingWindow } from "./internal/slidingWindow.js"
import * as Time from "./internal/time.js"
import * as Limits from "./Limits.js"
import type { TokenStoreError } from "./OAuthError.js"
import { ThrottledError } from "./OAuthError.js"
import * as TokenStore from "./TokenStore.js"

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
 * A token request that asks for its place. Without a `grant` it has no claim to the places that are kept.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { RequestBudget } from "@effect-orange/core"
 *
 * const request: RequestBudget.TokenRequest = {
 *   tokenUrl: "https://api.orange.com/oauth/v3/token",
 *   clientId: "my-app",
 *   grant: "client_credentials"
 * }
 * ```
 */
export interface TokenRequest {
  readonly tokenUrl: string
  readonly clientId: string
  readonly grant?: string | undefined
}

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
  /**
   * Takes one token request of the given token URL and client id, or refuses at once. Some places are kept for
   * `client_credentials` (`Limits.keptForApplication`).
   */
  readonly tokenRequest: (request: TokenRequest) => Effect.Effect<void, ThrottledError>
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
        ? Effect.fail(refused(target, wait))
        : line.withTurn(yields, take)
    })
}

const refused = (tokenUrl: string, wait: Duration.DurationInput) =>
  new ThrottledError({ source: "Budget", retryAfter: Duration.decode(wait), target: tokenUrl })

const keptFrom = ({ grant }: TokenRequest, { limit }: Limits.Limit): number =>
  grant === "client_credentials" ? 0 : Limits.keptForApplication(limit)

/** Token requests as this process counts them. */
const makeTokenWindows = (limit: Limits.Limit) => {
  const windows = new Lru<string, SlidingWindow>(10_000)
  const windowOf = ({ clientId, tokenUrl }: TokenRequest) =>
    windows.getOrMake(`${tokenUrl} ${clientId}`, () => new SlidingWindow(limit))
  return {
    take: (request: TokenRequest): Effect.Effect<void, ThrottledError> =>
      Effect.flatMap(Time.monotonicNow, (now) => {
        const wait = windowOf(request).tryTake(now, keptFrom(request, limit))
        return wait === 0 ? Effect.void : Effect.fail(refused(request.tokenUrl, wait))
      }),
    /** One that was let pass elsewhere. */
    count: (request: TokenRequest): Effect.Effect<void> => Effect.map(Time.monotonicNow, (now) => windowOf(request).take(now))
  }
}

/** API calls as this process queues them: through the API's own limit, where it has one, and that of all. */
const makeApiCalls = (options: Options): Service["apiCall"] => {
  const maxWait = Time.millis(options.maxWait ?? "10 seconds")
  const all = makeQueue(options.apiCalls ?? Limits.apiCalls, maxWait)
  const byApi = new Map(Object.entries(options.apis ?? {}).map(([api, limit]) => [api, makeQueue(limit, maxWait)]))
  return (api) => {
    const own = byApi.get(api)
    return own === undefined ? all(api) : Effect.zipRight(own(api), all(api))
  }
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
  Effect.sync(() => ({
    tokenRequest: makeTokenWindows(options.tokenRequests ?? Limits.tokenRequests).take,
    apiCall: makeApiCalls(options)
  }))

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

/**
 * Limits of a budget that a fleet shares.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { RequestBudget } from "@effect-orange/core"
 *
 * const options: RequestBudget.SharedOptions = { replicas: 8 }
 * ```
 */
export interface SharedOptions extends Options {
  /**
   * How many processes share the budget while the store is away: each then has this part of it, one request at the least.
   * Beyond 45 processes the limit is not kept meanwhile. 1 by default.
   */
  readonly replicas?: number | undefined
}

/**
 * A budget of token requests over the `TokenStore`: all processes that use the store count as one, by the store's clock,
 * in one round trip a request. While the store is away each process keeps to its part, and says so by a warning and
 * `Telemetry.degraded`. API calls are counted in each process alone: a round trip for each would cost more than it saves.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { RequestBudget, TokenStore } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = RequestBudget.makeShared({ replicas: 8 }).pipe(
 *   Effect.flatMap((budget) => budget.tokenRequest({ tokenUrl: "https://api.orange.com/oauth/v3/token", clientId: "my-app" })),
 *   Effect.provide(TokenStore.layerMemory)
 * )
 * ```
 */
export const makeShared = (options: SharedOptions = {}): Effect.Effect<Service, never, TokenStore.TokenStore> =>
  Effect.gen(function*() {
    const store = yield* TokenStore.TokenStore
    const { limit, window } = options.tokenRequests ?? Limits.tokenRequests
    const share = Math.max(1, Math.floor(limit / Math.max(1, options.replicas ?? 1)))
    const own = makeTokenWindows({ limit: share, window })

    const admit = (request: TokenRequest): Effect.Effect<void, ThrottledError | TokenStoreError> =>
      Effect.gen(function*() {
        const key = `budget:${yield* sha256(`${request.tokenUrl} ${request.clientId}`)}`
        const places = limit - keptFrom(request, { limit, window })
        const admission = yield* store.admit(key, { limit: places, window: Duration.decode(window) })
        if (admission._tag === "Full") return yield* refused(request.tokenUrl, admission.remaining)
        yield* own.count(request)
      })

    return {
      apiCall: makeApiCalls(options),
      tokenRequest: (request) =>
        Effect.catchTag(admit(request), "TokenStoreError", (error) =>
          Effect.zipRight(Degraded.report("budget", error), own.take(request)))
    }
  })

/**
 * `makeShared` as a layer: for several grants of one application over one store. Each grant over a shared store makes a
 * shared budget of its own accord where none is provided.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { AuthorizationCode, ClientCredentials, RequestBudget, TokenSeal, TokenStore } from "@effect-orange/core"
 * import { Layer } from "effect"
 *
 * declare const Store: Layer.Layer<TokenStore.TokenStore>
 *
 * const Auth = Layer.merge(ClientCredentials.layerConfig(), AuthorizationCode.layerConfig()).pipe(
 *   Layer.provide(RequestBudget.layerShared({ replicas: 8 })),
 *   Layer.provide([Store, TokenSeal.layerConfig()])
 * )
 * ```
 */
export const layerShared = (options: SharedOptions = {}): Layer.Layer<RequestBudget, never, TokenStore.TokenStore> =>
  Layer.effect(RequestBudget, makeShared(options))
