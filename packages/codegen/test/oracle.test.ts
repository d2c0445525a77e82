/**
 * ajv as the oracle of the whole generator: schemas made by FastCheck become one document, its client is generated and
 * imported, and our strict schemas and ajv judge the same near-valid values. `ORACLE_SEED=1 vitest run …` replays a run.
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { Either, FastCheck as fc, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { importDocument } from "./support/generated.js"

type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

interface Made {
  readonly schema: Json
  /** Values that it likes, mostly. */
  readonly value: fc.Arbitrary<Json>
}

const cases = 2_000
const schemasPerRun = 250
const valuesPerSchema = cases / schemasPerRun

const seed = Number(process.env["ORACLE_SEED"] ?? Date.now() % 2 ** 31)

const keys = ["a", "b", "c", "constructor", "x-y"] as const

const record = (entries: ReadonlyArray<readonly [string, Json | undefined]>): { readonly [key: string]: Json } =>
  Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined))

const garbage: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, -1, 1.5, 12, "", "a", "ab", "abc", "abcd", [], {}, [1], ["a", "a"], { a: 1 }, { b: "a" }, { a: "a", b: 1 }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
)

const mostly = (good: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.oneof({ arbitrary: good, weight: 5 }, { arbitrary: garbage, weight: 1 })

const maybe = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 })

const words: ReadonlyArray<Json> = ["", "a", "ab", "abc", "abcd", "b1", "é", "😀", "a b", "12"]

const text: fc.Arbitrary<Made> = fc.record({ min: maybe(fc.nat(2)), max: maybe(fc.integer({ min: 2, max: 4 })), pattern: maybe(fc.constantFrom("^a", "[0-9]$", "^[a-c]*$")) }).map(({ max, min, pattern }) => ({
  schema: record([["type", "string"], ["minLength", min], ["maxLength", max], ["pattern", pattern]]),
  value: fc.constantFrom(...words)
}))

const formats: Readonly<Record<string, ReadonlyArray<Json>>> = {
  "date-time": ["2024-02-29T10:00:00Z", "2023-02-29T10:00:00Z", "2024-01-01T10:00:00+02:00", "2024-01-01", "x"],
  date: ["2024-02-29", "2023-02-29", "2024-1-1"],
  uuid: ["3fa85f64-5717-4562-b3fc-2c963f66afa6", "3fa85f64"],
  ipv4: ["1.2.3.4", "256.1.1.1"],
  email: ["a@b.cd", "a@"]
}

const formatted: fc.Arbitrary<Made> = fc.constantFrom(...Object.keys(formats)).map((format) => ({
  schema: { type: "string", format },
  value: fc.constantFrom(...formats[format]!)
}))

/** A list and rules beside it, which some of the list may break. */
const listed: fc.Arbitrary<Made> = fc.tuple(text, fc.uniqueArray(fc.constantFrom(...words, 1, null), { minLength: 1, maxLength: 8 })).map(([{ schema }, values]): Made => {
  const { type: _, ...rules } = schema as { readonly [key: string]: Json }
  return { schema: { enum: values, ...rules }, value: fc.constantFrom(...values) }
})

const numeric: fc.Arbitrary<Made> = fc.record({
  type: fc.constantFrom("integer", "number"),
  min: maybe(fc.integer({ min: -2, max: 2 })),
  max: maybe(fc.integer({ min: 2, max: 9 })),
  above: maybe(fc.integer({ min: -3, max: 1 })),
  of: maybe(fc.constantFrom(1, 2, 3, 0.5))
}).map(({ above, max, min, of, type }) => ({
  schema: record([["type", type], ["minimum", min], ["maximum", max], ["exclusiveMinimum", above], ["multipleOf", of]]),
  value: fc.constantFrom<Json>(0, 1, 2, 3, 6, 9, 10, -1, 0.5, 1.25, "1")
}))

const scalar: fc.Arbitrary<Made> = fc.oneof(
  text,
  formatted,
  listed,
  numeric,
  fc.constant<Made>({ schema: { type: "boolean" }, value: fc.boolean() }),
  fc.constant<Made>({ schema: { type: ["string", "null"] }, value: fc.constantFrom<Json>(null, "a") }),
  fc.uniqueArray(fc.constantFrom<Json>("a", "b", 1, null, true), { minLength: 1 }).map((values): Made => ({ schema: { enum: values }, value: fc.constantFrom(...values) })),
  fc.constantFrom<Json>("a", 1, null, { a: [1] }).map((value): Made => ({ schema: { const: value }, value: fc.constant(value) })),
  fc.constantFrom<Made>(
    { schema: { $ref: "#/components/schemas/Leaf" }, value: fc.constantFrom<Json>({ id: "a" }, { id: 1 }, {}) },
    { schema: { $ref: "#/components/schemas/Tree" }, value: fc.constantFrom<Json>({ v: 1 }, { v: 1, next: { v: 2 } }, { v: 1, next: {} }, { v: 1, next: { v: "x" } }) }
  )
)

/**
 * `closed` not inside of allOf, and without requiring what it forbids: there we read it otherwise, which is a difference by
 * design.
 */
