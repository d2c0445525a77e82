/** The bytes of bodies (OpenAPI 3.1 sections 4.8.13 to 4.8.15, RFC 7578). */
import { assert, describe, it } from "@effect/vitest"
import type * as HttpBody from "@effect/platform/HttpBody"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Operation } from "@effect-orange/core"
import * as Body from "../../src/internal/wire/body.js"
import * as Urlencoded from "../../src/internal/wire/urlencoded.js"

const written = (content: ReadonlyArray<Operation.Media>, request: Readonly<Record<string, unknown>>) => {
  const compiled = Body.compile({ content })
  return Body.write(Body.choose(compiled, request), request)
}

const bytesOf = (body: HttpBody.HttpBody): Effect.Effect<Uint8Array, unknown> => {
  if (body._tag === "Uint8Array") return Effect.succeed(body.body)
  if (body._tag !== "Stream") return Effect.dieMessage(body._tag)
  return Effect.map(Stream.runCollect(body.stream), (chunks) => new Uint8Array(Buffer.concat([...chunks])))
}

const textOf = (body: HttpBody.HttpBody) => Effect.map(bytesOf(body), (bytes) => new TextDecoder().decode(bytes))

const write = (media: Operation.Media, body: unknown, more: object = {}) => {
  const result = written([media], { body, ...more })
  return Effect.map(textOf(result.body), (text) => ({ ...result, text, contentType: result.body.contentType }))
}

describe("JSON", () => {
  const Receipt = Schema.Struct({ phone: Schema.String, at: Schema.optional(Schema.Date) })

  it.effect("is what the schema encodes to, under the type that the document names", () =>
    Effect.gen(function*() {
      const media = "application/vnd.orange+json; version=1"
      const { contentType, replayable, text } = yield* write({ media, schema: Receipt }, { phone: "1", at: new Date(0) })
      assert.deepStrictEqual([text, contentType, replayable], ["{\"phone\":\"1\",\"at\":\"1970-01-01T00:00:00.000Z\"}", media, true])
      assert.strictEqual((yield* write({ json: Receipt }, { phone: "é" })).contentType, "application/json")
    }))

  it("what is wrong with it is found, and where, without its value", () => {
    for (
      const [value, path] of [
        [{ phone: 33612345678 }, ["phone"]],
        [{}, ["phone"]],
        [{ phone: "1", extra: 1 }, ["extra"]],
        [[], []]
      ] as const
    ) {
      let error: unknown
      try {
        written([{ json: Receipt }], { body: value })
      } catch (caught) {
        error = caught
      }
      const { path: at, problem } = error as { readonly path: ReadonlyArray<string>; readonly problem: string }
      assert.deepStrictEqual(at, path)
      assert.notInclude(problem, "33612345678")
    }
  })

  it("what no JSON can say is refused", () => {
    const cycle: Record<string, unknown> = {}
    cycle["self"] = cycle
    for (const value of [cycle, 1n, () => 1]) assert.throws(() => written([{ media: "application/json" }], { body: value }), /JSON/)
  })
})

describe("application/x-www-form-urlencoded (section 4.8.15.3)", () => {
  const media = "application/x-www-form-urlencoded"

  it.effect("the standard's example with a JSON value", () =>
    Effect.gen(function*() {
      const { contentType, text } = yield* write({ media }, {
        id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        address: { streetAddress: "123 Example Dr.", city: "Somewhere", state: "CA", zip: "99999+1234" }
      })
      assert.strictEqual(contentType, media)
      assert.strictEqual(
        text,
        "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D"
      )
      assert.strictEqual((yield* write({ media, encoding: { id: { contentType: "application/json" } } }, { id: "a" })).text, "id=%22a%22")
    }))

  it.effect("lists repeat their name, what is undefined is left out", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* write({ media }, { a: [1, "b c"], n: null, u: undefined, t: true, "k&": "~" })).text, "a=1&a=b+c&t=true&k%26=%7E")
    }))

  it.effect("any of style, explode and allowReserved makes it a query parameter", () =>
    Effect.gen(function*() {
      const styled = (encoding: Operation.Encoding, value: unknown) => Effect.map(write({ media, encoding: { f: encoding } }, { f: value }), ({ text }) => text)
      assert.strictEqual(yield* styled({ style: "form" }, { a: 1, b: 2 }), "a=1&b=2")
      assert.strictEqual(yield* styled({ explode: false }, ["a", "b"]), "f=a,b")
      assert.strictEqual(yield* styled({ style: "deepObject", explode: true }, { a: 1 }), "f%5Ba%5D=1")
      assert.strictEqual(yield* styled({ style: "pipeDelimited" }, ["a", "b"]), "f=a%7Cb")
      assert.strictEqual(yield* styled({ style: "spaceDelimited" }, ["a", "b"]), "f=a+b")
      assert.strictEqual(yield* styled({ allowReserved: true }, "a/b"), "f=a/b")
    }))

  it("an answer's pairs are an object; repeated names have a list", () => {
    assert.deepStrictEqual(Urlencoded.read("a=1&b=x+y&a=2"), { a: ["1", "2"], b: "x y" })
  })

  it.effect.prop("what is written is read again", { body: FastCheck.dictionary(FastCheck.fullUnicodeString(), FastCheck.fullUnicodeString()) }, ({ body }) =>
    Effect.gen(function*() {
      const { text } = yield* write({ media }, body)
      assert.deepStrictEqual(Object.fromEntries(new URLSearchParams(text)), { ...body })
    }))
})

