/** Who may call, and where: security, servers, and what the document says of a call beyond the standard's own words. */
import { ApiClient } from "@effect-orange/core"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { call, json, run, transport } from "../support/calls.js"
import { importDocument, renderDocument } from "../support/generated.js"

const nothing = { "204": { description: "nothing" } }

const operation = (operationId: string, more: object = {}) => ({ get: { operationId, responses: nothing, ...more } })

const flow = (scopes: ReadonlyArray<string>) => ({ tokenUrl: "https://example.com/token", authorizationUrl: "https://example.com/authorize", scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])) })

const securitySchemes = {
  app: { type: "oauth2", flows: { clientCredentials: flow(["a", "b"]) } },
  user: { type: "oauth2", flows: { authorizationCode: flow(["a"]) } },
  either: { type: "oauth2", flows: { authorizationCode: flow(["a"]), clientCredentials: flow(["a"]) } },
  connect: { type: "openIdConnect", openIdConnectUrl: "https://example.com/.well-known/openid-configuration" },
  inHeader: { type: "apiKey", in: "header", name: "X-Key" },
  inQuery: { type: "apiKey", in: "query", name: "api key" },
  inCookie: { type: "apiKey", in: "cookie", name: "key" },
  basic: { type: "http", scheme: "Basic" },
  bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" }
}

const document = (paths: object, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Calls", version: "1" },
  servers: [{ url: "https://example.com/v1" }],
  paths,
  components: { securitySchemes },
  ...more
})

describe("security with Orange's tokens", async () => {
  const client = await importDocument("conformance/security", document({
    "/app": operation("app", { security: [{ app: ["a"] }] }),
    "/user": operation("user", { security: [{ user: ["a"] }] }),
    "/connect": operation("connect", { security: [{ connect: ["openid"] }] }),
    "/either": operation("either", { security: [{ either: ["a"] }] }),
    "/choice": operation("choice", { security: [{ app: ["b"] }, { user: ["a"] }] }),
    "/open": operation("open", { security: [] }),
    "/optional": operation("optional", { security: [{}, { app: [] }] }),
    "/key": operation("key", { security: [{ inHeader: [] }] }),
    "/both": operation("both", { security: [{ app: ["a"], inHeader: [] }] }),
    "/default": operation("byDefault")
  }, { security: [{ app: [] }] }))
  const options = { security: { inHeader: Redacted.make("the-key") } }
  const inClient = (method: string) => call(client, method, [], { options })
  const inUserClient = (method: string) => call(client, method, [], { make: "makeUser", options })

  const methodsOf = async (make: "make" | "makeUser"): Promise<ReadonlyArray<string>> =>
    (await run(Effect.map(client[make](options) as Effect.Effect<object>, Object.keys), transport())).value.sort()

  it("each client has the operations that its token may call, and the open ones", async () => {
    expect(await methodsOf("make")).toEqual(["app", "both", "byDefault", "choice", "either", "key", "open", "optional"])
    expect(await methodsOf("makeUser")).toEqual(["choice", "connect", "either", "key", "open", "optional", "user"])
  })

  it.each(["app", "byDefault", "choice", "either"])("%s: the application's token", async (method) => {
    const { sent } = await inClient(method)
    expect(sent[0]!.headers["authorization"]).toBe("Bearer of-the-app")
  })

  it.each(["user", "connect", "choice", "either"])("%s: the user's token", async (method) => {
    const { sent } = await inUserClient(method)
    expect(sent[0]!.headers["authorization"]).toBe("Bearer of-a-user")
  })

  it("an open operation carries no token, in either client", async () => {
    for (const { sent } of [await inClient("open"), await inUserClient("open")]) expect(sent[0]!.headers["authorization"]).toBeUndefined()
  })

  it("a key alone, and a key beside the token", async () => {
    const [key, both] = [await inClient("key"), await inClient("both")]
    expect([key, both].map(({ sent }) => [sent[0]!.headers["x-key"], sent[0]!.headers["authorization"]])).toEqual([
      ["the-key", undefined],
      ["the-key", "Bearer of-the-app"]
    ])
  })

  it("a credential that is not given is told, and nothing is sent", async () => {
    const { error, sent } = await call(client, "both", [], { options: {} })
    expect([error._tag, error.field, sent]).toEqual(["InvalidRequestError", "security.inHeader", []])
  })
})

