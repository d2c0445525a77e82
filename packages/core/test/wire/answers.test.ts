/** Which answer an answer is, and what it decodes to (OpenAPI 3.1 sections 4.8.16 and 4.8.17). */
import { assert, describe, it } from "@effect/vitest"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { ApiSchema as k, type Operation } from "@effect-orange/core"
import * as Accept from "../../src/internal/wire/accept.js"
import * as Answer from "../../src/internal/wire/answer.js"
import * as DeclaredHeaders from "../../src/internal/wire/declaredHeaders.js"
import * as EventStream from "../../src/internal/wire/eventStream.js"
import * as JsonLines from "../../src/internal/wire/jsonLines.js"
import * as MediaType from "../../src/internal/wire/mediaType.js"
import * as Pointer from "../../src/internal/wire/pointer.js"
import * as Problem from "../../src/internal/wire/problem.js"

const A = Schema.Struct({ a: Schema.Number })
const json: Operation.Media = { json: A }

describe("the declaration for a status (section 4.8.16.2)", () => {
  const responses = { "200": json, "2XX": null, "404": json, "4XX": json, "default": json }

  it("is the status, then its range, then default", () => {
    assert.deepStrictEqual([200, 201, 404, 418, 500].map((status) => Answer.keyFor(responses, status)), ["200", "2XX", "404", "4XX", "default"])
    assert.isUndefined(Answer.keyFor({ "200": json }, 500))
    assert.strictEqual(Answer.keyFor({ "5xx": json }, 500), "5xx")
  })

  it("default is a success only where no other is declared", () => {
    assert.isUndefined(Answer.successKey({ "200": json, default: json }, 201))
    assert.strictEqual(Answer.successKey({ "404": json, default: json }, 201), "default")
    assert.strictEqual(Answer.successKey(responses, 202), "2XX")
  })
})

describe("the media type of an answer", () => {
  const kindOf = (contents: ReadonlyArray<Operation.Media>, contentType: string | undefined) =>
    Answer.choose(Answer.compile({ content: contents }, false), contentType)?.kind
  const text = { media: "text/plain" }

  it("JSON in all its names, parameters or not", () => {
    for (const type of ["application/json", "Application/JSON; charset=utf-8", "application/problem+json", "application/vnd.x+json;version=1", "text/json"]) {
      assert.strictEqual(kindOf([json], type), "json", type)
    }
  })

  it("JSON without a type, or called plain text, where one type of JSON is all there is", () => {
    assert.strictEqual(kindOf([json], undefined), "json")
    assert.strictEqual(kindOf([json], ""), "json")
    assert.strictEqual(kindOf([json], "text/plain"), "json")
    assert.strictEqual(kindOf([json, text], "text/plain"), "text")
    assert.isUndefined(kindOf([json, { media: "application/problem+json", schema: A }], undefined))
    assert.isUndefined(kindOf([json], "text/html"))
    assert.isUndefined(kindOf([text], "application/json"))
  })

  it("the most specific of several", () => {
    const B = Schema.Struct({ b: Schema.Number })
    const decoded = (contentType: string, body: string) =>
      Either.isRight(Answer.decodeBody(
        Answer.choose(Answer.compile({ content: [{ media: "*/*", schema: k.never as never }, { media: "application/*", schema: k.never as never }, { media: "application/vnd.x+json", schema: A }, { media: "application/vnd.x+json;version=2", schema: B }] }, false), contentType)!,
        body
      ))
    assert.isTrue(decoded("application/vnd.x+json", "{\"a\":1}"))
    assert.isTrue(decoded("application/vnd.x+json;version=1", "{\"a\":1}"))
    assert.isTrue(decoded("application/vnd.x+json; charset=utf-8; version=2", "{\"b\":1}"))
    assert.isFalse(decoded("application/vnd.y+json", "{\"a\":1}"))
  })

  it("a range is read as what came", () => {
    assert.strictEqual(kindOf([{ media: "*/*", schema: A }], "application/json"), "json")
    assert.strictEqual(kindOf([{ media: "*/*", schema: A }], undefined), "json")
    assert.strictEqual(kindOf([{ media: "image/*" }], "image/png"), "bytes")
    assert.strictEqual(kindOf([{ media: "text/*" }], "text/csv"), "text")
  })

  it("kinds", () => {
    const kinds: ReadonlyArray<readonly [string, MediaType.Kind]> = [
      ["text/csv", "text"],
      ["application/xml", "text"],
      ["image/svg+xml", "text"],
      ["application/yaml", "text"],
      ["text/event-stream", "events"],
      ["application/x-ndjson", "lines"],
      ["application/jsonl", "lines"],
      ["application/json-seq", "sequence"],
      ["application/geo+json-seq", "sequence"],
      ["application/octet-stream", "bytes"],
      ["application/pdf", "bytes"],
      ["multipart/mixed", "multipart"],
      ["application/x-www-form-urlencoded", "form"]
    ]
    for (const [type, kind] of kinds) assert.strictEqual(MediaType.kindOf(type), kind, type)
  })
})

