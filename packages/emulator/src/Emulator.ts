/**
 * Orange's authorization servers and API gateway, emulated: token endpoints, the authorize page, userinfo, and a few APIs
 * behind bearer checks. In memory (`layer`) for tests under a test clock, on a socket (`layerServer`) for everything else.
 * It reads Orange's two guides by itself and shares no code with the client library that it tests.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as FiberSet from "effect/FiberSet"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import type { Fault } from "./Fault.js"
import type { Endpoint, JournalEntry, Received } from "./Journal.js"
import { makeService } from "./internal/control.js"
import type { Engine } from "./internal/engine.js"
import { byFetch, type Delivery, type SmsMessage } from "./Delivery.js"
import { type ApproveError, ListenError, type TriggerError } from "./internal/errors.js"
import { makeKeys } from "./internal/idToken.js"
import { makeJournal } from "./internal/journal.js"
import { makeOutbox } from "./internal/outbox.js"
import { makeState } from "./internal/state.js"
import type { Api, ClientStatus, Options } from "./Options.js"

export { ApproveError, ListenError, TriggerError } from "./internal/errors.js"

/**
 * The service of a running emulator.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import { Emulator, Fault } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const test = Effect.gen(function*() {
 *   const emulator = yield* Emulator.Emulator
 *   yield* emulator.faults.next("token", Fault.status(503))
 *   // … what is tested, against emulator.environment
 *   const entries = yield* emulator.requests
 *   return entries.length
 * }).pipe(Effect.provide(Emulator.layer()))
 * ```
 */
export class Emulator extends Context.Tag("@effect-orange/emulator/Emulator")<Emulator, Service>() {}

/**
 * Where the emulator is: the fields of `Environment` in `@effect-orange/core`, so that it can be given to that package's
 * layers as it is.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const tokenUrlOf = (environment: Emulator.Environment): string => environment.tokenUrl
 * ```
 */
export interface Environment {
  readonly name: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly issuer: string
  /** Of the 2-legged grant. */
  readonly tokenUrl: string
  /** Of the U2M grant. */
  readonly userTokenUrl: string
  readonly authorizeUrl: string
  readonly userinfoUrl: string
  readonly jwksUrl: string
  readonly discoveryUrl: string
  /** Of CIBA: `Service.ciba` has one, the others have none. */
  readonly backchannelUrl: string | undefined
  readonly trustedOrigins: ReadonlyArray<string>
  readonly pkce: boolean
  readonly idToken: "optional" | "required"
  readonly idTokenAlgorithms: ReadonlyArray<string>
}

/**
 * An application's credentials, as the portal's tab Credentials shows them.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect, Redacted } from "effect"
 *
 * const secret = Effect.map(Emulator.Emulator, (emulator) => Redacted.value(emulator.credentials.clientSecret))
 * ```
 */
export interface Credentials {
  readonly clientId: string
  readonly clientSecret: Redacted.Redacted<string>
}

/**
 * Which requests a fault meets: those of one endpoint, or those that a predicate chooses.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const refreshes: Emulator.Selector = (request) => request.grantType === "refresh_token"
 * ```
 */
export type Selector = Endpoint | ((request: Received) => boolean)

/**
 * Scripts of faults. Scripts of `next` are played in the order in which they were given, and come before `always`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator, Fault } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const secondCallFails = Effect.flatMap(Emulator.Emulator, (emulator) =>
 *   emulator.faults.next("gateway", Fault.none, Fault.status(500)))
 * ```
 */
export interface Faults {
  /** The next matching requests meet these, one each and in order. */
  readonly next: (selector: Selector, ...faults: ReadonlyArray<Fault>) => Effect.Effect<void>
  /** Every matching request meets this, until `clear`. The latest that matches holds. */
  readonly always: (selector: Selector, fault: Fault) => Effect.Effect<void>
  /** Forgets all scripts. */
  readonly clear: Effect.Effect<void>
}

