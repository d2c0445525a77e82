/** What nodes are made of, and what leads to what. */
import { collect } from "../collections.js"
import type { Assertions, Model, Node, ObjectNode } from "./Model.js"

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

/** The nodes directly in rules, which say yes or no and nothing of the type. */
export const nodesOfRules = ({ anyOf, condition, contains, dependentSchemas, not, oneOf, propertyNames }: Assertions): ReadonlyArray<Node> =>
  [
    not, propertyNames, contains?.schema, condition?.test, condition?.pass, condition?.fail,
    ...(anyOf ?? []), ...(oneOf ?? []), ...Object.values(dependentSchemas ?? {})
  ].filter((one) => one !== undefined)

/** Who refers to a schema, by its pointer: given to whom each refers. */
export const usersOf = (references: Iterable<readonly [string, Iterable<string>]>): ReadonlyMap<string, ReadonlyArray<string>> =>
  collect([...references].flatMap(([pointer, targets]) => [...targets].map((target) => [target, pointer] as const)))

/** What a name stands for, through any number of names. */
export const resolveNode = (schemas: Model["schemas"], node: Node): Node => {
  let current = node
  for (let steps = 0; current.kind === "ref" && steps < 100; steps++) {
    const target = schemas.get(current.pointer)
    if (target === undefined) return current
    current = target.node
  }
  return current
}

/** All schemas that a node names, in its type or in its rules. */
export const namedBy = (node: Node): ReadonlyArray<string> =>
  node.kind === "ref" ? [node.pointer] : [...childrenOf(node), ...(node.kind === "check" ? nodesOfRules(node.rules) : [])].flatMap(namedBy)

/** What the schema at a pointer names, if one is there. */
export const namedAt = (schemas: Model["schemas"], pointer: string): ReadonlyArray<string> => {
  const found = schemas.get(pointer)
  return found === undefined ? [] : namedBy(found.node)
}

/** Where the steps lead, however many, and where they begin. */
export const reach = <A>(from: Iterable<A>, next: (one: A) => Iterable<A>): ReadonlySet<A> => {
  const found = new Set<A>()
  const queue = [...from]
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (found.has(one)) continue
    found.add(one)
    for (const step of next(one)) if (!found.has(step)) queue.push(step)
  }
  return found
}

/** All schemas that nodes name, in their types or in their rules, and those that these name. */
export const schemasFrom = ({ schemas }: Model, nodes: ReadonlyArray<Node>): ReadonlySet<string> =>
  reach(nodes.flatMap(namedBy), (pointer) => namedAt(schemas, pointer))
