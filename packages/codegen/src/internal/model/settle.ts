/**
 * What can be decided only when every schema has its node: which defaults are values of their schemas, which properties
 * are tags, and which names would stand for nothing but each other.
 */
import { child, isArray, type Json } from "../json.js"
import type { Context } from "./context.js"
import type { Discriminators } from "./discriminators.js"
import { resolveNode } from "./graph.js"
import { fitsNumber } from "./judge.js"
import type { Named, Node, ObjectNode, Property, Scalar, TaggedNode } from "./Model.js"

type Schemas = ReadonlyMap<string, Named>

/** Whether a default is a plain value of its own schema: one that is not would make every answer without it invalid. */
const fits = (schemas: Schemas, node: Node, value: Json, depth = 0): boolean => {
  const resolved = resolveNode(schemas, node)
  if (depth > 5) return false
  switch (resolved.kind) {
    case "any":
      return true
    case "null":
      return value === null
    case "boolean":
      return typeof value === "boolean"
    case "number":
      return fitsNumber(resolved, value)
    case "text":
      return typeof value === "string"
    case "literals":
      return resolved.values.includes(value as Scalar) || (resolved.open && typeof value === "string")
    case "array":
      return isArray(value) && value.every((one) => fits(schemas, resolved.item, one, depth + 1))
    case "union":
      return resolved.members.some((one) => fits(schemas, one, value, depth + 1))
    default:
      return false
  }
}

const settleFill = (schemas: Schemas, property: Property, pointer: string, context: Context): Property => {
  const { fill, ...rest } = property
  if (fill === undefined || fits(schemas, property.node, fill)) return property
  if (fill !== null) {
    context.report({
      kind: "weakened",
      pointer: child(pointer, "properties", property.name),
      reason: "the default is no plain value of its own schema; an absent property stays absent"
    })
  }
  return rest
}

/** A schema chosen by a property's value has that value, and no other, there. */
const settleTag = (schemas: Schemas, property: Property, values: ReadonlyArray<string> | undefined): Property => {
  const { kind } = resolveNode(schemas, property.node)
  return values === undefined || (kind !== "text" && kind !== "literals")
    ? property
    : { ...property, node: { kind: "literals", values: [...new Set(values)].sort(), open: false } }
}

const tagProperty = (name: string, values: ReadonlyArray<string>): Property => ({
  name,
  node: { kind: "literals", values, open: false },
  required: true,
  readOnly: false,
  writeOnly: false,
  words: {}
})

/** The part of an `allOf` that stands in the schema itself is chosen with it. */
const chosenAs = (pointer: string): string => pointer.endsWith("/own") ? pointer.slice(0, -"/own".length) : pointer

const settleObject = (schemas: Schemas, node: ObjectNode, pointer: string, tags: Discriminators["tags"], context: Context): ObjectNode => {
  const own = tags.get(chosenAs(pointer))
  if (own === undefined && !node.properties.some((one) => one.fill !== undefined)) return node
  const properties = node.properties.map((property) =>
    settleFill(schemas, settleTag(schemas, property, own?.get(property.name)), pointer, context))
  const undeclared = [...(own ?? [])].filter(([name]) => !properties.some((one) => one.name === name))
  return undeclared.length === 0 ? { ...node, properties } : {
    ...node,
    properties: [...properties, ...undeclared.map(([name, values]) => tagProperty(name, values))].sort((a, b) => a.name < b.name ? -1 : 1)
  }
}

/** A name for a name for a name stands for the last: a long chain of types is more than the compiler follows. */
const lastReference = (schemas: Schemas, node: Node): Node => {
  let last = node
  for (let target = node; target.kind === "ref"; target = schemas.get(target.pointer)?.node ?? { kind: "any" }) last = target
  return last
}

/** Where the property that chooses is not part of one of the forms. */
const settleChoice = (schemas: Schemas, node: TaggedNode): TaggedNode => {
  const properties = node.members.flatMap(([, one]) => {
    const target = resolveNode(schemas, one)
    return target.kind === "object" ? target.properties.filter(({ name }) => name === node.property) : []
  })
  if (properties.some((one) => one.writeOnly)) return { ...node, absentIn: "output" }
  return properties.some((one) => one.readOnly) ? { ...node, absentIn: "input" } : node
}

/** The references that a name stands for directly: no object or array between. */
const aliases = (node: Node): ReadonlyArray<string> => {
  switch (node.kind) {
    case "ref":
      return [node.pointer]
    case "union":
    case "all":
      return node.members.flatMap(aliases)
    case "tagged":
      return node.members.flatMap(([, one]) => aliases(one))
    case "check":
      return aliases(node.base)
    default:
      return []
  }
}

/** Names that lead back to themselves and so stand for no type. */
const circular = (schemas: Schemas): ReadonlySet<string> => {
  const found = new Set<string>()
  const done = new Set<string>()
  for (const start of schemas.keys()) {
    const path: Array<string> = []
    const onPath = new Set<string>()
    const stack: Array<{ readonly pointer: string; readonly next: Array<string> }> = []
    const enter = (pointer: string): void => {
      const node = schemas.get(pointer)?.node
      if (node === undefined || done.has(pointer)) return
      path.push(pointer)
      onPath.add(pointer)
      stack.push({ pointer, next: [...aliases(node)] })
    }
    enter(start)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const next = top.next.pop()
      if (next === undefined) {
        stack.pop()
        path.pop()
        onPath.delete(top.pointer)
        done.add(top.pointer)
      } else if (onPath.has(next)) found.add(top.pointer)
      else enter(next)
    }
  }
  return found
}

export const settle = (named: Map<string, Named>, tags: Discriminators["tags"], context: Context): Schemas => {
  for (const pointer of circular(named)) {
    context.report({ kind: "weakened", pointer, reason: "the schema leads only back to itself; any value is taken" })
    named.set(pointer, { ...named.get(pointer)!, node: { kind: "any" } })
  }
  const settled = new Map<string, Named>()
  for (const pointer of [...named.keys()].sort()) {
    const given = named.get(pointer)!
    const one: Named = tags.has(chosenAs(pointer)) ? { ...given, chosen: true } : given
    const { node } = one
    if (node.kind === "ref") settled.set(pointer, { ...one, node: lastReference(named, node) })
    else if (node.kind === "tagged") settled.set(pointer, { ...one, node: settleChoice(named, node) })
    else if (node.kind === "object") settled.set(pointer, { ...one, node: settleObject(named, node, pointer, tags, context) })
    else if (node.kind === "check" && node.base.kind === "object") {
      settled.set(pointer, { ...one, node: { ...node, base: settleObject(named, node.base, pointer, tags, context) } })
    } else settled.set(pointer, one)
  }
  return settled
}
