/**
 * ajv as the oracle: a tree is generated, mapped to a JSON Schema (2020-12) and to builder calls, and both judge the same
 * near-valid values. `ORACLE_SEED=1 vitest run ...` replays a run.
 */
import type { ErrorObject, ValidateFunction } from "ajv"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import * as Either from "effect/Either"
import * as fc from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as S from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as k from "../src/ApiSchema.js"

type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }
type Schema = S.Schema<any, any>

/** A node of the tree: as JSON Schema, as builder calls, and values that it likes. */
interface Node {
  readonly json: Json
  readonly schema: Schema
  readonly value: fc.Arbitrary<Json>
}

const cases = 2000
const valuesPerSchema = 4

const newAjv = (options: object = {}) => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, multipleOfPrecision: 9, ...options })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  return ajv
}

/** ajv passes over a declared property `__proto__`: see the differences. */
const names = ["a", "b", "n_a", "c_s", "constructor"] as const
const keys = [...names, "__proto__"] as const

const object = (entries: ReadonlyArray<readonly [string, unknown]>): any => Object.fromEntries(entries)

const garbage: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, 1, -1, 1.5, "", "a", "ab", "abc", [], {}, [1], [1, 1], ["a", "a"], { a: 1 }, { b: "a" }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
)

const maybe = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 })

/** Without the keys that are undefined. */
const defined = <A extends object>(rules: A): any => object(Object.entries(rules).filter(([, value]) => value !== undefined))

const words = ["", "a", "ab", "abc", "abcd", "b1", "é", "😀", "😀😀", "a b", "0", "12"]

const formatted: { readonly [format: string]: ReadonlyArray<string> } = {
  date: ["2024-02-29", "2023-02-29", "2023-1-1"],
  time: ["10:00:00Z", "24:00:00Z", "10:00:00", "23:59:60Z", "10:00:00+25:00"],
  duration: ["P1D", "PT1S", "P1W", "P", "PT"],
  uuid: ["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08"],
  email: ["a.b@c.de", "a@", "@c.de", "a..b@c.de"],
  uri: ["http://a.b/c?d#e", "urn:a", "/a", "http://a b", "http://[::1]"],
  ipv4: ["1.2.3.4", "256.1.1.1", "1.2.3"],
  ipv6: ["::1", "1::2::3", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "g::"],
  hostname: ["a.b", "-a", "a_b", "a-b"]
}

const text: fc.Arbitrary<Node> = fc.oneof(
  fc.record({ minLength: maybe(fc.nat(3)), maxLength: maybe(fc.nat(3)), pattern: maybe(fc.constantFrom("^a", "b", "[0-9]$", "^\\p{L}+$", "^.$")) })
    .map((found) => ({ rules: defined(found), values: words })),
  fc.constantFrom(...Object.keys(formatted)).map((format) => ({ rules: { format }, values: formatted[format]! }))
).map(({ rules, values }) => ({ json: { type: "string", ...rules }, schema: k.text(rules), value: fc.constantFrom(...values) }))

const numbers = [-2, -1, 0, 1, 2, 3, 0.5, 1.5, 2.5, 0.1, 0.3, 4.35, 10]

const numberRules = fc.record({
  minimum: maybe(fc.constantFrom(-1, 0, 0.5)),
  maximum: maybe(fc.constantFrom(1, 2.5, 3)),
  exclusiveMinimum: maybe(fc.constantFrom(-1, 0)),
  exclusiveMaximum: maybe(fc.constantFrom(2, 3)),
  multipleOf: maybe(fc.constantFrom(0.1, 0.01, 2, 0.5))
}).map(defined)

const number: fc.Arbitrary<Node> = fc.tuple(fc.boolean(), numberRules).map(([integer, rules]) => ({
  json: { type: integer ? "integer" : "number", ...rules },
  schema: integer ? k.int(rules) : k.number(rules),
  value: fc.constantFrom(...numbers)
}))

const constants: ReadonlyArray<Json> = [1, "a", null, true, [], {}, [1, { a: null }], { a: [1], b: 2 }]

