/**
 * Taking payments: created, stored, asked about, waited for, reconciled.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-orange-money"
import type { ApiClient, AppAuth } from "@effect-orange/core"
import type * as BigDecimal from "effect/BigDecimal"
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Orders from "./internal/order.js"
import type { Offer } from "./Offer.js"
import { isOver, PaymentIntent, Standing } from "./PaymentIntent.js"

/**
 * What is to be paid, and where the person and Orange come back.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 * import { BigDecimal } from "effect"
 *
 * const order: Payments.Order = {
 *   orderId: "2026-0001",
 *   amount: BigDecimal.unsafeFromString("1200"),
 *   returnUrl: "https://shop.example/orders/2026-0001",
 *   cancelUrl: "https://shop.example/orders/2026-0001/cancelled",
 *   notifyUrl: "https://shop.example/orange/payments/2026-0001"
 * }
 * ```
 */
export interface Order {
  /** Used once: 1 to 30 characters. A UUID is too long. */
  readonly orderId: string
  /** Above 0. XOF, XAF and GNF have no decimals. */
  readonly amount: BigDecimal.BigDecimal
  /** The offer's by default, and nothing else. */
  readonly currency?: string | undefined
  /** Where the person comes back; at most 120 characters, public. That somebody came there proves nothing. */
  readonly returnUrl: string
  readonly cancelUrl: string
  /** What Orange posts the notification to. Its last segment must be the `orderId`: see `Notification`. */
  readonly notifyUrl: string
  /** Of Orange's page. */
  readonly language?: "fr" | "en" | undefined
}

/**
 * An order that Orange would not take, or would take wrongly. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Payments } from "@effect-orange/orange-money"
 *
 * const isOrder = (error: unknown): boolean => error instanceof Payments.InvalidOrderError
 * ```
 */
export class InvalidOrderError extends Schema.TaggedError<InvalidOrderError>("@effect-orange/orange-money/InvalidOrderError")("InvalidOrderError", {
  field: Schema.String,
  problem: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `The order was not sent: ${this.field} ${this.problem}.`
  }
}

/**
 * What creating a payment can fail with. After `OutcomeUnknown` the payment may be there, and nobody can pay it: create
 * another, with another `orderId`.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const isOurs = (error: Payments.CreateError) => error._tag === "InvalidOrderError"
 * ```
 */
export type CreateError = InvalidOrderError | ApiClient.Error | AppAuth.Error | Client.operations.CreatePaymentError

/**
 * What asking about a payment can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const isGone = (error: Payments.StatusError) => error._tag === "ApiNotFound"
 * ```
 */
export type StatusError = ApiClient.Error | AppAuth.Error | Client.operations.GetTransactionStatusError

/**
 * The payment was not over when the wait was. It may still be paid: ask again later (`reconcile`), and do not take it for
 * a failure.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const isOpen = (waited: Payments.Waited) => waited._tag === "StillPending"
 * ```
 */
export interface StillPending {
  readonly _tag: "StillPending"
  /** The last that was heard; none if nothing was. */
  readonly standing: Standing | undefined
}

/**
 * What a wait gives: an end, or that there is none yet.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const ship = (waited: Payments.Waited) => waited._tag === "Success"
 * ```
 */
export type Waited = Standing | StillPending

/**
 * How long a wait is, and how often it asks.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const patient: Payments.WaitOptions = { every: "10 seconds" }
 * ```
 */
export interface WaitOptions {
  /** 5 s by default. */
  readonly every?: Duration.DurationInput | undefined
}

/**
 * What was found of a stored payment: how it stands, or why that could not be asked.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money"
 *
 * const orderOf = ({ intent }: Payments.Reconciled) => intent.orderId
 * ```
 */
export type Reconciled =
  | { readonly _tag: "Over"; readonly intent: PaymentIntent; readonly standing: Standing }
  | { readonly _tag: "Open"; readonly intent: PaymentIntent; readonly standing: Standing }
  | { readonly _tag: "Unknown"; readonly intent: PaymentIntent; readonly error: StatusError }

