/** JSON Schema's rules that tell valid from invalid and say nothing about the type. */
import { child, get, getNumber, getObject, isArray, type Json, type JsonObject, sortedKeys, strings } from "../json.js"
import { arrayRules } from "./arrays.js"
import { nodesOfRules } from "./graph.js"
import { defined, hasAny } from "./keywords.js"
import type { Assertions, Node, NumberRules, TextRules } from "./Model.js"
import { hintOf, type Reader, type Site } from "./reader.js"
import { isOpenEnum, looseTextRules, numberRules } from "./scalars.js"

const assertionKeywords: ReadonlySet<string> = new Set([
  "minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas", "contains", "not", "if"
])
const noAssertions: Assertions = {}

/** A schema used as a yes or no, whose objects need no name. */
export const assertion = (reader: Reader, schema: Json, pointer: string): Node => {
  const site = { pointer, hint: hintOf(pointer), root: true }
  const node = reader.read(schema, site)
  return ruleLevels(node) >= mostRuleLevels ? reader.hoist(node, { ...site, root: false }) : node
}

/** Rules within rules that have no name: deeper, the compiler cannot follow. */
const mostRuleLevels = 6

const ruleLevels = (node: Node): number => {
  if (node.kind !== "check") return 0
  return 1 + Math.max(...[node.base, ...nodesOfRules(node.rules)].map(ruleLevels))
}

/** Rules that rule something: a format that is unknown, or at least no items, does not. */
const ruling = <A extends object>(rules: A): A | undefined => Object.keys(rules).length === 0 ? undefined : rules

/** Rules for values of one type in a schema that names none. */
export const looseRules = (reader: Reader, schema: JsonObject, pointer: string): Assertions =>
  defined({
    string: ruling(looseTextRules(reader, schema, pointer)),
    number: ruling(numberRules(schema)),
    array: ruling(arrayRules(schema))
  }) as Assertions

/** Formats and multiples are not judged here: a value may break them. */
const keepsText = ({ format, maxLength = Infinity, minLength = 0, pattern }: TextRules, value: string): boolean => {
  const length = [...value].length
  return format === undefined && length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, "u").test(value))
}

const keepsNumber = (rules: NumberRules, value: number): boolean =>
  rules.multipleOf === undefined && value >= (rules.minimum ?? -Infinity) && value <= (rules.maximum ?? Infinity) &&
  value > (rules.exclusiveMinimum ?? -Infinity) && value < (rules.exclusiveMaximum ?? Infinity)

/** Whether a listed value keeps the rules beside the list, as far as that is plain. */
export const keeps = ({ array, number, string }: Assertions, value: Json): boolean =>
  typeof value === "string"
    ? string === undefined || keepsText(string, value)
    : typeof value === "number"
    ? number === undefined || keepsNumber(number, value)
    : array === undefined || !isArray(value)

/** Rules beside a list of values, where some of the list may break them, or where others may come. */
export const listedRules = (reader: Reader, schema: JsonObject, values: ReadonlyArray<Json>, pointer: string): Assertions => {
  const rules = looseRules(reader, schema, pointer)
  return isOpenEnum(reader, schema, pointer) || !values.every((value) => keeps(rules, value)) ? rules : noAssertions
}

const contains = (reader: Reader, schema: JsonObject, pointer: string): Assertions["contains"] => {
  const item = get(schema, "contains")
  return item === undefined
    ? undefined
    : defined({
      schema: assertion(reader, item, child(pointer, "contains")),
      min: getNumber(schema, "minContains"),
      max: getNumber(schema, "maxContains")
    })
}

/** `if` alone decides nothing. */
const condition = (one: (key: string) => Node | undefined): Assertions["condition"] => {
  const test = one("if")
  const [pass, fail] = [one("then"), one("else")]
  return test === undefined || (pass === undefined && fail === undefined) ? undefined : defined({ test, pass, fail }) as Assertions["condition"]
}

export const assertionsOf = (reader: Reader, schema: JsonObject, pointer: string): Assertions => {
  if (!hasAny(schema, assertionKeywords)) return noAssertions
  const one = (key: string): Node | undefined => {
    const value = get(schema, key)
    return value === undefined ? undefined : assertion(reader, value, child(pointer, key))
  }
  const dependent = getObject(schema, "dependentSchemas")
  const dependentRequired = getObject(schema, "dependentRequired")
  return defined({
    minProperties: getNumber(schema, "minProperties") || undefined,
    maxProperties: getNumber(schema, "maxProperties"),
    propertyNames: one("propertyNames"),
    dependentRequired: dependentRequired === undefined
      ? undefined
      : Object.fromEntries(sortedKeys(dependentRequired).map((key) => [key, strings(dependentRequired[key])])),
    dependentSchemas: dependent === undefined
      ? undefined
      : Object.fromEntries(sortedKeys(dependent).map((key) => [key, assertion(reader, dependent[key]!, child(pointer, "dependentSchemas", key))])),
    contains: contains(reader, schema, pointer),
    not: one("not"),
    condition: condition(one)
  }) as Assertions
}

export const checked = (reader: Reader, base: Node, rules: Assertions, site: Site): Node => {
  if (Object.keys(rules).length === 0) return base
  // The rules stand with the object that they are about: its name is that of both.
  const own = base.kind === "ref" && base.pointer === site.pointer && reader.addRules(base.pointer, rules)
  return own ? base : { kind: "check", base, rules }
}

const unsupported: Readonly<Record<string, string>> = {
  $dynamicRef: "a dynamic reference is resolved only while validating; any value is taken",
  unevaluatedItems: "not enforced",
  contentSchema: "the text is not read as another document"
}

export const reportUnsupported = (reader: Reader, schema: JsonObject, pointer: string): void => {
  for (const key in schema) if (Object.hasOwn(unsupported, key)) reader.weaken(child(pointer, key), unsupported[key]!)
}
