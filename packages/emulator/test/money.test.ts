/** Orange Money web payment: statuses, what is refused, the hosted page, the notification. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { asApplication, bearer, call, type Data, inbox, isWebhook, settled, tokenOf, withApis } from "./specified.js"
import { basic } from "./support.js"

const order = {
  merchant_key: "59ba0d43",
  currency: "OUV",
  order_id: "order-1",
  amount: 1200,
  return_url: "https://shop.example/paid?a=1&b=2",
  cancel_url: "https://shop.example/cancelled",
  notif_url: "https://shop.example/notifications/1",
  reference: "The shop"
}

const initiate = (changes: object = {}, country = "dev") => asApplication(`/orange-money-webpay/${country}/v1/webpayment`, { json: { ...order, ...changes } })

const initiated = (changes: object = {}) => Effect.map(initiate(changes), ({ body }): Data => body)

const ask = (payToken: string, changes: object = {}, country = "dev") =>
  asApplication(`/orange-money-webpay/${country}/v1/transactionstatus`, { json: { order_id: "order-1", amount: 1200, pay_token: payToken, ...changes } })

const statusOf = (payToken: string) => Effect.map(ask(payToken), ({ body }) => body["status"])

const codeOf = ({ body, status }: { readonly status: number; readonly body: Record<string, unknown> }) => [status, body["code"]]

const pageOf = (payToken: string) => `/payment/pay_token/${payToken}`

describe("a payment", () => {
  it.effect("is initiated as Orange answers it", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const answer = yield* initiate()
      assert.deepStrictEqual([answer.status, answer.body["status"], answer.body["message"]], [201, 201, "OK"])
      assert.match(String(answer.body["pay_token"]), /^[0-9a-f]{64}$/)
      assert.match(String(answer.body["notif_token"]), /^[0-9a-f]{32}$/)
      assert.strictEqual(answer.body["payment_url"], `${environment.baseUrl}${pageOf(String(answer.body["pay_token"]))}`)
    }).pipe(withApis()))

  for (const [event, end] of [["pay", "SUCCESS"], ["refuse", "FAILED"]] as const) {
    it.effect(`INITIATED, PENDING, ${end}; it ends once`, () => {
      const { deliver, posted } = inbox(503)
      return Effect.gen(function*() {
        const { money } = yield* Emulator.Emulator
        const { notif_token, pay_token } = yield* initiated()
        assert.deepStrictEqual((yield* ask(pay_token)).body, { status: "INITIATED", order_id: "order-1" })
        yield* money.begin(pay_token)
        assert.deepStrictEqual((yield* ask(pay_token)).body, { status: "PENDING", order_id: "order-1" })
        assert.deepStrictEqual(posted, [])
        assert.strictEqual(yield* money[event](pay_token), 503)
        const answer = yield* ask(pay_token)
        assert.strictEqual(answer.status, 201)
        assert.deepInclude(answer.body, { status: end, order_id: "order-1" })
        assert.match(String(answer.body["txnid"]), /^MP700101\.0000\.A[0-9A-F]{5}$/)
        isWebhook("orange-money", "paymentNotification", posted[0]!)
        assert.deepStrictEqual([posted[0]!.url, JSON.parse(posted[0]!.body)], [order.notif_url, { status: end, notif_token, txnid: answer.body["txnid"] }])
        for (const again of [money.pay(pay_token), money.refuse(pay_token), money.begin(pay_token)]) assert.strictEqual((yield* Effect.flip(again)).reason, "over")
        yield* TestClock.adjust("1 hour")
        assert.strictEqual(yield* statusOf(pay_token), end)
        assert.strictEqual(posted.length, 1)
      }).pipe(withApis({ deliver }))
    })
  }

  for (const begun of [false, true]) {
    it.effect(`expires after ten minutes, ${begun ? "begun" : "untouched"}, and tells nobody`, () => {
      const { deliver, posted } = inbox()
      return Effect.gen(function*() {
        const { money } = yield* Emulator.Emulator
        const { pay_token } = yield* initiated()
        if (begun) yield* money.begin(pay_token)
        yield* TestClock.adjust("599999 millis")
        assert.strictEqual(yield* statusOf(pay_token), begun ? "PENDING" : "INITIATED")
        yield* TestClock.adjust("1 millis")
        assert.deepStrictEqual((yield* ask(pay_token)).body, { status: "EXPIRED", order_id: "order-1" })
        assert.strictEqual((yield* Effect.flip(money.pay(pay_token))).reason, "over")
        assert.deepStrictEqual(posted, [])
      }).pipe(withApis({ deliver }))
    })
  }

  it.effect("of no such token is a TriggerError", () =>
    Effect.gen(function*() {
      const { money } = yield* Emulator.Emulator
      for (const event of [money.begin("none"), money.pay("none"), money.refuse("none")]) {
        const error = yield* Effect.flip(event)
        assert.deepStrictEqual([error._tag, error.what, error.reason], ["TriggerError", "payment", "unknown"])
      }
    }).pipe(withApis()))
})

describe("what is refused", () => {
  it.effect("another offer's money, a country that is none", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(codeOf(yield* initiate({ currency: "XOF" })), [400, 24])
      assert.deepStrictEqual(codeOf(yield* initiate({ currency: "OUV" }, "ci")), [400, 24])
      assert.deepStrictEqual(codeOf(yield* initiate({ currency: "XOF" }, "senegal")), [404, 60])
      assert.strictEqual((yield* initiate({ currency: "XOF" }, "ci")).status, 201)
    }).pipe(withApis()))

  it.effect("an order_id that was used, by the same application alone", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* initiate()).status, 201)
      assert.deepStrictEqual(codeOf(yield* initiate({ amount: 5 })), [409, 69])
      const other = bearer(yield* tokenOf(basic("emulator-client-2", "emulator-secret-2")))
      assert.strictEqual((yield* call("/orange-money-webpay/dev/v1/webpayment", { json: order, headers: other })).status, 201)
    }).pipe(withApis()))

  it.effect("the status by anything but the payment's own order, amount, token, country and application", () =>
    Effect.gen(function*() {
      const { pay_token } = yield* initiated()
      assert.deepStrictEqual(codeOf(yield* ask("none")), [404, 60])
      assert.deepStrictEqual(codeOf(yield* ask(pay_token, { order_id: "order-2" })), [404, 60])
      assert.deepStrictEqual(codeOf(yield* ask(pay_token, { amount: 1201 })), [404, 60])
      assert.deepStrictEqual(codeOf(yield* ask(pay_token, {}, "ci")), [404, 60])
      const json = { order_id: "order-1", amount: 1200, pay_token }
      const other = bearer(yield* tokenOf(basic("emulator-client-2", "emulator-secret-2")))
      assert.deepStrictEqual(codeOf(yield* call("/orange-money-webpay/dev/v1/transactionstatus", { json, headers: other })), [404, 60])
      assert.strictEqual(yield* statusOf(pay_token), "INITIATED")
    }).pipe(withApis()))
})

describe("the hosted page", () => {
  for (const [decision, end, back] of [["pay", "SUCCESS", order.return_url], ["refuse", "FAILED", order.cancel_url]] as const) {
    it.effect(`${decision}: by its form, back to the shop, told once`, () => {
      const { arrived, deliver, posted } = inbox()
      return Effect.gen(function*() {
        const { pay_token } = yield* initiated()
        const page = yield* call(pageOf(pay_token))
        assert.strictEqual(page.status, 200)
        assert.include(page.text, "<strong>The shop</strong> asks for <strong>1200 OUV</strong>")
        assert.strictEqual(yield* statusOf(pay_token), "INITIATED")
        const answer = yield* call(pageOf(pay_token), { form: { decision } })
        assert.deepStrictEqual([answer.status, answer.headers["location"]], [303, back])
        yield* arrived(1)
        assert.strictEqual(yield* statusOf(pay_token), end)
        assert.deepStrictEqual(posted.map(({ body }) => JSON.parse(body).status), [end])
        const over = yield* call(pageOf(pay_token), { form: { decision: "pay" } })
        assert.strictEqual(over.status, 200)
        assert.include(over.text, `This payment is over: ${end}`)
        assert.include(over.text, `href="${back.replaceAll("&", "&#38;")}"`)
        yield* settled
        assert.strictEqual(posted.length, 1)
      }).pipe(withApis({ deliver }))
    })
  }

  it.effect("an expired one, an unknown one, a form that decides nothing, another method", () =>
    Effect.gen(function*() {
      const { pay_token } = yield* initiated()
      assert.include((yield* call(pageOf(pay_token), { form: { decision: "other" } })).text, "Pay</button>")
      assert.strictEqual((yield* call(pageOf(pay_token), { method: "DELETE" })).status, 405)
      assert.strictEqual((yield* call(pageOf(pay_token), { method: "HEAD" })).status, 200)
      assert.strictEqual(yield* statusOf(pay_token), "INITIATED")
      yield* TestClock.adjust("10 minutes")
      const expired = yield* call(pageOf(pay_token), { form: { decision: "pay" } })
      assert.include(expired.text, "This payment is over: EXPIRED")
      assert.notInclude(expired.text, "<button")
      const unknown = yield* call(pageOf("none"))
      assert.strictEqual(unknown.status, 404)
      assert.include(unknown.text, "There is no such payment.")
    }).pipe(withApis()))

  it.effect("in French where the payment says so", () =>
    Effect.gen(function*() {
      const { pay_token } = yield* initiated({ lang: "fr" })
      const { text } = yield* call(pageOf(pay_token))
      assert.include(text, "<html lang=\"fr\">")
      assert.include(text, "Payer</button>")
    }).pipe(withApis()))

  it.effect("escapes what the application wrote, and goes nowhere that it should not", () =>
    Effect.gen(function*() {
      const { pay_token } = yield* initiated({ reference: "<script>alert(1)</script>" })
      const { headers, text } = yield* call(pageOf(pay_token))
      assert.notInclude(text, "<script")
      assert.include(text, "&#60;script&#62;")
      assert.include(headers["content-security-policy"], "default-src 'none'")
      assert.strictEqual(headers["x-frame-options"], "DENY")
      assert.strictEqual(headers["cache-control"], "no-store")
      assert.isUndefined(headers["access-control-allow-origin"])
      const odd = yield* initiated({ order_id: "order-3", return_url: "https://shop.example/\r\nSet-Cookie: a=\"→\"" })
      const answer = yield* call(pageOf(odd.pay_token), { form: { decision: "pay" } })
      assert.deepStrictEqual([answer.status, answer.headers["location"], answer.headers["set-cookie"]], [303, "https://shop.example/Set-Cookie:%20a=%22%E2%86%92%22", undefined])
    }).pipe(withApis()))
})
