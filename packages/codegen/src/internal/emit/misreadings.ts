/** What openapi-typescript is known to misread, and how else it is said so that it reads what is meant. */
import { at, get, getArray, getObject, getString, isObject, type Json, type JsonObject, omit, strings } from "../json.js"
import { withNullAbove } from "../model/allOf.js"
import { firstPlaces, isAssertion } from "../model/choices.js"
import { declares, forgetsNull, hasAny, impossibleNames, isOfAnotherType, listOf, typesOf } from "../model/keywords.js"
import { constrains, merge } from "../model/merge.js"
import { is30 } from "../read/dialect.js"
import { grammar, hasOneOf } from "../read/grammar.js"

/** A schema, the branches of its allOf and what it refers to, however deep. */
const partsOf = (schema: Json | undefined, document: JsonObject, seen: Set<Json> = new Set()): ReadonlyArray<JsonObject> => {
  if (!isObject(schema) || seen.has(schema)) return []
  seen.add(schema)
  const ref = getString(schema, "$ref")
  // In 3.0 nothing beside a reference is read (section 4.7.23).
  if (ref !== undefined && is30(document)) return partsOf(at(document, ref), document, seen)
  const others = [...(ref === undefined ? [] : [at(document, ref)]), ...(getArray(schema, "allOf") ?? [])]
  return [schema, ...others.flatMap((one) => partsOf(one, document, seen))]
}

const without = (schema: JsonObject, ...keys: ReadonlyArray<string>): JsonObject => omit(schema, new Set(keys))

/** A schema, said so that openapi-typescript takes it for what it is. */
type Correction = (schema: JsonObject, document: JsonObject) => JsonObject

/** It takes a keyword at its word, be its value an object where a text is due. */
const meaningful: Correction = (schema) => {
  const meaningless = Object.keys(schema).filter((key) => {
    const types = grammar.schema.values.get(key)
    return types !== undefined && !hasOneOf(schema[key]!, types)
  })
  return meaningless.length === 0 ? schema : without(schema, ...meaningless)
}

/** It reads nothing beside a reference, where from 3.1 on it applies. */
const besideReference: Correction = (schema, document) => {
  const ref = getString(schema, "$ref")
  const siblings = without(schema, "$ref")
  return ref === undefined || is30(document) || !constrains(siblings) ? schema : { allOf: [{ $ref: ref }, siblings] }
}

/** It turns a reference to a discriminated base into `Omit<…>`. */
const undiscriminated: Correction = (schema) => without(schema, "discriminator")

/** It turns a choice of required-only branches into `unknown`, which would hide every holder. */
const withoutAssertions: Correction = (schema) =>
  without(schema, ...["anyOf", "oneOf"].filter((key) => getArray(schema, key)?.every(isAssertion) === true))

/** A schema's choice. */
const choiceIn = (schema: JsonObject): { readonly keyword: string; readonly branches: ReadonlyArray<Json> } | undefined => {
  const keyword = ["oneOf", "anyOf"].find((key) => getArray(schema, key) !== undefined)
  return keyword === undefined ? undefined : { keyword, branches: getArray(schema, keyword)! }
}

/** What says of which type a schema is, or leads to what does. */
const shaping: ReadonlySet<string> = new Set(["$ref", "type", "enum", "const", "allOf", "anyOf", "oneOf", "not", "properties", "additionalProperties", "required", "items"])

/** A branch of a choice with what stands beside the choice, where it says nothing of it itself. */
const handedTo = (branch: Json, keyword: "enum" | "items", value: Json): Json => {
  if (!isObject(branch) || Object.hasOwn(branch, "$ref")) return branch
  const own = get(branch, keyword)
  const isOpen = keyword === "enum" ? own === undefined : getString(branch, "type") === "array" && (own === undefined || (isObject(own) && !constrains(own)))
  return isOpen ? { ...branch, [keyword]: value } : branch
}

/** It takes a schema that a oneOf lists twice for two. */
const once: Correction = (schema) => {
  const members = getArray(schema, "oneOf")
  const places = members === undefined ? [] : firstPlaces(members)
  return places.length === (members?.length ?? 0) ? schema : { ...schema, oneOf: places.map((place) => members![place]!) }
}

