/**
 * Callbacks: Sonatel says that a transaction has changed. They are authenticated twice, and believed only when a look-up
 * says the same. What they hold is third-party knowledge.
 *
 * @since 0.1.0
 */
import * as Callback from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-orange-money-sonatel"
import { ApiClient } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { isRefusal, rankOf } from "./internal/standing.js"
import type { Payment, Standing } from "./Payment.js"
import { type LookUpError, Payments } from "./Payments.js"
import * as Signature from "./Signature.js"

/**
 * A payment that has changed, as a look-up confirmed it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Notification } from "@effect-orange/orange-money-sonatel"
 *
 * const isPaid = ({ standing }: Notification.Confirmed) => standing._tag === "Collected"
 * ```
 */
export interface Confirmed {
  readonly payment: Payment
  readonly standing: Standing
}

/**
 * A callback says that a transaction is over, and the look-up does not. It is answered 500, so that it comes again.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Notification } from "@effect-orange/orange-money-sonatel"
 *
 * const isEarly = (error: unknown): boolean => error instanceof Notification.UnconfirmedError
 * ```
 */
export class UnconfirmedError extends Schema.TaggedError<UnconfirmedError>("@effect-orange/orange-money-sonatel/UnconfirmedError")("UnconfirmedError", {
  reference: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `A callback ended the payment ${this.reference}, and a look-up did not confirm it: reconcile it later.`
  }
}

/**
 * How callbacks are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Notification, Payment } from "@effect-orange/orange-money-sonatel"
 * import { Effect, Option, Redacted } from "effect"
 *
 * declare const load: (reference: string) => Effect.Effect<Option.Option<Payment.Payment>>
 *
 * const options: Notification.Options<never, never> = {
 *   apiKey: Redacted.make("as registered"),
 *   secrets: [Redacted.make("the endpoint's")],
 *   find: load,
 *   handle: ({ payment, standing }) => Effect.logInfo(`${payment.reference}: ${standing._tag}`)
 * }
 * ```
 */
export interface Options<E, R> {
  /** As registered with the URL: the callback's `Authorization: Basic` holds it as it is. */
  readonly apiKey: Redacted.Redacted
  /** The endpoint's secrets, which Sonatel issues; two while one replaces the other. None: the signature is not looked at. */
  readonly secrets: ReadonlyArray<Redacted.Redacted>
  /** The stored payment of a reference. */
  readonly find: (reference: string) => Effect.Effect<Option.Option<Payment>, E, R>
  /** What the application does. At least once for each change; an error has the callback delivered again. */
  readonly handle: (confirmed: Confirmed) => Effect.Effect<void, E, R>
}

interface Received {
  readonly body: Client.Schemas.TransactionCallback
  /** The same when it is delivered again. */
  readonly key: string
}

const decode = (delivery: Callback.Delivery): Effect.Effect<Received, ApiClient.MalformedCallbackError> =>
  Effect.map(ApiClient.receive(Client.callbacks.transactionCallback, Callback.received(delivery)), (body) => ({
    body,
    key: delivery.headers["x-sonatel-idempotency-key"] ?? body.status
  }))

/**
 * Receives callbacks. The api key is compared in constant time, the signature is verified over the raw bytes within 300
 * seconds, and the transaction is looked up before the application hears of it. One of a payment that is not known is
 * answered 200. What is forged or malformed is answered 4xx, which is final for Sonatel; what the application could not
 * handle 5xx, which has it delivered again.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Notification, type Payment } from "@effect-orange/orange-money-sonatel"
 * import { HttpRouter } from "@effect/platform"
 * import { Effect, Option, Redacted } from "effect"
 *
 * declare const load: (reference: string) => Effect.Effect<Option.Option<Payment.Payment>>
 *
 * const callbacks = Notification.callback({
 *   apiKey: Redacted.make("as registered"),
 *   secrets: [Redacted.make("the endpoint's")],
 *   find: load,
 *   handle: ({ payment, standing }) => standing._tag === "Collected" ? Effect.logInfo(`${payment.reference} is paid`) : Effect.void
 * })
 * const routes = HttpRouter.empty.pipe(HttpRouter.post("/orange/sonatel", callbacks.app))
 * ```
 */
export const callback = <E, R>({ apiKey, find, handle, secrets }: Options<E, R>): Callback.Callback<E | LookUpError | UnconfirmedError, R | Payments> => {
  const isOurs = ({ body, headers }: Callback.Delivery): Effect.Effect<boolean> =>
    Effect.gen(function*() {
      const given = /^basic +(.+)$/i.exec(headers["authorization"] ?? "")?.[1] ?? ""
      const hasKey = yield* Callback.isSameSecret(Redacted.make(given), apiKey)
      const isSigned = secrets.length === 0 || (yield* Signature.verify({ header: headers["x-sonatel-signature"], body, secrets }))
      return hasKey && isSigned
    })

  const authenticate = (delivery: Callback.Delivery): Effect.Effect<Callback.Verdict, E, R> =>
    Effect.gen(function*() {
      if (!(yield* isOurs(delivery))) return "forged"
      const received = yield* Effect.option(decode(delivery))
      if (Option.isNone(received)) return "authentic"
      const payment = yield* find(received.value.body.reference ?? "")
      return Option.isNone(payment) ? "unknown" : "authentic"
    })

  const confirm = ({ reference, status }: Client.Schemas.TransactionCallback): Effect.Effect<void, E | LookUpError | UnconfirmedError, R | Payments> =>
    Effect.gen(function*() {
      const payments = yield* Payments
      const payment = yield* find(reference ?? "")
      if (Option.isNone(payment)) return
      const standing = yield* payments.lookUp(payment.value)
      const isOpen = standing._tag === "Unpaid" || standing._tag === "UnderWay"
      if (isOpen && (status === "SUCCESS" || isRefusal(status))) return yield* new UnconfirmedError({ reference: payment.value.reference })
      yield* handle({ payment: payment.value, standing })
    })

  return Callback.make({
    name: "orange-money-sonatel.transaction",
    isUnsolicited: true,
    authenticate,
    decode,
    event: ({ body: { status, transactionId }, key }) => ({
      subject: `orange-money-sonatel:${transactionId}`,
      id: key,
      rank: rankOf(status),
      isFinal: status === "SUCCESS"
    }),
    handle: ({ body }) => confirm(body)
  })
}