/**
 * What can be done.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import { type PaymentIntent, Payments } from "@effect-orange/orange-money"
 * import { Effect, Redacted } from "effect"
 *
 * declare const save: (intent: PaymentIntent.PaymentIntent) => Effect.Effect<void>
 *
 * const checkout = (order: Payments.Order) =>
 *   Effect.gen(function*() {
 *     const payments = yield* Payments.Payments
 *     const intent = yield* payments.create(order, save)
 *     return Redacted.value(intent.paymentUrl) // send the person there
 *   })
 * ```
 */
export interface Service {
  /**
   * Initiates a payment, and has it stored before it gives it: until then nobody can pay. An error of `store` is the
   * call's; the payment that Orange made for it ends by itself after ten minutes. Never sent twice.
   */
  readonly create: <E, R>(order: Order, store: (intent: PaymentIntent) => Effect.Effect<void, E, R>) => Effect.Effect<PaymentIntent, CreateError | E, R>
  /** Asks how a payment stands. Changes nothing, and is repeated where the network fails. */
  readonly status: (intent: PaymentIntent) => Effect.Effect<Standing, StatusError>
  /**
   * Asks until the payment is over, or until its ten minutes are: then `StillPending`, which is no failure. What may pass
   * (a lost connection, a throttle, a 5xx) does not end the wait.
   */
  readonly wait: (intent: PaymentIntent, options?: WaitOptions) => Effect.Effect<Waited, StatusError>
  /** Asks about many, five at once; an error concerns one alone. For payments that no notification has ended. */
  readonly reconcile: (intents: Iterable<PaymentIntent>) => Stream.Stream<Reconciled>
}

/**
 * Payments of one offer.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { Payments } from "@effect-orange/orange-money"
 * import { Effect } from "effect"
 *
 * const payments = Effect.map(Payments.Payments, ({ status }) => status)
 * ```
 */
export class Payments extends Context.Tag("@effect-orange/orange-money/Payments")<Payments, Service>() {}

/**
 * Whose payments they are.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Offer, type Payments } from "@effect-orange/orange-money"
 * import { Redacted } from "effect"
 *
 * const options: Payments.Options = { offer: Offer.sandbox, merchantKey: Redacted.make("59ba0d43"), reference: "The shop" }
 * ```
 */
export interface Options {
  readonly offer: Offer
  /** The offer's, from the portal. */
  readonly merchantKey: Redacted.Redacted
  /** The merchant's name on Orange's page: 1 to 30 characters. */
  readonly reference: string
  /** Whether URLs may be local, for tests on the emulator. Orange refuses them. Default false. */
  readonly localUrls?: boolean | undefined
}

/** Orange's guide: a `pay_token` is good for ten minutes. */
const lifetime = Duration.minutes(10)

const standingOf = ({ status, txnid: transactionId }: Client.Schemas.Transaction): Standing => {
  switch (status) {
    case "INITIATED":
      return Standing.Initiated()
    case "PENDING":
      return Standing.Pending()
    case "SUCCESS":
      return Standing.Success({ transactionId })
    case "FAILED":
      return Standing.Failed({ transactionId })
    case "EXPIRED":
      return Standing.Expired()
    default:
      return Standing.Other({ status })
  }
}

const makeIntent = (order: Order, currency: string, answer: Client.Schemas.InitiatedPayment): Effect.Effect<PaymentIntent> =>
  Effect.map(DateTime.now, (createdAt) =>
    new PaymentIntent({
      version: 1,
      orderId: order.orderId,
      amount: order.amount,
      currency,
      payToken: answer.pay_token,
      notifyToken: answer.notif_token,
      paymentUrl: answer.payment_url,
      createdAt,
      expiresAt: DateTime.addDuration(createdAt, lifetime)
    }))

