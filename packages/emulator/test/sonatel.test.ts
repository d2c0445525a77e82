/** Orange Money of Sonatel: its tokens, its demand for a content type, codes, transactions, signed callbacks, the page. */
import { type Delivery, Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as Crypto from "node:crypto"
import { asSonatel, bearer, call, type Data, inbox, isWebhook, settled, sonatelToken, withApis } from "./specified.js"
import { appToken, basic, send } from "./support.js"

const order = {
  code: "123456",
  name: "The shop",
  amount: { unit: "XOF", value: 1000 },
  reference: "order-1",
  metadata: { basket: "b1" },
  validity: 900,
  callbackSuccessUrl: "https://shop.example/paid",
  callbackCancelUrl: "https://shop.example/cancelled"
}

const create = (changes: object = {}, headers: Readonly<Record<string, string>> = {}) => asSonatel("/api/eWallet/v4/qrcode", { json: { ...order, ...changes }, headers })

const created = (changes: object = {}) => Effect.map(create(changes), ({ body }): Data => body)

const list = (query = "") => Effect.map(asSonatel(`/api/eWallet/v1/transactions${query}`), ({ text }): Data => JSON.parse(text))

const callbacks = "/api/notification/v1/merchantcallback"

const register = (changes: object = {}) =>
  asSonatel(callbacks, { json: { code: "123456", name: "The shop", callbackUrl: "https://shop.example/sonatel", apiKey: "the-key", ...changes } })

const problemOf = ({ body, headers, status }: { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Readonly<Record<string, string | undefined>> }) =>
  [status, headers["content-type"], body["status"], body["code"]]

const problem = (status: number, code: string) => [status, "application/problem+json", String(status), code]

const pageOf = (qrId: unknown) => `/sonatel/pay/${String(qrId)}`

/** The signature as an application checks it, by Node's own HMAC. */
const isSigned = ({ body, headers }: Delivery.Delivery, seconds: number, ...secrets: ReadonlyArray<string>): void => {
  const expected = secrets.map((secret) => `v1=${Crypto.createHmac("sha256", secret).update(`${seconds},${body}`).digest("hex")}`)
  assert.deepStrictEqual(headers["x-sonatel-signature"]?.split(","), [`t=${seconds}`, ...expected])
}

describe("the token endpoint", () => {
  const form = { grant_type: "client_credentials", client_id: "emulator-client", client_secret: "emulator-secret" }
  const ask = (changes: object = {}, authorization?: string) =>
    Effect.flatMap(Emulator.Emulator, ({ orangeSonatel }) =>
      send(orangeSonatel.tokenUrl, { form: { ...form, ...changes } as Record<string, string>, headers: authorization === undefined ? {} : { authorization } }))

  it.effect("takes credentials in the body, and gives five minutes", () =>
    Effect.gen(function*() {
      const { orangeSonatel } = yield* Emulator.Emulator
      assert.strictEqual(orangeSonatel.tokenUrl, `${orangeSonatel.baseUrl}/oauth/v1/token`)
      const { body, status } = yield* ask()
      assert.strictEqual(status, 200)
      assert.deepStrictEqual(Object.keys(body).sort(), ["access_token", "expires_in", "refresh_expires_in", "refresh_token", "scope", "token_type"])
      assert.deepStrictEqual([body["expires_in"], body["token_type"]], [299, "Bearer"])
      const headers = { ...bearer(String(body["access_token"])), "content-type": "application/json" }
      yield* TestClock.adjust("298999 millis")
      assert.strictEqual((yield* call("/api/eWallet/v1/transactions", { headers })).status, 200)
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(problemOf(yield* call("/api/eWallet/v1/transactions", { headers })), problem(401, "42"))
    }).pipe(withApis()))

  it.effect("or by Basic; not wrong ones, and no other grant", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* send((yield* Emulator.Emulator).orangeSonatel.tokenUrl, { form: { grant_type: "client_credentials" }, headers: { authorization: basic("emulator-client", "emulator-secret") } })).status, 200)
      const wrong = yield* ask({ client_secret: "wrong" })
      assert.deepStrictEqual([wrong.status, wrong.body["error"]], [401, "invalid_client"])
      const refresh = yield* ask({ grant_type: "refresh_token", refresh_token: String((yield* ask()).body["refresh_token"]) })
      assert.deepStrictEqual([refresh.status, refresh.body["error"]], [400, "invalid_grant"])
    }).pipe(withApis()))

  it.effect("its tokens open nothing of Orange's, nor Orange's anything here", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* call("/poi/v1/shops?postalCode=35000", { headers: bearer(yield* sonatelToken) })).status, 403)
      const answer = yield* call("/api/eWallet/v1/transactions", { headers: { ...bearer(yield* appToken), "content-type": "application/json" } })
      assert.deepStrictEqual(problemOf(answer), problem(403, "51"))
    }).pipe(withApis()))
})

