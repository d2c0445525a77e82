/**
 * What a schema of the standard accepts and refuses, through the whole generator: one component per row, its values decoded
 * by the strict schema. Written from JSON Schema 2020-12 and OpenAPI 3.0.4 and 3.1.1.
 */
import { Either, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { makeSampler } from "../../src/internal/model/sample.js"
import { importDocument, renderDocument } from "../support/generated.js"

interface Row {
  readonly name: string
  readonly schema: object | boolean
  readonly valid: ReadonlyArray<unknown>
  readonly invalid: ReadonlyArray<unknown>
}

const row = (name: string, schema: object | boolean, valid: ReadonlyArray<unknown>, invalid: ReadonlyArray<unknown>): Row => ({ name, schema, valid, invalid })

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Schemas that rows refer to. */
const named = {
  Leaf: { type: "object", required: ["id"], properties: { id: { type: "string" }, note: { type: "string" } } },
  Tree: { type: "object", required: ["value"], properties: { value: { type: "integer" }, children: { type: "array", items: ref("Tree") } } },
  Even: { type: "object", required: ["odd"], properties: { odd: { ...ref("Odd") } } },
  Odd: { type: "object", properties: { even: ref("Even") } },
  Colour: { type: "string", enum: ["red", "green"] },
  Pet: { type: "object", required: ["petType", "name"], properties: { petType: { type: "string" }, name: { type: "string" } }, discriminator: { propertyName: "petType", mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } } },
  Cat: { allOf: [ref("Pet"), { type: "object", required: ["lives"], properties: { lives: { type: "integer" } } }] },
  Dog: { allOf: [ref("Pet"), { type: "object", properties: { barks: { type: "boolean" } } }] },
  Circle: { type: "object", required: ["kind", "radius"], properties: { kind: { type: "string" }, radius: { type: "number" } } },
  Square: { type: "object", required: ["kind", "side"], properties: { kind: { type: "string" }, side: { type: "number" } } },
  Labelled: { type: "object", required: ["label"], properties: { label: { type: "string" } }, additionalProperties: { type: "string", maxLength: 3 }, discriminator: { propertyName: "label" } },
  LabelledChild: { allOf: [ref("Labelled"), { type: "object", properties: { a: { type: "string" } } }] },
  PlainName: { type: "string", maxLength: 3 }
}

