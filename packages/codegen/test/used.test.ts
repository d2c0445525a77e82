/** Schemas to which nothing refers are left out, and nothing else is. */
import { describe, expect, it } from "vitest"
import type { JsonObject } from "../src/internal/json.js"
import { renderDocument } from "./support/generated.js"
import { synthetic } from "./support/synthetic.js"

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ content: { "application/json": { schema } } })
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more })

/** One operation, beside what `Used` is used by; `Unused` leads to another and to itself. */
const document = (operation: object, schemas: object = {}, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Used", version: "1" },
  paths: { "/a": { post: { operationId: "a", responses: { "204": { description: "ok" } }, ...operation } } },
  components: { schemas: { Used: object({ id: { type: "string" } }), Unused: object({ self: ref("Unused"), other: ref("UnusedToo") }), UnusedToo: object({ id: { type: "string" } }), ...schemas } },
  ...more
})

const namesIn = (files: ReadonlyMap<string, string>): ReadonlyArray<string> =>
  [...[...files].filter(([name]) => name.startsWith("schemas")).map(([, text]) => text).join("\n").matchAll(/^export const (\w+)/gm)].map((match) => match[1]!).sort()

const kept = (given: object): ReadonlyArray<string> => namesIn(renderDocument(given, { allSchemas: false }).files)

const receiving = { post: { requestBody: json(ref("Used")), responses: { "204": { description: "ok" } } } }

describe("a schema is used", () => {
  it.each<readonly [string, object]>([
    ["by a parameter", { parameters: [{ name: "p", in: "query", schema: ref("Used") }] }],
    ["by a body", { requestBody: json(ref("Used")) }],
    ["by a header of a form's part", { requestBody: { content: { "multipart/form-data": { schema: object({ f: { type: "string" } }), encoding: { f: { headers: { "X-H": { schema: ref("Used") } } } } } } } }],
    ["by an answer", { responses: { "200": { description: "ok", ...json(ref("Used")) } } }],
    ["by an error", { responses: { default: { description: "no", ...json(ref("Used")) } } }],
    ["by an answer's header", { responses: { "204": { description: "ok", headers: { "X-H": { schema: ref("Used") } } } } }],
    ["by a callback", { callbacks: { told: { "{$request.query.url}": receiving } } }]
  ])("%s", (_, operation) => {
    expect(kept(document(operation)).filter((name) => !name.startsWith("A"))).toEqual(["Used"])
  })

  it("by a webhook", () => expect(kept(document({}, {}, { webhooks: { told: receiving } }))).toEqual(["Used"]))

  it.each<readonly [string, object]>([
    ["a property", object({ p: ref("Used") })],
    ["an item", { type: "array", items: ref("Used") }],
    ["an item of a tuple", { type: "array", prefixItems: [ref("Used")], items: false }],
    ["what follows a tuple", { type: "array", prefixItems: [{ type: "string" }], items: ref("Used") }],
    ["additionalProperties", object({}, { additionalProperties: ref("Used") })],
    ["patternProperties", object({}, { patternProperties: { "^x": ref("Used") } })],
    ["propertyNames", object({}, { propertyNames: ref("Used") })],
    ["anyOf", { anyOf: [ref("Used"), { type: "string" }] }],
    ["oneOf", { oneOf: [ref("Used"), { type: "string" }] }],
    ["not", { type: "string", not: ref("Used") }],
    ["if", { ...object({ b: { type: "string" } }), if: ref("Used"), then: { required: ["b"] } }],
    ["then", { ...object({ b: { type: "string" } }), if: { required: ["b"] }, then: ref("Used") }],
    ["else", { ...object({ b: { type: "string" } }), if: { required: ["b"] }, else: ref("Used") }],
    ["contains", { type: "array", items: {}, contains: ref("Used") }],
    ["dependentSchemas", object({ b: { type: "string" } }, { dependentSchemas: { b: ref("Used") } })],
    ["another schema's reference", ref("Used")]
  ])("by another that is, through %s", (_, schema) => {
    const given = document({ requestBody: json(ref("Holder")) }, { Holder: schema })
    expect(kept(given).filter((name) => !/^Holder|^A/.test(name))).toEqual(["Used"])
  })

  it("by rules that it stands in", () => {
    const choice = { oneOf: [object({ c: { type: "string" } }), object({ d: { type: "string" } })] }
    const given = document({ requestBody: json(ref("Holder")) }, { Holder: object({ b: { type: "string" } }, { if: { required: ["b"] }, then: object({ e: choice }) }) })
    expect(kept(given)).toEqual(["Holder", "HolderThenE", "HolderThenEOption1", "HolderThenEOption2"])
  })

  it("by the base that it extends, where a discriminator chooses", () => {
    const schemas = {
      Base: { ...object({ kind: { type: "string" } }), required: ["kind"], discriminator: { propertyName: "kind" } },
      Used: { allOf: [ref("Base"), object({ a: { type: "string" } })] },
      Other: { allOf: [ref("Used"), object({ b: { type: "string" } })] }
    }
    expect(kept(document({ requestBody: json(ref("Base")) }, schemas))).toEqual(expect.arrayContaining(["Base", "Other", "Used"]))
    expect(kept(document({ requestBody: json(ref("Base")) }, schemas))).not.toContain("Unused")
  })
})

