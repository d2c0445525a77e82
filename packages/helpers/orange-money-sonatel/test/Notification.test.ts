/** Callbacks: authenticated twice, believed when looked up, handled once, answered so that Sonatel does the right thing. */
import { CallbackStore } from "@effect-orange/callbacks"
import * as Sonatel from "@effect-orange/client-orange-money-sonatel"
import { Delivery, Emulator, Fault } from "@effect-orange/emulator"
import { Notification, Payments, Signature } from "@effect-orange/orange-money-sonatel"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as Crypto from "node:crypto"
import { code, makeDatabase, makeDoor, merchant, order } from "./support.js"

const url = "https://shop.test/orange/sonatel"
const apiKey = "a-long-random-key"
const secret = "emulator-endpoint-secret"

interface Shop {
  readonly post: (delivery: Delivery.Delivery) => Effect.Effect<number>
  readonly handled: ReadonlyArray<string>
  readonly fail: (times: number) => void
  readonly settle: (status: "PENDING" | "SUCCESS" | "FAILED") => Effect.Effect<number | undefined, unknown, Emulator.Emulator>
  /** What Sonatel would post now about the shop's one payment. */
  readonly delivery: (changes?: Partial<Delivery.SonatelPayment>, at?: number) => Effect.Effect<Delivery.Delivery>
}

const withShop = <A, E>(use: (shop: Shop) => Effect.Effect<A, E, Emulator.Emulator>, secrets = [secret]) => {
  const door = makeDoor()
  const database = makeDatabase()
  const handled: Array<string> = []
  let failures = 0
  const callbacks = Notification.callback({
    apiKey: Redacted.make(apiKey),
    secrets: secrets.map((one) => Redacted.make(one)),
    find: database.find,
    handle: ({ payment, standing }) =>
      failures-- > 0 ? Effect.fail("the shop's own trouble") : Effect.sync(() => void handled.push(`${payment.reference} ${standing._tag}`))
  })
  return Effect.gen(function*() {
    yield* door.open(callbacks)
    const client = yield* Sonatel.OrangeMoneySonatel
    yield* client.registerCallback({ body: { code, name: "The shop", callbackUrl: url, apiKey: Redacted.make(apiKey) } })
    const payment = yield* Effect.flatMap(Payments.Payments, (payments) => payments.request(order(), database.save))
    let key = 0
    return yield* use({
      post: door.deliver,
      handled,
      fail: (times) => {
        failures = times
      },
      settle: (status) => Effect.flatMap(Emulator.Emulator, ({ sonatel }) => sonatel.settle(payment.qrId, status)),
      delivery: (changes = {}, at) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          Effect.promise(() =>
            Delivery.sonatelCallback(url, {
              status: "SUCCESS", transactionId: "MP1", reference: "2026-0001", amount: 1000, code, metadata: {}, apiKey, secrets: [secret], ...changes
            }, { now: at ?? now, key: `key-${key++}` })))
    })
  }).pipe(Effect.provide([merchant({ deliver: door.deliver }), CallbackStore.layerMemory(), Logger.remove(Logger.defaultLogger)]))
}

