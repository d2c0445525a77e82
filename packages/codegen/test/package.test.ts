/** Whole packages: their own tests compile, whatever the document asks for. */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Effect } from "effect"
import * as Fs from "node:fs"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import * as Path from "node:path"
import { describe, expect, it } from "vitest"
import { Generator } from "../src/index.js"
import { compileFolder } from "./support/compile.js"
import { generatedRoot } from "./support/generated.js"

const root = Path.join(generatedRoot, "package")

const answer = { "200": { description: "an answer", content: { "application/json": { schema: { type: "integer" } } } } }

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const object = (properties: object) => ({ type: "object", properties })

const ok = (schema: object) => ({ "200": { description: "an answer", content: { "application/json": { schema } } } })

const numbers = Array.from({ length: 12 }, (_, n) => n)

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
  // September has no 31st.
  noDay: {
    paths: { "/a": { get: { operationId: "find", responses: ok(object({ at: { type: "string", format: "date-time", example: "2021-09-31T15:52:25.573Z" } })) } } }
  },
  examples: {
    paths: { "/a": { post: { operationId: "add", requestBody: { content: { "application/json": { schema: { type: "object", properties: { at: { type: "string", format: "date-time", nullable: true, example: "2025-10-15T13:51:36.332Z" } } } } } }, responses: answer } } }
  },
  // No value that could be made has both patterns, and so deep their schemas are not merged: there is none to send.
  contradicting: {
    paths: { "/a": { post: { operationId: "add", requestBody: { required: true, content: { "application/json": { schema: { allOf: ["/a", "/b"].map((pattern) => object({ a: object({ b: object({ c: object({ link: { type: "string", pattern, example: `/x${pattern}` } }) }) }) })) } } } }, responses: answer } } }
  },
  spelled: {
    paths: { "/a place/{id}/é^%2F": { get: { operationId: "find", parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], responses: answer } } }
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
  // Each schema is misread by openapi-typescript, unless it is said in another way.
  misread: {
    paths: {
      "/a/{undeclared}": { get: { operationId: "find", responses: ok(ref("Empty")) } },
      "/elsewhere": { get: { operationId: "elsewhere", responses: ok({ $ref: "#/components/responses/Elsewhere" }) } },
      "/inner": { get: { operationId: "inner", responses: ok({ $ref: "#/components/schemas/Outer/definitions/inner" }) } }
    },
    components: {
      responses: { Elsewhere: { description: "not a schema" } },
      schemas: {
        Outer: { type: "object", definitions: { inner: object({ again: { $ref: "#/components/schemas/Outer/definitions/inner" } }) }, properties: { inner: { $ref: "#/components/schemas/Outer/definitions/inner" } } },
        Empty: { properties: {} },
        Closed: { type: "object", additionalProperties: false },
        List: { items: { type: "string" } },
        NoType: { required: ["a"] },
        NoProperties: { type: "object", required: ["a"] },
        Nullable: object({ base: { $ref: "#/components/schemas/Base", nullable: true } }),
        Choice: { properties: { id: { type: "string" } }, anyOf: [object({ a: { type: "string" } }), object({ b: { type: "string" } })] },
        BesideRef: { allOf: [{ type: "object", required: ["location"] }, { ...ref("Base"), ...object({ location: { type: "string" } }) }] },
        Twice: { oneOf: [object({ a: { type: "string" } }), object({ a: { type: "string" } })] },
        Typeless: { type: { type: "string" } },
        OrNull: { ...object({ id: { type: "string" } }), required: ["id"], nullable: true },
        OfOrNull: { allOf: [ref("OrNull"), { type: "object", additionalProperties: true }] },
        Nested: { allOf: [object({ from: object({ email: { type: "string" } }) }), object({ from: { type: "object", required: ["email"] } })] },
        // One that requires what it forbids, alone and in an allOf of one.
        Slip: { ...object({ own: { type: "string" } }), required: ["own", "never"], additionalProperties: false },
        OfSlip: { allOf: [ref("Slip")], example: {} },
        Nowhere: { allOf: [ref("Base")], properties: { own: { type: "string" } }, required: ["own", "declared nowhere"] },
        Words: { allOf: [ref("Base"), { description: "Words." }] },
        OneOf: { ...object({ a: { type: "string" }, b: { type: "string" } }), anyOf: [{ required: ["a"] }, { required: ["b"] }] },
        Facet: { items: {}, oneOf: [{ type: "array", items: {} }, { type: "string" }] },
        Listed: { items: {}, nullable: true, enum: [""], oneOf: [{ type: "array", items: {} }, { type: "string" }] },
        Mismatch: { type: "integer", enum: ["1", "2"] },
        AnyItems: { items: { type: "object" }, oneOf: [{ type: "array", items: {} }, { type: "string" }] },
        Items: { items: { type: "string" }, oneOf: [{ type: "array" }, { type: "string" }] },
        NullAlone: object({ a: { allOf: [{ nullable: true }, ref("Base")] }, b: { allOf: [{ nullable: true }, { type: "string", enum: ["a"] }] } }),
        Extended: { allOf: [ref("Base"), object({ more: { type: "string" } })] },
        Latest: { allOf: [ref("Extended"), { ...object({ own: { type: "string" } }), required: ["id", "more", "own"] }] },
        Later: { allOf: [ref("Base"), { ...object({ own: { type: "string" } }), required: ["id", "own"] }] },
        Requiring: { required: ["a", "b"], oneOf: [object({ a: { type: "string" } }), object({ a: { type: "integer" }, b: { type: "string" } }), ref("Base")] },
        Forgotten: object({ a: { type: ["null", "integer", "string"], oneOf: [{ type: "integer" }, { type: "string" }] }, b: { type: ["null", "string", "array"], oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] } }),
        Bounded: { type: "integer", anyOf: [{ minimum: -90 }, { maximum: 90 }] },
        Beside: { allOf: [ref("Base")], anyOf: [object({ a: { type: "string" } }), object({ b: { type: "string" } })] },
        Lists: { allOf: [{ ...object({ a: { type: "string" } }), nullable: true }, { type: "object", nullable: true }].map((items) => object({ list: { type: "array", items } })) },
        Deleted: { ...object({ a: { type: "string" }, b: { type: "string" } }), type: ["object", "null"], anyOf: [{ required: ["a"] }, { required: ["b"] }, { type: "object", maxProperties: 0 }] },
        Unlisted: object({ a: { type: ["string", "null"], enum: ["a", "b"] } }),
        Nothing: { type: "null", oneOf: [{ type: "string" }, { type: "array", items: ref("Nothing") }] },
        Fields: object({ discriminator: object({ example: { type: "string" }, default: { type: "string" } }) }),
        Base: object({ id: { type: "string" } }),
        Kinds: { ...object({ kind: { type: "string" } }), required: ["kind"], discriminator: { propertyName: "kind", mapping: { one: "#/components/schemas/Kind" } } },
        Kind: { allOf: [ref("Kinds"), object({ more: { type: "string" } })] },
        Holder: object({ kind: ref("Kinds") })
      }
    }
  },
  files: {
    paths: {
      "/a": { post: { operationId: "form", requestBody: { content: { "multipart/form-data": { schema: ref("Form") } } }, responses: answer } },
      "/b": { post: { operationId: "text", requestBody: { content: { "application/json": { schema: ref("Text") } } }, responses: ok(ref("Text")) } }
    },
    components: { schemas: { Form: { allOf: [ref("Common")] }, Text: { allOf: [ref("Common"), { properties: { more: { type: "string", format: "binary" } } }] }, Common: { properties: { file: { type: "string", format: "binary" } } } } }
  },
  // A sample with each schema in each would never be made.
  entangled: {
    paths: { "/a": { post: { operationId: "tangle", requestBody: { content: { "application/json": { schema: ref("N0") } } }, responses: ok({ anyOf: [ref("Tree"), ref("N0")] }) } } },
    components: {
      schemas: {
        Tree: { ...object({ left: { nullable: true, allOf: [ref("Tree")] }, at: { type: "string", format: "date-time" } }), required: ["left", "at"] },
        ...Object.fromEntries(numbers.map((n) => [`N${n}`, object({ at: { type: "string", format: "date-time" }, choice: { anyOf: [ref("N0"), object({ when: { type: "string", format: "date-time" }, back: ref("N0") })] }, ...Object.fromEntries(numbers.map((to) => [`n${to}`, ref(`N${to}`)])) })]))
      }
    }
  },
  // What becomes a value of another kind has rules as the text that it is.
  secrets: {
    paths: {
      "/a": {
        post: {
          operationId: "register",
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  ...object({
                    password: { type: "string", format: "password", minLength: 8, pattern: "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)\\S*$" },
                    pin: { type: "string", format: "password", maxLength: 4 },
                    key: { type: "string", format: "byte", minLength: 44 }
                  }),
                  required: ["password", "pin"]
                }
              }
            }
          },
          responses: answer
        }
      }
    }
  },
  // A caller without a token says where, and a test too.
  relative: {
    servers: [{ url: "/v1" }],
    paths: { "/a": { get: { operationId: "find", responses: answer } }, "/b": { post: { operationId: "add", requestBody: { content: { "application/json": { schema: { type: "string" } } } }, responses: answer } } }
  },
  clear: {
    servers: [{ url: "http://{host}/v1", variables: { host: { default: "example.com" } } }],
    security: [{ key: [] }],
    paths: { "/a": { get: { operationId: "find", parameters: [{ name: "q", in: "query", schema: { type: "string" } }], responses: answer } }, "/b": { servers: [{ url: "http://localhost:8080" }], get: { operationId: "local", responses: answer } } },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } }
  },
  answers: {
    paths: {
      "/retried": { get: { operationId: "retried", responses: { ...answer, ...Object.fromEntries(["408", "500", "503"].map((status) => [status, ok({ type: "string" })["200"]])) } } },
      "/none": {
        get: { operationId: "none", responses: { "204": ok({ type: "object" })["200"] } },
        put: { operationId: "reset", responses: { "205": ok({ type: "object" })["200"] } },
        head: { operationId: "head", responses: { ...ok({ type: "object" }), "404": ok({ type: "string" })["200"] } }
      },
      "/query?kind=a&name={name}": { get: { operationId: "query", parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }], responses: answer } },
      "/fragment#{kind}": { get: { operationId: "fragment", parameters: [{ name: "kind", in: "path", required: true, schema: { type: "string", enum: ["", "b"] } }], responses: answer } },
      "/{kind}": { get: { operationId: "kind", parameters: [{ name: "kind", in: "path", required: true, schema: { type: "string", enum: ["", "b"] } }], responses: answer } },
      "/filled": { get: { operationId: "filled", responses: ok({ ...object({ a: { type: "integer" }, b: { type: "integer", default: 5 } }), example: { a: 1 } }) } }
    }
  },
  stream: {
    paths: { "/a": { get: { operationId: "watch", responses: { "200": { description: "events", content: { "text/event-stream": { schema: { type: "string" } } } } } } } }
  },
  choices: {
    paths: {
      "/a": {
        post: {
          operationId: "choose",
          requestBody: {
            content: {
              "application/json": {
                schema: object({
                  either: { oneOf: [{ ...object({ a: { type: "string" } }), minProperties: 1 }, { ...object({ b: { type: "array", items: { type: "string" } } }), minProperties: 1 }] },
                  closed: { oneOf: [object({ a: { type: "string" } }), { ...object({ b: { type: "string" } }), additionalProperties: false }] }
                })
              }
            }
          },
          responses: answer
        },
        // A secret that keeps its bounds keeps no choices apart.
        patch: {
          operationId: "sign",
          requestBody: { content: { "application/json": { schema: { oneOf: ["a", "b"].map((name) => object({ [name]: { type: "string" }, secret: { type: "string", format: "password", minLength: 8 } })) } } } },
          responses: answer
        },
        get: { operationId: "merge", responses: ok({ allOf: [{ type: "object", additionalProperties: { type: "string" } }, { anyOf: [{ ...object({ flag: { type: "boolean" } }), required: ["flag"] }, { ...object({ a: { type: "string" } }), required: ["a"] }] }] }) },
        // All that take an object give it their defaults.
        delete: { operationId: "either", responses: ok({ anyOf: [object({ a: object({ own: { type: "string" } }) }), object({ a: object({ other: { type: "boolean", default: true } }), b: { type: "boolean", default: true } }), { ...object({ c: { type: "boolean", default: true } }), required: ["d"] }] }) },
        put: { operationId: "upload", requestBody: { content: { "multipart/form-data": { schema: { type: "array", items: { type: "string" } } } } }, responses: answer }
      },
      "/b": {
        // What parts say that are choices themselves.
        get: { operationId: "pick", responses: ok({ allOf: [["at", "by"], ["from", "of"]].map((names) => ({ oneOf: names.map((name) => ({ ...object({ [name]: { type: "string", format: "date-time" } }), required: [name] })) })) }) }
      }
    }
  },
  // Members that do not say which value of the discriminator they are for.
  tagged: {
    paths: { "/a": { post: { operationId: "tag", requestBody: { content: { "application/json": { schema: ref("Holder") } } }, responses: ok(ref("Holder")) } } },
    components: {
      schemas: {
        Holder: object({ held: { oneOf: [ref("One"), ref("Two")], discriminator: { propertyName: "format" } } }),
        One: object({ format: { type: "string" }, one: { type: "string" } }),
        Two: object({ format: { type: "string" }, two: { type: "string" } })
      }
    }
  },
  // A path cannot be made of what answers alone may hold.
  unwritable: {
    paths: { "/a/{version}": { get: { operationId: "find", parameters: [{ name: "version", in: "path", required: true, schema: { type: "object", additionalProperties: false, properties: { major: { type: "integer", readOnly: true } } } }], responses: answer } } }
  },
  besideReferences: {
    openapi: "3.1.0",
    paths: { "/a": { get: { operationId: "find", responses: ok(ref("Holder")) } } },
    components: {
      schemas: {
        Holder: object({ kind: { ...ref("Kind"), enum: ["a"] }, base: { ...ref("Base"), ...object({ own: { type: "string" } }), required: ["id"] } }),
        Kind: { type: "string", enum: ["a", "b"] },
        Base: object({ id: { type: "string" } })
      }
    }
  },
  sameId: {
    paths: { "/a": { get: { operationId: "find", responses: ok({ type: "string" }) }, put: { operationId: "find", responses: ok({ type: "integer" }) } } }
  },
  // Signs that are neither escaped nor an escape in a URL, to those who take a name for a part of one.
  percents: {
    paths: {
      "/a/50%/{id%}/100%25": {
        get: {
          operationId: "find",
          parameters: [{ name: "id%", in: "path", required: true, schema: { type: "string" } }, { name: "7%", in: "query", schema: { type: "string", enum: ["a%", "!percent!"] } }],
          responses: ok({ ...object({ "50%": object({ "%": { type: "string", enum: ["x%", "y"] } }), "p%25": { type: "string" } }), required: ["50%", "p%25"] })
        }
      }
    }
  },
  unsampled: {
    paths: { "/a": { get: { operationId: "find", parameters: [{ name: "id", in: "query", required: true, schema: { type: "string", pattern: "^(?=a)b" } }], responses: answer } } }
  }
}

