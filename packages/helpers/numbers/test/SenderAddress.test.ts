import { Country, Msisdn, SenderAddress } from "@effect-orange/numbers"
import { assert, describe, it } from "@effect/vitest"
import { assertNone } from "@effect/vitest/utils"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { msisdn } from "./support.js"

const sender = FastCheck.stringMatching(/^tel:\+?[0-9]{3,15}$/)

describe("form", () => {
  it.each(["tel:+2250000", "tel:2230000", "tel:98000", "tel:123", "tel:+2250779914028", "tel:+0000"])("%s is a sender", (text) => {
    assert.isTrue(SenderAddress.is(text))
  })

  it.each(["", "tel:", "tel:+", "tel:12", "tel:1234567890123456", "+2250000", "2250000", "tel:+225 0000", "tel:++225", "TEL:+2250000", "tel%3A%2B2250000", "tel:+2250000\n", "Orange"])(
    "%j is none",
    (text) => {
      assertNone(SenderAddress.option(text))
    }
  )

  it.each(["+2250779914028", 2250779914028, { sender: "tel:+2250779914028" }, null])("the error does not show %j", (value) => {
    const result = Schema.decodeUnknownEither(SenderAddress.SenderAddress)(value)
    assert.isTrue(Either.isLeft(result))
    assert.notInclude(String(Either.isLeft(result) ? result.left : ""), "7799")
  })
})

describe("senders", () => {
  it("are of a number", () => {
    assert.strictEqual<string>(SenderAddress.ofMsisdn(Msisdn.make("+2250779914028")), "tel:+2250779914028")
  })

  it.prop("law: of any number", [msisdn], ([text]) => {
    assert.isTrue(SenderAddress.is(SenderAddress.ofMsisdn(Msisdn.make(text))))
  })

  it("are of a country, if it has one", () => {
    const of = (code: string) => Option.getOrUndefined(Option.flatMap(Country.byAlpha2(code), SenderAddress.ofCountry))
    assert.strictEqual<string | undefined>(of("CI"), "tel:+2250000")
    assert.strictEqual<string | undefined>(of("ML"), "tel:+2230000")
    assert.isUndefined(of("FR"))
  })

  it("every sender of the table is one", () => {
    for (const { smsSender } of Country.all) if (smsSender !== undefined) assert.isTrue(SenderAddress.is(smsSender.value), smsSender.value)
  })
})

describe("encode", () => {
  it("encodes what encodeURI would leave", () => {
    assert.strictEqual(SenderAddress.encode(SenderAddress.make("tel:+2250000")), "tel%3A%2B2250000")
    assert.strictEqual(SenderAddress.encode(SenderAddress.make("tel:98000")), "tel%3A98000")
  })

  it.prop("law: a path's segment that decodes to the sender, which is kept as given", [sender], ([text]) => {
    const encoded = SenderAddress.encode(SenderAddress.make(text))
    assert.match(encoded, /^[A-Za-z0-9%]+$/)
    assert.strictEqual(decodeURIComponent(encoded), text)
    assert.strictEqual(new URL(`https://api.orange.com/outbound/${encoded}/requests`).pathname.split("/")[2], encoded)
  })
})
