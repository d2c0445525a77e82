/** Assertions of JSON Schema on a value as it is on the wire, before it is decoded or after it is encoded. */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { declare, type Parse, parserOf, type Run } from "./declaration.js"
import { at, failed, type Issue, missing, type Result, unexpected, wrong } from "./issue.js"
import { distinct, type Fields, isObject, owns } from "./json.js"
import { numberProblem, type NumberRules } from "./number.js"
import { textProblem, type TextRules } from "./text.js"
import { any } from "./values.js"

/** As `ApiSchema.AnySchema`. */
interface AnySchema {
  readonly Type: unknown
  readonly Encoded: unknown
  readonly ast: AST.AST
}

export interface ArrayRules {
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
}

export interface Rules {
  readonly required?: ReadonlyArray<string>
  readonly properties?: { readonly [property: string]: AnySchema }
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly propertyNames?: AnySchema
  readonly dependentRequired?: { readonly [property: string]: ReadonlyArray<string> }
  readonly dependentSchemas?: { readonly [property: string]: AnySchema }
  readonly items?: AnySchema
  readonly contains?: { readonly schema: AnySchema; readonly min?: number; readonly max?: number }
  readonly not?: AnySchema
  readonly if?: AnySchema
  readonly then?: AnySchema
  readonly else?: AnySchema
  readonly allOf?: ReadonlyArray<AnySchema>
  readonly anyOf?: ReadonlyArray<AnySchema>
  readonly oneOf?: ReadonlyArray<AnySchema>
  readonly string?: TextRules
  readonly number?: NumberRules
  readonly array?: ArrayRules
}

/** What an assertion finds wrong with a value. */
type Assertion = (value: unknown, self: AST.AST) => ReadonlyArray<Issue>

const none: ReadonlyArray<Issue> = []

/** Schemas of rules are compiled when first needed: they may be recursive. */
const lazily = (schema: AnySchema): (value: unknown) => Result => {
  let parse: Parse | undefined
  return (value) => (parse ??= parserOf(schema.ast, true))(value, {})
}

const holds = (schema: AnySchema): (value: unknown) => boolean => {
  const parse = lazily(schema)
  return (value) => Either.isRight(parse(value))
}

const issuesOf = (result: Result): ReadonlyArray<Issue> => Either.isLeft(result) ? [result.left] : none

const onObject = (assert: (value: Fields, self: AST.AST) => ReadonlyArray<Issue>): Assertion => (value, self) =>
  isObject(value) ? assert(value, self) : none

const onArray = (assert: (value: ReadonlyArray<unknown>, self: AST.AST) => ReadonlyArray<Issue>): Assertion => (value, self) =>
  Array.isArray(value) ? assert(value, self) : none

const bounds = (what: string, count: number, min: number, max: number, value: unknown, self: AST.AST): ReadonlyArray<Issue> => {
  if (count < min) return [wrong(self, value, `Expected at least ${min} ${what}`)]
  return count > max ? [wrong(self, value, `Expected at most ${max} ${what}`)] : none
}

const lacking = (value: Fields, required: ReadonlyArray<string>): ReadonlyArray<Issue> =>
  required.filter((key) => !owns(value, key)).map((key) => missing(key, value, any))

type Maker<K extends keyof Rules> = (rule: NonNullable<Rules[K]>, rules: Rules) => Assertion

const propertyNames: Maker<"propertyNames"> = (schema) => {
  const matches = holds(schema)
  return onObject((value) => Object.keys(value).filter((key) => !matches(key)).map((key) => unexpected(key, value)))
}

const properties: Maker<"properties"> = (schemas) => {
  const parsers = Object.keys(schemas).map((key) => [key, lazily(schemas[key]!)] as const)
  return onObject((value) =>
    parsers.filter(([key]) => owns(value, key))
      .flatMap(([key, parse]) => issuesOf(parse(value[key])).map((issue) => at(key, value, issue))))
}

const dependentRequired: Maker<"dependentRequired"> = (rule) =>
  onObject((value) => Object.keys(rule).flatMap((key) => owns(value, key) ? lacking(value, rule[key]!) : none))

const dependentSchemas: Maker<"dependentSchemas"> = (rule) => {
  const parsers = Object.keys(rule).map((key) => [key, lazily(rule[key]!)] as const)
  return onObject((value) => parsers.flatMap(([key, parse]) => owns(value, key) ? issuesOf(parse(value)) : none))
}

const items: Maker<"items"> = (schema) => {
  const parse = lazily(schema)
  return onArray((value) => value.flatMap((item, i) => issuesOf(parse(item)).map((issue) => at(i, value, issue))))
}

