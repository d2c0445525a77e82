/** What the modules that read schemas share: the way to any other schema, and to names for inline ones. */
import { child, type Json, keysOf } from "../json.js"
import type { Context } from "./context.js"
import type { Discriminators } from "./discriminators.js"
import type { Assertions, Node } from "./Model.js"

/** Where a schema stands, and what a name for it would be made of. */
export interface Site {
  readonly pointer: string
  readonly hint: string
  /** The schema is a named one itself, so it is not hoisted out of anywhere. */
  readonly root: boolean
}

export interface Reader {
  readonly context: Context
  readonly discriminators: Discriminators
  readonly read: (schema: Json, site: Site) => Node
  /** The schema that a reference leads to, by its name. */
  readonly reference: (pointer: string, site: Site) => Node
  /** Gives an inline node a name of its own. */
  readonly hoist: (node: Node, site: Site) => Node
  /** Adds rules to a node that was just given this name; false if none was. */
  readonly addRules: (pointer: string, rules: Assertions) => boolean
  /** Merges inside of merges so far. */
  readonly mergeDepth: () => number
  readonly deeper: <A>(make: () => A) => A
  readonly weaken: (pointer: string, reason: string) => void
}

export const any: Node = { kind: "any" }
export const never: Node = { kind: "never" }
export const nullNode: Node = { kind: "null" }

/** Where a part of a schema is named apart from the schema itself. */
export const apart = (site: Site): Site =>
  site.root ? { pointer: child(site.pointer, "value"), hint: `${site.hint} value`, root: false } : site

/** Lists and maps within each other, without a name between. */
const unnamedLevels = (node: Node): number => {
  switch (node.kind) {
    case "array":
      return 1 + unnamedLevels(node.item)
    case "tuple":
      return 1 + Math.max(0, ...node.items.map(unnamedLevels))
    case "object":
      return node.rest === undefined || node.rest === false ? 0 : 1 + unnamedLevels(node.rest)
    case "union":
      return Math.max(0, ...node.members.map(unnamedLevels))
    default:
      return 0
  }
}

/** Deeper than this nobody reads a type without names, and the compiler cannot. */
const mostUnnamedLevels = 6

/** What a list or map holds: with a name where it is nested deeply itself. */
export const readHeld = (reader: Reader, schema: Json, site: Site): Node => {
  const node = reader.read(schema, site)
  return unnamedLevels(node) >= mostUnnamedLevels ? reader.hoist(node, site) : node
}

const structural = /^(?:properties|schema|schemas|content|\d+)$/

/** What a name is made of for a schema at a place: a component's own name, else the steps of the way there. */
export const hintOf = (pointer: string): string => {
  const keys = keysOf(pointer)
  return keys[0] === "components" && keys.length === 3
    ? keys[2]!
    : keys.slice(keys[0] === "components" ? 2 : 0).filter((key) => !structural.test(key)).join(" ")
}
