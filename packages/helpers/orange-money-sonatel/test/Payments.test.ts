/** Payments from their code to their money. */
import { Emulator, Fault } from "@effect-orange/emulator"
import { Payment, Payments } from "@effect-orange/orange-money-sonatel"
import { assert, describe, it } from "@effect/vitest"
import * as BigDecimal from "effect/BigDecimal"
import * as Chunk from "effect/Chunk"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { makeDatabase, merchant, order } from "./support.js"

const discard = () => Effect.void

const request = (given: Payments.Order = order()) => Effect.flatMap(Payments.Payments, (payments) => payments.request(given, discard))
const lookUp = (payment: Payment.Payment) => Effect.flatMap(Payments.Payments, (payments) => payments.lookUp(payment))
const settle = (payment: Payment.Payment, status: "PENDING" | "SUCCESS" | "FAILED" | "CANCELLED" | "REJECTED") =>
  Effect.flatMap(Emulator.Emulator, ({ sonatel }) => sonatel.settle(payment.qrId, status))
const isList = ({ path }: { readonly path: string }) => path.includes("/v1/transactions")
const answer = (body: unknown) =>
  Effect.flatMap(Emulator.Emulator, ({ faults }) => faults.next(isList, Fault.rewrite((response) => ({ ...response, body: JSON.stringify(body) }))))

describe("an order", () => {
  const wrong: ReadonlyArray<readonly [string, Partial<Payments.Order>, string]> = [
    ["no reference", { reference: "" }, "reference"],
    ["half a franc", { amount: BigDecimal.unsafeFromString("10.5") }, "amount"],
    ["nothing to pay", { amount: BigDecimal.unsafeFromString("0") }, "amount"],
    ["less than nothing to pay", { amount: BigDecimal.unsafeFromString("-1") }, "amount"],
    ["more than JSON can say", { amount: BigDecimal.unsafeFromString("9007199254740993") }, "amount"],
    ["no time to pay", { validity: 0 }, "validity"],
    ["more than a day", { validity: "25 hours" }, "validity"]
  ]
  for (const [name, changes, field] of wrong) {
    it.effect(`with ${name} is not sent: ${field}`, () =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(request({ ...order(), ...changes }))
        assert.strictEqual(error._tag === "InvalidOrderError" && error.field, field)
        assert.strictEqual((yield* Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests)).length, 0)
      }).pipe(Effect.provide(merchant())))
  }

  it.effect("whose answer is lost is not sent again", () =>
    Effect.gen(function*() {
      const { faults, requests } = yield* Emulator.Emulator
      const isCode = ({ path }: { readonly path: string }) => path.includes("/v4/qrcode")
      yield* faults.next(isCode, Fault.lostAnswer())
      assert.strictEqual((yield* Effect.flip(request()))._tag, "OutcomeUnknown")
      assert.strictEqual((yield* requests).filter(isCode).length, 1)
    }).pipe(Effect.provide(merchant())))
})