describe("the content type", () => {
  for (const [method, path] of [["GET", "/api/eWallet/v1/transactions"], ["GET", "/api/eWallet/v1/transactions/x/status"], ["GET", callbacks], ["POST", callbacks], ["POST", "/api/eWallet/v4/qrcode"]] as const) {
    it.effect(`is demanded of ${method} ${path}, body or not`, () =>
      Effect.gen(function*() {
        const headers = bearer(yield* sonatelToken)
        assert.deepStrictEqual(problemOf(yield* call(path, { method, headers })), problem(415, "68"))
        assert.deepStrictEqual(problemOf(yield* call(path, { method, headers: { ...headers, "content-type": "text/plain" } })), problem(415, "68"))
        assert.notStrictEqual((yield* call(path, { method, headers: { ...headers, "content-type": "application/json; charset=utf-8" } })).status, 415)
      }).pipe(withApis()))
  }
})

describe("codes and transactions", () => {
  it.effect("a code as Sonatel answers it", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const { qrCode, qrId, ...rest } = yield* created()
      const link = environment.baseUrl + pageOf(qrId)
      assert.deepStrictEqual(rest, {
        deepLink: link,
        deepLinks: { OM: link, MAXIT: link },
        validity: 900,
        metadata: { basket: "b1" },
        shortLink: link,
        validFor: { startDateTime: "1970-01-01T00:00:00.000Z", endDateTime: "1970-01-01T00:15:00.000Z" }
      })
      assert.strictEqual(Buffer.from(qrCode, "base64").subarray(1, 4).toString(), "PNG")
    }).pipe(withApis()))

  it.effect("no transaction before somebody pays; then it is listed and stands as it stands", () =>
    Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      const { qrId } = yield* created()
      yield* created({ reference: "order-2" })
      assert.deepStrictEqual(yield* list(), [])
      yield* TestClock.adjust("1 second")
      assert.isUndefined(yield* sonatel.settle(qrId, "PENDING"))
      const [{ transactionId, ...pending }, ...more] = yield* list()
      assert.deepStrictEqual([more.length, pending.status, pending.reference, pending.createdAt], [0, "PENDING", "order-1", "1970-01-01T00:00:01.000Z"])
      const standing = asSonatel(`/api/eWallet/v1/transactions/${transactionId}/status`)
      assert.deepStrictEqual((yield* standing).body, { status: "PENDING" })
      yield* TestClock.adjust("1 second")
      yield* sonatel.settle(qrId, "SUCCESS")
      assert.deepStrictEqual((yield* standing).body, { status: "SUCCESS" })
      assert.deepStrictEqual(yield* list(), [{ ...pending, transactionId, status: "SUCCESS" }])
      assert.deepInclude(pending, { type: "MERCHANT_PAYMENT", amount: { unit: "XOF", value: 1000 }, code: "123456", metadata: { basket: "b1" } })
      assert.deepStrictEqual(problemOf(yield* asSonatel("/api/eWallet/v1/transactions/none/status")), problem(404, "60"))
      assert.strictEqual((yield* Effect.flip(sonatel.settle(qrId, "FAILED"))).reason, "over")
    }).pipe(withApis()))

  it.effect("the list by reference, type, status, size, date and id", () =>
    Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      for (const [reference, status] of [["a", "SUCCESS"], ["b", "FAILED"], ["c", "SUCCESS"]] as const) {
        yield* TestClock.adjust("1 second")
        yield* sonatel.settle((yield* created({ reference })).qrId, status)
      }
      const references = (query: string) => Effect.map(list(query), (all) => all.map((one: Data) => one.reference).join(""))
      const [first] = yield* list("?reference=a")
      assert.strictEqual(yield* references("?status=SUCCESS"), "ac")
      assert.strictEqual(yield* references("?size=2"), "ab")
      assert.strictEqual(yield* references("?type=MERCHANT_PAYMENT"), "abc")
      assert.strictEqual(yield* references("?type=CASHIN"), "")
      assert.strictEqual(yield* references("?fromDateTime=1970-01-01T00:00:02Z"), "bc")
      assert.strictEqual(yield* references(`?transactionId=${first.transactionId}`), "a")
      assert.deepStrictEqual(problemOf(yield* asSonatel("/api/eWallet/v1/transactions?fromDateTime=yesterday")), problem(400, "28"))
    }).pipe(withApis()))

  it.effect("a code ends with its validity, a transaction that has begun does not", () =>
    Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      const { qrId: begun } = yield* created()
      const { qrId: idle } = yield* created()
      yield* sonatel.settle(begun, "INITIATED")
      yield* TestClock.adjust("900 seconds")
      assert.strictEqual((yield* Effect.flip(sonatel.settle(idle, "SUCCESS"))).reason, "over")
      yield* sonatel.settle(begun, "SUCCESS")
      assert.strictEqual((yield* list())[0].status, "SUCCESS")
      const unknown = yield* Effect.flip(sonatel.settle("none", "SUCCESS"))
      assert.deepStrictEqual([unknown.what, unknown.reason], ["code", "unknown"])
    }).pipe(withApis()))
})

