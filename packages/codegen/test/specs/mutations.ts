/** A valid body of a request, and what can be wrong with it: each thing alone, and several at random. */
import { FastCheck as fc } from "effect"
import { childrenOf, type Document, follow, formsOf, isList, isObject, type Json, type JsonObject, objectAt, type Path, type Pointer, schemaOfChild } from "./documents.js"

export interface Mutation {
  /** Where and what: `/amount/value: a decimal`. */
  readonly name: string
  readonly value: Json
}

interface Step {
  readonly name: string
  /** Made when it is wanted: most are not. */
  readonly value: () => Json
}

type Change = readonly [name: string, value: Json]

const without = (value: JsonObject, key: string): JsonObject => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))

/** As JSON.parse does, and unlike a literal: `__proto__` is a name as any other. */
const withProperty = (value: JsonObject, key: string, property: Json): JsonObject => Object.fromEntries([...Object.entries(value), [key, property]])

export const replaced = (value: Json, [key, ...path]: Path, change: (value: Json) => Json): Json => {
  if (key === undefined) return change(value)
  if (isList(value)) return value.map((one, index) => index === key ? replaced(one, path, change) : one)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === key ? replaced(one, path, change) : one])) : value
}

const removed = (value: Json, path: Path): Json =>
  replaced(value, path.slice(0, -1), (parent) => isObject(parent) ? without(parent, String(path.at(-1))) : parent)

export const removedAll = (value: Json, paths: ReadonlyArray<Path>): Json => paths.reduce(removed, value)

const shown = (path: Path): string => path.length === 0 ? "/" : path.map((key) => `/${key}`).join("")

// ------------------------------------------------------------------------------------------------------ valid bodies

const sampleText = ({ maxLength, minLength = 1 }: JsonObject): string => "a".repeat(Math.min(Math.max(Number(minLength), 1), Number(maxLength ?? Infinity)))

const sampleObject = (document: Document, pointer: Pointer, schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(isObject(schema["properties"]) ? schema["properties"] : {}).map((key) => [key, sample(document, schemaOfChild({ pointer, schema }, key) as Pointer)]))

/** Any value of a schema, if the schema is a simple one; the test tells if it is not. */
const sample = (document: Document, at: Pointer): Json => {
  const { pointer } = follow(document, at)
  const schema = objectAt(document, pointer)
  const given = schema["example"] ?? schema["const"] ?? (isList(schema["enum"]) ? schema["enum"][0] : undefined)
  if (given !== undefined) return given
  switch (schema["type"]) {
    case "string":
      return sampleText(schema)
    case "integer":
    case "number":
      return Number(schema["minimum"] ?? 1)
    case "boolean":
      return true
    case "array":
      return schema["items"] === undefined ? [] : [sample(document, `${pointer}/items`)]
    default:
      return sampleObject(document, pointer, schema)
  }
}

/** With every property that is declared and that the value does not have. */
const completed = (document: Document, pointer: Pointer, value: Json): Json => {
  const form = formsOf(document, pointer, value)[0]
  if (form === undefined || !isObject(value)) return value
  const children = Object.entries(value).map(([key, child]): readonly [string, Json] => {
    const schema = schemaOfChild(form, key)
    return [key, typeof schema === "string" ? completed(document, schema, child) : child]
  })
  return { ...sampleObject(document, form.pointer, form.schema), ...Object.fromEntries(children) }
}

/** The example as another form of a choice: what that declares of it, and its constants. */
const otherForms = (document: Document, pointer: Pointer, value: Json): ReadonlyArray<Mutation> => {
  const here = follow(document, pointer)
  const members = objectAt(document, here.pointer)["oneOf"]
  if (!isList(members)) return []
  return members.map((_, index) => {
    const member = follow(document, `${here.pointer}/oneOf/${index}`)
    const full = sampleObject(document, member.pointer, objectAt(document, member.pointer))
    const taken = Object.entries(isObject(value) ? value : {}).filter(([key]) => Object.hasOwn(full, key) && objectAt(document, `${member.pointer}/properties/${key}`)["const"] === undefined)
    return { name: member.pointer.split("/").at(-1)!, value: { ...full, ...Object.fromEntries(taken) } }
  })
}

/** Valid bodies, from the document's example. */
export const basesOf = (document: Document, pointer: Pointer, example: Json): ReadonlyArray<Mutation> => [
  { name: "the example", value: example },
  { name: "the example with every property", value: completed(document, pointer, example) },
  ...otherForms(document, pointer, example)
]

