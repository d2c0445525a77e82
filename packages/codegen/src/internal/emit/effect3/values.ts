/** A wire value as the expression that a person would write for the decoded one. */
import { equal, get, isArray, isObject, type Json, type JsonObject } from "../../json.js"
import { type Form, isIn } from "../../model/forms.js"
import type { Judge } from "../../model/judge.js"
import type { Node, ObjectNode } from "../../model/Model.js"
import { braces, literal, objectKey, quote } from "../text.js"
import type { Subject } from "./printer.js"

export interface Valuer {
  /** `files`: the node stands in a form, whose binary strings are files. */
  readonly text: (node: Node, value: Json, form: Form, files?: boolean) => string
  /** Modules of effect that the texts refer to. */
  readonly used: Set<string>
}

type Choice = Extract<Node, { kind: "tagged" | "union" }>

/** A choice of several members, of which all that take an object make something of it. */
const isMerged = (node: Node): boolean => node.kind === "union" && node.mode === "anyOf"

/** `isSample`: whether the value is what was made as a sample of the node. */
export const makeValuer = (
  { model: { schemas }, schemasWithFiles }: Subject,
  isSample: (node: Node, value: Json, form: Form) => boolean,
  { mayTake }: Judge
): Valuer => {
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
      case "all": {
        if (!isObject(value)) return node.members.every((one) => takes(one, value, form))
        const properties = propertiesIn(node, value, form)
        return Object.entries(value).every(([name, one]) => takes(properties(name)[0] ?? { kind: "never" }, one, form))
      }
      case "never":
        return false
    }
  }

  /** The objects that a value is made by together. `choose` says by which of a choice; what leads back to itself is none. */
  const objectsOf = (node: Node, choose: (choice: Choice) => ReadonlyArray<Node>, around: ReadonlySet<string> = new Set()): ReadonlyArray<ObjectNode> => {
    const ofAll = (nodes: ReadonlyArray<Node>): ReadonlyArray<ObjectNode> => nodes.flatMap((one) => objectsOf(one, choose, around))
    switch (node.kind) {
      case "ref":
        return around.has(node.pointer) ? [] : objectsOf(targetOf(node.pointer), choose, new Set([...around, node.pointer]))
      case "check":
        return objectsOf(node.base, choose, around)
      case "object":
        return [node]
      case "all":
        return ofAll(node.members)
      case "union":
      case "tagged":
        return ofAll(choose(node))
      default:
        return []
    }
  }

  /** Of a choice among parts of an object, those that it may have been made by. */
  const chosenFor = (whole: JsonObject, form: Form) => (choice: Choice): ReadonlyArray<Node> => {
    if (choice.kind === "tagged") return choice.members.filter(([tag]) => get(whole, choice.property) === tag).map(([, one]) => one)
    const possible = choice.members.filter((one) => mayTake(one, whole, form, false))
    return possible.length === 0 ? choice.members : possible
  }

  /** What each property of an object is, by each that says so. */
  const propertiesIn = (node: Node, whole: JsonObject, form: Form): (name: string) => ReadonlyArray<Node> => {
    const properties = objectsOf(node, chosenFor(whole, form)).flatMap((one) => one.properties)
    return (name) => properties.filter((one) => one.name === name).map((one) => one.node)
  }

  /** What an answer is given where it does not have it. */
  const fillsOf = (node: Node): JsonObject =>
    Object.fromEntries(objectsOf(node, () => []).flatMap((one) => one.properties).flatMap((one) => one.fill === undefined || !isIn(one, "output") ? [] : [[one.name, one.fill] as const]))

  /** An object as a form has it: an answer with what it is given. */
  const filled = (node: Node, value: JsonObject, form: Form): JsonObject => form === "output" ? { ...fillsOf(node), ...value } : value

  /** What all of them make of an object; of anything else it is what the first does. */
  const merged = (nodes: ReadonlyArray<Node>, value: Json, form: Form, files: boolean): string =>
    text(nodes.length > 1 && isObject(value) ? { kind: "all", members: nodes } : nodes[0] ?? { kind: "any" }, value, form, files)

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
        const whole = isObject(value) ? filled(node, value, form) : value
        const entries = node.properties.filter((one) => isIn(one, form)).flatMap((one): ReadonlyArray<readonly [string, string]> => {
          const own = get(whole, one.name)
          return own === undefined ? [] : [[one.name, text(one.node, own, form, files)]]
        })
        return object([...entries, ...more(node, value, form, files)])
      }
      case "all": {
        if (!isObject(value)) return literal(value)
        const properties = propertiesIn(node, value, form)
        return object(Object.entries(filled(node, value, form)).map(([name, one]) => [name, merged(properties(name), one, form, files)]))
      }
      case "union":
      case "tagged": {
        const members = node.kind === "union" ? node.members : node.members.map(([, one]) => one)
        const member = members.find((one) => isSample(one, value, form)) ?? members.find((one) => takes(one, value, form))
        if (member === undefined) return literal(value)
        const others = isMerged(node) && form === "output" ? members.filter((one) => one !== member && mayTake(one, value, form, false)) : []
        return merged([member, ...others], value, form, files)
      }
      default:
        return literal(value)
    }
  }
  return { text, used }
}