describe("callbacks", () => {
  it.effect("are registered without an answer, and listed by merchant with the key in clear", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.UTC(2026, 8, 8, 18, 30, 42))
      const answer = yield* register()
      assert.deepStrictEqual([answer.status, answer.text], [200, ""])
      yield* register({ code: "654321" })
      const listed = (query: string) => Effect.map(asSonatel(callbacks + query), ({ text }) => JSON.parse(text) as ReadonlyArray<Data>)
      const first = { code: "123456", msisdn: "770000000", name: "The shop", callbackUrl: "https://shop.example/sonatel", apiKey: "the-key", createdAt: "08-09-2026 18:30:42" }
      assert.deepStrictEqual(yield* listed("?code=123456"), [first])
      assert.strictEqual((yield* listed("")).length, 2)
      yield* register({ apiKey: "another" })
      assert.deepStrictEqual(yield* listed("?code=123456"), [{ ...first, apiKey: "another" }])
      const { orangeSonatel } = yield* Emulator.Emulator
      const form = { grant_type: "client_credentials", client_id: "emulator-client-2", client_secret: "emulator-secret-2" }
      const other = String((yield* send(orangeSonatel.tokenUrl, { form })).body["access_token"])
      assert.strictEqual((yield* call(callbacks, { headers: { ...bearer(other), "content-type": "application/json" } })).text, "[]")
    }).pipe(withApis()))

  it.effect("are signed, and say what happened", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      yield* register()
      const { qrId } = yield* created()
      yield* TestClock.adjust("1500 millis")
      assert.strictEqual(yield* sonatel.settle(qrId, "SUCCESS"), 200)
      const [callback] = posted
      isWebhook("orange-money-sonatel", "transactionCallback", callback!)
      assert.strictEqual(callback!.url, "https://shop.example/sonatel")
      assert.strictEqual(callback!.headers["authorization"], "Basic the-key")
      isSigned(callback!, 1, "emulator-endpoint-secret")
      const [{ transactionId }] = yield* list()
      assert.deepStrictEqual(JSON.parse(callback!.body), {
        status: "SUCCESS",
        transactionId,
        reference: "order-1",
        amount: { unit: "XOF", value: 1000 },
        code: "123456",
        metadata: { basket: "b1" },
        timestamp: "1970-01-01T00:00:01.500Z"
      })
    }).pipe(withApis({ deliver }))
  })

  it.effect("go where the code's own header says", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      const { body } = yield* create({}, { "X-Callback-Url": "https://shop.example/own" })
      yield* sonatel.settle(String(body["qrId"]), "REJECTED")
      assert.deepStrictEqual(posted.map(({ headers, url }) => [url, headers["authorization"]]), [["https://shop.example/own", undefined]])
    }).pipe(withApis({ deliver }))
  })

  it.effect("come again after a 5xx and after none, signed anew with the same key and text, until they are answered", () => {
    const { arrived, deliver, posted } = inbox(503, 0)
    return Effect.gen(function*() {
      const { deliveries, sonatel } = yield* Emulator.Emulator
      yield* register()
      assert.strictEqual(yield* sonatel.settle((yield* created()).qrId, "SUCCESS"), 503)
      yield* TestClock.adjust("1 second")
      yield* arrived(2)
      yield* TestClock.adjust("5 seconds")
      yield* arrived(3)
      assert.deepStrictEqual((yield* deliveries).map(({ at, status }) => [at, status]), [[0, 503], [1_000, 0], [6_000, 200]])
      assert.strictEqual(new Set(posted.map(({ headers }) => headers["x-sonatel-idempotency-key"])).size, 1)
      assert.strictEqual(new Set(posted.map(({ body }) => body)).size, 1)
      isSigned(posted[0]!, 0, "emulator-endpoint-secret")
      isSigned(posted[2]!, 6, "emulator-endpoint-secret")
      yield* TestClock.adjust("1 hour")
      yield* settled
      assert.strictEqual(posted.length, 3)
    }).pipe(withApis({ deliver }))
  })

  for (const status of [400, 401, 404, 499]) {
    it.effect(`do not come again after ${status}`, () => {
      const { deliver, posted } = inbox(status)
      return Effect.gen(function*() {
        const { sonatel } = yield* Emulator.Emulator
        yield* register()
        assert.strictEqual(yield* sonatel.settle((yield* created()).qrId, "SUCCESS"), status)
        yield* settled
        yield* TestClock.adjust("1 hour")
        yield* settled
        assert.strictEqual(posted.length, 1)
      }).pipe(withApis({ deliver }))
    })
  }

  it.effect("are given up at last", () => {
    const { arrived, deliver, posted } = inbox(...Array.from({ length: 20 }, () => 500))
    return Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      yield* register()
      yield* sonatel.settle((yield* created()).qrId, "SUCCESS")
      for (let count = 2; count <= 6; count++) {
        yield* TestClock.adjust("10 minutes")
        yield* arrived(count)
      }
      yield* TestClock.adjust("1 day")
      yield* settled
      assert.strictEqual(posted.length, 6)
    }).pipe(withApis({ deliver }))
  })

  it.effect("have two signatures after a rotation, the newest first, and never three", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const { sonatel } = yield* Emulator.Emulator
      yield* register()
      for (const secret of ["first", "second", Redacted.make("third")]) {
        yield* sonatel.rotateSecret(secret)
        yield* sonatel.settle((yield* created()).qrId, "SUCCESS")
      }
      isSigned(posted[0]!, 0, "first", "given")
      isSigned(posted[1]!, 0, "second", "first")
      isSigned(posted[2]!, 0, "third", "second")
    }).pipe(withApis({ deliver, sonatelSecrets: ["given"] }))
  })
})