describe("security without a token of Orange", async () => {
  const client = await importDocument("conformance/security-open", document({
    "/header": operation("header", { security: [{ inHeader: [] }] }),
    "/query": operation("query", { security: [{ inQuery: [] }] }),
    "/cookie": operation("cookie", { security: [{ inCookie: [] }] }),
    "/basic": operation("basic", { security: [{ basic: [] }] }),
    "/bearer": operation("bearer", { security: [{ bearer: [] }] }),
    "/two": operation("two", { security: [{ inHeader: [], bearer: [] }] })
  }))
  const key = Redacted.make("k/1")
  const options = { security: { inHeader: key, inQuery: key, inCookie: key, basic: { username: "ü", password: Redacted.make("p:w") }, bearer: key } }

  const sentBy = async (method: string) => {
    const { sent } = await call(client, method, [], { options })
    const { headers, url } = sent[0]!
    return { url, key: headers["x-key"], authorization: headers["authorization"], cookie: headers["cookie"] }
  }

  it.each([
    ["header", { url: "https://example.com/v1/header", key: "k/1" }],
    ["query", { url: "https://example.com/v1/query?api%20key=k%2F1" }],
    ["cookie", { url: "https://example.com/v1/cookie", cookie: "key=k%2F1" }],
    ["basic", { url: "https://example.com/v1/basic", authorization: `Basic ${Buffer.from("ü:p:w").toString("base64")}` }],
    ["bearer", { url: "https://example.com/v1/bearer", authorization: "Bearer k/1" }],
    ["two", { url: "https://example.com/v1/two", key: "k/1", authorization: "Bearer k/1" }]
  ])("%s", async (method, expected) => expect(await sentBy(method)).toEqual(expected))
})

describe("servers", async () => {
  const servers = [{ url: "https://{region}.example.com/{base}", variables: { region: { default: "eu", enum: ["eu", "us"] }, base: { default: "v1" } } }]
  const paths = {
    "/a": operation("ofTheDocument"),
    "/b": { servers: [{ url: "https://path.example.com" }], ...operation("ofThePath") },
    "/c": { servers: [{ url: "https://path.example.com" }], ...operation("ofTheOperation", { servers: [{ url: "https://operation.example.com/x/" }] }) }
  }
  const open = await importDocument("conformance/servers-open", document(paths, { servers }))
  const withToken = await importDocument("conformance/servers", document(paths, { servers, security: [{ app: [] }] }))

  const urlOf = async (method: string, callOptions: object = {}) => {
    const { error, sent } = await call(open, method, [callOptions])
    return error === undefined ? sent[0]!.url : [error._tag, error.field]
  }

  it("the nearest is the one", async () => {
    expect([await urlOf("ofTheDocument"), await urlOf("ofThePath"), await urlOf("ofTheOperation")]).toEqual([
      "https://eu.example.com/v1/a",
      "https://path.example.com/b",
      "https://operation.example.com/x/c"
    ])
  })

  it("variables have their defaults, and values of their enum", async () => {
    expect(await urlOf("ofTheDocument", { serverVariables: { region: "us", base: "v2" } })).toBe("https://us.example.com/v2/a")
    expect(await urlOf("ofTheDocument", { serverVariables: { region: "cn" } })).toEqual(["InvalidRequestError", "serverVariables.region"])
  })

  it("a token goes to its environment, whatever the document says; the path is the document's", async () => {
    const { sent } = await call(withToken, "ofTheDocument", [])
    expect(sent[0]!.url).toBe("https://api.orange.com/v1/a")
  })
})

