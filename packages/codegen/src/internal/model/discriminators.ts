/**
 * Which schemas are chosen by a property's value (OpenAPI 3.1 section 4.8.25). A discriminator stands on a `oneOf` or
 * `anyOf`, or on a base schema that others extend by `allOf`: then the base stands for any of its children.
 */
import { collect } from "../collections.js"
import { child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, keysOf, sortedKeys } from "../json.js"
import { type Context, resolve } from "./context.js"
import { listOf } from "./keywords.js"

export interface Choice {
  readonly property: string
  /** Value and the schema's pointer. */
  readonly members: ReadonlyArray<readonly [string, string]>
}

export interface Discriminators {
  /** By the pointer of the schema that has the discriminator. */
  readonly choices: ReadonlyMap<string, Choice>
  /** By the pointer of a chosen schema: its own values of each property. */
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<string>>>
}

const nameOf = (pointer: string): string => keysOf(pointer).at(-1) ?? pointer

const refsIn = (schema: JsonObject, key: string): ReadonlyArray<string> =>
  (getArray(schema, key) ?? []).map((one) => getString(one, "$ref")).filter((ref) => ref !== undefined)

/** Pointers of schemas by the schema that they extend, directly. */
const childrenByBase = (schemas: JsonObject): ReadonlyMap<string, ReadonlyArray<string>> =>
  collect(Object.keys(schemas).flatMap((name) =>
    refsIn(schemas[name] as JsonObject, "allOf").map((base) => [base, child("#/components/schemas", name)] as const)))

