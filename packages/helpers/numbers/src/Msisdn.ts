/**
 * A telephone number in its international form: `+`, country code, number, and nothing else. Its form is CAMARA's for
 * `phoneNumber`. That somebody has the number is not said: to read numbers as people write them, and to check them
 * against a country's plan, see `@effect-orange/numbers/PhoneNumber`.
 *
 * A number is personal data. No message of an error made here holds one.
 *
 * @since 0.1.0
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Country from "./Country.js"

/**
 * The schema of numbers: `+` and 5 to 15 digits, the first not 0. The message of its ParseError does not hold what was
 * given; the error's `issue` does, so do not log that. In a union (`Schema.NullOr`, `Schema.optional`) the other members
 * print what was given: use `Schema.optionalWith(Msisdn, { exact: true })`, or give the union a message that overrides.
 *
 * @since 0.1.0
 * @category schemas
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 * import { Schema } from "effect"
 *
 * const Order = Schema.Struct({ id: Schema.String, payer: Msisdn.Msisdn })
 * ```
 */
export const Msisdn = Schema.String.pipe(
  Schema.pattern(/^\+[1-9][0-9]{4,14}$/, {
    identifier: "Msisdn",
    title: "Msisdn",
    description: "A telephone number in its international form: `+`, country code, number",
    jsonSchema: { pattern: "^\\+[1-9][0-9]{4,14}$" },
    // The default message prints what was given, and so does that of what is no string.
    message: () => ({
      message: "Expected a telephone number in its international form: + and 5 to 15 digits, without spaces. What was given is not shown.",
      override: true
    })
  }),
  Schema.brand("@effect-orange/numbers/Msisdn")
)

/**
 * A telephone number in its international form.
 *
 * @since 0.1.0
 * @category models
 */
export type Msisdn = typeof Msisdn.Type

/**
 * Makes a number of a text that is one. Throws a ParseError if it is none: for constants. See `option` for others.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const support = Msisdn.make("+2250779914028")
 * ```
 */
export const make = (text: string): Msisdn => Msisdn.make(text)

/**
 * A number, or none.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * Msisdn.option("07 79 91 40 28") // none: no international form
 * ```
 */
export const option: (text: string) => Option.Option<Msisdn> = Schema.decodeOption(Msisdn)

/**
 * Whether a value is a number.
 *
 * @since 0.1.0
 * @category guards
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const numbers = ["+2250779914028", "0779914028"].filter(Msisdn.is) // the first
 * ```
 */
export const is: (value: unknown) => value is Msisdn = Schema.is(Msisdn)

/** The longest country code has three digits: of an unknown one, so many may be of it. */
const longestDialCode = 3

/** At least these stay hidden. */
const hidden = 4

/**
 * The number for logs and support: `+225••••4028`. It keeps the dial code, if that is in `Country`, and the last four
 * digits. Four digits or more of the rest are hidden, so a short number shows less of its end, or nothing. The dots are
 * always four: they do not tell its length.
 *
 * @since 0.1.0
 * @category conversions
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * Msisdn.mask(Msisdn.make("+2250779914028")) // "+225••••4028"
 * Msisdn.mask(Msisdn.make("+990100000001")) // "+••••0001"
 * ```
 */
export const mask = (msisdn: Msisdn): string => {
  const dialCode = Option.match(Country.ofMsisdn(msisdn), { onNone: () => "", onSome: (country) => country.dialCode })
  const nationalDigits = msisdn.length - 1 - (dialCode.length || longestDialCode)
  const shown = Math.min(4, Math.max(0, nationalDigits - hidden))
  return `+${dialCode}••••${msisdn.slice(msisdn.length - shown)}`
}

/**
 * The number as SMS wants a recipient: `tel:+2250779914028`.
 *
 * @since 0.1.0
 * @category conversions
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * Msisdn.toTel(Msisdn.make("+2250779914028")) // "tel:+2250779914028"
 * ```
 */
export const toTel = (msisdn: Msisdn): string => `tel:${msisdn}`

/**
 * The number of a `tel:` address, as it comes in answers and callbacks. `tel:` may be missing: some callbacks that were
 * seen leave it out. None for what has no `+`, such as a short code.
 *
 * @since 0.1.0
 * @category conversions
 * @example
 * ```ts
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * Msisdn.fromTel("tel:+2250779914028") // some
 * Msisdn.fromTel("tel:98000") // none
 * ```
 */
export const fromTel = (address: string): Option.Option<Msisdn> => option(address.replace(/^tel:/i, ""))
