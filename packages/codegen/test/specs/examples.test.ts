/** Every example of specs/ is a value of its schema, by ajv; and every body of JSON has one. */
import { describe, expect, it } from "vitest"
import { below, bodiesOf, type Document, documents, follow, isList, isObject, type Json, objectAt, operationsOf, type Pointer, undeclared } from "./documents.js"

interface Example {
  readonly pointer: Pointer
  /** `undefined` where nothing says what the example is of. */
  readonly schema: Pointer | undefined
  readonly value: Json
}

const entries = (node: Json | undefined): ReadonlyArray<readonly [key: string | number, node: Json]> =>
  isList(node) ? node.map((one, index) => [index, one]) : isObject(node) ? Object.entries(node) : []

/** The keywords of a schema that hold schemas: alone, or as a list or a map. */
const single = ["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"]
const several = ["properties", "patternProperties", "$defs", "dependentSchemas", "anyOf", "oneOf", "allOf", "prefixItems"]

const ofSchema = (node: Json | undefined, pointer: Pointer): ReadonlyArray<Example> => {
  if (!isObject(node)) return []
  const own = (key: string, value: Json | undefined, at: Pointer = below(pointer, key)): ReadonlyArray<Example> =>
    value === undefined ? [] : [{ pointer: at, schema: pointer, value }]
  return [
    ...own("example", node["example"]),
    // A default is a value that the document gives, too.
    ...own("default", node["default"]),
    ...entries(node["examples"]).flatMap(([index, value]) => own("examples", value, below(pointer, "examples", index))),
    ...single.flatMap((key) => ofSchema(node[key], below(pointer, key))),
    ...several.flatMap((key) => entries(node[key]).flatMap(([name, one]) => ofSchema(one, below(pointer, key, name))))
  ]
}

/** Of a media type, a parameter or a header. */
const ofHolder = (document: Document, node: { readonly [key: string]: Json }, pointer: Pointer): ReadonlyArray<Example> => {
  const schema = node["schema"] === undefined ? undefined : below(pointer, "schema")
  const named = entries(isObject(node["examples"]) ? node["examples"] : {}).map(([name]) => follow(document, below(pointer, "examples", name)))
  return [
    ...(node["example"] === undefined ? [] : [{ pointer: below(pointer, "example"), schema, value: node["example"] }]),
    ...named.map((one) => ({ pointer: one.pointer, schema, value: objectAt(document, one.pointer)["value"] ?? null }))
  ]
}

/** No place of a schema or of an example is looked at as anything else. */
const isData = (key: string | number): boolean => typeof key === "string" && (["example", "examples", "schema"].includes(key) || key.startsWith("x-"))

const collect = (document: Document, node: Json, pointer: Pointer): ReadonlyArray<Example> => {
  if (pointer === "#/components/schemas") return entries(node).flatMap(([name, one]) => ofSchema(one, below(pointer, name)))
  const own = isObject(node) ? [...ofHolder(document, node, pointer), ...ofSchema(node["schema"], below(pointer, "schema"))] : []
  return [...own, ...entries(node).filter(([key]) => !isData(key)).flatMap(([key, one]) => collect(document, one, below(pointer, key)))]
}

const problemsOf = (document: Document, { pointer, schema, value }: Example): ReadonlyArray<string> => {
  if (schema === undefined) return [`${document.name} ${pointer}: there is no schema for it`]
  const wrong = document.problems(schema, value)
  // A misspelt name of an optional property is valid where the document is silent about others.
  const unknown = wrong.length > 0 ? [] : undeclared(document, schema, value).map((path) => `${below("", ...path)} is declared nowhere`)
  return [...wrong, ...unknown].map((problem) => `${document.name} ${pointer}: ${problem}`)
}

const hasExample = (document: Document, media: Pointer): boolean => {
  const node = objectAt(document, media)
  return node["example"] !== undefined || entries(node["examples"]).length > 0
}

const everyOperation = (document: Document) => [...operationsOf(document, "paths"), ...operationsOf(document, "webhooks")]

const table = documents.map((document) => {
  const bodies = everyOperation(document).flatMap((operation) => bodiesOf(document, operation))
  return { name: document.name, document, bodies, examples: collect(document, document.json, "#") }
})

describe.each(table.map((one) => [one.name, one] as const))("%s", (_, { bodies, document, examples }) => {
  it(`has ${examples.length} examples, each a value of its schema`, () => {
    expect(examples.flatMap((example) => problemsOf(document, example))).toEqual([])
    expect(examples.length).toBeGreaterThan(0)
  })

  it(`has an example for each of its ${bodies.length} bodies of JSON`, () => {
    const without = bodies.filter(({ pointer }) => !hasExample(document, pointer)).map(({ place }) => `${document.name} ${place}: has no example`)
    expect(without).toEqual([])
    expect(bodies.length).toBeGreaterThan(0)
  })
})