const descendants = (base: string, children: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> => {
  const found = new Set<string>()
  const visit = (pointer: string): void => {
    for (const one of children.get(pointer) ?? []) {
      if (found.has(one) || one === base) continue
      found.add(one)
      visit(one)
    }
  }
  visit(base)
  return [...found]
}

/** A mapping's value is a pointer, or the name of a schema. */
const targetOf = (context: Context, target: string): string | undefined => {
  const pointer = target.startsWith("#/") ? target : child("#/components/schemas", target)
  return isObject(get(getObject(getObject(context.document, "components"), "schemas"), nameOf(pointer))) ? pointer : undefined
}

const mappingOf = (context: Context, discriminator: JsonObject, pointer: string): ReadonlyArray<readonly [string, string]> => {
  const mapping = getObject(discriminator, "mapping") ?? {}
  return sortedKeys(mapping).flatMap((value) => {
    const target = getString(mapping, value)
    const found = target === undefined ? undefined : targetOf(context, target)
    if (found !== undefined) return [[value, found] as const]
    context.report({
      kind: "ignored",
      pointer: child(pointer, "discriminator", "mapping", value),
      reason: "the mapping leads to no schema of this document"
    })
    return []
  })
}

/** The texts that a schema lists for a property, itself or by what it extends. */
const listedFor = (context: Context, schema: Json | undefined, property: string, depth = 0): ReadonlyArray<string> => {
  if (!isObject(schema) || depth > 10) return []
  const { value } = resolve(context, { value: schema, pointer: "#" })
  const own = get(getObject(value, "properties"), property)
  const list = isObject(own) ? listOf(resolve(context, { value: own, pointer: "#" }).value) : undefined
  if (list !== undefined) return list.fitting.filter((one) => typeof one === "string")
  return (getArray(value, "allOf") ?? []).flatMap((part) => listedFor(context, part, property, depth + 1))
}

/** A name and a value that differ in spelling alone. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

/**
 * Without a mapping a schema is chosen by its name. One that does not list its name among the property's values could never
 * be: what it lists is what the service sends.
 */
const implied = (context: Context, property: string, pointer: string): ReadonlyArray<readonly [string, string]> => {
  const name = nameOf(pointer)
  const listed = listedFor(context, { $ref: pointer }, property)
  if (listed.length === 0 || listed.includes(name)) return [[name, pointer]]
  context.report({ kind: "weakened", pointer: child(pointer, "properties", property), reason: "nothing maps the schema to a value, and its name is none of them; it is chosen by what it lists" })
  const alike = listed.filter((value) => plain(value) === plain(name))
  return (alike.length > 0 ? alike : listed).map((value) => [value, pointer])
}

const choiceOf = (context: Context, schema: JsonObject, pointer: string, candidates: ReadonlyArray<string>): Choice | undefined => {
  const discriminator = getObject(schema, "discriminator")
  const property = getString(discriminator, "propertyName")
  if (discriminator === undefined || property === undefined) return undefined
  const mapped = mappingOf(context, discriminator, pointer)
  const named = new Set(mapped.map(([, target]) => target))
  const implicit = candidates.filter((one) => !named.has(one)).flatMap((one) => implied(context, property, one))
  const members = [...mapped, ...implicit].filter(([, target]) => candidates.length === 0 || candidates.includes(target) || target === pointer)
  const clashes = new Set(members.map(([value]) => value)).size < members.length
  if (clashes) context.report({ kind: "weakened", pointer: child(pointer, "discriminator"), reason: "one value would choose several schemas; it chooses none" })
  return members.length === 0 || clashes ? undefined : { property, members: members.sort(([a], [b]) => a < b ? -1 : 1) }
}

export const discriminatorsOf = (context: Context): Discriminators => {
  const schemas = getObject(getObject(context.document, "components"), "schemas") ?? {}
  const choices = new Map<string, Choice>()
  const tags = new Map<string, Map<string, Array<string>>>()
  const children = childrenByBase(schemas)
  for (const name of sortedKeys(schemas)) {
    const schema = schemas[name]
    if (!isObject(schema) || !Object.hasOwn(schema, "discriminator")) continue
    const pointer = child("#/components/schemas", name)
    const listed = [...refsIn(schema, "oneOf"), ...refsIn(schema, "anyOf")]
    const inherited = listed.length > 0 ? listed : descendants(pointer, children)
    const choice = choiceOf(context, schema, pointer, inherited)
    if (choice === undefined) continue
    choices.set(pointer, choice)
    for (const [value, target] of choice.members) {
      const ofTarget = tags.get(target) ?? new Map<string, Array<string>>()
      tags.set(target, ofTarget)
      ofTarget.set(choice.property, [...(ofTarget.get(choice.property) ?? []), value])
    }
  }
  return { choices, tags }
}

/** Whether a schema keeps the property: one that does not would lose what it was chosen by. */
const keeps = (context: Context, schema: Json | undefined, property: string, depth = 0): boolean => {
  if (!isObject(schema) || depth > 10) return true
  const { value } = resolve(context, { value: schema, pointer: "#" })
  const parts = (key: string): ReadonlyArray<boolean> => (getArray(value, key) ?? []).map((one) => keeps(context, one, property, depth + 1))
  if (Object.hasOwn(getObject(value, "properties") ?? {}, property) || (get(value, "additionalProperties") ?? false) !== false) return true
  const choices = [...parts("oneOf"), ...parts("anyOf")]
  return parts("allOf").includes(true) || (choices.length > 0 && !choices.includes(false))
}

/** The choice of an inline `oneOf` or `anyOf`, whose members keep their own idea of the property. */
export const inlineChoice = (context: Context, schema: JsonObject, pointer: string, tags: Discriminators["tags"]): Choice | undefined => {
  const choice = choiceOf(context, schema, pointer, [...refsIn(schema, "oneOf"), ...refsIn(schema, "anyOf")])
  const lost = choice?.members.find(([, target]) => tags.get(target)?.has(choice.property) !== true && !keeps(context, { $ref: target }, choice.property))
  if (lost === undefined) return choice
  context.report({ kind: "weakened", pointer: child(pointer, "discriminator"), reason: `${nameOf(lost[1])} declares no such property; what a value is like decides alone` })
  return undefined
}
