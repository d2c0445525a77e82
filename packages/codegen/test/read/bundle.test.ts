/** Several files as one document, and where references may not lead. */
import { assert, describe, it } from "@effect/vitest"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { fileURLToPath } from "node:url"
import type { JsonObject } from "../../src/internal/json.js"
import { canonicalText } from "../../src/internal/json.js"
import { limits } from "../../src/internal/read/limits.js"
import { load } from "../../src/internal/read/load.js"
import { answering, type Content, failure, folderOf, loadFiles, minimal, network, withPlatform } from "./workspace.js"

const schemasOf = (document: JsonObject): JsonObject => (document["components"] as JsonObject | undefined)?.["schemas"] as JsonObject

const plain = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never

/** The schema of the only answer of `answering`. */
const answerOf = (document: JsonObject): unknown => {
  const paths = document["paths"] as { readonly [path: string]: { readonly get: { readonly responses: { readonly [status: string]: { readonly content: { readonly [media: string]: { readonly schema: unknown } } } } } } }
  return paths["/a"]!.get.responses["200"]!.content["application/json"]!.schema
}

describe("a reference to another file", () => {
  it.effect("becomes a component of the same name, with all that it refers to", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": answering({ $ref: "./common/x.yaml#/components/schemas/Y" }),
        "common/x.yaml": { components: { schemas: { Y: { type: "object", properties: { z: { $ref: "#/components/schemas/Z" }, w: { $ref: "../other.json#/$defs/W" } } }, Z: { type: "string" }, Unused: 7 } } },
        "other.json": { $defs: { W: { type: "array", items: { $ref: "#/$defs/W" } } } }
      })
      assert.deepStrictEqual(answerOf(document), { $ref: "#/components/schemas/Y" })
      assert.deepStrictEqual(schemasOf(document), {
        Y: { type: "object", properties: { z: { $ref: "#/components/schemas/Z" }, w: { $ref: "#/components/schemas/W" } } },
        Z: { type: "string" },
        W: { type: "array", items: { $ref: "#/components/schemas/W" } }
      })
    }))

  it.effect("is followed in whatever it may be of", () =>
    Effect.gen(function*() {
      const ref = (what: string) => ({ $ref: `p.yaml#/${what}` })
      const { document } = yield* loadFiles({
        "a.yaml": minimal({
          paths: {
            "/a": {
              post: {
                parameters: [ref("param")],
                requestBody: ref("body"),
                responses: { 200: ref("answer"), 201: { description: "x", headers: { H: ref("header") }, links: { L: ref("link") } } },
                callbacks: { C: ref("callback") }
              }
            },
            "/b": ref("item")
          },
          components: { securitySchemes: { S: ref("security") } }
        }),
        "p.yaml": {
          param: { name: "p", in: "query", schema: { type: "string" } },
          body: { content: { "application/json": { schema: {}, examples: { E: { $ref: "#/example" } } } } },
          answer: { description: "ok", content: { "application/json": { schema: { type: "string" }, examples: { F: { externalValue: "http://127.0.0.1:9/x", summary: "not asked for" } } } } },
          header: { schema: { type: "integer" } },
          link: { operationId: "x" },
          callback: { "{$request.body#/url}": { $ref: "#/item" } },
          example: { value: { $ref: "data, no reference" } },
          security: { type: "http", scheme: "basic" },
          item: { get: { responses: { 200: { $ref: "#/answer" } } } }
        }
      })
      const item = { get: { responses: { 200: { $ref: "#/components/responses/answer" } } } }
      assert.deepStrictEqual(document["paths"], plain({
        "/a": {
          post: {
            parameters: [{ $ref: "#/components/parameters/param" }],
            requestBody: { $ref: "#/components/requestBodies/body" },
            responses: { 200: { $ref: "#/components/responses/answer" }, 201: { description: "x", headers: { H: { $ref: "#/components/headers/header" } }, links: { L: { $ref: "#/components/links/link" } } } },
            callbacks: { C: { $ref: "#/components/callbacks/callback" } }
          }
        },
        "/b": item
      }))
      const components = document["components"] as JsonObject
      assert.deepStrictEqual(components["callbacks"], plain({ callback: { "{$request.body#/url}": item } }))
      assert.deepStrictEqual(components["examples"], plain({ example: { value: { $ref: "data, no reference" } } }))
      assert.deepStrictEqual(components["securitySchemes"], plain({ S: { type: "http", scheme: "basic" } }))
      assert.notInclude(JSON.stringify(document), "p.yaml")
    }))

  it.effect("to a whole file takes the place of what only refers to it", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": answering({ $ref: "schemas/shop.yaml" }, { components: { schemas: { Shop: { $ref: "./schemas/shop.yaml" }, Other: { $ref: "schemas/tree.json" } } } }),
        "schemas/shop.yaml": "type: object\nproperties: {tree: {$ref: tree.json}}",
        "schemas/tree.json": { type: "object", properties: { children: { type: "array", items: { $ref: "#" } }, shop: { $ref: "../a.yaml#/components/schemas/Shop" } } }
      })
      assert.deepStrictEqual(answerOf(document), { $ref: "#/components/schemas/Shop" })
      assert.deepStrictEqual(schemasOf(document), {
        Shop: { type: "object", properties: { tree: { $ref: "#/components/schemas/Other" } } },
        Other: { type: "object", properties: { children: { type: "array", items: { $ref: "#/components/schemas/Other" } }, shop: { $ref: "#/components/schemas/Shop" } } }
      })
    }))

  it.effect("through files that only refer on keeps the name that they give", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": answering({ $ref: "index.yaml#/components/schemas/Address" }),
        "index.yaml": { components: { schemas: { Address: { $ref: "parts/addr_v1.yaml" } } } },
        "parts/addr_v1.yaml": { type: "string" }
      })
      assert.deepStrictEqual(schemasOf(document), { Address: { type: "string" } })
    }))

  it.effect("is percent-encoded where it has to be", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": answering({ $ref: "my%20files/x%23y.json#/components/schemas/A%2FB~1c%20%C3%A9" }),
        "my files/x#y.json": { components: { schemas: { "A/B/c é": { type: "string" } } } }
      })
      assert.deepStrictEqual(schemasOf(document), { "A/B/c é": { type: "string" } })
      assert.deepStrictEqual(answerOf(document), { $ref: "#/components/schemas/A~1B~1c é" })
    }))

  it.effect("in a discriminator's mapping is one, and a name is of its own file", () =>
    Effect.gen(function*() {
      const pet = { type: "object", discriminator: { propertyName: "k", mapping: { cat: "#/components/schemas/Cat", dog: "Dog", fox: "fox.json" } } }
      const { document } = yield* loadFiles({
        "a.yaml": answering({ $ref: "pets.yaml#/components/schemas/Pet" }, { components: { schemas: { Dog: { type: "integer" } } } }),
        "pets.yaml": { components: { schemas: { Pet: pet, Cat: { type: "object" }, Dog: { type: "object" } } } },
        "fox.json": { type: "object" }
      })
      assert.deepStrictEqual((schemasOf(document)["Pet"] as JsonObject)["discriminator"], {
        propertyName: "k",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog_pets", fox: "#/components/schemas/fox" }
      })
      assert.deepStrictEqual(schemasOf(document)["Dog"], { type: "integer" })
    }))

  it.effect("to a map of parts is put in its place", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": minimal({ paths: { $ref: "paths.yaml" }, components: { schemas: { $ref: "schemas.yaml#/all", Own: { type: "string" } } } }),
        "paths.yaml": { "/a": { $ref: "item.yaml", description: "beside" } },
        "item.yaml": { get: { responses: { 200: { description: "ok", content: { "application/json": { schema: { $ref: "a.yaml#/components/schemas/Own" } } } } } } },
        "schemas.yaml": { all: { A: { type: "integer" } } }
      })
      assert.deepStrictEqual(Object.keys(document["paths"] as object), ["/a"])
      assert.deepStrictEqual(answerOf(document), { $ref: "#/components/schemas/Own" })
      assert.deepStrictEqual(schemasOf(document), { A: { type: "integer" }, Own: { type: "string" } })
    }))

  it.effect("of Swagger 2.0 finds its place there", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({
        "a.yaml": { swagger: "2.0", info: { title: "t", version: "1" }, paths: { "/a": { get: { produces: ["application/json"], responses: { 200: { description: "ok", schema: { $ref: "x.yaml#/definitions/Y" } } } } } } },
        "x.yaml": { definitions: { Y: { "type": "object", "x-nullable": true, "properties": { z: { $ref: "#/definitions/Z" } } }, Z: { type: "string" } } }
      })
      assert.deepStrictEqual(schemasOf(document), { Y: { type: "object", nullable: true, properties: { z: { $ref: "#/components/schemas/Z" } } }, Z: { type: "string" } })
    }))
})

