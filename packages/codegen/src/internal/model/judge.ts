/** Whether a value is of a schema, as far as that is plain: surely, for a document's example, or possibly, for a choice. */
import { get, isArray, isObject, type Json } from "../json.js"
import { type Form, isIn } from "./forms.js"
import { resolveNode } from "./graph.js"
import type { Model, Node, ObjectNode, TaggedNode, TextRules } from "./Model.js"

/** Parts of a value below which nothing is looked into. */
const deepest = 16

export const fitsText = (text: string, { maxLength, minLength, pattern }: TextRules): boolean =>
  text.length >= (minLength ?? 0) && text.length <= (maxLength ?? Infinity) && (pattern === undefined || new RegExp(pattern, "u").test(text))

/** Of its kind and within its bounds. Whether it is a multiple is not asked. */
export const fitsNumber = ({ integer, rules }: Extract<Node, { kind: "number" }>, value: Json): value is number => {
  const { exclusiveMaximum = Infinity, exclusiveMinimum = -Infinity, maximum = Infinity, minimum = -Infinity } = rules
  return typeof value === "number" && (!integer || Number.isSafeInteger(value)) && value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum
}

/** In the one spelling that everyone reads and writes, of a day that there is. */
const isInstant = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text
}

const matches = (pattern: RegExp) => (text: string): boolean => pattern.test(text)

/** As strict as anyone's reading of these formats. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": isInstant,
  date: (text) => isInstant(`${text}T00:00:00.000Z`),
  uuid: matches(/^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
  email: matches(/^[a-z\d.]+@[a-z\d]+\.[a-z]+$/),
  uri: matches(/^https?:\/\/[a-z\d.-]+(?:\/[\w\-./]*)?$/),
  ipv4: matches(/^(?:1?\d{1,2}\.){3}1?\d{1,2}$/)
}

/** Whether the property that chooses says so. */
const isTagged = ({ absentIn, property }: TaggedNode, tag: string, value: Json, form: Form): boolean =>
  absentIn === form || (isObject(value) && get(value, property) === tag)

export interface Judge {
  /** Surely. */
  readonly accepts: (node: Node, value: Json, form: Form) => boolean
  /**
   * Possibly. `merged` is made of a value of each part of an `allOf`: it is taken to keep the rules that are not plain, and is
   * asked for its bounds and patterns. Else it is one choice's, seen from another: it is taken to break those rules, and as
   * answers are not held to bounds and patterns, they keep no choices apart.
   */
  readonly mayTake: (node: Node, value: Json, form: Form, merged: boolean) => boolean
}

export const makeJudge = (schemas: Model["schemas"]): Judge => {
  const acceptsObject = (node: ObjectNode, value: Json, form: Form, depth: number): boolean =>
    isObject(value) &&
    node.properties.every((one) => {
      const own = get(value, one.name)
      return isIn(one, form) ? (own === undefined ? !one.required : accepts(one.node, own, form, depth + 1)) : own === undefined
    }) &&
    Object.keys(value).every((name) =>
      node.properties.some((one) => one.name === name) ||
      (node.rest !== false && node.rest !== undefined && accepts(node.rest, value[name]!, form, depth + 1)))

  /** Only what is plain to see: formats and rules over several values are not looked into. */
  const accepts = (node: Node, value: Json, form: Form, depth = 0): boolean => {
    const resolved = resolveNode(schemas, node)
    if (depth > 2 * deepest) return false
    switch (resolved.kind) {
      case "any":
        return true
      case "null":
        return value === null
      case "text":
        return typeof value === "string" && (resolved.rules.format === undefined || formats[resolved.rules.format]?.(value) === true) && fitsText(value, resolved.rules)
      case "dateTime":
        return typeof value === "string" && isInstant(value)
      case "number":
        return fitsNumber(resolved, value) && (resolved.rules.multipleOf === undefined || Number.isInteger(value / resolved.rules.multipleOf))
      case "boolean":
        return typeof value === "boolean"
      case "literals":
        return resolved.values.some((one) => one === value)
      case "array":
        return isArray(value) && value.length >= (resolved.rules.minItems ?? 0) && value.length <= (resolved.rules.maxItems ?? Infinity) &&
          value.every((one) => accepts(resolved.item, one, form, depth + 1))
      case "object":
        return acceptsObject(resolved, value, form, depth)
      case "union":
        return resolved.mode === "anyOf" && resolved.members.some((one) => accepts(one, value, form, depth + 1))
      case "tagged":
        return resolved.members.some(([tag, one]) => isTagged(resolved, tag, value, form) && accepts(one, value, form, depth + 1))
      default:
        return false
    }
  }

  /**
   * Whether a value may be of a schema: of its types and literals, with what is required. Undeclared properties may be there
   * unless that is forbidden.
   */
  const mayTake = (node: Node, value: Json, form: Form, merged: boolean, depth = 0): boolean => {
    const resolved = resolveNode(schemas, node)
    if (depth > deepest) return true
    const takes = (one: Node, part: Json): boolean => mayTake(one, part, form, merged, depth + 1)
    switch (resolved.kind) {
      case "any":
        return true
      case "null":
        return value === null
      case "text":
        return typeof value === "string" && (!merged || fitsText(value, resolved.rules))
      case "number":
        return typeof value === "number" && (!merged || fitsNumber(resolved, value))
      case "dateTime":
      case "base64":
      case "secret":
      case "file":
        return typeof value === "string"
      case "boolean":
        return typeof value === "boolean"
      case "literals":
        return resolved.values.some((one) => one === value)
      case "object":
        return isObject(value) && resolved.properties.every((one) => {
          const own = get(value, one.name)
          return !isIn(one, form) || (own === undefined ? !one.required : takes(one.node, own))
        }) && Object.keys(value).every((name) =>
          resolved.rest === undefined || resolved.properties.some((one) => one.name === name) || (resolved.rest !== false && takes(resolved.rest, value[name]!)))
      case "array":
        return isArray(value) && value.every((one) => takes(resolved.item, one))
      case "union":
        return resolved.members.some((one) => takes(one, value))
      case "tagged":
        return resolved.members.some(([tag, one]) => isTagged(resolved, tag, value, form) && takes(one, value))
      case "all":
        return resolved.members.every((one) => takes(one, value))
      case "check": {
        // Bounds and patterns of a number or a list are not asked for, as those of one with a type are not.
        const { array: _array, maxProperties = Infinity, minProperties = 0, number: _number, string = {}, ...others } = resolved.rules
        if (!takes(resolved.base, value)) return false
        if (isObject(value) && (Object.keys(value).length < minProperties || Object.keys(value).length > maxProperties)) return false
        return merged ? typeof value !== "string" || fitsText(value, string) : Object.values(others).every((one) => one === undefined)
      }
      default:
        return merged
    }
  }

  return { accepts, mayTake }
}
