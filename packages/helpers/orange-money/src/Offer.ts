/**
 * Where an application takes payments: the sandbox, or the one country that its subscription is for.
 *
 * @since 0.1.0
 */
import * as Country from "@effect-orange/numbers/Country"

/**
 * An offer: the country in the API's path, and the currency that is taken there.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Offer } from "@effect-orange/orange-money"
 *
 * // What the table does not know, or knows otherwise than your subscription.
 * const guinea: Offer.Offer = { path: "gn", currency: { code: "GNF", exponent: 0 } }
 * ```
 */
export interface Offer {
  /** `dev` is the sandbox; else as the subscription names the country. */
  readonly path: string
  readonly currency: Country.Currency
}

/**
 * The sandbox. Its money is OUV, and no country's is; whether OUV takes decimals is not known: here it does not.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Offer } from "@effect-orange/orange-money"
 *
 * const path = Offer.sandbox.path // dev
 * ```
 */
export const sandbox: Offer = { path: "dev", currency: { code: "OUV", exponent: 0 } }

const countries = new Map(Country.all.map((one) => [one.alpha2, one]))

/**
 * A country's offer, by the table of `@effect-orange/numbers`; where that knows no path, it is the code in small letters.
 * Compare the path with your subscription before you depend on it: the list is third-party knowledge.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Offer } from "@effect-orange/orange-money"
 *
 * const ivoryCoast = Offer.ofCountry("CI")
 * ```
 */
export const ofCountry = (country: Country.Alpha2): Offer => {
  const { currency, orangeMoneyPath } = countries.get(country)!
  return { path: orangeMoneyPath?.value ?? country.toLowerCase(), currency: currency.value }
}
