/**
 * Notifications: Orange says that a payment has ended. It names no order and no amount, and signs nothing; it is known by
 * the `notif_token` of the payment, and believed only when Orange confirms it.
 *
 * @since 0.1.0
 */
import * as Callback from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-orange-money"
import { ApiClient } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { isOver, type PaymentIntent, type Standing } from "./PaymentIntent.js"
import { Payments, type StatusError } from "./Payments.js"

/**
 * A payment that is over, as Orange confirmed it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Notification } from "@effect-orange/orange-money"
 *
 * const isPaid = ({ standing }: Notification.Confirmed) => standing._tag === "Success"
 * ```
 */
export interface Confirmed {
  readonly intent: PaymentIntent
  readonly standing: Standing
}

/**
 * A notification says that a payment has ended, and Orange, asked, does not. It is answered 500, so that it comes again.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Notification } from "@effect-orange/orange-money"
 *
 * const isEarly = (error: unknown): boolean => error instanceof Notification.UnconfirmedError
 * ```
 */
export class UnconfirmedError extends Schema.TaggedError<UnconfirmedError>("@effect-orange/orange-money/UnconfirmedError")("UnconfirmedError", {
  orderId: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `A notification ended the payment of order ${this.orderId}, and Orange did not confirm it: reconcile it later.`
  }
}

/**
 * How notifications are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Notification, PaymentIntent } from "@effect-orange/orange-money"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (orderId: string) => Effect.Effect<Option.Option<PaymentIntent.PaymentIntent>>
 *
 * const options: Notification.Options<never, never> = {
 *   find: load,
 *   handle: ({ intent, standing }) => Effect.logInfo(`${intent.orderId}: ${standing._tag}`)
 * }
 * ```
 */
export interface Options<E, R> {
  /** The stored payment of an order. */
  readonly find: (orderId: string) => Effect.Effect<Option.Option<PaymentIntent>, E, R>
  /** What the application does. At least once for each end; an error has the notification delivered again. */
  readonly handle: (confirmed: Confirmed) => Effect.Effect<void, E, R>
}

interface Received {
  readonly orderId: string
  readonly body: Client.Schemas.PaymentNotification
}

const decode = (delivery: Callback.Delivery): Effect.Effect<Received, ApiClient.MalformedCallbackError> =>
  Effect.map(ApiClient.receive(Client.callbacks.paymentNotification, Callback.received(delivery)), (body) => ({ orderId: Callback.lastSegment(delivery.url), body }))

/**
 * Receives notifications at URLs whose last segment is the `orderId`. Each is compared with the stored `notif_token` in
 * constant time, then confirmed by the status, and only then handled. One of an order that is not known is answered 200.
 *
 * A success ends a payment for good; a failure does not, since the same page may be paid after it.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Notification, type PaymentIntent } from "@effect-orange/orange-money"
 * import { HttpRouter } from "@effect/platform"
 * import { Effect, Option } from "effect"
 *
 * declare const load: (orderId: string) => Effect.Effect<Option.Option<PaymentIntent.PaymentIntent>>
 *
 * const notifications = Notification.callback({
 *   find: load,
 *   handle: ({ intent, standing }) => standing._tag === "Success" ? Effect.logInfo(`${intent.orderId} is paid`) : Effect.void
 * })
 * const routes = HttpRouter.empty.pipe(HttpRouter.post("/orange/payments/:orderId", notifications.app))
 * ```
 */
export const callback = <E, R>({ find, handle }: Options<E, R>): Callback.Callback<E | StatusError | UnconfirmedError, R | Payments> => {
  const authenticate = (delivery: Callback.Delivery): Effect.Effect<Callback.Verdict, E, R> =>
    Effect.gen(function*() {
      const intent = yield* find(Callback.lastSegment(delivery.url))
      if (Option.isNone(intent)) return "unknown"
      const received = yield* Effect.option(decode(delivery))
      // Not for us to say what it is: it is refused as malformed.
      if (Option.isNone(received)) return "authentic"
      return (yield* Callback.isSameSecret(received.value.body.notif_token, intent.value.notifyToken)) ? "authentic" : "forged"
    })

  const confirm = (orderId: string): Effect.Effect<void, E | StatusError | UnconfirmedError, R | Payments> =>
    Effect.gen(function*() {
      const payments = yield* Payments
      const intent = yield* find(orderId)
      if (Option.isNone(intent)) return
      const standing = yield* payments.status(intent.value)
      if (!isOver(standing)) return yield* new UnconfirmedError({ orderId })
      yield* handle({ intent: intent.value, standing })
    })

  return Callback.make({
    name: "orange-money.notification",
    isUnsolicited: true,
    authenticate,
    decode,
    event: ({ body: { status }, orderId }) => ({
      subject: `orange-money:${orderId}`,
      id: status,
      rank: status === "SUCCESS" ? 2 : 1,
      isFinal: status === "SUCCESS"
    }),
    handle: ({ orderId }) => confirm(orderId)
  })
}
