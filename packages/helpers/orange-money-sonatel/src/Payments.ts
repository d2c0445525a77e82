/**
 * Asking for payments, looking them up, reconciling.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-orange-money-sonatel"
import type { ApiClient, AppAuth } from "@effect-orange/core"
import * as BigDecimal from "effect/BigDecimal"
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { standingOf } from "./internal/standing.js"
import { Payment, type Standing } from "./Payment.js"

/**
 * What is to be paid.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money-sonatel"
 * import { BigDecimal } from "effect"
 *
 * const order: Payments.Order = { reference: "2026-0001", amount: BigDecimal.unsafeFromString("1000"), validity: "15 minutes" }
 * ```
 */
export interface Order {
  /** The application's own, one for each order: transactions are found by it. */
  readonly reference: string
  /** In XOF: whole, at least 1. */
  readonly amount: BigDecimal.BigDecimal
  /** How long the code is good: at most 24 hours. Default 15 minutes. */
  readonly validity?: Duration.DurationInput | undefined
  /** Comes back in the callback. No personal data: it is kept by Sonatel. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  /** Where the person goes afterwards. That somebody came there proves nothing. */
  readonly successUrl?: string | undefined
  readonly cancelUrl?: string | undefined
  /** Where this payment is told to, in place of the registered URL. */
  readonly callbackUrl?: string | undefined
}

/**
 * An order that Sonatel would not take. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const isOrder = (error: unknown): boolean => error instanceof Payments.InvalidOrderError
 * ```
 */
export class InvalidOrderError extends Schema.TaggedError<InvalidOrderError>("@effect-orange/orange-money-sonatel/InvalidOrderError")("InvalidOrderError", {
  field: Schema.String,
  problem: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `The order was not sent: ${this.field} ${this.problem}.`
  }
}

/**
 * What asking for a payment can fail with. After `OutcomeUnknown` there may be a code that nobody has: ask again.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const isOurs = (error: Payments.RequestError) => error._tag === "InvalidOrderError"
 * ```
 */
export type RequestError = InvalidOrderError | ApiClient.Error | AppAuth.Error | Client.operations.CreateQrCodeError

/**
 * What a look-up can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const isLater = (error: Payments.LookUpError) => error.isRetryable
 * ```
 */
export type LookUpError = ApiClient.Error | AppAuth.Error | Client.operations.ListTransactionsError

/**
 * What was found of a stored payment: how it stands, or why that could not be asked.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const isPaid = (found: Payments.Reconciled) => found._tag === "Found" && found.standing._tag === "Collected"
 * ```
 */
export type Reconciled =
  | { readonly _tag: "Found"; readonly payment: Payment; readonly standing: Standing }
  | { readonly _tag: "Unknown"; readonly payment: Payment; readonly error: LookUpError }

/**
 * What can be done.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import { type Payment, Payments } from "@effect-orange/orange-money-sonatel"
 * import { Effect } from "effect"
 *
 * declare const save: (payment: Payment.Payment) => Effect.Effect<void>
 *
 * const checkout = (order: Payments.Order) =>
 *   Effect.map(Effect.flatMap(Payments.Payments, (payments) => payments.request(order, save)), ({ links }) => links["OM"])
 * ```
 */
export interface Service {
  /** Asks for a code, and has it stored before it gives it. Never sent twice. */
  readonly request: <E, R>(order: Order, store: (payment: Payment) => Effect.Effect<void, E, R>) => Effect.Effect<Payment, RequestError | E, R>
  /** Looks up how a payment stands, by its reference, and compares the amount. Changes nothing. */
  readonly lookUp: (payment: Payment) => Effect.Effect<Standing, LookUpError>
  /** Looks up many, five at once; an error concerns one alone. For payments that no callback has ended. */
  readonly reconcile: (payments: Iterable<Payment>) => Stream.Stream<Reconciled>
}

/**
 * Payments to one merchant.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { Payments } from "@effect-orange/orange-money-sonatel"
 * import { Effect } from "effect"
 *
 * const payments = Effect.map(Payments.Payments, ({ lookUp }) => lookUp)
 * ```
 */
export class Payments extends Context.Tag("@effect-orange/orange-money-sonatel/Payments")<Payments, Service>() {}

/**
 * Who is paid.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const options: Payments.Options = { code: "123456", name: "The shop" }
 * ```
 */
export interface Options {
  /** The merchant's code: six digits. */
  readonly code: string
  /** What the person sees. */
  readonly name: string
}

const longest = Duration.hours(24)

