/**
 * What is kept of a payment between its creation and its end. The status is asked for with three of its fields, and a
 * notification is known by a fourth.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Schema from "effect/Schema"

/**
 * A payment that was initiated. Store it before you send the person to `paymentUrl`: without it a payment that was made
 * cannot be asked about.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { PaymentIntent } from "@effect-orange/orange-money"
 * import { Schema } from "effect"
 *
 * // JSON for your database. It holds the tokens in clear: keep it as you keep other secrets.
 * const toJson = Schema.encode(Schema.parseJson(PaymentIntent.PaymentIntent))
 * const fromJson = Schema.decode(Schema.parseJson(PaymentIntent.PaymentIntent))
 * ```
 */
export class PaymentIntent extends Schema.Class<PaymentIntent>("@effect-orange/orange-money/PaymentIntent")({
  /** Of the format, so that later versions can read this one's. */
  version: Schema.Literal(1),
  orderId: Schema.String,
  amount: Schema.BigDecimal,
  currency: Schema.String,
  /** Names the payment at Orange. */
  payToken: Schema.Redacted(Schema.String),
  /** What a notification must hold. */
  notifyToken: Schema.Redacted(Schema.String),
  /** Where the person pays; it holds `payToken`. Send them there as it is given. */
  paymentUrl: Schema.Redacted(Schema.String),
  createdAt: Schema.DateTimeUtc,
  /** When the `payToken` ends: ten minutes after `createdAt` (Orange's guide). */
  expiresAt: Schema.DateTimeUtc
}) {}

/**
 * How a payment stands. `Success`, `Failed` and `Expired` are its ends; `Other` is a status that is not known here.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { PaymentIntent } from "@effect-orange/orange-money"
 *
 * const isPaid = (standing: PaymentIntent.Standing) => standing._tag === "Success"
 * ```
 */
export type Standing = Data.TaggedEnum<{
  /** The person has not begun. */
  Initiated: {}
  /** The person has begun. */
  Pending: {}
  /** Paid. The number is Orange's. */
  Success: { readonly transactionId: string | undefined }
  /** Refused. */
  Failed: { readonly transactionId: string | undefined }
  /** Nobody paid in time. */
  Expired: {}
  Other: { readonly status: string }
}>

/**
 * Makes standings.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { PaymentIntent } from "@effect-orange/orange-money"
 *
 * const paid = PaymentIntent.Standing.Success({ transactionId: "MP150709.1341.A00073" })
 * ```
 */
export const Standing = Data.taggedEnum<Standing>()

/**
 * Whether a payment is over, one way or the other.
 *
 * @since 0.1.0
 * @category guards
 * @example
 * ```ts
 * import { PaymentIntent } from "@effect-orange/orange-money"
 *
 * PaymentIntent.isOver(PaymentIntent.Standing.Expired()) // true
 * ```
 */
export const isOver = ({ _tag }: Standing): boolean => _tag === "Success" || _tag === "Failed" || _tag === "Expired"
