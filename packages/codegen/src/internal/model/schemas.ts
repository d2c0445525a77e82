/**
 * Schemas of a document as nodes of the model. Objects, unions and long enums that stand inline get a name of their own
 * (hoisted), so that each emitted type is an interface or an alias with a name.
 */
import { at, child, equal, get, getArray, getNumber, getObject, getString, isArray, isObject, type Json, type JsonObject, keysOf, omit, strings } from "../json.js"
import type { Context } from "./context.js"
import { type Choice, type Discriminators, discriminatorsOf, inlineChoice } from "./discriminators.js"
import { constrains, merge } from "./merge.js"
import type { ArrayRules, Assertions, Named, Node, NumberRules, ObjectNode, Property, Scalar, TextRules, Words } from "./Model.js"
import { translate } from "./pattern.js"
import { settle } from "./settle.js"

/** A schema's text, where it stands, and what a name for it would be made of. */
interface Site {
  readonly pointer: string
  readonly hint: string
  /** The schema is a named one itself, so it is not hoisted out of anywhere. */
  readonly root: boolean
}

export interface Schemas {
  /** The node of a schema at a place. */
  readonly node: (schema: Json | undefined, pointer: string, hint: string) => Node
  /** Makes the nodes of all schemas that were referred to, and theirs. */
  readonly finish: () => ReadonlyMap<string, Named>
}

const any: Node = { kind: "any" }
const never: Node = { kind: "never" }
const nullNode: Node = { kind: "null" }

/** Formats of strings that are checked; any other format is an annotation, as JSON Schema has it. */
const textFormats = new Set(["date", "time", "duration", "uuid", "email", "uri", "uri-reference", "ipv4", "ipv6", "hostname", "decimal"])

const scalarTypes = new Set(["string", "number", "integer", "boolean", "null"])

const objectKeywords = ["properties", "additionalProperties", "patternProperties", "required", "minProperties", "maxProperties", "propertyNames"]
const arrayKeywords = ["items", "prefixItems"]
const stringKeywords = ["minLength", "maxLength", "pattern", "format"]
const numberKeywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
const assertionKeywords: ReadonlySet<string> = new Set([
  "minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas", "contains", "not", "if"
])
const noAssertions: Assertions = {}
const looseArrayKeywords = ["minItems", "maxItems", "uniqueItems", "contains"]

const hasAny = (schema: JsonObject, keys: ReadonlyArray<string>): boolean => keys.some((key) => Object.hasOwn(schema, key))

/** Without the properties that are undefined. */
export const defined = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } => {
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(record)) {
    const value = (record as Record<string, unknown>)[key]
    if (value !== undefined) kept[key] = value
  }
  return kept as never
}

export const wordsOf = (value: JsonObject): Words =>
  defined({
    summary: getString(value, "summary") ?? getString(value, "title"),
    description: getString(value, "description"),
    deprecated: get(value, "deprecated") === true ? true : undefined,
    example: get(value, "example") ?? getArray(value, "examples")?.[0],
    default: get(value, "default"),
    url: getString(getObject(value, "externalDocs"), "url")
  }) as Words

/** Deeper than this an `allOf` stays what it is. */
const deepestMerge = 3

/** The combinations of a schema with a choice that are written out before it is kept as two parts. */
const maxCombinations = 64