// ------------------------------------------------------------------------------------------------------ single faults

const ofAny = (value: Json): ReadonlyArray<Change> => [
  ["null", null],
  ["true", true],
  ["false", false],
  ["zero", 0],
  ["one", 1],
  ["a text", "text"],
  ["an empty text", ""],
  ["an empty object", {}],
  ["an empty list", []],
  ["in a list", [value]],
  ["twice in a list", [value, value]],
  ["in an object", { value }],
  ["as its JSON", JSON.stringify(value)]
]

const numberOf = (schema: JsonObject, key: string): number | undefined => typeof schema[key] === "number" ? schema[key] : undefined

/** A text of a length in code points, which begins as the value does. */
const ofLength = (characters: ReadonlyArray<string>, length: number, filler: string): string =>
  characters.slice(0, length).join("") + filler.repeat(Math.max(length - characters.length, 0))

const atLengths = (value: string, schema: JsonObject): ReadonlyArray<Change> => {
  const bounds = [numberOf(schema, "minLength"), numberOf(schema, "maxLength")].filter((one) => one !== undefined)
  const lengths = new Set([...bounds.flatMap((one) => [one - 1, one, one + 1]), ...Array.from({ length: 24 }, (_, n) => n)].filter((one) => one >= 0))
  const fillers = [value.at(-1) ?? "a", "0", "😀"]
  const characters = [...value]
  return [...lengths].flatMap((length) => fillers.map((filler): Change => [`${length} characters, filled with ${filler}`, ofLength(characters, length, filler)]))
}

