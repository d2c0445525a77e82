/** Answers, from bytes to values and typed errors, through the whole generator (OpenAPI 3.1 sections 4.8.16 and 4.8.17). */
import { ApiClient } from "@effect-orange/core"
import { DateTime, Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { type Answer, call, json, type Outcome, run, transport } from "../support/calls.js"
import { importDocument, renderDocument } from "../support/generated.js"

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more })
const text = { type: "string" }
const integer = { type: "integer" }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const schemas = {
  Thing: object({ id: integer, note: { ...text, maxLength: 3 } }, { required: ["id"] }),
  Problem: object({ code: text }, { required: ["code"] }),
  Account: object({ id: { ...text, readOnly: true }, password: { type: "string", format: "password", writeOnly: true }, language: { ...text, default: "fr" } }, { required: ["id", "password"] }),
  OpenColour: { type: "string", enum: ["red", "green"], "x-extensible-enum": true },
  ListedColour: { type: "string", "x-extensible-enum": ["red", "green"] }
}

const answer = (content?: object, headers?: object) => ({
  description: "an answer",
  ...(content === undefined ? {} : { content }),
  ...(headers === undefined ? {} : { headers })
})

const jsonAnswer = (schema: object, type = "application/json") => answer({ [type]: { schema } })

const typed = (body: string | Uint8Array<ArrayBuffer>, type: string, status = 200): Answer => ({ status, headers: { "content-type": type }, body })

interface Row {
  readonly name: string
  readonly responses: object
  readonly given: Answer
  /** The value, or an error by some of its fields. */
  readonly expected: unknown
}

const row = (name: string, responses: object, given: Answer, expected: unknown): Row => ({ name, responses, given, expected })

const failure = (tag: string, fields: object): object => ({ _tag: tag, ...fields })

/** Two successes, a status, a range and the rest. */
const several = {
  "200": jsonAnswer(ref("Thing")),
  "2XX": jsonAnswer(text),
  "404": jsonAnswer(ref("Problem"), "application/problem+json"),
  "4XX": jsonAnswer(integer),
  "501": answer(),
  default: jsonAnswer({ type: "boolean" })
}

const statusRows: ReadonlyArray<Row> = [
  row("an exact status", several, json({ id: 1 }), { id: 1 }),
  row("a range of successes", several, json("made", 201), "made"),
  row("an exact error, as a problem", several, json({ code: "gone" }, 404, "application/problem+json"), failure("ApiNotFound", { status: 404, body: { code: "gone" } })),
  row("a range of errors", several, json(7, 409), failure("ApiClientError", { status: 409, body: 7 })),
  row("an error without a body", several, { status: 501 }, failure("ApiNotImplemented", { status: 501, body: undefined })),
  row("any other error is default's", several, json(true, 505), failure("ApiDefaultError", { status: 505, body: true })),
  row("an error of another shape is not the declared one", several, json({ message: "no code" }, 404), failure("UnexpectedStatusError", { status: 404 })),
  row("a success of another shape", several, json({ id: "1" }), failure("MalformedResponseError", { status: 200, reason: "schema", paths: ["id"] })),
  row("a success that is no JSON", several, typed("{\"id\":", "application/json"), failure("MalformedResponseError", { reason: "json" })),
  row("default alone is the success", { default: jsonAnswer(integer) }, json(5), 5),
  row("and the error", { default: jsonAnswer(integer) }, json(5, 400), failure("ApiDefaultError", { status: 400, body: 5 })),
  row("default is an error beside a declared success, whatever its status", { "200": jsonAnswer(integer), default: jsonAnswer(integer) }, json(5, 202), failure("ApiDefaultError", { status: 202, body: 5 })),
  row("a success that nothing declares", { "200": jsonAnswer(integer) }, json(5, 202), failure("UnexpectedStatusError", { status: 202 })),
  row("an error that nothing declares", { "200": answer() }, json({}, 418), failure("UnexpectedStatusError", { status: 418 }))
]

