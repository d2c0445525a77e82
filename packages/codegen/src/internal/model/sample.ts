/** A value of a schema, for documentation and tests: the document's own example where it is one, else the plainest. */
import { isObject, type Json } from "../json.js"
import { keeps } from "./assertions.js"
import { type Form, isIn } from "./forms.js"
import { resolveNode } from "./graph.js"
import { fitsText, makeJudge } from "./judge.js"
import type { Named, Node, ObjectNode, TaggedNode, TextRules } from "./Model.js"

const byFormat: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  time: "09:30:00Z",
  duration: "PT1H",
  uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
  email: "ada@example.com",
  uri: "https://example.com/a",
  "uri-reference": "/a",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  hostname: "example.com",
  decimal: "10.50"
}

/** Texts that common patterns take; a pattern that takes none of them has no sample. */
const candidates = [
  "a", "abc", "A", "ABC", "Abc", "1", "12", "123", "1234", "12345", "1234567890", "+12025550123", "tel:+12025550123", "a1", "abc-123", "a@example.com", "https://example.com/a", "2026-01-31",
  "2026-01-31T09:30:00Z", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "b4333c46-49c0-4f62-80d7-f0ef930f1c46", "0123456789abcdef", "192.0.2.1", "192.0.2.1/24", "10.5", "#aabbcc", "en", "en-US", "FR", "EUR", "1.0.0", "/a", "a/b", "a.b", "A1B2C3", "A_B", "A.B", "Abcdef12", "Abcdef1!"
]

const plainSecret = "secret"

const ofLength = (text: string, { maxLength, minLength }: TextRules): string => {
  const long = minLength === undefined || text.length >= minLength ? text : text.padEnd(minLength, "a")
  return maxLength === undefined ? long : long.slice(0, maxLength)
}

const textSample = (rules: TextRules, plain = "text"): string | undefined =>
  [ofLength(plain, rules), plain, ...candidates].find((one) => fitsText(one, rules))

const plainOf = ({ format }: TextRules): string | undefined => format === undefined ? undefined : byFormat[format]

const numberSample = (node: Extract<Node, { kind: "number" }>): number => {
  const { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } = node.rules
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum === undefined ? -Infinity : exclusiveMinimum + (node.integer ? 1 : Math.abs(exclusiveMinimum) * 1e-6 + 1e-6))
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum === undefined ? Infinity : exclusiveMaximum - (node.integer ? 1 : Math.abs(exclusiveMaximum) * 1e-6 + 1e-6))
  const start = 1 >= low && 1 <= high ? 1 : low === -Infinity ? high : low
  const whole = node.integer ? Math.ceil(start) : start
  return multipleOf === undefined ? whole : Math.ceil(whole / multipleOf) * multipleOf
}

export interface Sampler {
  /** The example if it is a value of the schema, else one that is made; `undefined` where none could be made. */
  readonly sample: (node: Node, form: Form, example?: Json) => Json | undefined
}

const deepest = 16

/** Parts of a sample beyond which nothing optional is added: nobody reads on, and schemas that hold each other never end. */
const enough = 1_000

/** Parts beyond which what is required is given up too. */
const most = 100_000

