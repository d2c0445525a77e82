/** Notifications: known by their token, believed when confirmed, handled once. */
import { CallbackStore } from "@effect-orange/callbacks"
import { Delivery, Emulator, Fault } from "@effect-orange/emulator"
import { Notification, Payments } from "@effect-orange/orange-money"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import { makeDatabase, makeDoor, order, shop } from "./support.js"

interface Shop {
  readonly post: (delivery: Delivery.Delivery) => Effect.Effect<number>
  readonly handled: ReadonlyArray<string>
  readonly fail: (times: number) => void
  readonly payToken: string
  /** What Orange posts about the shop's one payment, with its token or another. */
  readonly notification: (status: "SUCCESS" | "FAILED", notifToken?: string) => Delivery.Delivery
}

const withShop = <A, E>(use: (shop: Shop) => Effect.Effect<A, E, Emulator.Emulator>) => {
  const door = makeDoor()
  const database = makeDatabase()
  const handled: Array<string> = []
  let failures = 0
  const notifications = Notification.callback({
    find: database.find,
    handle: ({ intent, standing }) =>
      failures-- > 0 ? Effect.fail("the shop's own trouble") : Effect.sync(() => void handled.push(`${intent.orderId} ${standing._tag}`))
  })
  return Effect.gen(function*() {
    yield* door.open(notifications)
    const intent = yield* Effect.flatMap(Payments.Payments, (payments) => payments.create(order(), database.save))
    return yield* use({
      post: door.deliver,
      handled,
      fail: (times) => {
        failures = times
      },
      payToken: Redacted.value(intent.payToken),
      notification: (status, notifToken = Redacted.value(intent.notifyToken)) =>
        Delivery.moneyNotification(order().notifyUrl, { status, notifToken, transactionId: "MP1" })
    })
  }).pipe(Effect.provide([shop({ deliver: door.deliver }), CallbackStore.layerMemory(), Logger.remove(Logger.defaultLogger)]))
}

const person = Effect.map(Emulator.Emulator, ({ money }) => money)

describe("a notification", () => {
  it.effect("of a payment is confirmed and handled once, however often it comes", () =>
    withShop(({ handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* (yield* person).pay(payToken), 200)
        assert.strictEqual(yield* post(notification("SUCCESS")), 200)
        assert.deepStrictEqual(handled, ["2026-0001 Success"])
      })))

  it.effect("with another token is a stranger's: 404, and nothing is asked or handled", () =>
    withShop(({ handled, notification, post }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* post(notification("SUCCESS", "dd497bda3b250e536186fc0663f32f40")), 404)
        assert.strictEqual(yield* post(notification("SUCCESS", "")), 404)
        const { requests } = yield* Emulator.Emulator
        assert.strictEqual((yield* requests).filter(({ path }) => path.includes("transactionstatus")).length, 0)
        assert.deepStrictEqual(handled, [])
      })))

  it.effect("with the right token that Orange does not confirm is not handled: 500, to come again", () =>
    withShop(({ handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* post(notification("SUCCESS")), 500)
        assert.deepStrictEqual(handled, [])
        yield* (yield* person).pay(payToken)
        assert.deepStrictEqual(handled, ["2026-0001 Success"])
      })))

  it.effect("says less than the status does: a forged word changes nothing", () =>
    withShop(({ handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        yield* (yield* person).refuse(payToken)
        assert.deepStrictEqual(handled, ["2026-0001 Failed"])
        // Somebody who read the token, and says otherwise.
        assert.strictEqual(yield* post(notification("SUCCESS")), 200)
        assert.deepStrictEqual(handled, ["2026-0001 Failed", "2026-0001 Failed"])
      })))

  it.effect("of a failure that comes after a success is late", () =>
    withShop(({ handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        yield* (yield* person).pay(payToken)
        assert.strictEqual(yield* post(notification("FAILED")), 200)
        assert.deepStrictEqual(handled, ["2026-0001 Success"])
      })))

  it.effect("that the shop cannot handle comes again", () =>
    withShop(({ fail, handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        fail(1)
        assert.strictEqual(yield* (yield* person).pay(payToken), 500)
        assert.strictEqual(yield* post(notification("SUCCESS")), 200)
        assert.deepStrictEqual(handled, ["2026-0001 Success"])
      })))

  it.effect("that cannot be confirmed for want of Orange comes again", () =>
    withShop(({ handled, notification, payToken, post }) =>
      Effect.gen(function*() {
        const emulator = yield* Emulator.Emulator
        yield* emulator.faults.next(({ path }) => path.includes("transactionstatus"), Fault.status(400))
        assert.strictEqual(yield* emulator.money.pay(payToken), 500)
        assert.strictEqual(yield* post(notification("SUCCESS")), 200)
        assert.deepStrictEqual(handled, ["2026-0001 Success"])
      })))

  it.effect("of an order that is not known is answered 200; what is none 400; a long one 413", () =>
    withShop(({ handled, notification, post }) =>
      Effect.gen(function*() {
        const one = notification("SUCCESS")
        assert.strictEqual(yield* post({ ...one, url: "https://shop.test/orange/payments/2026-0002" }), 200)
        assert.strictEqual(yield* post({ ...one, body: "{}" }), 400)
        assert.strictEqual(yield* post({ ...one, body: `${one.body}${" ".repeat(70_000)}` }), 413)
        assert.deepStrictEqual(handled, [])
      })))
})