describe("a schema that no type holds is used", () => {
  it("by what merges it", () => {
    const merged = { allOf: [ref("Used"), object({ b: { type: "string" } })] }
    expect(kept(document({ requestBody: json(ref("Merged")) }, { Merged: merged }))).toEqual(["Merged", "Used"])
  })

  it("by an operation that merges it", () => {
    expect(kept(document({ requestBody: json({ allOf: [ref("Used"), object({ b: { type: "string" } })] }) }))).toContain("Used")
  })

  it("by the child of a base, which merges it", () => {
    const schemas = {
      Base: { ...object({ kind: { type: "string" } }), required: ["kind"], discriminator: { propertyName: "kind" } },
      Child: { allOf: [ref("Base"), { allOf: [ref("Used"), object({ a: { type: "string" } })] }] }
    }
    expect(kept(document({ requestBody: json(ref("Base")) }, schemas))).toContain("Used")
  })

  it("by a component that is none itself", () => {
    const merged = { allOf: [ref("Used"), object({ b: { type: "string" } })] }
    const given = document({ responses: { "200": { $ref: "#/components/responses/Found" } } })
    const components = { ...given.components, responses: { Found: { description: "ok", ...json(merged) } } }
    expect(kept({ ...given, components })).toContain("Used")
  })
})

describe("what is left out", () => {
  it("is nothing if all are asked for", () => expect(namesIn(renderDocument(document({}), { allSchemas: true }).files)).toEqual(["Unused", "UnusedToo", "Used"]))

  it("is told", () => {
    expect(renderDocument(document({}), { allSchemas: false }).unused).toEqual(["#/components/schemas/Unused", "#/components/schemas/UnusedToo", "#/components/schemas/Used"])
    expect(renderDocument(document({}), { allSchemas: true }).unused).toEqual([])
  })

  it("is nothing of a document of schemas alone", () => expect(kept({ ...document({}), paths: {} })).toEqual(["Unused", "UnusedToo", "Used"]))

  it("is nothing whose name a person has chosen, nor what that needs", () => {
    const overrides = { schemas: { Unused: "Chosen" }, operations: {} }
    expect(namesIn(renderDocument(document({}), { overrides, allSchemas: false }).files)).toEqual(["Chosen", "UnusedToo"])
  })

  it("changes no name", () => {
    const given = document({ requestBody: json(ref("used-thing")) }, { UsedThing: object({ a: { type: "string" } }), "used-thing": object({ b: { type: "string" } }) })
    expect(kept(given)).toEqual(["UsedThing2"])
    expect(namesIn(renderDocument(given, { allSchemas: true }).files)).toContain("UsedThing2")
  })

  it("is not in the report, and what is kept is", () => {
    const weak = { type: "string", pattern: "(?<=a" }
    const given = document({ requestBody: json(ref("Used")) }, { Used: object({ weak }), Unused: object({ weak, deep: object({ weak }) }) })
    const pointers = (allSchemas: boolean) => renderDocument(given, { allSchemas }).findings.map(({ pointer }) => pointer)
    expect(pointers(false)).toEqual(["#/components/schemas/Used/properties/weak/pattern"])
    expect(pointers(true)).toHaveLength(3)
  })

  it("is no part of what is still used by itself", () => {
    const given = document({ requestBody: json({ $ref: "#/components/schemas/Unused/properties/deep" }) }, { Unused: object({ deep: object({ id: { type: "string" } }) }) })
    expect(kept(given)).toEqual(["UnusedDeep"])
  })
})

/** That it lacks nothing, `synthetic.test.ts` shows. */
describe("a document of every construct", () => {
  const given = synthetic({ operations: 35, schemas: 50 }, "3.1.0") as JsonObject
  const whole = renderDocument(given, { allSchemas: true })
  const used = renderDocument(given, { allSchemas: false })

  it("has the same operations, client and callbacks", () => {
    expect(used.model.schemas.size).toBeLessThan(whole.model.schemas.size)
    for (const name of ["operations.ts", "client.ts", "callbacks.ts", "index.ts"]) expect(used.files.get(name)).toBe(whole.files.get(name))
  })
})