/** Rows that mean the same in both dialects. */
const both: ReadonlyArray<Row> = [
  row("string", { type: "string" }, ["", "a"], [1, null, {}, true]),
  row("string lengths", { type: "string", minLength: 2, maxLength: 3 }, ["ab", "abc", "😀😀"], ["a", "abcd"]),
  row("string pattern", { type: "string", pattern: "^a.c$" }, ["abc"], ["ab", "xabc"]),
  row("pattern is not anchored", { type: "string", pattern: "b" }, ["abc"], ["ac"]),
  row("pattern with a slash", { type: "string", pattern: "^/v1/\\d+$" }, ["/v1/2"], ["/v1/"]),
  row("date-time", { type: "string", format: "date-time" }, ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00.5+02:00"], ["2026-01-31", "12/1/2020", "2026-02-30T00:00:00Z"]),
  row("date", { type: "string", format: "date" }, ["2024-02-29"], ["2023-02-29", "2024-2-9", "x"]),
  row("time", { type: "string", format: "time" }, ["09:30:00Z", "09:30:00.123+01:00"], ["9:30", "25:00:00Z"]),
  row("uuid", { type: "string", format: "uuid" }, ["3fa85f64-5717-4562-b3fc-2c963f66afa6"], ["3fa85f64", "x"]),
  row("email", { type: "string", format: "email" }, ["a@example.com"], ["a@", "a"]),
  row("uri", { type: "string", format: "uri" }, ["https://example.com/a?b#c", "urn:a:b"], ["a b", "/a"]),
  row("ipv4", { type: "string", format: "ipv4" }, ["10.0.0.1", "255.255.255.255"], ["10.0.0.256", "10.0.0"]),
  row("ipv6", { type: "string", format: "ipv6" }, ["::1", "2001:db8::1"], ["1::2::3", "x"]),
  row("unknown format", { type: "string", format: "currency" }, ["EUR", ""], [1]),
  row("byte", { type: "string", format: "byte" }, ["aGVsbG8=", ""], ["*"]),
  row("integer", { type: "integer" }, [1, 0, -5, 1.0], [1.5, "1", null]),
  row("integer that cannot be told from its neighbours", { type: "integer", format: "int64" }, [9007199254740991], [2 ** 53]),
  row("int32", { type: "integer", format: "int32" }, [2147483647], [2147483648]),
  row("number", { type: "number" }, [1, 1.5, -1e3], ["1", null]),
  row("bounds", { type: "number", minimum: 1, maximum: 2 }, [1, 1.5, 2], [0.9, 2.1]),
  row("multipleOf", { type: "number", multipleOf: 0.01 }, [0.07, 19.99, 1], [0.015]),
  row("boolean", { type: "boolean" }, [true, false], ["true", 0]),
  row("enum", { type: "string", enum: ["a", "b"] }, ["a"], ["c", "A", null]),
  row("enum of what some is of another type", { type: "string", enum: ["a", 1] }, ["a"], [1, "1"]),
  row("enum and lengths", { type: "string", enum: ["a", "ab", "abcd"], minLength: 2, maxLength: 3 }, ["ab"], ["a", "abcd", "abc"]),
  row("enum and a pattern", { type: "string", enum: ["a", "b"], pattern: "^a" }, ["a"], ["b", "ab"]),
  row("enum and bounds", { type: "integer", enum: [1, 2, 3], minimum: 2 }, [2, 3], [1]),
  row("enum that may grow and a length", { type: "string", enum: ["ab", "cd"], "x-extensible-enum": true, minLength: 2 }, ["ab", "zz"], ["z"]),
  row("enum and a format", { enum: ["now", "2026-01-31T09:30:00Z"], format: "date-time" }, ["2026-01-31T09:30:00Z"], ["now", "2026-01-31T09:30:01Z"]),
  row("a format of strings among values of any type", { format: "date-time" }, ["2026-01-31T09:30:00Z", 1, null], ["now"]),
  row("allOf of a format and a constant that breaks it", { allOf: [{ type: "object", properties: { a: { type: "string", format: "date-time" } } }, { type: "object", properties: { a: { const: "b" } } }] }, [{}], [{ a: "b" }, { a: "2026-01-31T09:30:00Z" }]),
  row("nullable enum and a length", { type: "string", nullable: true, enum: ["a", "ab", null], minLength: 2 }, ["ab", null], ["a"]),
  row("enum of numbers", { type: "integer", enum: [1, 2] }, [1], [3, "1"]),
  row("enum of mixed types", { enum: ["a", 1, true] }, ["a", 1, true], ["1", false, null]),
  row("enum of objects", { enum: [{ a: 1 }, [1, 2]] }, [{ a: 1 }, [1, 2]], [{ a: 2 }, [2, 1], {}]),
  row("array", { type: "array", items: { type: "integer" } }, [[], [1, 2]], [["a"], {}, "a"]),
  row("array sizes", { type: "array", items: { type: "integer" }, minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]),
  row("uniqueItems", { type: "array", items: { type: "object" }, uniqueItems: true }, [[{ a: 1 }, { a: 2 }]], [[{ a: 1, b: 2 }, { b: 2, a: 1 }]]),
  row("array of any", { type: "array", items: {} }, [[1, "a", null]], [{}]),
  row("object", { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "integer" } } }, [{ a: "x" }, { a: "x", b: 1 }, { a: "x", c: true }], [{}, { a: 1 }, { a: "x", b: "1" }, [], null, "x"]),
  row("optional is not nullable", { type: "object", properties: { a: { type: "string" } } }, [{}, { a: "x" }], [{ a: null }]),
  row("required without a schema", { type: "object", required: ["a"], properties: { a: {} } }, [{ a: null }, { a: 1 }], [{}]),
  row("required but not declared", { type: "object", required: ["z"], properties: { a: { type: "string" } } }, [{ z: 1 }], [{ a: "x" }]),
  row("no additionalProperties", { type: "object", properties: { a: { type: "string" } }, additionalProperties: false }, [{}, { a: "x" }], [{ b: 1 }]),
  row("a map", { type: "object", additionalProperties: { type: "integer" } }, [{}, { x: 1, y: 2 }], [{ x: "1" }]),
  row("named keys beside a map", { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "integer" } }, [{ a: "x", b: 1 }], [{ a: "x", b: "1" }, { a: 1 }]),
  row("property counts", { type: "object", minProperties: 1, maxProperties: 2 }, [{ a: 1 }, { a: 1, b: 2 }], [{}, { a: 1, b: 2, c: 3 }]),
  row("names of Object.prototype", { type: "object", properties: { toString: { type: "string" }, constructor: { type: "integer" }, ["__proto__"]: { type: "string" } } }, [{}, { toString: "x" }, JSON.parse("{\"__proto__\":\"x\"}")], [{ toString: 1 }, { constructor: "x" }, JSON.parse("{\"__proto__\":1}")]),
  row("reference", ref("Leaf"), [{ id: "a" }], [{}, { id: 1 }]),
  row("reference to a constrained string", { type: "object", properties: { n: ref("PlainName") } }, [{ n: "abc" }], [{ n: "abcd" }]),
  row("recursion", ref("Tree"), [{ value: 1, children: [{ value: 2, children: [] }] }], [{ value: 1, children: [{ value: "2" }] }, { value: 1, children: [{}] }]),
  row("mutual recursion", ref("Even"), [{ odd: { even: { odd: {} } } }], [{ odd: { even: {} } }, {}]),
  row("allOf merges", { allOf: [ref("Leaf"), { type: "object", required: ["b"], properties: { b: { type: "integer" } } }] }, [{ id: "a", b: 1 }], [{ id: "a" }, { b: 1 }]),
  row("allOf narrows", { allOf: [{ type: "integer", minimum: 1 }, { maximum: 3 }] }, [1, 3], [0, 4]),
  row("allOf of enums", { allOf: [{ type: "string", enum: ["a", "b"] }, { enum: ["b", "c"] }] }, ["b"], ["a", "c"]),
  row("allOf of one reference", { allOf: [ref("Colour")], description: "A colour." }, ["red"], ["blue"]),
  row("allOf narrows a property", { allOf: [ref("Leaf"), { type: "object", properties: { id: { type: "string", enum: ["x"] } } }] }, [{ id: "x" }], [{ id: "y" }]),
  row("allOf of an enum and a constant that it lists", { allOf: [{ type: "object", properties: { a: { enum: ["b", "c"] } } }, { type: "object", properties: { a: { const: "b" } } }] }, [{}, { a: "b" }], [{ a: "c" }]),
  row("allOf of an enum and a constant that it does not list", { allOf: [{ type: "object", properties: { a: { enum: ["b", "c"] } } }, { type: "object", properties: { a: { const: "a" } } }] }, [{}], [{ a: "a" }, { a: "b" }]),
  row("allOf of two that contradict each other", { allOf: [{ type: "object", properties: { a: { const: 1 } } }, { type: "object", properties: { a: { type: ["string", "null"] } } }] }, [{}], [{ a: 1 }, { a: "x" }, { a: null }]),
  row("anyOf", { anyOf: [{ type: "string" }, { type: "integer" }] }, ["a", 1], [1.5, null]),
  row("anyOf of objects keeps all keys", { anyOf: [{ type: "object", required: ["a"], properties: { a: { type: "string" } } }, { type: "object", required: ["b"], properties: { b: { type: "string" } } }] }, [{ a: "x" }, { b: "y" }, { a: "x", b: "y" }], [{}, { a: 1 }]),
  row("oneOf", { oneOf: [{ type: "string" }, { type: "integer" }] }, ["a", 1], [true]),
  row("oneOf is exclusive", { oneOf: [{ type: "number", multipleOf: 5 }, { type: "number", multipleOf: 3 }] }, [5, 9], [15, 2]),
  row("oneOf of objects", { oneOf: [{ type: "object", required: ["a"], properties: { a: { type: "string" } } }, { type: "object", required: ["b"], properties: { b: { type: "string" } } }] }, [{ a: "x" }, { b: "y", c: 1 }], [{}, { a: "x", b: "y" }]),
  row("discriminator", { oneOf: [ref("Circle"), ref("Square")], discriminator: { propertyName: "kind", mapping: { c: "#/components/schemas/Circle", s: "#/components/schemas/Square" } } }, [{ kind: "c", radius: 1 }, { kind: "s", side: 2 }], [{ kind: "c", side: 2 }, { kind: "x", radius: 1 }, { radius: 1 }]),
  row("discriminator of a base whose children cannot be merged with it", ref("Labelled"), [{ label: "LabelledChild", a: "abc", b: "x" }], [{ label: "LabelledChild", a: "abcd" }, { label: "LabelledChild", b: 1 }, { label: "other" }, {}]),
  row("discriminator without a mapping", { oneOf: [ref("Circle"), ref("Square")], discriminator: { propertyName: "kind" } }, [{ kind: "Circle", radius: 1 }], [{ kind: "circle", radius: 1 }]),
  row("a base stands for its children", ref("Pet"), [{ petType: "cat", name: "a", lives: 9 }, { petType: "dog", name: "b", barks: true }], [{ petType: "cat", name: "a" }, { petType: "cow", name: "a" }, { petType: "dog", name: "b", barks: "yes" }]),
  row("a child has its own value", ref("Cat"), [{ petType: "cat", name: "a", lives: 9 }], [{ petType: "dog", name: "a", lives: 9 }]),
  row("not", { type: "string", not: { enum: ["x"] } }, ["a"], ["x"]),
  row("not an object with a property", { type: "object", properties: { a: { type: "string" } }, not: { required: ["b"] } }, [{ a: "x" }, {}], [{ b: 1 }]),
  row("a choice of required properties", { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, anyOf: [{ required: ["a"] }, { required: ["b"] }] }, [{ a: "x" }, { b: "y" }, { a: "x", b: "y" }], [{}, { c: 1 }]),
  row("exactly one of the properties", { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, oneOf: [{ required: ["a"] }, { required: ["b"] }] }, [{ a: "x" }], [{}, { a: "x", b: "y" }]),
  row("an object with a choice beside it", { type: "object", required: ["id"], properties: { id: { type: "string" } }, oneOf: [{ type: "object", required: ["x"], properties: { x: { type: "integer" } } }, { type: "object", required: ["y"], properties: { y: { type: "integer" } } }] }, [{ id: "a", x: 1 }, { id: "a", y: 1 }], [{ id: "a" }, { x: 1 }, { id: "a", x: 1, y: 1 }]),
  row("anything", {}, [1, "a", null, [], {}], []),
  row("a password", { type: "string", format: "password" }, ["x"], [1])
]

