/** Which patterns take exponential time: by name, and beside recheck, which proves it in another way. */
import { FastCheck } from "effect"
import { checkSync } from "recheck"
import { describe, expect, it } from "vitest"
import { isExponential } from "../../src/internal/pattern/ambiguity.js"
import { maybeCatastrophic } from "../../src/internal/pattern/translate.js"

describe("exponential", () => {
  it.each([
    ["(a*)*!", "a loop over itself"],
    ["^(a+)+$", "the textbook's"],
    ["^(a|a)*$", "two ways to one character"],
    ["^(a|[a-c])*$", "characters that two classes share"],
    ["^(a?){20}$|^(a+){1,20}$", "twenty rounds are as good as any number"],
    ["^((?:b?|c?)a)*$", "two ways to nothing"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$", "OWASP's"],
    ["^(\\w+\\s?)*$", "a separator that need not be there"],
    ["^(?=(a*)*!)b", "within an assertion"],
    ["^(a)(\\1|b)*(\\1)*$", "a back-reference is any text"],
    ["^(?:[a-z0-9]+(?:-[a-z0-9]+)?)+$", "what a host name is not"],
    [`^(${"a|".repeat(3_000)}b)*$`, "too large to be looked at"]
  ])("%s: %s", (pattern) => expect(isExponential(pattern)).toBe(true))
})

describe("not exponential", () => {
  it.each([
    ["^([0-9a-f]{2})+$", "pairs"],
    ["^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "base64"],
    ["^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", "a label"],
    ["^([a-z0-9]+\\.)*[a-z0-9]{1,63}$", "a host name"],
    ["^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.|$)){4}", "an address"],
    ["^(?:a*b)*$", "a loop with an end"],
    ["^a*a*a*$", "slow, by a power and not exponentially"],
    ["^(?:ab|ac)*$", "a common beginning"],
    ["^(\\p{L}|\\d)+$", "classes of Unicode that share nothing"],
    ["^(([a-z]){500}-)+$", "many, each of them once"],
    ["^(?!.*--)([a-z-]{2}){1,30}$", "an assertion beside a loop"]
  ])("%s: %s", (pattern) => expect(isExponential(pattern)).toBe(false))
})

/** Patterns over two letters. Repetitions that are bounded stay small, as recheck does not take twenty for any number. */
const { pattern } = FastCheck.letrec<{ readonly pattern: string; readonly atom: string }>((tie) => ({
  atom: FastCheck.oneof(
    { depthSize: "xsmall", withCrossShrink: true },
    FastCheck.constantFrom("a", "b", "[ab]"),
    FastCheck.tuple(tie("pattern"), FastCheck.constantFrom("*", "+", "?", "{2}", "{1,2}", "*?", "")).map(([body, often]) => `(?:${body})${often}`),
    FastCheck.tuple(tie("pattern"), tie("pattern")).map(([one, other]) => `(?:${one}|${other})`)
  ),
  pattern: FastCheck.array(tie("atom"), { minLength: 1, maxLength: 2 }).map((atoms) => atoms.join(""))
}))

describe("beside recheck", () => {
  it("the same is exponential, where the end of the text can fail", () => {
    let [exponential, asked] = [0, 0]
    FastCheck.assert(FastCheck.property(pattern, (body) => {
      const anchored = `^(?:${body})!$`
      const theirs = checkSync(anchored, "u", { checker: "automaton", timeout: 30 })
      FastCheck.pre(theirs.status !== "unknown")
      const expected = theirs.status === "vulnerable" && theirs.complexity.type === "exponential"
      asked++
      if (expected) exponential++
      expect(isExponential(anchored), anchored).toBe(expected)
      if (expected) expect(maybeCatastrophic(anchored), anchored).toBe(true)
    }), { numRuns: 400 })
    expect(exponential).toBeGreaterThan(20)
    expect(asked - exponential).toBeGreaterThan(20)
  }, 120_000)
})