const contentRows: ReadonlyArray<Row> = [
  row("nothing", { "204": answer() }, { status: 204 }, undefined),
  row("nothing, whatever came", { "200": answer() }, json({ a: 1 }), undefined),
  row("a value or nothing: a value", { "200": jsonAnswer(integer), "204": answer() }, json(1), 1),
  row("a value or nothing: nothing", { "200": jsonAnswer(integer), "204": answer() }, { status: 204 }, undefined),
  row("a range of JSON", { "200": jsonAnswer(ref("Thing"), "application/*+json") }, typed("{\"id\":1}", "application/problem+json"), { id: 1 }),
  row("JSON for a range of it", { "200": { description: "", content: { "application/*+json": { schema: ref("Thing") }, "application/*+xml": { schema: { type: "string" } } } } }, typed("{\"id\":1}", "application/json"), { id: 1 }),
  row("a vendor's JSON with a version", { "200": jsonAnswer(ref("Thing"), "application/vnd.orange+json;version=1") }, typed("{\"id\":1}", "application/vnd.orange+json; version=1; charset=utf-8"), { id: 1 }),
  row("JSON that a server calls plain text", { "200": jsonAnswer(ref("Thing")) }, typed("{\"id\":1}", "text/plain"), { id: 1 }),
  row("JSON without a schema", { "200": answer({ "application/json": {} }) }, json({ a: [1] }), { a: [1] }),
  row("text", { "200": answer({ "text/plain": { schema: text } }) }, typed("é", "text/plain; charset=utf-8"), "é"),
  row("XML is a text", { "200": answer({ "application/xml": {} }) }, typed("<a/>", "application/xml"), "<a/>"),
  row("bytes", { "200": answer({ "image/png": {} }) }, typed(new Uint8Array([0, 255]), "image/png"), new Uint8Array([0, 255])),
  row("a form", { "200": answer({ "application/x-www-form-urlencoded": { schema: object({ a: text, b: { type: "array", items: text } }) } }) }, typed("a=x+y&b=1&b=2", "application/x-www-form-urlencoded"), { a: "x y", b: ["1", "2"] }),
  row("one of two media types", { "200": answer({ "application/json": { schema: integer }, "text/plain": { schema: text } }) }, typed("5", "text/plain"), "5"),
  row("the other", { "200": answer({ "application/json": { schema: integer }, "text/plain": { schema: text } }) }, json(5), 5),
  row("a media type that nothing declares", { "200": answer({ "image/png": {} }) }, typed("<html>", "text/html"), failure("MalformedResponseError", { status: 200 }))
]

const schemaRows: ReadonlyArray<Row> = [
  row("unknown properties are ignored", { "200": jsonAnswer(ref("Thing")) }, json({ id: 1, more: true }), { id: 1 }),
  row("lengths are not enforced", { "200": jsonAnswer(ref("Thing")) }, json({ id: 1, note: "long" }), { id: 1, note: "long" }),
  row("the form for answers: a default filled, no writeOnly", { "200": jsonAnswer(ref("Account")) }, json({ id: "a", password: "pw" }), { id: "a", language: "fr" }),
  row("a default that a part of an allOf gives, the last before the first", { "200": jsonAnswer(object({ a: { allOf: [{ ...text, default: "x" }, { default: "y" }] }, b: { allOf: [{ ...text, default: "x" }, { maxLength: 3 }] } })) }, json({}), { a: "y", b: "x" }),
  row("a required readOnly property", { "200": jsonAnswer(ref("Account")) }, json({}), failure("MalformedResponseError", { paths: ["id"] })),
  row("an open enum keeps what is new", { "200": jsonAnswer({ type: "array", items: ref("OpenColour") }) }, json(["red", "blue"]), ["red", "blue"]),
  row("an open enum that is listed by the extension", { "200": jsonAnswer({ type: "array", items: ref("ListedColour") }) }, json(["red", "blue"]), ["red", "blue"]),
  row("an open enum is a text all the same", { "200": jsonAnswer(ref("ListedColour")) }, json(5), failure("MalformedResponseError", { paths: ["(root)"] })),
  row("a closed enum does not", { "200": jsonAnswer({ type: "string", enum: ["red"] }) }, json("blue"), failure("MalformedResponseError", { paths: ["(root)"] })),
  row("a date-time is an instant", { "200": jsonAnswer({ type: "string", format: "date-time" }) }, json("2026-01-31T10:30:00+01:00"), DateTime.unsafeMake("2026-01-31T09:30:00Z")),
  row("base64 is bytes", { "200": jsonAnswer({ type: "string", format: "byte" }) }, json("AP8="), new Uint8Array([0, 255])),
  row("a password is a Redacted", { "200": jsonAnswer({ type: "string", format: "password" }) }, json("pw"), Redacted.make("pw"))
]

