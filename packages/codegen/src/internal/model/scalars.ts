/** Schemas of strings and numbers, and of values that are listed. */
import { child, equal, get, getNumber, getString, type Json, type JsonObject, strings } from "../json.js"
import { defined, forgetsNull, hasAny, isOfAnotherType, listOf } from "./keywords.js"
import { binaryType } from "./mediaKind.js"
import type { Node, NumberRules, Scalar, TextRules } from "./Model.js"
import { translate } from "../pattern/translate.js"
import { never, type Reader, type Site } from "./reader.js"

/** Formats of strings that are checked; any other format is an annotation, as JSON Schema has it. */
const textFormats: ReadonlySet<string> = new Set(["date", "time", "duration", "uuid", "email", "uri", "uri-reference", "ipv4", "ipv6", "hostname", "decimal"])

/** Where a date-time stays a string: a listed value, or a string among values of any type. */
const looseFormats: ReadonlySet<string> = new Set([...textFormats, "date-time"])

export const patternAt = (reader: Reader, pattern: string | undefined, pointer: string): string | undefined => {
  if (pattern === undefined) return undefined
  if (reader.context.catastrophic.has(pattern)) {
    reader.weaken(child(pointer, "pattern"), "the pattern can be made to backtrack for ever; values are not held to it")
    return undefined
  }
  const translated = translate(pattern)
  if (translated === undefined) reader.weaken(child(pointer, "pattern"), "JavaScript cannot run this pattern; values are not held to it")
  return translated
}

const textKeywords: ReadonlySet<string> = new Set(["minLength", "maxLength", "pattern", "format"])
const noRules = {}

const textRulesIn = (formats: ReadonlySet<string>) => (reader: Reader, schema: JsonObject, pointer: string): TextRules => {
  if (!hasAny(schema, textKeywords)) return noRules
  const format = getString(schema, "format")
  return defined({
    minLength: getNumber(schema, "minLength") || undefined,
    maxLength: getNumber(schema, "maxLength"),
    pattern: patternAt(reader, getString(schema, "pattern"), pointer),
    format: format !== undefined && formats.has(format) ? format : undefined
  })
}

const textRules = textRulesIn(textFormats)

export const looseTextRules = textRulesIn(looseFormats)

/** A string that becomes a value of another kind is held to its rules as it is on the wire. */
const ruled = (reader: Reader, schema: JsonObject, pointer: string, base: Node): Node => {
  const rules = textRules(reader, schema, pointer)
  return Object.keys(rules).length === 0 ? base : { kind: "check", base, rules: { string: rules } }
}

// Most scalars have no rules: they are one value, wherever they stand.
const plainText: Node = { kind: "text", rules: noRules }
const dateTime: Node = { kind: "dateTime" }

export const readString = (reader: Reader, schema: JsonObject, { pointer }: Site): Node => {
  switch (getString(schema, "format")) {
    case "date-time":
      return ruled(reader, schema, pointer, dateTime)
    case "byte":
      return ruled(reader, schema, pointer, { kind: "base64" })
    case "password":
      return ruled(reader, schema, pointer, { kind: "secret" })
    case "binary":
      return { kind: "file" }
  }
  if (getString(schema, "contentEncoding") === "base64") return ruled(reader, schema, pointer, { kind: "base64" })
  if (binaryType(schema) !== undefined) return { kind: "file" }
  const open = strings(get(schema, "x-extensible-enum"))
  if (open.length > 0) return ruled(reader, schema, pointer, { kind: "literals", values: [...new Set(open)], open: true })
  const rules = textRules(reader, schema, pointer)
  return rules === noRules ? plainText : { kind: "text", rules }
}

const numberKeywords: ReadonlySet<string> = new Set(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"])

export const numberRules = (schema: JsonObject): NumberRules => {
  if (!hasAny(schema, numberKeywords)) return noRules
  const exclusive = (key: "exclusiveMinimum" | "exclusiveMaximum", plain: "minimum" | "maximum") =>
    get(schema, key) === true ? getNumber(schema, plain) : getNumber(schema, key)
  return defined({
    minimum: get(schema, "exclusiveMinimum") === true ? undefined : getNumber(schema, "minimum"),
    maximum: get(schema, "exclusiveMaximum") === true ? undefined : getNumber(schema, "maximum"),
    exclusiveMinimum: exclusive("exclusiveMinimum", "minimum"),
    exclusiveMaximum: exclusive("exclusiveMaximum", "maximum"),
    multipleOf: getNumber(schema, "multipleOf")
  })
}

const int32: NumberRules = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }

const plainNumber: Node = { kind: "number", integer: false, rules: noRules }
const plainInteger: Node = { kind: "number", integer: true, rules: noRules }

export const readNumber = (schema: JsonObject, integer: boolean): Node => {
  const rules = numberRules(schema)
  if (rules === noRules && getString(schema, "format") !== "int32") return integer ? plainInteger : plainNumber
  return { kind: "number", integer, rules: integer && getString(schema, "format") === "int32" ? { ...int32, ...rules } : rules }
}

const isScalar = (value: Json): value is Scalar => typeof value !== "object" || value === null

/** Whether unknown values are kept: the document's own word, or the names file's. */
export const isOpenEnum = (reader: Reader, schema: JsonObject, pointer: string): boolean =>
  get(schema, "x-extensible-enum") !== undefined || reader.context.openEnums.has(pointer)

/**
 * What a schema lists. Where nothing of it is of the schema's type, the type is what the service has in mind: the enum of a
 * list's items stands beside the list, or the numbers of a text were not quoted.
 */
export const listedValues = (reader: Reader, schema: JsonObject, { pointer }: Site): ReadonlyArray<Json> | undefined => {
  const list = listOf(schema)
  if (list !== undefined && forgetsNull(schema, reader.context.document)) reader.context.report({ kind: "ignored", pointer: child(pointer, "type"), reason: "null is none of the values that are listed beside it; null is not taken" })
  if (list === undefined || !isOfAnotherType(list)) return list?.fitting
  reader.weaken(child(pointer, list.keyword), "nothing here is of the schema's type; values are held to the type alone")
  return undefined
}

export const readEnum = (reader: Reader, schema: JsonObject, values: ReadonlyArray<Json>, site: Site): Node => {
  const scalars = [...new Set(values.filter(isScalar))]
  const constants = values.filter((value) => !isScalar(value)).map((value): Node => ({ kind: "constant", value }))
  const unique = constants.filter((one, index) => constants.findIndex((other) => equal((other as { value: Json }).value, (one as { value: Json }).value)) === index)
  const literals: ReadonlyArray<Node> = scalars.length === 0
    ? []
    : [{ kind: "literals", values: scalars, open: isOpenEnum(reader, schema, site.pointer) && scalars.every((one) => typeof one === "string") }]
  const members = [...literals, ...unique]
  if (members.length === 0) return never
  const node: Node = members.length === 1 ? members[0]! : { kind: "union", mode: "anyOf", members }
  return node.kind === "union" || scalars.length > 5 ? reader.hoist(node, site) : node
}
