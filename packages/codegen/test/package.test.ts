/** Whole packages: their own tests compile, whatever the document asks for. */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Effect } from "effect"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { expect, it } from "vitest"
import { Generator } from "../src/index.js"
import { compileFolder } from "./support/compile.js"
import { generatedRoot } from "./support/generated.js"

const root = Path.join(generatedRoot, "package")

const answer = { "200": { description: "an answer", content: { "application/json": { schema: { type: "integer" } } } } }

const documents = {
  keys: {
    security: [{ key: [] }, { basic: [] }],
    paths: { "/a": { get: { operationId: "find", parameters: [{ name: "cursor", in: "query", schema: { type: "string", nullable: true } }], responses: answer } } },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, basic: { type: "http", scheme: "basic" } } }
  },
  required: {
    security: [{ "a key": [] }],
    paths: { "/a": { get: { operationId: "find", responses: answer } } },
    components: { securitySchemes: { "a key": { type: "apiKey", in: "query", name: "key" } } }
  },
  examples: {
    paths: { "/a": { post: { operationId: "add", requestBody: { content: { "application/json": { schema: { type: "object", properties: { at: { type: "string", format: "date-time", nullable: true, example: "2025-10-15T13:51:36.332Z" } } } } } }, responses: answer } } }
  },
  undeclared: {
    paths: { "/a": { get: { operationId: "find", responses: { "200": { description: "a page", content: { "application/json": { schema: { $ref: "#/components/schemas/Shops" } } } } } } } },
    components: {
      schemas: {
        Page: { type: "object", required: ["items", "total"], properties: { total: { type: "integer" } } },
        Shops: { allOf: [{ $ref: "#/components/schemas/Page" }, { type: "object", properties: { items: { type: "array", items: { type: "string" } } } }] }
      }
    }
  },
  unsampled: {
    paths: { "/a": { get: { operationId: "find", parameters: [{ name: "id", in: "query", required: true, schema: { type: "string", pattern: "^(?=a)b" } }], responses: answer } } }
  }
}

it("the tests of a package compile, with keys, null in a parameter, examples of its own, what is required and not declared, and without a sample of anything", async () => {
  Fs.rmSync(root, { recursive: true, force: true })
  Fs.mkdirSync(root, { recursive: true })
  for (const [name, more] of Object.entries(documents)) {
    const document = Path.join(root, `${name}.json`)
    Fs.writeFileSync(document, JSON.stringify({ openapi: "3.0.3", info: { title: name, version: "1" }, servers: [{ url: "https://example.com" }], ...more }))
    await Effect.runPromise(Generator.write({ document, name: "Api", package: true, packageName: `@acme/${name}` }, Path.join(root, name)).pipe(
      Effect.provide(NodeContext.layer),
      Effect.provide(FetchHttpClient.layer)
    ))
  }
  expect(Fs.readFileSync(Path.join(root, "unsampled/test/operations.test.ts"), "utf8")).toContain("it(\"loads\"")
  // Nobody takes declarations from a configuration.
  expect((await compileFolder(root)).filter((error) => !error.includes("vitest.config.ts"))).toEqual([])
}, 120_000)