const only30: ReadonlyArray<Row> = [
  row("nullable", { type: "string", nullable: true }, ["a", null], [1]),
  row("nullable and readOnly choice", { nullable: true, readOnly: true, oneOf: [ref("Circle"), ref("Square")], discriminator: { propertyName: "kind", mapping: { c: "#/components/schemas/Circle", s: "#/components/schemas/Square" } } }, [{ kind: "c", radius: 1 }, null], [{ kind: "c", side: 2 }, { kind: "x", radius: 1 }]),
  row("nullable reference by allOf", { nullable: true, allOf: [ref("Leaf")] }, [{ id: "a" }, null], [{}]),
  row("nullable property", { type: "object", properties: { a: { type: "integer", nullable: true } } }, [{ a: null }, { a: 1 }, {}], [{ a: "x" }]),
  row("nullable enum with null", { type: "string", nullable: true, enum: ["a", null] }, ["a", null], ["b"]),
  row("exclusive bounds", { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true }, [1.5], [1, 2]),
  row("siblings of a reference are ignored", { ...ref("PlainName"), maxLength: 1 }, ["abc"], ["abcd"])
]

const only31: ReadonlyArray<Row> = [
  row("type list", { type: ["string", "null"] }, ["a", null], [1]),
  row("type list of three", { type: ["string", "integer", "null"] }, ["a", 1, null], [1.5, true]),
  row("null", { type: "null" }, [null], ["null", 0]),
  row("const", { const: "x" }, ["x"], ["y", null]),
  row("const object", { const: { a: [1] } }, [{ a: [1] }], [{ a: [2] }, {}]),
  row("enum with null", { enum: ["a", null] }, ["a", null], ["b"]),
  row("exclusive bounds", { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 }, [1.5], [1, 2]),
  row("tuple", { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], minItems: 2, items: false }, [["a", 1]], [["a"], [1, "a"], ["a", 1, 2]]),
  row("open tuple", { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } }, [[], ["a"], ["a", 1, 2]], [[1], ["a", "b"]]),
  row("contains", { type: "array", contains: { type: "integer" }, minContains: 2 }, [[1, "a", 2]], [[1, "a"], []]),
  row("patternProperties", { type: "object", patternProperties: { "^x-": { type: "integer" } } }, [{ "x-a": 1, other: "x" }], [{ "x-a": "1" }]),
  row("propertyNames", { type: "object", propertyNames: { pattern: "^[a-z]+$" } }, [{ abc: 1 }], [{ Abc: 1 }]),
  row("dependentRequired", { type: "object", properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } }, [{ a: 1, b: 2 }, { b: 2 }, {}], [{ a: 1 }]),
  row("dependentSchemas", { type: "object", properties: { a: {} }, dependentSchemas: { a: { required: ["c"] } } }, [{ a: 1, c: 2 }, {}], [{ a: 1 }]),
  row("if, then, else", { type: "object", properties: { kind: { type: "string" } }, if: { properties: { kind: { const: "a" } }, required: ["kind"] }, then: { required: ["x"] }, else: { required: ["y"] } }, [{ kind: "a", x: 1 }, { kind: "b", y: 1 }], [{ kind: "a", y: 1 }, { kind: "b", x: 1 }]),
  row("siblings of a reference apply", { ...ref("PlainName"), minLength: 2 }, ["ab", "abc"], ["a", "abcd"]),
  row("true", true, [1, null, {}], []),
  row("false", false, [], [1, null, {}]),
  row("oneOf constants", { oneOf: [{ const: "a", title: "A" }, { const: "b", title: "B" }] }, ["a", "b"], ["c"]),
  row("anyOf with null", { anyOf: [ref("Leaf"), { type: "null" }] }, [{ id: "a" }, null], [{}, 1]),
  row("a string rule without a type", { minLength: 2 }, ["ab", 1, null], ["a"]),
  row("numbers in a schema without a type", { minimum: 2 }, [2, "a"], [1])
]