const object = (part: fc.Arbitrary<Made>, closed = true): fc.Arbitrary<Made> =>
  fc.record({
    properties: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), part), { selector: ([key]) => key, maxLength: 4 }),
    required: fc.subarray([...keys]),
    rest: closed ? fc.constantFrom("open", "closed", "map") : fc.constant("open"),
    min: maybe(fc.nat(2)),
    map: part
  }).map(({ map, min, properties, rest, ...more }): Made => {
    const required = rest === "closed" ? more.required.filter((name) => properties.some(([key]) => key === name)) : more.required
    return {
      schema: record([
        ["type", "object"],
        ["properties", Object.fromEntries(properties.map(([key, one]) => [key, one.schema]))],
        ["required", required.length === 0 ? undefined : required.slice(0, 2)],
        ["additionalProperties", rest === "closed" ? false : rest === "map" ? map.schema : undefined],
        ["minProperties", min]
      ]),
      value: fc.tuple(...properties.map(([key, one]) => fc.tuple(fc.constant(key), mostly(one.value), fc.integer({ min: 0, max: 5 }))), fc.tuple(fc.constantFrom("z", "a"), mostly(map.value), fc.integer({ min: 0, max: 1 })))
        .map((entries) => Object.fromEntries(entries.filter(([, , chance]) => chance > 0).map(([key, value]) => [key, value])))
    }
  })

const array = (part: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc.record({ item: part, min: maybe(fc.nat(2)), max: maybe(fc.integer({ min: 1, max: 3 })), unique: maybe(fc.constant(true)) }).map(({ item, max, min, unique }): Made => ({
    schema: record([["type", "array"], ["items", item.schema], ["minItems", min], ["maxItems", max], ["uniqueItems", unique]]),
    value: fc.array(mostly(item.value), { maxLength: 3 })
  }))

const tuple = (part: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc.record({ items: fc.array(part, { minLength: 1, maxLength: 3 }), min: maybe(fc.nat(2)), closed: fc.boolean() }).map(({ closed, items, min }): Made => ({
    schema: record([["type", "array"], ["prefixItems", items.map((one) => one.schema)], ["minItems", min], ["items", closed ? false : undefined]]),
    value: fc.tuple(...items.map((one) => mostly(one.value)))
  }))

const choice = (part: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc.record({ mode: fc.constantFrom("anyOf", "oneOf"), members: fc.uniqueArray(part, { minLength: 2, maxLength: 3, selector: ({ schema }) => JSON.stringify(schema) }) }).map(({ members, mode }): Made => ({
    schema: { [mode]: members.map((one) => one.schema) },
    value: fc.oneof(...members.map((one) => one.value))
  }))

const together = (part: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc.tuple(object(part, false), object(part, false)).map(([a, b]): Made => ({
    schema: { allOf: [a.schema, b.schema] },
    value: fc.tuple(a.value, b.value).map(([one, two]): Json => ({ ...(one as object), ...(two as object) }))
  }))

const negated = (part: fc.Arbitrary<Made>): fc.Arbitrary<Made> =>
  fc.tuple(part, scalar).map(([one, not]): Made => ({
    schema: typeof one.schema === "object" && one.schema !== null && !Array.isArray(one.schema) && !("$ref" in one.schema) ? { ...one.schema, not: not.schema } : one.schema,
    value: one.value
  }))

const made = (depth: number): fc.Arbitrary<Made> => {
  if (depth === 0) return scalar
  const part = made(depth - 1)
  return fc.oneof(scalar, object(part), object(part), array(part), tuple(part), choice(part), together(part), negated(scalar))
}

const named = {
  Leaf: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
  Tree: { type: "object", required: ["v"], properties: { v: { type: "integer" }, next: { $ref: "#/components/schemas/Tree" } } }
}

const judges = (schemas: ReadonlyArray<Json>): ReadonlyArray<ValidateFunction> => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ $id: "doc", components: { schemas: named } })
  const absolute = (value: Json): Json =>
    JSON.parse(JSON.stringify(value).replaceAll("\"#/components", "\"doc#/components")) as Json
  return schemas.map((schema) => ajv.compile(absolute(schema) as object))
}

/** ajv compares items for uniqueItems by calling the `valueOf` and `toString` that they have, and throws where these are data. */
const judged = (validate: ValidateFunction, value: unknown): boolean | undefined => {
  try {
    return validate(value)
  } catch {
    return undefined
  }
}

/** Integers beyond 2^53 are refused, as they may not be what was written: a difference by design. */
const isExact = (value: Json): boolean =>
  typeof value === "number" ? !Number.isInteger(value) || Number.isSafeInteger(value)
  : typeof value !== "object" || value === null || Object.values(value).every(isExact)

const sample = fc.sample(made(2).chain((one) => fc.tuple(fc.constant(one), fc.array(mostly(one.value), { minLength: valuesPerSchema, maxLength: valuesPerSchema }))), { seed, numRuns: schemasPerRun })

describe(`ajv and ${cases} values of ${schemasPerRun} schemas, seed ${seed}`, () => {
  it("agree on what is valid", async () => {
    const schemas = sample.map(([one]) => one.schema)
    const { Schemas } = await importDocument("oracle", {
      openapi: "3.1.0",
      info: { title: "Oracle", version: "1" },
      paths: {},
      components: { schemas: { ...named, ...Object.fromEntries(schemas.map((schema, index) => [`Made${index}`, schema])) } }
    })
    const validate = judges(schemas)
    const disagreements: Array<unknown> = []
    let valid = 0
    sample.forEach(([one, values], index) => {
      const decode = Schema.decodeUnknownEither(Schemas[`Made${index}`] as Schema.Schema<unknown>)
      for (const value of values.filter(isExact)) {
        const theirs = judged(validate[index]!, value)
        if (theirs === undefined) continue
        if (theirs) valid++
        if (theirs !== Either.isRight(decode(value))) disagreements.push({ schema: JSON.stringify(one.schema), value: JSON.stringify(value), ajv: theirs })
      }
    })
    expect(disagreements).toEqual([])
    // A run in which nearly all values were refused would say little.
    expect(valid).toBeGreaterThan(cases / 10)
  }, 120_000)
})
