/**
 * A payment that was asked for, and how it stands.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Schema from "effect/Schema"

/**
 * A QR code and links that somebody can pay by. Store it before you show it: transactions are looked up by `reference`
 * and compared with `amount`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Payment } from "@effect-orange/orange-money-sonatel"
 * import { Schema } from "effect"
 *
 * const toJson = Schema.encode(Schema.parseJson(Payment.Payment))
 * const fromJson = Schema.decode(Schema.parseJson(Payment.Payment))
 * ```
 */
export class Payment extends Schema.Class<Payment>("@effect-orange/orange-money-sonatel/Payment")({
  /** Of the format, so that later versions can read this one's. */
  version: Schema.Literal(1),
  reference: Schema.String,
  /** In XOF. */
  amount: Schema.BigDecimal,
  qrId: Schema.String,
  /** A PNG to show on a screen; none if Sonatel sent none. */
  qrCode: Schema.optionalWith(Schema.Uint8ArrayFromBase64, { exact: true }),
  /** Opens Orange Money or Max it on a telephone: `OM`, `MAXIT`, `short`, and `any` for the one without a name. */
  links: Schema.Record({ key: Schema.String, value: Schema.String }),
  createdAt: Schema.DateTimeUtc,
  expiresAt: Schema.DateTimeUtc
}) {}

/**
 * How a payment stands. Only `Collected` is money: everything else is none, or none yet. Sonatel's statuses, and what
 * they mean, are third-party knowledge.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Payment } from "@effect-orange/orange-money-sonatel"
 *
 * const ship = ({ _tag }: Payment.Standing) => _tag === "Collected"
 * ```
 */
export type Standing = Data.TaggedEnum<{
  /** Nobody has begun: Sonatel knows no transaction of this reference. */
  Unpaid: {}
  /** Begun. Final within 24 hours. */
  UnderWay: { readonly status: string }
  /** `SUCCESS`, of the amount that was asked for. */
  Collected: { readonly transactionId: string }
  /** `SUCCESS`, of another amount: look at it yourself. In XOF. */
  OtherAmount: { readonly transactionId: string; readonly amount: number }
  /** `FAILED`, `CANCELLED` or `REJECTED`. Another attempt may still come while the code is valid. */
  Refused: { readonly status: string }
}>

/**
 * Makes standings.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Payment } from "@effect-orange/orange-money-sonatel"
 *
 * const collected = Payment.Standing.Collected({ transactionId: "MP260908.1831.A12345" })
 * ```
 */
export const Standing = Data.taggedEnum<Standing>()