const contradicting = {
  TrackObject: { type: "object", required: ["type", "length"], properties: { type: { type: "string", enum: ["track", "single"] }, length: { type: "number" } } },
  EpisodeObject: { allOf: [ref("Published"), { type: "object", properties: { type: { type: "string", enum: ["episode"] } }, required: ["type"] }] },
  Published: { type: "object", required: ["show"], properties: { show: { type: "string" } } },
  Vehicle: { type: "object", required: ["sort"], properties: { sort: { type: "string", enum: ["car", "motor-bike"] } }, discriminator: { propertyName: "sort" } },
  Car: { allOf: [ref("Vehicle"), { type: "object", required: ["doors"], properties: { doors: { type: "integer" } } }] },
  MotorBike: { allOf: [ref("Vehicle"), { type: "object", properties: { sidecar: { type: "boolean" } } }] },
  Entry: { type: "object", required: ["sort"], properties: { sort: { type: "string" } }, additionalProperties: { type: "object" }, discriminator: { propertyName: "sort" } },
  Group: { allOf: [ref("Entry")], type: "object", properties: { name: ref("PlainName") } },
  Wide: { type: "object", required: ["width"], properties: { width: { type: "integer" } } },
  High: { type: "object", required: ["height"], properties: { height: { type: "integer" } } }
}