describe("decoding", () => {
  const decode = (media: Operation.Media, body: string, contentType?: string) => {
    const name = "json" in media ? "application/json" : media.media
    return Answer.decodeBody(Answer.choose(Answer.compile(media, false), contentType ?? name)!, body)
  }

  it("structure is held, constraints are not; strict holds both", () => {
    const Name = k.struct<{ readonly name: string }>({ name: k.text({ maxLength: 2 }) })
    const read = (isStrict: boolean, body: string) => Answer.decodeBody(Answer.choose(Answer.compile({ json: Name }, isStrict), "application/json")!, body)
    assert.deepStrictEqual(read(false, "{\"name\":\"abc\",\"more\":1}"), Either.right({ name: "abc" }))
    assert.deepStrictEqual(read(true, "{\"name\":\"abc\"}"), Either.left({ reason: "schema", paths: ["name"] } as const))
    assert.deepStrictEqual(read(false, "{\"name\":1}"), Either.left({ reason: "schema", paths: ["name"] } as const))
  })

  it("faults are told by path", () => {
    assert.deepStrictEqual(decode(json, "<html>"), Either.left({ reason: "json", paths: [] } as const))
    assert.deepStrictEqual(decode(json, ""), Either.left({ reason: "json", paths: [] } as const))
    assert.deepStrictEqual(decode(json, "{}"), Either.left({ reason: "schema", paths: ["a"] } as const))
    assert.deepStrictEqual(decode({ json: Schema.Array(A) }, "[{\"a\":1},{}]"), Either.left({ reason: "schema", paths: ["1.a"] } as const))
    assert.deepStrictEqual(decode({ json: Schema.String }, "1"), Either.left({ reason: "schema", paths: ["(root)"] } as const))
  })

  it("a value too deep for its schema is a fault, not a crash", () => {
    interface Tree {
      readonly of?: Tree
    }
    const Tree: Schema.Schema<Tree> = k.schema<Tree>("Tree", () => k.struct<Tree>({ of: k.opt(Tree) }))
    const deep = `${"{\"of\":".repeat(200_000)}{}${"}".repeat(200_000)}`
    assert.deepStrictEqual(decode({ json: Tree }, deep), Either.left({ reason: "schema", paths: ["(root)"] } as const))
  })

  it("text is text; a schema that wants more reads it as JSON", () => {
    assert.deepStrictEqual(decode({ media: "text/plain" }, "1"), Either.right("1"))
    assert.deepStrictEqual(decode({ media: "text/plain", schema: Schema.String }, "1"), Either.right("1"))
    assert.deepStrictEqual(decode({ media: "text/plain", schema: Schema.Number }, "1"), Either.right(1))
    assert.deepStrictEqual(decode({ media: "text/plain", schema: Schema.Literal("a", "b") }, "c"), Either.left({ reason: "schema", paths: ["(root)"] } as const))
  })

  it("a form is an object", () => {
    assert.deepStrictEqual(decode({ media: "application/x-www-form-urlencoded", schema: Schema.Struct({ a: Schema.String }) }, "a=x+y"), Either.right({ a: "x y" }))
  })
})

describe("Accept (RFC 9110 section 12.5.1)", () => {
  it("successes in the document's order, errors of lower quality if they differ", () => {
    assert.strictEqual(Accept.of({ responses: { "200": { content: [{ media: "text/csv" }, json] }, "201": json, "404": { media: "application/problem+json" }, default: json } }), "text/csv, application/json, application/problem+json;q=0.9")
  })
  it("anything where nothing is declared, errors alone where only they have a body", () => {
    assert.strictEqual(Accept.of({ responses: { "204": null } }), "*/*")
    assert.strictEqual(Accept.of({ responses: { "204": null, "400": json } }), "application/json, */*;q=0.1")
    assert.strictEqual(Accept.of({ responses: { default: json } }), "application/json")
  })
  it("a stream where one is asked for", () => {
    const responses = { "200": { content: [json, { media: "text/event-stream" }] }, "400": json }
    assert.strictEqual(Accept.of({ responses, stream: true }), "text/event-stream")
    assert.strictEqual(Accept.of({ responses }), "application/json, text/event-stream")
  })
})

