/** What a document must be for nothing of it to be lost in silence. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { answering, failure, loadFiles, minimal } from "./workspace.js"

const head = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n"

const responses = { 200: { description: "ok" } }

describe("the version", () => {
  it.effect.each(["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.0.0-rc1"])("%s is read", (openapi) =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({ "a.json": minimal({ openapi }) })
      assert.strictEqual(document["openapi"], openapi)
    }))

  it.effect("3.2 is read as 3.1, and that is in the report", () =>
    Effect.gen(function*() {
      const { findings } = yield* loadFiles({ "a.json": minimal({ openapi: "3.2.0" }) })
      assert.deepStrictEqual(findings.map((one) => `${one.kind} ${one.pointer}`), ["weakened #/openapi"])
    }))

  it.effect("is meant where YAML took it for a number", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* loadFiles({ "a.yaml": "openapi: 3.1\ninfo: {title: t, version: '1'}\npaths: {}" })).document["openapi"], "3.1.0")
      assert.strictEqual((yield* loadFiles({ "a.yaml": "swagger: 2.0\ninfo: {title: t, version: '1'}\npaths: {}" })).document["openapi"], "3.0.3")
    }))

  it.effect.each([
    [{ openapi: "4.0.0" }, "#/openapi", "OpenAPI \"4.0.0\" is not read"],
    [{ openapi: "3.00" }, "#/openapi", "OpenAPI \"3.00\" is not read"],
    [{ openapi: null }, "#/openapi", "openapi is nothing"],
    [{ openapi: undefined, swagger: "1.2" }, "#/swagger", "Swagger \"1.2\" is not read"],
    [{ paths: undefined }, "#", "has no paths"],
    [{ info: undefined }, "#", "has no info"],
    [{ info: "x" }, "#/info", "is a string"]
  ] as const)("%j is refused", ([change, pointer, problem]) =>
    Effect.gen(function*() {
      const error = yield* failure({ "a.json": { ...minimal(), ...change } })
      assert.strictEqual(`${error.pointer} ${error.problem}`, `${pointer} ${problem}`)
      assert.isDefined(error.expected)
    }))

  it.effect("3.1 needs no paths where it has webhooks or components", () =>
    Effect.gen(function*() {
      yield* loadFiles({ "a.json": { openapi: "3.1.0", info: { title: "t", version: "1" }, webhooks: {} } })
      yield* loadFiles({ "a.json": { openapi: "3.1.0", info: { title: "t", version: "1" }, components: {} } })
      assert.strictEqual((yield* failure({ "a.json": { openapi: "3.1.0", info: { title: "t", version: "1" } } })).problem, "has no paths")
    }))
})

describe("what is no object of OpenAPI", () => {
  it.effect.each([
    ["paths: []", 3, "#/paths"],
    ["paths:\n  a: {}", 4, "#/paths/a"],
    ["paths:\n  /a: text", 4, "#/paths/~1a"],
    ["paths:\n  /a:\n    get: []", 5, "#/paths/~1a/get"],
    ["paths:\n  /a:\n    get: {parameters: {}}", 5, "#/paths/~1a/get/parameters"],
    ["paths:\n  /a:\n    get:\n      parameters:\n        - x", 7, "#/paths/~1a/get/parameters/0"],
    ["paths:\n  /a:\n    get:\n      parameters:\n        -", 6, "#/paths/~1a/get/parameters/0"],
    ["paths:\n  /a:\n    get: {responses: []}", 5, "#/paths/~1a/get/responses"],
    ["paths:\n  /a:\n    get: {responses: {200: ok}}", 5, "#/paths/~1a/get/responses/200"],
    ["paths:\n  /a:\n    post: {requestBody: {}}", 5, "#/paths/~1a/post/requestBody"],
    ["paths: {}\ncomponents: []", 4, "#/components"],
    ["paths: {}\ncomponents: {schemas: []}", 4, "#/components/schemas"],
    ["paths: {}\ncomponents: {schemas: {A: text}}", 4, "#/components/schemas/A"],
    ["paths: {}\ncomponents:\n  schemas:\n    A:\n      properties:\n        x: 1", 8, "#/components/schemas/A/properties/x"],
    ["paths: {}\ncomponents: {schemas: {A: {allOf: {}}}}", 4, "#/components/schemas/A/allOf"],
    ["paths: {}\ncomponents: {schemas: {A: {oneOf: [1]}}}", 4, "#/components/schemas/A/oneOf/0"],
    ["paths: {}\ncomponents: {schemas: {A: {$ref: 1}}}", 4, "#/components/schemas/A/$ref"]
  ] as const)("%j is told with line and pointer", ([text, line, pointer]) =>
    Effect.gen(function*() {
      const error = yield* failure({ "a.yaml": head + text })
      assert.strictEqual(`${error.line} ${error.pointer}`, `${line} ${pointer}`)
      assert.match(error.expected ?? "", /^Expected /)
    }))

  it.effect("may be anything in what a client does not read", () =>
    Effect.gen(function*() {
      const { findings } = yield* loadFiles({
        "a.json": answering({ type: "string", example: { $ref: 1 }, default: null, "x-more": { properties: 1 } }, { "x-any": { $ref: "nowhere" }, components: { examples: { A: null } } })
      })
      assert.deepStrictEqual(findings, [])
    }))
})

describe("what holds nothing", () => {
  it.effect("is left out, and reported", () =>
    Effect.gen(function*() {
      const { document, findings } = yield* loadFiles({
        "a.yaml": `${head}paths:\n  /a:\n    get:\n      parameters:\n      responses: {204: }\n    post:\ncomponents:\n  schemas:\n    A: {type: object, properties: {x: }, items: }\n  responses:\n`
      })
      assert.deepStrictEqual(document["paths"], { "/a": { get: { responses: { 204: {} } } } })
      assert.deepStrictEqual(document["components"], { schemas: { A: { type: "object", properties: { x: {} } } } })
      assert.deepStrictEqual(findings.map((one) => `${one.kind} ${one.pointer}`), [
        "ignored #/paths/~1a/get/parameters",
        "ignored #/paths/~1a/get/responses/204",
        "ignored #/paths/~1a/post",
        "weakened #/components/schemas/A/properties/x",
        "ignored #/components/schemas/A/items",
        "ignored #/components/responses"
      ])
    }))
})

describe("what has no effect as it is written", () => {
  it.effect("is reported", () =>
    Effect.gen(function*() {
      const { findings } = yield* loadFiles({
        "a.json": minimal({
          paths: { "/a": { GET: {}, get: { operationId: 7, responses } } },
          components: { schemas: { A: { type: "object", required: true, minLength: "1", properties: { required: { required: true }, type: { type: "string" } } } } }
        })
      })
      assert.deepStrictEqual(findings.map((one) => one.pointer), [
        "#/paths/~1a/GET",
        "#/paths/~1a/get/operationId",
        "#/components/schemas/A/required",
        "#/components/schemas/A/minLength",
        "#/components/schemas/A/properties/required/required"
      ])
    }))
})

describe("a local reference", () => {
  it.effect.each([
    ["#/components/schemas/Gone", "this document has no"],
    ["#/components/schemas/A/properties/gone", "this document has no"],
    ["#nowhere", "this document has no"],
    ["#/paths/0", "this document has no"],
    ["#/components/schemas/toString", "this document has no"]
  ] as const)("%s to nothing is an error at the reference", ([$ref, problem]) =>
    Effect.gen(function*() {
      const error = yield* failure({ "a.json": answering({ $ref }, { components: { schemas: { A: { type: "object" } } } }) })
      assert.include(error.problem, problem)
      assert.strictEqual(error.pointer, "#/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
      assert.isAbove(error.line ?? 0, 1)
    }))

  it.effect("in a circle is an error", () =>
    Effect.gen(function*() {
      for (const schemas of [{ A: { $ref: "#/components/schemas/A" } }, { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/C", description: "x" }, C: { $ref: "#/components/schemas/B" } }]) {
        assert.include((yield* failure({ "a.json": minimal({ components: { schemas } }) })).problem, "leads only back to itself")
      }
    }))

  it.effect("may lead into another of its own kind, however it is written", () =>
    Effect.gen(function*() {
      const schemas = { "A b": { type: "object", properties: { "x/y": { type: "string" }, self: { $ref: "#/components/schemas/A%20b" } } } }
      const { document } = yield* loadFiles({ "a.json": answering({ $ref: "#/components/schemas/A%20b/properties/x~1y" }, { components: { schemas } }) })
      assert.deepStrictEqual(document, JSON.parse(JSON.stringify(answering({ $ref: "#/components/schemas/A%20b/properties/x~1y" }, { components: { schemas } }))) as never)
    }))

  it.effect("by anchor and by $id becomes a pointer", () =>
    Effect.gen(function*() {
      const schemas = { A: { $anchor: "here", type: "string" }, B: { $id: "https://example.com/b", type: "object", properties: { c: { type: "integer" } } } }
      const { document } = yield* loadFiles({
        "a.json": { ...answering({ oneOf: [{ $ref: "#here" }, { $ref: "https://example.com/b" }, { $ref: "https://example.com/b#/properties/c" }] }, { components: { schemas } }), openapi: "3.1.0" }
      })
      assert.deepStrictEqual(JSON.stringify(document).match(/"\$ref":"[^"]*"/g), [
        "\"$ref\":\"#/components/schemas/A\"",
        "\"$ref\":\"#/components/schemas/B\"",
        "\"$ref\":\"#/components/schemas/B/properties/c\""
      ])
    }))

  it.effect("of a path item is put in its place, with what stands beside it", () =>
    Effect.gen(function*() {
      const get = { operationId: "a", responses }
      const { document } = yield* loadFiles({
        "a.json": minimal({ paths: { "/a": { get }, "/b": { $ref: "#/paths/~1a", summary: "b" }, "/c": { $ref: "#/paths/~1b", post: { responses } } } })
      })
      assert.deepStrictEqual(document["paths"], { "/a": { get }, "/b": { get, summary: "b" }, "/c": { get, summary: "b", post: { responses } } } as never)
    }))
})

describe("reading", () => {
  it.effect("changes nothing in a document whose references are all its own", () =>
    Effect.gen(function*() {
      const given = answering({ $ref: "#/components/schemas/A" }, { components: { schemas: { A: { discriminator: { propertyName: "k", mapping: { a: "#/components/schemas/A", b: "A" } } } } } })
      const { document, findings, source } = yield* loadFiles({ "sms.v1.json": given })
      assert.deepStrictEqual({ document, findings, source }, { document: JSON.parse(JSON.stringify(given)) as never, findings: [], source: "sms.v1.json" })
    }))
})