const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: number },
  fc.constant<Node>({ json: { type: "boolean" }, schema: S.Boolean, value: fc.boolean() }),
  fc.constant<Node>({ json: { type: "null" }, schema: S.Null, value: fc.constant(null) }),
  fc.constant<Node>({ json: { enum: ["a", "b", 1, null] }, schema: S.Literal("a", "b", 1, null), value: fc.constantFrom("a", "b", 1, null) }),
  fc.constantFrom(...constants).map((value): Node => ({ json: { const: value }, schema: k.constant(value), value: fc.constantFrom(...constants) })),
  fc.constant<Node>({ json: {}, schema: k.any, value: garbage }),
  fc.constant<Node>({ json: false, schema: k.never as unknown as Schema, value: garbage }),
  fc.constant<Node>({ json: { type: "string" }, schema: k.openEnum("a", "b"), value: fc.constantFrom(...words) })
)

const instants = ["2020-01-01T00:00:00Z", "2020-01-01t00:00:00.5+01:00", "2020-01-01", "2020-02-30T00:00:00Z", "2016-12-31T23:59:60Z"]

/** What is decoded into more than its JSON. */
const valued: fc.Arbitrary<Node> = fc.constantFrom<Node>(
  { json: { type: "string", format: "date-time" }, schema: k.dateTime, value: fc.constantFrom(...instants) },
  { json: { type: "string", format: "byte" }, schema: k.base64, value: fc.constantFrom("", "AA==", "AAA=", "AAAA", "A", "AA", "A-==") },
  { json: { type: "string" }, schema: k.secret, value: fc.constantFrom(...words) }
)

interface Property {
  readonly key: string
  readonly node: Node
  readonly optional: boolean
}

const properties = (node: fc.Arbitrary<Node>): fc.Arbitrary<ReadonlyArray<Property>> =>
  fc.uniqueArray(fc.record({ key: fc.constantFrom(...names), node, optional: fc.boolean() }), { selector: ({ key }) => key, maxLength: 3 })

const declared = (found: ReadonlyArray<Property>) => ({
  type: "object",
  properties: object(found.map(({ key, node }) => [key, node.json])),
  required: found.filter(({ optional }) => !optional).map(({ key }) => key)
})

const fields = (found: ReadonlyArray<Property>): any =>
  object(found.map(({ key, node, optional }) => [key, optional ? k.opt(node.schema) : node.schema]))

const entry = (keys: ReadonlyArray<string>, value: fc.Arbitrary<Json>) => fc.tuple(fc.constantFrom(...keys), value)

/** Mostly every declared property, and a few others. */
const valueOf = (found: ReadonlyArray<Property>, others: ReadonlyArray<readonly [ReadonlyArray<string>, fc.Arbitrary<Json>]>): fc.Arbitrary<Json> =>
  fc.tuple(
    fc.tuple(...others.map(([keys, value]) => fc.array(entry(keys, value), { maxLength: 2 }))),
    fc.tuple(...found.map(({ node, optional }) => fc.option(node.value, { freq: optional ? 2 : 12, nil: undefined })))
  ).map(([extra, values]) => ({
    ...object(extra.flat()),
    ...object(values.map((value, i) => [found[i]!.key, value] as const).filter(([, value]) => value !== undefined))
  }))

const stray = fc.oneof({ weight: 5, arbitrary: fc.constant<ReadonlyArray<string>>([]) }, fc.constant<ReadonlyArray<string>>(["z"]))

const strays = (names: ReadonlyArray<string>): Parameters<typeof valueOf>[1] => names.length === 0 ? [] : [[names, garbage]]

const struct = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(properties(node), fc.boolean(), stray).map(([found, closed, names]) => ({
    json: { ...declared(found), ...(closed ? { additionalProperties: false } : {}) },
    schema: closed ? k.closed(fields(found)) : k.struct(fields(found)),
    value: valueOf(found, strays(names))
  }))

const patternKeys = { "^n_": ["n_a", "n_s"], "_s$": ["c_s", "n_s"] } as const