/**
 * How `approve` answers in the user's place: by default the first user grants every scope.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const options: Emulator.ApproveOptions = { user: "jane", scopes: ["openid"] }
 * ```
 */
export interface ApproveOptions {
  readonly user?: string | undefined
  /** The part of the asked scopes that is granted. */
  readonly scopes?: ReadonlyArray<string> | undefined
  /** The user presses Deny. */
  readonly deny?: boolean | undefined
}

/**
 * What was posted to an application, and what it answered.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const isRefused = (delivered: Emulator.Delivered): boolean => delivered.status >= 400
 * ```
 */
export interface Delivered extends Delivery {
  /** Milliseconds since the epoch on the emulator's own clock. */
  readonly at: number
  /** The status of the answer; 0 where none came. */
  readonly status: number
}

/**
 * Events of SMS. Each gives the statuses that the application's URLs answered, none where none is subscribed.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const undelivered = (messageId: string) =>
 *   Effect.flatMap(Emulator.Emulator, (emulator) => emulator.sms.deliver(messageId, "DeliveryImpossible"))
 * ```
 */
export interface SmsEvents {
  /** Posts a message's receipt to the subscriptions of its sender. Default status `DeliveredToTerminal`. */
  readonly deliver: (messageId: string, status?: string) => Effect.Effect<ReadonlyArray<number>, TriggerError>
  /** Posts an incoming message to the subscriptions of the sender that it was sent to (`tel:+2250000` or `2250000`). */
  readonly receive: (message: SmsMessage) => Effect.Effect<ReadonlyArray<number>>
}

/**
 * What a person does with a payment of Orange Money. Each gives the status that the application's `notif_url` answered.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const paid = (payToken: string) => Effect.flatMap(Emulator.Emulator, (emulator) => emulator.money.pay(payToken))
 * ```
 */
export interface MoneyEvents {
  /** The person has begun: the status is PENDING, and nothing is posted. */
  readonly begin: (payToken: string) => Effect.Effect<void, TriggerError>
  readonly pay: (payToken: string) => Effect.Effect<number, TriggerError>
  readonly refuse: (payToken: string) => Effect.Effect<number, TriggerError>
}

/**
 * What a person does with a code of Sonatel. Each gives the status that the callback was answered, or `undefined` where
 * no callback is registered. A callback that is answered 5xx, or not at all, is delivered again in the background.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const paid = (qrId: string) => Effect.flatMap(Emulator.Emulator, (emulator) => emulator.sonatel.settle(qrId, "SUCCESS"))
 * ```
 */
export interface SonatelEvents {
  readonly settle: (
    qrId: string,
    status: "INITIATED" | "PENDING" | "SUCCESS" | "FAILED" | "CANCELLED" | "REJECTED"
  ) => Effect.Effect<number | undefined, TriggerError>
  /** Signs with a new secret, and for the time being with the one before it too. */
  readonly rotateSecret: (secret: string | Redacted.Redacted<string>) => Effect.Effect<void>
}

/**
 * What the network does by itself with what an application asked of it. Each gives the status that the sink answered; the
 * session's gives `undefined` where the application named none.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const breaksDown = (sessionId: string) => Effect.flatMap(Emulator.Emulator, (emulator) => emulator.network.endSession(sessionId))
 * ```
 */
export interface NetworkEvents {
  /**
   * Ends a session of Quality on Demand, one too that is not there yet: it is `UNAVAILABLE` with `NETWORK_TERMINATED`, can be
   * read for six minutes, and until it is deleted none like it can be started (CAMARA).
   */
  readonly endSession: (sessionId: string) => Effect.Effect<number | undefined, TriggerError>
  /** Ends a subscription of geofencing. Default reason `NETWORK_TERMINATED`; another is `ACCESS_TOKEN_EXPIRED`. */
  readonly endSubscription: (subscriptionId: string, terminationReason?: string) => Effect.Effect<number, TriggerError>
}