describe("multipart/form-data (section 4.8.15.4, RFC 7578)", () => {
  const media = "multipart/form-data"

  const parts = (body: unknown, encoding: { readonly [property: string]: Operation.Encoding } = {}, more: object = {}) =>
    Effect.map(write({ media, encoding }, body, more), ({ contentType, text }) => {
      const boundary = /^multipart\/form-data; boundary=(effect-orange-[0-9a-f]{32})$/.exec(contentType ?? "")?.[1]
      assert.isString(boundary)
      const [first, ...rest] = text.split(`--${boundary}`)
      assert.strictEqual(first, "")
      assert.strictEqual(rest.at(-1), "--\r\n")
      return rest.slice(0, -1)
    })

  it.effect("a primitive is a plain part, an object is JSON, a list is a part for each item", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* parts({ id: 1, address: { city: "Rennes" }, tag: ["a", "b"], none: null }), [
        "\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n",
        "\r\nContent-Disposition: form-data; name=\"address\"\r\nContent-Type: application/json\r\n\r\n{\"city\":\"Rennes\"}\r\n",
        "\r\nContent-Disposition: form-data; name=\"tag\"\r\n\r\na\r\n",
        "\r\nContent-Disposition: form-data; name=\"tag\"\r\n\r\nb\r\n"
      ])
    }))

  it.effect("files: bytes, a blob, either with name and type, lists of them", () =>
    Effect.gen(function*() {
      const data = new TextEncoder().encode("x")
      assert.deepStrictEqual(
        yield* parts({ a: data, b: { data, filename: "é\"\r\n.png", contentType: "image/png" }, c: [new Blob(["y"], { type: "text/plain" }), { data }] }, { a: { contentType: "image/jpeg, image/png" } }),
        [
          "\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\nContent-Type: image/jpeg\r\n\r\nx\r\n",
          "\r\nContent-Disposition: form-data; name=\"b\"; filename=\"é%22%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n",
          "\r\nContent-Disposition: form-data; name=\"c\"; filename=\"c\"\r\nContent-Type: text/plain\r\n\r\ny\r\n",
          "\r\nContent-Disposition: form-data; name=\"c\"; filename=\"c\"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n"
        ]
      )
    }))

  it.effect("typed parts by encoding.contentType, headers of a part", () =>
    Effect.gen(function*() {
      const encoding = { note: { contentType: "application/xml; charset=utf-8", headers: { "X-Limit": Schema.Number, "X-Other": Schema.String } } }
      assert.deepStrictEqual(yield* parts({ note: "<a/>" }, encoding, { note_headers: { "X-Limit": 3 } }), [
        "\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: application/xml; charset=utf-8\r\nX-Limit: 3\r\n\r\n<a/>\r\n"
      ])
      assert.throws(() => written([{ media, encoding }], { body: { note: "" }, note_headers: { "X-Limit": "a" } }), /must be a number/)
      assert.throws(() => written([{ media, encoding }], { body: { note: "" }, note_headers: { "X-Other": "a\r\nb" } }), /header/)
      assert.throws(() => written([{ media, encoding }], { body: { note: "" }, note_headers: { "X-Unknown": "a" } }), /not known/)
      assert.throws(() => written([{ media }], { body: { a: { data: new Uint8Array(), contentType: "a\r\nX: y" } } }), /header/)
    }))

  it.effect("a property with a style is written as pairs, without the encoding of URLs", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(yield* parts({ f: { a: "x y", b: 2 } }, { f: { style: "deepObject" } }), [
        "\r\nContent-Disposition: form-data; name=\"f[a]\"\r\n\r\nx y\r\n",
        "\r\nContent-Disposition: form-data; name=\"f[b]\"\r\n\r\n2\r\n"
      ])
    }))

  it.effect("a form with a blob is a stream of known length that can be sent again", () =>
    Effect.gen(function*() {
      const { body, replayable } = written([{ media }], { body: { file: new Blob(["abc"]) } })
      assert.isTrue(replayable)
      const first = yield* bytesOf(body)
      assert.strictEqual(body._tag === "Stream" && body.contentLength, first.byteLength)
      assert.deepStrictEqual(yield* bytesOf(body), first)
      assert.include(new TextDecoder().decode(first), "\r\n\r\nabc\r\n")
    }))

  it.effect("another multipart type keeps its name", () =>
    Effect.gen(function*() {
      assert.match((yield* write({ media: "multipart/mixed" }, { a: 1 })).contentType ?? "", /^multipart\/mixed; boundary=/)
    }))

  it.effect.prop("what is written is read again by the platform's own reader", {
    fields: FastCheck.dictionary(FastCheck.string({ minLength: 1 }).filter((name) => !/["\r\n]/.test(name)), FastCheck.fullUnicodeString()),
    data: FastCheck.uint8Array()
  }, ({ data, fields }) =>
    Effect.gen(function*() {
      const { body } = written([{ media }], { body: { ...fields, "the file": { data, filename: "f.bin" } } })
      const bytes = yield* bytesOf(body)
      const form = yield* Effect.promise(() => new Response(new Uint8Array(bytes), { headers: { "content-type": body.contentType! } }).formData())
      for (const [name, value] of Object.entries(fields)) if (name !== "the file") assert.strictEqual(form.get(name), value)
      const file = form.get("the file") as File
      assert.strictEqual(file.name, "f.bin")
      assert.deepStrictEqual(new Uint8Array(yield* Effect.promise(() => file.arrayBuffer())), data)
    }), { fastCheck: { numRuns: 50 } })
})

describe("text, bytes and streams", () => {
  it.effect("are sent as they are", () =>
    Effect.gen(function*() {
      const plain = yield* write({ media: "text/plain; charset=utf-8" }, "é")
      assert.deepStrictEqual([plain.text, plain.contentType], ["é", "text/plain; charset=utf-8"])
      for (const body of [new TextEncoder().encode("x"), new Blob(["x"]), { data: new Blob(["x"]) }]) {
        const bytes = yield* write({ media: "application/octet-stream" }, body)
        assert.deepStrictEqual([bytes.text, bytes.contentType, bytes.replayable], ["x", "application/octet-stream", true])
      }
      assert.strictEqual((yield* write({ media: "application/xml" }, "<a/>")).text, "<a/>")
    }))

  it.effect("a stream is sent once", () =>
    Effect.gen(function*() {
      const { replayable, text } = yield* write({ media: "image/png" }, Stream.make(new Uint8Array([65]), new Uint8Array([66])))
      assert.deepStrictEqual([text, replayable], ["AB", false])
    }))

  it("an object is no text", () => {
    assert.throws(() => written([{ media: "text/csv" }], { body: { a: 1 } }), /text, bytes/)
  })

  it.effect("a list is lines of JSON", () =>
    Effect.gen(function*() {
      const media = { media: "application/x-ndjson", schema: Schema.Struct({ a: Schema.Number }) }
      assert.strictEqual((yield* write(media, [{ a: 1 }, { a: 2 }])).text, "{\"a\":1}\n{\"a\":2}\n")
      assert.throws(() => written([media], { body: [{ a: "x" }] }), /must be a number/)
    }))
})

describe("a choice of media types", () => {
  const content = [{ json: Schema.Struct({ a: Schema.Number }) }, { media: "text/plain" }]
  const chosen = (request: Readonly<Record<string, unknown>>) => written(content, request).body.contentType

  it("the request's contentType decides, the first by default", () => {
    assert.strictEqual(chosen({ body: { a: 1 } }), "application/json")
    assert.strictEqual(chosen({ body: "x", contentType: "text/plain" }), "text/plain")
    assert.throws(() => chosen({ body: "x", contentType: "text/csv" }), /none of application\/json, text\/plain/)
    assert.throws(() => chosen({ body: "x", contentType: 1 }), /must be a string/)
  })

  it("without a choice it is not the request's contentType, which may be a parameter", () => {
    assert.strictEqual(written([content[1]!], { body: "x", contentType: "text/csv" }).body.contentType, "text/plain")
  })

  it("a range is what the request or the body says, or what the value looks like", () => {
    const any = (body: unknown, contentType?: string) =>
      written([{ media: "*/*" }], { body, ...(contentType === undefined ? {} : { contentType }) }).body.contentType
    assert.strictEqual(any("x", "text/csv"), "text/csv")
    assert.strictEqual(any(new Blob(["x"], { type: "image/png" })), "image/png")
    assert.strictEqual(any(new Uint8Array()), "application/octet-stream")
    assert.strictEqual(any("x"), "text/plain")
    assert.strictEqual(any({ a: 1 }), "application/json")
    assert.throws(() => any("x", "text/csv\r\nX: y"), /header/)
  })

  it("keys beside body are known only where they mean something", () => {
    assert.deepStrictEqual(Body.compile({ content: [content[0]!] }).keys, [])
    assert.deepStrictEqual(Body.compile({ content }).keys, ["contentType"])
    assert.deepStrictEqual(Body.compile({ content: [{ media: "multipart/form-data", encoding: { a: { headers: {} } } }] }).keys, ["a_headers"])
  })
})