/** It takes a choice for an array where items stand beside it, which say nothing of what is none, and forgets an enum there. */
const choosing: Correction = (schema) => {
  const choice = choiceIn(schema)
  const [items, list] = [getObject(schema, "items"), getArray(schema, "enum")]
  if (choice === undefined || (items === undefined && list === undefined) || Object.hasOwn(schema, "type")) return schema
  const { branches, keyword } = choice
  const withItems = items !== undefined && constrains(items) ? branches.map((one) => handedTo(one, "items", items)) : branches
  const withEnum = list === undefined ? withItems : withItems.map((one) => handedTo(one, "enum", list))
  return { ...without(schema, "items", "enum"), [keyword]: withEnum }
}

/** It forgets what is required beside a choice. */
const requiring: Correction = (schema) => {
  const choice = choiceIn(schema)
  const names = strings(get(schema, "required"))
  if (choice === undefined || names.length === 0 || ["type", "properties", "allOf"].some((key) => Object.hasOwn(schema, key))) return schema
  const branches = choice.branches.map((one): Json =>
    !isObject(one) ? one : Object.hasOwn(one, "$ref") ? { allOf: [one], required: names } : { ...one, required: [...new Set([...strings(get(one, "required")), ...names])] })
  return { ...without(schema, "required"), [choice.keyword]: branches }
}

/** It takes null that is among the types for a value of the enum or the choice beside them. */
const remembered: Correction = (schema, document) =>
  forgetsNull(schema, document) ? { ...schema, type: strings(get(schema, "type")).filter((one) => one !== "null") } : schema

/** It forgets null that is among the types of an object with a choice beside its properties. */
const nullApart: Correction = (schema) => {
  const types = strings(get(schema, "type"))
  if (!types.includes("null") || choiceIn(schema) === undefined || getObject(schema, "properties") === undefined) return schema
  const others = types.filter((one) => one !== "null")
  return { anyOf: [{ ...schema, type: others.length === 1 ? others[0]! : others }, { type: "null" }] }
}

/** It takes what stands beside null for a type that leads back to itself. */
const nothingElse: Correction = (schema) => getString(schema, "type") === "null" ? { type: "null" } : schema

/** It takes an enum for what it lists, whatever the type beside it. */
const fitting: Correction = (schema) => {
  const list = listOf(schema)
  if (list === undefined || list.fitting.length === list.values.length) return schema
  return isOfAnotherType(list) ? without(schema, list.keyword) : list.fitting.length > 0 ? { ...schema, [list.keyword]: list.fitting } : schema
}

/** A branch that requires nothing of what only others declare: the whole requires it. */
const requiringItsOwn = (branch: Json): Json => {
  const properties = isObject(branch) ? getObject(branch, "properties") : undefined
  return properties === undefined ? branch : { ...branch as JsonObject, required: strings(get(branch, "required")).filter((one) => Object.hasOwn(properties, one)) }
}

/** What is required beside other properties than itself, with nothing said of what it is. */
const requiredBeside: Correction = (schema) => {
  const declared = getObject(schema, "properties") ?? {}
  const undeclared = strings(get(schema, "required")).filter((name) => !Object.hasOwn(declared, name))
  return undeclared.length === 0 || get(schema, "additionalProperties") === false ? schema : { ...schema, properties: { ...declared, ...Object.fromEntries(undeclared.map((name) => [name, {}])) } }
}

/** What is required in another part than that which declares it, with what is said of it there. */
const requiredElsewhere = (parts: ReadonlyArray<JsonObject>, names: ReadonlyArray<string>): ReadonlyArray<readonly [string, Json]> =>
  names.flatMap((name): ReadonlyArray<readonly [string, Json]> => {
    const where = parts.filter((one) => declares(one, name))
    return where.some((one) => strings(get(one, "required")).includes(name)) ? [] : [[name, get(getObject(where[0], "properties"), name) ?? {}]]
  })

/** Names that a part requires, but for those that no value of it may have. */
const requiredOf = (part: JsonObject): ReadonlyArray<string> => {
  const impossible = impossibleNames(part)
  return strings(get(part, "required")).filter((name) => !impossible.includes(name))
}

/**
 * It forgets a name that is required where it is not declared: beside other properties, in one branch of an allOf and
 * declared in the next, or declared nowhere. It hands down to the branches what stands beside an allOf.
 */
