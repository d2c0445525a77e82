/** Every operation of the generated clients of the first APIs, against the emulator. */
import * as Money from "@effect-orange/client-orange-money"
import * as Sonatel from "@effect-orange/client-orange-money-sonatel"
import * as Playground from "@effect-orange/client-playground-admin"
import * as Sms from "@effect-orange/client-sms"
import * as Userinfo from "@effect-orange/client-userinfo"
import { AuthorizationCode, ClientCredentials, Credentials, TokenSeal, TokenStore, UserAuth } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

const application = Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, environment }) =>
  ClientCredentials.layer({ environment, credentials: Credentials.basic(credentials) })))

const atSonatel = Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, orangeSonatel }) =>
  ClientCredentials.layer({ environment: orangeSonatel, credentials: Credentials.body(credentials) })))

const clients = Layer.mergeAll(
  Layer.mergeAll(Sms.layer, Money.layer, Playground.layer).pipe(Layer.provide(application)),
  Sonatel.layer.pipe(Layer.provide(atSonatel)),
  Userinfo.layerUser
).pipe(Layer.provideMerge(Emulator.layer({ deliver: () => Effect.succeed(200) })))

const operationsOf = (module: { readonly operations: object }): ReadonlyArray<string> =>
  Object.values(module.operations).flatMap((one: unknown) => typeof one === "object" && one !== null && "id" in one ? [String(one.id)] : [])

/** Calls methods by name and notes them, so that none is forgotten. */
const calling = <S extends object>(service: S) => {
  const called = new Set<string>()
  const noting = new Proxy(service, {
    get: (target, name) => {
      called.add(String(name))
      return Reflect.get(target, name) as unknown
    }
  })
  return { called, noting }
}

const assertAll = (called: ReadonlySet<string>, module: { readonly operations: object }) =>
  assert.deepStrictEqual([...called].sort(), [...operationsOf(module)].sort())

describe("each operation of its client, against the emulator", () => {
  it.effect("sms", () =>
    Effect.gen(function*() {
      const { called, noting: sms } = calling(yield* Sms.Sms)
      const senderAddress = "tel:+2250000"
      const sent = yield* sms.sendSms({ senderAddress, body: { outboundSMSMessageRequest: { address: "tel:+2250700000000", senderAddress, outboundSMSTextMessage: { message: "Hello" } } } })
      assert.include(sent.outboundSMSMessageRequest.resourceURL, "/requests/")
      const { deliveryReceiptSubscription } = yield* sms.createReceiptSubscription({ senderAddress, body: { deliveryReceiptSubscription: { callbackReference: { notifyURL: "https://shop.test/receipts" } } } })
      const subscriptionId = deliveryReceiptSubscription.resourceURL!.split("/").at(-1)!
      yield* sms.getReceiptSubscription({ subscriptionId })
      yield* sms.deleteReceiptSubscription({ senderAddress, subscriptionId })
      yield* sms.listContracts()
      yield* sms.listPurchaseOrders()
      yield* sms.getStatistics()
      assertAll(called, Sms)
    }).pipe(Effect.provide(clients)))

  it.effect("orange-money", () =>
    Effect.gen(function*() {
      const { called, noting: money } = calling(yield* Money.OrangeMoney)
      const url = "https://shop.test/a"
      const { pay_token } = yield* money.createPayment({
        body: { merchant_key: Redacted.make("k"), currency: "OUV", order_id: "a", amount: 1200, return_url: url, cancel_url: url, notif_url: url, reference: "The shop" }
      })
      assert.strictEqual((yield* money.getTransactionStatus({ body: { order_id: "a", amount: 1200, pay_token } })).status, "INITIATED")
      assertAll(called, Money)
    }).pipe(Effect.provide(clients)))

  it.effect("orange-money-sonatel", () =>
    Effect.gen(function*() {
      const { called, noting: sonatel } = calling(yield* Sonatel.OrangeMoneySonatel)
      const { sonatel: person } = yield* Emulator.Emulator
      yield* sonatel.registerCallback({ body: { code: "123456", name: "The shop", callbackUrl: "https://shop.test/a", apiKey: Redacted.make("key") } })
      assert.strictEqual((yield* sonatel.listCallbacks()).length, 1)
      const { qrId } = yield* sonatel.createQrCode({ body: { code: "123456", name: "The shop", amount: { unit: "XOF", value: 1000 }, reference: "a" } })
      yield* person.settle(qrId, "SUCCESS")
      const listed = yield* sonatel.listTransactions({ reference: "a" })
      const { transactionId } = ("transactions" in listed ? listed.transactions : listed)[0]!
      assert.strictEqual((yield* sonatel.getTransactionStatus({ transactionId: transactionId! })).status, "SUCCESS")
      assertAll(called, Sonatel)
    }).pipe(Effect.provide(clients)))

  it.effect("playground-admin", () =>
    Effect.gen(function*() {
      const { called, noting: playground } = calling(yield* Playground.PlaygroundAdmin)
      yield* playground.act({ body: { action: "LIST" } })
      assertAll(called, Playground)
    }).pipe(Effect.provide(clients)))

  it.effect("userinfo", () =>
    Effect.gen(function*() {
      const { called, noting: userinfo } = calling(yield* Userinfo.UserinfoUser)
      const emulator = yield* Emulator.Emulator
      const grant = yield* AuthorizationCode.make({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials), redirectUri: "http://127.0.0.1/callback" })
      const scopes = ["openid", "form_filling", "profile", "address", "phone", "email", "profile_limited", "profile_sandbox"]
      const { transaction, url } = yield* grant.authorize({ scopes })
      const { id } = yield* grant.callback(yield* emulator.approve(url), { transaction })
      const user = yield* grant.session(id)
      const all = [userinfo.getIdentity(), userinfo.postIdentity(), userinfo.getFormFilling(), userinfo.getUserDetails(), userinfo.getSandboxUser()]
      yield* Effect.forEach(all, (one) => Effect.provideService(one as Effect.Effect<unknown, unknown, UserAuth.UserAuth>, UserAuth.UserAuth, user))
      assertAll(called, Userinfo)
    }).pipe(Effect.scoped, Effect.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral]), Effect.provide(clients)))
})