describe("what is sent to us", async () => {
  const body = (schema: object, type = "application/json") => ({ requestBody: { content: { [type]: { schema } } }, responses: nothing })
  const receipt = { type: "object", required: ["id"], properties: { id: { type: "string" } } }
  const { callbacks } = await importDocument("conformance/callbacks", document({
    "/subscriptions": {
      post: { operationId: "subscribe", responses: nothing, callbacks: { delivered: { "{$request.body#/url}": { post: body(receipt) } } } }
    }
  }, { webhooks: { stopped: { post: body({ type: "integer" }, "application/cloudevents+json") } } }))

  const receive = (name: string, body: string, contentType: string) => run(ApiClient.receive(callbacks![name], { body, contentType }), transport())

  it("a callback and a webhook, decoded", async () => {
    expect(Object.keys(callbacks!).sort()).toEqual(["stopped", "subscribeDelivered"])
    expect((await receive("subscribeDelivered", "{\"id\":\"a\"}", "application/json")).value).toEqual({ id: "a" })
    expect((await receive("stopped", "5", "application/cloudevents+json; charset=utf-8")).value).toBe(5)
  })

  it.each([
    ["schema", "{\"id\":5}", "application/json"],
    ["json", "{\"id\":", "application/json"],
    ["type", "{\"id\":\"a\"}", "text/csv"]
  ])("what it is not, by %s", async (reason, body, type) => {
    expect((await receive("subscribeDelivered", body, type)).error).toMatchObject({ _tag: "MalformedCallbackError", callback: "subscribeDelivered", reason })
  })
})

describe("what several places share", async () => {
  const body = { requestBody: { content: { "application/json": { schema: { type: "integer" } } } }, responses: nothing }
  const shared = "#/components/pathItems/shared"
  const client = await importDocument("conformance/shared", document({
    "/a": { $ref: shared },
    "/b": { $ref: shared },
    "/c": { post: { operationId: "subscribe", responses: nothing, callbacks: { delivered: { $ref: "#/components/callbacks/searchIndex" } } } },
    "/d": { post: { operationId: "resubscribe", responses: nothing, callbacks: { delivered: { $ref: "#/components/callbacks/searchIndex" }, ended: { "{$request.body#/url}": { $ref: "#/components/pathItems/ended" } } } } }
  }, {
    webhooks: { stopped: { $ref: "#/components/pathItems/ended" } },
    components: {
      pathItems: { shared: { get: { responses: nothing }, put: { operationId: "replace", responses: nothing } }, ended: { post: body } },
      callbacks: { searchIndex: { "{$request.body#/url}": { post: body } } }
    }
  }))

  it.each([["getA", "/a"], ["getB", "/b"], ["replace", "/a"], ["putB", "/b"]])("%s is an operation of %s", async (name, path) => {
    expect((await call(client, name, [])).sent[0]!.url).toMatch(new RegExp(`${path}$`))
  })

  it("a callback is one, by its own name", () => expect(Object.keys(client.callbacks!).sort()).toEqual(["ended", "searchIndex"]))
})