const generate = async (name: string, more: object): Promise<void> => {
  Fs.mkdirSync(root, { recursive: true })
  const document = Path.join(root, `${name}.json`)
  Fs.writeFileSync(document, JSON.stringify({ openapi: "3.0.3", info: { title: name, version: "1" }, servers: [{ url: "https://example.com" }], ...more }))
  const folder = Path.join(root, name)
  await Effect.runPromise(Generator.write({ document, name: "Api", package: true, allSchemas: true, packageName: `@acme/${name}` }, folder).pipe(
    Effect.provide(NodeContext.layer),
    Effect.provide(FetchHttpClient.layer)
  ))
  // What has no sample is left to the reader, as a comment.
  const [, example = ""] = /^```ts\n(.*?)^```$/ms.exec(Fs.readFileSync(Path.join(folder, "README.md"), "utf8")) ?? []
  if (!example.includes("/* … */")) Fs.writeFileSync(Path.join(folder, "test/readme.ts"), `${example.replace(`"@acme/${name}"`, "\"../src/index.js\"")}\nvoid program\n`)
}

it("nothing is fetched that only data refers to", async () => {
  const asked: Array<string | undefined> = []
  const server = Http.createServer((request, response) => {
    asked.push(request.url)
    response.end("{}")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  try {
    const $ref = `http://127.0.0.1:${(server.address() as AddressInfo).port}/example.json`
    const content = { "application/json": { schema: { type: "object", example: { $ref }, properties: { a: { type: "string", default: { $ref }, "x-more": { $ref } } } }, example: { $ref }, examples: { one: { externalValue: $ref } } } }
    await generate("remote", { paths: { "/a": { get: { operationId: "find", responses: { "200": { description: "an answer", content } } } } } })
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})

Fs.rmSync(root, { recursive: true, force: true })
for (const [name, more] of Object.entries(documents)) await generate(name, more)

describe("the tests of a package", () => {
  it("compile, and the READMEs' examples do, with keys, null in a parameter, examples of its own, a path that is no URL's, what openapi-typescript misreads, schemas within each other, and without a sample of anything", async () => {
    expect(Fs.readFileSync(Path.join(root, "unsampled/test/operations.test.ts"), "utf8")).toContain("it(\"loads\"")
    // What the first of each makes is no value of both, and a form is no list.
    expect(Fs.readFileSync(Path.join(root, "choices/test/operations.test.ts"), "utf8").match(/describe\("[a-z]+"/g)).toEqual(["describe(\"choose\"", "describe(\"either\"", "describe(\"pick\""])
    // Nobody takes declarations from a configuration.
    expect((await compileFolder(root)).filter((error) => !error.includes("vitest.config.ts"))).toEqual([])
  }, 120_000)

  for (const name of Object.keys(documents)) describe(name, async () => void await import(/* @vite-ignore */ Path.join(root, name, "test/operations.test.ts")))
})
