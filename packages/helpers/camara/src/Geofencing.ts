/**
 * Told when a device comes into an area, or leaves it.
 *
 * @since 0.1.0
 */
import type { Callback } from "@effect-orange/callbacks"
import { received } from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-geofencing-subscriptions"
import { ApiClient, type Ciba, type UserAuth } from "@effect-orange/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import { about, service } from "./internal/about.js"
import * as Notification from "./internal/notification.js"
import type { Circle } from "./Location.js"
import * as Sink from "./Sink.js"
import type { Subject } from "./Subject.js"

/**
 * What `subscribe` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Geofencing } from "@effect-orange/camara"
 *
 * const isLater = (error: Geofencing.SubscribeError) => error.isRetryable
 * ```
 */
export type SubscribeError = ApiClient.Error | UserAuth.Error | Client.operations.CreateSubscriptionError

/**
 * What is asked for: one kind of event, an area, and where notifications go.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Geofencing, Sink } from "@effect-orange/camara"
 *
 * const request = (sink: Sink.Sink): Geofencing.Request => ({
 *   on: "entered",
 *   area: { latitude: 5.32, longitude: -4.02, radius: 2_000 },
 *   sink
 * })
 * ```
 */
export interface Request {
  readonly on: "entered" | "left"
  readonly area: Circle
  readonly sink: Sink.Sink
  /** When the subscription ends by itself. */
  readonly until?: DateTime.Utc | undefined
  /** After how many notifications it ends by itself. */
  readonly maxEvents?: number | undefined
}

const prefix = "org.camaraproject.geofencing-subscriptions.v0"

/**
 * Subscribes, and gives the subscription's id. It may become active a moment later.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Geofencing, type Sink } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const subscribe = (sink: Sink.Sink) =>
 *   Geofencing.subscribe({ phoneNumber: Msisdn.make("+990100000000") }, { on: "left", area: { latitude: 5.32, longitude: -4.02, radius: 2_000 }, sink })
 * ```
 */
export const subscribe = (
  subject: Subject,
  { area: { latitude, longitude, radius }, maxEvents, on, sink, until }: Request
): Effect.Effect<string, SubscribeError, Ciba.Ciba | Client.GeofencingSubscriptionsUser> => {
  const type = on === "entered" ? `${prefix}.area-entered` as const : `${prefix}.area-left` as const
  return about(subject, { scope: `geofencing-subscriptions:${type}:create`, purpose: service }, ({ device }) =>
    Effect.flatMap(Client.GeofencingSubscriptionsUser, (client) =>
      Effect.map(client.createSubscription({
        body: {
          protocol: "HTTP",
          types: [type],
          ...Sink.fieldsOf(sink),
          config: {
            subscriptionDetail: { ...device, area: { areaType: "CIRCLE", center: { latitude, longitude }, radius } },
            ...(until === undefined ? {} : { subscriptionExpireTime: DateTime.formatIso(until) }),
            ...(maxEvents === undefined ? {} : { subscriptionMaxEvents: maxEvents })
          }
        }
      }), ({ id }) => id)))
}

/**
 * What `unsubscribe` can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Geofencing } from "@effect-orange/camara"
 *
 * const isGone = (error: Geofencing.UnsubscribeError) => error._tag === "ApiNotFound"
 * ```
 */
export type UnsubscribeError = ApiClient.Error | UserAuth.Error | Client.operations.DeleteSubscriptionError

/**
 * Ends a subscription.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Geofencing } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const end = (id: string) => Geofencing.unsubscribe({ phoneNumber: Msisdn.make("+990100000000") }, id)
 * ```
 */
export const unsubscribe = (
  subject: Subject,
  subscriptionId: string
): Effect.Effect<void, UnsubscribeError, Ciba.Ciba | Client.GeofencingSubscriptionsUser> =>
  about(subject, { scope: "geofencing-subscriptions:delete", purpose: service }, () =>
    Effect.flatMap(Client.GeofencingSubscriptionsUser, (client) => Effect.asVoid(client.deleteSubscription({ subscriptionId }))))

/**
 * What a notification says: the device came into the area or left it, or the subscription started, changed or ended.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Geofencing } from "@effect-orange/camara"
 *
 * const isArrival = (event: Geofencing.Event) => event._tag === "Entered"
 * ```
 */
export type Event =
  & {
    readonly subscriptionId: string
    readonly at: DateTime.Utc
  }
  & (
    | { readonly _tag: "Entered" }
    | { readonly _tag: "Left" }
    | { readonly _tag: "Started" }
    | { readonly _tag: "Updated"; readonly reason: string }
    | { readonly _tag: "Ended"; readonly reason: string }
  )

const toEvent = (event: Client.Schemas.Event): Event => {
  const about = { subscriptionId: event.data.subscriptionId, at: event.time }
  switch (event.type) {
    case `${prefix}.area-entered`:
      return { _tag: "Entered", ...about }
    case `${prefix}.area-left`:
      return { _tag: "Left", ...about }
    case `${prefix}.subscription-started`:
      return { _tag: "Started", ...about }
    case `${prefix}.subscription-updated`:
      return { _tag: "Updated", ...about, reason: event.data.updateReason }
    case `${prefix}.subscription-ended`:
    case `${prefix}.subscription-ends`:
      return { _tag: "Ended", ...about, reason: event.data.terminationReason }
  }
}

/**
 * How notifications about areas are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Geofencing, Sink } from "@effect-orange/camara"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (key: string) => Effect.Effect<Option.Option<Sink.Sink>>
 *
 * const options: Geofencing.NotificationOptions<never, never> = { find: load, handle: ({ _tag }) => Effect.logInfo(_tag) }
 * ```
 */
export interface NotificationOptions<E, R> {
  /** The stored sink of a key. */
  readonly find: (key: string) => Effect.Effect<Option.Option<Sink.Sink>, E, R>
  /** What the application does. At least once for each event. */
  readonly handle: (event: Event) => Effect.Effect<void, E, R>
}

/**
 * Receives notifications (CloudEvents) at sinks, in the order of their time: one that was overtaken says nothing that is
 * still true, and is not handled. One without the sink's token, or with one that has expired, is answered 404.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Geofencing, type Sink } from "@effect-orange/camara"
 * import { HttpRouter } from "@effect/platform"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (key: string) => Effect.Effect<Option.Option<Sink.Sink>>
 *
 * const notifications = Geofencing.notifications({ find: load, handle: ({ _tag }) => Effect.logInfo(_tag) })
 * const routes = HttpRouter.empty.pipe(HttpRouter.post("/orange/areas/:key", notifications.app))
 * ```
 */
export const notifications = <E, R>({ find, handle }: NotificationOptions<E, R>): Callback.Callback<E, R> =>
  Notification.callback({
    name: "geofencing.event",
    find,
    decode: (delivery) =>
      Effect.map(ApiClient.receive(Client.callbacks.geofencing, received(delivery)), (event) => ({ event: toEvent(event), id: `${event.source} ${event.id}` })),
    event: ({ event, id }) => ({ subject: `geofencing:${event.subscriptionId}`, id, rank: event.at.epochMillis, isFinal: event._tag === "Ended" }),
    handle: ({ event }) => handle(event)
  })
