/**
 * Which schemas have two forms, and which are not the same on the wire. A schema with a default, readOnly or writeOnly in
 * it, however deep, has one form for answers and one for requests.
 */
import type { Model, Named, Node, ObjectNode, Property } from "./Model.js"

export type Form = "output" | "input"

export interface Forms {
  /** Whether it has a form of its own for requests: some request holds it, and there it is not the same. */
  readonly isSplit: (pointer: string) => boolean
  /** Whether the decoded type differs from what is on the wire. */
  readonly differs: (pointer: string, form: Form) => boolean
  readonly nodeDiffers: (node: Node, form: Form) => boolean
  readonly nodeIsSplit: (node: Node) => boolean
}

export const isIn = (property: Property, form: Form): boolean => form === "output" ? !property.writeOnly : !property.readOnly

const none: ReadonlyArray<Node> = []

/** What an object's values are where no property is declared. */
export const undeclaredOf = ({ patterns, rest }: ObjectNode): ReadonlyArray<Node> =>
  patterns.length === 0 && (rest === undefined || rest === false) ? none : [...patterns.map(([, one]) => one), ...(rest === undefined || rest === false ? [] : [rest])]

/** The nodes directly below a node that make its type. */
export const childrenOf = (node: Node): ReadonlyArray<Node> => {
  switch (node.kind) {
    case "array":
      return [node.item]
    case "tuple":
      return node.rest === false ? node.items : [...node.items, node.rest]
    case "object":
      return node.properties.map((one) => one.node).concat(undeclaredOf(node))
    case "union":
    case "all":
      return node.members
    case "tagged":
      return node.members.map(([, one]) => one)
    case "check":
      return [node.base]
    default:
      return none
  }
}

const splits = (node: Node): boolean =>
  (node.kind === "object" && node.properties.some((one) => one.readOnly || one.writeOnly || one.fill !== undefined)) || childrenOf(node).some(splits)

const converts = (node: Node, form: Form): boolean =>
  node.kind === "dateTime" || node.kind === "base64" || node.kind === "secret" ||
  (node.kind === "object"
    ? node.properties.some((one) => isIn(one, form) && (converts(one.node, form) || (form === "output" && one.fill !== undefined))) ||
      undeclaredOf(node).some((one) => converts(one, form))
    : childrenOf(node).some((one) => converts(one, form)))

const collectRefs = (node: Node, found: Array<string>): Array<string> => {
  if (node.kind === "ref") found.push(node.pointer)
  else for (const one of childrenOf(node)) collectRefs(one, found)
  return found
}

/** The names that a node refers to, itself and in its parts. */
export const refsOf = (node: Node): ReadonlyArray<string> => collectRefs(node, [])

/** Who refers to a schema, by its pointer. */
const usersOf = (schemas: ReadonlyMap<string, Named>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const users = new Map<string, Array<string>>()
  for (const { node, pointer } of schemas.values()) {
    for (const target of new Set(refsOf(node))) {
      const list = users.get(target)
      if (list === undefined) users.set(target, [pointer])
      else list.push(pointer)
    }
  }
  return users
}

/** What is true of a schema if it is true of one that it refers to. */
const spread = (schemas: ReadonlyMap<string, Named>, users: ReadonlyMap<string, ReadonlyArray<string>>, direct: (node: Node) => boolean): ReadonlySet<string> => {
  const found = new Set<string>()
  const queue = [...schemas.values()].filter(({ node }) => direct(node)).map(({ pointer }) => pointer)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue
    found.add(next)
    for (const user of users.get(next) ?? []) if (!found.has(user)) queue.push(user)
  }
  return found
}

/** The schemas that requests hold, however deep. */
const requested = ({ operations, schemas }: Model): ReadonlySet<string> => {
  const nodes = operations.flatMap((one) => [...one.parameters.map(({ node }) => node), ...(one.body?.content ?? []).flatMap(({ node }) => node === undefined ? [] : [node])])
  const found = new Set<string>()
  const queue = nodes.flatMap(refsOf)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue
    found.add(next)
    const target = schemas.get(next)
    if (target !== undefined) queue.push(...refsOf(target.node))
  }
  return found
}

export const formsOf = (model: Model): Forms => {
  const sent = requested(model)
  const users = usersOf(model.schemas)
  const split = new Set([...spread(model.schemas, users, splits)].filter((one) => sent.has(one)))
  const differing = { output: spread(model.schemas, users, (node) => converts(node, "output")), input: spread(model.schemas, users, (node) => converts(node, "input")) }
  return {
    isSplit: (pointer) => split.has(pointer),
    // A schema with one form has one wire type.
    differs: (pointer, form) => differing[split.has(pointer) ? form : "output"].has(pointer),
    nodeDiffers: (node, form) => converts(node, form) || refsOf(node).some((one) => differing[split.has(one) ? form : "output"].has(one)),
    nodeIsSplit: (node) => splits(node) || refsOf(node).some((one) => split.has(one))
  }
}
