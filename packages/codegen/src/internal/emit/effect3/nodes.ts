/** A node of the model as a TypeScript type, and as an expression that makes its schema. */
import { type Form, isIn } from "../../model/forms.js"
import { undeclaredOf } from "../../model/graph.js"
import type { ArrayRules, Assertions, Node, NumberRules, ObjectNode, Property, TextRules } from "../../model/Model.js"
import { inForm } from "../../name/names.js"
import type { Printer } from "./printer.js"
import { braces, key, literal, number, objectKey, quote } from "../text.js"

/** Which of a schema's types: of which form, decoded or on the wire. */
export interface Side {
  readonly form: Form
  readonly encoded: boolean
}

const unique = (texts: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(texts)]

const union = (texts: ReadonlyArray<string>): string => {
  const members = unique(texts)
  return members.includes("unknown") ? "unknown" : members.length === 0 ? "never" : members.join(" | ")
}

/** In a place where `|` and `&` would bind to what is around. */
const grouped = (type: string): string => /[|&]/.test(type) ? `(${type})` : type

const refName = (printer: Printer, pointer: string, { encoded, form }: Side): string => {
  const names = inForm(printer.names.schema(pointer), form)
  return printer.prefix + (encoded ? names.encoded : names.type)
}

/** Properties of every form of use, in one order. */
const propertiesIn = (node: ObjectNode, form: Form): ReadonlyArray<Property> => node.properties.filter((one) => isIn(one, form))

const isOptional = (property: Property, { encoded, form }: Side): boolean =>
  !property.required && (encoded || form === "input" || property.fill === undefined)

/** The values of keys that are not declared. A type with an index signature holds its named keys to it too. */
const indexType = (printer: Printer, node: ObjectNode, side: Side): string | undefined => {
  const undeclared = undeclaredOf(node)
  if (undeclared.length === 0) return undefined
  const properties = propertiesIn(node, side.form)
  const optional = properties.some((one) => isOptional(one, side))
  return union([...undeclared, ...properties.map((one) => one.node)].map((one) => typeOf(printer, one, side)).concat(optional ? ["undefined"] : []))
}

/** What stands after `readonly`. */
const propertyType = (printer: Printer, property: Property, side: Side): string =>
  `${key(property.name)}${isOptional(property, side) ? "?" : ""}: ${typeOf(printer, property.node, side)}`

export interface TypedProperty {
  readonly property: Property
  readonly text: string
}

export const typedProperties = (printer: Printer, node: ObjectNode, side: Side): ReadonlyArray<TypedProperty> =>
  propertiesIn(node, side.form).map((property) => ({ property, text: propertyType(printer, property, side) }))

/** The body of an interface of some of an object's properties. */
export const objectType = (printer: Printer, node: ObjectNode, side: Side, properties: ReadonlyArray<TypedProperty>, docs: (property: Property) => string): string => {
  const index = indexType(printer, node, side)
  if (properties.length === 0 && index === undefined) return "{}"
  let lines = ""
  for (const { property, text } of properties) lines += `${docs(property)}  readonly ${text}\n`
  return `{\n${lines}${index === undefined ? "" : `  readonly [key: string]: ${index}\n`}}`
}

const inlineObject = (printer: Printer, node: ObjectNode, side: Side): string => {
  const index = indexType(printer, node, side)
  const parts = propertiesIn(node, side.form).map((one) => `readonly ${propertyType(printer, one, side)}`)
  const all = index === undefined ? parts : [...parts, `readonly [key: string]: ${index}`]
  return all.length === 0 ? "{}" : `{ ${all.join("; ")} }`
}

const tupleType = (printer: Printer, node: Extract<Node, { kind: "tuple" }>, side: Side): string => {
  const items = node.items.map((one, index) => `${grouped(typeOf(printer, one, side))}${index < node.required ? "" : "?"}`)
  const rest = node.rest === false ? [] : [`...${grouped(typeOf(printer, node.rest, side))}[]`]
  return `readonly [${[...items, ...rest].join(", ")}]`
}