describe("declared headers (section 4.8.21)", () => {
  const decode = (declared: { readonly [name: string]: Operation.Header }, headers: Record<string, string>) => DeclaredHeaders.decode(declared, headers, false)

  it("are read by what their schema wants", () => {
    assert.deepStrictEqual(
      decode({
        text: { schema: Schema.String },
        number: { schema: Schema.Number },
        flag: { schema: Schema.Boolean },
        list: { schema: Schema.Array(Schema.Number) },
        pairs: { schema: Schema.Struct({ R: Schema.Number }) },
        exploded: { schema: Schema.Struct({ R: Schema.Number }), explode: true },
        unsaid: {},
        absent: { schema: Schema.String }
      }, { unsaid: "42", text: "42", number: "42", flag: "true", list: "1, 2", pairs: "R,100", exploded: "R=100" }),
      Either.right({ unsaid: "42", text: "42", number: 42, flag: true, list: [1, 2], pairs: { R: 100 }, exploded: { R: 100 } })
    )
  })

  it("one that is required and missing, or of another form, is named", () => {
    assert.deepStrictEqual(decode({ etag: { required: true, schema: Schema.String } }, {}), Either.left({ reason: "schema", paths: ["headers.etag"] } as const))
    assert.deepStrictEqual(decode({ n: { schema: Schema.Number } }, { n: "x" }), Either.left({ reason: "schema", paths: ["headers.n"] } as const))
  })
})

describe("problems name places and expectations, never values", () => {
  const describeProblem = (schema: Schema.Schema<any, any>, value: unknown) => {
    const result = ParseResult.decodeUnknownEither(schema, { onExcessProperty: "error" })(value)
    return Either.isLeft(result) ? Problem.describe(result.left) : undefined
  }
  const secret = "+2250779914028"

  it("leaf by leaf", () => {
    const Person = Schema.Struct({ name: Schema.String.pipe(Schema.minLength(3)), kind: Schema.optional(Schema.Literal("a", "b")) })
    assert.deepStrictEqual(describeProblem(Person, { name: 1 }), { path: ["name"], text: "must be a string" })
    assert.deepStrictEqual(describeProblem(Person, { name: "x" }), { path: ["name"], text: "must be a string at least 3 character(s) long" })
    assert.deepStrictEqual(describeProblem(Person, {}), { path: ["name"], text: "is missing" })
    assert.deepStrictEqual(describeProblem(Person, { name: "xyz", kind: secret }), { path: ["kind"], text: "must be \"a\" | \"b\"" })
    assert.deepStrictEqual(describeProblem(Person, { name: "xyz", [secret]: 1 })?.path, ["+225••••4028"])
  })

  it("the words of our own schemas, nobody else's message", () => {
    const Bad = Schema.String.pipe(Schema.filter((value) => `is ${value}`))
    assert.notInclude(describeProblem(Bad, secret)?.text, secret)
    assert.deepStrictEqual(describeProblem(k.text({ minLength: 20 }), secret), { path: [], text: "must be at least 20 characters" })
    assert.notInclude(describeProblem(Schema.NumberFromString, `no number: ${secret}`)?.text, secret)
    assert.notInclude(describeProblem(k.dateTime, secret)?.text, secret)
  })

  it("keys of a map are data, declared names are not", () => {
    const Numbers = k.record(k.struct<{ readonly n: number }>({ n: k.number() }))
    assert.deepStrictEqual(describeProblem(Numbers, { [secret]: { n: "x" } })?.path, ["*", "n"])
    const Open = k.open<{ readonly id: string; readonly [key: string]: unknown }>({ id: Schema.String }, Schema.Number as never)
    assert.deepStrictEqual(describeProblem(Open, { id: 1 })?.path, ["id"])
    assert.deepStrictEqual(describeProblem(Schema.Record({ key: Schema.String, value: Schema.Number }), { [secret]: "x" })?.path, ["*"])
  })

  it("the member of a union that came closest", () => {
    const Either_ = Schema.Union(Schema.Struct({ a: Schema.Struct({ b: Schema.Number }) }), Schema.Struct({ c: Schema.Number }))
    assert.deepStrictEqual(describeProblem(Either_, { a: { b: "x" } })?.path, ["a", "b"])
    assert.deepStrictEqual(describeProblem(Schema.Union(Schema.Number, Schema.Struct({ a: Schema.Number })), secret), { path: [], text: "has none of the forms that it may have" })
  })
})