/**
 * An authentication (CIBA) that waits for its subscriber.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const asksForFraud = ({ scopes }: Emulator.PendingAuthentication) => scopes.includes("dpv:FraudPreventionAndDetection")
 * ```
 */
export interface PendingAuthentication {
  /** `tel:` and the number. */
  readonly loginHint: string
  readonly scopes: ReadonlyArray<string>
  readonly clientId: string
}

/**
 * What subscribers answer when they are asked on their phones (CIBA), where `ciba.approval` is `manual`. The hint is the
 * request's: `tel:+33612345678`, or the number alone. All that waits for that number is answered.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const agrees = Effect.flatMap(Emulator.Emulator, (emulator) => emulator.subscribers.approve("tel:+33612345678"))
 * ```
 */
export interface SubscriberEvents {
  readonly approve: (loginHint: string) => Effect.Effect<void, TriggerError>
  readonly deny: (loginHint: string) => Effect.Effect<void, TriggerError>
  readonly pending: Effect.Effect<ReadonlyArray<PendingAuthentication>>
}

/**
 * What a test can see and do. Tokens are given as text or `Redacted`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const anHourLater = Effect.gen(function*() {
 *   const emulator = yield* Emulator.Emulator
 *   yield* emulator.turnClock("1 hour")
 * })
 * ```
 */
export interface Service {
  /** The 2-legged endpoint and "log in with Orange" (France). */
  readonly environment: Environment
  /** The playground's endpoints, whose tokens open nothing else. */
  readonly playground: Environment
  /** Sonatel's token endpoint and gateway (Senegal), whose tokens live five minutes. */
  readonly orangeSonatel: Environment
  /** Backchannel authentication (CIBA, France), for the Network APIs' production. Its paths are not confirmed. */
  readonly ciba: Environment
  /** `emulator-client`. */
  readonly credentials: Credentials
  /** `emulator-client-2`. */
  readonly credentials2: Credentials
  /** The latest requests, oldest first, at most `journalSize`. */
  readonly requests: Effect.Effect<ReadonlyArray<JournalEntry>>
  readonly clearRequests: Effect.Effect<void>
  readonly faults: Faults
  readonly sms: SmsEvents
  readonly money: MoneyEvents
  readonly sonatel: SonatelEvents
  readonly network: NetworkEvents
  readonly subscribers: SubscriberEvents
  /** What was posted to applications, oldest first: the latest 1,000. */
  readonly deliveries: Effect.Effect<ReadonlyArray<Delivered>>
  /**
   * Approves an authorize URL in the user's place, whatever `autoApprove` says, and gives the URL that the browser would
   * be sent to, with a code or with an error.
   */
  readonly approve: (
    authorizeUrl: string | URL,
    options?: ApproveOptions
  ) => Effect.Effect<string, ApproveError>
  /** The token is refused from now on (401, code 41). False: no such token. */
  readonly revokeToken: (accessToken: string | Redacted.Redacted<string>) => Effect.Effect<boolean>
  /** All access tokens of all clients; refresh tokens stay good. */
  readonly revokeAllAccessTokens: Effect.Effect<void>
  /** The whole approval that a user's token or code belongs to: its refresh and access tokens. False: no such token. */
  readonly revokeGrant: (token: string | Redacted.Redacted<string>) => Effect.Effect<boolean>
  /** Logs a user out everywhere and revokes all that the user approved. */
  readonly endSessions: (username: string) => Effect.Effect<void>
  /** Moves the emulator's clock, and no other, forward (negative: back, in milliseconds). Adds up. */
  readonly turnClock: (duration: Duration.DurationInput) => Effect.Effect<void>
  /** id_tokens are signed with a new key from now on; the one before stays published. */
  readonly rotateSigningKey: Effect.Effect<void>
  /** Opens an API to an application. */
  readonly subscribe: (clientId: string, api: Api) => Effect.Effect<void>
  /** Closes an API to an application (403, code 50). */
  readonly unsubscribe: (clientId: string, api: Api) => Effect.Effect<void>
  readonly setClientStatus: (clientId: string, status: ClientStatus) => Effect.Effect<void>
  /** Gives an application a new secret, as the portal's button does: the one before is refused at once. */
  readonly changeSecret: (clientId: string, secret: string | Redacted.Redacted<string>) => Effect.Effect<void>
}

