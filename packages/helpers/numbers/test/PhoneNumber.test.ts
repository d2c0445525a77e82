/** Numbers as people write them, and what is said of those that are none. */
import { Country, Msisdn } from "@effect-orange/numbers"
import * as PhoneNumber from "@effect-orange/numbers/PhoneNumber"
import { assert, describe, it } from "@effect/vitest"
import { assertRight } from "@effect/vitest/utils"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import { type CountryCode, getCountries, getExampleNumber, isValidPhoneNumber, parsePhoneNumberWithError } from "libphonenumber-js/max"
import examples from "libphonenumber-js/mobile/examples"
import { digits } from "./support.js"

const parsed = (text: string, country?: CountryCode): string => Either.getOrElse(PhoneNumber.parse(text, { country }), ({ reason }) => reason)

describe("reads", () => {
  it.each<[string, CountryCode | undefined, string]>([
    ["07 79 91 40 28", "CI", "+2250779914028"],
    ["07-79-91-40-28", "CI", "+2250779914028"],
    ["07.79.91.40.28", "CI", "+2250779914028"],
    ["07/79/91/40/28", "CI", "+2250779914028"],
    ["07\u00A079\u202F91\u200940\u300028", "CI", "+2250779914028"],
    ["07\u201379\u201391\u221240\u201128", "CI", "+2250779914028"],
    ["\u202A+225 07 79 91 40 28\u202C", undefined, "+2250779914028"],
    ["+225 07 79 91 40 28", undefined, "+2250779914028"],
    ["+225 07 79 91 40 28", "FR", "+2250779914028"],
    ["002250779914028", "CI", "+2250779914028"],
    ["00 225 07 79 91 40 28", undefined, "+2250779914028"],
    ["2250779914028", "CI", "+2250779914028"],
    ["(+225) 07 79 91 40 28", undefined, "+2250779914028"],
    ["+225 (0)7 79 91 40 28", undefined, "+2250779914028"],
    ["tel:+2250779914028", undefined, "+2250779914028"],
    ["TEL: +225 0779914028", undefined, "+2250779914028"],
    ["tel:0779914028", "CI", "+2250779914028"],
    ["٠٧ ٧٩ ٩١ ٤٠ ٢٨", "CI", "+2250779914028"],
    ["۰۷۷۹۹۱۴۰۲۸", "CI", "+2250779914028"],
    ["߀߇߇߉߉߁߄߀߂߈", "CI", "+2250779914028"],
    ["＋２２５０７７９９１４０２８", undefined, "+2250779914028"],
    ["+33(0)6 12 34 56 78", undefined, "+33612345678"],
    ["+33 (0) 6 12 34 56 78", undefined, "+33612345678"],
    ["0033(0)6.12.34.56.78", undefined, "+33612345678"],
    ["+33 6 12 34 56 78", "CI", "+33612345678"],
    // Senegal has no 0 to leave out: here it does not help to know the plan.
    ["+221 (0)77 123 45 67", undefined, "+221771234567"],
    ["(0)6 12 34 56 78", "FR", "+33612345678"],
    ["06 12 34 56 78", "FR", "+33612345678"],
    ["77 123 45 67", "SN", "+221771234567"],
    ["+44 (0)20 7946 0018", undefined, "+442079460018"],
    // Italy's numbers keep their 0.
    ["+39 (0)6 698 12345", undefined, "+390669812345"]
  ])("%j (%s)", (text, country, expected) => {
    assert.strictEqual(parsed(text, country), expected)
  })

  it.effect("as an Effect too", () =>
    Effect.gen(function*() {
      assert.strictEqual<string>(yield* PhoneNumber.parse("07 79 91 40 28", { country: "CI" }), "+2250779914028")
      const error = yield* Effect.flip(PhoneNumber.parse("07 79 91 40", { country: "CI" }))
      assert.strictEqual(error._tag, "PhoneNumberError")
    }))
})

