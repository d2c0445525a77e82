/** The count of SMS: the alphabet as the standard has it, the boundaries, and laws against a slow and simple count. */
import { estimate, type Estimate, TooLongError, transliterate, within } from "@effect-orange/sms/Estimate"
import { assert, describe, it } from "@effect/vitest"
import { assertRight } from "@effect/vitest/utils"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"

/**
 * 3GPP TS 23.038, 6.2.1: the code points of 0x00 to 0x7F, sixteen a row. 0x09 is Ç, as the standard says; the table of
 * unicode.org once had ç there. 0x1B is the escape.
 */
const standard: ReadonlyArray<ReadonlyArray<number>> = [
  [0x40, 0xa3, 0x24, 0xa5, 0xe8, 0xe9, 0xf9, 0xec, 0xf2, 0xc7, 0x0a, 0xd8, 0xf8, 0x0d, 0xc5, 0xe5],
  [0x394, 0x5f, 0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3, 0x398, 0x39e, 0x1b, 0xc6, 0xe6, 0xdf, 0xc9],
  [0x20, 0x21, 0x22, 0x23, 0xa4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f],
  [0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f],
  [0xa1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5a, 0xc4, 0xd6, 0xd1, 0xdc, 0xa7],
  [0xbf, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
  [0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0xe4, 0xf6, 0xf1, 0xfc, 0xe0]
]

const escape = 0x1b
const basic = standard.flat().filter((code) => code !== escape).map((code) => String.fromCodePoint(code))

/** 3GPP TS 23.038, 6.2.1.1: form feed ^ { } \ [ ~ ] | € */
const extended = [0x0c, 0x5e, 0x7b, 0x7d, 0x5c, 0x5b, 0x7e, 0x5d, 0x7c, 0x20ac].map((code) => String.fromCodePoint(code))
const gsm = [...basic, ...extended]

describe("the alphabet", () => {
  it("is the standard's, and nothing else of the first 65,536 characters", () => {
    assert.strictEqual(standard.flat().length, 128)
    const found = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) => estimate(character).encoding === "GSM-7")
    assert.deepStrictEqual(found.sort(), [...gsm].sort())
  })

  it.each(basic)("%j takes one septet", (character) => {
    assert.strictEqual(estimate(character).characters, 1)
  })

  it.each(extended)("%j takes two", (character) => {
    assert.strictEqual(estimate(character).characters, 2)
  })

  it("has of French the letters that it has", () => {
    assert.strictEqual(estimate("éèàùÇÉ").encoding, "GSM-7")
    for (const character of "çêâîôûëïœÀÈÊ’“”«»…–") assert.strictEqual(estimate(character).encoding, "UCS-2", character)
  })
})

const shape = (text: string) => {
  const { characters, encoding, parts, remaining, units } = estimate(text)
  return [encoding, units, characters, remaining, parts.map(({ length }) => length).join("+")]
}

const emoji = "😀"

describe("boundaries", () => {
  it.each<[string, string, ReadonlyArray<unknown>]>([
    ["nothing", "", ["GSM-7", 1, 0, 160, "0"]],
    ["1", "x", ["GSM-7", 1, 1, 159, "1"]],
    ["160", "x".repeat(160), ["GSM-7", 1, 160, 0, "160"]],
    ["161", "x".repeat(161), ["GSM-7", 2, 161, 145, "153+8"]],
    ["2 × 153", "x".repeat(306), ["GSM-7", 2, 306, 0, "153+153"]],
    ["2 × 153 + 1", "x".repeat(307), ["GSM-7", 3, 307, 152, "153+153+1"]],
    ["80 escapes", "€".repeat(80), ["GSM-7", 1, 160, 0, "80"]],
    ["81 escapes", "€".repeat(81), ["GSM-7", 2, 162, 143, "76+5"]],
    ["an escape at the end of an SMS alone", `${"x".repeat(158)}€`, ["GSM-7", 1, 160, 0, "159"]],
    ["an escape over the end of an SMS alone", `${"x".repeat(159)}€`, ["GSM-7", 2, 161, 145, "153+7"]],
    ["an escape over the end of a part", `${"x".repeat(152)}€${"x".repeat(7)}`, ["GSM-7", 2, 161, 144, "152+8"]],
    ["an escape that makes a third part", `${"x".repeat(152)}€${"x".repeat(152)}`, ["GSM-7", 3, 306, 152, "152+152+1"]],
    ["70", "ê".repeat(70), ["UCS-2", 1, 70, 0, "70"]],
    ["71", "ê".repeat(71), ["UCS-2", 2, 71, 63, "67+4"]],
    ["2 × 67", "ê".repeat(134), ["UCS-2", 2, 134, 0, "67+67"]],
    ["2 × 67 + 1", "ê".repeat(135), ["UCS-2", 3, 135, 66, "67+67+1"]],
    ["35 emoji", emoji.repeat(35), ["UCS-2", 1, 70, 0, "70"]],
    ["36 emoji", emoji.repeat(36), ["UCS-2", 2, 72, 61, "66+6"]],
    ["an emoji over the end of an SMS alone", `${"x".repeat(69)}${emoji}`, ["UCS-2", 2, 71, 63, "67+4"]],
    ["an emoji over the end of a part", `${"x".repeat(66)}${emoji}${"x".repeat(66)}`, ["UCS-2", 3, 134, 66, "66+67+1"]],
    ["brackets in UCS-2 take one", `ê${"[".repeat(69)}`, ["UCS-2", 1, 70, 0, "70"]]
  ])("%s", (_, text, expected) => {
    assert.deepStrictEqual(shape(text), expected)
  })
})

