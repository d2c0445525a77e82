/**
 * The document's types by someone who knows nothing of our schemas: openapi-typescript, from a copy without what it is
 * known to misread.
 */
import { at, child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, keysOf, omit, strings } from "../json.js"
import { withNullAbove } from "../model/allOf.js"
import { firstPlaces, isAssertion } from "../model/choices.js"
import { componentName } from "../model/context.js"
import { declares, forgetsNull, impossibleNames, isOfAnotherType, listOf, typesOf } from "../model/keywords.js"
import { constrains } from "../model/merge.js"
import { unusedName } from "../name/identifiers.js"
import { is30 } from "../read/dialect.js"
import { grammar, hasOneOf, type Kind, mapHeld, sections } from "../read/grammar.js"

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

/** It takes null that is among the types for a value of the enum beside them. */
const listed: Correction = (schema) => {
  const list = listOf(schema)
  return list !== undefined && forgetsNull(schema, list) ? { ...schema, type: strings(get(schema, "type")).filter((one) => one !== "null") } : schema
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

/** It takes properties beside an anyOf for one more choice, and not beside a oneOf. */
const beside: Correction = (schema) => {
  const anyOf = getArray(schema, "anyOf")
  return anyOf === undefined || !isObject(get(schema, "properties")) || Object.hasOwn(schema, "oneOf") ? schema : { ...without(schema, "anyOf"), oneOf: anyOf }
}

/** It does not know `x-nullable`, and reads nothing beside a reference. */
const nullable: Correction = (given) => {
  const schema = withNullAbove(given)
  if (get(schema, "nullable") !== true && get(schema, "x-nullable") !== true) return schema
  const ref = getString(schema, "$ref")
  return ref === undefined ? { ...schema, nullable: true } : { nullable: true, allOf: [{ $ref: ref }] }
}

const corrections: ReadonlyArray<Correction> = [meaningful, undiscriminated, withoutAssertions, nothingElse, once, choosing, requiring, listed, fitting, typed, required, telling, beside, nullable]

const corrected: Correction = (schema, document) => corrections.reduce((one, correct) => correct(one, document), schema)

/** Data and words, which make no type. What looks like a reference in them is none, and openapi-typescript would follow it. */
const isData = (key: string): boolean => ["example", "examples", "default", "links"].includes(key) || key.startsWith("x-")

/** What holds no other of its kind, and may stand in place of a reference. */
const inlined: ReadonlySet<Kind> = new Set(["parameter", "header", "requestBody", "response"])

/** Where it finds what is referred to: a component of the kind, and nothing inside of one. */
const isComponent = (pointer: string, kind: Kind): boolean => componentName(pointer, sections[kind]) !== undefined

/** The copy that openapi-typescript reads. */
const prepare = (document: JsonObject): JsonObject => {
  const taken = new Set(Object.keys(getObject(getObject(document, "components"), "schemas") ?? {}))
  /** Names for schemas that are referred to inside of others, by their pointers. */
  const inner = new Map<string, string>()

  const nameOf = (pointer: string): string => {
    const name = unusedName(keysOf(pointer).join("_").replace(/\W/g, "_"), (one) => taken.has(one))
    taken.add(name)
    inner.set(pointer, name)
    return name
  }

  const refer = (pointer: string): string => isComponent(pointer, "schema") ? pointer : child("#/components/schemas", inner.get(pointer) ?? nameOf(pointer))

  const copy = (value: Json, kind: Kind): Json => {
    if (!isObject(value)) return value
    const ref = getString(value, "$ref")
    if (ref !== undefined && inlined.has(kind) && !isComponent(ref, kind)) return copy(at(document, ref) ?? {}, kind)
    const { others, steps } = grammar[kind]
    const entries = Object.entries(kind === "schema" ? corrected(value, document) : value).filter(([key]) => !isData(key))
    return Object.fromEntries(entries.map(([key, one]): [string, Json] => {
      const step = steps.get(key) ?? others
      if (kind === "schema" && key === "$ref" && typeof one === "string") return [key, refer(one)]
      return [key, step === undefined ? one : mapHeld(one, step.shape, (held) => copy(held, step.kind))]
    }))
  }

  const prepared = copy(document, "document") as JsonObject
  const named: Record<string, Json> = {}
  for (const [pointer, name] of inner) named[name] = copy(at(document, pointer) ?? {}, "schema")
  const components = getObject(prepared, "components") ?? {}
  return inner.size === 0 ? prepared : { ...prepared, components: { ...components, schemas: { ...getObject(components, "schemas"), ...named } } }
}

const options = { immutable: true, defaultNonNullable: false, emptyObjectsUnknown: true, silent: true } as const

/** Every name and text but references with another sign for the percent sign. */
const withSign = (value: Json, sign: string): Json => {
  if (typeof value === "string") return value.replaceAll("%", sign)
  if (Array.isArray(value)) return value.map((one: Json) => withSign(one, sign))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replaceAll("%", sign), key === "$ref" ? one : withSign(one, sign)]))
}

/** A sign that is nowhere in a text, and in no identifier: names with it are quoted, as those with a percent sign are. */
const signFor = (text: string): string => {
  let sign = "!percent!"
  while (text.includes(sign)) sign = `!${sign}`
  return sign
}

const typesFor = async (document: JsonObject): Promise<string> => {
  const { astToString, default: openapiTS } = await import("openapi-typescript")
  return astToString(await openapiTS(document as never, options))
}

/** It decodes names as those in a URL, so that a percent sign in one is an error to it: there is none where it reads. */
export const wireTypes = async (document: JsonObject): Promise<string> => {
  const prepared = prepare(document)
  const text = JSON.stringify(prepared)
  if (!/%[^"]*":/.test(text)) return typesFor(prepared)
  const sign = signFor(text)
  return (await typesFor(withSign(prepared, sign) as JsonObject)).replaceAll(sign, "%")
}