describe("a callback", () => {
  it.effect("of a payment is looked up and handled once, however often it comes", () =>
    withShop(({ handled, post, settle }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* settle("PENDING"), 200)
        assert.strictEqual(yield* settle("SUCCESS"), 200)
        const { deliveries } = yield* Emulator.Emulator
        assert.strictEqual(yield* post((yield* deliveries).at(-1)!), 200)
        assert.strictEqual(yield* post((yield* deliveries)[0]!), 200, "late")
        assert.deepStrictEqual(handled, ["2026-0001 UnderWay", "2026-0001 Collected"])
      })))

  it.effect("with the wrong key, a wrong signature, an old one or none is forged: 404, final", () =>
    withShop(({ delivery, handled, post, settle }) =>
      Effect.gen(function*() {
        yield* settle("PENDING")
        const now = yield* Clock.currentTimeMillis
        const good = yield* delivery()
        const without = (name: string) => ({ ...good, headers: Object.fromEntries(Object.entries(good.headers).filter(([key]) => key !== name)) })
        const forged = [
          yield* delivery({ apiKey: "another" }),
          yield* delivery({ apiKey: undefined }),
          yield* delivery({ secrets: ["another"] }),
          yield* delivery({ secrets: [] }),
          yield* delivery({}, now - 301_000),
          yield* delivery({}, now + 301_000),
          { ...good, body: good.body.replace("1000", "1") },
          without("authorization"),
          without("x-sonatel-signature"),
          { ...good, headers: { ...good.headers, "x-sonatel-signature": "t=1,v1=00" } },
          { ...good, headers: { ...good.headers, "x-sonatel-signature": "nonsense" } }
        ]
        for (const one of forged) assert.strictEqual(yield* post(one), 404)
        assert.deepStrictEqual(handled, ["2026-0001 UnderWay"])
      })))

  it.effect("that a look-up does not confirm comes again", () =>
    withShop(({ delivery, handled, post, settle }) =>
      Effect.gen(function*() {
        yield* settle("PENDING")
        assert.strictEqual(yield* post(yield* delivery()), 500)
        assert.strictEqual(yield* post(yield* delivery({ status: "FAILED" })), 500)
        assert.deepStrictEqual(handled, ["2026-0001 UnderWay"])
        assert.strictEqual(yield* settle("SUCCESS"), 200)
        assert.deepStrictEqual(handled.at(-1), "2026-0001 Collected")
      })))

  it.effect("that the shop cannot handle is delivered again by Sonatel, and then handled once", () =>
    withShop(({ fail, handled, settle }) =>
      Effect.gen(function*() {
        fail(1)
        assert.strictEqual(yield* settle("SUCCESS"), 500)
        assert.deepStrictEqual(handled, [])
        yield* TestClock.adjust("1 minute")
        assert.deepStrictEqual(handled, ["2026-0001 Collected"])
        const { deliveries } = yield* Emulator.Emulator
        const all = yield* deliveries
        assert.deepStrictEqual(all.map(({ status }) => status), [500, 200])
        assert.strictEqual(all[0]!.headers["x-sonatel-idempotency-key"], all[1]!.headers["x-sonatel-idempotency-key"])
      })))

  it.effect("that cannot be looked up comes again", () =>
    withShop(({ handled, settle }) =>
      Effect.gen(function*() {
        const { faults } = yield* Emulator.Emulator
        yield* faults.next(({ path }) => path.includes("/v1/transactions"), Fault.status(400))
        assert.strictEqual(yield* settle("SUCCESS"), 500)
        yield* TestClock.adjust("1 minute")
        assert.deepStrictEqual(handled, ["2026-0001 Collected"])
      })))

  it.effect("of a payment that is not known is answered 200; what is none 400; a long one 413", () =>
    withShop(({ delivery, handled, post }) =>
      Effect.gen(function*() {
        assert.strictEqual(yield* post(yield* delivery({ reference: "2026-0002" })), 200)
        assert.strictEqual(yield* post(yield* delivery({ reference: undefined })), 200)
        const none = { ...(yield* delivery()), body: "{}" }
        const now = Math.floor((yield* Clock.currentTimeMillis) / 1_000)
        const signature = Crypto.createHmac("sha256", secret).update(`${now},{}`).digest("hex")
        assert.strictEqual(yield* post({ ...none, headers: { ...none.headers, "x-sonatel-signature": `t=${now},v1=${signature}` } }), 400)
        const good = yield* delivery()
        assert.strictEqual(yield* post({ ...good, body: `${good.body}${" ".repeat(70_000)}` }), 413)
        assert.deepStrictEqual(handled, [])
      })))

  it.effect("is taken while one secret replaces another, on either side", () =>
    withShop(({ handled, post, settle }) =>
      Effect.gen(function*() {
        const { deliveries, sonatel } = yield* Emulator.Emulator
        assert.strictEqual(yield* settle("PENDING"), 200)
        yield* sonatel.rotateSecret("the next one")
        assert.strictEqual(yield* settle("SUCCESS"), 200)
        const last = (yield* deliveries).at(-1)!
        assert.strictEqual(last.headers["x-sonatel-signature"]!.split("v1=").length, 3)
        assert.deepStrictEqual(handled, ["2026-0001 UnderWay", "2026-0001 Collected"])
        assert.strictEqual(yield* post(last), 200)
      }), ["a coming one", secret]))
})

describe("a signature", () => {
  const body = new TextEncoder().encode("{\"a\":1}")
  const sign = (time: string, by = "s") => Crypto.createHmac("sha256", by).update(`${time},`).update(body).digest("hex")
  const verify = (header: string | undefined, secrets = ["s"]) => Signature.verify({ header, body, secrets: secrets.map((one) => Redacted.make(one)) })

  it.effect("is good for 300 seconds before and after, to the second", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(1_000_000_000)
      const at = (seconds: number) => String(1_000_000 + seconds)
      for (const [offset, expected] of [[0, true], [-300, true], [300, true], [-301, false], [301, false]] as const) {
        assert.strictEqual(yield* verify(`t=${at(offset)},v1=${sign(at(offset))}`), expected, String(offset))
      }
    }))

  it.effect("is by one of the secrets, under one of its values", () =>
    Effect.gen(function*() {
      const good = sign("0")
      const cases: ReadonlyArray<readonly [string | undefined, boolean, ReadonlyArray<string>?]> = [
        [`t=0,v1=${good}`, true],
        [`v1=${good}, t=0`, true],
        [`t=0,v1=${good.toUpperCase()}`, true],
        [`t=0,v1=${sign("0", "other")},v1=${good}`, true],
        [`t=0,v1=${good}`, true, ["other", "s"]],
        [`t=0,v1=${good}`, false, []],
        [`t=0,v1=${good}`, false, ["other"]],
        [`t=0,v1=${sign("1")}`, false],
        [`t=0,t=0,v1=${good}`, false],
        [`t=0,v0=${good}`, false],
        [`v1=${good}`, false],
        ["t=0", false],
        [`t=0,v1=${good.slice(2)}`, false],
        [`t=0,v1=zz`, false],
        [`t=-1,v1=${good}`, false],
        ["", false],
        [undefined, false]
      ]
      for (const [header, expected, secrets] of cases) assert.strictEqual(yield* verify(header, [...(secrets ?? ["s"])]), expected, header)
    }))
})