describe("forcedBy", () => {
  it("names each character once, where it comes first", () => {
    assert.deepStrictEqual(estimate(`C’est ${emoji} prêt, c’est prêt`).forcedBy, [
      { character: "’", index: 1 },
      { character: emoji, index: 6 },
      { character: "ê", index: 11 }
    ])
    assert.deepStrictEqual(estimate("Votre code est 1234").forcedBy, [])
  })

  it("names ten at most", () => {
    assert.strictEqual(estimate("xабвгдежзиклмнопрст").forcedBy.map(({ character }) => character).join(""), "абвгдежзик")
  })

  it("the escape itself and halves of characters force it", () => {
    for (const character of ["\u001b", "\ud83d", "\ude00"]) assert.deepStrictEqual(estimate(character).forcedBy, [{ character, index: 0 }])
  })
})

/** Texts that meet boundaries: long enough, of characters of every cost. */
const gsmText = FastCheck.array(FastCheck.constantFrom(...extended, "x", "é", "x", "\n", "@"), { maxLength: 400 }).map((all) => all.join(""))
const anyText = FastCheck.oneof(
  gsmText,
  FastCheck.array(FastCheck.constantFrom("x", "ê", "€", emoji, "\ud83d", "\ude00", "…", "’"), { maxLength: 300 }).map((all) => all.join("")),
  FastCheck.string({ unit: "binary", maxLength: 200 }),
  FastCheck.string({ unit: "grapheme", maxLength: 200 })
)

const costOf = (encoding: Estimate["encoding"], text: string): number =>
  encoding === "UCS-2" ? text.length : [...text].reduce((sum, character) => sum + (extended.includes(character) ? 2 : 1), 0)

/** The fewest parts of at most `capacity`, by trying every place to cut. */
const fewestParts = (costs: ReadonlyArray<number>, capacity: number): number => {
  const fewest = [0]
  for (let end = 1; end <= costs.length; end++) {
    let used = 0
    fewest[end] = Infinity
    for (let start = end - 1; start >= 0 && (used += costs[start]!) <= capacity; start--) fewest[end] = Math.min(fewest[end]!, fewest[start]! + 1)
  }
  return fewest[costs.length]!
}

const reference = (text: string): number => {
  const encoding = [...text].every((character) => gsm.includes(character)) ? "GSM-7" : "UCS-2"
  const costs = [...text].map((character) => costOf(encoding, character))
  const fitsOne = costOf(encoding, text) <= (encoding === "GSM-7" ? 160 : 70)
  return fitsOne ? 1 : fewestParts(costs, encoding === "GSM-7" ? 153 : 67)
}

const numRuns = { fastCheck: { numRuns: 400 } }

describe("laws", () => {
  it.prop("the parts are the text, and as many as units", [anyText], ([text]) => {
    const { parts, units } = estimate(text)
    assert.strictEqual(parts.join(""), text)
    assert.strictEqual(parts.length, units)
  }, numRuns)

  it.prop("each part fits, and none is empty but that of an empty text", [anyText], ([text]) => {
    const { encoding, parts } = estimate(text)
    const [alone, joined] = encoding === "GSM-7" ? [160, 153] : [70, 67]
    for (const part of parts) {
      assert.isAtMost(costOf(encoding, part), parts.length === 1 ? alone : joined)
      assert.isTrue(part !== "" || text === "")
    }
  }, numRuns)

  it.prop("characters and remaining are of the parts", [anyText], ([text]) => {
    const { characters, encoding, parts, remaining } = estimate(text)
    assert.strictEqual(characters, costOf(encoding, text))
    const capacity = encoding === "GSM-7" ? (parts.length === 1 ? 160 : 153) : parts.length === 1 ? 70 : 67
    assert.strictEqual(remaining, capacity - costOf(encoding, parts.at(-1)!))
  }, numRuns)

  it.prop("no character is cut in two", [anyText], ([text]) => {
    const characters = estimate(text).parts.flatMap((part) => [...part])
    assert.deepStrictEqual(characters, [...text])
  }, numRuns)

  it.prop("there is no way with fewer", [anyText], ([text]) => {
    assert.strictEqual(estimate(text).units, reference(text))
  }, numRuns)

  it.prop("more text never takes fewer", [anyText, anyText], ([text, more]) => {
    assert.isAtLeast(estimate(text + more).units, estimate(text).units)
    assert.isAtLeast(estimate(more + text).units, estimate(text).units)
  }, numRuns)

  it.prop("UCS-2 if and only if something forces it", [anyText], ([text]) => {
    const { encoding, forcedBy } = estimate(text)
    assert.strictEqual(encoding === "UCS-2", forcedBy.length > 0)
    for (const { character, index } of forcedBy) {
      const before = [...text].slice(0, [...text].indexOf(character))
      assert.strictEqual(before.join("").length, index)
      assert.notInclude(gsm, character)
    }
  }, numRuns)
})

