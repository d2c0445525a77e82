import * as OrangeMoney from "@effect-orange/client-orange-money"
import * as Sonatel from "@effect-orange/client-orange-money-sonatel"
import * as PlaygroundAdmin from "@effect-orange/client-playground-admin"
import * as Sms from "@effect-orange/client-sms"
import * as Userinfo from "@effect-orange/client-userinfo"
import { AuthorizationCode, ClientCredentials, Limits, RequestBudget, TokenSeal, TokenStore, UserAuth } from "@effect-orange/core"
import { Msisdn, SenderAddress } from "@effect-orange/numbers"
import { Offer, Payments as WebPayments } from "@effect-orange/orange-money"
import { Payments as QrPayments } from "@effect-orange/orange-money-sonatel"
import { Message } from "@effect-orange/sms"
import { FetchHttpClient } from "@effect/platform"
import { BigDecimal, ConfigProvider, Effect, Layer, Redacted } from "effect"

// SMS_ORANGE_CLIENT_ID, SONATEL_ORANGE_ENVIRONMENT, LOGIN_ORANGE_REDIRECT_URI, and so on.
const under = (prefix: string) => Layer.setConfigProvider(ConfigProvider.nested(ConfigProvider.fromEnv(), prefix))

const application = (prefix: string, budget: RequestBudget.Options = {}) =>
  ClientCredentials.layerConfig().pipe(Layer.provideMerge(RequestBudget.layer(budget)), Layer.provide(under(prefix)))

const Abidjan = WebPayments.layer({ offer: Offer.ofCountry("CI"), merchantKey: Redacted.make("from a vault"), reference: "The shop" })
const Dakar = QrPayments.layer({ code: "123456", name: "The shop" })

export const Services = Layer.mergeAll(
  Sms.layer.pipe(Layer.provide(application("SMS", { apis: { sms: Limits.smsCalls } }))),
  Abidjan.pipe(Layer.provide(OrangeMoney.layer), Layer.provide(application("MONEY"))),
  Dakar.pipe(Layer.provide(Sonatel.layer), Layer.provide(application("SONATEL"))),
  PlaygroundAdmin.layer.pipe(Layer.provide(application("PLAYGROUND"))),
  Userinfo.layerUser,
  AuthorizationCode.layerConfig().pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral, under("LOGIN")]))
).pipe(Layer.provide(FetchHttpClient.layer))

const save = () => Effect.void // your database

export const checkout = (sessionId: string, orderId: string) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const userinfo = yield* Userinfo.UserinfoUser
    const user = yield* userinfo.getSandboxUser().pipe(Effect.provideServiceEffect(UserAuth.UserAuth, grant.session(sessionId)))

    const inAbidjan = yield* (yield* WebPayments.Payments).create({
      orderId,
      amount: BigDecimal.unsafeFromString("1200"),
      returnUrl: `https://shop.example/orders/${orderId}`,
      cancelUrl: `https://shop.example/orders/${orderId}/cancelled`,
      notifyUrl: `https://shop.example/orange/payments/${orderId}`
    }, save)
    const inDakar = yield* (yield* QrPayments.Payments).request({ reference: orderId, amount: inAbidjan.amount }, save)

    const { messageId } = yield* Message.send({
      from: SenderAddress.make("tel:+2250000"),
      to: Msisdn.make(user.phone_number ?? "+2250700000000"),
      text: `Pay in Abidjan: ${Redacted.value(inAbidjan.paymentUrl)} or in Dakar: ${inDakar.links["short"]}`
    })

    const playground = yield* PlaygroundAdmin.PlaygroundAdmin
    yield* playground.act({ body: { action: "LIST" } })
    return { messageId, inAbidjan, inDakar }
  })