const open = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.record({ found: properties(node), rest: maybe(fc.oneof(node, fc.constant(false as const))), n: maybe(node), s: maybe(node) })
    .map(({ found, n, rest, s }) => {
      const patterns = ([["^n_", n], ["_s$", s]] as const).filter((pair): pair is readonly [typeof pair[0], Node] => pair[1] !== undefined)
      return {
        json: {
          ...declared(found),
          patternProperties: object(patterns.map(([source, { json }]) => [source, json])),
          ...(rest === undefined ? {} : { additionalProperties: rest === false ? false : rest.json })
        },
        schema: k.open(fields(found), {
          patterns: patterns.map(([source, { schema }]) => [source, schema]),
          rest: rest === undefined || rest === false ? rest : rest.schema
        }) as Schema,
        value: valueOf(found, [
          ...patterns.map(([source, { value }]) => [patternKeys[source], value] as const),
          ...(rest === undefined || rest === false ? [] : [[["y", "z", "toString"], rest.value] as const])
        ])
      }
    })

const record = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  node.map(({ json, schema, value }) => ({
    json: { type: "object", additionalProperties: json },
    schema: k.record(schema),
    value: fc.array(entry(keys, value), { maxLength: 3 }).map(object)
  }))

const arrayRules = fc.record({ minItems: maybe(fc.nat(2)), maxItems: maybe(fc.nat(3)), uniqueItems: maybe(fc.boolean()) }).map(defined)

const array = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(node, arrayRules).map(([{ json, schema, value }, rules]) => ({
    json: { type: "array", items: json, ...rules },
    schema: k.array(schema, rules),
    value: fc.array(value, { maxLength: 4 })
  }))

const tuple = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(fc.array(node, { minLength: 1, maxLength: 3 }), fc.nat(3), maybe(fc.oneof(node, fc.constant(false as const))), maybe(fc.integer({ min: 1, max: 3 }))).map(([items, n, rest, max]) => {
    const required = Math.min(n, items.length)
    return {
      json: {
        type: "array",
        prefixItems: items.map(({ json }) => json),
        minItems: required,
        ...defined({ maxItems: max }),
        ...(rest === undefined ? {} : { items: rest === false ? false : rest.json })
      },
      schema: k.tuple(items.map(({ schema }) => schema), { required, rest: rest === undefined || rest === false ? rest : rest.schema, ...defined({ maxItems: max }) }),
      value: fc.tuple(fc.tuple(...items.map(({ value }) => value)), fc.nat(3)).map(([values, cut]) =>
        cut === 0 ? values.slice(0, -1) : cut === 1 ? [...values, "a"] : values)
    }
  })

const members = (node: fc.Arbitrary<Node>) => fc.array(node, { minLength: 1, maxLength: 3 })

const schemas = (nodes: ReadonlyArray<Node>) => nodes.map(({ schema }) => schema)
const jsons = (nodes: ReadonlyArray<Node>) => nodes.map(({ json }) => json)
const oneOfValues = (nodes: ReadonlyArray<Node>) => fc.oneof(...nodes.map(({ value }) => value))

const merged = (nodes: ReadonlyArray<Node>): fc.Arbitrary<Json> =>
  fc.tuple(...nodes.map(({ value }) => value)).map((values) =>
    values.every((value) => typeof value === "object" && value !== null && !Array.isArray(value)) ? Object.assign({}, ...values) : values[0]!)

const anyOf = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  members(node).map((nodes) => ({ json: { anyOf: jsons(nodes) }, schema: k.anyOf(...schemas(nodes)), value: fc.oneof(oneOfValues(nodes), merged(nodes)) }))

const oneOf = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  members(node).map((nodes) => ({ json: { oneOf: jsons(nodes) }, schema: k.oneOf(...schemas(nodes)), value: fc.oneof(oneOfValues(nodes), merged(nodes)) }))

const all = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  members(fc.oneof(struct(node), struct(node), node)).map((nodes) => ({ json: { allOf: jsons(nodes) }, schema: k.all(...schemas(nodes)), value: merged(nodes) }))

const nullable = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  node.map(({ json, schema, value }) => ({ json: { anyOf: [json, { type: "null" }] }, schema: S.NullOr(schema), value: fc.option(value) }))

const tags = ["cat", "dog", "constructor"]