describe("names that clash", () => {
  const y = (description: string) => ({ components: { schemas: { Y: { type: "string", description } } } })
  const parts = { "one/y.yaml": y("one"), "two/y.yaml": y("two"), "two/z.yaml": y("z") }
  const main = (order: ReadonlyArray<string>, own: object = {}) =>
    minimal({
      paths: Object.fromEntries(order.map((file) => [`/${file}`, { get: { responses: { 200: { description: "ok", content: { "application/json": { schema: { $ref: `${file}#/components/schemas/Y` } } } } } } }])),
      components: { schemas: own }
    })

  it.effect("get a suffix from their file, and the first file in order keeps the name", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({ "a.yaml": main(["one/y.yaml", "two/y.yaml", "two/z.yaml"]), ...parts })
      assert.deepStrictEqual(Object.fromEntries(Object.entries(schemasOf(document)).map(([name, one]) => [name, (one as JsonObject)["description"]])), { Y: "one", Y_y: "two", Y_z: "z" })
    }))

  it.effect("leave the document's own as they are", () =>
    Effect.gen(function*() {
      const { document } = yield* loadFiles({ "a.yaml": main(["one/y.yaml"], { Y: { type: "integer" }, Y_y: { type: "boolean" } }), ...parts })
      assert.deepStrictEqual(schemasOf(document), { Y: { type: "integer" }, Y_y: { type: "boolean" }, Y_one_y: { type: "string", description: "one" } })
    }))

  it.effect("do not depend on the order of keys, nor on who refers first", () =>
    Effect.gen(function*() {
      const names = Object.keys(parts)
      const orders = [names, names.map((_, index) => names[names.length - 1 - index]!), [names[1]!, names[2]!, names[0]!]]
      const documents = yield* Effect.forEach(orders, (order) => loadFiles({ "a.yaml": main(order), ...parts }))
      assert.strictEqual(new Set(documents.map((one) => canonicalText(one.document))).size, 1)
    }))
})

