/** SMS: credit, contracts, orders, statistics, subscriptions, receipts, replies. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { asApplication, bearer, call, type Data, inbox, isWebhook, settled, tokenOf, withApis } from "./specified.js"
import { basic } from "./support.js"

const sender = "tel:+2250000"
const to = "tel:+2250700000000"
const outbound = (from: string) => `/smsmessaging/v1/outbound/${encodeURIComponent(from)}`

const text = (message: string, from = sender) =>
  asApplication(`${outbound(from)}/requests`, { json: { outboundSMSMessageRequest: { address: to, senderAddress: from, outboundSMSTextMessage: { message } } } })

const sent = Effect.map(text("Hello"), ({ body }) => String((body as Data).outboundSMSMessageRequest.resourceURL).split("/").at(-1)!)

const subscribe = (notifyURL: string, from = sender) =>
  Effect.map(
    asApplication(`${outbound(from)}/subscriptions`, { json: { deliveryReceiptSubscription: { callbackReference: { notifyURL } } } }),
    ({ body }) => String((body as Data).deliveryReceiptSubscription.resourceURL)
  )

const admin = (path: string) => Effect.map(asApplication(`/sms/admin/v1/${path}`), ({ text }): Data => JSON.parse(text))

const unitsLeft = Effect.map(admin("contracts?country=CIV"), ([contract]) => contract.availableUnits)

const codeOf = ({ body, status }: { readonly status: number; readonly body: Record<string, unknown> }) => [status, body["code"]]

const otherBasic = basic("emulator-client-2", "emulator-secret-2")

describe("credit", () => {
  it.effect("runs down by the units of a text, and a text that is too long for the rest costs nothing", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* unitsLeft, 4)
      assert.strictEqual((yield* text("a".repeat(160))).status, 201)
      assert.strictEqual(yield* unitsLeft, 3)
      assert.strictEqual((yield* text("é".repeat(161))).status, 201)
      assert.strictEqual(yield* unitsLeft, 1)
      assert.deepStrictEqual(codeOf(yield* text("a".repeat(161))), [403, 51])
      assert.strictEqual(yield* unitsLeft, 1)
      assert.strictEqual((yield* text("a")).status, 201)
      assert.deepStrictEqual(codeOf(yield* text("a")), [403, 51])
      assert.strictEqual(yield* unitsLeft, 0)
    }).pipe(withApis({ smsUnits: 4 })))

  it.effect("is the country's and the application's own", () =>
    Effect.gen(function*() {
      yield* text("a")
      yield* text("a", "tel:+2210000")
      assert.deepStrictEqual(
        (yield* admin("contracts")).map((one: Data) => [one.country, one.availableUnits]),
        [["CIV", 9], ["SEN", 9]]
      )
      const other = yield* call("/sms/admin/v1/contracts", { headers: bearer(yield* tokenOf(otherBasic)) })
      assert.deepStrictEqual(JSON.parse(other.text).map((one: Data) => [one.country, one.availableUnits]), [["CIV", 10]])
    }).pipe(withApis({ smsUnits: 10 })))

  it.effect("ends with its contract", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* text("a")
      yield* emulator.turnClock("2 days")
      yield* emulator.turnClock(-1)
      assert.strictEqual((yield* text("a")).status, 201)
      assert.strictEqual((yield* admin("contracts"))[0].status, "ACTIVE")
      yield* emulator.turnClock(1)
      assert.deepStrictEqual(codeOf(yield* text("a")), [403, 51])
      const [contract] = yield* admin("contracts")
      assert.deepStrictEqual([contract.status, contract.availableUnits, contract.expirationDate], ["EXPIRED", 998, "1970-01-03T00:00:00.000Z"])
    }).pipe(withApis({ smsContractLifetime: "2 days" })))

  it.effect("five a second, where it is asked for", () =>
    Effect.gen(function*() {
      for (let i = 0; i < 5; i++) assert.strictEqual((yield* text("a")).status, 201)
      assert.deepStrictEqual(codeOf(yield* text("a")), [403, 53])
      assert.strictEqual(yield* unitsLeft, 995)
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* text("a")).status, 201)
    }).pipe(withApis({ smsPerSecond: 5 })))

  it.effect("without the option six a second", () =>
    Effect.gen(function*() {
      for (let i = 0; i < 6; i++) assert.strictEqual((yield* text("a")).status, 201)
    }).pipe(withApis()))
})

describe("contracts, orders, statistics", () => {
  it.effect("today's shapes are lists", () =>
    Effect.gen(function*() {
      yield* text("a".repeat(200))
      const [contract] = yield* admin("contracts?country=CIV")
      assert.deepInclude(contract, { type: "SELFSERVICE", country: "CIV", offerName: "SMS_OCB", status: "ACTIVE", applicationId: "emulator-client" })
      const [order] = yield* admin("purchaseorders?country=CIV")
      assert.deepInclude(order, { contractId: contract.id, newAvailableUnits: 1_000, oldAvailableUnits: 0, payerId: "22507******", newExpirationDate: contract.expirationDate })
      assert.deepStrictEqual(yield* admin("statistics?country=CIV"), [{ country: "CIV", applicationId: "emulator-client", usage: 2 }])
      assert.deepStrictEqual((yield* admin("contracts?country=SEN")).map((one: Data) => one.country), ["SEN"])
    }).pipe(withApis()))

  it.effect("those of 2022 are objects", () =>
    Effect.gen(function*() {
      yield* text("a")
      const { partnerContracts } = yield* admin("contracts?country=CIV")
      const [{ serviceContracts: [contract] }] = partnerContracts.contracts
      assert.deepStrictEqual([contract.country, contract.availableUnits, contract.expires], ["CIV", 999, "1970-01-31T00:00:00"])
      assert.strictEqual((yield* admin("purchaseorders?country=CIV")).purchaseOrders[0].contractId, contract.contractId)
      assert.strictEqual((yield* admin("statistics?country=CIV")).partnerStatistics.statistics[0].usage, 1)
    }).pipe(withApis({ smsLegacyAdmin: true })))
})

describe("subscriptions", () => {
  const url = "https://shop.example/receipts"

  it.effect("are made, read and deleted", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const resource = yield* subscribe(url)
      const id = resource.split("/").at(-1)!
      assert.strictEqual(resource, `${environment.baseUrl}/smsmessaging/v1/outbound/${sender}/subscriptions/${id}`)
      const read = yield* asApplication(`/smsmessaging/v1/outbound/subscriptions/${id}`)
      assert.deepStrictEqual(read.body, { deliveryReceiptSubscription: { callbackReference: { notifyURL: url }, resourceURL: resource } })
      const gone = yield* asApplication(`${outbound(sender)}/subscriptions/${id}`, { method: "DELETE" })
      assert.deepStrictEqual([gone.status, gone.text], [204, ""])
      assert.deepStrictEqual(codeOf(yield* asApplication(`/smsmessaging/v1/outbound/subscriptions/${id}`)), [404, 60])
      assert.deepStrictEqual(codeOf(yield* asApplication(`${outbound(sender)}/subscriptions/${id}`, { method: "DELETE" })), [404, 60])
    }).pipe(withApis()))

  it.effect("are nobody else's, and no other sender's", () =>
    Effect.gen(function*() {
      const id = (yield* subscribe(url)).split("/").at(-1)!
      const headers = bearer(yield* tokenOf(otherBasic))
      assert.deepStrictEqual(codeOf(yield* call(`/smsmessaging/v1/outbound/subscriptions/${id}`, { headers })), [404, 60])
      assert.deepStrictEqual(codeOf(yield* call(`${outbound(sender)}/subscriptions/${id}`, { headers, method: "DELETE" })), [404, 60])
      assert.deepStrictEqual(codeOf(yield* asApplication(`${outbound("tel:+2230000")}/subscriptions/${id}`, { method: "DELETE" })), [404, 60])
      assert.strictEqual((yield* asApplication(`/smsmessaging/v1/outbound/subscriptions/${id}`)).status, 200)
    }).pipe(withApis()))
})

describe("receipts", () => {
  it.effect("are posted to the sender's subscriptions after the given time, once", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* subscribe("https://shop.example/a")
      yield* subscribe("https://shop.example/b")
      yield* subscribe("https://shop.example/other", "tel:+2230000")
      const id = yield* sent
      yield* TestClock.adjust("2999 millis")
      assert.deepStrictEqual(posted, [])
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(posted.map(({ url }) => url), ["https://shop.example/a", "https://shop.example/b"])
      isWebhook("sms", "deliveryReceipt", posted[0]!)
      assert.deepStrictEqual(JSON.parse(posted[0]!.body), { deliveryInfoNotification: { callbackData: id, deliveryInfo: { address: to, deliveryStatus: "DeliveredToTerminal" } } })
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual((yield* emulator.deliveries).map(({ at, status }) => [at, status]), [[3_000, 200], [3_000, 200]])
    }).pipe(withApis({ smsReceiptsAfter: "3 seconds", deliver }))
  })

  it.effect("without the option come on demand alone, and give the answers", () => {
    const { deliver, posted } = inbox(500, 204)
    return Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const id = yield* sent
      yield* TestClock.adjust("1 day")
      assert.deepStrictEqual(yield* emulator.sms.deliver(id), [])
      yield* subscribe("https://shop.example/a")
      yield* subscribe("https://shop.example/b")
      assert.deepStrictEqual(yield* emulator.sms.deliver(id, "DeliveryImpossible"), [500, 204])
      assert.strictEqual(JSON.parse(posted[1]!.body).deliveryInfoNotification.deliveryInfo.deliveryStatus, "DeliveryImpossible")
      yield* settled
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(posted.length, 2)
    }).pipe(withApis({ deliver }))
  })

  it.effect("of one application are not another's", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* subscribe("https://shop.example/a")
      const json = { outboundSMSMessageRequest: { address: to, senderAddress: sender, outboundSMSTextMessage: { message: "Hello" } } }
      const { body } = yield* call(`${outbound(sender)}/requests`, { json, headers: bearer(yield* tokenOf(otherBasic)) })
      assert.deepStrictEqual(yield* emulator.sms.deliver(String((body as Data).outboundSMSMessageRequest.resourceURL).split("/").at(-1)!), [])
      assert.deepStrictEqual(posted, [])
    }).pipe(withApis({ deliver }))
  })

  it.effect("of an unknown message are a TriggerError", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const error = yield* Effect.flip(emulator.sms.deliver("none"))
      assert.deepStrictEqual([error._tag, error.what, error.reason, error.message], ["TriggerError", "message", "unknown", "The emulator has no such message"])
    }).pipe(withApis()))
})

describe("replies", () => {
  for (const address of [sender, "2250000"]) {
    it.effect(`to ${address} are posted to the sender's subscriptions`, () => {
      const { deliver, posted } = inbox()
      return Effect.gen(function*() {
        const emulator = yield* Emulator.Emulator
        yield* subscribe("https://shop.example/a")
        yield* subscribe("https://shop.example/other", "tel:+2230000")
        yield* TestClock.adjust("1 second")
        assert.deepStrictEqual(yield* emulator.sms.receive({ from: to, to: address, text: "STOP" }), [200])
        isWebhook("sms", "incomingMessage", posted[0]!)
        const { inboundSMSMessage: { messageId, ...message } } = JSON.parse(posted[0]!.body).inboundSMSMessageNotification
        assert.isString(messageId)
        assert.deepStrictEqual(message, { dateTime: "1970-01-01T00:00:01.000Z", destinationAddress: "2250000", message: "STOP", senderAddress: to })
      }).pipe(withApis({ deliver }))
    })
  }

  it.effect("to a sender without a subscription go nowhere", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      assert.deepStrictEqual(yield* emulator.sms.receive({ from: to, to: sender, text: "STOP" }), [])
    }).pipe(withApis()))
})