const rows = [...statusRows, ...contentRows, ...schemaRows]

const documentOf = (paths: object) => ({
  openapi: "3.1.0",
  info: { title: "Answers", version: "1" },
  servers: [{ url: "https://example.com" }],
  paths,
  components: { schemas }
})

const document = documentOf(Object.fromEntries(rows.map(({ responses }, index) => [`/${index}`, { get: { operationId: `row${index}`, responses } }])))

/** An error's fields that the row speaks of. */
const seen = ({ error, value }: Outcome, expected: unknown): unknown =>
  error === undefined
    ? value
    : typeof expected === "object" && expected !== null
    ? Object.fromEntries(Object.keys(expected).map((key) => [key, error[key]]))
    : error

describe("answers", async () => {
  const client = await importDocument("conformance/answers", document)

  it.each(rows.map((one, index) => [one.name, one, index] as const))("%s", async (_, { expected, given }, index) => {
    expect(seen(await call(client, `row${index}`, [], { answers: [given] }), expected)).toEqual(expected)
  })

  it("an error is caught by its status", async () => {
    const { layer } = transport(json({ code: "gone" }, 404))
    const caught = ApiClient.runOpen(client.operations["row0"]).pipe(
      Effect.catchTag("ApiNotFound" as never, (error: { readonly body: { readonly code: string } }) => Effect.succeed(error.body.code)),
      Effect.provide(layer)
    )
    expect(await Effect.runPromise(caught as Effect.Effect<unknown>)).toBe("gone")
  })

  it("asks for what is declared, errors last", async () => {
    const { sent } = await call(client, "row0", [], { answers: [json({ id: 1 })] })
    expect(sent[0]!.headers["accept"]).toBe("application/json, application/problem+json;q=0.9")
  })

  it("says of none that it was weakened", () => {
    expect(renderDocument(document).findings.filter(({ reason }) => !reason.startsWith("XML"))).toEqual([])
  })
})

describe("strict responses", async () => {
  const strict = documentOf({ "/a": { get: { operationId: "getThing", responses: { "200": jsonAnswer(ref("Thing")) } } } })
  const client = await importDocument("conformance/answers-strict", strict, { strictResponses: true })

  it("are held to lengths, and unknown properties are still ignored", async () => {
    const ask = (body: unknown) => call(client, "getThing", [], { answers: [json(body)] })
    expect((await ask({ id: 1, note: "ok", more: 1 })).value).toEqual({ id: 1, note: "ok" })
    expect((await ask({ id: 1, note: "long" })).error).toMatchObject({ _tag: "MalformedResponseError", paths: ["note"] })
  })
})