describe("the page of a code", () => {
  for (const [decision, end, back] of [["pay", "SUCCESS", order.callbackSuccessUrl], ["refuse", "CANCELLED", order.callbackCancelUrl]] as const) {
    it.effect(`${decision}: by its form, back to the shop, told`, () => {
      const { arrived, deliver, posted } = inbox()
      return Effect.gen(function*() {
        yield* register()
        const { qrId } = yield* created()
        assert.include((yield* call(pageOf(qrId))).text, "<strong>The shop</strong> asks for <strong>1000 XOF</strong>")
        assert.deepStrictEqual(yield* list(), [])
        const answer = yield* call(pageOf(qrId), { form: { decision } })
        assert.deepStrictEqual([answer.status, answer.headers["location"]], [303, back])
        yield* arrived(1)
        assert.strictEqual((yield* list())[0].status, end)
        assert.deepStrictEqual(posted.map(({ body }) => JSON.parse(body).status), [end])
        const over = yield* call(pageOf(qrId))
        assert.include(over.text, `This payment is over: ${end}`)
        assert.include(over.text, `href="${back}"`)
      }).pipe(withApis({ deliver }))
    })
  }

  it.effect("without URLs says how it ended; a script's URL is no link", () =>
    Effect.gen(function*() {
      const { qrId } = yield* created({ callbackSuccessUrl: "javascript:alert(1)", name: "<b>&\"shop\"" })
      assert.include((yield* call(pageOf(qrId))).text, "&#60;b&#62;&#38;&#34;shop&#34;")
      const paid = yield* call(pageOf(qrId), { form: { decision: "pay" } })
      assert.deepStrictEqual([paid.status, paid.headers["location"]], [200, undefined])
      assert.include(paid.text, "<h1>Paid</h1>")
      assert.notInclude((yield* call(pageOf(qrId))).text, "javascript")
      assert.strictEqual((yield* call(pageOf("none"))).status, 404)
    }).pipe(withApis()))

  it.effect("of a code that is over has no button", () =>
    Effect.gen(function*() {
      const { qrId } = yield* created()
      yield* TestClock.adjust("15 minutes")
      const { text } = yield* call(pageOf(qrId), { form: { decision: "pay" } })
      assert.include(text, "This payment is over: EXPIRED")
      assert.notInclude(text, "<button")
      assert.deepStrictEqual(yield* list(), [])
    }).pipe(withApis()))
})