/**
 * Payments over the generated client.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Offer, Payments } from "@effect-orange/orange-money"
 * import { Redacted } from "effect"
 *
 * const payments = Payments.make({ offer: Offer.ofCountry("CI"), merchantKey: Redacted.make("59ba0d43"), reference: "The shop" })
 * ```
 */
export const make = ({ localUrls = false, merchantKey, offer, reference }: Options): Effect.Effect<Service, InvalidOrderError, Client.OrangeMoney> =>
  Effect.gen(function*() {
    const client = yield* Client.OrangeMoney
    if (reference.length < 1 || reference.length > 30) {
      return yield* new InvalidOrderError({ field: "reference", problem: "must have 1 to 30 characters" })
    }
    const call: ApiClient.CallOptions = { serverVariables: { country: offer.path } }

    const create: Service["create"] = (order, store) =>
      Effect.gen(function*() {
        const fault = Orders.faultOf(order, offer, localUrls)
        if (fault !== undefined) return yield* new InvalidOrderError(fault)
        const currency = order.currency ?? offer.currency.code
        const answer = yield* client.createPayment({
          body: {
            merchant_key: merchantKey,
            currency,
            order_id: order.orderId,
            amount: Orders.amountNumber(order.amount),
            return_url: order.returnUrl,
            cancel_url: order.cancelUrl,
            notif_url: order.notifyUrl,
            reference,
            ...(order.language === undefined ? {} : { lang: order.language })
          }
        }, call)
        const intent = yield* makeIntent(order, currency, answer)
        yield* store(intent)
        return intent
      })

    const status: Service["status"] = ({ amount, orderId, payToken }) =>
      Effect.map(
        client.getTransactionStatus({ body: { order_id: orderId, amount: Orders.amountNumber(amount), pay_token: payToken } }, call),
        standingOf
      )

    const wait: Service["wait"] = (intent, { every = "5 seconds" } = {}) => {
      const next = (heard: Standing | undefined): Effect.Effect<Waited, StatusError> =>
        Effect.gen(function*() {
          const answer = yield* Effect.either(status(intent))
          if (Either.isLeft(answer) && !answer.left.isRetryable) return yield* answer.left
          const standing = Either.getOrElse(answer, () => heard)
          if (standing !== undefined && isOver(standing)) return standing
          if (DateTime.greaterThanOrEqualTo(yield* DateTime.now, intent.expiresAt)) return { _tag: "StillPending", standing } as const
          return yield* Effect.zipRight(Effect.sleep(every), Effect.suspend(() => next(standing)))
        })
      return next(undefined)
    }

    const reconcileOne = (intent: PaymentIntent): Effect.Effect<Reconciled> =>
      Effect.match(status(intent), {
        onFailure: (error) => ({ _tag: "Unknown", intent, error }),
        onSuccess: (standing) => ({ _tag: isOver(standing) ? "Over" : "Open", intent, standing })
      })

    return { create, status, wait, reconcile: (intents) => Stream.mapEffect(Stream.fromIterable(intents), reconcileOne, { concurrency: 5 }) }
  })

/**
 * `make` as a layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import * as OrangeMoney from "@effect-orange/client-orange-money"
 * import { ClientCredentials } from "@effect-orange/core"
 * import { Offer, Payments } from "@effect-orange/orange-money"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer, Redacted } from "effect"
 *
 * const PaymentsLive = Payments.layer({ offer: Offer.ofCountry("CI"), merchantKey: Redacted.make("59ba0d43"), reference: "The shop" }).pipe(
 *   Layer.provide(OrangeMoney.layer),
 *   Layer.provide(ClientCredentials.layerConfig()),
 *   Layer.provide(FetchHttpClient.layer)
 * )
 * ```
 */
export const layer = (options: Options): Layer.Layer<Payments, InvalidOrderError, Client.OrangeMoney> => Layer.effect(Payments, make(options))
