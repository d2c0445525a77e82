/** Inline schemas that say the same are declared once, and no name is lost by it. */
import { describe, expect, it } from "vitest"
import type { Overrides } from "../src/internal/name/names.js"
import { importDocument, renderDocument } from "./support/generated.js"

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more })
const json = (schema: object) => ({ content: { "application/json": { schema } } })
const answer = (schema: object) => ({ responses: { "200": { description: "ok", ...json(schema) } } })
const text = { type: "string" }
const address = object({ city: text, street: text })

const document = (paths: object, schemas: object = {}) => ({ openapi: "3.1.0", info: { title: "Twins", version: "1" }, paths, components: { schemas } })

const gets = (...schemas: ReadonlyArray<object>) =>
  document(Object.fromEntries(schemas.map((schema, n) => [`/${n}`, { get: { operationId: `op${n}`, ...answer(schema) } }])))

const posts = (...schemas: ReadonlyArray<object>) =>
  document(Object.fromEntries(schemas.map((schema, n) => [`/${n}`, { post: { operationId: `op${n}`, requestBody: json(schema), responses: { "204": { description: "ok" } } } }])))

const schemasOf = (given: object, overrides?: Overrides): string => renderDocument(given, overrides === undefined ? {} : { overrides }).files.get("schemas.ts")!

const declared = (given: object, overrides?: Overrides): ReadonlyArray<string> =>
  [...schemasOf(given, overrides).matchAll(/^export const (\w+)/gm)].map((match) => match[1]!)

const further = (given: object, overrides?: Overrides): ReadonlyArray<string> =>
  [...schemasOf(given, overrides).matchAll(/(?:type )?\w+ as \w+/g)].map((match) => match[0])

describe("twins", () => {
  it("are declared once, and are the same value by each of their names", async () => {
    const given = gets(object({ home: address }), object({ home: address, more: text }), object({ home: address, other: text }))
    expect(declared(given)).toEqual(["Op0200", "Op0200Home", "Op1200", "Op2200"])
    expect(further(given)).toEqual(["Op0200Home as Op1200Home", "Op0200Home as Op2200Home"])
    const { Schemas } = await importDocument("twins/once", given)
    expect(Schemas["Op1200Home"]).toBe(Schemas["Op0200Home"])
    expect(Schemas["Op2200Home"]).toBe(Schemas["Op0200Home"])
  })

  it("are called by the declared one's name where schemas hold them", () => {
    expect(schemasOf(gets(object({ home: address }), object({ home: address, more: text })))).toContain("{ home: k.opt(Op0200Home), more: k.opt(S.String) }")
  })

  it("may hold twins", () => {
    const person = object({ home: address })
    const given = gets(object({ person }), object({ person, more: text }))
    expect(further(given)).toEqual(["Op0200Person as Op1200Person", "Op0200PersonHome as Op1200PersonHome"])
  })

  it("are those of one property, where two properties hold the same twice", () => {
    expect(further(gets(object({ home: address, work: address }), object({ home: address, work: address, more: text })))).toEqual(["Op0200Home as Op1200Home", "Op0200Work as Op1200Work"])
  })

  it("have a type on the wire by each name", () => {
    const slot = object({ from: { type: "string", format: "date-time" } })
    expect(further(gets(object({ slot }), object({ slot, more: text })))).toEqual(["Op0200Slot as Op1200Slot", "type Op0200SlotEncoded as Op1200SlotEncoded"])
  })

  it("have a form for requests by each name", () => {
    const page = object({ size: { type: "integer", default: 20 } })
    const both = (more: object) => ({ post: { requestBody: json(object({ page, ...more })), ...answer(object({ page, ...more })) } })
    const given = document({ "/0": both({}), "/1": both({ a: text }) })
    // Answer and request each have a schema of their own, of one form.
    expect(further(given)).toEqual(["Post0200Page as Post1200Page", "type Post0200PageEncoded as Post1200PageEncoded", "Post0BodyPageInput as Post1BodyPageInput"])
  })

  it("stand in modules apart, by every name", async () => {
    const many = Array.from({ length: 250 }, (_, n) => object({ home: address, [`p${n}`]: text }))
    const { Schemas } = await importDocument("twins/apart", gets(...many))
    for (let n = 1; n < 250; n++) expect(Schemas[`Op${n}200Home`]).toBe(Schemas["Op0200Home"])
  })
})

describe("no twins are", () => {
  it.each<readonly [string, object]>([
    ["what another property holds", gets(object({ home: address }), object({ work: address, more: text }))],
    ["what has other words", gets(object({ home: address }), object({ home: object({ city: { type: "string", description: "A town." }, street: text }), more: text }))],
    ["what has other rules", gets(object({ home: address }), object({ home: object({ city: { type: "string", minLength: 1 }, street: text }), more: text }))],
    ["what requires more", gets(object({ home: address }), object({ home: { ...address, required: ["city"] }, more: text }))],
    ["what holds another", gets(object({ home: object({ at: address }) }), object({ home: object({ at: object({ x: text }) }), more: text }))],
    ["what operations hold", gets(address, address)],
    ["components, and what is like one", document({ "/0": { get: { operationId: "op0", ...answer(object({ Home: address })) } } }, { Home: address })]
  ])("%s", (_, given) => expect(further(given)).toEqual([]))

  it("those whose data looks like references to twins", () => {
    const like = (n: number) => ({ kind: "ref", pointer: `#/paths/~1${n}/get/responses/200/content/application~1json/schema/properties/home` })
    const slot = (n: number) => object({ from: { default: like(n), type: "object" } })
    const given = gets(object({ home: address, slot: slot(0) }), object({ home: address, slot: slot(1) }))
    expect(further(given)).toEqual(["Op0200Home as Op1200Home"])
  })

  it("a form for answers and one for requests", () => {
    const page = object({ size: { type: "integer", default: 20 } })
    expect(further(document({ "/0": { post: { requestBody: json(object({ page })), ...answer(object({ page, more: text })) } } }))).toEqual([])
  })

  it("files and the texts that they are elsewhere", () => {
    const part = object({ data: { type: "string", format: "binary" } })
    const given = document({
      "/0": { post: { requestBody: { content: { "multipart/form-data": { schema: object({ part }) } } }, responses: { "204": { description: "ok" } } } },
      "/1": { post: { requestBody: json(object({ part, more: text })), responses: { "204": { description: "ok" } } } }
    })
    expect(further(given)).toEqual([])
  })

  it("schemas whose names a person has chosen", () => {
    const given = gets(object({ home: address }), object({ home: address, more: text }))
    const overrides = { schemas: { "#/paths/~11/get/responses/200/content/application~1json/schema/properties/home": "SecondHome" }, operations: {} }
    expect(declared(given, overrides)).toContain("SecondHome")
    expect(further(given, overrides)).toEqual([])
  })
})

describe("which of twins is declared", () => {
  it("is the one of the shortest name, of requests too", () => {
    const given = posts(object({ person: object({ home: address }) }), object({ home: address }))
    expect(further(given)).toEqual(["Op1BodyHome as Op0BodyPersonHome"])
  })

  it("changes no name: an operation more adds its own names alone", () => {
    const names = (given: object) => [...declared(given), ...further(given).map((one) => one.replace(/.* /, ""))].sort()
    const [one, two, three] = [object({ home: address, a: text }), object({ home: address, b: text }), object({ home: address, c: text })]
    expect(names(gets(one, two, three)).filter((name) => !name.startsWith("Op2"))).toEqual(names(gets(one, two)))
  })
})
