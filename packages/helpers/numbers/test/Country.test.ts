/** The table against itself, against libphonenumber's dial codes, and against the ICU data of the runtime. */
import { Country, Msisdn } from "@effect-orange/numbers"
import { assert, describe, it } from "@effect/vitest"
import { assertNone, assertSome } from "@effect/vitest/utils"
import * as Schema from "effect/Schema"
import { type CountryCode, getCountryCallingCode, getExampleNumber } from "libphonenumber-js/max"
import examples from "libphonenumber-js/mobile/examples"

const names = new Intl.DisplayNames("en", { type: "region" })

/** ICU writes some names otherwise. */
const otherNames: Readonly<Record<string, string>> = { CD: "Congo - Kinshasa", CI: "Côte d’Ivoire" }

describe("the table", () => {
  it("has each country of the schemas once", () => {
    assert.deepStrictEqual(Country.all.map(({ alpha2 }) => alpha2), [...Country.Alpha2.literals])
    assert.deepStrictEqual(Country.all.map(({ alpha3 }) => alpha3), [...Country.Alpha3.literals])
  })

  it.each(Country.all)("$name is as elsewhere", ({ alpha2, currency, dialCode, name }) => {
    assert.strictEqual(getCountryCallingCode(alpha2), dialCode)
    assert.strictEqual(names.of(alpha2), otherNames[alpha2] ?? name)
    const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency: currency.value.code }).resolvedOptions()
    // ISO 4217 gives Congo's franc and the ariary two decimal places; ICU knows that nobody uses those.
    assert.isTrue(maximumFractionDigits === currency.value.exponent || ["CDF", "MGA"].includes(currency.value.code))
  })

  it("codes of two and of three letters belong together", () => {
    assert.strictEqual(
      Country.all.map(({ alpha2, alpha3 }) => `${alpha2}=${alpha3}`).join(" "),
      "BE=BEL BF=BFA CD=COD CI=CIV CM=CMR ES=ESP FR=FRA GN=GIN MG=MDG ML=MLI NE=NER RO=ROU SN=SEN TN=TUN"
    )
  })

  it("no dial code begins another", () => {
    for (const a of Country.all) for (const b of Country.all) assert.isTrue(a === b || !a.dialCode.startsWith(b.dialCode))
  })

  it("a default sender is of its country", () => {
    for (const { dialCode, smsSender } of Country.all) if (smsSender !== undefined) assert.strictEqual(smsSender.value, `tel:+${dialCode}0000`)
  })

  it("francs have no cents", () => {
    const francs = Country.all.filter(({ currency }) => ["XOF", "XAF", "GNF"].includes(currency.value.code))
    assert.deepStrictEqual(francs.map(({ alpha2 }) => alpha2), ["BF", "CI", "CM", "GN", "ML", "NE", "SN"])
    for (const { currency } of francs) assert.strictEqual(currency.value.exponent, 0)
  })

  it("claims no sender and no path as documented", () => {
    for (const { orangeMoneyPath, smsSender } of Country.all) {
      assert.notStrictEqual(smsSender?.confidence, "documented")
      assert.notStrictEqual(orangeMoneyPath?.confidence, "documented")
    }
  })
})

describe("lookups", () => {
  it.each(Country.all)("find $name by each code and by a number", (country) => {
    assertSome(Country.byAlpha2(country.alpha2), country)
    assertSome(Country.byAlpha2(country.alpha2.toLowerCase()), country)
    assertSome(Country.byAlpha3(country.alpha3.toLowerCase()), country)
    assertSome(Country.byDialCode(country.dialCode), country)
    assertSome(Country.byDialCode(`+${country.dialCode}`), country)
    assertSome(Country.ofMsisdn(Msisdn.make(getExampleNumber(country.alpha2, examples)!.number)), country)
  })

  it("find nothing for others", () => {
    for (const code of ["", "XX", "CIV", " CI"]) assertNone(Country.byAlpha2(code))
    for (const code of ["", "CI", "XXX"]) assertNone(Country.byAlpha3(code))
    for (const code of ["", "+", "22", "2250", "++225"]) assertNone(Country.byDialCode(code))
    assertNone(Country.ofMsisdn(Msisdn.make("+990100000000")))
  })

  it("the schemas take the codes of the table alone", () => {
    assert.isTrue(Schema.is(Country.Alpha2)("CI"))
    assert.isFalse(Schema.is(Country.Alpha2)("CIV"))
    assert.isTrue(Schema.is(Country.Alpha3)("CIV"))
  })
})

it("every code is one that libphonenumber knows", () => {
  const code: CountryCode = Country.all[0]!.alpha2
  assert.strictEqual(code, "BE")
})