const tagged = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(...tags.map((tag) => properties(node).map((found) => [
    ...found,
    { key: "t", optional: false, node: { json: { const: tag }, schema: S.Literal(tag), value: fc.constant(tag) } }
  ]))).map((found) => ({
    json: { type: "object", required: ["t"], oneOf: found.map(declared) },
    schema: k.tagged("t", object(found.map((one, i) => [tags[i]!, k.struct(fields(one))]))),
    value: fc.oneof(...found.map((one) => valueOf(one, [[["t"], fc.constantFrom("cat", "cow", 1)]])))
  }))

const assertions = (node: fc.Arbitrary<Node>): fc.Arbitrary<readonly [Json, k.Rules]> => {
  const required = fc.subarray(["a", "b", "n_a"], { minLength: 1 })
  const branches = fc.array(required, { minLength: 1, maxLength: 3 })
  const json = (names: ReadonlyArray<ReadonlyArray<string>>) => names.map((required) => ({ required }))
  const rules = (names: ReadonlyArray<ReadonlyArray<string>>) => names.map(k.matches)
  return fc.oneof(
    required.map((required) => [{ required }, { required }] as const),
    fc.record({ minProperties: fc.nat(2), maxProperties: fc.integer({ min: 1, max: 3 }) }).map((one) => [one, one] as const),
    required.map((names) => [{ dependentRequired: { a: names } }, { dependentRequired: { a: names } }] as const),
    fc.tuple(required, node).map(([names, one]) => [
      { dependentSchemas: { a: { required: names, not: one.json } } },
      { dependentSchemas: { a: k.check(k.matches(names), { not: one.schema }) } }
    ] as const),
    branches.map((names) => [{ anyOf: json(names) }, { anyOf: rules(names) }] as const),
    branches.map((names) => [{ oneOf: json(names) }, { oneOf: rules(names) }] as const),
    branches.map((names) => [{ allOf: json(names) }, { allOf: rules(names) }] as const),
    node.map((one) => [{ not: one.json }, { not: one.schema }] as const),
    fc.tuple(required, node, node).map(([names, yes, no]) => [
      object([["if", { required: names }], ["then", yes.json], ["else", no.json]]),
      object([["if", k.matches(names)], ["then", yes.schema], ["else", no.schema]])
    ] as const),
    text.map(({ json, schema }) => [{ propertyNames: json }, { propertyNames: schema }] as const),
    node.map((one) => [{ properties: { a: one.json } }, { properties: { a: one.schema } }] as const),
    properties(node).map((found) => {
      const { type: _, ...typeless } = declared(found)
      return [{ not: typeless }, { not: k.shape(fields(found)) }] as const
    }),
    node.map((one) => [{ items: one.json }, { items: one.schema }] as const),
    fc.tuple(node, fc.nat(2), fc.integer({ min: 1, max: 3 })).map(([one, min, max]) => [
      { contains: one.json, minContains: min, maxContains: max },
      { contains: { schema: one.schema, min, max } }
    ] as const),
    fc.tuple(numberRules, arrayRules, fc.nat(2)).map(([number, array, minLength]) => [
      { ...number, ...array, minLength },
      { number, array, string: { minLength } }
    ] as const)
  ) as fc.Arbitrary<readonly [Json, k.Rules]>
}

const checked = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.tuple(node, assertions(node)).map(([{ json, schema, value }, [assertion, rules]]) => ({
    json: { allOf: [json, assertion] },
    schema: k.check(schema, rules),
    value: fc.oneof(value, garbage)
  }))

const tree = (leaves: fc.Arbitrary<Node>, recursive: ReadonlyArray<fc.Arbitrary<Node>>): fc.Arbitrary<Node> =>
  fc.letrec<{ readonly node: Node; readonly child: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      leaves,
      ...[struct, struct, open, record, array, tuple].map((make) => make(tie("child"))),
      ...[anyOf, oneOf, nullable, tagged, checked, checked].map((make) => make(tie("node")))
    ),
    // A reference that consumes something of the value, so that it ends.
    child: recursive.length === 0 ? tie("node") : fc.oneof({ weight: 6, arbitrary: tie("node") }, ...recursive)
  })).node

