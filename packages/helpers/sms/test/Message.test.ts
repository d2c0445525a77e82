/** One message, its receipts, replies, and what is left. */
import * as Sms from "@effect-orange/client-sms"
import { CallbackStore } from "@effect-orange/callbacks"
import { ApiError } from "@effect-orange/core"
import { Delivery, Emulator, Fault } from "@effect-orange/emulator"
import { Balance, Incoming, Message, Receipt } from "@effect-orange/sms"
import { assert, describe, it } from "@effect/vitest"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { application, from, isSend, makeDoor, notifyUrl, reached, secret, subscribe, to } from "./support.js"

const hello: Message.Message = { from, to, text: "Hello" }

const requests = Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests)

describe("a message", () => {
  it.effect("is accepted under an id, its sender percent-encoded", () =>
    Effect.gen(function*() {
      const accepted = yield* Message.send({ ...hello, senderName: "Shop", onNet: true })
      assert.strictEqual(accepted._tag, "Accepted")
      assert.match(accepted.messageId, /^[0-9a-f-]{36}$/)
      const sent = (yield* requests).at(-1)!
      assert.strictEqual(sent.path, "/smsmessaging/v1/outbound/tel%3A%2B2250000/requests?resource_type_parameter_management=SMS_OCB2")
    }).pipe(Effect.provide(application())))

  it.effect("that costs more than is left is refused, and was not sent", () =>
    Effect.gen(function*() {
      yield* Message.send(hello)
      const error = yield* Effect.flip(Message.send(hello))
      assert.strictEqual(error._tag, "ApiForbidden")
      assert.isFalse(ApiError.mayHaveBeenDone(error, "sendSms"))
    }).pipe(Effect.provide(application({ smsUnits: 1 }))))

  it.effect("whose answer is lost is not sent again", () =>
    Effect.gen(function*() {
      const { faults } = yield* Emulator.Emulator
      yield* faults.always(isSend, Fault.lostAnswer())
      const error = yield* Effect.flip(Message.send(hello))
      assert.strictEqual(error._tag, "OutcomeUnknown")
      assert.isTrue(ApiError.mayHaveBeenDone(error, "sendSms"))
      assert.strictEqual((yield* reached).length, 1)
    }).pipe(Effect.provide(application())))
})

/** An application that notes the receipts that it handles, and fails as often as it is told. */
const withReceipts = <A, E, R>(
  use: (world: { readonly handled: Array<string>; readonly receipts: ReturnType<typeof Receipt.callback<string, never>>; readonly fail: (times: number) => void }) => Effect.Effect<A, E, R>
) => {
  const door = makeDoor()
  const handled: Array<string> = []
  let failures = 0
  const receipts = Receipt.callback({
    secret: Redacted.make(secret),
    handle: ({ outcome, status }) =>
      failures-- > 0 ? Effect.fail("the application's own trouble") : Effect.sync(() => void handled.push(`${outcome} ${status}`))
  })
  const fail = (times: number) => {
    failures = times
  }
  return Effect.gen(function*() {
    yield* door.open(receipts)
    yield* subscribe
    return yield* use({ handled, receipts, fail })
  }).pipe(Effect.provide([application({ deliver: door.deliver }), CallbackStore.layerMemory()]))
}

describe("receipts", () => {
  const deliver = (messageId: string, status?: string) => Effect.flatMap(Emulator.Emulator, ({ sms }) => sms.deliver(messageId, status))
  const deliveries = Effect.flatMap(Emulator.Emulator, (emulator) => emulator.deliveries)

  it.effect("move a message on, once each, and never back", () =>
    withReceipts(({ handled, receipts }) =>
      Effect.gen(function*() {
        const { messageId } = yield* Message.send(hello)
        yield* receipts.expect(Receipt.subject(messageId))
        for (const status of ["MessageWaiting", "DeliveredToNetwork", "DeliveredToNetwork", "MessageWaiting", "SomethingNew", "DeliveredToTerminal", "DeliveredToTerminal", "DeliveryImpossible"]) {
          assert.deepStrictEqual(yield* deliver(messageId, status), [200], status)
        }
        assert.deepStrictEqual(handled, ["Waiting MessageWaiting", "AtNetwork DeliveredToNetwork", "Delivered DeliveredToTerminal"])
      })))

  it.effect("that come before the message is stored wait for it", () =>
    withReceipts(({ handled, receipts }) =>
      Effect.gen(function*() {
        const { messageId } = yield* Message.send(hello)
        assert.deepStrictEqual(yield* deliver(messageId), [200])
        assert.deepStrictEqual(handled, [])
        yield* receipts.expect(Receipt.subject(messageId))
        assert.deepStrictEqual(handled, ["Delivered DeliveredToTerminal"])
      })))

  it.effect("that the application cannot handle are answered 500, and handled when they come again", () =>
    withReceipts(({ fail, handled, receipts }) =>
      Effect.gen(function*() {
        const { messageId } = yield* Message.send(hello)
        yield* receipts.expect(Receipt.subject(messageId))
        fail(1)
        assert.deepStrictEqual(yield* deliver(messageId), [500])
        assert.deepStrictEqual(yield* deliver(messageId), [200])
        assert.deepStrictEqual(handled, ["Delivered DeliveredToTerminal"])
      })))

  it.effect("without the secret in their path are answered 404, what is none 400, and a long one 413", () => {
    const door = makeDoor()
    return Effect.gen(function*() {
      yield* door.open(Receipt.callback({ secret: Redacted.make(secret), handle: () => Effect.die("never") }))
      const receipt = Delivery.smsReceipt(notifyUrl, { messageId: "a", address: "tel:+2250779914028" })
      assert.strictEqual(yield* door.deliver({ ...receipt, url: `${notifyUrl.slice(0, -1)}0` }), 404)
      assert.strictEqual(yield* door.deliver({ ...receipt, url: "https://shop.test/orange/" }), 404)
      assert.strictEqual(yield* door.deliver({ ...receipt, body: "{}" }), 400)
      assert.strictEqual(yield* door.deliver({ ...receipt, body: `${receipt.body}${" ".repeat(70_000)}` }), 413)
      // A stranger's id: nobody expects it, and nothing is handled.
      assert.strictEqual(yield* door.deliver(receipt), 200)
    }).pipe(Effect.provide(CallbackStore.layerMemory()))
  })

  it.effect("are posted by the emulator to whom subscribed", () =>
    withReceipts(() =>
      Effect.gen(function*() {
        const { messageId } = yield* Message.send(hello)
        yield* deliver(messageId)
        assert.deepStrictEqual((yield* deliveries).map(({ url }) => url), [notifyUrl])
      })))
})

