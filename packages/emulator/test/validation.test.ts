/** Every operation of every document: it succeeds as described, and refuses in its API's envelope what is not. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { type Api, asApplication, asSonatel, bearer, call, type Data, documentOf, isDescribed, type Operation, operations, playgroundToken, resolve, simpleApis, tokenFor, withApis } from "./specified.js"
import { type Answered, appToken, type Sent } from "./support.js"

/** A request in parts, so that one of them can be spoiled. */
interface Request {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: Data
}

const exampleOf = ({ body, parameters }: Operation): Request => {
  const inPlace = (place: string) => Object.fromEntries(parameters.filter((one) => one.in === place).map((one) => [one.name, String(one.example ?? "text")]))
  return { path: inPlace("path"), query: inPlace("query"), headers: inPlace("header"), body: body?.example }
}

const subscription = Effect.map(
  asApplication("/smsmessaging/v1/outbound/tel%3A%2B2250000/subscriptions", { json: { deliveryReceiptSubscription: { callbackReference: { notifyURL: "https://shop.example/receipts" } } } }),
  ({ body }) => ({ path: { senderAddress: "tel:+2250000", subscriptionId: String((body as Data).deliveryReceiptSubscription.resourceURL).split("/").at(-1)! } })
)

const example = (api: Api, template: string, method = "post"): Data => documentOf[api].paths[template][method].requestBody.content["application/json"].example

const payment = Effect.map(
  asApplication("/orange-money-webpay/dev/v1/webpayment", { json: example("orange-money", "/webpayment") }),
  ({ body }) => ({ body: { order_id: "order-2026-0001", amount: 1200, pay_token: String(body["pay_token"]) } })
)

const transaction = Effect.gen(function*() {
  const emulator = yield* Emulator.Emulator
  const { body } = yield* asSonatel("/api/eWallet/v4/qrcode", { json: example("orange-money-sonatel", "/api/eWallet/v4/qrcode") })
  yield* Effect.orDie(emulator.sonatel.settle(String(body["qrId"]), "PENDING"))
  const { text } = yield* asSonatel("/api/eWallet/v1/transactions")
  return { path: { transactionId: String(JSON.parse(text)[0].transactionId) } }
})

/** What must be there before, by API and operation. */
const prepared: Readonly<Record<string, Effect.Effect<Partial<Request>, unknown, Data>>> = {
  "sms getReceiptSubscription": subscription,
  "sms deleteReceiptSubscription": subscription,
  "orange-money getTransactionStatus": payment,
  "orange-money-sonatel getTransactionStatus": transaction
}

const sentOf = (operation: Operation, { body, headers }: Request, token: string): Sent => ({
  method: operation.method,
  headers: { ...bearer(token), ...headers, ...(operation.api === "orange-money-sonatel" ? { "content-type": "application/json" } : {}) },
  ...(body === undefined ? {} : { json: body })
})

const pathOf = ({ server, template }: Operation, { path, query }: Request): string => {
  const filled = template.replace(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(path[name]!))
  const search = new URLSearchParams(query).toString()
  return `${server}${filled}${search === "" ? "" : `?${search}`}`
}

const perform = (operation: Operation, request: Request, token: string) => call(pathOf(operation, request), sentOf(operation, request, token))

/** The operation's own example, once what it needs is there. */
const good = (operation: Operation) =>
  Effect.map(prepared[`${operation.api} ${operation.id}`] ?? Effect.succeed({}), (more): Request => ({ ...exampleOf(operation), ...more }))

/** The API's envelope and code. CAMARA's has one code for all that is wrong with a request. */
const isRefused = (operation: Pick<Operation, "api">, answer: Answered, status: number, code: number, what: string): void => {
  const { body } = answer
  if (operation.api === "orange-money-sonatel") {
    assert.strictEqual(answer.headers["content-type"], "application/problem+json", what)
    return assert.deepStrictEqual([answer.status, body["status"], body["code"]], [status, String(status), String(code)], what)
  }
  assert.strictEqual(answer.headers["content-type"], "application/json", what)
  const isCamara = operation.api === "playground-admin" && (status === 400 || status === 415)
  const camara = status === 415 ? "UNSUPPORTED_MEDIA_TYPE" : "INVALID_ARGUMENT"
  assert.deepStrictEqual([answer.status, body["code"]], [status, isCamara ? camara : code], what)
  assert.isString(body["message"], what)
}

interface Spoiled {
  readonly what: string
  readonly request: Request
  readonly code: number
}

const without = (value: Data, [key, ...rest]: ReadonlyArray<string>): Data =>
  Object.fromEntries(Object.entries<Data>(value).flatMap(([name, one]) => name !== key ? [[name, one]] : rest.length === 0 ? [] : [[name, without(one, rest)]]))

const replaced = (value: Data, [key, ...rest]: ReadonlyArray<string>, by: unknown): Data => ({ ...value, [key!]: rest.length === 0 ? by : replaced(value[key!], rest, by) })