/** allOf wants its members to read a value alike, so nothing in it is more than its JSON. */
const plain = tree(leaf, [])

/** The root of each tree can be referred to from inside. */
const rooted: fc.Arbitrary<Node> = fc.constant(null).chain(() => {
  let root: Schema | undefined
  const self: Node = {
    json: { $ref: "#" },
    schema: k.schema("Root", () => root!),
    value: fc.constantFrom<Json>({}, { a: 1 }, [], "a", 1)
  }
  return tree(fc.oneof({ weight: 5, arbitrary: leaf }, valued, all(plain)), [fc.constant(self)]).map((node) => {
    root = node.schema
    return { ...node, schema: node.schema }
  })
})

const mutated = (value: Json, choices: ReadonlyArray<number>): Json => {
  const [choice = 0, ...rest] = choices
  if (Array.isArray(value)) {
    if (value.length === 0 || choice % 4 === 0) return [...value, ...(value.length > 0 ? [value[0]!] : [1])]
    const at = choice % value.length
    return value.map((item, i) => i === at ? mutated(item as Json, rest) : item) as Json
  }
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value)
    if (names.length === 0 || choice % 4 === 0) return { ...value, [keys[choice % keys.length]!]: "a" }
    const at = names[choice % names.length]!
    if (choice % 4 === 1) return object(Object.entries(value).filter(([name]) => name !== at))
    return object(Object.entries(value).map(([name, one]) => [name, name === at ? mutated(one as Json, rest) : one]))
  }
  return ([null, "a", 0, {}, [], 2.5, true] as ReadonlyArray<Json>)[choice % 7]!
}

const nearly = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 8, arbitrary: value },
    { weight: 3, arbitrary: fc.tuple(value, fc.array(fc.nat(100), { minLength: 4, maxLength: 4 })).map(([one, choices]) => mutated(one, choices)) },
    garbage
  )

/** ajv's multiples are within a tolerance: numbers are neither tiny nor huge. */
const tame = (value: number): number => Math.abs(value) > 1e6 ? 7 : Math.round(value * 100) / 100

/** As it would come over the wire. */
const received = (value: Json): Json =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => typeof one === "number" ? tame(one) : one) as Json

const sample: fc.Arbitrary<readonly [Node, ReadonlyArray<Json>]> = rooted.chain((node) =>
  fc.array(nearly(node.value), { minLength: valuesPerSchema, maxLength: valuesPerSchema }).map((values) => [
    node,
    values.map(received)
  ] as const))

const told = (result: Either.Either<unknown, ParseResult.ParseError>): string =>
  Either.isRight(result) ? "accepts" : `refuses: ${ParseResult.TreeFormatter.formatErrorSync(result.left)}`

const explain = (node: Node, value: Json, ours: Either.Either<unknown, ParseResult.ParseError>, errors: ReadonlyArray<ErrorObject> | null | undefined) =>
  [`schema ${JSON.stringify(node.json)}`, `value ${JSON.stringify(value)}`, `we ${told(ours)}`, `ajv ${errors == null ? "accepts" : `refuses: ${JSON.stringify(errors)}`}`].join("\n")

/** What ajv says; nothing where its comparison of objects calls a property `toString` that the value has of its own. */
const verdictOf = (validate: ValidateFunction, value: Json): boolean | undefined => {
  try {
    return validate(value)
  } catch (error) {
    if (error instanceof TypeError && /toString is not a function/.test(error.message)) return undefined
    throw error
  }
}

/** What holds of a value, beside that both agree on it. */
const laws = (node: Node, validate: ValidateFunction, value: Json, decoded: unknown): void => {
  const lenient = k.lenient(node.schema)
  expect(told(S.decodeUnknownEither(lenient)(value))).toBe("accepts")
  expect(S.decodeUnknownSync(lenient)(value)).toEqual(decoded)
  const encoded = S.encodeUnknownEither(node.schema)(decoded)
  if (Either.isRight(encoded)) expect([encoded.right, validate(encoded.right)]).toEqual([encoded.right, true])
}