describe("streams", async () => {
  const client = await importDocument("conformance/streams", documentOf({
    "/events": { get: { operationId: "events", responses: { "200": answer({ "text/event-stream": { schema: ref("Thing") } }), "404": jsonAnswer(ref("Problem")) } } },
    "/anything": { get: { operationId: "anything", responses: { "200": answer({ "text/event-stream": { schema: {} } }) } } },
    "/texts": { get: { operationId: "texts", responses: { "200": answer({ "text/event-stream": { schema: text } }) } } },
    "/lines": { get: { operationId: "lines", responses: { "200": answer({ "application/x-ndjson": { schema: ref("Thing") } }) } } },
    "/both": { post: { operationId: "complete", requestBody: { content: { "application/json": { schema: ref("Thing") } } }, responses: { "200": answer({ "application/json": { schema: ref("Thing") }, "text/event-stream": { schema: ref("Thing") } }) } } }
  }))

  const events = typed(": a comment\nid: 1\nevent: made\ndata: {\"id\":1,\ndata: \"more\":2}\n\ndata: {\"id\":2}\n\n", "text/event-stream")

  it("server-sent events, their data typed", async () => {
    const { sent, value } = await call(client, "events", [], { answers: [events] })
    expect(value).toEqual([{ id: "1", event: "made", data: { id: 1 } }, { id: "1", data: { id: 2 } }])
    expect(sent[0]!.headers["accept"]).toBe("text/event-stream, application/json;q=0.9")
  })

  it("an event of another shape ends it", async () => {
    expect((await call(client, "events", [], { answers: [typed("data: {\"id\":\"x\"}\n\n", "text/event-stream")] })).error).toMatchObject({ _tag: "MalformedResponseError", paths: ["id"] })
  })

  it("a declared error comes in place of it", async () => {
    expect((await call(client, "events", [], { answers: [json({ code: "none" }, 404)] })).error).toMatchObject({ _tag: "ApiNotFound", body: { code: "none" } })
  })

  it("data that is text is no JSON", async () => {
    expect((await call(client, "anything", [], { answers: [typed("data: hello\n\ndata: {\"id\":1}\n\n", "text/event-stream")] })).value).toEqual([{ data: "hello" }, { data: "{\"id\":1}" }])
    expect((await call(client, "texts", [], { answers: [typed("data: 5\n\ndata: [DONE]\n\n", "text/event-stream")] })).value).toEqual([{ data: "5" }, { data: "[DONE]" }])
  })

  it("lines of JSON", async () => {
    expect((await call(client, "lines", [], { answers: [typed("{\"id\":1}\n\n{\"id\":2}", "application/x-ndjson")] })).value).toEqual([{ id: 1 }, { id: 2 }])
  })

  it("both ways: each method asks for its own", async () => {
    const whole = await call(client, "complete", [{ body: { id: 1 } }], { answers: [json({ id: 1 })] })
    expect([whole.value, whole.sent[0]!.headers["accept"]]).toEqual([{ id: 1 }, "application/json"])
    const streamed = await call(client, "completeStream", [{ body: { id: 1 } }], { answers: [events] })
    expect([streamed.value.length, streamed.sent[0]!.headers["accept"], streamed.sent[0]!.body]).toEqual([2, "text/event-stream", "{\"id\":1}"])
  })
})

describe("declared headers", async () => {
  const headers = {
    "X-Rate-Limit": { required: true, schema: integer },
    "X-Tags": { schema: { type: "array", items: text } },
    "X-Point": { explode: true, schema: object({ x: integer, y: integer }) },
    "X-When": { schema: { type: "string", format: "date-time" } }
  }
  const { operations } = await importDocument("conformance/headers", documentOf({ "/a": { get: { operationId: "getThing", responses: { "200": answer({ "application/json": { schema: ref("Thing") } }, headers) } } } }))

  const ask = (given: Readonly<Record<string, string>>) => {
    const { body, headers: own } = json({ id: 1 })
    return run(ApiClient.runWithResponse(operations["getThing"]), transport({ status: 200, headers: { ...own, ...given }, body: body! }))
  }

  it("are decoded beside the value", async () => {
    const { value } = await ask({ "x-rate-limit": "42", "x-tags": "a,b", "x-point": "x=1,y=2", "x-when": "1970-01-01T00:00:00Z" })
    expect([value.value, value.status, value.declared]).toEqual([
      { id: 1 },
      200,
      { "x-rate-limit": 42, "x-tags": ["a", "b"], "x-point": { x: 1, y: 2 }, "x-when": DateTime.unsafeMake(0) }
    ])
  })

  it("may be absent where they are optional, and only there", async () => {
    expect((await ask({ "x-rate-limit": "1" })).value.declared).toEqual({ "x-rate-limit": 1 })
    expect((await ask({ "x-tags": "a" })).error).toMatchObject({ _tag: "MalformedResponseError" })
    expect((await ask({ "x-rate-limit": "many" })).error).toMatchObject({ _tag: "MalformedResponseError" })
  })
})
