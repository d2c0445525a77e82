/**
 * Who a text message is from: a number, a country's default sender, or a short code. Orange's SMS API wants it twice, in
 * the body as it is, and percent-encoded in the path.
 *
 * @since 0.1.0
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { Country } from "./Country.js"
import * as Msisdn from "./Msisdn.js"

/**
 * The schema of senders: `tel:`, `+` or not, and 3 to 15 digits. It is kept as given: nothing is added or taken away.
 * The message of its ParseError does not hold what was given, since a sender may be someone's number.
 *
 * That Orange takes the sender is not said. Its API was seen to answer 201 to senders that it did not know.
 *
 * @since 0.1.0
 * @category schemas
 * @example
 * ```ts
 * import { SenderAddress } from "@effect-orange/numbers"
 * import { Schema } from "effect"
 *
 * const sender = Schema.Config("ORANGE_SMS_SENDER", SenderAddress.SenderAddress)
 * ```
 */
export const SenderAddress = Schema.String.pipe(
  Schema.pattern(/^tel:\+?[0-9]{3,15}$/, {
    identifier: "SenderAddress",
    title: "SenderAddress",
    description: "A sender of text messages: `tel:`, `+` or not, and digits",
    jsonSchema: { pattern: "^tel:\\+?[0-9]{3,15}$" },
    message: () => ({
      message: "Expected a sender: tel: and 3 to 15 digits, with + before them if it is a number with its country code. What was given is not shown.",
      override: true
    })
  }),
  Schema.brand("@effect-orange/numbers/SenderAddress")
)

/**
 * A sender of text messages.
 *
 * @since 0.1.0
 * @category models
 */
export type SenderAddress = typeof SenderAddress.Type

/**
 * Makes a sender of a text that is one. Throws a ParseError if it is none: for constants. See `option` for others.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { SenderAddress } from "@effect-orange/numbers"
 *
 * const sender = SenderAddress.make("tel:+2250000")
 * ```
 */
export const make = (text: string): SenderAddress => SenderAddress.make(text)

/**
 * A sender, or none.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { SenderAddress } from "@effect-orange/numbers"
 *
 * SenderAddress.option("+2250000") // none: tel: is missing
 * ```
 */
export const option: (text: string) => Option.Option<SenderAddress> = Schema.decodeOption(SenderAddress)

/**
 * Whether a value is a sender.
 *
 * @since 0.1.0
 * @category guards
 * @example
 * ```ts
 * import { SenderAddress } from "@effect-orange/numbers"
 *
 * SenderAddress.is("tel:+2250000") // true
 * ```
 */
export const is: (value: unknown) => value is SenderAddress = Schema.is(SenderAddress)

/**
 * A number as the sender.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Msisdn, SenderAddress } from "@effect-orange/numbers"
 *
 * SenderAddress.ofMsisdn(Msisdn.make("+2250779914028")) // "tel:+2250779914028"
 * ```
 */
export const ofMsisdn = (msisdn: Msisdn.Msisdn): SenderAddress => make(Msisdn.toTel(msisdn))

/**
 * The default sender of a country, if the table has one. None of these is documented by Orange: see the confidence of
 * `smsSender`.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Country, SenderAddress } from "@effect-orange/numbers"
 * import { Option } from "effect"
 *
 * const sender = Option.flatMap(Country.byAlpha3("CIV"), SenderAddress.ofCountry) // "tel:+2250000"
 * ```
 */
export const ofCountry = ({ smsSender }: Country): Option.Option<SenderAddress> =>
  Option.map(Option.fromNullable(smsSender), ({ value }) => make(value))

/**
 * The sender for a path, percent-encoded. A client that encodes its path parameters itself wants the sender as it is.
 *
 * @since 0.1.0
 * @category conversions
 * @example
 * ```ts
 * import { SenderAddress } from "@effect-orange/numbers"
 *
 * SenderAddress.encode(SenderAddress.make("tel:+2250000")) // "tel%3A%2B2250000"
 * ```
 */
export const encode = (sender: SenderAddress): string => encodeURIComponent(sender)
