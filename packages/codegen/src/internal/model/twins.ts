/**
 * Inline schemas that say the same, words and all: documents write one structure out wherever it is needed, and of Stripe's
 * 3,622 schemas 1,400 say what another says. One of them is declared, the others are further names of it.
 */
import type { Forms } from "./forms.js"
import { namedBy } from "./graph.js"
import { receivedNodes, sentNodes } from "./held.js"
import type { Model, Named, Node } from "./Model.js"

/** What a schema stands for: the pointer of the one that is declared, for each that is not. */
export type Twins = ReadonlyMap<string, string>

/** A name for a scalar says what the scalar means, which another name does not. */
const shareable: ReadonlySet<Node["kind"]> = new Set(["object", "union", "tagged", "all", "check", "literals", "tuple"])

/** Values of the document, in which nothing is a node. */
const data: ReadonlySet<string> = new Set(["fill", "value", "example", "default"])

const isReference = (value: unknown): value is Extract<Node, { kind: "ref" }> =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "ref"

/** A schema in a text that is its twins' text too. */
const textOf = (node: Node, standing: Twins): string =>
  JSON.stringify(node, (key, value: unknown) => {
    if (data.has(key)) return JSON.stringify(value)
    return isReference(value) && standing.has(value.pointer) ? { kind: "ref", pointer: standing.get(value.pointer) } : value
  })

/** The property that a schema is of, or is somewhere in. Without one it has no name but its own. */
const propertyOf = (pointer: string): string => /^.*\/properties\/([^/]+)/.exec(pointer)?.[1] ?? pointer

const before = (a: Named, b: Named): number => a.hint.length - b.hint.length || (a.pointer < b.pointer ? -1 : 1)

/** Deeper ones first: what stands in a schema has its own place below it. */
const deeperFirst = (a: Named, b: Named): number => b.pointer.length - a.pointer.length || before(a, b)

/** Those whose property holds others too: no one else has a twin. */
const comparable = (inline: ReadonlyArray<Named>): ReadonlyArray<Named> => {
  const count = new Map<string, number>()
  const properties = inline.map(({ pointer }) => propertyOf(pointer))
  for (const one of properties) count.set(one, 1 + (count.get(one) ?? 0))
  return inline.filter((_, index) => count.get(properties[index]!)! > 1)
}

/** `hasOwnName`: a person has chosen it. What an operation holds directly keeps its name too, which says what it is for. */
export const twinsOf = (model: Model, forms: Forms, withFiles: ReadonlySet<string>, hasOwnName: (one: Named) => boolean): Twins => {
  const held = new Set([...sentNodes(model), ...receivedNodes(model)].flatMap(namedBy))
  const inline = [...model.schemas.values()].filter((one) => !one.component && shareable.has(one.node.kind) && !held.has(one.pointer) && !hasOwnName(one))
  const standing = new Map<string, string>()
  const groups = new Map<string, Array<Named>>()
  for (const one of [...comparable(inline)].sort(deeperFirst)) {
    const { node, pointer, words } = one
    const key = `${propertyOf(pointer)} ${forms.hasOutput(pointer)} ${forms.isSplit(pointer)} ${withFiles.has(pointer)} ${JSON.stringify(words)} ${textOf(node, standing)}`
    const group = groups.get(key) ?? []
    group.push(one)
    groups.set(key, group)
    standing.set(pointer, group[0]!.pointer)
  }
  const twins = new Map<string, string>()
  for (const group of groups.values()) {
    const [declared, ...others] = group.sort(before)
    for (const { pointer } of others) twins.set(pointer, declared!.pointer)
  }
  return twins
}