describe("what several paths give to all their operations", async () => {
  const common = ["Tenant", "Trace"].map((name) => ({ $ref: `#/components/parameters/${name}` }))
  const path = (item: object) => ({ parameters: common, ...item })
  const query = (name: string) => ({ name, in: "query", schema: { type: "string" } })
  const parted = document({
    "/a": path(operation("getA", { parameters: [query("own")] })),
    "/c": path(operation("overrides", { parameters: [{ name: "tenant", in: "query", schema: { type: "integer" } }] })),
    "/d": path(operation("twice", { parameters: [{ name: "tenant", in: "header", schema: { type: "string" } }] })),
    "/e": path({ post: { operationId: "chooses", requestBody: { content: { "application/json": {}, "text/plain": {} } }, responses: nothing } }),
    "/f": path(operation("getF")),
    "/g": operation("listsThemItself", { parameters: common })
  }, { components: { parameters: { Tenant: { ...query("tenant"), required: true }, Trace: { name: "x-trace", in: "header", schema: { type: "integer" } } } } })
  const client = await importDocument("conformance/common", parted)
  const text = renderDocument(parted).files.get("operations.ts")!

  it("is one type and one list", () => {
    expect(text.match(/interface CommonParameters\b[^}]*\}/g)).toEqual(["interface CommonParameters {\n  readonly tenant: string\n  readonly \"x-trace\"?: number\n}"])
    expect([...text.matchAll(/interface (\w+)Request extends CommonParameters/g)].map(([, name]) => name)).toEqual(["GetA", "GetF"])
    expect(text.match(/common: parameters_Common/g)).toHaveLength(2)
  })

  it.each([
    ["getA", { tenant: "t", "x-trace": 1, own: "o" }, "/a?tenant=t&own=o"],
    ["getF", { tenant: "t", "x-trace": 1 }, "/f?tenant=t"],
    ["overrides", { tenant: 5, "x-trace": 1 }, "/c?tenant=5"],
    ["twice", { query_tenant: "t", header_tenant: "h", "x-trace": 1 }, "/d?tenant=t"],
    ["chooses", { tenant: "t", "x-trace": 1, body: "b", contentType: "text/plain" }, "/e?tenant=t"]
  ])("%s sends it", async (name, request, url) => {
    const { sent } = await call(client, name, [request])
    expect([sent[0]!.url, sent[0]!.headers["x-trace"]]).toEqual([`https://example.com/v1${url}`, "1"])
  })

  it("is asked for, and nothing else is taken", async () => {
    expect((await call(client, "getF", [{}])).error).toMatchObject({ _tag: "InvalidRequestError", field: "tenant" })
    expect((await call(client, "getF", [{ tenant: "t", own: "o" }])).error).toMatchObject({ _tag: "InvalidRequestError", field: "own" })
  })
})