/** What nothing could be, and what is made of it. */
const contradictions: ReadonlyArray<Row> = [
  row("enum of numbers beside a string", { type: "string", enum: [1, 2] }, ["1", "a"], [1]),
  row("enum of strings beside an integer", { type: "integer", enum: ["1 (One)"] }, [1, 7], ["1 (One)"]),
  row("enum of items beside a list", { type: "array", items: { type: "string" }, enum: ["a", "b"] }, [["a"], []], ["a", [1]]),
  row("names that are none of the values", { oneOf: [ref("TrackObject"), ref("EpisodeObject")], discriminator: { propertyName: "type" } }, [{ type: "track", length: 1 }, { type: "single", length: 1 }, { type: "episode", show: "a" }], [{ type: "TrackObject", length: 1 }, { type: "track", show: "a" }]),
  row("names that differ in spelling", ref("Vehicle"), [{ sort: "car", doors: 3 }, { sort: "motor-bike", sidecar: true }], [{ sort: "car" }, { sort: "Car", doors: 3 }]),
  row("a name that is required and forbidden", { type: "object", required: ["a", "b"], properties: { a: { type: "string" } }, additionalProperties: false }, [{ a: "x" }], [{}, { a: "x", b: 1 }]),
  row("additionalProperties of a base, which the properties of its children break", ref("Entry"), [{ sort: "Group", name: "abc", more: {} }], [{ sort: "Group", name: 1 }, { sort: "Group", more: "text" }, { sort: "Entry" }]),
  row("a choice by a property that its schemas do not declare", { type: "object", properties: { shape: { oneOf: [ref("Wide"), ref("High")], discriminator: { propertyName: "kind" } } } }, [{ shape: { width: 1 } }, { shape: { kind: "Wide", height: 1 } }], [{ shape: { kind: "Wide" } }]),
  row("null beside an enum without it", { type: ["string", "null"], enum: ["a", "b"] }, ["a"], [null, "c"]),
  row("nullable alone in an allOf", { type: "object", properties: { a: { allOf: [{ nullable: true }, ref("PlainName")] } } }, [{ a: null }, { a: "abc" }], [{ a: "abcd" }, { a: 1 }]),
  row("a oneOf that lists a schema twice", { type: "object", properties: { a: { oneOf: [ref("Wide"), ref("Wide")] }, b: { type: "string", oneOf: [{ description: "one" }, { description: "another" }] }, c: { oneOf: [{ type: "string" }, { type: "integer" }, { type: "string", title: "again" }] } } }, [{ a: { width: 1 }, b: "x", c: "y" }, { c: 1 }], [{ a: 1 }, { b: 1 }, { c: true }]),
  row("null beside a choice without it", { type: ["null", "integer", "string"], oneOf: [{ type: "integer" }, { type: "string", format: "date-time" }] }, [1, "2026-01-31T09:30:00Z"], [null, true])
]

