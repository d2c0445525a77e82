/** Swagger 2.0 as OpenAPI 3.0: construct by construct, as the two standards have it. */
import { describe, expect, it } from "vitest"
import type { Json, JsonObject } from "../../src/internal/json.js"
import { upgrade } from "../../src/internal/upgrade/upgrade.js"
import { traps } from "./traps.js"

const of = (more: object): JsonObject => ({ swagger: "2.0", info: { title: "t", version: "1" }, paths: {}, ...more } as JsonObject)

const operation = (more: object, document: object = {}): Json => {
  const { document: upgraded } = upgrade(of({ paths: { "/a": { post: { responses: { 204: { description: "ok" } }, ...more } } }, ...document }))
  return ((upgraded["paths"] as JsonObject)["/a"] as JsonObject)["post"]!
}

const parameter = (more: object): Json => ((operation({ parameters: [{ name: "p", in: "query", type: "string", ...more }] }) as JsonObject)["parameters"] as ReadonlyArray<Json>)[0]!

const schema = (given: object): Json => {
  const { document } = upgrade(of({ definitions: { A: given } }))
  return ((document["components"] as JsonObject)["schemas"] as JsonObject)["A"]!
}

const reasons = (document: object): ReadonlyArray<string> => upgrade(of(document)).findings.map(({ kind, pointer }) => `${kind} ${pointer}`)

describe("servers", () => {
  it.each([
    [{ host: "api.test", basePath: "/v1/", schemes: ["http", "https"] }, [{ url: "https://api.test/v1" }, { url: "http://api.test/v1" }]],
    [{ host: "api.test", schemes: ["http"] }, [{ url: "http://api.test" }]],
    [{ host: "api.test:8443", basePath: "/" }, [{ url: "https://api.test:8443" }]],
    [{ basePath: "/v1" }, [{ url: "/v1" }]],
    [{}, undefined]
  ])("%j", (given, servers) => {
    expect(upgrade(of(given)).document["servers"]).toEqual(servers)
  })

  it("of an operation with schemes of its own", () => {
    expect(operation({ schemes: ["http", "ws"] }, { host: "api.test", schemes: ["https"] })).toMatchObject({ servers: [{ url: "http://api.test" }] })
    expect(reasons({ host: "a", paths: { "/a": { get: { schemes: ["ws"], responses: {} } } } })).toEqual(["ignored #/paths/~1a/get/schemes"])
  })
})

describe("a parameter", () => {
  it.each([
    [{ type: "integer", format: "int32", minimum: 1, exclusiveMinimum: true, default: 2, description: "d", required: true }, { name: "p", in: "query", required: true, description: "d", schema: { type: "integer", format: "int32", minimum: 1, exclusiveMinimum: true, default: 2 } }],
    [{ "type": "string", "enum": ["a"], "x-nullable": true, "x-own": 1 }, { "name": "p", "in": "query", "x-own": 1, "schema": { type: "string", enum: ["a"], nullable: true } }],
    [{ in: "path" }, { name: "p", in: "path", required: true, schema: { type: "string" } }],
    [{ type: "array", items: { type: "string" } }, { name: "p", in: "query", style: "form", explode: false, schema: { type: "array", items: { type: "string" } } }],
    [{ type: "array", items: { type: "string" }, collectionFormat: "ssv" }, { name: "p", in: "query", style: "spaceDelimited", explode: false, schema: { type: "array", items: { type: "string" } } }],
    [{ type: "array", items: { type: "string" }, collectionFormat: "pipes" }, { name: "p", in: "query", style: "pipeDelimited", explode: false, schema: { type: "array", items: { type: "string" } } }],
    [{ type: "array", items: { type: "string" }, collectionFormat: "multi" }, { name: "p", in: "query", style: "form", explode: true, schema: { type: "array", items: { type: "string" } } }],
    [{ in: "header", type: "array", items: { type: "integer" }, collectionFormat: "csv" }, { name: "p", in: "header", style: "simple", schema: { type: "array", items: { type: "integer" } } }]
  ])("%j", (given, expected) => {
    expect(parameter(given)).toEqual(expected)
  })

  it.each([
    [{ type: "array", items: { type: "string" }, collectionFormat: "tsv" }, "weakened #/paths/~1a/get/parameters/0/collectionFormat"],
    [{ in: "path", type: "array", items: { type: "string" }, collectionFormat: "multi" }, "weakened #/paths/~1a/get/parameters/0/collectionFormat"],
    [{ type: "array", items: { type: "array", collectionFormat: "pipes", items: { type: "string" } } }, "weakened #/paths/~1a/get/parameters/0/items/collectionFormat"],
    [{ allowEmptyValue: true }, "ignored #/paths/~1a/get/parameters/0/allowEmptyValue"]
  ])("that 3.0 has no words for is reported: %j", (given, finding) => {
    expect(reasons({ paths: { "/a": { get: { parameters: [{ name: "p", in: "query", type: "string", ...given }], responses: {} } } } })).toEqual([finding])
  })

  it("by reference stays one", () => {
    const document = upgrade(of({ parameters: { P: { name: "p", in: "query", type: "string" } }, paths: { "/a": { parameters: [{ $ref: "#/parameters/P" }] } } })).document
    expect(document["paths"]).toEqual({ "/a": { parameters: [{ $ref: "#/components/parameters/P" }] } })
    expect(document["components"]).toEqual({ parameters: { P: { name: "p", in: "query", schema: { type: "string" } } } })
  })
})