const contains: Maker<"contains"> = ({ max = Infinity, min = 1, schema }) => {
  const matches = holds(schema)
  return onArray((value, self) => bounds("matching items", value.filter(matches).length, min, max, value, self))
}

const not: Maker<"not"> = (schema) => {
  const matches = holds(schema)
  return (value, self) => matches(value) ? [wrong(self, value, "Expected a value that does not match the schema under not")] : none
}

const conditional: Maker<"if"> = (schema, rules) => {
  const matches = holds(schema)
  const [yes, no] = [rules.then, rules.else].map((branch) => branch === undefined ? () => none : allOf([branch], rules))
  return (value, self) => matches(value) ? yes!(value, self) : no!(value, self)
}

const allOf: Maker<"allOf"> = (schemas) => {
  const parsers = schemas.map(lazily)
  return (value) => parsers.flatMap((parse) => issuesOf(parse(value)))
}

const counted = (schemas: ReadonlyArray<AnySchema>, max: number, expected: string): Assertion => {
  const matching = schemas.map(holds)
  return (value, self) => {
    const count = matching.filter((matches) => matches(value)).length
    return count >= 1 && count <= max ? none : [wrong(self, value, `Expected a value that matches ${expected}, not ${count}`)]
  }
}

const array: Maker<"array"> = ({ maxItems = Infinity, minItems = 0, uniqueItems = false }) =>
  onArray((value, self) => [
    ...bounds("items", value.length, minItems, maxItems, value, self),
    ...(uniqueItems && !distinct(value) ? [wrong(self, value, "Expected items that all differ")] : none)
  ])

const problem = (value: unknown, self: AST.AST, found: string | undefined): ReadonlyArray<Issue> =>
  found === undefined ? none : [wrong(self, value, found)]

type Standing = Exclude<keyof Rules, "then" | "else">

/** `then` and `else` are read with their `if`. */
const makers: { readonly [K in Standing]-?: Maker<K> } = {
  required: (required) => onObject((value) => lacking(value, required)),
  properties,
  minProperties: (min) => onObject((value, self) => bounds("properties", Object.keys(value).length, min, Infinity, value, self)),
  maxProperties: (max) => onObject((value, self) => bounds("properties", Object.keys(value).length, 0, max, value, self)),
  propertyNames,
  dependentRequired,
  dependentSchemas,
  items,
  contains,
  not,
  if: conditional,
  allOf,
  anyOf: (schemas) => counted(schemas, Infinity, "at least one schema"),
  oneOf: (schemas) => counted(schemas, 1, "exactly one schema"),
  string: (rules) => (value, self) => problem(value, self, typeof value === "string" ? textProblem(rules, value) : undefined),
  number: (rules) => (value, self) => problem(value, self, typeof value === "number" ? numberProblem(rules, value) : undefined),
  array
}

const assertions = (rules: Rules): ReadonlyArray<Assertion> =>
  (Object.keys(rules) as ReadonlyArray<Standing>)
    .filter((key) => owns(makers, key))
    .map((key) => (makers[key] as Maker<Standing>)(rules[key] as never, rules))

const assertAll = (asserted: ReadonlyArray<Assertion>, value: unknown, self: AST.AST, options: AST.ParseOptions): Result => {
  const issues: Array<Issue> = []
  for (const assert of asserted) {
    issues.push(...assert(value, self))
    if (issues.length > 0 && options.errors !== "all") break
  }
  return issues.length === 0 ? Either.right(value) : failed(self, value, issues, options)
}

/** The structure first: an issue of it says more than one of a rule. */
const checked = (parse: Parse, asserted: ReadonlyArray<Assertion>, decoding: boolean): Run => (input, options, self) => {
  const result = parse(input, options)
  if (Either.isLeft(result)) return result
  const asserting = assertAll(asserted, decoding ? input : result.right, self, options)
  return Either.isLeft(asserting) ? asserting : result
}

export const check = (ast: AST.AST, rules: Rules, generate?: (child: arbitrary.Lazy) => arbitrary.Lazy): AST.AST => {
  const asserted = assertions(rules)
  const self: AST.AST = declare({
    title: "checked value",
    children: [ast],
    compile: ({ decoding, parsers, side }) =>
      side === "type" ? parsers[0]! : checked(parsers[0]!, asserted, decoding || side === "wire"),
    arbitrary: ([child]) => (fc) => arbitrary.encodable((generate === undefined ? child! : generate(child!))(fc), self),
    surrogate: AST.isTupleType(ast) ? AST.annotations(ast, { [AST.JSONSchemaAnnotationId]: { ...rules.array } }) : ast,
    lenient: ([child]) => child
  })
  return self
}