const ofText = (value: string, schema: JsonObject): ReadonlyArray<Change> => [
  ...atLengths(value, schema),
  ["very long", ofLength([...value], 10_000, value.at(-1) ?? "a")],
  ["a space", " "],
  ["a space before", ` ${value}`],
  ["a space behind", `${value} `],
  ["a line break behind", `${value}\n`],
  ["a line break before", `\n${value}`],
  ["a NUL behind", `${value}\0`],
  ["half a surrogate pair behind", `${value}\ud800`],
  ["an accent behind", `${value}é`],
  ["another letter before", `x${value}`],
  ["another letter behind", `${value}x`],
  ["without its first", value.slice(1)],
  ["twice", value + value],
  ["in capitals", value.toUpperCase()],
  ["in small letters", value.toLowerCase()],
  ["Arabic digits", value.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
  ["wide digits", value.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
  ["as a number", Number(value.replace(/\D/g, ""))],
  ["letters alone", "abcdef"],
  ["capitals alone", "ABC"]
]

const ofNumber = (value: number, schema: JsonObject): ReadonlyArray<Change> => [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].flatMap((key): ReadonlyArray<Change> => {
    const bound = numberOf(schema, key)
    return bound === undefined ? [] : [[`at its ${key}`, bound], [`less than its ${key}`, bound - 1], [`more than its ${key}`, bound + 1], [`a little less than its ${key}`, bound - 0.001], [`a little more than its ${key}`, bound + 0.001]]
  }),
  ["negative", -value],
  ["minus one", -1],
  ["a decimal", value + 0.5],
  ["less than one", 0.1],
  ["nearly nothing", 5e-324],
  ["the last safe integer", Number.MAX_SAFE_INTEGER],
  ["beyond the safe integers", Number.MAX_SAFE_INTEGER + 3],
  ["very large", 1e21],
  ["enormous", 1e308],
  ["as a text", String(value)]
]

const strangeNames = ["unknown", "toString", "constructor", "__proto__", ""]

const ofObject = (value: JsonObject, schema: JsonObject): ReadonlyArray<Change> => [
  ...Object.keys(value).map((key): Change => [`without ${key}`, without(value, key)]),
  ...Object.keys(value).map((key): Change => [`only ${key}`, { [key]: value[key]! }]),
  ...Object.keys(value).map((key): Change => [`${key} in capitals`, Object.fromEntries(Object.entries(value).map(([name, one]) => [name === key ? key.toUpperCase() : name, one]))]),
  ...Object.keys(isObject(schema["properties"]) ? schema["properties"] : {}).filter((key) => !Object.hasOwn(value, key)).map((key): Change => [`with ${key} as a number`, withProperty(value, key, 1)]),
  ...strangeNames.map((key): Change => [`a property ${JSON.stringify(key)} more`, withProperty(value, key, "x")]),
  ["an object more", withProperty(value, "unknown", { nested: [1] })],
  ["in another order", Object.fromEntries(Object.entries(value).toReversed())],
  ["as a list of its values", Object.values(value)]
]

const ofList = (value: ReadonlyArray<Json>): ReadonlyArray<Change> => [
  ...value.map((one, index): Change => [`item ${index} alone, in no list`, one]),
  ["all twice", [...value, ...value]],
  ["null behind", [...value, null]]
]

const listOf = (value: Json | undefined): ReadonlyArray<Json> => isList(value) ? value : []

/** What may stand there, and what nearly may. */
const ofChoices = (values: ReadonlyArray<Json>): ReadonlyArray<Change> =>
  values.flatMap((one): ReadonlyArray<Change> => [
    [`the choice ${JSON.stringify(one)}`, one],
    ...(typeof one === "string" ? [[`the choice ${one} in other letters`, one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()], [`nearly the choice ${one}`, `${one}S`]] as const : [])
  ])

const changesAt = (value: Json, schema: JsonObject, tags: ReadonlyArray<Json>): ReadonlyArray<Change> => [
  ...ofAny(value),
  ...(typeof value === "string" ? ofText(value, schema) : []),
  ...(typeof value === "number" ? ofNumber(value, schema) : []),
  ...(isObject(value) ? ofObject(value, schema) : []),
  ...(isList(value) ? ofList(value) : []),
  ...ofChoices([...listOf(schema["enum"]), ...(schema["const"] === undefined ? [] : [schema["const"]]), ...tags])
]

/** The values of a discriminator, for the property that it is. */
const tagsOf = (document: Document, pointer: Pointer, key: string | number): ReadonlyArray<Json> => {
  const { discriminator } = objectAt(document, pointer)
  return isObject(discriminator) && discriminator["propertyName"] === key && isObject(discriminator["mapping"]) ? Object.keys(discriminator["mapping"]) : []
}

const stepsAt = (document: Document, pointer: Pointer | undefined, value: Json, path: Path, tags: ReadonlyArray<Json>, whole: Json): ReadonlyArray<Step> => {
  const form = pointer === undefined ? undefined : formsOf(document, pointer, value)[0]
  const own = changesAt(value, form?.schema ?? {}, tags).map(([name, changed]): Step => ({ name: `${shown(path)}: ${name}`, value: () => replaced(whole, path, () => changed) }))
  const deeper = childrenOf(value).flatMap(([key, child]) => {
    const schema = form === undefined ? undefined : schemaOfChild(form, key)
    return stepsAt(document, typeof schema === "string" ? schema : undefined, child, [...path, key], pointer === undefined ? [] : tagsOf(document, pointer, key), whole)
  })
  return [...own, ...deeper]
}

const stepsOf = (document: Document, pointer: Pointer, value: Json): ReadonlyArray<Step> => stepsAt(document, pointer, value, [], [], value)

// ------------------------------------------------------------------------------------------------------ all of them

const single = (document: Document, pointer: Pointer, bases: ReadonlyArray<Mutation>): ReadonlyArray<Mutation> =>
  bases.flatMap((base) => stepsOf(document, pointer, base.value).map(({ name, value }) => ({ name: `${base.name}, ${name}`, value: value() })))

/** Each number picks: the first a body, the others what is done to it. */
const combined = (document: Document, pointer: Pointer, bases: ReadonlyArray<Mutation>, [first, ...picks]: ReadonlyArray<number>): Mutation =>
  picks.reduce((mutation: Mutation, pick): Mutation => {
    const steps = stepsOf(document, pointer, mutation.value)
    const { name, value } = steps[pick % steps.length]!
    return { name: `${mutation.name}, ${name}`, value: value() }
  }, bases[first! % bases.length]!)

export interface Amount {
  readonly seed: number
  /** Of those with two or three faults. */
  readonly random: number
}

/** Every single fault of every valid body, whatever the seed; and some bodies with two or three, by the seed. */
export const mutationsOf = (document: Document, pointer: Pointer, bases: ReadonlyArray<Mutation>, { random, seed }: Amount): ReadonlyArray<Mutation> => {
  const picks = fc.sample(fc.array(fc.noBias(fc.nat()), { minLength: 3, maxLength: 4 }), { seed, numRuns: random })
  const all = [...single(document, pointer, bases), ...picks.map((one) => combined(document, pointer, bases, one))]
  // Faults of small values are often the same: the first name stays.
  return [...new Map(all.toReversed().map((one) => [JSON.stringify(one.value), one])).values()].toReversed()
}
