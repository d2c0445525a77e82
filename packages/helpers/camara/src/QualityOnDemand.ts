/**
 * A better connection for a while: a session that is a scoped resource, kept up for as long as it is used, given back when
 * the scope ends, and reported when the network ends it first.
 *
 * @since 0.1.0
 */
import type { Callback } from "@effect-orange/callbacks"
import { received } from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-quality-on-demand"
import { ApiClient, type Ciba, type UserAuth } from "@effect-orange/core"
import * as DateTime from "effect/DateTime"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import * as Ref from "effect/Ref"
import type * as Scope from "effect/Scope"
import { about, service } from "./internal/about.js"
import * as Notification from "./internal/notification.js"
import * as Sink from "./Sink.js"
import type { Subject } from "./Subject.js"

/**
 * What starting a session can fail with. After `OutcomeUnknown` it may be there, and ends by itself with its duration.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { QualityOnDemand } from "@effect-orange/camara"
 *
 * const isBusy = (error: QualityOnDemand.StartError) => error._tag === "ApiConflict"
 * ```
 */
export type StartError = ApiClient.Error | UserAuth.Error | Client.operations.CreateSessionError

/**
 * Why a session ended before its scope: its time was over and could not be extended (`DURATION_EXPIRED`), the network ended
 * it (`NETWORK_TERMINATED`), somebody deleted it (`DELETE_REQUESTED`), or a word of Orange's own.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { QualityOnDemand } from "@effect-orange/camara"
 *
 * const isNetwork = (reason: QualityOnDemand.EndReason) => reason === "NETWORK_TERMINATED"
 * ```
 */
export type EndReason = Client.Schemas.StatusInfo

/**
 * What is asked for.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { QualityOnDemand } from "@effect-orange/camara"
 *
 * const request: QualityOnDemand.Request = { profile: "QOS_L", server: "198.51.100.7", duration: "10 minutes" }
 * ```
 */
export interface Request {
  /** The profile's name, such as `QOS_L`: which there are is the subscription's to say. */
  readonly profile: string
  /** The application's server: an IPv4 address, or a block of them. */
  readonly server: string
  /** For how long, whole seconds. It is extended by as much while the scope is open. */
  readonly duration: Duration.DurationInput
  /** Where notifications go. Without one the session is looked at now and then. */
  readonly sink?: Sink.Sink | undefined
  /** How often the session is looked at. 30 s by default. */
  readonly every?: Duration.DurationInput | undefined
}

/**
 * A session that has started.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { QualityOnDemand } from "@effect-orange/camara"
 * import { Effect } from "effect"
 *
 * const stream = (session: QualityOnDemand.Session, play: Effect.Effect<void>) => Effect.raceFirst(play, Effect.asVoid(session.ended))
 * ```
 */
export interface Session {
  readonly id: string
  /** As it was last seen. */
  readonly status: Effect.Effect<Client.Schemas.Session["qosStatus"]>
  /** Waits for the end that comes before the scope's. */
  readonly ended: Effect.Effect<EndReason>
  /** Says what a notification said, so that nobody has to wait for the next look. */
  readonly notified: (change: Client.Schemas.SessionChange) => Effect.Effect<void>
}

type Calls = Client.Service<UserAuth.Error, UserAuth.UserAuth>

const scopeOf = (verb: string) => ({ scope: `quality-on-demand:sessions:${verb}`, purpose: service })

/** What is left of a session when it is extended. */
const margin = Duration.seconds(30)

const inSeconds = (duration: Duration.DurationInput): number => Math.floor(Duration.toSeconds(duration))

/**
 * Starts a session for a subscriber's device, and ends it with the scope. Until then it is extended before its time is over,
 * and looked at, so that `ended` tells when the network has ended it. A failed look or extension is tried again at the next.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { QualityOnDemand } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 * import { Effect } from "effect"
 *
 * const call = (play: Effect.Effect<void>) =>
 *   Effect.scoped(Effect.gen(function*() {
 *     const session = yield* QualityOnDemand.session(
 *       { phoneNumber: Msisdn.make("+990100000000") },
 *       { profile: "QOS_L", server: "198.51.100.7", duration: "10 minutes" }
 *     )
 *     yield* Effect.raceFirst(play, Effect.flatMap(session.ended, (reason) => Effect.logWarning(`the quality is gone: ${reason}`)))
 *   }))
 * ```
 */
