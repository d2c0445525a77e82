import { describe, expect, it } from "vitest"
import { camel, pascal } from "../src/internal/name/identifiers.js"
import { renderDocument } from "./support/generated.js"

const operation = (operationId?: string) => ({ ...(operationId === undefined ? {} : { operationId }), responses: { "204": { description: "ok" } } })

const document = (paths: object, schemas: object = {}) => ({ openapi: "3.1.0", info: { title: "Names", version: "1" }, paths, components: { schemas } })

const methodsOf = (paths: object, overrides = {}): ReadonlyArray<string> => {
  const { model, names } = renderDocument(document(paths), { overrides: { schemas: {}, operations: overrides } })
  return model.operations.map(({ pointer }) => names.operation(pointer).method)
}

const typesOf = (schemas: object, overrides = {}): ReadonlyArray<string> => {
  const { model, names } = renderDocument(document({}, schemas), { overrides: { schemas: overrides, operations: {} } })
  return [...model.schemas.keys()].map((pointer) => names.schema(pointer).type)
}

describe("words", () => {
  it.each([
    ["list_users", "listUsers"],
    ["ListUsers", "listUsers"],
    ["users/list-all", "usersListAll"],
    ["HTTPServer", "httpServer"],
    ["URL", "url"],
    ["1st", "_1st"],
    ["日本", "日本"],
    ["", "_"]
  ])("%j is the method %s", (text, name) => expect(camel(text)).toBe(name))

  it.each([
    ["v1.Foo", "V1Foo"],
    ["user-name", "UserName"],
    ["ErrorInfo", "ErrorInfo"],
    ["1st", "_1st"]
  ])("%j is the type %s", (text, name) => expect(pascal(text)).toBe(name))
})

describe("operations", () => {
  it("without an id are named by method and path", () => {
    expect(methodsOf({ "/users/{id}/posts": { get: operation() } })).toEqual(["getUsersByIdPosts"])
  })

  it("keep off reserved words, and off `then`, which would make a promise of a service", () => {
    expect(methodsOf({ "/a": { get: operation("delete") }, "/b": { get: operation("then") }, "/c": { get: operation("class") } })).toEqual(["delete_", "then_", "class_"])
  })

  it("of the same name are told apart, the one that is spelt so keeping it", () => {
    expect(methodsOf({ "/a": { get: operation("get-user") }, "/b": { get: operation("getUser") } })).toEqual(["getUser2", "getUser"])
  })

  it("of one id are told apart by method and path", () => {
    expect(methodsOf({ "/a": { get: operation("same") }, "/b": { get: operation("same") } })).toEqual(["same", "getB"])
  })

  it("are named by the names file before all", () => {
    expect(methodsOf({ "/a": { get: operation("x1") }, "/b": { get: operation("find") } }, { x1: "find" })).toEqual(["find", "find2"])
  })
})

describe("schemas", () => {
  it("that differ only in their case or dots are told apart", () => {
    expect(typesOf({ Foo: { type: "string" }, foo: { type: "string" }, "f.oo": { type: "string" } })).toEqual(["Foo", "FOo", "Foo2"])
  })

  it("keep off the names that generated modules use", () => {
    expect(typesOf({ Service: { type: "string" }, Uint8Array: { type: "string" } })).toEqual(["Service_", "Uint8Array_"])
  })

  it("keep their names, and their other forms take what is left", () => {
    const user = { type: "object", properties: { id: { type: "string", readOnly: true } } }
    const paths = { "/u": { post: { operationId: "add", requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } }, responses: { "204": { description: "ok" } } } } }
    const { model, names } = renderDocument(document(paths, { User: user, UserInput: { type: "string" } }), { allSchemas: true })
    const all = [...model.schemas.keys()].flatMap((pointer) => [names.schema(pointer).type, names.schema(pointer).input])
    expect(new Set(all)).toEqual(new Set(["User", "UserInput2", "UserInput"]))
  })

  it("of 200 characters are names", () => {
    expect(typesOf({ ["A".repeat(200)]: { type: "string" } })).toEqual(["A".repeat(200)])
  })
})
