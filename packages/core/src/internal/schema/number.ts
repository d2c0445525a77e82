/** Numbers and their constraints (JSON Schema validation section 6.2). */
import * as Option from "effect/Option"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { LenientId } from "./declaration.js"
import { wrong } from "./issue.js"
import { leaf } from "./leaf.js"

export interface NumberRules {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

/** A number as written in JSON: `digits` times a power of ten. */
const decimal = (value: number): readonly [digits: bigint, exponent: number] => {
  const [mantissa, exponent] = value.toExponential().split("e") as [string, string]
  const [whole, fraction = ""] = mantissa.split(".") as [string, string?]
  return [BigInt(whole + fraction), Number(exponent) - fraction.length]
}

/** 0.3 is three times 0.1: a multiple of the numbers as they are written, not of the nearest doubles. */
const isMultiple = (value: number, of: number): boolean => {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0
  const [digits, exponent] = decimal(value)
  const [ofDigits, ofExponent] = decimal(of)
  const shift = exponent - ofExponent
  const up = (one: bigint, by: number) => by > 0 ? one * 10n ** BigInt(by) : one
  return up(digits, shift) % up(ofDigits, -shift) === 0n
}

export const numberProblem = (rules: NumberRules, value: number): string | undefined => {
  const { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } = rules
  if (minimum !== undefined && value < minimum) return `Expected at least ${minimum}`
  if (maximum !== undefined && value > maximum) return `Expected at most ${maximum}`
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `Expected more than ${exclusiveMinimum}`
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `Expected less than ${exclusiveMaximum}`
  return multipleOf === undefined || isMultiple(value, multipleOf) ? undefined : `Expected a multiple of ${multipleOf}`
}

const finite = leaf({
  title: "a finite number",
  is: Number.isFinite,
  arbitrary: (fc) => fc.double({ noNaN: true, noDefaultInfinity: true }),
  jsonSchema: { type: "number" }
})

/** Beyond 2^53 neighbouring integers are one and the same double: such a value has already been changed. */
const safe = leaf({
  title: "an integer that a double can hold",
  is: Number.isSafeInteger,
  arbitrary: (fc) => fc.maxSafeInteger(),
  jsonSchema: { type: "integer" }
})

/** The smallest range that the rules allow; an excluded end is left to the filter. */
const range = ({ exclusiveMaximum = Infinity, exclusiveMinimum = -Infinity, maximum = Infinity, minimum = -Infinity }: NumberRules) =>
  [Math.max(minimum, exclusiveMinimum), Math.min(maximum, exclusiveMaximum)] as const

const multiples = (rules: NumberRules, of: number): arbitrary.Lazy => (fc) => {
  const [min, max] = range(rules)
  const first = Math.max(Math.ceil(min / of), -1e6)
  const last = Math.max(first, Math.min(Math.floor(max / of), first + 1e6))
  return fc.integer({ min: first, max: last }).map((times) => Number((times * of).toPrecision(15)))
}

const within = (rules: NumberRules, integer: boolean): arbitrary.Lazy => (fc) => {
  const [min, max] = range(rules)
  return integer
    ? fc.integer({ min: Math.max(Math.ceil(min), Number.MIN_SAFE_INTEGER), max: Math.min(Math.floor(max), Number.MAX_SAFE_INTEGER) })
    : fc.double({ min: Math.max(min, -Number.MAX_VALUE), max: Math.min(max, Number.MAX_VALUE), noNaN: true })
}

const constrained = (from: AST.AST, rules: NumberRules, integer: boolean): AST.AST =>
  Object.keys(rules).length === 0 ? from : new AST.Refinement(
    from,
    (value: number, _, self) => {
      const problem = numberProblem(rules, value)
      return problem === undefined ? Option.none() : Option.some(wrong(self, value, problem))
    },
    {
      [AST.TitleAnnotationId]: integer ? "integer" : "number",
      [AST.JSONSchemaAnnotationId]: rules,
      [AST.ArbitraryAnnotationId]: (): arbitrary.Lazy => (fc) => {
        const { multipleOf } = rules
        const base = multipleOf === undefined ? within(rules, integer) : multiples(rules, multipleOf)
        return arbitrary.search(base(fc), (value) =>
          numberProblem(rules, value) === undefined && (!integer || Number.isSafeInteger(value)))
      },
      [LenientId]: () => from
    }
  )

export const number = (rules: NumberRules): AST.AST => constrained(finite, rules, false)

export const int = (rules: NumberRules): AST.AST => constrained(safe, rules, true)