describe("refuses", () => {
  it.each<[string, CountryCode | undefined, PhoneNumber.Reason]>([
    ["", "CI", "NotANumber"],
    ["   ", "CI", "NotANumber"],
    ["+", "CI", "NotANumber"],
    ["-", "CI", "NotANumber"],
    ["Orange", "CI", "NotANumber"],
    ["07 79 91 40 28 ext. 3", "CI", "NotANumber"],
    ["call 0779914028", "CI", "NotANumber"],
    ["0779914028;0779914029", "CI", "NotANumber"],
    ["07+79914028", "CI", "NotANumber"],
    ["0800 ORANGE", "FR", "NotANumber"],
    ["07 79 91 40 28", undefined, "NoCountry"],
    ["+990100000000", undefined, "UnknownCountryCode"],
    ["00990100000000", "CI", "UnknownCountryCode"],
    ["+225 07 79 91 40 2", undefined, "TooShort"],
    ["07 79", "CI", "TooShort"],
    ["1", "FR", "TooShort"],
    ["07 79 91 40 28 1", "CI", "TooLong"],
    ["0779914028 0779914029", "CI", "TooLong"],
    ["03 79 91 40 28", "CI", "NotInCountry"],
    ["09 99 99 99 99", "CI", "NotInCountry"],
    ["20100000000000", "DE", "TooLong"],
    ["07 99 14 02", "CI", "OldIvorianNumber"],
    ["+225 07 99 14 02", undefined, "OldIvorianNumber"],
    ["00225 07991402", "FR", "OldIvorianNumber"],
    ["22507991402", "CI", "OldIvorianNumber"],
    ["+225 (0)7 99 14 02", undefined, "OldIvorianNumber"],
    ["21 35 12 34", "CI", "OldIvorianNumber"]
  ])("%j (%s): %s", (text, country, reason) => {
    assert.strictEqual(parsed(text, country), reason)
  })

  it("8 digits are old in Côte d'Ivoire alone", () => {
    assert.strictEqual(parsed("70 12 34 56", "ML"), "+22370123456")
    assert.strictEqual(parsed("+226 70 12 34 56", "CI"), "+22670123456")
  })

  it("with a message that says what to do", () => {
    assert.strictEqual(
      new PhoneNumber.PhoneNumberError({ reason: "OldIvorianNumber" }).message,
      "The number has 8 digits, and numbers of Côte d'Ivoire have 10 since 31 January 2021. Ask its owner for the two digits in front: of mobile numbers 01 (Moov), 05 (MTN) or 07 (Orange). They are not guessed here."
    )
  })
})

describe("laws", () => {
  const country = FastCheck.constantFrom(...getCountries())

  it.each(Country.all)("$name: an example is read in every format", ({ alpha2 }) => {
    const example = getExampleNumber(alpha2, examples)!
    for (const format of ["E.164", "NATIONAL", "INTERNATIONAL", "RFC3966"] as const) assert.strictEqual(parsed(example.format(format), alpha2), example.number)
    assert.strictEqual(parsed(example.formatInternational()), example.number)
    assert.strictEqual(parsed(`00${example.number.slice(1)}`), example.number)
  })

  it("any country's example is read as libphonenumber writes it", () => {
    for (const code of getCountries()) {
      const example = getExampleNumber(code, examples)
      if (example === undefined || !example.isValid()) continue
      assert.strictEqual(parsed(example.formatInternational()), example.number, code)
      assert.strictEqual(parsed(example.formatNational(), code), example.number, code)
    }
  })

  it.prop("what is read is valid, and is read again as itself", [FastCheck.stringMatching(/^(\+|00)?[0-9 ().-]{3,18}$/), country], ([text, code]) => {
    const once = PhoneNumber.parse(text, { country: code })
    if (Either.isLeft(once)) return
    assert.isTrue(Msisdn.is(once.right))
    assert.isTrue(isValidPhoneNumber(once.right))
    assertRight(PhoneNumber.parse(once.right), once.right)
    assertRight(PhoneNumber.parse(parsePhoneNumberWithError(once.right).formatInternational()), once.right)
  }, { fastCheck: { numRuns: 500 } })

  const separator = FastCheck.constantFrom("", " ", "-", ".", "/", "\u00A0", "\u2013", "\u200E")
  it.prop("separators do not matter", [FastCheck.stringMatching(/^(0[157][0-9]{8}|[0-9]{6,11})$/), FastCheck.array(separator, { minLength: 11, maxLength: 11 })], ([text, separators]) => {
    const spread = [...text].map((digit, i) => digit + separators[i]).join("")
    assert.strictEqual(parsed(spread, "CI"), parsed(text, "CI"))
  })

  it.prop("whatever is given, nothing but PhoneNumberError comes, and nothing of what was given is in it", [FastCheck.oneof(FastCheck.string(), FastCheck.string({ unit: "binary" }), FastCheck.stringMatching(/^[0-9]{5,25}$/)), country], ([text, code]) => {
    const result = PhoneNumber.parse(text, { country: code })
    if (Either.isRight(result)) return
    const { left } = result
    assert.deepStrictEqual(Object.keys(JSON.parse(JSON.stringify(left))).sort(), ["_tag", "reason"])
    if (digits(text).length >= 5) assert.notInclude(`${left} ${left.message} ${left.stack}`, digits(text))
  }, { fastCheck: { numRuns: 500 } })
})