/** One that is of none of the types of JSON that the schema has. */
const ofWrongType = (schema: Data): unknown => schema.type === "string" || schema.type === "array" ? 5 : schema.type === "object" || schema.properties !== undefined ? "text" : "x"

const shapeOf = (operation: Operation): Data => {
  const schema = resolve(operation.api, operation.body!.schema)
  return schema.oneOf === undefined ? schema : resolve(operation.api, schema.oneOf.find((one: Data) => resolve(operation.api, one).properties.action.const === operation.body!.example.action))
}

const spoiledFields = (operation: Operation, request: Request, shape: Data, at: ReadonlyArray<string>): ReadonlyArray<Spoiled> => {
  const value = at.reduce((one, key) => one[key], request.body)
  return Object.entries<Data>(shape.properties ?? {}).filter(([name]) => value[name] !== undefined).flatMap(([name, reference]) => {
    const schema = resolve(operation.api, reference)
    const path = [...at, name]
    return [
      ...(shape.required?.includes(name) === true ? [{ what: `no ${path.join(".")}`, code: 23, request: { ...request, body: without(request.body, path) } }] : []),
      { what: `${path.join(".")} of a wrong type`, code: 24, request: { ...request, body: replaced(request.body, path, ofWrongType(schema)) } },
      ...(schema.properties === undefined ? [] : spoiledFields(operation, request, schema, path))
    ]
  })
}

const spoiledQuery = (operation: Operation, request: Request): ReadonlyArray<Spoiled> =>
  operation.parameters.filter((one) => one.in === "query").flatMap((one) => {
    const schema = resolve(operation.api, one.schema)
    return [
      ...(one.required === true ? [{ what: `no ${one.name}`, code: 27, request: { ...request, query: without(request.query, [one.name]) } }] : []),
      ...(schema.pattern !== undefined || schema.type === "integer" ? [{ what: `a wrong ${one.name}`, code: 28, request: { ...request, query: { ...request.query, [one.name]: "!" } } }] : [])
    ]
  })

const spoiledOthers = (operation: Operation, request: Request): ReadonlyArray<Spoiled> =>
  operation.parameters.filter((one) => resolve(operation.api, one.schema).pattern !== undefined).flatMap((one): ReadonlyArray<Spoiled> =>
    one.in === "path"
      ? [{ what: `a wrong ${one.name}`, code: 20, request: { ...request, path: { ...request.path, [one.name]: "x" } } }]
      : one.in === "header"
      ? [{ what: `a wrong ${one.name}`, code: 26, request: { ...request, headers: { ...request.headers, [one.name]: "x" } } }]
      : [])

const spoiled = (operation: Operation, request: Request): ReadonlyArray<Spoiled> => [
  ...spoiledQuery(operation, request),
  ...spoiledOthers(operation, request),
  ...(operation.body === undefined ? [] : [
    { what: "no body", code: 21, request: { ...request, body: undefined } },
    { what: "a list", code: 22, request: { ...request, body: [] } },
    ...spoiledFields(operation, request, shapeOf(operation), [])
  ])
]

const nameOf = ({ api, id }: Operation) => `${api}: ${id}`

/** The authorization server's own, with an envelope of its own and no subscription (U2M guide): see userinfo.test.ts. */
const isBehindGateway = ({ template }: Operation): boolean => !template.startsWith("/openidconnect/")

const behind = operations.filter(isBehindGateway)

describe("every operation", () => {
  it("of six documents", () => {
    assert.strictEqual(operations.length, 21)
    assert.deepStrictEqual([...new Set(operations.map(({ api }) => api))], simpleApis)
  })

  for (const operation of operations) {
    it.effect(`${nameOf(operation)} succeeds, and answers what its document says`, () =>
      Effect.gen(function*() {
        const answer = yield* perform(operation, yield* good(operation), yield* tokenFor(operation))
        assert.isTrue(answer.status >= 200 && answer.status < 300, answer.text)
        isDescribed(operation, answer)
      }).pipe(withApis()))
  }

  for (const operation of behind) {
    it.effect(`${nameOf(operation)} refuses each part that is missing or wrong`, () =>
      Effect.gen(function*() {
        const token = yield* tokenFor(operation)
        for (const { code, request, what } of spoiled(operation, yield* good(operation))) {
          isRefused(operation, yield* perform(operation, request, token), 400, code, `${nameOf(operation)}: ${what}`)
        }
      }).pipe(withApis()))

    it.effect(`${nameOf(operation)} wants a token that is known and good, and a subscription`, () =>
      Effect.gen(function*() {
        const emulator = yield* Emulator.Emulator
        const request = exampleOf(operation)
        const token = yield* tokenFor(operation)
        const { authorization: _, ...headers } = sentOf(operation, request, token).headers!
        isRefused(operation, yield* call(pathOf(operation, request), { ...sentOf(operation, request, ""), headers }), 401, 40, "none")
        isRefused(operation, yield* perform(operation, request, "unknown"), 401, 41, "unknown")
        yield* emulator.unsubscribe("emulator-client", operation.api)
        isRefused(operation, yield* perform(operation, request, token), 403, 50, "not subscribed")
        yield* emulator.turnClock("1 hour")
        isRefused(operation, yield* perform(operation, request, token), 401, 42, "expired")
      }).pipe(withApis()))
  }

  for (const operation of behind.filter(({ body }) => body !== undefined)) {
    it.effect(`${nameOf(operation)} takes JSON alone`, () =>
      Effect.gen(function*() {
        const token = yield* tokenFor(operation)
        const at = pathOf(operation, yield* good(operation))
        isRefused(operation, yield* call(at, { form: "a=b", headers: bearer(token) }), 415, 68, "a form")
        isRefused(operation, yield* call(at, { form: "{", headers: { ...bearer(token), "content-type": "application/json" } }), 400, 22, "no JSON")
      }).pipe(withApis()))
  }
})