export const makeSampler = (schemas: ReadonlyMap<string, Named>): Sampler => {
  /** Parts of the sample so far. */
  let parts = 0
  /** The named schemas that the part which is being made stands in. None is put into itself. */
  const around = new Set<string>()
  const { accepts, mayTake } = makeJudge(schemas)

  const object = (node: ObjectNode, form: Form, depth: number): Json | undefined => {
    const entries: Array<readonly [string, Json]> = []
    for (const property of node.properties.filter((one) => isIn(one, form))) {
      const value = (depth > deepest || parts > enough) && !property.required ? undefined : exampleOr(property.words.example, property.node, form, depth + 1)
      if (value !== undefined) entries.push([property.name, value])
      else if (property.required) return undefined
    }
    return Object.fromEntries(entries)
  }

  /** The document's example, if it is a value of the schema. */
  const exampleOr = (example: Json | undefined, node: Node, form: Form, depth: number): Json | undefined =>
    example !== undefined && accepts(node, example, form) ? example : sample(node, form, depth)

  const array = (node: Extract<Node, { kind: "array" }>, form: Form, depth: number): Json | undefined => {
    const { maxItems, minItems, uniqueItems } = node.rules
    const wanted = Math.min(Math.max(minItems ?? 0, depth > deepest ? 0 : 1), maxItems ?? Infinity)
    if (wanted === 0) return []
    const item = sample(node.item, form, depth + 1)
    if (item === undefined) return (minItems ?? 0) === 0 ? [] : undefined
    return uniqueItems === true && wanted > 1 ? undefined : Array.from({ length: wanted }, () => item)
  }

  const tagged = (node: TaggedNode, form: Form, depth: number): Json | undefined => {
    for (const [tag, member] of node.members) {
      const value = sample(member, form, depth + 1)
      if (value !== undefined) return isObject(value) && node.absentIn !== form ? { ...value, [node.property]: tag } : value
    }
    return undefined
  }

  /** The first member's, and where only one member may take it, the first that no other takes. */
  const choice = ({ members, mode }: Extract<Node, { kind: "union" }>, form: Form, depth: number): Json | undefined => {
    const choices = members.filter((one) => one.kind !== "null")
    for (const member of choices) {
      const value = sample(member, form, depth + 1)
      if (value !== undefined && (mode === "anyOf" || choices.every((one) => one === member || !mayTake(one, value, form, false)))) return value
    }
    return undefined
  }

  const all = (nodes: ReadonlyArray<Node>, form: Form, depth: number): Json | undefined => {
    const values = nodes.map((one) => sample(one, form, depth + 1))
    if (values.every(isObject)) {
      const merged = Object.assign({}, ...values) as Json
      return nodes.every((node) => mayTake(node, merged, form, true)) ? merged : undefined
    }
    return values.find((one) => one !== undefined && nodes.every((node) => accepts(node, one, form)))
  }

  const requiredOf = (node: Node): ReadonlyArray<string> => {
    const resolved = resolveNode(schemas, node)
    return resolved.kind === "object" ? resolved.properties.filter((one) => one.required).map((one) => one.name) : resolved.kind === "check" ? requiredOf(resolved.base) : []
  }

  /** Rules over several properties, where leaving optional ones out is enough: one of a choice, at most so many. */
  const trimmed = ({ base, rules }: Extract<Node, { kind: "check" }>, value: Json | undefined): Json | undefined => {
    if (!isObject(value)) return value
    const required = new Set(requiredOf(base))
    const [first, ...others] = (rules.oneOf ?? []).map(requiredOf)
    const excluded = new Set(others.flat().filter((one) => !first!.includes(one) && !required.has(one)))
    const kept = Object.entries(value).filter(([name]) => !excluded.has(name))
    const spare = Math.max(0, kept.length - (rules.maxProperties ?? Infinity))
    const dropped = new Set(kept.map(([name]) => name).filter((name) => !required.has(name)).slice(0, spare))
    const left = Object.fromEntries(kept.filter(([name]) => !dropped.has(name)))
    const chosen = rules.anyOf === undefined || rules.anyOf.some((one) => requiredOf(one).every((name) => name in left))
    return chosen && Object.keys(left).length >= (rules.minProperties ?? 0) ? left : undefined
  }

  const named = (pointer: string, form: Form, depth: number): Json | undefined => {
    const target = schemas.get(pointer)
    if (target === undefined || around.has(pointer)) return undefined
    around.add(pointer)
    const value = exampleOr(target.words.example, target.node, form, depth + 1)
    around.delete(pointer)
    return value
  }

  const checked = (node: Extract<Node, { kind: "check" }>, form: Form, depth: number): Json | undefined => {
    const { base, rules } = node
    if (base.kind === "literals") return base.values.find((one) => keeps(rules, one))
    if (base.kind === "secret" && rules.string !== undefined) return textSample(rules.string, plainSecret)
    const value = sample(base, form, depth)
    // What is more than a text, such as a date, is as long as it is.
    return typeof value === "string" && rules.string !== undefined && !fitsText(value, rules.string) ? undefined : trimmed(node, value)
  }

  const sample = (node: Node, form: Form, depth: number): Json | undefined => {
    parts++
    if (depth > 2 * deepest || parts > most) return undefined
    switch (node.kind) {
      case "any":
        return "any"
      case "never":
        return undefined
      case "null":
        return null
      case "boolean":
        return true
      case "number":
        return numberSample(node)
      case "text":
        return textSample(node.rules, plainOf(node.rules))
      case "dateTime":
        return "2026-01-31T09:30:00.000Z"
      case "base64":
        return "aGVsbG8="
      case "secret":
        return plainSecret
      case "file":
        return "file"
      case "literals":
        // An empty text names another path.
        return node.values.find((one) => one !== "") ?? node.values[0]
      case "constant":
        return node.value
      case "ref":
        return named(node.pointer, form, depth)
      case "array":
        return array(node, form, depth)
      case "tuple": {
        const items = node.items.map((one) => sample(one, form, depth + 1))
        return items.every((one) => one !== undefined) ? items : undefined
      }
      case "object":
        return object(node, form, depth)
      case "union":
        return choice(node, form, depth) ?? (node.members.some((one) => one.kind === "null") ? null : undefined)
      case "tagged":
        return tagged(node, form, depth)
      case "all":
        return all(node.members, form, depth)
      case "check":
        return checked(node, form, depth)
    }
  }

  return {
    sample: (node, form, example) => {
      parts = 0
      return exampleOr(example, node, form, 0)
    }
  }
}