describe("a body", () => {
  const body = { name: "b", in: "body", required: true, description: "d", schema: { $ref: "#/definitions/A" } }
  const A = { $ref: "#/components/schemas/A" }

  it.each([
    [{}, {}, ["application/json"]],
    [{}, { consumes: ["application/xml"] }, ["application/xml"]],
    [{ consumes: ["application/json", "text/plain"] }, { consumes: ["application/xml"] }, ["application/json", "text/plain"]],
    [{ consumes: [] }, { consumes: ["application/xml"] }, ["application/json"]]
  ])("of %j in %j has the media types %j", (own, shared, media) => {
    expect(operation({ ...own, parameters: [body] }, shared)).toMatchObject({ requestBody: { description: "d", required: true, content: Object.fromEntries(media.map((one) => [one, { schema: A }])) } })
    expect(operation({ ...own, parameters: [body] }, shared)).not.toHaveProperty("parameters")
  })

  it("by reference is a component, unless the operation takes other media types", () => {
    expect(operation({ parameters: [{ $ref: "#/parameters/B" }] }, { parameters: { B: body } })).toMatchObject({ requestBody: { $ref: "#/components/requestBodies/B" } })
    expect(operation({ consumes: ["text/plain"], parameters: [{ $ref: "#/parameters/B" }] }, { parameters: { B: body } })).toMatchObject({ requestBody: { content: { "text/plain": { schema: A } } } })
    expect(upgrade(of({ parameters: { B: body } })).document["components"]).toEqual({ requestBodies: { B: { description: "d", required: true, content: { "application/json": { schema: A } } } } })
  })

  it("of a path is each operation's that has none of its own", () => {
    const { document } = upgrade(of({ paths: { "/a": { parameters: [{ ...body, schema: { type: "string" } }], put: { responses: {} }, post: { parameters: [body], responses: {} } } } }))
    expect(document["paths"]).toMatchObject({ "/a": { put: { requestBody: { content: { "application/json": { schema: { type: "string" } } } } }, post: { requestBody: { content: { "application/json": { schema: A } } } } } })
    expect((document["paths"] as JsonObject)["/a"]).not.toHaveProperty("parameters")
  })
})

