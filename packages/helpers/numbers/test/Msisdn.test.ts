/** Numbers: their form, their mask, and that no error shows one. */
import { Country, Msisdn } from "@effect-orange/numbers"
import { assert, describe, it } from "@effect/vitest"
import { assertNone, assertSome } from "@effect/vitest/utils"
import * as Arbitrary from "effect/Arbitrary"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as JSONSchema from "effect/JSONSchema"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { msisdn } from "./support.js"

const orange = Msisdn.make("+2250779914028")

describe("form", () => {
  it.each(["+12345", "+2250779914028", "+990100000000", "+123456789012345"])("%s is a number", (text) => {
    assert.isTrue(Msisdn.is(text))
    assertSome(Msisdn.option(text), Msisdn.make(text))
  })

  it.each(["", "+", "+1234", "+1234567890123456", "2250779914028", "002250779914028", "+0779914028", "+225 0779914028", "tel:+2250779914028", "+2250779914028\n", "+٢٢٥٠٧٧٩٩١٤٠٢٨"])(
    "%j is none",
    (text) => {
      assert.isFalse(Msisdn.is(text))
      assertNone(Msisdn.option(text))
    }
  )

  it("its JSON schema has CAMARA's pattern", () => {
    assert.include(JSON.stringify(JSONSchema.make(Msisdn.Msisdn)), JSON.stringify("^\\+[1-9][0-9]{4,14}$"))
  })

  it.prop("its arbitrary makes numbers", [Arbitrary.make(Msisdn.Msisdn)], ([one]) => {
    assert.match(one, /^\+[1-9][0-9]{4,14}$/)
  })
})

describe("what was given is in no message", () => {
  const secret = "77991402877991402877"
  const messageOf = <A, I>(schema: Schema.Schema<A, I>, value: unknown) => {
    const result = Schema.decodeUnknownEither(schema)(value)
    assert.isTrue(Either.isLeft(result))
    const error = Either.isLeft(result) ? result.left : undefined
    return `${String(error)} ${error?.message} ${JSON.stringify(error)}`
  }

  it.each([secret, Number("779914028"), [secret], { number: secret }, `+${secret}`, ` ${secret} `])("not %j", (value) => {
    for (const [schema, input] of [
      [Msisdn.Msisdn, value],
      [Schema.Struct({ payer: Msisdn.Msisdn }), { payer: value }],
      [Schema.Array(Msisdn.Msisdn), [value]],
      [Schema.Struct({ payer: Schema.optionalWith(Msisdn.Msisdn, { exact: true }) }), { payer: value }],
      // A union's other members print what was given, so it needs a message of its own.
      [Schema.NullOr(Msisdn.Msisdn).annotations({ message: () => ({ message: "Expected a number or null", override: true }) }), value]
    ] as ReadonlyArray<readonly [Schema.Schema<unknown>, unknown]>) {
      assert.notInclude(messageOf(schema, input), "7799")
    }
  })

  it.prop("not any digits of it", [FastCheck.stringMatching(/^[06-9]{6,20}$/)], ([text]) => {
    assert.notInclude(messageOf(Msisdn.Msisdn, text), text.slice(0, 4))
  })

  it("make throws without it", () => {
    assert.throws(() => Msisdn.make(secret), /^(?!.*7799).*international form/s)
  })
})

describe("mask", () => {
  it.each([
    ["+2250779914028", "+225••••4028"],
    ["+33612345678", "+33••••5678"],
    ["+2161234567", "+216••••567"],
    ["+22512345", "+225••••5"],
    ["+2251234", "+225••••"],
    ["+33123", "+33••••"],
    ["+990100000001", "+••••0001"],
    ["+19991", "+••••"],
    ["+1999123", "+••••"],
    ["+19991234", "+••••4"]
  ])("%s is %s", (number, masked) => {
    assert.strictEqual(Msisdn.mask(Msisdn.make(number)), masked)
  })

  it.prop("law: it shows a known dial code, and of the rest the last four digits at most and never the first four", [msisdn], ([text]) => {
    const number = Msisdn.make(text)
    const dialCode = Option.match(Country.ofMsisdn(number), { onNone: () => "", onSome: (country) => country.dialCode })
    const rest = text.slice(1 + dialCode.length)
    const [start, end] = Msisdn.mask(number).split("••••")
    assert.strictEqual(start, `+${dialCode}`)
    assert.isTrue(rest.endsWith(end!))
    assert.isAtMost(end!.length, 4)
    assert.isTrue(end === "" || rest.length - end!.length >= 4)
  })
})

describe("tel", () => {
  it("addresses", () => {
    assert.strictEqual(Msisdn.toTel(orange), "tel:+2250779914028")
    for (const address of ["tel:+2250779914028", "TEL:+2250779914028", "+2250779914028"]) assertSome(Msisdn.fromTel(address), orange)
    for (const address of ["", "tel:", "tel:98000", "tel:2250779914028", "tel:tel:+2250779914028", "sip:+2250779914028"]) assertNone(Msisdn.fromTel(address))
  })

  it.prop("law: fromTel undoes toTel", [msisdn], ([text]) => {
    const number = Msisdn.make(text)
    assertSome(Msisdn.fromTel(Msisdn.toTel(number)), number)
  })
})

it("a text is no number to the compiler", () => {
  // @ts-expect-error a text that was not checked
  const number: Msisdn.Msisdn = "+2250779914028"
  assert.isString(number)
})
