/** Bodies as bytes, through the whole generator (OpenAPI 3.1 sections 4.8.13 to 4.8.15, RFC 7578). */
import { DateTime, Redacted, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { call, type Outcome } from "../support/calls.js"
import { importDocument, renderDocument } from "../support/generated.js"

/** Properties keep the order in which the caller wrote them. */
interface Row {
  readonly name: string
  readonly content: object
  readonly request: object
  /** The boundary of a multipart body stands as `B`. */
  readonly contentType: string | undefined
  readonly body: string | undefined
  readonly optional?: boolean
}

const row = (name: string, content: object, request: object, contentType: string | undefined, body: string | undefined, more: Partial<Row> = {}): Row =>
  ({ name, content, request, contentType, body, ...more })

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more })
const text = { type: "string" }
const binary = { type: "string", format: "binary" }
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)

const schemas = {
  Receipt: object({ phone: text, at: { type: "string", format: "date-time" } }, { required: ["phone"] }),
  Upload: object({ file: binary, note: text }, { required: ["file"] }),
  Address: object({ street: text, city: text }),
  /** Each property that has another form in requests than in answers. */
  Account: object({ id: { ...text, readOnly: true }, password: { type: "string", format: "password", writeOnly: true }, language: { ...text, default: "fr" } }, { required: ["id", "password"] })
}

const jsonRows: ReadonlyArray<Row> = [
  row("JSON", { "application/json": { schema: ref("Receipt") } }, { body: { phone: "+33600000000", at: DateTime.unsafeMake("2026-01-31T09:30:00Z") } }, "application/json", `{"phone":"+33600000000","at":"2026-01-31T09:30:00.000Z"}`),
  row("a type of JSON with parameters", { "application/vnd.orange+json; version=1": { schema: ref("Receipt") } }, { body: { phone: "1" } }, "application/vnd.orange+json; version=1", `{"phone":"1"}`),
  row("a JSON string", { "application/json": { schema: text } }, { body: "a\"b" }, "application/json", `"a\\"b"`),
  row("a JSON list", { "application/json": { schema: { type: "array", items: ref("Receipt") } } }, { body: [{ phone: "1" }] }, "application/json", `[{"phone":"1"}]`),
  row("JSON null", { "application/json": { schema: { type: ["string", "null"] } } }, { body: null }, "application/json", "null"),
  row("JSON of any kind", { "application/json": {} }, { body: { a: [1, null] } }, "application/json", `{"a":[1,null]}`),
  row("the form for requests: no readOnly, a default that is left to the server", { "application/json": { schema: ref("Account") } }, { body: { password: Redacted.make("pw") } }, "application/json", `{"password":"pw"}`),
  row("the form for requests in a list", { "application/json": { schema: { type: "array", items: ref("Account") } } }, { body: [{ password: Redacted.make("pw"), language: "de" }] }, "application/json", `[{"password":"pw","language":"de"}]`),
  row("no body where it is optional", { "application/json": { schema: ref("Receipt") } }, {}, undefined, undefined, { optional: true }),
  row("an optional body", { "application/json": { schema: ref("Receipt") } }, { body: { phone: "1" } }, "application/json", `{"phone":"1"}`, { optional: true }),
  row("lines of JSON", { "application/x-ndjson": { schema: ref("Receipt") } }, { body: [{ phone: "1" }, { phone: "2" }] }, "application/x-ndjson", `{"phone":"1"}\n{"phone":"2"}\n`)
]

const form = "application/x-www-form-urlencoded"

const formOf = (properties: object, encoding?: object) => ({ [form]: { schema: object(properties), ...(encoding === undefined ? {} : { encoding }) } })

