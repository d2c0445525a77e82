/** Payments from their order to their end. */
import { Emulator, Fault } from "@effect-orange/emulator"
import { Country } from "@effect-orange/numbers"
import { Offer, PaymentIntent, Payments } from "@effect-orange/orange-money"
import { assert, describe, it } from "@effect/vitest"
import * as BigDecimal from "effect/BigDecimal"
import * as Chunk from "effect/Chunk"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { inspect } from "node:util"
import { makeDatabase, order, shop } from "./support.js"

const discard = () => Effect.void

const create = (given: Payments.Order = order()) => Effect.flatMap(Payments.Payments, (payments) => payments.create(given, discard))
const status = (intent: PaymentIntent.PaymentIntent) => Effect.flatMap(Payments.Payments, (payments) => payments.status(intent))
const person = Effect.map(Emulator.Emulator, ({ money }) => money)
const requestsTo = (path: string) =>
  Effect.map(Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests), (all) => all.filter((one) => one.path.includes(path)).length)

describe("an order", () => {
  const url = (length: number) => `https://shop.test/${"a".repeat(length - 18)}`
  const wrong: ReadonlyArray<readonly [string, Partial<Payments.Order>, string, Offer.Offer?]> = [
    ["a UUID for its id", { orderId: "81e4296d-ed39-473a-ab3f-d290bfe5d3ef" }, "orderId"],
    ["no id", { orderId: "" }, "orderId"],
    ["no amount", { amount: BigDecimal.unsafeFromString("0") }, "amount"],
    ["less than nothing", { amount: BigDecimal.unsafeFromString("-5") }, "amount"],
    ["half a franc", { amount: BigDecimal.unsafeFromString("10.5") }, "amount", Offer.ofCountry("CI")],
    ["more than JSON can say", { amount: BigDecimal.unsafeFromString("9007199254740993") }, "amount", Offer.ofCountry("CI")],
    ["a thousandth of an ariary", { amount: BigDecimal.unsafeFromString("1.005") }, "amount", Offer.ofCountry("MG")],
    ["the sandbox's money in a country", { currency: "OUV" }, "currency", Offer.ofCountry("CI")],
    ["a country's money in the sandbox", { currency: "XOF" }, "currency"],
    ["another country's money", { currency: "GNF" }, "currency", Offer.ofCountry("CI")],
    ["a long URL", { returnUrl: url(121) }, "returnUrl"],
    ["a local URL", { notifyUrl: "http://localhost:3000/a" }, "notifyUrl"],
    ["a URL in a private network", { cancelUrl: "https://192.168.1.2/a" }, "cancelUrl"],
    ["a URL of the loopback", { notifyUrl: "http://[::1]/a" }, "notifyUrl"],
    ["no URL", { notifyUrl: "shop.test/a" }, "notifyUrl"],
    ["another scheme", { returnUrl: "shop://orders" }, "returnUrl"]
  ]
  for (const [name, changes, field, offer] of wrong) {
    it.effect(`with ${name} is not sent: ${field}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(create({ ...order(), ...changes }))
        assert.strictEqual(error._tag === "InvalidOrderError" && error.field, field)
        assert.strictEqual(yield* requestsTo("/"), 0)
      }).pipe(Effect.provide(shop({}, offer))))
  }

  it.effect("at the limits is taken", () =>
    Effect.gen(function*() {
      const intent = yield* create({ ...order("a".repeat(30), "9007199254740992.000"), returnUrl: url(120) })
      assert.deepStrictEqual(yield* status(intent), PaymentIntent.Standing.Initiated())
    }).pipe(Effect.provide(shop())))

  it.effect("with local URLs is taken where that is allowed, and goes to the offer's path", () =>
    Effect.gen(function*() {
      const payments = yield* Payments.make({ offer: Offer.ofCountry("CI"), merchantKey: Redacted.make("59ba0d43"), reference: "The shop", localUrls: true })
      const intent = yield* payments.create({ ...order(), notifyUrl: "http://127.0.0.1:3000/2026-0001", language: "fr" }, discard)
      assert.strictEqual(intent.currency, "XOF")
      assert.strictEqual(yield* requestsTo("/orange-money-webpay/ci/v1/webpayment"), 1)
    }).pipe(Effect.provide(shop({}, Offer.ofCountry("CI")))))

  it.effect("needs a merchant's name of at most 30 characters", () =>
    Effect.map(Effect.flip(Payments.make({ offer: Offer.sandbox, merchantKey: Redacted.make("k"), reference: "a".repeat(31) })), ({ field }) =>
      assert.strictEqual(field, "reference")).pipe(Effect.provide(shop())))
})

describe("an offer", () => {
  it("is the table's, or the code in small letters", () => {
    assert.deepStrictEqual(Offer.ofCountry("CI"), { path: "ci", currency: { code: "XOF", exponent: 0 } })
    assert.strictEqual(Offer.ofCountry("NE").path, "ne")
    for (const { alpha2 } of Country.all) assert.match(Offer.ofCountry(alpha2).path, /^[a-z]{2}$/)
  })
})

describe("a payment", () => {
  it.effect("is stored before it is given", () =>
    Effect.gen(function*() {
      const payments = yield* Payments.Payments
      const { intents, save } = makeDatabase()
      const intent = yield* payments.create(order(), save)
      assert.strictEqual(intents.get("2026-0001"), intent)
      assert.strictEqual(yield* Effect.flip(payments.create(order("2026-0002"), () => Effect.fail("the database is gone"))), "the database is gone")
    }).pipe(Effect.provide(shop())))

  it.effect("can be written down and read again, and shows no token", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const json = yield* Schema.encode(Schema.parseJson(PaymentIntent.PaymentIntent))(intent)
      const again = yield* Schema.decode(Schema.parseJson(PaymentIntent.PaymentIntent))(json)
      assert.deepStrictEqual(yield* status(again), PaymentIntent.Standing.Initiated())
      assert.strictEqual(Redacted.value(again.paymentUrl), Redacted.value(intent.paymentUrl))
      assert.strictEqual(DateTime.distance(intent.createdAt, intent.expiresAt), 600_000)
      for (const secret of [intent.payToken, intent.notifyToken, intent.paymentUrl].map(Redacted.value)) {
        for (const shown of [String(intent), inspect(intent, { depth: 9 }), JSON.stringify(intent)]) assert.notInclude(shown, secret)
        assert.include(json, secret)
      }
    }).pipe(Effect.provide(shop())))

  it.effect("goes from initiated to its end, as the person decides", () =>
    Effect.gen(function*() {
      const money = yield* person
      const [paid, refused, late] = yield* Effect.all([create(order("a")), create(order("b")), create(order("c"))])
      yield* money.begin(Redacted.value(paid.payToken))
      assert.deepStrictEqual(yield* status(paid), PaymentIntent.Standing.Pending())
      yield* money.pay(Redacted.value(paid.payToken))
      yield* money.refuse(Redacted.value(refused.payToken))
      yield* TestClock.adjust("10 minutes")
      const [one, two, three] = yield* Effect.all([status(paid), status(refused), status(late)])
      assert.strictEqual(one._tag, "Success")
      assert.match(one._tag === "Success" ? one.transactionId! : "", /^MP/)
      assert.deepStrictEqual([two._tag, three._tag], ["Failed", "Expired"])
    }).pipe(Effect.provide(shop({ deliver: () => Effect.succeed(200) }))))

  it.effect("that a new word stands for is neither paid nor failed", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const { faults } = yield* Emulator.Emulator
      yield* faults.next(({ path }) => path.includes("transactionstatus"), Fault.json({ status: "REFUNDED" }))
      assert.deepStrictEqual(yield* status(intent), PaymentIntent.Standing.Other({ status: "REFUNDED" }))
    }).pipe(Effect.provide(shop())))

  it.effect("whose answer is lost is not created again; its status is asked again", () =>
    Effect.gen(function*() {
      const { faults } = yield* Emulator.Emulator
      yield* faults.next(({ path }) => path.includes("webpayment"), Fault.lostAnswer())
      assert.strictEqual((yield* Effect.flip(create()))._tag, "OutcomeUnknown")
      assert.strictEqual(yield* requestsTo("/webpayment"), 1)
      const intent = yield* create(order("2026-0002"))
      yield* faults.next(({ path }) => path.includes("transactionstatus"), Fault.lostAnswer())
      const asked = yield* Effect.fork(status(intent))
      yield* TestClock.adjust("10 seconds")
      assert.deepStrictEqual(yield* Fiber.join(asked), PaymentIntent.Standing.Initiated())
    }).pipe(Effect.provide(shop())))
})

describe("a wait", () => {
  const waiting = (intent: PaymentIntent.PaymentIntent) => Effect.fork(Effect.flatMap(Payments.Payments, (payments) => payments.wait(intent)))

  it.effect("ends with the payment", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const fiber = yield* waiting(intent)
      yield* TestClock.adjust("1 minute")
      yield* (yield* person).pay(Redacted.value(intent.payToken))
      yield* TestClock.adjust("5 seconds")
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "Success")
    }).pipe(Effect.provide(shop({ deliver: () => Effect.succeed(200) }))))

  it.effect("of a payment that stays pending ends in StillPending after its ten minutes, not before", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const { faults } = yield* Emulator.Emulator
      yield* faults.always(({ path }) => path.includes("transactionstatus"), Fault.json({ status: "PENDING" }))
      const fiber = yield* waiting(intent)
      yield* TestClock.adjust("9 minutes")
      assert.strictEqual((yield* Fiber.poll(fiber))._tag, "None")
      yield* TestClock.adjust("70 seconds")
      assert.deepStrictEqual(yield* Fiber.join(fiber), { _tag: "StillPending", standing: PaymentIntent.Standing.Pending() })
    }).pipe(Effect.provide(shop())))

  it.effect("outlasts a server that is away, and says that nothing was heard", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const { faults } = yield* Emulator.Emulator
      yield* faults.always(({ path }) => path.includes("transactionstatus"), Fault.status(503))
      const fiber = yield* waiting(intent)
      yield* TestClock.adjust("12 minutes")
      assert.deepStrictEqual(yield* Fiber.join(fiber), { _tag: "StillPending", standing: undefined })
    }).pipe(Effect.provide(shop())))

  it.effect("ends with an error that time does not mend", () =>
    Effect.gen(function*() {
      const intent = yield* create()
      const emulator = yield* Emulator.Emulator
      yield* emulator.unsubscribe(emulator.credentials.clientId, "orange-money")
      const fiber = yield* waiting(intent)
      yield* TestClock.adjust("1 second")
      assert.strictEqual((yield* Effect.flip(Fiber.join(fiber)))._tag, "ApiForbidden")
    }).pipe(Effect.provide(shop())))
})

it.effect("reconciling tells of each: over, open, or why it cannot be asked", () =>
  Effect.gen(function*() {
    const payments = yield* Payments.Payments
    const [paid, open] = yield* Effect.all([create(order("a")), create(order("b"))])
    yield* (yield* person).pay(Redacted.value(paid.payToken))
    const gone = new PaymentIntent.PaymentIntent({ ...paid, orderId: "c" })
    const found = Chunk.toReadonlyArray(yield* Stream.runCollect(payments.reconcile([paid, gone, open])))
    assert.deepStrictEqual(found.map(({ _tag, intent }) => `${intent.orderId} ${_tag}`), ["a Over", "c Unknown", "b Open"])
  }).pipe(Effect.provide(shop({ deliver: () => Effect.succeed(200) }))))