const faultOf = ({ amount, reference, validity }: Order): InvalidOrderError | undefined => {
  const fault = (field: string, problem: string) => new InvalidOrderError({ field, problem })
  if (reference === "") return fault("reference", "must not be empty: transactions are found by it")
  if (BigDecimal.normalize(amount).scale > 0) return fault("amount", "must be whole: XOF has no decimals")
  if (!BigDecimal.isPositive(amount)) return fault("amount", "must be at least 1")
  if (!Number.isSafeInteger(BigDecimal.unsafeToNumber(amount))) return fault("amount", "is too large to be sent exactly")
  if (validity === undefined) return undefined
  const seconds = Duration.toSeconds(validity)
  return seconds >= 1 && seconds <= Duration.toSeconds(longest) ? undefined : fault("validity", "must be between a second and 24 hours")
}

/** The picture as bytes: it comes as bare base64, as measured, or as a data URI, by older notes. */
const pictureOf = (text: string | undefined): { readonly qrCode?: Uint8Array } => {
  if (text === undefined) return {}
  const bytes = Encoding.decodeBase64(text.replace(/^data:[^,]*,/, ""))
  return Either.isRight(bytes) ? { qrCode: bytes.right } : {}
}

const linksOf = ({ deepLink, deepLinks = {}, shortLink }: Client.Schemas.QrCode): Payment["links"] => ({
  ...deepLinks,
  ...(deepLink === undefined ? {} : { any: deepLink }),
  ...(shortLink === undefined ? {} : { short: shortLink })
})

/**
 * Payments over the generated client.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Payments } from "@effect-orange/orange-money-sonatel"
 *
 * const payments = Payments.make({ code: "123456", name: "The shop" })
 * ```
 */
export const make = ({ code, name }: Options): Effect.Effect<Service, never, Client.OrangeMoneySonatel> =>
  Effect.gen(function*() {
    const client = yield* Client.OrangeMoneySonatel

    const request: Service["request"] = (order, store) =>
      Effect.gen(function*() {
        const fault = faultOf(order)
        if (fault !== undefined) return yield* fault
        const { amount, callbackUrl, cancelUrl, metadata, reference, successUrl, validity = "15 minutes" } = order
        const answer = yield* client.createQrCode({
          ...(callbackUrl === undefined ? {} : { "X-Callback-Url": callbackUrl }),
          body: {
            code,
            name,
            reference,
            amount: { unit: "XOF", value: BigDecimal.unsafeToNumber(amount) },
            validity: Math.floor(Duration.toSeconds(validity)),
            ...(metadata === undefined ? {} : { metadata }),
            ...(successUrl === undefined ? {} : { callbackSuccessUrl: successUrl }),
            ...(cancelUrl === undefined ? {} : { callbackCancelUrl: cancelUrl })
          }
        })
        const createdAt = yield* DateTime.now
        const payment = new Payment({
          version: 1,
          reference,
          amount,
          qrId: answer.qrId,
          ...pictureOf(answer.qrCode),
          links: linksOf(answer),
          createdAt,
          expiresAt: DateTime.addDuration(createdAt, validity)
        })
        yield* store(payment)
        return payment
      })

    const lookUp: Service["lookUp"] = (payment) =>
      Effect.map(client.listTransactions({ reference: payment.reference }), (answer) => {
        const all = "transactions" in answer ? answer.transactions : answer
        // Should the filter be one day ignored, another's money is not this order's.
        return standingOf(all.filter(({ reference }) => reference === undefined || reference === null || reference === payment.reference), payment)
      })

    const reconcileOne = (payment: Payment): Effect.Effect<Reconciled> =>
      Effect.match(lookUp(payment), {
        onFailure: (error) => ({ _tag: "Unknown", payment, error }),
        onSuccess: (standing) => ({ _tag: "Found", payment, standing })
      })

    return { request, lookUp, reconcile: (payments) => Stream.mapEffect(Stream.fromIterable(payments), reconcileOne, { concurrency: 5 }) }
  })

/**
 * `make` as a layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import * as Sonatel from "@effect-orange/client-orange-money-sonatel"
 * import { ClientCredentials, Environment } from "@effect-orange/core"
 * import { Payments } from "@effect-orange/orange-money-sonatel"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Layer } from "effect"
 *
 * const PaymentsLive = Payments.layer({ code: "123456", name: "The shop" }).pipe(
 *   Layer.provide(Sonatel.layer),
 *   Layer.provide(ClientCredentials.layerConfig({ environment: Environment.orangeSonatel })),
 *   Layer.provide(FetchHttpClient.layer)
 * )
 * ```
 */
export const layer = (options: Options): Layer.Layer<Payments, never, Client.OrangeMoneySonatel> => Layer.effect(Payments, make(options))
