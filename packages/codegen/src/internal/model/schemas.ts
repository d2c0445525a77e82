/**
 * Schemas of a document as nodes of the model. Objects, unions and long enums that stand inline get a name of their own
 * (hoisted), so that each emitted type is an interface or an alias with a name.
 */
import { at, child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, omit, sortedKeys } from "../json.js"
import { readAllOf } from "./allOf.js"
import { readArray } from "./arrays.js"
import { assertionsOf, checked, listedRules, looseRules, reportUnsupported } from "./assertions.js"
import { nullable, readComposition, taggedOf, unionOf } from "./choices.js"
import { componentName, type Context } from "./context.js"
import { discriminatorsOf } from "./discriminators.js"
import { typesOf, wordsOf } from "./keywords.js"
import { constrains } from "./merge.js"
import type { Named, Node } from "./Model.js"
import { readObject } from "./objects.js"
import { any, apart, hintOf, never, nullNode, type Reader, type Site } from "./reader.js"
import { listedValues, readEnum, readNumber, readString } from "./scalars.js"
import { settle } from "./settle.js"

export interface Schemas {
  /** The node of a schema at a place. */
  readonly node: (schema: Json | undefined, pointer: string, hint: string) => Node
  /** Makes the nodes of all schemas that were referred to, and theirs. */
  readonly finish: () => ReadonlyMap<string, Named>
}

const scalarTypes = new Set(["string", "number", "integer", "boolean", "null"])

const boolean: Node = { kind: "boolean" }

const readTyped = (reader: Reader, schema: JsonObject, type: string, site: Site): Node => {
  switch (type) {
    case "string":
      return readString(reader, schema, site)
    case "number":
      return readNumber(schema, false)
    case "integer":
      return readNumber(schema, true)
    case "boolean":
      return boolean
    case "null":
      return nullNode
    case "array":
      return readArray(reader, schema, site)
    case "object":
      return readObject(reader, schema, site)
    case "file":
      return { kind: "file" }
    default:
      reader.weaken(child(site.pointer, "type"), "no type of JSON Schema; any value is taken")
      return any
  }
}

const readTypes = (reader: Reader, schema: JsonObject, types: ReadonlyArray<string>, site: Site): Node => {
  if (types.length === 1) return readTyped(reader, schema, types[0]!, site)
  const others = types.filter((type) => type !== "null")
  if (others.length === 0) return nullNode
  if (others.length === 1) {
    const node = readTyped(reader, schema, others[0]!, others.length < types.length ? apart(site) : site)
    return others.length < types.length ? nullable(node) : node
  }
  const nodes = others.map((type) =>
    readTyped(reader, schema, type, scalarTypes.has(type) ? site : { pointer: child(site.pointer, "type", type), hint: `${site.hint} ${type}`, root: false }))
  return unionOf(reader, "anyOf", others.length < types.length ? [...nodes, nullNode] : nodes, site)
}

const readPlain = (reader: Reader, schema: JsonObject, site: Site): Node => {
  const values = listedValues(reader, schema, site)
  if (values !== undefined) {
    return checked(reader, readEnum(reader, schema, values, site), { ...listedRules(reader, schema, values, site.pointer), ...assertionsOf(reader, schema, site.pointer) }, site)
  }
  const types = typesOf(schema)
  if (types !== undefined) {
    const node = readTypes(reader, schema, types, site)
    return checked(reader, node, assertionsOf(reader, schema, site.pointer), site)
  }
  return checked(reader, any, { ...looseRules(reader, schema, site.pointer), ...assertionsOf(reader, schema, site.pointer) }, site)
}