/** What it does by itself, receipts and redeliveries, ends with the scope. */
const makeEngine = (options: Options, baseUrl: string, keys: Engine["state"]["keys"]): Effect.Effect<Engine, never, Scope.Scope> =>
  Effect.gen(function*() {
    const run = yield* FiberSet.makeRuntime<never>()
    const clock = { offset: 0 }
    const outbox = makeOutbox(options.deliver ?? byFetch, (effect) => void run(effect), () => clock.offset)
    return {
      state: makeState(options, baseUrl, keys, outbox),
      journal: makeJournal(options.journalSize ?? 1_000),
      scripts: [],
      clock
    }
  })

const keysFor = (options: Options) => Effect.promise(() => makeKeys(options.idTokenAlgorithm ?? "RS256"))

const memoryOrigin = "https://emulator.orange.invalid"

/**
 * In memory: no socket, everything on Effect's clock (under `TestClock`, expiry, codes and limits wait for `adjust`). The
 * `HttpClient` that it provides reaches the emulator's origin, `https://emulator.orange.invalid`, and nothing else: any
 * other is a `RequestError` of reason `Transport` with the cause's code ECONNREFUSED.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { HttpClient } from "@effect/platform"
 * import { Effect } from "effect"
 *
 * const status = Effect.gen(function*() {
 *   const { environment } = yield* Emulator.Emulator
 *   const response = yield* HttpClient.get(`${environment.baseUrl}/poi/v1/shops?postalCode=35000`)
 *   return response.status // 401: no token
 * }).pipe(Effect.provide(Emulator.layer()))
 * ```
 */
export const layer = (options: Options = {}): Layer.Layer<Emulator | HttpClient.HttpClient> =>
  Layer.scopedContext(
    Effect.gen(function*() {
      // Loaded on demand, as the server is: each is of no use to the other, and a process should start at once.
      const { memoryClient } = yield* Effect.promise(() => import("./internal/memoryClient.js"))
      const engine = yield* makeEngine(options, memoryOrigin, yield* keysFor(options))
      return Context.add(memoryClient(engine), Emulator, makeService(engine))
    })
  )

/**
 * Options of `layerServer`: those of `layer`, and the address. Port 0 (the default) is any that is free; the host is
 * 127.0.0.1 by default.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Emulator } from "@effect-orange/emulator"
 *
 * const options: Emulator.ServerOptions = { port: 4010, autoApprove: true }
 * ```
 */
export interface ServerOptions extends Options {
  readonly port?: number | undefined
  readonly host?: string | undefined
}

const urlHost = (host: string): string =>
  host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host

/**
 * On a socket, for browsers, other processes and real HTTP clients. Needs Node. Closing its scope closes all connections
 * at once. Plain HTTP, since loopback needs no more.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Layer } from "effect"
 *
 * const main = Layer.launch(Emulator.layerServer({ port: 4010, autoApprove: true }))
 * ```
 */
export const layerServer = (options: ServerOptions = {}): Layer.Layer<Emulator, ListenError> =>
  Layer.scoped(
    Emulator,
    Effect.gen(function*() {
      const address = { host: options.host ?? "127.0.0.1", port: options.port ?? 0 }
      const { serve } = yield* Effect.promise(() => import("./internal/nodeServer.js"))
      const keys = yield* keysFor(options)
      const server = yield* Effect.mapError(serve(address), (error) =>
        new ListenError({ ...address, code: error.code ?? error.message }))
      const engine = yield* makeEngine(options, `http://${urlHost(address.host)}:${server.port}`, keys)
      server.attach(engine)
      return makeService(engine)
    })
  )