export const session = (
  subject: Subject,
  { duration, every = "30 seconds", profile, server, sink }: Request
): Effect.Effect<Session, StartError, Ciba.Ciba | Client.QualityOnDemandUser | Scope.Scope> =>
  Effect.gen(function*() {
    const client: Calls = yield* Client.QualityOnDemandUser
    const start = about(subject, scopeOf("create"), ({ device }) =>
      client.createSession({
        body: {
          ...device,
          applicationServer: { ipv4Address: server },
          qosProfile: profile,
          duration: inSeconds(duration),
          ...(sink === undefined ? {} : Sink.fieldsOf(sink))
        }
      }))
    const end = (sessionId: string) =>
      about(subject, scopeOf("delete"), () => client.deleteSession({ sessionId })).pipe(
        Effect.catchTag("ApiNotFound", () => Effect.void),
        Effect.catchAll((error) => Effect.logWarning(`The session could not be ended: it ends with its duration (${error._tag})`))
      )

    const started = yield* Effect.acquireRelease(start, ({ sessionId }) => end(sessionId))
    const { sessionId } = started
    const seen = yield* Ref.make(started)
    const ended = yield* Deferred.make<EndReason>()

    const look = (now: Client.Schemas.Session) =>
      Effect.zipRight(
        Ref.set(seen, now),
        now.qosStatus === "UNAVAILABLE" ? Deferred.succeed(ended, now.statusInfo ?? "NETWORK_TERMINATED") : Effect.void
      )

    const extend = about(subject, scopeOf("update"), () =>
      client.extendSession({ sessionId, body: { requestedAdditionalDuration: inSeconds(duration) } }))
    const read = about(subject, scopeOf("read"), () => client.getSession({ sessionId }))

    const isDue = Effect.zipWith(Ref.get(seen), DateTime.now, ({ expiresAt }, now) =>
      expiresAt !== undefined && DateTime.lessThanOrEqualTo(DateTime.subtractDuration(expiresAt, margin), DateTime.addDuration(now, every)))

    /** An extension that is refused is no end: the session lasts until its time is over. */
    const turn = Effect.gen(function*() {
      if (yield* isDue) yield* Effect.flatMap(extend, look).pipe(Effect.catchAll(() => Effect.flatMap(read, look)))
      else yield* Effect.flatMap(read, look)
    }).pipe(
      Effect.catchTag("ApiNotFound", () => Deferred.succeed(ended, "DURATION_EXPIRED")),
      Effect.catchAll((error) => Effect.logDebug(`The session could not be looked at (${error._tag})`))
    )
    yield* Effect.forkScoped(Effect.delay(turn, every).pipe(Effect.repeat({ until: () => Deferred.isDone(ended) })))

    return {
      id: sessionId,
      status: Effect.map(Ref.get(seen), ({ qosStatus }) => qosStatus),
      ended: Deferred.await(ended),
      notified: ({ qosStatus, statusInfo }) =>
        Effect.flatMap(Ref.get(seen), (now) => look({ ...now, qosStatus, ...(statusInfo === undefined ? {} : { statusInfo }) }))
    }
  })

/**
 * How notifications about sessions are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { QualityOnDemand, Sink } from "@effect-orange/camara"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (key: string) => Effect.Effect<Option.Option<Sink.Sink>>
 *
 * const options: QualityOnDemand.NotificationOptions<never, never> = { find: load, handle: ({ sessionId, qosStatus }) => Effect.logInfo(`${sessionId}: ${qosStatus}`) }
 * ```
 */
export interface NotificationOptions<E, R> {
  /** The stored sink of a key. */
  readonly find: (key: string) => Effect.Effect<Option.Option<Sink.Sink>, E, R>
  /** What the application does: `session.notified(change)`, if nothing else. At least once for each change. */
  readonly handle: (change: Client.Schemas.SessionChange) => Effect.Effect<void, E, R>
}

/**
 * Receives notifications (CloudEvents) at sinks. One without the sink's token, or with one that has expired, is answered
 * 404; one that is repeated, or comes after the session's end, 200 without being handled.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { QualityOnDemand, type Sink } from "@effect-orange/camara"
 * import { HttpRouter } from "@effect/platform"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (key: string) => Effect.Effect<Option.Option<Sink.Sink>>
 *
 * const notifications = QualityOnDemand.notifications({ find: load, handle: ({ qosStatus }) => Effect.logInfo(qosStatus) })
 * const routes = HttpRouter.empty.pipe(HttpRouter.post("/orange/quality/:key", notifications.app))
 * ```
 */
export const notifications = <E, R>({ find, handle }: NotificationOptions<E, R>): Callback.Callback<E, R> =>
  Notification.callback({
    name: "quality-on-demand.status",
    find,
    decode: (delivery) => ApiClient.receive(Client.callbacks.sessionStatus, received(delivery)),
    event: ({ data: { qosStatus, sessionId }, id, source }) => ({
      subject: `quality-on-demand:${sessionId}`,
      id: `${source} ${id}`,
      rank: qosStatus === "UNAVAILABLE" ? 2 : 1,
      isFinal: qosStatus === "UNAVAILABLE"
    }),
    handle: ({ data }) => handle(data)
  })