const urlencodedRows: ReadonlyArray<Row> = [
  row("a form", formOf({ a: text, n: { type: "integer" }, b: { type: "boolean" } }), { body: { a: "b c&d=é+~", n: 5, b: true } }, form, "a=b+c%26d%3D%C3%A9%2B%7E&n=5&b=true"),
  row("a list repeats its name, an object is JSON", formOf({ tags: { type: "array", items: text }, address: ref("Address") }), { body: { tags: ["a", "b"], address: { city: "Rennes" } } }, form, "tags=a&tags=b&address=%7B%22city%22%3A%22Rennes%22%7D"),
  row("what is absent leaves no trace", formOf({ a: text, c: text }), { body: { c: "x" } }, form, "c=x"),
  row("encoding.style deepObject", formOf({ address: ref("Address") }, { address: { style: "deepObject", explode: true } }), { body: { address: { city: "Rennes", street: "a b" } } }, form, "address%5Bcity%5D=Rennes&address%5Bstreet%5D=a+b"),
  row("encoding.explode", formOf({ tags: { type: "array", items: text } }, { tags: { explode: false } }), { body: { tags: ["a", "b"] } }, form, "tags=a,b"),
  row("encoding.style pipeDelimited", formOf({ tags: { type: "array", items: text } }, { tags: { style: "pipeDelimited", explode: false } }), { body: { tags: ["a", "b"] } }, form, "tags=a%7Cb"),
  row("encoding.allowReserved", formOf({ path: text }, { path: { allowReserved: true } }), { body: { path: "/a/b" } }, form, "path=/a/b"),
  row("encoding.contentType", formOf({ id: text }, { id: { contentType: "application/json" } }), { body: { id: "a" } }, form, "id=%22a%22"),
  row("a date-time in a form", formOf({ at: { type: "string", format: "date-time" } }), { body: { at: DateTime.unsafeMake(0) } }, form, "at=1970-01-01T00%3A00%3A00.000Z")
]

const multipartOf = (properties: object, encoding?: object) => ({ "multipart/form-data": { schema: object(properties), ...(encoding === undefined ? {} : { encoding }) } })

/** Parts, each with its head lines and its content, as RFC 7578 wants them. */
const parts = (...all: ReadonlyArray<readonly [head: ReadonlyArray<string>, content: string]>): string =>
  `${all.map(([head, content]) => `--B\r\n${head.join("\r\n")}\r\n\r\n${content}\r\n`).join("")}--B--\r\n`

const disposition = (name: string, filename?: string): string =>
  `Content-Disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}`

const multipartRow = (name: string, content: object, request: object, body: string): Row => row(name, content, request, "multipart/form-data; boundary=B", body)

const multipartRows: ReadonlyArray<Row> = [
  multipartRow("a file with a name and a type", multipartOf({ file: binary }), { body: { file: { data: bytes("PNG"), filename: "é\".png", contentType: "image/png" } } }, parts([[disposition("file", "é%22.png"), "Content-Type: image/png"], "PNG"])),
  multipartRow("bytes alone", multipartOf({ file: binary }), { body: { file: bytes("x") } }, parts([[disposition("file", "file"), "Content-Type: application/octet-stream"], "x"])),
  multipartRow("a blob", multipartOf({ file: binary }), { body: { file: new Blob(["x"], { type: "text/csv" }) } }, parts([[disposition("file", "file"), "Content-Type: text/csv"], "x"])),
  multipartRow("a file by contentMediaType, whose type it is", multipartOf({ file: { contentMediaType: "image/png" }, more: { type: "array", items: { type: "string", contentMediaType: "image/webp" } } }), { body: { file: bytes("x"), more: [bytes("y")] } }, parts(
    [[disposition("file", "file"), "Content-Type: image/png"], "x"],
    [[disposition("more", "more"), "Content-Type: image/webp"], "y"]
  )),
  multipartRow("a file in a component", { "multipart/form-data": { schema: ref("Upload") } }, { body: { file: bytes("x"), note: "n" } }, parts(
    [[disposition("file", "file"), "Content-Type: application/octet-stream"], "x"],
    [[disposition("note")], "n"]
  )),
  multipartRow("a list of files", multipartOf({ files: { type: "array", items: binary } }), { body: { files: [bytes("x"), { data: bytes("y"), filename: "y.bin" }] } }, parts(
    [[disposition("files", "files"), "Content-Type: application/octet-stream"], "x"],
    [[disposition("files", "y.bin"), "Content-Type: application/octet-stream"], "y"]
  )),
  multipartRow("the type of a file by encoding.contentType", multipartOf({ file: binary }, { file: { contentType: "image/png, image/jpeg" } }), { body: { file: bytes("x") } }, parts([[disposition("file", "file"), "Content-Type: image/png"], "x"])),
  multipartRow("primitives, an object, a list", multipartOf({ address: ref("Address"), id: { type: "integer" }, tags: { type: "array", items: text } }), { body: { address: { city: "Rennes" }, id: 5, tags: ["a", "b"] } }, parts(
    [[disposition("address"), "Content-Type: application/json"], `{"city":"Rennes"}`],
    [[disposition("id")], "5"],
    [[disposition("tags")], "a"],
    [[disposition("tags")], "b"]
  )),
  multipartRow("a typed part", multipartOf({ note: text }, { note: { contentType: "application/xml; charset=utf-8" } }), { body: { note: "<a/>" } }, parts([[disposition("note"), "Content-Type: application/xml; charset=utf-8"], "<a/>"])),
  multipartRow("headers of a part", multipartOf({ file: binary }, { file: { headers: { "X-Limit": { schema: { type: "integer" } } } } }), { body: { file: bytes("x") }, file_headers: { "X-Limit": 3 } }, parts([[disposition("file", "file"), "Content-Type: application/octet-stream", "X-Limit: 3"], "x"])),
  multipartRow("bytes in base64 and a date-time", multipartOf({ at: { type: "string", format: "date-time" }, data: { type: "string", format: "byte" } }), { body: { at: DateTime.unsafeMake(0), data: bytes("hello") } }, parts(
    [[disposition("at")], "1970-01-01T00:00:00.000Z"],
    [[disposition("data")], "aGVsbG8="]
  ))
]