describe("x-effect-orange", async () => {
  const listing = (operationId: string, parameter: string, paging: object) => operation(operationId, {
    "x-effect-orange": { paging: { parameter, items: "/data/items", ...paging } },
    parameters: [{ name: parameter, in: "query", schema: { type: paging["kind" as keyof typeof paging] === "cursor" ? "string" : "integer" } }, { name: "size", in: "query", schema: { type: "integer" } }],
    responses: { "200": { description: "a page", content: { "application/json": { schema: { type: "object", properties: { data: { type: "object", properties: { items: { type: "array", items: { type: "integer" } } } }, next: { type: "string" } } } } } } }
  })
  const client = await importDocument("conformance/extension", document({
    "/cursor": listing("byCursor", "from", { kind: "cursor", next: "/next" }),
    "/page": listing("byPage", "page", { kind: "page", start: 0 }),
    "/offset": listing("byOffset", "offset", { kind: "offset" }),
    "/pay": { post: { operationId: "pay", "x-effect-orange": { idempotencyKey: "Idempotency-Key", idempotent: true }, responses: nothing } }
  }))

  const page = (items: ReadonlyArray<number>, next?: string) => json({ data: { items }, ...(next === undefined ? {} : { next }) })

  const collect = async (method: string, ...pages: ReadonlyArray<ReturnType<typeof page>>) => {
    const over = transport(...pages)
    const operation = client.operations[method]
    const { value } = await run(ApiClient.paginateWith(operation, (request: object) => ApiClient.runOpen(operation, request), { size: 2 }), over)
    return [value, ...over.sent.map(({ url }) => new URL(url).search)]
  }

  it("pages by cursor, by page from the document's first, and by offset", async () => {
    expect(await collect("byCursor", page([1, 2], "a&b"), page([3]))).toEqual([[1, 2, 3], "?size=2", "?from=a%26b&size=2"])
    expect(await collect("byPage", page([1, 2]), page([3]), page([]))).toEqual([[1, 2, 3], "?page=0&size=2", "?page=1&size=2", "?page=2&size=2"])
    expect(await collect("byOffset", page([1, 2]), page([3]), page([]))).toEqual([[1, 2, 3], "?offset=0&size=2", "?offset=2&size=2", "?offset=3&size=2"])
  })

  it("a key against doing it twice goes in the header that the document names", async () => {
    const { sent } = await call(client, "pay", [{ idempotencyKey: "once" }])
    expect(sent[0]!.headers["idempotency-key"]).toBe("once")
    const { error } = await call(client, "byPage", [{}, { idempotencyKey: "once" }])
    expect([error._tag, error.field]).toEqual(["InvalidRequestError", "idempotencyKey"])
  })

  it("an operation that may be done twice is said to be so", () => {
    expect([client.operations["pay"].idempotent, client.operations["byPage"].idempotent]).toEqual([true, undefined])
  })

  it("a type of content is said where there is none to be typed, and a body says its own", async () => {
    const typed = await importDocument("conformance/contentType", document({
      "/get": operation("ask", { responses: nothing }),
      "/post": { post: { operationId: "say", requestBody: { content: { "text/plain": { schema: { type: "string" } } } }, responses: nothing } }
    }, { "x-effect-orange": { contentType: "application/json" } }))
    const typeOf = async (method: string, request: object) => (await call(typed, method, [request])).sent[0]!.headers["content-type"]
    expect([await typeOf("ask", {}), await typeOf("say", { body: "hello" }), await typeOf("say", {})]).toEqual(["application/json", "text/plain", "application/json"])
    expect((await call(client, "byPage", [{}])).sent[0]!.headers["content-type"]).toBe(undefined)
  })

  it("what fetch refuses to send is reported", () => {
    const requestBody = { content: { "application/json": { schema: { type: "object" } } } }
    const one = (operationId: string, more: object = {}) => ({ operationId, responses: nothing, ...more })
    const { findings } = renderDocument(document({
      "/a": { get: one("a", { requestBody }), head: one("b", { requestBody }), post: one("c", { requestBody }), trace: one("d") },
      "/b": { get: one("e"), delete: one("f", { requestBody }) }
    }))
    expect(findings.map(({ pointer, reason }) => [pointer, reason.split(":")[0]])).toEqual([
      ["#/paths/~1a/get/requestBody", "fetch refuses a body with GET"],
      ["#/paths/~1a/head/requestBody", "fetch refuses a body with HEAD"],
      ["#/paths/~1a/trace", "fetch refuses TRACE"]
    ])
  })

  it("what it does not know, or cannot use, is reported", () => {
    const { findings } = renderDocument(document({
      "/a": operation("a", { "x-effect-orange": { idempotant: true, idempotent: "yes", paging: { kind: "cursor" } }, responses: nothing }),
      "/b": operation("b", { "x-effect-orange": [], responses: nothing })
    }, { "x-effect-orange": { budget: { requests: 5 }, contentType: 5, money: {} } }))
    expect(findings.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ["#/paths/~1a/get/x-effect-orange/idempotant", "an operation takes idempotent, idempotencyKey, paging, money, personalData"],
      ["#/paths/~1a/get/x-effect-orange/idempotent", "must be true or false"],
      ["#/paths/~1a/get/x-effect-orange/paging", "needs kind (cursor, page, offset), parameter, items, and next for a cursor"],
      ["#/paths/~1b/get/x-effect-orange", "must be an object"],
      ["#/x-effect-orange/budget", "needs requests and seconds, both above 0"],
      ["#/x-effect-orange/contentType", "must be a text"],
      ["#/x-effect-orange/money", "a document takes contentType, budget"]
    ])
  })
})