const documentOf = (openapi: string, rows: ReadonlyArray<Row>, more: object = {}) => ({
  openapi,
  info: { title: "Schemas", version: "1" },
  paths: {},
  components: { schemas: { ...named, ...more, ...Object.fromEntries(rows.map((one, index) => [`Row${index}`, one.schema])) } }
})

const holds = async (folder: string, version: string, rows: ReadonlyArray<Row>, more?: object): Promise<void> => {
  const { Schemas } = await importDocument(`conformance/${folder}`, documentOf(version, rows, more))

  it.each(rows.map((one, index) => [one.name, one, index] as const))("%s", (_, one, index) => {
    const decode = Schema.decodeUnknownEither(Schemas[`Row${index}`] as Schema.Schema<unknown>)
    const refused = one.valid.filter((value) => Either.isLeft(decode(value)))
    const accepted = one.invalid.filter((value) => Either.isRight(decode(value)))
    expect({ refused, accepted }).toEqual({ refused: [], accepted: [] })
  })
}

describe.each([["3.0.3", [...both, ...only30]], ["3.1.0", [...both, ...only31]]] as const)("schemas of %s", async (version, rows) => {
  await holds(`schemas-${version.replaceAll(".", "-")}`, version, rows)

  it("says of no row that it was weakened", () => {
    expect(renderDocument(documentOf(version, rows)).findings).toEqual([])
  })
})

