/**
 * Numbers as people write them: `07 79 91 40 28`, `+33(0)6 12 34 56 78`, `00225…`. They are read and checked against the
 * numbering plan of their country, by libphonenumber-js: install that beside this package to use this module.
 *
 * It loads that library's `max` metadata, which knows the ranges of each kind of number. With the default metadata, which
 * knows little more than lengths, numbers pass that nobody can have, such as `+225 03 …` of Côte d'Ivoire. The price is
 * 193 kB, minified, instead of 119 kB (49 and 29 kB compressed).
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { type CountryCode, ParseError, parsePhoneNumberWithError, validatePhoneNumberLength } from "libphonenumber-js/max"
import * as Msisdn from "./Msisdn.js"

const reasons = {
  NotANumber: "The text is no telephone number: it holds more than digits, separators and a + in front, or no digit at all. Pass the number alone, without an extension.",
  NoCountry: "The number has no country code, and no country was given. Pass `country`, or write the number with + and its country code.",
  UnknownCountryCode: "No country has the country code that the number begins with. Check its first digits. A test number of Orange's CAMARA playground (+990…) is no number of a country: make it with Msisdn.make.",
  TooShort: "The number has too few digits for its country. Check that none is missing.",
  TooLong: "The number has too many digits for its country. Check that it is one number, and that its country is the right one.",
  NotInCountry: "No number of its country is like this one: its length or first digits are not in the country's numbering plan. Check the digits, and that the country is the right one.",
  OldIvorianNumber: "The number has 8 digits, and numbers of Côte d'Ivoire have 10 since 31 January 2021. Ask its owner for the two digits in front: of mobile numbers 01 (Moov), 05 (MTN) or 07 (Orange). They are not guessed here."
} as const

/**
 * Why a text was not read as a number.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Reason } from "@effect-orange/numbers/PhoneNumber"
 *
 * const isTypo = (reason: Reason) => reason === "TooShort" || reason === "TooLong"
 * ```
 */
export type Reason = keyof typeof reasons

/**
 * The text was not read as a number. It is not in the error, since it may be someone's number.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import * as PhoneNumber from "@effect-orange/numbers/PhoneNumber"
 * import { Effect } from "effect"
 *
 * const read = (text: string) =>
 *   PhoneNumber.parse(text, { country: "CI" }).pipe(
 *     Effect.catchTag("PhoneNumberError", (error) => Effect.fail({ field: "phone", problem: error.message }))
 *   )
 * ```
 */
export class PhoneNumberError extends Schema.TaggedError<PhoneNumberError>("@effect-orange/numbers/PhoneNumberError")("PhoneNumberError", {
  reason: Schema.Literal(
    "NotANumber",
    "NoCountry",
    "UnknownCountryCode",
    "TooShort",
    "TooLong",
    "NotInCountry",
    "OldIvorianNumber"
  )
}) {
  /** What happened and what to do. */
  override get message(): string {
    return reasons[this.reason]
  }
}

/**
 * Options of `parse`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/numbers/PhoneNumber"
 *
 * const options: Options = { country: "SN" }
 * ```
 */
export interface Options {
  /** Where a number without a country code is of, as ISO 3166-1 alpha-2. A number with one may be of any country. */
  readonly country?: CountryCode | undefined
}

/** Arabic, Persian, N'Ko and full-width digits: the lowest four bits of each are its value. */
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9\u07C0-\u07C9\uFF10-\uFF19]/g

/** Invisible marks come along when a number is copied from a page or a contact: direction, joiners, byte order. */
const plain = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, "")
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\uFF0B/g, "+")
    .trim()
    .replace(/^tel:\s*/i, "")