describe("a reference that may not be followed", () => {
  it.effect.each([
    ["../secret.yaml", "\"../secret.yaml\" leads out of the document's folder", "(root, --root)"],
    ["x/../../secret.yaml", "leads out of the document's folder", "--root"],
    ["%2e%2e/secret.yaml", "leads out of the document's folder", "--root"],
    ["..%2Fsecret.yaml", "leads out of the document's folder", "--root"],
    ["/etc/passwd", "is an absolute path", "relative"],
    ["%2Fetc/passwd", "is an absolute path", "relative"],
    ["//127.0.0.1/x.yaml", "is an absolute path", "relative"],
    ["\\\\server\\x", "is an absolute path", "relative"],
    ["file:///etc/passwd", "is not to a file beside the document", "relative"],
    ["FILE:/etc/passwd", "is not to a file beside the document", "relative"],
    ["data:application/json,{}", "is not to a file beside the document", "relative"],
    ["node:fs", "is not to a file beside the document", "relative"],
    ["http://127.0.0.1:1/x.yaml", "leads to the network", "--allow-remote"],
    ["HTTPS://example.com/x.yaml#/a", "leads to the network", "--allow-remote"],
    ["%zz", "is not percent-encoded correctly", undefined]
  ] as const)("%s is an error at the reference", ([$ref, problem, expected]) =>
    Effect.gen(function*() {
      const error = yield* failure({ "folder/a.yaml": answering({ $ref }), "secret.yaml": { type: "string" } })
      assert.include(error.problem, problem)
      assert.include(error.expected ?? "", expected ?? "")
      assert.strictEqual(error.pointer, "#/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
      assert.isDefined(error.line)
    }))

  it.effect("is one in a discriminator, and in a file that was referred to", () =>
    Effect.gen(function*() {
      const inMapping = { type: "object", discriminator: { propertyName: "k", mapping: { a: "../secret.yaml" } } }
      assert.include((yield* failure({ "f/a.yaml": answering(inMapping) })).problem, "leads out")
      const error = yield* failure({ "f/a.yaml": answering({ $ref: "b/c.yaml#/x" }), "f/b/c.yaml": { x: { properties: { y: { $ref: "../../secret.yaml" } } } } })
      assert.strictEqual(`${error.name} ${error.pointer}`, "f/b/c.yaml #/x/properties/y/$ref")
    }))

  it.effect("is followed below the root that was named", () =>
    Effect.gen(function*() {
      const files = { "api/a.yaml": answering({ $ref: "../common/x.yaml#/Y" }), "common/x.yaml": { Y: { $ref: "../../outside.yaml" } } }
      assert.include((yield* failure({ ...files, "common/x.yaml": { Y: { type: "string" } } })).problem, "leads out")
      const { document } = yield* loadFiles({ ...files, "common/x.yaml": { Y: { type: "string" } } }, { root: "." })
      assert.deepStrictEqual(schemasOf(document), { Y: { type: "string" } })
      assert.include((yield* failure(files, { root: "." })).problem, "leads out")
      assert.include((yield* failure(files, { root: "common" })).problem, "is not in the root")
    }))

  it.effect("is one through a symbolic link", () =>
    withPlatform(Effect.gen(function*() {
      const fs = yield* FileSystem.FileSystem
      const paths = yield* Path.Path
      const folder = yield* folderOf({ "in/a.yaml": answering({ $ref: "link.yaml" }), "in/b.yaml": answering({ $ref: "linked/secret.yaml" }), "in/c.yaml": answering({ $ref: "inside.yaml" }), "in/real.yaml": { type: "string" }, "out/secret.yaml": { type: "string", description: "secret" } })
      yield* fs.symlink(paths.join(folder, "out/secret.yaml"), paths.join(folder, "in/link.yaml"))
      yield* fs.symlink(paths.join(folder, "out"), paths.join(folder, "in/linked"))
      yield* fs.symlink(paths.join(folder, "in/real.yaml"), paths.join(folder, "in/inside.yaml"))
      yield* fs.symlink(paths.join(folder, "in"), paths.join(folder, "door"))
      const read = (document: string) => Effect.provide(load({ document: paths.join(folder, document), allowRemote: false }), network().layer)
      for (const name of ["in/a.yaml", "in/b.yaml", "door/a.yaml"]) assert.include((yield* Effect.flip(read(name))).problem, "is a link that leads out of the document's folder")
      assert.deepStrictEqual(schemasOf((yield* read("in/c.yaml")).document), { inside: { type: "string" } })
      assert.deepStrictEqual(schemasOf((yield* read("door/c.yaml")).document), { inside: { type: "string" } })
    })))

  it.effect("is one to nothing, told where it stands", () =>
    Effect.gen(function*() {
      assert.include((yield* failure({ "a.yaml": answering({ $ref: "gone.yaml" }) })).problem, "does not exist, and")
      const { expected, problem } = yield* failure({ "a.yaml": answering({ $ref: "Shop" }) })
      assert.include(problem, "does not exist, and")
      assert.include(expected, "#/components/schemas/Shop, if a schema of this document is meant")
      assert.include((yield* failure({ "a.yaml": answering({ $ref: "./" }) })).problem, "is no file")
      const error = yield* failure({ "a.yaml": answering({ $ref: "x.yaml#/gone" }), "x.yaml": { there: {} } })
      assert.match(error.problem, /the reference leads to nothing: .*x\.yaml has no "#\/gone"/)
      assert.strictEqual(error.name, "a.yaml")
      const broken = yield* failure({ "a.yaml": answering({ $ref: "x.yaml#/a" }), "x.yaml": "a: [1" })
      assert.strictEqual(`${broken.name}:${broken.line}`, "x.yaml:1")
      const wrong = yield* failure({ "a.yaml": answering({ $ref: "x.yaml#/a" }), "x.yaml": "b: 1\na: text" })
      assert.strictEqual(`${wrong.name}:${wrong.line} ${wrong.problem}`, "x.yaml:2 is a string")
    }))

  it.effect("is one in a circle of files", () =>
    Effect.gen(function*() {
      assert.include((yield* failure({ "a.yaml": answering({ $ref: "b.yaml" }), "b.yaml": { $ref: "c.yaml" }, "c.yaml": { $ref: "b.yaml" } })).problem, "leads only back to itself")
      const item = { post: { callbacks: { c: { "{$url}": { $ref: "item.yaml" } } }, responses: {} } }
      assert.include((yield* failure({ "a.yaml": minimal({ paths: { "/a": { $ref: "item.yaml" } } }), "item.yaml": item })).problem, "refers to itself")
    }))
})

describe("the number and size of files", () => {
  it.effect("are limited", () =>
    Effect.gen(function*() {
      const files = (n: number): Readonly<Record<string, Content>> => ({
        "a.yaml": minimal({ components: { schemas: Object.fromEntries(Array.from({ length: n }, (_, i) => [`A${i}`, { $ref: `f${i}.yaml` }])) } }),
        ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}.yaml`, { type: "string", description: "x".repeat(100) }]))
      })
      const three = { ...limits, files: 3 }
      yield* loadFiles(files(2), { limits: three })
      assert.include((yield* failure(files(3), { limits: three })).problem, "refers to more than 3 files")
      assert.include((yield* failure(files(3), { limits: { ...limits, totalBytes: 500 } })).problem, "together")
      assert.include((yield* failure(files(1), { limits: { ...limits, fileBytes: 50 } })).problem, "is larger than")
    }))
})

describe("documents on the network", () => {
  const yaml = (value: unknown) => () => new Response(JSON.stringify(value))
  const read = (answers: Readonly<Record<string, () => Response>>, document: string, allowRemote = true) => {
    const { asked, layer } = network(answers)
    return Effect.map(Effect.either(withPlatform(Effect.provide(load({ document, allowRemote }), layer))), (result) => ({ asked: asked.map((one) => one.url), headers: asked.map((one) => one.headers), result }))
  }

  it.effect("are not asked for unless that is allowed", () =>
    Effect.gen(function*() {
      const { asked, result } = yield* read({}, "https://api.test/a.yaml", false)
      assert.deepStrictEqual(asked, [])
      assert.include(result._tag === "Left" ? result.left.expected : "", "--allow-remote")
    }))

  it.effect("may refer to what is beside them and below, and are asked without any credential", () =>
    Effect.gen(function*() {
      const { asked, headers, result } = yield* read({
        "https://api.test/specs/a.yaml": yaml(answering({ $ref: "./x/y.yaml#/Y" })),
        "https://api.test/specs/x/y.yaml": yaml({ Y: { $ref: "../z.json" } }),
        "https://api.test/specs/z.json": yaml({ type: "string" })
      }, "https://api.test/specs/a.yaml")
      assert.strictEqual(result._tag, "Right")
      assert.deepStrictEqual(asked, ["https://api.test/specs/a.yaml", "https://api.test/specs/x/y.yaml", "https://api.test/specs/z.json"])
      for (const one of headers) assert.deepStrictEqual(Object.keys(one), ["accept"])
    }))

  it.effect.each([
    ["../x.yaml", "leads outside https://api.test/specs/"],
    ["/x.yaml", "leads outside https://api.test/specs/"],
    ["https://other.test/specs/x.yaml", "leads outside https://api.test/specs/"],
    ["http://api.test/specs/x.yaml", "leads outside https://api.test/specs/"],
    ["https://user:secret@api.test/specs/x.yaml", "leads outside https://api.test/specs/"],
    ["file:///etc/passwd", "is not to a file beside the document"],
    ["//169.254.169.254/latest", "leads outside https://api.test/specs/"]
  ] as const)("may not refer to %s", ([$ref, problem]) =>
    Effect.gen(function*() {
      const { asked, result } = yield* read({ "https://api.test/specs/a.yaml": yaml(answering({ $ref })) }, "https://api.test/specs/a.yaml")
      assert.include(result._tag === "Left" ? result.left.problem : "read", problem)
      assert.deepStrictEqual(asked, ["https://api.test/specs/a.yaml"])
    }))

  it.effect("are refused with a redirect, an error, a credential, or too much", () =>
    Effect.gen(function*() {
      const url = "https://api.test/a.yaml"
      const problem = (answer: () => Response, document = url) => Effect.map(read({ [url]: answer }, document), ({ asked, result }) => `${asked.length} ${result._tag === "Left" ? result.left.problem : "read"}`)
      assert.strictEqual(yield* problem(() => new Response(null, { status: 302, headers: { location: "file:///etc/passwd" } })), "1 is answered by a redirect to \"file:///etc/passwd\"")
      assert.strictEqual(yield* problem(() => new Response("x", { status: 500 })), "1 is answered with status 500")
      assert.strictEqual(yield* problem(() => new Response("x".repeat(33 * 1024 * 1024))), "1 is larger than 32 MB")
      assert.strictEqual(yield* problem(() => new Response("x"), "https://u:p@api.test/a.yaml"), "0 its URL holds a credential")
      assert.strictEqual(yield* problem(() => new Response("x"), "ftp://api.test/a.yaml"), "0 \"ftp://api.test/a.yaml\" is no http or https URL")
    }))
})

const multiFile = fileURLToPath(new URL("../../../../../shared/specs-real/multi-file/", import.meta.url))

describe.skipIf(!Fs.existsSync(multiFile))("documents of others in several files (skipped where ../shared/specs-real is not there)", () => {
  it.effect.each([["kyc-tenure", 5], ["qos-provisioning", 28], ["quality-on-demand", 39]] as const)("%s keeps its names", ([name, count]) =>
    withPlatform(Effect.gen(function*() {
      const { document } = yield* Effect.provide(load({ document: `${multiFile}API_definitions/${name}.yaml`, allowRemote: false, root: multiFile }), network().layer)
      const text = JSON.stringify(document)
      const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1]!)
      assert.deepStrictEqual(refs.filter((one) => !/^#\/components\/\w+\/[^/]+$/.test(one)), [])
      const schemas = Object.keys(schemasOf(document))
      assert.includeMembers(schemas, ["ErrorInfo", "PhoneNumber"])
      assert.strictEqual(schemas.length, count)
      assert.deepStrictEqual(schemas.filter((one) => /CAMARA/.test(one)), [])
    })))
})