describe("a form", () => {
  const fields = [
    { name: "text", in: "formData", type: "string", required: true, description: "d" },
    { name: "list", in: "formData", type: "array", items: { type: "integer" }, collectionFormat: "multi" }
  ]
  const file = { name: "file", in: "formData", type: "file" }
  const properties = { text: { type: "string", description: "d" }, list: { type: "array", items: { type: "integer" } } }

  it("is urlencoded where nothing else is said", () => {
    expect(operation({ parameters: fields })).toMatchObject({
      requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema: { type: "object", properties, required: ["text"] }, encoding: { list: { style: "form", explode: true } } } } }
    })
  })

  it("is of the media types that are forms", () => {
    expect(Object.keys(((operation({ consumes: ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"], parameters: fields }) as JsonObject)["requestBody"] as JsonObject)["content"] as object)).toEqual(["multipart/form-data", "application/x-www-form-urlencoded"])
  })

  it.each([[[]], [["application/x-www-form-urlencoded"]], [["application/json"]], [["multipart/form-data", "application/x-www-form-urlencoded"]]])("with a file is multipart, whatever %j says", (consumes) => {
    const { requestBody } = operation({ consumes, parameters: [...fields, file] }) as { readonly requestBody: JsonObject }
    expect(requestBody).toEqual({ required: true, content: { "multipart/form-data": { schema: { type: "object", properties: { ...properties, file: { type: "string", format: "binary" } }, required: ["text"] } } } })
  })

  it("reports a list that multipart cannot write, and fields beside a body", () => {
    const list = { name: "l", in: "formData", type: "array", items: { type: "string" } }
    expect(reasons({ paths: { "/a": { post: { consumes: ["multipart/form-data"], parameters: [list], responses: {} } } } })).toEqual(["weakened #/paths/~1a/post/parameters/0/collectionFormat"])
    expect(reasons({ paths: { "/a": { post: { parameters: [{ name: "b", in: "body", schema: {} }, list], responses: {} } } } })).toEqual(["ignored #/paths/~1a/post/parameters/1"])
  })
})

describe("an answer", () => {
  const answer = (more: object, document: object = {}): Json => ((operation({ ...more }, document) as JsonObject)["responses"] as JsonObject)["200"]!

  it("has its schema in the media types that are produced, with their examples", () => {
    expect(answer({ produces: ["application/json", "application/xml"], responses: { 200: { description: "ok", schema: { type: "string" }, examples: { "application/json": "x" }, headers: { "X-A": { type: "array", items: { type: "string" }, description: "h" } } } } })).toEqual({
      description: "ok",
      headers: { "X-A": { description: "h", schema: { type: "array", items: { type: "string" } } } },
      content: { "application/json": { schema: { type: "string" }, example: "x" }, "application/xml": { schema: { type: "string" } } }
    })
    expect(answer({ responses: { 200: { description: "ok", schema: {} } } })).toMatchObject({ content: { "application/json": {} } })
    expect(answer({ responses: { 200: { description: "ok" } } }, { produces: ["application/json"] })).toEqual({ description: "ok" })
  })

  it("that is a file is bytes", () => {
    const file = { 200: { description: "ok", schema: { type: "file" } } }
    const binary = { schema: { type: "string", format: "binary" } }
    expect(answer({ produces: ["image/png"], responses: file })).toMatchObject({ content: { "image/png": binary } })
    expect(answer({ responses: file })).toMatchObject({ content: { "application/octet-stream": binary } })
    expect(answer({ produces: ["application/json"], responses: file })).toMatchObject({ content: { "application/octet-stream": binary } })
  })

  it("by reference stays one", () => {
    expect(answer({ responses: { 200: { $ref: "#/responses/R" } } }, { responses: { R: { description: "r", schema: { type: "string" } } }, produces: ["text/plain"] })).toEqual({ $ref: "#/components/responses/R" })
    expect(upgrade(of({ responses: { R: { description: "r", schema: { type: "string" } } }, produces: ["text/plain"] })).document["components"]).toEqual({ responses: { R: { description: "r", content: { "text/plain": { schema: { type: "string" } } } } } })
  })
})

describe("a schema", () => {
  it.each([
    [{ "type": "string", "x-nullable": true }, { type: "string", nullable: true }],
    [{ type: ["string", "null"] }, { type: "string", nullable: true }],
    [{ type: ["string"] }, { type: "string" }],
    [{ type: ["string", "integer"], description: "d" }, { anyOf: [{ type: "string" }, { type: "integer" }], description: "d" }],
    [{ type: ["string", "integer"], anyOf: [{ minimum: 1 }] }, { anyOf: [{ minimum: 1 }], allOf: [{ anyOf: [{ type: "string" }, { type: "integer" }] }] }],
    [{ type: "null" }, { nullable: true, enum: [null] }],
    [{ type: "file" }, { type: "string", format: "binary" }],
    [{ type: "object", discriminator: "kind", properties: { kind: { type: "string" } } }, { type: "object", discriminator: { propertyName: "kind" }, properties: { kind: { type: "string" } } }],
    [{ $ref: "#/definitions/B~1C/properties/x" }, { $ref: "#/components/schemas/B~1C/properties/x" }],
    [{ "$ref": "#/definitions/B", "x-nullable": true }, { nullable: true, allOf: [{ $ref: "#/components/schemas/B" }] }],
    [{ properties: { "x-nullable": { "type": "string", "x-nullable": true }, "type": { type: "integer" } } }, { properties: { "x-nullable": { type: "string", nullable: true }, "type": { type: "integer" } } }],
    [{ allOf: [{ $ref: "#/definitions/B" }], additionalProperties: { $ref: "#/definitions/B" }, items: { $ref: "#/definitions/B" } }, { allOf: [{ $ref: "#/components/schemas/B" }], additionalProperties: { $ref: "#/components/schemas/B" }, items: { $ref: "#/components/schemas/B" } }],
    [{ readOnly: true, example: { $ref: "#/definitions/B" }, enum: [{ type: "file" }], default: { type: ["a"] } }, { readOnly: true, example: { $ref: "#/definitions/B" }, enum: [{ type: "file" }], default: { type: ["a"] } }],
    [{ type: "integer", minimum: 1, exclusiveMinimum: true }, { type: "integer", minimum: 1, exclusiveMinimum: true }]
  ])("%j", (given, expected) => {
    expect(schema(given)).toEqual(expected)
  })

  it("that stands in the middle of a path's description is made a component", () => {
    const inline = { type: "object", properties: { self: { $ref: "#/paths/~1a/post/parameters/0/schema" } } }
    const { document } = upgrade(of({ paths: { "/a": { post: { parameters: [{ name: "b", in: "body", schema: inline }], responses: {} } }, "/b": { post: { parameters: [{ name: "b", in: "body", schema: { $ref: "#/paths/~1a/post/parameters/0/schema" } }], responses: {} } } } }))
    const ref = { $ref: "#/components/schemas/paths_a_post_parameters_0_schema" }
    expect(document["components"]).toEqual({ schemas: { paths_a_post_parameters_0_schema: { type: "object", properties: { self: ref } } } })
    expect(document["paths"]).toMatchObject({ "/b": { post: { requestBody: { content: { "application/json": { schema: ref } } } } } })
  })
})

describe("security", () => {
  it.each([
    [{ type: "basic", description: "d" }, { type: "http", scheme: "basic", description: "d" }],
    [{ type: "apiKey", in: "header", name: "X-Key" }, { type: "apiKey", in: "header", name: "X-Key" }],
    [{ type: "oauth2", flow: "implicit", authorizationUrl: "a", scopes: { s: "d" } }, { type: "oauth2", flows: { implicit: { authorizationUrl: "a", scopes: { s: "d" } } } }],
    [{ type: "oauth2", flow: "password", tokenUrl: "t" }, { type: "oauth2", flows: { password: { tokenUrl: "t", scopes: {} } } }],
    [{ type: "oauth2", flow: "application", tokenUrl: "t", scopes: {} }, { type: "oauth2", flows: { clientCredentials: { tokenUrl: "t", scopes: {} } } }],
    [{ "type": "oauth2", "flow": "accessCode", "authorizationUrl": "a", "tokenUrl": "t", "scopes": {}, "x-own": 1 }, { "type": "oauth2", "flows": { authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes: {} } }, "x-own": 1 }]
  ])("%j", (given, expected) => {
    expect(upgrade(of({ securityDefinitions: { S: given } })).document["components"]).toEqual({ securitySchemes: { S: expected } })
  })

  it("of an unknown flow is reported", () => {
    expect(reasons({ securityDefinitions: { S: { type: "oauth2", flow: "toString" } } })).toEqual(["weakened #/securityDefinitions/S/flow"])
  })
})

describe("all of it", () => {
  it("keeps what is the same, and reports what is unknown", () => {
    const given = { "tags": [{ name: "t" }], "security": [{ S: [] }], "externalDocs": { url: "u" }, "x-own": { $ref: "x" }, "unknown": 1, "paths": { "x-p": 1, "/a": { "x-i": 2, "get": { "operationId": "o", "tags": ["t"], "summary": "s", "deprecated": true, "security": [], "x-o": 3, "strange": 4, "responses": {} } } } }
    const { document, findings } = upgrade(of(given))
    expect(document).toEqual({
      "openapi": "3.0.3", "info": { title: "t", version: "1" }, "tags": [{ name: "t" }], "security": [{ S: [] }], "externalDocs": { url: "u" }, "x-own": { $ref: "x" }, "components": {},
      "paths": { "x-p": 1, "/a": { "x-i": 2, "get": { "operationId": "o", "tags": ["t"], "summary": "s", "deprecated": true, "security": [], "x-o": 3, "responses": {} } } }
    })
    expect(findings.map((one) => one.pointer)).toEqual(["#/unknown", "#/paths/~1a/get/strange"])
  })

  it("changes nothing in what it is given", () => {
    const before = JSON.stringify(traps)
    upgrade(traps)
    expect(JSON.stringify(traps)).toBe(before)
  })

  it("has names of JavaScript for keys like any other", () => {
    const definitions = JSON.parse("{\"__proto__\": {\"type\": \"object\", \"properties\": {\"__proto__\": {\"type\": \"string\"}, \"constructor\": {\"type\": [\"string\", \"null\"]}}}}") as object
    const { document } = upgrade(of({ definitions }))
    expect(JSON.stringify(document["components"])).toBe("{\"schemas\":{\"__proto__\":{\"properties\":{\"__proto__\":{\"type\":\"string\"},\"constructor\":{\"type\":\"string\",\"nullable\":true}},\"type\":\"object\"}}}")
  })
})