/** Digits with what people put between them: white space, dots, dashes of all kinds, slashes, brackets. */
const writtenNumber = /^[\s(]*\+?[\d\s().,\-/\u2010-\u2015\u2212\u00B7\u2022\u30FB]+$/

const compact = (text: string): string => text.replace(/[^\d+]/g, "")

/** `00` is how most countries dial abroad. Where another prefix is used, libphonenumber knows it. */
const withPlus = (digits: string): string => digits.replace(/^00/, "+")

/**
 * `+33(0)6…` means: 0 from within the country, else none. Countries whose numbers keep their 0 (Côte d'Ivoire, Italy)
 * are written so by mistake, so the form with 0 is tried as well.
 */
const candidates = (written: string): ReadonlyArray<string> => {
  const kept = withPlus(compact(written))
  return kept.startsWith("+") && /\(\s*0\s*\)/.test(written) ? [withPlus(compact(written.replace(/\(\s*0\s*\)/, ""))), kept] : [kept]
}

const isOldIvorian = (digits: string, country: CountryCode | undefined): boolean =>
  /^\+225\d{8}$/.test(digits) || (country === "CI" && /^(225)?\d{8}$/.test(digits))

const reasonOf: Readonly<Record<string, Reason>> = {
  NOT_A_NUMBER: "NotANumber",
  TOO_SHORT: "TooShort",
  TOO_LONG: "TooLong"
}

const reasonOfParse = (digits: string, country: CountryCode | undefined, error: unknown): Reason => {
  if (!(error instanceof ParseError)) throw error
  if (error.message !== "INVALID_COUNTRY") return reasonOf[error.message] ?? "NotInCountry"
  return digits.startsWith("+") || country !== undefined ? "UnknownCountryCode" : "NoCountry"
}

const read = (digits: string, country: CountryCode | undefined): Either.Either<string, Reason> => {
  if (isOldIvorian(digits, country)) return Either.left("OldIvorianNumber")
  try {
    const found = parsePhoneNumberWithError(digits, { extract: false, ...(country === undefined ? {} : { defaultCountry: country }) })
    if (found.isValid()) return Either.right(found.number)
    return Either.left(reasonOf[validatePhoneNumberLength(found.number) ?? ""] ?? "NotInCountry")
  } catch (error) {
    return Either.left(reasonOfParse(digits, country, error))
  }
}

/**
 * Reads a number as people write it. Spaces, dots, dashes, slashes and brackets do not matter; `tel:` and `00` in front,
 * the `(0)` of `+33(0)6…`, and Arabic, Persian, N'Ko and full-width digits are understood. Fails with `PhoneNumberError`
 * if the number is not in its country's plan; that it is in use is not checked.
 *
 * Ivorian numbers of 8 digits, from before 31 January 2021, are refused: their operator's two digits are not guessed.
 *
 * @since 0.1.0
 * @category parsing
 * @example
 * ```ts
 * import * as PhoneNumber from "@effect-orange/numbers/PhoneNumber"
 * import { Effect } from "effect"
 *
 * const program = Effect.gen(function*() {
 *   yield* PhoneNumber.parse("07 79 91 40 28", { country: "CI" }) // "+2250779914028"
 *   yield* PhoneNumber.parse("+33(0)6 12 34 56 78") // "+33612345678"
 * })
 * ```
 */
export const parse = (text: string, { country }: Options = {}): Either.Either<Msisdn.Msisdn, PhoneNumberError> => {
  const written = plain(text)
  if (!writtenNumber.test(written)) return Either.left(new PhoneNumberError({ reason: "NotANumber" }))
  const attempts = candidates(written).map((digits) => read(digits, country))
  const best = attempts.find(Either.isRight) ?? attempts.find((one) => Either.isLeft(one) && one.left === "OldIvorianNumber") ?? attempts[0]!
  // Some plans have numbers that are longer than E.164's 15 digits: networks that send messages know none of them.
  const number = Either.flatMap(best, (one) => Either.fromOption(Msisdn.option(one), (): Reason => "TooLong"))
  return Either.mapLeft(number, (reason) => new PhoneNumberError({ reason }))
}