export const makeSchemas = (context: Context): Schemas => {
  const named = new Map<string, Named>()
  const discriminators: Discriminators = discriminatorsOf(context)
  /** Schemas that were referred to and wait for their node: a long chain of references must not become a deep call. */
  const pending: Array<Omit<Named, "node" | "words"> & { readonly schema: Json }> = []
  const known = new Set<string>()

  const weaken = (pointer: string, reason: string): void => context.report({ kind: "weakened", pointer, reason })

  // ---------------------------------------------------------------------------------------------------- names

  const define = (schema: Json, pointer: string, hint: string, component: boolean): Node => {
    if (!known.has(pointer)) {
      known.add(pointer)
      pending.push({ schema, pointer, hint, component })
    }
    return { kind: "ref", pointer }
  }

  const drain = (): void => {
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { component, hint, pointer, schema } = next
      const node = read(schema, { pointer, hint, root: true })
      named.set(pointer, { pointer, hint, component, node, words: isObject(schema) ? wordsOf(schema) : {} })
    }
  }

  const hoist = (node: Node, { hint, pointer, root }: Site): Node => {
    if (root) return node
    if (!known.has(pointer)) {
      known.add(pointer)
      named.set(pointer, { pointer, hint, component: false, node, words: {} })
    }
    return { kind: "ref", pointer }
  }

  /** Where a part of a schema is named apart from the schema itself. */
  const apart = (site: Site): Site =>
    site.root ? { pointer: child(site.pointer, "value"), hint: `${site.hint} value`, root: false } : site

  const hintOf = (pointer: string): string => {
    const keys = keysOf(pointer)
    return keys[0] === "components" && keys.length === 3 ? keys[2]! : keys.slice(keys[0] === "components" ? 2 : 0).filter((key) => !/^(properties|schema|schemas|content|\d+)$/.test(key)).join(" ")
  }

  const readRef = (pointer: string, site: Site): Node => {
    const target = pointer.startsWith("#") ? at(context.document, pointer) : undefined
    if (target === undefined || (!isObject(target) && typeof target !== "boolean")) {
      weaken(site.pointer, `the reference ${pointer} leads to no schema; any value is taken`)
      return any
    }
    const keys = keysOf(pointer)
    return define(target, pointer, hintOf(pointer), keys[0] === "components" && keys[1] === "schemas" && keys.length === 3)
  }

  // -------------------------------------------------------------------------------------------------- scalars

  const patternAt = (pattern: string | undefined, pointer: string): string | undefined => {
    if (pattern === undefined) return undefined
    if (context.catastrophic.has(pattern)) {
      weaken(child(pointer, "pattern"), "the pattern can be made to backtrack for ever; values are not held to it")
      return undefined
    }
    const translated = translate(pattern)
    if (translated === undefined) weaken(child(pointer, "pattern"), "JavaScript cannot run this pattern; values are not held to it")
    return translated
  }

  const textRules = (schema: JsonObject, pointer: string): TextRules => {
    const format = getString(schema, "format")
    return defined({
      minLength: getNumber(schema, "minLength") || undefined,
      maxLength: getNumber(schema, "maxLength"),
      pattern: patternAt(getString(schema, "pattern"), pointer),
      format: format !== undefined && textFormats.has(format) ? format : undefined
    })
  }

  const readString = (schema: JsonObject, { pointer }: Site): Node => {
    switch (getString(schema, "format")) {
      case "date-time":
        return { kind: "dateTime" }
      case "byte":
        return { kind: "base64" }
      case "password":
        return { kind: "secret" }
      case "binary":
        return { kind: "file" }
    }
    if (getString(schema, "contentEncoding") === "base64") return { kind: "base64" }
    return { kind: "text", rules: textRules(schema, pointer) }
  }

  const numberRules = (schema: JsonObject): NumberRules => {
    const exclusive = (key: "exclusiveMinimum" | "exclusiveMaximum", plain: "minimum" | "maximum") =>
      get(schema, key) === true ? getNumber(schema, plain) : getNumber(schema, key)
    return defined({
      minimum: get(schema, "exclusiveMinimum") === true ? undefined : getNumber(schema, "minimum"),
      maximum: get(schema, "exclusiveMaximum") === true ? undefined : getNumber(schema, "maximum"),
      exclusiveMinimum: exclusive("exclusiveMinimum", "minimum"),
      exclusiveMaximum: exclusive("exclusiveMaximum", "maximum"),
      multipleOf: getNumber(schema, "multipleOf")
    })
  }

  const int32: NumberRules = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }

  const readNumber = (schema: JsonObject, integer: boolean): Node => {
    const rules = numberRules(schema)
    return { kind: "number", integer, rules: integer && getString(schema, "format") === "int32" ? { ...int32, ...rules } : rules }
  }

  const isScalar = (value: Json): value is Scalar => typeof value !== "object" || value === null

  /** Whether unknown values are kept: the document's own word, or the names file's. */
  const isOpenEnum = (schema: JsonObject, pointer: string): boolean =>
    get(schema, "x-extensible-enum") !== undefined || context.openEnums.has(pointer)

  const readEnum = (schema: JsonObject, values: ReadonlyArray<Json>, site: Site): Node => {
    const types = typesOf(schema)
    const fitting = values.filter((value) => types === undefined || types.some((type) => hasType(value, type)))
    const scalars = [...new Set(fitting.filter(isScalar))]
    const constants = fitting.filter((value) => !isScalar(value)).map((value): Node => ({ kind: "constant", value }))
    const unique = constants.filter((one, index) => constants.findIndex((other) => equal((other as { value: Json }).value, (one as { value: Json }).value)) === index)
    const literals: ReadonlyArray<Node> = scalars.length === 0
      ? []
      : [{ kind: "literals", values: scalars, open: isOpenEnum(schema, site.pointer) && scalars.every((one) => typeof one === "string") }]
    const members = [...literals, ...unique]
    if (members.length === 0) return never
    const node: Node = members.length === 1 ? members[0]! : { kind: "union", mode: "anyOf", members }
    return node.kind === "union" || scalars.length > 5 ? hoist(node, site) : node
  }

  // ------------------------------------------------------------------------------------------ objects, arrays

  const defaultOf = (schema: Json | undefined, depth = 0): Json | undefined => {
    if (!isObject(schema) || depth > 10) return undefined
    const own = get(schema, "default")
    if (own !== undefined) return own
    const ref = getString(schema, "$ref")
    if (ref !== undefined) return defaultOf(at(context.document, ref), depth + 1)
    const members = getArray(schema, "allOf")
    return members?.length === 1 ? defaultOf(members[0], depth + 1) : undefined
  }

  const flagOf = (schema: Json | undefined, key: "readOnly" | "writeOnly", depth = 0): boolean => {
    if (!isObject(schema) || depth > 10) return false
    if (get(schema, key) === true) return true
    const ref = getString(schema, "$ref")
    return ref !== undefined && flagOf(at(context.document, ref), key, depth + 1)
  }

  const readProperty = (schema: Json, name: string, required: boolean, { hint, pointer }: Site): Property => {
    const at = child(pointer, "properties", name)
    const node = read(schema, { pointer: at, hint: `${hint} ${name}`, root: false })
    const value = required ? undefined : defaultOf(schema)
    return {
      name,
      node,
      required,
      readOnly: flagOf(schema, "readOnly"),
      writeOnly: flagOf(schema, "writeOnly"),
      ...(value === undefined ? {} : { fill: value }),
      words: isObject(schema) ? wordsOf(schema) : {}
    }
  }

  const readObject = (schema: JsonObject, site: Site): Node => {
    const declared = getObject(schema, "properties") ?? {}
    const required = new Set(strings(get(schema, "required")))
    const names = [...new Set([...Object.keys(declared), ...required])].sort()
    const additional = get(schema, "additionalProperties") ?? get(schema, "unevaluatedProperties")
    // What is required and not declared is one of the additional properties.
    const properties = names.map((name) => readProperty(get(declared, name) ?? additional ?? {}, name, required.has(name), site))
    const patternsHere = getObject(schema, "patternProperties") ?? {}
    const patterns = Object.keys(patternsHere).sort().flatMap((pattern): ReadonlyArray<readonly [string, Node]> => {
      const translated = patternAt(pattern, child(site.pointer, "patternProperties"))
      return translated === undefined
        ? []
        : [[translated, read(patternsHere[pattern]!, { pointer: child(site.pointer, "patternProperties", pattern), hint: `${site.hint} value`, root: false })]]
    })
    const rest = additional === undefined ? (properties.length === 0 && patterns.length === 0 ? any : undefined) : additional === false
      ? false
      : read(additional, { pointer: child(site.pointer, "additionalProperties"), hint: `${site.hint} value`, root: false })
    const node: ObjectNode = { kind: "object", properties, rest, patterns }
    const isMap = properties.length === 0 && patterns.length === 0 && rest !== false && rest !== undefined
    return isMap ? node : hoist(node, site)
  }

  const arrayRules = (schema: JsonObject): ArrayRules =>
    defined({
      minItems: getNumber(schema, "minItems") || undefined,
      maxItems: getNumber(schema, "maxItems"),
      uniqueItems: get(schema, "uniqueItems") === true ? true : undefined
    })

  const readArray = (schema: JsonObject, { hint, pointer }: Site): Node => {
    const items = get(schema, "items")
    const prefix = getArray(schema, "prefixItems") ?? (isArray(items) ? items : undefined)
    const itemSite = (key: string | number): Site => ({ pointer: child(pointer, key), hint: `${hint} item`, root: false })
    if (prefix === undefined || prefix.length === 0) {
      const item = items === undefined || isArray(items) ? any : read(items, itemSite("items"))
      return { kind: "array", item, rules: arrayRules(schema) }
    }
    const following = get(schema, "prefixItems") === undefined ? get(schema, "additionalItems") : items
    const { minItems, ...rules } = arrayRules(schema)
    const key = get(schema, "prefixItems") === undefined ? "items" : "prefixItems"
    return {
      kind: "tuple",
      items: prefix.map((one, index) => read(one, { pointer: child(pointer, key, index), hint: `${hint} item${index + 1}`, root: false })),
      required: Math.min(minItems ?? 0, prefix.length),
      rest: following === undefined || following === true ? any : following === false ? false : read(following, itemSite("items")),
      rules: minItems === undefined || minItems <= prefix.length ? rules : { ...rules, minItems }
    }
  }

  // -------------------------------------------------------------------------------------------- compositions

  /** The object of a base schema alone, apart from its children. */
  const ownSchema = (pointer: string): JsonObject => omit(at(context.document, pointer) as JsonObject, new Set(["discriminator"]))

  const choiceKeys = new Set(["discriminator", "oneOf", "anyOf"])

  /** A schema as those that extend it see it: without the choice of which they are a part. */
  const baseOf = (target: JsonObject, pointer: string, seen: ReadonlySet<string>): JsonObject =>
    omit(target, discriminators.choices.get(pointer)?.members.some(([, one]) => seen.has(one)) === true ? choiceKeys : new Set(["discriminator"]))

  /** A member of an `allOf`, its references replaced by what they lead to. */
  const flatten = (schema: Json, pointer: string, seen: ReadonlySet<string>): ReadonlyArray<JsonObject> => {
    if (schema === true) return []
    if (!isObject(schema)) return [{ not: {} }]
    const ref = getString(schema, "$ref")
    if (ref !== undefined) {
      if (seen.has(ref)) {
        weaken(pointer, "the schema extends itself; that part is left out")
        return []
      }
      const target = at(context.document, ref)
      const followed = target === undefined ? [] : flatten(isObject(target) ? baseOf(target, ref, seen) : target, ref, new Set([...seen, ref]))
      const siblings = context.is30 ? {} : omit(schema, new Set(["$ref"]))
      return constrains(siblings) ? [...followed, ...flatten(siblings, pointer, seen)] : followed
    }
    const members = getArray(schema, "allOf")
    const own = omit(schema, new Set(["allOf"]))
    return [
      ...(members ?? []).flatMap((one, index) => flatten(one, child(pointer, "allOf", index), seen)),
      ...(members === undefined || Object.keys(own).length > 0 ? [own] : [])
    ]
  }

  const isClosedAmong = (parts: ReadonlyArray<JsonObject>): boolean =>
    parts.some((one) => get(one, "additionalProperties") === false) && parts.some((one) => get(one, "properties") !== undefined && get(one, "additionalProperties") !== false)

  /** Merges inside of merges: schemas that extend each other's properties would go on for ever. */
  let mergeDepth = 0
  const deeper = <A>(make: () => A): A => {
    mergeDepth++
    try {
      return make()
    } finally {
      mergeDepth--
    }
  }

  const readAllOf = (schema: JsonObject, site: Site): Node => {
    const members = getArray(schema, "allOf") ?? []
    const own = omit(schema, new Set(["allOf"]))
    const telling = members.filter((one) => !isObject(one) || constrains(one))
    const extended = site.root ? getString(telling[0], "$ref") : undefined
    const isChild = extended !== undefined && discriminators.choices.has(extended)
    if (telling.length === 1 && !constrains(own) && !isChild) return read(telling[0]!, { ...site, pointer: child(site.pointer, "allOf", members.indexOf(telling[0]!)) })
    const parts = flatten(schema, site.pointer, new Set([site.pointer])).filter(constrains)
    if (isClosedAmong(parts)) {
      weaken(site.pointer, "additionalProperties: false in one part of an allOf would forbid the properties of the others; it is taken for its own part only")
    }
    const merged = mergeDepth < deepestMerge
      ? parts.reduce<JsonObject | undefined>((whole, part) => whole === undefined ? undefined : merge(whole, part), {})
      : undefined
    if (merged !== undefined) return deeper(() => read(withoutTrivialAllOf(merged), site))
    return hoist({
      kind: "all",
      members: telling.map((one, index) => read(one, { pointer: child(site.pointer, "allOf", index), hint: `${site.hint} part${index + 1}`, root: false }))
        .concat(constrains(own) ? [read(own, { ...site, root: false, pointer: child(site.pointer, "own"), hint: `${site.hint} own` })] : [])
    }, site)
  }

  /** What merging two properties left as an `allOf` is read in its own time. */
  const withoutTrivialAllOf = (schema: JsonObject): JsonObject =>
    getArray(schema, "allOf")?.length === 0 ? omit(schema, new Set(["allOf"])) : schema

  /** Members that only tell valid from invalid, such as `{ required: [a] }`: rules, not types. */
  const isAssertion = (schema: Json): boolean =>
    isObject(schema) && Object.keys(schema).every((key) => key === "required" || key === "not" || key === "description" || key === "title")

  const compositionKeys = new Set(["oneOf", "anyOf", "discriminator"])

  const taggedOf = (choice: Choice, site: Site): Node | undefined => {
    const members = choice.members.map(([value, pointer]) =>
      [value, pointer === site.pointer ? read(ownSchema(pointer), { pointer: `${pointer}/own`, hint: `${site.hint} base`, root: false }) : readRef(pointer, site)] as const)
    return members.length === 0 ? undefined : hoist({ kind: "tagged", property: choice.property, members }, site)
  }

  const distribute = (siblings: JsonObject, members: ReadonlyArray<Json>, pointer: string): ReadonlyArray<Json> | undefined => {
    if (members.length > maxCombinations) return undefined
    const combined = members.map((one) =>
      flatten(one, pointer, new Set()).concat([siblings]).reduce<JsonObject | undefined>((whole, part) => whole === undefined ? undefined : merge(whole, part), {}))
    return combined.every((one) => one !== undefined) ? combined : undefined
  }

  const nullKeywords = new Set(["type", "enum", "const"])

  /** `{ type: "null" }` and its like, and nothing else. */
  const isNull = (schema: Json): boolean =>
    isObject(schema) && (get(schema, "type") === "null" || equal(get(schema, "enum"), [null]) || get(schema, "const") === null) &&
    !constrains(omit(schema, nullKeywords))

  /** Whether null may be a value: yes where that is not plain to see. */
  const mayBeNull = (schema: Json, depth = 0): boolean => {
    if (!isObject(schema)) return schema === true
    const ref = getString(schema, "$ref")
    if (ref !== undefined) return depth > 10 || mayBeNull(at(context.document, ref) ?? true, depth + 1)
    if (get(schema, "nullable") === true || get(schema, "x-nullable") === true) return true
    const values = get(schema, "const") === undefined ? getArray(schema, "enum") : [get(schema, "const")!]
    if (values !== undefined) return values.includes(null)
    const members = getArray(schema, "allOf") ?? []
    const types = typesOf(schema)
    return types === undefined ? !members.some((one) => !mayBeNull(one, depth + 1)) : types.includes("null")
  }

  const unionOf = (mode: "anyOf" | "oneOf", nodes: ReadonlyArray<Node>, site: Site): Node => {
    const members = nodes.filter((one, index) => mode === "oneOf" || nodes.findIndex((other) => sameNode(one, other)) === index)
    if (members.some((one) => one.kind === "any") && mode === "anyOf") return any
    if (members.length === 1) return members[0]!
    if (members.every((one) => one.kind === "literals" && !one.open)) {
      const values = members.flatMap((one) => one.kind === "literals" ? one.values : [])
      if (new Set(values).size === values.length) return shortEnum(values, site)
    }
    const node: Node = { kind: "union", mode, members }
    return members.every((one) => ["text", "number", "boolean", "null", "literals"].includes(one.kind)) ? node : hoist(node, site)
  }

  const shortEnum = (values: ReadonlyArray<Scalar>, site: Site): Node => {
    const node: Node = { kind: "literals", values, open: false }
    return values.length > 5 ? hoist(node, site) : node
  }

  const sameNode = (a: Node, b: Node): boolean => JSON.stringify(a) === JSON.stringify(b)

  const nullable = (node: Node): Node => {
    if (node.kind === "any" || node.kind === "null") return node
    if (node.kind === "literals" && !node.open) return node.values.includes(null) ? node : { ...node, values: [...node.values, null] }
    if (node.kind === "union" && node.members.some((one) => one.kind === "null")) return node
    return { kind: "union", mode: "anyOf", members: [node, nullNode] }
  }

  const readComposition = (schema: JsonObject, site: Site): Node => {
    const mode = get(schema, "oneOf") !== undefined ? "oneOf" : "anyOf"
    const members = getArray(schema, mode) ?? []
    const siblings = omit(schema, compositionKeys)
    const other = mode === "oneOf" ? getArray(schema, "anyOf") : undefined
    if (other !== undefined) return readAllOf({ allOf: [{ oneOf: members }, { ...siblings, anyOf: other }] }, site)
    if (members.length === 0) return read(siblings, site)
    if (members.every(isAssertion)) {
      const base = read(siblings, site)
      return checked(base, { [mode]: members.map((one, index) => assertion(one, child(site.pointer, mode, index))) }, site)
    }
    const withoutNull = members.filter((one) => !isNull(one))
    // Of oneOf, exactly one member may be null.
    const onlyOnce = mode === "anyOf" || (withoutNull.length === members.length - 1 && !withoutNull.some((one) => mayBeNull(one)))
    if (withoutNull.length < members.length && onlyOnce && !constrains(siblings)) {
      return nullable(read(withoutNull.length === 0 ? { type: "null" } : { ...omit(schema, new Set([mode])), [mode]: withoutNull }, apart(site)))
    }
    const choice = site.root ? discriminators.choices.get(site.pointer) ?? inlineChoice(context, schema, site.pointer) : inlineChoice(context, schema, site.pointer)
    if (choice !== undefined && !constrains(siblings)) {
      const tagged = taggedOf(choice, site)
      if (tagged !== undefined) return tagged
    }
    const combined = constrains(siblings) ? distribute(siblings, members, site.pointer) : members
    if (combined === undefined) {
      return hoist({
        kind: "all",
        members: [
          read(siblings, { ...site, root: false, pointer: child(site.pointer, "own"), hint: `${site.hint} own` }),
          read({ [mode]: members }, { ...site, root: false, pointer: child(site.pointer, "choice"), hint: `${site.hint} choice` })
        ]
      }, site)
    }
    const nodes = combined.map((one, index) =>
      read(one, { pointer: child(site.pointer, mode, index), hint: `${site.hint} ${getString(one, "title") ?? `option${index + 1}`}`, root: false }))
    return unionOf(mode, nodes, site)
  }

  // -------------------------------------------------------------------------------------------------- rules

  /** A schema used as a yes or no, whose objects need no name. */
  const assertion = (schema: Json, pointer: string): Node => read(schema, { pointer, hint: hintOf(pointer), root: true })

  const numberKeywordsOf = (schema: JsonObject): NumberRules | undefined => hasAny(schema, numberKeywords) ? numberRules(schema) : undefined

  /** Rules for values of one type in a schema that names none. */
  const looseRules = (schema: JsonObject, pointer: string): Assertions =>
    defined({
      string: hasAny(schema, stringKeywords) ? textRules(schema, pointer) : undefined,
      number: numberKeywordsOf(schema),
      array: hasAny(schema, looseArrayKeywords) ? arrayRules(schema) : undefined
    }) as Assertions

  const contains = (schema: JsonObject, pointer: string): Assertions["contains"] => {
    const item = get(schema, "contains")
    return item === undefined
      ? undefined
      : defined({
        schema: assertion(item, child(pointer, "contains")),
        min: getNumber(schema, "minContains"),
        max: getNumber(schema, "maxContains")
      })
  }

  const hasAssertion = (schema: JsonObject): boolean => {
    for (const key in schema) if (assertionKeywords.has(key)) return true
    return false
  }

  /** `if` alone decides nothing. */
  const condition = (one: (key: string) => Node | undefined): Assertions["condition"] => {
    const test = one("if")
    const [pass, fail] = [one("then"), one("else")]
    return test === undefined || (pass === undefined && fail === undefined) ? undefined : defined({ test, pass, fail }) as Assertions["condition"]
  }

  const assertionsOf = (schema: JsonObject, pointer: string): Assertions => {
    if (!hasAssertion(schema)) return noAssertions
    const one = (key: string): Node | undefined => {
      const value = get(schema, key)
      return value === undefined ? undefined : assertion(value, child(pointer, key))
    }
    const dependent = getObject(schema, "dependentSchemas")
    const dependentRequired = getObject(schema, "dependentRequired")
    return defined({
      minProperties: getNumber(schema, "minProperties") || undefined,
      maxProperties: getNumber(schema, "maxProperties"),
      propertyNames: one("propertyNames"),
      dependentRequired: dependentRequired === undefined
        ? undefined
        : Object.fromEntries(Object.keys(dependentRequired).sort().map((key) => [key, strings(dependentRequired[key])])),
      dependentSchemas: dependent === undefined
        ? undefined
        : Object.fromEntries(Object.keys(dependent).sort().map((key) => [key, assertion(dependent[key]!, child(pointer, "dependentSchemas", key))])),
      contains: contains(schema, pointer),
      not: one("not"),
      condition: condition(one)
    }) as Assertions
  }

  const checked = (base: Node, rules: Assertions, site: Site): Node => {
    if (Object.keys(rules).length === 0) return base
    // The rules stand with the object that they are about: its name is that of both.
    const target = base.kind === "ref" && base.pointer === site.pointer ? named.get(base.pointer) : undefined
    if (target !== undefined) {
      named.set(site.pointer, { ...target, node: { kind: "check", base: target.node, rules } })
      return base
    }
    return { kind: "check", base, rules }
  }

  const unsupported: Readonly<Record<string, string>> = {
    $dynamicRef: "a dynamic reference is resolved only while validating; any value is taken",
    unevaluatedItems: "not enforced",
    contentSchema: "the text is not read as another document"
  }

  const reportUnsupported = (schema: JsonObject, pointer: string): void => {
    for (const key in schema) if (Object.hasOwn(unsupported, key)) weaken(child(pointer, key), unsupported[key]!)
  }

  // -------------------------------------------------------------------------------------------------- types

  const typesOf = (schema: JsonObject): ReadonlyArray<string> | undefined => {
    const type = get(schema, "type")
    if (typeof type === "string") return [type]
    if (isArray(type)) return strings(type)
    if (hasAny(schema, objectKeywords)) return ["object"]
    if (hasAny(schema, arrayKeywords)) return ["array"]
    return undefined
  }

  const hasType = (value: Json, type: string): boolean => {
    switch (type) {
      case "null":
        return value === null
      case "array":
        return isArray(value)
      case "object":
        return isObject(value)
      case "integer":
        return Number.isInteger(value)
      default:
        return typeof value === type
    }
  }

  const readTyped = (schema: JsonObject, type: string, site: Site): Node => {
    switch (type) {
      case "string":
        return readString(schema, site)
      case "number":
        return readNumber(schema, false)
      case "integer":
        return readNumber(schema, true)
      case "boolean":
        return { kind: "boolean" }
      case "null":
        return nullNode
      case "array":
        return readArray(schema, site)
      case "object":
        return readObject(schema, site)
      case "file":
        return { kind: "file" }
      default:
        weaken(child(site.pointer, "type"), "no type of JSON Schema; any value is taken")
        return any
    }
  }

  const readTypes = (schema: JsonObject, types: ReadonlyArray<string>, site: Site): Node => {
    const others = types.filter((type) => type !== "null")
    if (others.length === 0) return nullNode
    if (others.length === 1) {
      const node = readTyped(schema, others[0]!, others.length < types.length ? apart(site) : site)
      return others.length < types.length ? nullable(node) : node
    }
    const nodes = others.map((type) =>
      readTyped(schema, type, scalarTypes.has(type) ? site : { pointer: child(site.pointer, "type", type), hint: `${site.hint} ${type}`, root: false }))
    return unionOf("anyOf", others.length < types.length ? [...nodes, nullNode] : nodes, site)
  }

  const readPlain = (schema: JsonObject, site: Site): Node => {
    const constant = get(schema, "const")
    const values = constant !== undefined ? [constant] : getArray(schema, "enum")
    if (values !== undefined) return checked(readEnum(schema, values, site), assertionsOf(schema, site.pointer), site)
    const types = typesOf(schema)
    if (types !== undefined) {
      const node = readTypes(schema, types, site)
      return checked(node, assertionsOf(schema, site.pointer), site)
    }
    return checked(any, { ...looseRules(schema, site.pointer), ...assertionsOf(schema, site.pointer) }, site)
  }

  const readCore = (schema: JsonObject, site: Site): Node => {
    const ref = getString(schema, "$ref")
    if (ref !== undefined) {
      const siblings = omit(schema, new Set(["$ref"]))
      if (context.is30 || !constrains(siblings)) return readRef(ref, site)
      return readAllOf({ allOf: [{ $ref: ref }, siblings] }, site)
    }
    reportUnsupported(schema, site.pointer)
    if (getArray(schema, "allOf") !== undefined) return readAllOf(schema, site)
    const choice = site.root ? discriminators.choices.get(site.pointer) : undefined
    if (get(schema, "oneOf") !== undefined || get(schema, "anyOf") !== undefined) return readComposition(schema, site)
    if (choice !== undefined) {
      const tagged = taggedOf(choice, site)
      if (tagged !== undefined) return tagged
    }
    return readPlain(schema, site)
  }

  const nullableKeys = new Set(["nullable", "x-nullable"])

  const read = (schema: Json, site: Site): Node => {
    if (schema === true) return any
    if (schema === false) return never
    if (!isObject(schema)) {
      weaken(site.pointer, "not a schema; any value is taken")
      return any
    }
    const isNullable = get(schema, "nullable") === true || get(schema, "x-nullable") === true
    return isNullable ? nullable(readCore(omit(schema, nullableKeys), apart(site))) : readCore(schema, site)
  }

  return {
    node: (schema, pointer, hint) => schema === undefined ? any : read(schema, { pointer, hint, root: false }),
    finish: () => {
      drain()
      return settle(named, discriminators.tags, context)
    }
  }
}

/** Makes every component's node, so that the output holds them all whether or not an operation uses them. */
export const readComponents = (context: Context, schemas: Schemas): void => {
  const components = getObject(getObject(context.document, "components"), "schemas") ?? {}
  for (const name of Object.keys(components).sort()) schemas.node({ $ref: child("#/components/schemas", name) }, "#", name)
}
