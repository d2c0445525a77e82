/** A wire value as the expression that a person would write for the decoded one. */
import { get, isArray, isObject, type Json } from "../../json.js"
import { type Form, isIn } from "../../model/forms.js"
import type { Named, Node, ObjectNode } from "../../model/Model.js"
import { braces, literal, objectKey, quote } from "../text.js"

export interface Valuer {
  readonly text: (node: Node, value: Json, form: Form) => string
  /** Modules of effect that the texts refer to. */
  readonly used: Set<string>
}

export const makeValuer = (schemas: ReadonlyMap<string, Named>, fits: (node: Node, value: Json, form: Form) => boolean): Valuer => {
  const used = new Set<string>()
  const use = (module: string, text: string): string => {
    used.add(module)
    return text
  }

  const object = (entries: ReadonlyArray<readonly [string, string]>): string =>
    braces(entries.map(([name, one]) => `${objectKey(name)}: ${one}`))

  /** What the object's own properties do not name, where it takes more than they do. */
  const more = (node: ObjectNode, value: Json, form: Form): ReadonlyArray<readonly [string, string]> => {
    const rest = node.rest
    if (rest === undefined || rest === false || !isObject(value)) return []
    return Object.entries(value).filter(([name]) => !node.properties.some((one) => one.name === name)).map(([name, one]) => [name, text(rest, one, form)] as const)
  }

  /** Whether a scalar is of the value's kind: an example is nobody's sample. Of objects any may look alike. */
  const takes = (node: Node, value: Json): boolean => {
    switch (node.kind) {
      case "null":
        return value === null
      case "text":
      case "dateTime":
      case "secret":
        return typeof value === "string"
      case "number":
        return typeof value === "number"
      case "check":
        return takes(node.base, value)
      case "ref":
        return takes(schemas.get(node.pointer)?.node ?? { kind: "any" }, value)
      default:
        return false
    }
  }

  const text = (node: Node, value: Json, form: Form): string => {
    switch (node.kind) {
      case "dateTime":
        return use("DateTime", `DateTime.unsafeMake(${literal(value)})`)
      case "secret":
        return use("Redacted", `Redacted.make(${literal(value)})`)
      case "base64":
        return `new TextEncoder().encode("hello")`
      case "file":
        return `new TextEncoder().encode(${quote(String(value))})`
      case "ref":
        return text(schemas.get(node.pointer)?.node ?? { kind: "any" }, value, form)
      case "check":
        return text(node.base, value, form)
      case "array":
        return isArray(value) ? `[${value.map((one) => text(node.item, one, form)).join(", ")}]` : literal(value)
      case "tuple":
        return isArray(value) ? `[${value.map((one, index) => text(node.items[index] ?? { kind: "any" }, one, form)).join(", ")}]` : literal(value)
      case "object": {
        const properties = node.properties.filter((one) => isIn(one, form))
        const own = properties.flatMap((one): ReadonlyArray<readonly [string, string]> => {
          const found = get(value, one.name)
          return found === undefined ? [] : [[one.name, text(one.node, found, form)]]
        })
        return object([...own, ...more(node, value, form)])
      }
      case "union":
      case "tagged": {
        const members = node.kind === "union" ? node.members : node.members.map(([, one]) => one)
        const member = members.find((one) => fits(one, value, form)) ?? members.find((one) => takes(one, value))
        return member === undefined ? literal(value) : text(member, value, form)
      }
      default:
        return literal(value)
    }
  }
  return { text, used }
}