export const typeOf = (printer: Printer, node: Node, side: Side): string => {
  switch (node.kind) {
    case "any":
      return "unknown"
    case "never":
      return "never"
    case "null":
      return "null"
    case "boolean":
      return "boolean"
    case "number":
      return "number"
    case "text":
      return "string"
    case "dateTime":
      return side.encoded ? "string" : printer.use("DateTime", "DateTime.Utc")
    case "base64":
      return side.encoded ? "string" : "Uint8Array"
    case "secret":
      return side.encoded ? "string" : printer.use("Redacted", "Redacted.Redacted")
    case "file":
      return printer.files ? "k.File" : "string"
    case "literals":
      return node.open ? `${node.values.map(literal).join(" | ")} | (string & {})` : node.values.map(literal).join(" | ")
    case "constant":
      return "unknown"
    case "ref":
      return refName(printer, node.pointer, side)
    case "array":
      return `ReadonlyArray<${typeOf(printer, node.item, side)}>`
    case "tuple":
      return tupleType(printer, node, side)
    case "object":
      return inlineObject(printer, node, side)
    case "union":
      return union(node.members.map((one) => typeOf(printer, one, side)))
    case "tagged":
      return union(node.members.map(([, one]) => typeOf(printer, one, side)))
    case "all":
      return unique(node.members.map((one) => grouped(typeOf(printer, one, side)))).join(" & ")
    case "check":
      return typeOf(printer, node.base, side)
  }
}

/** The type arguments of a builder: the wire's only where it differs. */
const typeArguments = (type: string, encoded: string): string => type === encoded ? `<${type}>` : `<${type}, ${encoded}>`

const argumentsOf = (printer: Printer, node: Node, form: Form): string =>
  typeArguments(typeOf(printer, node, { form, encoded: false }), typeOf(printer, node, { form, encoded: true }))

const ruleText = (rules: TextRules & NumberRules & ArrayRules): ReadonlyArray<string> =>
  Object.entries(rules).map(([name, value]) => `${name}: ${typeof value === "number" ? number(value) : literal(value as string | boolean)}`)

const withRules = (plain: string, builder: string, rules: TextRules & NumberRules & ArrayRules, first?: string): string => {
  const texts = ruleText(rules)
  return texts.length === 0 ? plain : `${builder}(${first === undefined ? "" : `${first}, `}{ ${texts.join(", ")} })`
}

const fieldOf = (printer: Printer, property: Property, form: Form): string => {
  const schema = schemaOf(printer, property.node, form)
  if (property.required) return schema
  return property.fill !== undefined && form === "output" ? `k.fill(${schema}, ${literal(property.fill)})` : `k.opt(${schema})`
}

const fieldsOf = (printer: Printer, node: ObjectNode, form: Form): string => {
  const fields = propertiesIn(node, form).map((one) => `${objectKey(one.name)}: ${fieldOf(printer, one, form)}`)
  return braces(fields)
}

export const objectSchema = (printer: Printer, node: ObjectNode, form: Form, types: string): string => {
  const fields = fieldsOf(printer, node, form)
  const rest = node.rest === undefined ? [] : node.rest === false ? ["rest: false"] : [`rest: ${schemaOf(printer, node.rest, form)}`]
  const patterns = node.patterns.map(([pattern, one]) => `[${quote(pattern)}, ${schemaOf(printer, one, form)}]`)
  if (node.patterns.length === 0 && node.rest === undefined) return `k.struct${types}(${fields})`
  if (node.patterns.length === 0 && node.rest === false) return `k.closed${types}(${fields})`
  if (node.properties.length === 0 && node.patterns.length === 0 && node.rest !== undefined && node.rest !== false) {
    return `k.record(${schemaOf(printer, node.rest, form)})`
  }
  return `k.open${types}(${fields}, { ${[...rest, ...(patterns.length === 0 ? [] : [`patterns: [${patterns.join(", ")}]`])].join(", ")} })`
}

/** `inner` with the rules that hold of its wire value. */
export const checkSchema = (printer: Printer, inner: string, rules: Assertions, form: Form): string => `k.check(${inner}, ${assertions(printer, rules, form)})`

const assertions = (printer: Printer, rules: Assertions, form: Form): string => {
  const one = (node: Node): string => schemaOf(printer, node, form)
  const record = (nodes: Readonly<Record<string, Node>>): string =>
    `{ ${Object.entries(nodes).map(([name, node]) => `${objectKey(name)}: ${one(node)}`).join(", ")} }`
  const parts = Object.entries(rules).map(([name, value]): string => {
    switch (name as keyof Assertions) {
      case "minProperties":
      case "maxProperties":
        return `${name}: ${number(value as number)}`
      case "dependentRequired":
        return `${name}: ${literal(value as never)}`
      case "string":
      case "number":
      case "array":
        return `${name}: { ${ruleText(value as TextRules).join(", ")} }`
      case "dependentSchemas":
        return `${name}: ${record(value as Readonly<Record<string, Node>>)}`
      case "contains": {
        const { max, min, schema } = value as NonNullable<Assertions["contains"]>
        return `contains: { ${[`schema: ${one(schema)}`, ...(min === undefined ? [] : [`min: ${min}`]), ...(max === undefined ? [] : [`max: ${max}`])].join(", ")} }`
      }
      case "condition": {
        const { fail, pass, test } = value as NonNullable<Assertions["condition"]>
        return [`if: ${one(test)}`, ...(pass === undefined ? [] : [`then: ${one(pass)}`]), ...(fail === undefined ? [] : [`else: ${one(fail)}`])].join(", ")
      }
      case "anyOf":
      case "oneOf":
        return `${name}: [${(value as ReadonlyArray<Node>).map(one).join(", ")}]`
      default:
        return `${name}: ${one(value as Node)}`
    }
  })
  return `{ ${parts.join(", ")} }`
}

