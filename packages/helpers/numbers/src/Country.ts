/**
 * The countries that Orange's APIs are known to serve, in one table. Codes, names and dial codes are those of ISO 3166-1
 * and ITU-T E.164. What is said of Orange has a confidence, since Orange documents little of it by country.
 *
 * @since 0.1.0
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { Msisdn } from "./Msisdn.js"

/**
 * Where a fact about Orange is from. `documented`: a page of Orange says so. `third-party`: it is in code of others that
 * calls Orange. `unknown`: it is inferred, or nobody is known to have tried it. Try what is not documented before you
 * depend on it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Country } from "@effect-orange/numbers"
 *
 * const isSure = (confidence: Country.Confidence) => confidence === "documented"
 * ```
 */
export type Confidence = "documented" | "third-party" | "unknown"

/**
 * A value, and how sure it is.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Country } from "@effect-orange/numbers"
 *
 * const path: Country.Fact<string> = { value: "cm", confidence: "third-party" }
 * ```
 */
export interface Fact<A> {
  readonly value: A
  readonly confidence: Confidence
}

/**
 * A currency of ISO 4217. `exponent` is the number of decimal places of its minor unit: 0 for XOF, where an amount is a
 * whole number of francs, and 2 for EUR.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Country } from "@effect-orange/numbers"
 *
 * const isAmount = (amount: number, { exponent }: Country.Currency) => Number(amount.toFixed(exponent)) === amount
 * ```
 */
export interface Currency {
  readonly code: string
  readonly exponent: number
}

/**
 * The codes of two letters (ISO 3166-1 alpha-2) of the countries in the table.
 *
 * @since 0.1.0
 * @category schemas
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 * import { Schema } from "effect"
 *
 * const country = Schema.Config("ORANGE_COUNTRY", Country.Alpha2)
 * ```
 */
export const Alpha2 = Schema.Literal("BE", "BF", "CD", "CI", "CM", "ES", "FR", "GN", "MG", "ML", "NE", "RO", "SN", "TN")

/**
 * A code of two letters.
 *
 * @since 0.1.0
 * @category models
 */
export type Alpha2 = typeof Alpha2.Type

/**
 * The codes of three letters (ISO 3166-1 alpha-3) of the countries in the table. The administration of SMS wants these.
 *
 * @since 0.1.0
 * @category schemas
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 * import { Schema } from "effect"
 *
 * const isKnown = Schema.is(Country.Alpha3)
 * ```
 */
export const Alpha3 = Schema.Literal("BEL", "BFA", "COD", "CIV", "CMR", "ESP", "FRA", "GIN", "MDG", "MLI", "NER", "ROU", "SEN", "TUN")

/**
 * A code of three letters.
 *
 * @since 0.1.0
 * @category models
 */
export type Alpha3 = typeof Alpha3.Type

/**
 * What is known of a country.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Country } from "@effect-orange/numbers"
 *
 * const label = ({ dialCode, name }: Country.Country) => `${name} (+${dialCode})`
 * ```
 */
export interface Country {
  readonly alpha2: Alpha2
  readonly alpha3: Alpha3
  readonly name: string
  /** Digits alone: `225`. */
  readonly dialCode: string
  /** The country's currency by ISO 4217. The confidence is of its being what Orange Money takes there. */
  readonly currency: Fact<Currency>
  /** The sender of text messages from who has no number of their own: `tel:+2250000`. */
  readonly smsSender: Fact<string> | undefined
  /** What stands for the country in the path of Orange Money's web payment: `ci`. The sandbox has `dev` instead. */
  readonly orangeMoneyPath: Fact<string> | undefined
}

const documented = <A>(value: A): Fact<A> => ({ value, confidence: "documented" })
const thirdParty = <A>(value: A): Fact<A> => ({ value, confidence: "third-party" })
const unknown = <A>(value: A): Fact<A> => ({ value, confidence: "unknown" })

// Orange's guide to web payment names these three, and none else.
const xof = documented<Currency>({ code: "XOF", exponent: 0 })
const xaf = documented<Currency>({ code: "XAF", exponent: 0 })
const gnf = documented<Currency>({ code: "GNF", exponent: 0 })
const eur = unknown<Currency>({ code: "EUR", exponent: 2 })

/** The senders that were seen are the dial code and four zeros: where none was seen, that is a guess. */
const guessed = (dialCode: string): Fact<string> => unknown(`tel:+${dialCode}0000`)

/**
 * The table, by alpha-2 code.
 *
 * @since 0.1.0
 * @category constants
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 *
 * const withSender = Country.all.filter(({ smsSender }) => smsSender !== undefined)
 * ```
 */
