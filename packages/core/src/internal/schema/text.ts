/** Strings and their constraints (JSON Schema validation sections 6.3 and 7). */
import * as Arbitrary from "effect/Arbitrary"
import * as Option from "effect/Option"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { LenientId } from "./declaration.js"
import { type Format, formats } from "./formats.js"
import { wrong } from "./issue.js"
import { regexp } from "./pattern.js"

export interface TextRules {
  /** In Unicode code points, as the standard counts. */
  readonly minLength?: number
  readonly maxLength?: number
  /** The source of a regular expression, not anchored. */
  readonly pattern?: string
  readonly format?: Format
}

/** Code points; a lone surrogate counts as one (JSON Schema validation section 6.3.1, RFC 8259 section 8.2). */
const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** No string has more code points than code units, and none fewer than half as many. */
const shorter = (text: string, min: number): boolean => text.length < min || (text.length < min * 2 && codePoints(text) < min)

const longer = (text: string, max: number): boolean => text.length > max && codePoints(text) > max

/** What is wrong with a string, without the string. */
export const textProblem = ({ format, maxLength, minLength, pattern }: TextRules, text: string): string | undefined => {
  if (minLength !== undefined && shorter(text, minLength)) return `Expected at least ${minLength} characters`
  if (maxLength !== undefined && longer(text, maxLength)) return `Expected at most ${maxLength} characters`
  if (pattern !== undefined && !regexp(pattern).test(text)) return `Expected a string that matches ${JSON.stringify(pattern)}`
  return format === undefined || formats[format](text) ? undefined : `Expected the format ${format}`
}

const samples: Readonly<Record<Format, arbitrary.Lazy>> = {
  "date-time": (fc) => days(fc).map((date) => date.toISOString()),
  date: (fc) => days(fc).map((date) => date.toISOString().slice(0, 10)),
  time: (fc) => days(fc).map((date) => date.toISOString().slice(11)),
  duration: (fc) => fc.tuple(fc.nat(99), fc.nat(23), fc.nat(59)).map(([day, hour, minute]) => `P${day}DT${hour}H${minute}M`),
  uuid: (fc) => fc.uuid(),
  email: (fc) => fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.domain()).map(([name, domain]) => `${name}@${domain}`),
  uri: (fc) => fc.webUrl(),
  "uri-reference": (fc) => fc.oneof(fc.webUrl(), fc.webPath()),
  ipv4: (fc) => fc.ipV4(),
  ipv6: (fc) => fc.ipV6(),
  hostname: (fc) => fc.domain(),
  decimal: (fc) => fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`)
}

const days: arbitrary.Lazy = (fc) => fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })

const ofPattern = (pattern: string): arbitrary.Lazy => (fc) => {
  try {
    return fc.stringMatching(regexp(pattern))
  } catch {
    // A construct that the generator of matching strings lacks: look for one.
    return fc.oneof(fc.string(), fc.stringMatching(/^[\w+.: -]{0,20}$/))
  }
}

const ofLength = ({ maxLength, minLength = 0 }: TextRules): arbitrary.Lazy => (fc) =>
  fc.string({ minLength, maxLength: Math.min(maxLength ?? Infinity, minLength + 20) })

const textArbitrary = (rules: TextRules): arbitrary.Lazy => (fc) => {
  const { format, pattern } = rules
  const base = format !== undefined ? samples[format] : pattern !== undefined ? ofPattern(pattern) : ofLength(rules)
  return arbitrary.search(base(fc), (text) => textProblem(rules, text) === undefined)
}

export const text = (rules: TextRules): AST.AST =>
  Object.keys(rules).length === 0 ? AST.stringKeyword : new AST.Refinement(
    AST.stringKeyword,
    (value: string, _, self) => {
      const problem = textProblem(rules, value)
      return problem === undefined ? Option.none() : Option.some(wrong(self, value, problem))
    },
    {
      [AST.TitleAnnotationId]: rules.format ?? "string",
      [AST.JSONSchemaAnnotationId]: rules,
      [AST.ArbitraryAnnotationId]: () => textArbitrary(rules),
      [LenientId]: () => AST.stringKeyword
    }
  )

/** Any string; those that are known are what a generator mostly makes. */
export const openEnum = (values: ReadonlyArray<string>): AST.AST =>
  AST.annotations(AST.stringKeyword, {
    [AST.ArbitraryAnnotationId]: (): Arbitrary.LazyArbitrary<string> => (fc) => fc.constantFrom(...values),
    [AST.JSONSchemaAnnotationId]: { anyOf: [{ enum: [...values] }, { type: "string" }] }
  })