describe("within", () => {
  it("gives the estimate of what fits", () => {
    assertRight(within("x".repeat(160), 1), estimate("x".repeat(160)))
    assert.isTrue(Either.isRight(within("x".repeat(161), 2)))
  })

  it.effect("fails without the text", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(within(`Secret${"’".repeat(70)}${emoji}`, 1))
      assert.instanceOf(error, TooLongError)
      assert.deepStrictEqual([error.units, error.maxUnits, error.encoding, error.codePoints], [2, 1, "UCS-2", ["U+2019", "U+1F600"]])
      assert.strictEqual(
        error.message,
        "The text takes 2 SMS, and 1 may be sent. An SMS holds 70 characters instead of 160 because of U+2019, U+1F600: replace these (transliterate does for some), or shorten the text."
      )
      assert.notInclude(`${String(error)}${JSON.stringify(error)}${error.stack}`, "Secret")
      const long = yield* Effect.flip(within("x".repeat(161), 1))
      assert.strictEqual(long.message, "The text takes 2 SMS, and 1 may be sent. Shorten it.")
    }))

  it.prop("law: it succeeds when the units are enough", [anyText, FastCheck.integer({ min: 0, max: 5 })], ([text, maxUnits]) => {
    assert.strictEqual(Either.isRight(within(text, maxUnits)), estimate(text).units <= maxUnits)
  })
})

describe("transliterate", () => {
  it.each([
    ["L’hôtel est prêt…", "L'hotel est pret..."],
    ["« Ça va », dit-il — “oui”", "\" Ça va \", dit-il - \"oui\""],
    ["\u00ab\u00a0oui\u00a0\u00bb\u202f!", "\" oui \" !"],
    ["çêâîôûëïœŒÀÈÊ", "ceaioueioeOEAEE"],
    ["éèàùìòÇÉÑñ €[]", "éèàùìòÇÉÑñ €[]"],
    ["e\u0301te\u0301 c\u0327a", "été ca"],
    ["so\u00adleil\u200b", "soleil"],
    ["œ\u0301", "oe"],
    // Two halves of a combining mark meet once what is between them is gone.
    ["e\ud834\u00ad\udd65", "e"],
    ["a\tb\u2028c", "a b\nc"],
    [`25° ${emoji} سلام я ŋ ɔ`, `25° ${emoji} سلام я ŋ ɔ`],
    ["’😀", "'😀"],
    ["", ""]
  ])("%j is %j", (text, expected) => {
    assert.strictEqual(transliterate(text), expected)
  })

  it("leaves a text that would take more", () => {
    const dots = "…".repeat(70)
    assert.strictEqual(transliterate(dots), dots)
    assert.strictEqual(transliterate("…".repeat(53)), "...".repeat(53))
  })

  const french = FastCheck.array(FastCheck.constantFrom(..."’“”…–œçêé \u00ad\u0301\u0327×e[€"), { maxLength: 250 }).map((all) => all.join(""))
  const text = FastCheck.oneof(anyText, french)

  it.prop("law: twice is once", [text], ([one]) => {
    const once = transliterate(one)
    assert.strictEqual(transliterate(once), once)
  }, numRuns)

  it.prop("law: it never takes more", [text], ([one]) => {
    assert.isAtMost(estimate(transliterate(one)).units, estimate(one).units)
  }, numRuns)

  it.prop("law: a text of the alphabet is not touched", [gsmText], ([one]) => {
    assert.strictEqual(transliterate(one), one)
  })

  it.prop("law: it brings in nothing but characters of the alphabet", [text], ([one]) => {
    const before = new Set(one)
    for (const character of transliterate(one)) assert.isTrue(before.has(character) || gsm.includes(character), character)
  }, numRuns)
})