const choice = { "application/json": { schema: ref("Receipt") }, "text/plain": { schema: text }, [form]: { schema: ref("Receipt") } }

const otherRows: ReadonlyArray<Row> = [
  row("text", { "text/plain; charset=utf-8": { schema: text } }, { body: "é" }, "text/plain; charset=utf-8", "é"),
  row("XML is a text", { "application/xml": { schema: text } }, { body: "<a/>" }, "application/xml", "<a/>"),
  row("bytes", { "application/octet-stream": { schema: binary } }, { body: bytes("x") }, "application/octet-stream", "x"),
  row("bytes without a schema", { "image/png": {} }, { body: new Blob(["x"]) }, "image/png", "x"),
  row("a stream of bytes", { "application/octet-stream": {} }, { body: Stream.make(bytes("a"), bytes("b")) }, "application/octet-stream", "ab"),
  row("the first of a choice", choice, { body: { phone: "1" } }, "application/json", `{"phone":"1"}`),
  row("a choice by contentType", choice, { body: { phone: "1" }, contentType: form }, form, "phone=1"),
  row("a choice of text", choice, { body: "x", contentType: "text/plain" }, "text/plain", "x"),
  row("a range, narrowed by contentType", { "image/*": { schema: binary } }, { body: bytes("x"), contentType: "image/webp" }, "image/webp", "x"),
  row("a range of JSON", { "application/*+json": { schema: ref("Receipt") } }, { body: { phone: "1" } }, "application/json", `{"phone":"1"}`),
  row("a range of JSON, narrowed", { "application/*+json": { schema: ref("Receipt") } }, { body: { phone: "1" }, contentType: "application/merge-patch+json" }, "application/merge-patch+json", `{"phone":"1"}`),
  row("JSON before its variants", Object.fromEntries(["application/*+json", "application/json", "application/json-patch+json", "text/json"].map((type) => [type, { schema: ref("Receipt") }])), { body: { phone: "1" } }, "application/json", `{"phone":"1"}`)
]

const rows = [...jsonRows, ...urlencodedRows, ...multipartRows, ...otherRows]

const document = {
  openapi: "3.1.0",
  info: { title: "Bodies", version: "1" },
  servers: [{ url: "https://example.com" }],
  paths: Object.fromEntries(rows.map(({ content, optional }, index) => [
    `/${index}`,
    { post: { operationId: `row${index}`, requestBody: { required: optional !== true, content }, responses: { "204": { description: "nothing" } } } }
  ])),
  components: { schemas }
}

const wire = ({ error, sent }: Outcome): object => {
  if (error !== undefined) return { error: String(error) }
  const [{ body, headers } = { body: undefined, headers: {} as Readonly<Record<string, string>> }] = sent
  const boundary = /boundary=(.*)$/.exec(headers["content-type"] ?? "")?.[1]
  const plain = (given: string | undefined) => boundary === undefined ? given : given?.replaceAll(boundary, "B")
  return { contentType: plain(headers["content-type"]), body: plain(body) }
}