describe("server-sent events (WHATWG HTML section 9.2.6)", () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const read = (...chunks: ReadonlyArray<string>) => {
    const parser = EventStream.make()
    return chunks.flatMap((chunk) => parser.push(bytes(chunk)))
  }
  const data = (events: ReadonlyArray<EventStream.RawEvent>) => events.map((event) => event.data)

  it("the standard's examples", () => {
    assert.deepStrictEqual(data(read("data: YHOO\ndata: +2\ndata: 10\n\n")), ["YHOO\n+2\n10"])
    assert.deepStrictEqual(read(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n"), [
      { id: "1", event: undefined, data: "first event" },
      { id: undefined, event: undefined, data: "second event" },
      { id: undefined, event: undefined, data: " third event" }
    ])
    assert.deepStrictEqual(data(read("data\n\ndata\ndata\n\ndata:")), ["", "\n"])
    assert.deepStrictEqual(data(read("data:test\n\ndata: test\n\n")), ["test", "test"])
  })

  it("the id stays until another comes, the type does not", () => {
    assert.deepStrictEqual(read("event: add\nid: 7\ndata: a\n\ndata: b\n\nid: 8\0\ndata: c\n\n"), [
      { id: "7", event: "add", data: "a" },
      { id: "7", event: undefined, data: "b" },
      { id: "7", event: undefined, data: "c" }
    ])
  })

  it("a byte order mark, comments, unknown fields and an unfinished end count for nothing", () => {
    assert.deepStrictEqual(data(read("\ufeffdata: a\n\n:c\nfoo: x\ndata: b\n\ndata: c\n")), ["a", "b"])
  })

  it("retry is digits", () => {
    const parser = EventStream.make()
    parser.push(bytes("retry: 10\nretry: 2x\n"))
    assert.strictEqual(parser.retry(), 10)
  })

  it("an id counts when its event is complete", () => {
    const parser = EventStream.make()
    parser.push(bytes("id: 1\ndata: a\n\nid: 2\ndata: b\n"))
    assert.strictEqual(parser.lastEventId(), "1")
  })

  it.prop("any line ends, cut anywhere, give the same events", {
    end: FastCheck.constantFrom("\n", "\r", "\r\n"),
    texts: FastCheck.array(FastCheck.stringOf(FastCheck.constantFrom("a", "é", ":", " ", "😀", "{")), { minLength: 1, maxLength: 5 }),
    cuts: FastCheck.array(FastCheck.nat(200), { maxLength: 12 })
  }, ({ cuts, end, texts }) => {
    const whole = bytes(`\ufeff${texts.map((text) => `data: ${text}${end}data: more${end}${end}`).join("")}`)
    const at = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].sort((a, b) => a - b)
    const parser = EventStream.make()
    const events = at.slice(1).flatMap((to, i) => parser.push(whole.subarray(at[i]!, to)))
    return JSON.stringify(data(events)) === JSON.stringify(texts.map((text) => `${text}\nmore`))
  })

  it("a CRLF that is cut in two is one end", () => {
    assert.deepStrictEqual(data(read("data: a\r", "\ndata: b\r\n\r", "\ndata: c\r\r")), ["a\nb", "c"])
  })

  it("what waits for its end is counted", () => {
    const parser = EventStream.make()
    parser.push(bytes(`data: ${"x".repeat(100)}\ndata: ${"y".repeat(50)}`))
    assert.isAtLeast(parser.pending(), 150)
  })
})

describe("lines of JSON and JSON sequences (RFC 7464)", () => {
  const read = (kind: "lines" | "sequence", chunks: ReadonlyArray<string>) => {
    const parser = JsonLines.make(kind)
    return [...chunks.flatMap((chunk) => parser.push(new TextEncoder().encode(chunk))), ...parser.end()].map((text) => JSON.parse(text) as unknown)
  }

  it("lines, empty ones apart, the last one ended or not", () => {
    assert.deepStrictEqual(read("lines", ["{\"a\":", "1}\r\n\n{\"a\":2}\n{\"a\"", ":3}"]), [{ a: 1 }, { a: 2 }, { a: 3 }])
    assert.deepStrictEqual(read("lines", ["1\n2\n"]), [1, 2])
  })
  it("sequences", () => {
    assert.deepStrictEqual(read("sequence", ["\x1e{\"a\":1}\n\x1e{", "\"a\":2}\n", "\x1e"]), [{ a: 1 }, { a: 2 }])
  })
})

describe("JSON pointers (RFC 6901 section 5)", () => {
  const document = { foo: ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8 }
  it("read and write", () => {
    assert.deepStrictEqual(["", "/foo", "/foo/0", "/", "/a~1b", "/m~0n", "/no/where", "/constructor"].map((pointer) => Pointer.read(document, pointer)), [document, ["bar", "baz"], "bar", 0, 1, 8, undefined, undefined])
    assert.strictEqual(Pointer.write(["a/b", "m~n", "0"]), "/a~1b/m~0n/0")
  })
})