describe("the gateway", () => {
  for (const operation of new Map(behind.map((one) => [one.api, one])).values()) {
    it.effect(`${operation.api}: more than 25 calls in a second`, () =>
      Effect.gen(function*() {
        const token = yield* tokenFor(operation)
        const request = exampleOf(operation)
        const statuses = yield* Effect.replicateEffect(Effect.map(perform(operation, request, token), ({ status }) => status), 25)
        assert.notInclude(statuses, 403)
        isRefused(operation, yield* perform(operation, request, token), 403, 53, "the 26th")
        yield* TestClock.adjust("999 millis")
        isRefused(operation, yield* perform(operation, request, token), 403, 53, "still")
        yield* TestClock.adjust("1 millis")
        assert.notStrictEqual((yield* perform(operation, request, token)).status, 403)
      }).pipe(withApis({ requestsPerSecond: 25 })))
  }

  it.effect("SIM Swap: the spike arrest and Accept are the gateway's, in its envelope", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      const path = "/camara/playground/api/sim-swap/v1/check"
      const sent = { json: { phoneNumber: "+990100000001" }, headers: bearer(token) }
      isRefused({ api: "sms" }, yield* call(path, { ...sent, headers: { ...bearer(token), accept: "text/html" } }), 406, 62, "accept")
      isRefused({ api: "sms" }, yield* call(path, sent), 403, 53, "second")
    }).pipe(withApis({ requestsPerSecond: 1 })))

  for (const template of new Set(behind.map(({ server, template }) => server + template))) {
    it.effect(`${template}: another method is told which there are`, () =>
      Effect.gen(function*() {
        const here = behind.filter((one) => one.server + one.template === template)
        const answer = yield* call(pathOf(here[0]!, exampleOf(here[0]!)), { method: "PUT" })
        isRefused(here[0]!, answer, 405, 61, template)
        assert.deepStrictEqual(answer.headers["allow"]?.split(", ").sort(), here.map(({ method }) => method).sort())
      }).pipe(withApis()))
  }

  it.effect("what is not there: Orange's 404, Sonatel's problem, the playground's 400", () =>
    Effect.gen(function*() {
      for (const path of ["/smsmessaging/v1/outbound", "/poi/v1/shops/1", "/orange-money-webpay/dev/v1/refund", "/camara/playground/admin/v1.0/other"]) {
        isRefused({ api: "sms" }, yield* call(path), 404, 60, path)
      }
      for (const path of ["/api/eWallet/v4/transactions", "/api/notification/v1/other"]) isRefused({ api: "orange-money-sonatel" }, yield* call(path), 404, 60, path)
      const playground = yield* call("/camara/playground/api/sim-swap/v1/other")
      assert.deepStrictEqual(playground.body, { status: 400, code: "BAD_REQUEST", message: "unhandled path" })
    }).pipe(withApis()))

  it.effect("HEAD is GET without a body", () =>
    Effect.gen(function*() {
      for (const operation of behind.filter(({ method }) => method === "GET")) {
        const request = yield* good(operation)
        const token = yield* tokenFor(operation)
        const sent = { ...sentOf(operation, request, token), method: "HEAD" } as const
        const head = yield* call(pathOf(operation, request), sent)
        assert.deepStrictEqual([head.status, head.text], [200, ""], nameOf(operation))
        assert.strictEqual(head.headers["content-type"], "application/json")
      }
    }).pipe(withApis()))

  it.effect("a refusal repeats no value, and names the field of the action that was meant", () =>
    Effect.gen(function*() {
      const token = yield* appToken
      const act = (json: unknown) => Effect.map(call("/camara/playground/admin/v1.0/action", { json, headers: bearer(token) }), ({ body }) => body["message"])
      assert.strictEqual(yield* act({ action: "CREATE", phoneNumber: "+990123456789" }), "The field data must have required property 'data'.")
      assert.strictEqual(yield* act({ action: "READ", phoneNumber: "0610090807" }), "The field phoneNumber must match pattern \"^\\+[1-9][0-9]{4,14}$\".")
      assert.include(yield* act({ action: "ERASE" }), "The field action")
    }).pipe(withApis()))
})