describe("bodies on the wire", async () => {
  const client = await importDocument("conformance/bodies", document)

  it.each(rows.map((one, index) => [one.name, one, index] as const))("%s", async (_, { body, contentType, request }, index) => {
    expect(wire(await call(client, `row${index}`, [request]))).toEqual({ contentType, body })
  })

  it("says of none that it was weakened", () => {
    expect(renderDocument(document).findings.filter(({ reason }) => !reason.startsWith("XML"))).toEqual([])
  })
})

const refusing = {
  openapi: "3.1.0",
  info: { title: "Refusals", version: "1" },
  servers: [{ url: "https://example.com" }],
  paths: {
    "/json": { post: { operationId: "postJson", requestBody: { required: true, content: { "application/json": { schema: object({ name: { ...text, maxLength: 3 }, id: { ...text, readOnly: true }, part: { allOf: [text, { readOnly: true }] }, held: { allOf: [{ $ref: "#/components/schemas/ReadOnly" }, { description: "held" }] } }) } } }, responses: { "204": { description: "nothing" } } } },
    "/form": { post: { operationId: "postForm", requestBody: { required: true, content: multipartOf({ file: binary }, { file: { headers: { "X-Limit": { schema: { type: "integer" } } } } }) }, responses: { "204": { description: "nothing" } } } },
    "/choice": { post: { operationId: "postChoice", requestBody: { required: true, content: { "application/json": {}, "text/plain": {} } }, responses: { "204": { description: "nothing" } } } }
  },
  components: { schemas: { ReadOnly: { ...text, readOnly: true } } }
}

describe("bodies that cannot be sent", async () => {
  const client = await importDocument("conformance/bodies-refused", refusing)

  it.each([
    ["none where one is required", "postJson", {}, "body"],
    ["a value against a constraint", "postJson", { body: { name: "long" } }, "/body/name"],
    ["a property that nothing declares", "postJson", { body: { nmae: "a" } }, "/body/nmae"],
    ["a readOnly property", "postJson", { body: { id: "a" } }, "/body/id"],
    ["a property of which a part of an allOf is readOnly", "postJson", { body: { part: "a" } }, "/body/part"],
    ["a property of which a schema that it refers to is readOnly", "postJson", { body: { held: "a" } }, "/body/held"],
    ["a text in place of a file", "postForm", { body: { file: "x" } }, "/body/file"],
    ["a header of a part that nothing declares", "postForm", { body: { file: bytes("x") }, file_headers: { "X-Other": 1 } }, "file_headers.X-Other"],
    ["a header of a part of another type", "postForm", { body: { file: bytes("x") }, file_headers: { "X-Limit": "a" } }, "file_headers.X-Limit"],
    ["a media type that nothing declares", "postChoice", { body: "x", contentType: "text/csv" }, "contentType"]
  ])("%s", async (_, method, request, field) => {
    const { error, sent } = await call(client, method, [request])
    expect([error?._tag, error?.field, sent]).toEqual(["InvalidRequestError", field, []])
  })
})

describe("a parameter that is called as what a request says of its body", async () => {
  const named = (name: string) => ({ name, in: "query", schema: text })
  const nothing = { "204": { description: "nothing" } }
  const client = await importDocument("conformance/bodies-named", {
    ...refusing,
    paths: {
      "/one": { post: { operationId: "postOne", parameters: [named("contentType"), named("body")], requestBody: { required: true, content: { "text/plain": {} } }, responses: nothing } },
      "/choice": { post: { operationId: "postEither", parameters: [named("contentType")], requestBody: { required: true, content: { "application/json": {}, "text/plain": {} } }, responses: nothing } }
    }
  })

  it.each([
    ["where the body has one type", "postOne", { body: "x", contentType: "a", query_body: "b" }, "?contentType=a&body=b", "text/plain"],
    ["where it has several", "postEither", { body: "x", contentType: "text/plain", query_contentType: "a" }, "?contentType=a", "text/plain"]
  ])("%s", async (_, method, request, query, contentType) => {
    const { error, sent } = await call(client, method, [request])
    expect(error).toBeUndefined()
    expect([new URL(sent[0]!.url).search, sent[0]!.headers["content-type"]]).toEqual([query, contentType])
  })
})