describe("replies", () => {
  it.effect("are handled once each, with an id and without", () => {
    const door = makeDoor()
    const handled: Array<string> = []
    const replies = Incoming.callback({ secret: Redacted.make(secret), handle: ({ at, from, text }) => Effect.sync(() => void handled.push(`${from} ${text} ${Option.isSome(at)}`)) })
    return Effect.gen(function*() {
      yield* door.open(replies)
      const stop = Delivery.smsMessage(notifyUrl, { from: "tel:+2250700000000", to: "2250000", text: "STOP" }, 0)
      const old = (text: string) => ({ ...stop, body: JSON.stringify({ inboundSMSMessageNotification: { inboundSMSMessage: { message: text, senderAddress: "tel:+2250700000000" } } }) })
      for (const one of [stop, stop, old("GO"), old("GO"), old("ON")]) assert.strictEqual(yield* door.deliver(one), 200)
      assert.deepStrictEqual(handled, ["tel:+2250700000000 STOP true", "tel:+2250700000000 GO false", "tel:+2250700000000 ON false"])
      assert.strictEqual(yield* door.deliver({ ...stop, url: "https://shop.test/orange/guess" }), 404)
      assert.strictEqual(yield* door.deliver(old("")), 200)
    }).pipe(Effect.provide(CallbackStore.layerMemory()))
  })
})

describe("what is left", () => {
  const state = Effect.gen(function*() {
    yield* Message.send(hello)
    const [contract] = yield* Balance.read({ country: "CIV" })
    const now = yield* DateTime.now
    const expires = Option.getOrThrow(contract!.expiresAt)
    return { units: contract!.availableUnits, country: contract!.country, days: Math.round((expires.epochMillis - now.epochMillis) / 86_400_000), left: yield* Balance.left([contract!]) }
  })
  const expected = { units: 9, country: "CIV", days: 7, left: 9 }

  for (const [name, smsLegacyAdmin] of [["today's", false], ["2022's", true]] as const) {
    it.effect(`is read from ${name} answer`, () =>
      Effect.map(state, (found) => assert.deepStrictEqual(found, expected)).pipe(
        Effect.provide(application({ smsUnits: 10, smsContractLifetime: "7 days", smsLegacyAdmin }))
      ))
  }

  it.effect("does not count what has expired, by date or by word", () => {
    const contract = (expiresAt: string | undefined, status?: string): Balance.Contract => ({
      id: Option.none(), country: "CIV", offer: Option.none(), availableUnits: 10, requestedUnits: 0,
      expiresAt: Option.flatMap(Option.fromNullable(expiresAt), DateTime.make), status: Option.fromNullable(status)
    })
    return Effect.map(
      Balance.left([contract("1970-01-01T00:00:00Z"), contract("1970-01-02T00:00:00Z", "EXPIRED"), contract("1970-01-02T00:00:00Z"), contract(undefined, "ACTIVE")]),
      (units) => assert.strictEqual(units, 20)
    )
  })

  it.effect("is asked of one country, or of all", () =>
    Effect.gen(function*() {
      const sms = yield* Sms.Sms
      yield* sms.listContracts({ country: "SEN" })
      assert.deepStrictEqual((yield* Balance.read({ country: "SEN" })).map(({ country }) => country), ["SEN"])
      assert.isAbove((yield* Balance.read()).length, 0)
    }).pipe(Effect.provide(application())))
})