describe("contradictions", async () => {
  await holds("contradictions", "3.0.3", contradictions, contradicting)

  it("are reported, each of them", () => {
    expect(renderDocument(documentOf("3.0.3", contradictions, contradicting)).findings.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual(
      ["Car/properties/sort", "EpisodeObject/properties/type", "Group", "MotorBike/properties/sort", "Row0/enum", "Row1/enum", "Row10/properties/a/oneOf/1", "Row10/properties/b/oneOf/1", "Row10/properties/c/oneOf/2", "Row11/type", "Row2/enum", "Row5/required", "Row7/properties/shape/discriminator", "Row8/type", "Row9/properties/a/allOf/0", "TrackObject/properties/type"]
        .map((place) => `${place.endsWith("/type") && place.startsWith("Row") ? "ignored" : "weakened"} #/components/schemas/${place}`)
    )
  })
})

describe("an example of a list of which some break the rules beside it", () => {
  it("keeps them", () => {
    const { model } = renderDocument({
      openapi: "3.1.0",
      info: { title: "Listed", version: "1" },
      paths: {},
      components: { schemas: { Listed: { type: "string", enum: ["a", "ab"], minLength: 2 } } }
    })
    expect(makeSampler(model.schemas).sample(model.schemas.get("#/components/schemas/Listed")!.node, "input", undefined)).toBe("ab")
  })
})

describe("rules that rule nothing", () => {
  it("are none, where a schema names no type", () => {
    const schema = { type: "object", properties: { tag: { format: "string" }, list: { minItems: 0, uniqueItems: false } } }
    const { model } = renderDocument({ openapi: "3.1.0", info: { title: "Ruled", version: "1" }, paths: {}, components: { schemas: { Ruled: schema } } })
    const { node } = model.schemas.get("#/components/schemas/Ruled")!
    expect(node.kind === "object" && node.properties.map((one) => one.node.kind)).toEqual(["any", "any"])
  })
})

describe("a choice by a property that answers do not have", async () => {
  const choice = { type: "object", required: ["mode"], properties: { mode: { type: "string", writeOnly: true } }, discriminator: { propertyName: "mode", mapping: { a: "#/components/schemas/A", b: "#/components/schemas/B" } } }
  const member = (name: string) => ({ allOf: [ref("Choice"), { type: "object", required: [name], properties: { [name]: { type: "string" } } }] })
  const { Schemas } = await importDocument("conformance/write-only-choice", {
    openapi: "3.0.3",
    info: { title: "Choice", version: "1" },
    paths: { "/a": { post: { operationId: "add", requestBody: { content: { "application/json": { schema: ref("Choice") } } }, responses: { "200": { description: "ok", content: { "application/json": { schema: ref("Choice") } } } } } } },
    components: { schemas: { Choice: choice, A: member("x"), B: member("y") } }
  })

  it("is made by the rest of them", () => {
    expect(Schema.decodeUnknownSync(Schemas["Choice"])({ y: "1" })).toEqual({ y: "1" })
    expect(Either.isLeft(Schema.decodeUnknownEither(Schemas["Choice"])({ z: "1" }))).toBe(true)
  })

  it("is made by the property in requests", () => {
    expect(Schema.encodeSync(Schemas["ChoiceInput"])({ mode: "a", x: "1" })).toEqual({ mode: "a", x: "1" })
    expect(Either.isLeft(Schema.encodeEither(Schemas["ChoiceInput"])({ mode: "b", x: "1" }))).toBe(true)
  })
})

describe("a schema with a default in it", () => {
  const withDefault = { type: "object", properties: { size: { type: "integer", default: 1 } } }
  const json = (schema: object) => ({ content: { "application/json": { schema } } })
  const formsOf = (answer: object, schemas: Readonly<Record<string, object>> = {}) => {
    const { files } = renderDocument({
      openapi: "3.1.0",
      info: { title: "Forms", version: "1" },
      paths: { "/a": { post: { operationId: "add", requestBody: json(ref("Order")), responses: { "200": { description: "ok", ...answer } } } } },
      components: { schemas: { Order: withDefault, ...schemas } }
    })
    return [...files.get("schemas.ts")!.matchAll(/export const (Order\w*)/g)].map(([, name]) => name)
  }

  it("has one form if nothing but requests holds it, named so that an answer may hold it one day", () => {
    expect(formsOf({})).toEqual(["OrderInput"])
  })

  it.each([
    ["an answer", json(ref("Order")), {}],
    ["an answer, deep", json({ type: "array", items: ref("List") }), { List: { type: "array", items: ref("Order") } }],
    ["a rule of an answer", json({ type: "object", properties: { a: { type: "string" } }, not: ref("Order") }), {}],
    ["a schema that no operation holds", {}, { Other: { type: "object", properties: { order: ref("Order") } } }]
  ])("has two if %s holds it too", (_, answer, schemas) => {
    expect(formsOf(answer, schemas)).toEqual(["Order", "OrderInput"])
  })
})

describe("a reference beside words", () => {
  it.each([
    ["readOnly", "200", { allOf: [ref("Leaf")], readOnly: true }],
    ["writeOnly", "requestBody", { allOf: [ref("Leaf"), { writeOnly: true }] }],
    ["a description", "200", { allOf: [ref("Leaf")], description: "A leaf." }]
  ])("of %s is that schema, and no copy of it", (_, place, leaf) => {
    const content = { content: { "application/json": { schema: ref("Holder") } } }
    const post = { operationId: "post", responses: { "200": { description: "held", ...(place === "200" ? content : {}) } }, ...(place === "200" ? {} : { requestBody: content }) }
    const { files } = renderDocument({ ...documentOf("3.0.3", [], { Holder: { type: "object", properties: { leaf } } }), paths: { "/a": { post } } })
    expect(files.get("schemas.ts")).toMatch(/interface Holder(?:Input)? \{[^}]*readonly leaf\?: Leaf\n/)
  })
})

describe("what a base keeps", async () => {
  const { Schemas } = await importDocument("conformance/base", documentOf("3.0.3", []))

  it("the fields of its children, both ways", () => {
    const cat = { petType: "cat", name: "Tom", lives: 9 }
    expect(Schema.decodeUnknownSync(Schemas["Pet"])(cat)).toEqual(cat)
    expect(Schema.encodeSync(Schemas["Pet"])(cat)).toEqual(cat)
  })
})