const readCore = (reader: Reader, schema: JsonObject, site: Site): Node => {
  const ref = getString(schema, "$ref")
  if (ref !== undefined) {
    const siblings = omit(schema, new Set(["$ref"]))
    if (reader.context.is30 || !constrains(siblings)) return reader.reference(ref, site)
    return readAllOf(reader, { allOf: [{ $ref: ref }, siblings] }, site)
  }
  reportUnsupported(reader, schema, site.pointer)
  if (getArray(schema, "allOf") !== undefined) return readAllOf(reader, schema, site)
  const choice = site.root ? reader.discriminators.choices.get(site.pointer) : undefined
  if (get(schema, "oneOf") !== undefined || get(schema, "anyOf") !== undefined) return readComposition(reader, schema, site)
  if (choice !== undefined) {
    const tagged = taggedOf(reader, choice, site)
    if (tagged !== undefined) return tagged
  }
  return readPlain(reader, schema, site)
}

const nullableKeys = new Set(["nullable", "x-nullable"])

const readSchema = (reader: Reader, schema: Json, site: Site): Node => {
  if (schema === true) return any
  if (schema === false) return never
  if (!isObject(schema)) {
    reader.weaken(site.pointer, "not a schema; any value is taken")
    return any
  }
  const isNullable = get(schema, "nullable") === true || get(schema, "x-nullable") === true
  return isNullable ? nullable(readCore(reader, omit(schema, nullableKeys), apart(site))) : readCore(reader, schema, site)
}

/** A schema that was referred to and waits for its node. */
type Pending = Omit<Named, "node" | "words"> & { readonly schema: Json }

export const makeSchemas = (context: Context): Schemas => {
  const named = new Map<string, Named>()
  /** A long chain of references must not become a deep call. */
  const pending: Array<Pending> = []
  const known = new Set<string>()
  let merges = 0

  const define = (one: Pending): Node => {
    if (!known.has(one.pointer)) {
      known.add(one.pointer)
      pending.push(one)
    }
    return { kind: "ref", pointer: one.pointer }
  }

  const reader: Reader = {
    context,
    discriminators: discriminatorsOf(context),
    read: (schema, site) => readSchema(reader, schema, site),
    weaken: (pointer, reason) => context.report({ kind: "weakened", pointer, reason }),
    reference: (pointer, site) => {
      if (known.has(pointer)) return { kind: "ref", pointer }
      const target = pointer.startsWith("#") ? at(context.document, pointer) : undefined
      if (target === undefined || (!isObject(target) && typeof target !== "boolean")) {
        reader.weaken(site.pointer, `the reference ${pointer} leads to no schema; any value is taken`)
        return any
      }
      return define({ schema: target, pointer, hint: hintOf(pointer), component: componentName(pointer, "schemas") !== undefined })
    },
    hoist: (node, { hint, pointer, root }) => {
      if (root) return node
      if (!known.has(pointer)) {
        known.add(pointer)
        named.set(pointer, { pointer, hint, component: false, node, words: {} })
      }
      return { kind: "ref", pointer }
    },
    addRules: (pointer, rules) => {
      const target = named.get(pointer)
      if (target !== undefined) named.set(pointer, { ...target, node: { kind: "check", base: target.node, rules } })
      return target !== undefined
    },
    mergeDepth: () => merges,
    deeper: (make) => {
      merges++
      try {
        return make()
      } finally {
        merges--
      }
    }
  }

  const drain = (): void => {
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { component, hint, pointer, schema } = next
      const node = reader.read(schema, { pointer, hint, root: true })
      named.set(pointer, { pointer, hint, component, node, words: isObject(schema) ? wordsOf(schema) : {} })
    }
  }

  return {
    node: (schema, pointer, hint) => schema === undefined ? any : reader.read(schema, { pointer, hint, root: false }),
    finish: () => {
      drain()
      return settle(named, reader.discriminators.tags, context)
    }
  }
}

/** Makes every component's node, so that the output holds them all whether or not an operation uses them. */
export const readComponents = (context: Context, schemas: Schemas): void => {
  const components = getObject(getObject(context.document, "components"), "schemas") ?? {}
  for (const name of sortedKeys(components)) schemas.node({ $ref: child("#/components/schemas", name) }, "#", name)
}