/** Kinds whose values no two share, so that a plain union is exact. */
const kindsOf = (node: Node): ReadonlyArray<string> =>
  node.kind === "literals" ? [...new Set(node.values.map((one) => one === null ? "null" : typeof one))] : [node.kind === "text" ? "string" : node.kind]

const isPlain = (node: Node): boolean => ["text", "number", "boolean", "null", "literals"].includes(node.kind)

const unionSchema = (printer: Printer, node: Extract<Node, { kind: "union" }>, form: Form, types?: string): string => {
  const [first, second] = node.members
  if (node.members.length === 2 && second!.kind === "null") return `S.NullOr(${schemaOf(printer, first!, form)})`
  const members = node.members.map((one) => schemaOf(printer, one, form))
  const kinds = node.members.flatMap(kindsOf)
  const plain = node.members.every(isPlain) && (node.mode === "anyOf" || new Set(kinds).size === kinds.length)
  if (plain) return `S.Union(${members.join(", ")})`
  return `k.${node.mode}${types ?? argumentsOf(printer, node, form)}(${members.join(", ")})`
}

/** `types`: the builder's type arguments, where the node has a name for itself. */
export const schemaOf = (printer: Printer, node: Node, form: Form, types?: string): string => {
  switch (node.kind) {
    case "any":
      return "k.any"
    case "never":
      return "k.never"
    case "null":
      return "S.Null"
    case "boolean":
      return "S.Boolean"
    case "number":
      return node.integer ? withRules("k.int()", "k.int", node.rules) : withRules("k.number()", "k.number", node.rules)
    case "text":
      return withRules("S.String", "k.text", node.rules)
    case "dateTime":
      return "k.dateTime"
    case "base64":
      return "k.base64"
    case "secret":
      return "k.secret"
    case "file":
      return printer.files ? "k.file" : "S.String"
    case "literals":
      return node.open ? `k.openEnum(${node.values.map(literal).join(", ")})` : node.values.length === 1 && node.values[0] === null ? "S.Null" : `S.Literal(${node.values.map(literal).join(", ")})`
    case "constant":
      return `k.constant(${literal(node.value)})`
    case "ref":
      return refName(printer, node.pointer, { form, encoded: false })
    case "array": {
      // Printed once: a list in a list would be printed twice as often with each level.
      const item = schemaOf(printer, node.item, form)
      return withRules(`k.array(${item})`, "k.array", node.rules, item)
    }
    case "tuple": {
      const items = node.items.map((one) => schemaOf(printer, one, form)).join(", ")
      const rest = node.rest === false ? "rest: false" : `rest: ${schemaOf(printer, node.rest, form)}`
      return `k.tuple${types ?? argumentsOf(printer, node, form)}([${items}], { ${[`required: ${node.required}`, rest, ...ruleText(node.rules)].join(", ")} })`
    }
    case "object":
      return node.properties.length === 0 && node.patterns.length === 0 && node.rest !== false && node.rest !== undefined
        ? `k.record(${schemaOf(printer, node.rest, form)})`
        : `k.shape(${fieldsOf(printer, node, form)})`
    case "union":
      return unionSchema(printer, node, form, types)
    case "tagged":
      if (node.absentIn === form) return `k.anyOf${types ?? argumentsOf(printer, node, form)}(${[...new Set(node.members.map(([, one]) => schemaOf(printer, one, form)))].join(", ")})`
      return `k.tagged${types ?? argumentsOf(printer, node, form)}(${quote(node.property)}, ${
        braces(node.members.map(([value, one]) => `${objectKey(value)}: ${schemaOf(printer, one, form)}`))
      })`
    case "all":
      return `k.all${types ?? argumentsOf(printer, node, form)}(${node.members.map((one) => schemaOf(printer, one, form)).join(", ")})`
    case "check":
      return checkSchema(printer, schemaOf(printer, node.base, form), node.rules, form)
  }
}