describe("a payment", () => {
  it.effect("has a picture, links and an end, and is stored before it is given", () =>
    Effect.gen(function*() {
      const payments = yield* Payments.Payments
      const database = makeDatabase()
      const payment = yield* payments.request({ ...order(), validity: "1 hour" }, database.save)
      assert.strictEqual(database.payments.get("2026-0001"), payment)
      assert.deepStrictEqual(payment.qrCode!.slice(1, 4), Uint8Array.of(0x50, 0x4e, 0x47))
      assert.deepStrictEqual(Object.keys(payment.links).sort(), ["MAXIT", "OM", "any", "short"])
      assert.strictEqual(DateTime.distance(payment.createdAt, payment.expiresAt), 3_600_000)
      assert.strictEqual(yield* Effect.flip(payments.request(order("b"), () => Effect.fail("the database is gone"))), "the database is gone")
    }).pipe(Effect.provide(merchant())))

  it.effect("takes the picture as a data URI too, and does without one", () =>
    Effect.gen(function*() {
      const { faults } = yield* Emulator.Emulator
      const isCode = ({ path }: { readonly path: string }) => path.includes("/v4/qrcode")
      yield* faults.next(isCode, Fault.json({ qrCode: "data:image/png;base64,aGVsbG8=" }), Fault.json({ qrCode: "???" }))
      assert.deepStrictEqual(new TextDecoder().decode((yield* request(order("a"))).qrCode), "hello")
      assert.isUndefined((yield* request(order("b"))).qrCode)
    }).pipe(Effect.provide(merchant())))

  it.effect("can be written down and read again", () =>
    Effect.gen(function*() {
      const payment = yield* request()
      const json = yield* Schema.encode(Schema.parseJson(Payment.Payment))(payment)
      const again = yield* Schema.decode(Schema.parseJson(Payment.Payment))(json)
      assert.deepStrictEqual(yield* lookUp(again), Payment.Standing.Unpaid())
    }).pipe(Effect.provide(merchant())))

  it.effect("is collected by SUCCESS and nothing else", () =>
    Effect.gen(function*() {
      const payment = yield* request()
      assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.Unpaid())
      yield* settle(payment, "PENDING")
      assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.UnderWay({ status: "PENDING" }))
      yield* settle(payment, "SUCCESS")
      assert.strictEqual((yield* lookUp(payment))._tag, "Collected")
      for (const status of ["FAILED", "CANCELLED", "REJECTED"] as const) {
        const other = yield* request(order(status))
        yield* settle(other, status)
        assert.deepStrictEqual(yield* lookUp(other), Payment.Standing.Refused({ status }))
      }
      for (const status of ["ACCEPTED", "PRE_INITIATED", "INITIATED", "COLLECTED_BY_A_NEW_WORD"]) {
        yield* answer([{ transactionId: "a", status, reference: "2026-0001", amount: { unit: "XOF", value: 1000 } }])
        assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.UnderWay({ status }))
      }
    }).pipe(Effect.provide(merchant())))

  it.effect("of another amount, or another reference, is not this one", () =>
    Effect.gen(function*() {
      const payment = yield* request()
      const one = { transactionId: "a", status: "SUCCESS", reference: "2026-0001" }
      yield* answer([{ ...one, amount: { unit: "XOF", value: 1 } }])
      assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.OtherAmount({ transactionId: "a", amount: 1 }))
      yield* answer([{ ...one, reference: "2026-0002" }])
      assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.Unpaid())
      yield* answer({ transactions: [one] })
      assert.deepStrictEqual(yield* lookUp(payment), Payment.Standing.Collected({ transactionId: "a" }))
    }).pipe(Effect.provide(merchant())))

  it.effect("of several attempts is what the best of them is", () =>
    Effect.gen(function*() {
      const payment = yield* request()
      const attempt = (status: string, value = 1000) => ({ transactionId: status, status, reference: "2026-0001", amount: { value } })
      const found = (...all: ReadonlyArray<object>) => Effect.zipRight(answer(all), Effect.map(lookUp(payment), ({ _tag }) => _tag))
      assert.strictEqual(yield* found(attempt("FAILED"), attempt("SUCCESS"), attempt("CANCELLED")), "Collected")
      assert.strictEqual(yield* found(attempt("PENDING"), attempt("FAILED")), "UnderWay")
      assert.strictEqual(yield* found(attempt("SUCCESS", 1), attempt("SUCCESS")), "Collected")
      assert.strictEqual(yield* found(attempt("SUCCESS", 1), attempt("PENDING")), "OtherAmount")
    }).pipe(Effect.provide(merchant())))
})

it.effect("reconciling tells of each, and of an error for itself", () =>
  Effect.gen(function*() {
    const payments = yield* Payments.Payments
    const all = yield* Effect.all([request(order("a")), request(order("b"))])
    yield* settle(all[0]!, "SUCCESS")
    const { faults } = yield* Emulator.Emulator
    yield* faults.always(({ path }) => path.includes("reference=b"), Fault.status(400))
    const found = Chunk.toReadonlyArray(yield* Stream.runCollect(payments.reconcile(all)))
    assert.deepStrictEqual(found.map((one) => one._tag === "Found" ? one.standing._tag : one._tag), ["Collected", "Unknown"])
  }).pipe(Effect.provide(merchant())))
