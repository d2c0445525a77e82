/**
 * What goes over a socket and what comes back, one row for each thing that generators get wrong: a server of Node's own
 * sees the request as it is, and answers as a server would.
 */
import { assert, describe, it } from "@effect/vitest"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { ApiClient, type ApiError, AppAuth, Environment, type Operation } from "@effect-orange/core"

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: Http.IncomingHttpHeaders
  readonly body: Buffer
}

interface Reply {
  readonly status?: number
  readonly headers?: Http.OutgoingHttpHeaders
  readonly body?: string | Buffer | ReadonlyArray<string | Buffer>
}

/** A server on loopback that keeps what it saw. */
const startServer = (answer: (seen: Seen) => Reply) =>
  Effect.acquireRelease(
    Effect.async<{ readonly url: string; readonly seen: Array<Seen>; readonly server: Http.Server }>((resume) => {
      const seen: Array<Seen> = []
      const server = Http.createServer((request, response) => {
        const chunks: Array<Buffer> = []
        request.on("data", (chunk: Buffer) => chunks.push(chunk))
        request.on("end", () => {
          const one = { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks) }
          seen.push(one)
          const { body = [], headers = {}, status = 200 } = answer(one)
          response.writeHead(status, headers)
          const pieces = typeof body === "string" || Buffer.isBuffer(body) ? [body] : body
          pieces.forEach((piece) => response.write(piece))
          response.end()
        })
      })
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as AddressInfo
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}`, seen, server }))
      })
    }),
    ({ server }) => Effect.sync(() => server.closeAllConnections()).pipe(Effect.zipRight(Effect.sync(() => server.close())))
  )

const api: Operation.Api = { name: "rows", servers: [{ url: "/v1" }], security: {} }

const operation = (fields: Partial<Operation.Any>): Operation.Any => ({
  api,
  id: "row",
  method: "GET",
  path: "/row",
  responses: { "204": null },
  ...fields
})

type Method = (request?: object, options?: ApiClient.CallOptions) => Effect.Effect<any, any>

type Failure = ApiClient.Error | ApiError.NotFound<any> | ApiError.ClientError<any> | ApiError.DefaultError<any>

/** Calls one operation of a server that answers so. */
const row = (fields: Partial<Operation.Any>, request: object, reply: Reply = { status: 204 }) =>
  Effect.gen(function*() {
    const server = yield* startServer(() => reply)
    const client = yield* ApiClient.open<{ readonly call: Method }>({ call: operation(fields) }, { server: `${server.url}/v1` })
    const exit = yield* Effect.either(client.call(request))
    return { exit, seen: server.seen[0]!, server }
  })

const success = (fields: Partial<Operation.Any>, request: object, reply: Reply) =>
  Effect.map(row(fields, request, reply), ({ exit }) => {
    assert.strictEqual(exit._tag, "Right")
    return (exit as { readonly right: unknown }).right
  })

const failure = (fields: Partial<Operation.Any>, request: object, reply: Reply) =>
  Effect.map(row(fields, request, reply), ({ exit }) => {
    assert.strictEqual(exit._tag, "Left")
    return (exit as unknown as { readonly left: Failure }).left
  })

const json = { "content-type": "application/json" }
const text = Schema.String
const parameter = (name: string, fields: Partial<Operation.Parameter> = {}): Operation.Parameter => ({ name, in: "query", schema: Schema.Any, ...fields })
const urlOf = (fields: Partial<Operation.Any>, request: object) => Effect.map(row(fields, request), ({ seen }) => seen.url)

const Err = Schema.Struct({ code: text })
const Item = Schema.Struct({ id: Schema.Number })

const clients = [["fetch", FetchHttpClient.layer], ["undici", NodeHttpClient.layerUndici], ["node", NodeHttpClient.layer]] as const

for (const [client, layer] of clients) {
  const live = <E>(title: string, test: Effect.Effect<void, E, Effect.Effect.Context<ReturnType<typeof row>>>) =>
    it.scopedLive(title, () => Effect.provide(test, layer))

  describe(`over ${client}: requests`, () => {
    live("a path value is percent-encoded", Effect.gen(function*() {
      const fields = { path: "/r/{id}", parameters: [parameter("id", { in: "path", schema: text })] }
      assert.strictEqual(yield* urlOf(fields, { id: "tel:+225 07/a?b#é" }), "/v1/r/tel%3A%2B225%2007%2Fa%3Fb%23%C3%A9")
    }))

    live("two variables in one segment", Effect.gen(function*() {
      const fields = { path: "/files/{a}.{b}", parameters: [parameter("a", { in: "path" }), parameter("b", { in: "path" })] }
      assert.strictEqual(yield* urlOf(fields, { a: "x/y", b: "txt" }), "/v1/files/x%2Fy.txt")
    }))

    live("a path with a verb", Effect.gen(function*() {
      const { seen } = yield* row({ method: "POST", path: "/jobs:run" }, {})
      assert.deepStrictEqual([seen.method, seen.url], ["POST", "/v1/jobs:run"])
    }))

    live("query: form exploded and not, space, pipe, deepObject", Effect.gen(function*() {
      const value = ["a", "b c"]
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f")] }, { f: value }), "/v1/row?f=a&f=b%20c")
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f", { explode: false })] }, { f: value }), "/v1/row?f=a,b%20c")
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f", { style: "spaceDelimited" })] }, { f: ["a", "b"] }), "/v1/row?f=a%20b")
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f", { style: "pipeDelimited" })] }, { f: ["a", "b"] }), "/v1/row?f=a%7Cb")
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f", { style: "deepObject", explode: true })] }, { f: { a: 1, b: "x y" } }), "/v1/row?f%5Ba%5D=1&f%5Bb%5D=x%20y")
      assert.strictEqual(yield* urlOf({ parameters: [parameter("f", { allowReserved: true })] }, { f: "a/b?c:d" }), "/v1/row?f=a/b?c:d")
    }))

    live("path: label and matrix", Effect.gen(function*() {
      const at = (style: "label" | "matrix") => ({ path: "/p{v}", parameters: [parameter("v", { in: "path", style, explode: true })] })
      assert.strictEqual(yield* urlOf(at("label"), { v: ["a", "b"] }), "/v1/p.a.b")
      assert.strictEqual(yield* urlOf(at("matrix"), { v: ["a", "b"] }), "/v1/p;v=a;v=b")
    }))

    live("header list, cookies", Effect.gen(function*() {
      const { seen } = yield* row({
        parameters: [parameter("X-Ids", { in: "header" }), parameter("session", { in: "cookie" }), parameter("other", { in: "cookie" })]
      }, { "X-Ids": ["a", "b c"], session: "s d", other: ["1", "2"] })
      assert.strictEqual(seen.headers["x-ids"], "a,b c")
      assert.strictEqual(seen.headers["cookie"], "session=s%20d; other=1; other=2")
    }))

    live("multipart with a file and an object part", Effect.gen(function*() {
      const { exit, seen } = yield* row({ method: "POST", body: { content: [{ media: "multipart/form-data" }] } }, {
        body: { file: { data: new Blob(["abc"]), filename: "a.txt", contentType: "text/plain" }, about: { city: "Rennes" } }
      })
      assert.strictEqual(exit._tag, "Right")
      const form = yield* Effect.promise(() => new Response(new Uint8Array(seen.body), { headers: { "content-type": seen.headers["content-type"]! } }).formData())
      const file = form.get("file") as File
      assert.deepStrictEqual([file.name, file.type, yield* Effect.promise(() => file.text())], ["a.txt", "text/plain", "abc"])
      assert.strictEqual(form.get("about"), "{\"city\":\"Rennes\"}")
      assert.include(seen.body.toString(), "name=\"about\"\r\nContent-Type: application/json\r\n")
    }))

    live("an urlencoded body", Effect.gen(function*() {
      const { seen } = yield* row({ method: "POST", body: { content: [{ media: "application/x-www-form-urlencoded" }] } }, { body: { a: ["1", "x y"], b: "é&" } })
      assert.deepStrictEqual([seen.headers["content-type"], seen.body.toString()], ["application/x-www-form-urlencoded", "a=1&a=x+y&b=%C3%A9%26"])
    }))

    live("a streamed body", Effect.gen(function*() {
      const body = Stream.fromIterable(["ab", "cd"]).pipe(Stream.map((part) => new TextEncoder().encode(part)))
      const { seen } = yield* row({ method: "PUT", body: { content: [{ media: "application/octet-stream" }] } }, { body })
      assert.deepStrictEqual([seen.headers["content-type"], seen.body.toString()], ["application/octet-stream", "abcd"])
    }))

    live("a body that breaks its schema is not sent", Effect.gen(function*() {
      const { exit, server } = yield* row({ method: "POST", body: { required: true, content: [{ json: Schema.Struct({ receipt: Schema.Struct({ phone: text }) }) }] } }, { body: { receipt: { phone: 42 } } })
      assert.strictEqual(server.seen.length, 0)
      const { left } = exit as unknown as { readonly left: ApiError.InvalidRequestError }
      assert.deepStrictEqual([left._tag, left.field, left.problem], ["InvalidRequestError", "/body/receipt/phone", "must be a string"])
    }))

    live("Accept is what the document declares", Effect.gen(function*() {
      const { seen } = yield* row({ responses: { "200": { media: "text/csv" }, "404": { json: Err } } }, {}, { headers: { "content-type": "text/csv" } })
      assert.strictEqual(seen.headers["accept"], "text/csv, application/json;q=0.9")
    }))
  })

  describe(`over ${client}: answers`, () => {
    live("204 is undefined, whatever is declared", Effect.gen(function*() {
      assert.isUndefined(yield* success({ responses: { "2XX": { json: Item } } }, {}, { status: 204 }))
      assert.isUndefined(yield* success({ method: "HEAD", responses: { "200": { json: Item } } }, {}, { headers: json }))
      assert.isUndefined(yield* success({ responses: { "202": null } }, {}, { status: 202, body: "ignored" }))
    }))

    live("200 and 201 with different schemas", Effect.gen(function*() {
      const responses = { "200": { json: Item }, "201": { json: Schema.Struct({ made: Schema.Boolean }) } }
      assert.deepStrictEqual(yield* success({ responses }, {}, { headers: json, body: "{\"id\":1}" }), { id: 1 })
      assert.deepStrictEqual(yield* success({ responses }, {}, { status: 201, headers: json, body: "{\"made\":true}" }), { made: true })
    }))

    live("an answer that breaks its schema is told by path", Effect.gen(function*() {
      const error = yield* failure({ responses: { "200": { json: Schema.Array(Item) } } }, {}, { headers: json, body: "[{\"id\":1},{\"id\":\"+2250779914028\"}]" })
      assert.deepStrictEqual(error._tag === "MalformedResponseError" && [error.reason, error.paths, error.status, error.target], ["schema", ["1.id"], 200, "row"])
    }))

    live("a declared 404 in problem+json", Effect.gen(function*() {
      const error = yield* failure({ responses: { "200": { json: Item }, "404": { media: "application/problem+json", schema: Err } } }, {}, {
        status: 404,
        headers: { "content-type": "application/problem+json" },
        body: "{\"code\":\"GONE\"}"
      })
      assert.deepStrictEqual(error._tag === "ApiNotFound" && [error.status, error.body], [404, { code: "GONE" }])
    }))

    live("default, and a range", Effect.gen(function*() {
      const responses = { "200": { json: Item }, "4XX": { json: Err }, default: { json: Schema.Struct({ oops: text }) } }
      const range = yield* failure({ responses }, {}, { status: 418, headers: json, body: "{\"code\":\"TEA\"}" })
      assert.deepStrictEqual(range._tag === "ApiClientError" && [range.status, range.body], [418, { code: "TEA" }])
      const rest = yield* failure({ responses, idempotent: false }, {}, { status: 500, headers: json, body: "{\"oops\":\"x\"}" })
      assert.deepStrictEqual(rest._tag === "ApiDefaultError" && [rest.status, rest.body], [500, { oops: "x" }])
    }))

    live("HTML where JSON is declared keeps its body", Effect.gen(function*() {
      const error = yield* failure({ responses: { "200": { json: Item }, "400": { json: Err } } }, {}, { status: 400, headers: { "content-type": "text/html" }, body: "<html>" })
      assert.strictEqual(error._tag === "UnexpectedStatusError" && error.body, "<html>")
    }))

    live("plain text, bytes", Effect.gen(function*() {
      assert.strictEqual(yield* success({ responses: { "200": { media: "text/plain" } } }, {}, { headers: { "content-type": "text/plain; charset=utf-8" }, body: "é" }), "é")
      const bytes = Buffer.from([0, 255, 10])
      const value = yield* success({ responses: { "200": { media: "application/octet-stream" } } }, {}, { headers: { "content-type": "application/octet-stream" }, body: bytes })
      assert.instanceOf(value, Uint8Array)
      assert.deepStrictEqual([...value as Uint8Array], [0, 255, 10])
    }))

    live("a vendor's JSON with parameters", Effect.gen(function*() {
      assert.deepStrictEqual(
        yield* success({ responses: { "200": { media: "application/vnd.x+json;version=1", schema: Item } } }, {}, { headers: { "content-type": "application/vnd.x+json;version=1" }, body: "{\"id\":1}" }),
        { id: 1 }
      )
    }))

    live("server-sent events, lines of JSON, a download", Effect.gen(function*() {
      const server = yield* startServer(({ url }) =>
        url.endsWith("/events")
          ? { headers: { "content-type": "text/event-stream" }, body: ["data: {\"id\"", ":1}\n\nevent: x\ndata: {\"id\":2}\n", "\ndata: [DONE]\n\n"] }
          : { headers: { "content-type": "application/x-ndjson" }, body: ["{\"id\":1}\n{\"i", "d\":2}"] })
      const events = operation({ path: "/events", stream: true, responses: { "200": { media: "text/event-stream", schema: Item } } })
      const lines = operation({ path: "/lines", stream: true, responses: { "200": { media: "application/x-ndjson", schema: Item } } })
      const options = { server: server.url }
      assert.deepStrictEqual([...yield* Stream.runCollect(ApiClient.runStreamOpen(events, options))], [{ data: { id: 1 } }, { event: "x", data: { id: 2 } }])
      assert.deepStrictEqual([...yield* Stream.runCollect(ApiClient.runStreamOpen(lines, options))], [{ id: 1 }, { id: 2 }])
      const bytes = yield* Stream.runCollect(ApiClient.bytesOpen(lines, options))
      assert.strictEqual(Buffer.concat([...bytes]).toString(), "{\"id\":1}\n{\"id\":2}")
    }))
  })

  describe(`over ${client}: credentials`, () => {
    const schemes: Operation.Api["security"] = {
      orange: { type: "oauth2", flows: ["App"] },
      key: { type: "apiKey", in: "header", name: "X-Key" },
      queryKey: { type: "apiKey", in: "query", name: "key" },
      cookieKey: { type: "apiKey", in: "cookie", name: "sid" },
      basic: { type: "http", scheme: "basic" },
      bearer: { type: "http", scheme: "bearer" }
    }
    const secured = (...security: ReadonlyArray<Operation.Requirement>) => operation({ api: { ...api, security: schemes }, security })

    live("each scheme where the document wants it", Effect.gen(function*() {
      const server = yield* startServer(() => ({ status: 204 }))
      const all = ["key", "queryKey", "cookieKey", "basic", "bearer"].map((name) => secured({ [name]: [] }))
      const client = yield* ApiClient.open<Record<string, Method>>(Object.fromEntries(all.map((one, i) => [i, one])), {
        server: `${server.url}/v1/`,
        security: {
          key: Redacted.make("k1"),
          queryKey: Redacted.make("k 2"),
          cookieKey: Redacted.make("k3"),
          basic: { username: "é", password: Redacted.make("p€") },
          bearer: Redacted.make("b1")
        }
      })
      for (let i = 0; i < all.length; i++) yield* client[i]!()
      const [key, query, cookie, basic, bearer] = server.seen
      assert.strictEqual(key?.headers["x-key"], "k1")
      assert.strictEqual(query?.url, "/v1/row?key=k%202")
      assert.strictEqual(cookie?.headers["cookie"], "sid=k3")
      assert.strictEqual(basic?.headers["authorization"], `Basic ${Buffer.from("é:p€").toString("base64")}`)
      assert.strictEqual(bearer?.headers["authorization"], "Bearer b1")
    }))

    live("a token of Orange, on its environment", Effect.gen(function*() {
      const server = yield* startServer(() => ({ status: 204 }))
      const environment = Environment.make({ name: "test", baseUrl: server.url, tokenUrl: `${server.url}/token` })
      const one = operation({ api: { ...api, servers: [{ url: "https://api.orange.com/rows/v1" }], security: schemes }, security: [{ orange: [] }] })
      yield* ApiClient.run(one).pipe(Effect.provide(Layer.merge(AppAuth.layerToken(Redacted.make("t1"), environment), layer)))
      assert.deepStrictEqual([server.seen[0]?.url, server.seen[0]?.headers["authorization"]], ["/rows/v1/row", "Bearer t1"])
    }))
  })
}
