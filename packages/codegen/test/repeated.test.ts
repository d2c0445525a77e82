/** What several operations have alike is a constant where that is shorter, and means the same. */
import { describe, expect, it } from "vitest"
import { importDocument, renderDocument } from "./support/generated.js"

const expand = { name: "expand", in: "query", style: "deepObject", schema: { type: "array", items: { type: "string", maxLength: 5000 } } }
const short = { name: "id", in: "query", schema: { type: "string", maxLength: 500, pattern: "^[a-z]+$" } }
const long = { name: "id", in: "query", schema: { type: "string", maxLength: 5000, pattern: "^[a-z]+$" } }

const operation = (n: number, more: object) => ({ [`/${n}`]: { get: { operationId: `op${n}`, responses: { "204": { description: "ok" } }, ...more } } })

const document = (operations: ReadonlyArray<object>, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Repeated", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: Object.assign({}, ...operations.map((one, n) => operation(n, one))),
  ...more
})

const times = (count: number, one: object) => Array.from({ length: count }, () => one)

const operationsOf = (given: object): string => renderDocument(given).files.get("operations.ts")!

const constantsOf = (given: object): ReadonlyArray<string> => [...operationsOf(given).matchAll(/^const ((?:answer|parameter|security)_\w+)/gm)].map((match) => match[1]!)

describe("a parameter", () => {
  it("of several operations is one constant", async () => {
    const given = document(times(3, { parameters: [expand] }))
    expect(constantsOf(given)).toEqual(["parameter_Expand"])
    const { operations } = await importDocument("repeated/parameter", given)
    expect(operations["op0"].parameters[0]).toMatchObject({ name: "expand", in: "query", style: "deepObject" })
    expect(operations["op2"].parameters[0]).toBe(operations["op0"].parameters[0])
  })

  it("stands where it is used if that is no longer", () => {
    expect(constantsOf(document(times(2, { parameters: [{ name: "q", in: "query", schema: { type: "string" } }] })))).toEqual([])
  })

  it("is not the one of another operation that is like it in name", async () => {
    const given = document([...times(4, { parameters: [short] }), ...times(3, { parameters: [long] })])
    expect(constantsOf(given)).toEqual(["parameter_Id"])
    expect(operationsOf(given)).toMatch(/^const parameter_Id.*maxLength: 500,/m)
    expect(operationsOf(given).match(/maxLength: 5000/g)).toHaveLength(3)
  })

  it("that is a component has the name, however often another is used", () => {
    const given = document([...times(5, { parameters: [short] }), ...times(3, { parameters: [{ $ref: "#/components/parameters/id" }] })], { components: { parameters: { id: long } } })
    expect(operationsOf(given)).toMatch(/^const parameter_Id.*maxLength: 5000,/m)
  })
})

describe("an answer", () => {
  const answer = { description: "no", headers: { "Retry-After": { schema: { type: "integer" } } }, content: { "application/json": { schema: { type: "object", properties: { code: { type: "string" } } } } } }

  it("that is a component is called as that, whatever else is like it", () => {
    const responses = { "404": { $ref: "#/components/responses/NotFound" }, "409": { $ref: "#/components/responses/Conflict" } }
    const given = document(times(9, { responses: { "204": { description: "ok" }, ...responses } }), { components: { responses: { NotFound: answer, Conflict: answer } } })
    expect(constantsOf(given)).toEqual(["answer_Conflict", "answer_NotFound"])
    expect(operationsOf(given)).toContain(`"404": answer_NotFound, "409": answer_Conflict`)
  })
})

describe("security", () => {
  const scheme = { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://api.example.com/token", scopes: { "shops:read:everything": "", "shops:write": "" } } } }
  const components = { securitySchemes: { orange: scheme } }

  it("of several operations is one constant, the most usual", async () => {
    const read = { security: [{ orange: ["shops:read:everything"] }] }
    const write = { security: [{ orange: ["shops:write"] }] }
    const given = document([...times(6, read), write], { components })
    expect(constantsOf(given)).toEqual(["security_Orange"])
    const { operations } = await importDocument("repeated/security", given)
    expect(operations["op5"].security).toBe(operations["op0"].security)
    expect(operations["op0"].security).toEqual([{ orange: ["shops:read:everything"] }])
    expect(operations["op6"].security).toEqual([{ orange: ["shops:write"] }])
  })
})

describe("servers of an operation", () => {
  it("are said where they are not the document's", () => {
    const text = operationsOf(document([{ servers: [{ url: "https://api.example.com" }] }, { servers: [{ url: "https://other.example.com" }] }]))
    expect([...text.matchAll(/^  servers: .*$/gm)].map((match) => match[0])).toEqual([`  servers: [{ url: "https://other.example.com" }],`])
  })
})