describe("ajv and the strict form agree", () => {
  const seed = Number(process.env["ORACLE_SEED"] ?? Date.now() % 2 ** 31)
  it(`on ${cases} values (ORACLE_SEED=${seed})`, () => {
    const counts = { valid: 0, invalid: 0 }
    const ajv = newAjv()
    const property = fc.property(sample, ([node, values]) => {
      const validate = ajv.compile(node.json as object)
      for (const value of values) {
        const ours = S.decodeUnknownEither(node.schema)(value)
        const theirs = verdictOf(validate, value)
        if (theirs === undefined) continue
        if (Either.isRight(ours) !== theirs) throw new Error(explain(node, value, ours, validate.errors))
        counts[theirs ? "valid" : "invalid"]++
        if (Either.isRight(ours)) laws(node, validate, value, ours.right)
      }
    })
    // Not `assert`, which prints the generators that a node holds.
    const run = fc.check(property, { numRuns: cases / valuesPerSchema, seed })
    if (run.failed) throw new Error(`ORACLE_SEED=${seed} fails: ${String(run.errorInstance)}`, { cause: run.errorInstance })
    expect(counts.valid).toBeGreaterThan(cases / 8)
    expect(counts.invalid).toBeGreaterThan(cases / 8)
  }, 120_000)
})

/** Where we differ, and why. */
const differences: ReadonlyArray<{
  readonly reason: string
  readonly json: object
  readonly schema: Schema
  readonly value: unknown
  readonly weAccept: boolean
}> = [
  {
    reason: "an integer that a double cannot hold has already been changed when it is parsed",
    json: { type: "integer" },
    schema: k.int(),
    value: 2 ** 53,
    weAccept: false
  },
  { reason: "__proto__ is a property like any other, which ajv passes over", json: { properties: { ["__proto__"]: { type: "string" } } }, schema: k.struct({ ["__proto__"]: S.String } as never), value: JSON.parse(`{"__proto__":1}`), weAccept: false },
  { reason: "a multiple is one of the numbers as written, not of their doubles", json: { type: "number", multipleOf: 0.1 }, schema: k.number({ multipleOf: 0.1 }), value: 0.3, weAccept: true },
  { reason: "RFC 3339 section 5.6 has T, not a space, in its grammar", json: { type: "string", format: "date-time" }, schema: k.dateTime, value: "2020-01-01 00:00:00Z", weAccept: false },
  { reason: "RFC 9562 section 4 is the UUID; urn:uuid: makes it a URN", json: { type: "string", format: "uuid" }, schema: k.text({ format: "uuid" }), value: "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380", weAccept: false },
  { reason: "RFC 3986 section 4.2: the first segment of a relative reference has no colon", json: { type: "string", format: "uri-reference" }, schema: k.text({ format: "uri-reference" }), value: "10:00", weAccept: false },
  { reason: "RFC 5321 section 2.3.5: a domain of one label is one", json: { type: "string", format: "email" }, schema: k.text({ format: "email" }), value: "a@localhost", weAccept: true },
  { reason: "RFC 4648 section 3.1: no line feeds", json: { type: "string", format: "byte" }, schema: k.base64, value: "AAAA\nAAAA", weAccept: false },
  { reason: "members of allOf must read a value alike: it cannot be a DateTime and a string", json: { allOf: [{ type: "string", format: "date-time" }, { type: "string" }] }, schema: k.all(k.dateTime, S.String), value: "2020-01-01T00:00:00Z", weAccept: false },
  { reason: "a pattern that the u flag refuses is compiled without it (ajv does not compile the schema)", json: { type: "string", pattern: "^a\\-b$" }, schema: k.text({ pattern: "^a\\-b$" }), value: "a-b", weAccept: true }
]

describe("differences by design", () => {
  const ajv = newAjv({ multipleOfPrecision: undefined, unicodeRegExp: true })
  const theirs = (json: object, value: unknown): boolean => {
    try {
      return ajv.validate(json, value)
    } catch {
      return false
    }
  }
  for (const { json, reason, schema, value, weAccept } of differences) {
    it(reason, () => {
      expect(Either.isRight(S.decodeUnknownEither(schema)(value))).toBe(weAccept)
      expect(theirs(json, value)).toBe(!weAccept)
    })
  }
})