export const all: ReadonlyArray<Country> = [
  { alpha2: "BE", alpha3: "BEL", name: "Belgium", dialCode: "32", currency: eur, smsSender: undefined, orangeMoneyPath: undefined },
  { alpha2: "BF", alpha3: "BFA", name: "Burkina Faso", dialCode: "226", currency: xof, smsSender: guessed("226"), orangeMoneyPath: unknown("bf") },
  {
    alpha2: "CD",
    alpha3: "COD",
    name: "Democratic Republic of the Congo",
    dialCode: "243",
    currency: unknown({ code: "CDF", exponent: 2 }),
    smsSender: guessed("243"),
    orangeMoneyPath: undefined
  },
  { alpha2: "CI", alpha3: "CIV", name: "Côte d'Ivoire", dialCode: "225", currency: xof, smsSender: thirdParty("tel:+2250000"), orangeMoneyPath: unknown("ci") },
  { alpha2: "CM", alpha3: "CMR", name: "Cameroon", dialCode: "237", currency: xaf, smsSender: guessed("237"), orangeMoneyPath: thirdParty("cm") },
  { alpha2: "ES", alpha3: "ESP", name: "Spain", dialCode: "34", currency: eur, smsSender: undefined, orangeMoneyPath: undefined },
  { alpha2: "FR", alpha3: "FRA", name: "France", dialCode: "33", currency: eur, smsSender: undefined, orangeMoneyPath: undefined },
  { alpha2: "GN", alpha3: "GIN", name: "Guinea", dialCode: "224", currency: gnf, smsSender: undefined, orangeMoneyPath: unknown("gn") },
  {
    alpha2: "MG",
    alpha3: "MDG",
    name: "Madagascar",
    dialCode: "261",
    currency: unknown({ code: "MGA", exponent: 2 }),
    smsSender: undefined,
    orangeMoneyPath: thirdParty("mg")
  },
  { alpha2: "ML", alpha3: "MLI", name: "Mali", dialCode: "223", currency: xof, smsSender: thirdParty("tel:+2230000"), orangeMoneyPath: unknown("ml") },
  { alpha2: "NE", alpha3: "NER", name: "Niger", dialCode: "227", currency: xof, smsSender: guessed("227"), orangeMoneyPath: undefined },
  { alpha2: "RO", alpha3: "ROU", name: "Romania", dialCode: "40", currency: unknown({ code: "RON", exponent: 2 }), smsSender: undefined, orangeMoneyPath: undefined },
  { alpha2: "SN", alpha3: "SEN", name: "Senegal", dialCode: "221", currency: xof, smsSender: guessed("221"), orangeMoneyPath: unknown("sn") },
  { alpha2: "TN", alpha3: "TUN", name: "Tunisia", dialCode: "216", currency: unknown({ code: "TND", exponent: 3 }), smsSender: guessed("216"), orangeMoneyPath: undefined }
]

const find = (isWanted: (country: Country) => boolean): Option.Option<Country> => Option.fromNullable(all.find(isWanted))

/**
 * The country of a code of two letters, in upper or lower case.
 *
 * @since 0.1.0
 * @category lookups
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 *
 * Country.byAlpha2("ci") // Côte d'Ivoire
 * ```
 */
export const byAlpha2 = (code: string): Option.Option<Country> => find(({ alpha2 }) => alpha2 === code.toUpperCase())

/**
 * The country of a code of three letters, in upper or lower case.
 *
 * @since 0.1.0
 * @category lookups
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 *
 * Country.byAlpha3("CIV") // Côte d'Ivoire
 * ```
 */
export const byAlpha3 = (code: string): Option.Option<Country> => find(({ alpha3 }) => alpha3 === code.toUpperCase())

/**
 * The country of a dial code, with or without `+`.
 *
 * @since 0.1.0
 * @category lookups
 * @example
 * ```ts
 * import { Country } from "@effect-orange/numbers"
 *
 * Country.byDialCode("+225") // Côte d'Ivoire
 * ```
 */
export const byDialCode = (code: string): Option.Option<Country> => find(({ dialCode }) => dialCode === code.replace(/^\+/, ""))

/**
 * The country of a number, by its dial code. None if it is not in the table. Dial codes are prefix-free, so there is one
 * at most.
 *
 * @since 0.1.0
 * @category lookups
 * @example
 * ```ts
 * import { Country, Msisdn } from "@effect-orange/numbers"
 *
 * Country.ofMsisdn(Msisdn.make("+2250779914028")) // Côte d'Ivoire
 * ```
 */
export const ofMsisdn = (msisdn: Msisdn): Option.Option<Country> => find(({ dialCode }) => msisdn.startsWith(`+${dialCode}`))
