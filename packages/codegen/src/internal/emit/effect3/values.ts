/** A wire value as the expression that a person would write for the decoded one. */
import { equal, get, isArray, isObject, type Json } from "../../json.js"
import { type Form, isIn } from "../../model/forms.js"
import type { Node, ObjectNode } from "../../model/Model.js"
import { braces, literal, objectKey, quote } from "../text.js"
import type { Subject } from "./printer.js"

export interface Valuer {
  /** `files`: the node stands in a form, whose binary strings are files. */
  readonly text: (node: Node, value: Json, form: Form, files?: boolean) => string
  /** Modules of effect that the texts refer to. */
  readonly used: Set<string>
}

export const makeValuer = ({ model: { schemas }, schemasWithFiles }: Subject, fits: (node: Node, value: Json, form: Form) => boolean): Valuer => {
  const used = new Set<string>()
  const use = (module: string, text: string): string => {
    used.add(module)
    return text
  }

  const targetOf = (pointer: string): Node => schemas.get(pointer)?.node ?? { kind: "any" }

  const object = (entries: ReadonlyArray<readonly [string, string]>): string =>
    braces(entries.map(([name, one]) => `${objectKey(name)}: ${one}`))

  /** What the object's own properties do not name, where it takes more than they do. */
  const more = (node: ObjectNode, value: Json, form: Form, files: boolean): ReadonlyArray<readonly [string, string]> => {
    const rest = node.rest
    if (rest === undefined || rest === false || !isObject(value)) return []
    return Object.entries(value).filter(([name]) => !node.properties.some((one) => one.name === name)).map(([name, one]) => [name, text(rest, one, form, files)] as const)
  }

  /** Whether a value is of the node's shape: an example, or a part of a larger sample, is nobody's own sample. */
  const takes = (node: Node, value: Json, form: Form): boolean => {
    const all = (of: Node, values: ReadonlyArray<Json>): boolean => values.every((one) => takes(of, one, form))
    switch (node.kind) {
      case "any":
        return true
      case "null":
        return value === null
      case "boolean":
        return typeof value === "boolean"
      case "text":
      case "dateTime":
      case "base64":
      case "file":
      case "secret":
        return typeof value === "string"
      case "number":
        return typeof value === "number"
      case "literals":
        return node.values.some((one) => one === value)
      case "constant":
        return equal(node.value, value)
      case "check":
        return takes(node.base, value, form)
      case "ref":
        return takes(targetOf(node.pointer), value, form)
      case "array":
        return isArray(value) && all(node.item, value)
      case "tuple":
        return isArray(value) && value.every((one, index) => takes(node.items[index] ?? { kind: "any" }, one, form))
      case "object": {
        if (!isObject(value)) return false
        const properties = node.properties.filter((one) => isIn(one, form))
        const others = Object.entries(value).filter(([name]) => !properties.some((one) => one.name === name)).map(([, one]) => one)
        return properties.every((one) => Object.hasOwn(value, one.name) ? takes(one.node, value[one.name]!, form) : !one.required) &&
          (others.length === 0 || (node.rest !== undefined && node.rest !== false && all(node.rest, others)))
      }
      case "union":
        return node.members.some((one) => takes(one, value, form))
      case "tagged":
        return node.members.some(([, one]) => takes(one, value, form))
      case "all":
        return isObject(value)
          ? Object.entries(value).every(([name, one]) => takes(propertyOf(node, name) ?? { kind: "never" }, one, form))
          : node.members.every((one) => takes(one, value, form))
      case "never":
        return false
    }
  }

  /** What an object's property is, by the first that says so. */
  const propertyOf = (node: Node, name: string): Node | undefined => {
    switch (node.kind) {
      case "ref":
        return propertyOf(targetOf(node.pointer), name)
      case "check":
        return propertyOf(node.base, name)
      case "object":
        return node.properties.find((one) => one.name === name)?.node
      case "all":
        return node.members.map((one) => propertyOf(one, name)).find((one) => one !== undefined)
      default:
        return undefined
    }
  }

  const text = (node: Node, value: Json, form: Form, files = false): string => {
    switch (node.kind) {
      case "dateTime":
        return use("DateTime", `DateTime.unsafeMake(${literal(value)})`)
      case "secret":
        return use("Redacted", `Redacted.make(${literal(value)})`)
      case "base64":
        return `new TextEncoder().encode("hello")`
      case "file":
        return files ? `new TextEncoder().encode(${quote(String(value))})` : quote(String(value))
      case "ref":
        return text(targetOf(node.pointer), value, form, schemasWithFiles.has(node.pointer))
      case "check":
        return text(node.base, value, form, files)
      case "array":
        return isArray(value) ? `[${value.map((one) => text(node.item, one, form, files)).join(", ")}]` : literal(value)
      case "tuple":
        return isArray(value) ? `[${value.map((one, index) => text(node.items[index] ?? { kind: "any" }, one, form, files)).join(", ")}]` : literal(value)
      case "object": {
        const properties = node.properties.filter((one) => isIn(one, form))
        const entries = properties.flatMap((one): ReadonlyArray<readonly [string, string]> => {
          const given = get(value, one.name)
          const own = given === undefined && form === "output" ? one.fill : given
          return own === undefined ? [] : [[one.name, text(one.node, own, form, files)]]
        })
        return object([...entries, ...more(node, value, form, files)])
      }
      case "all":
        return isObject(value) ? object(Object.entries(value).map(([name, one]) => [name, text(propertyOf(node, name) ?? { kind: "any" }, one, form, files)])) : literal(value)
      case "union":
      case "tagged": {
        const members = node.kind === "union" ? node.members : node.members.map(([, one]) => one)
        const member = members.find((one) => fits(one, value, form)) ?? members.find((one) => takes(one, value, form))
        return member === undefined ? literal(value) : text(member, value, form, files)
      }
      default:
        return literal(value)
    }
  }
  return { text, used }
}