const required: Correction = (schema, document) => {
  const allOf = getArray(schema, "allOf")
  if (allOf === undefined) return getObject(schema, "properties") === undefined && getString(schema, "type") !== "object" ? schema : requiredBeside(schema, document)
  const parts = partsOf(schema, document)
  const names = [...new Set(parts.flatMap(requiredOf))]
  if (names.length === 0) return schema
  const elsewhere = requiredElsewhere(parts, names)
  const branches = allOf.map(requiringItsOwn)
  const more = { type: "object", required: elsewhere.map(([name]) => name), properties: Object.fromEntries(elsewhere) }
  const own = strings(get(schema, "required")).filter((name) => declares(schema, name))
  return { ...schema, required: own, allOf: elsewhere.length === 0 ? branches : [...branches, more] }
}

/** It turns an allOf branch of words alone into `unknown`. */
const telling: Correction = (schema) => {
  const branches = getArray(schema, "allOf")?.filter((one) => !isObject(one) || constrains(one)) ?? []
  return branches.length === 0 ? schema : { ...schema, allOf: branches }
}

/** It takes what is said of objects or arrays without a type for anything. */
const typed: Correction = (schema) => {
  const types = typesOf(schema)
  return types === undefined || Object.hasOwn(schema, "type") ? schema : { type: types[0]!, ...schema }
}

/** It takes a branch that names no type for anything, whatever the type beside the choice. */
const typedAbove: Correction = (schema) => {
  const choice = choiceIn(schema)
  const type = get(schema, "type")
  if (choice === undefined || type === undefined) return schema
  const branches = choice.branches.map((one): Json => isObject(one) && !hasAny(one, shaping) ? { type, ...one } : one)
  return { ...schema, [choice.keyword]: branches }
}

/** It takes a list of types for one more thing that the branches beside it are, each of which is of one of them. */
const typedBelow: Correction = (schema, document) => {
  const types = strings(get(schema, "type"))
  const branches = choiceIn(schema)?.branches ?? []
  const isOfThem = (one: Json): boolean => {
    const ref = getString(one, "$ref")
    const target = ref === undefined ? one : at(document, ref)
    return isObject(target) && typesOf(target)?.every((type) => types.includes(type)) === true
  }
  return types.length > 0 && branches.length > 0 && branches.every(isOfThem) ? without(schema, "type") : schema
}

/** It takes a list that two branches of an allOf speak of for two at once: the items are those of both. */
const listedTwice: Correction = (schema) => {
  const allOf = getArray(schema, "allOf") ?? []
  const lists = new Map<string, JsonObject>()
  const shared = new Map<string, JsonObject>()
  for (const [name, one] of allOf.flatMap((part) => isObject(part) ? Object.entries(getObject(part, "properties") ?? {}) : [])) {
    if (!isObject(one) || typesOf(one)?.includes("array") !== true) continue
    const both = merge(lists.get(name) ?? {}, one)
    if (lists.has(name) && both !== undefined) shared.set(name, both)
    lists.set(name, both ?? one)
  }
  if (shared.size === 0) return schema
  const branches = allOf.map((part): Json => {
    const own = isObject(part) ? [...shared].filter(([name]) => declares(part, name)) : []
    return own.length === 0 ? part : { ...part as JsonObject, properties: { ...getObject(part, "properties"), ...Object.fromEntries(own) } }
  })
  return { ...schema, allOf: branches }
}

/** It takes properties or an allOf beside an anyOf for one more choice, and not beside a oneOf. */
const beside: Correction = (schema) => {
  const anyOf = getArray(schema, "anyOf")
  const hasMore = isObject(get(schema, "properties")) || getArray(schema, "allOf") !== undefined
  return anyOf === undefined || !hasMore || Object.hasOwn(schema, "oneOf") ? schema : { ...without(schema, "anyOf"), oneOf: anyOf }
}

/** It does not know `x-nullable`, and reads nothing beside a reference. */
const nullable: Correction = (given) => {
  const schema = withNullAbove(given)
  if (get(schema, "nullable") !== true && get(schema, "x-nullable") !== true) return schema
  const ref = getString(schema, "$ref")
  return ref === undefined ? { ...schema, nullable: true } : { nullable: true, allOf: [{ $ref: ref }] }
}

const corrections: ReadonlyArray<Correction> = [meaningful, besideReference, undiscriminated, withoutAssertions, nothingElse, once, choosing, requiring, remembered, nullApart, fitting, listedTwice, typed, typedAbove, typedBelow, required, telling, beside, nullable]

/** A schema as openapi-typescript is to read it. */
export const corrected: Correction = (schema, document) => corrections.reduce((one, correct) => correct(one, document), schema)
