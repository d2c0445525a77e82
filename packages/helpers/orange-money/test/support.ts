/** What the tests share: a shop over the emulator. */
import * as OrangeMoney from "@effect-orange/client-orange-money"
import { Callback } from "@effect-orange/callbacks"
import { ClientCredentials, Credentials } from "@effect-orange/core"
import { Delivery, Emulator, type Options } from "@effect-orange/emulator"
import { Offer, type PaymentIntent, Payments } from "@effect-orange/orange-money"
import * as BigDecimal from "effect/BigDecimal"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"

export const order = (orderId = "2026-0001", amount = "1200"): Payments.Order => ({
  orderId,
  amount: BigDecimal.unsafeFromString(amount),
  returnUrl: `https://shop.test/orders/${orderId}`,
  cancelUrl: `https://shop.test/orders/${orderId}/cancelled`,
  notifyUrl: `https://shop.test/orange/payments/${orderId}`
})

/** A shop's database. */
export const makeDatabase = () => {
  const intents = new Map<string, PaymentIntent.PaymentIntent>()
  return {
    intents,
    save: (intent: PaymentIntent.PaymentIntent) => Effect.sync(() => void intents.set(intent.orderId, intent)),
    find: (orderId: string) => Effect.sync(() => Option.fromNullable(intents.get(orderId)))
  }
}

export const shop = (options: Options.Options = {}, offer: Offer.Offer = Offer.sandbox) =>
  Payments.layer({ offer, merchantKey: Redacted.make("59ba0d43"), reference: "The shop" }).pipe(
    Layer.provideMerge(OrangeMoney.layer),
    Layer.provide(Layer.unwrapEffect(Effect.map(Emulator.Emulator, (emulator) =>
      ClientCredentials.layer({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) })))),
    Layer.provideMerge(Emulator.layer(options))
  )

/** A shop's door: what the emulator posts goes to the handler that is behind it. */
export const makeDoor = () => {
  let handler: (request: Request) => Promise<Response> = () => Promise.resolve(new Response(null, { status: 502 }))
  return {
    deliver: Delivery.byHandler((request) => handler(request)),
    open: <E, R>(callback: Callback.Callback<E, R>) =>
      Effect.map(Callback.toWebHandler(callback), (made) => {
        handler = made
      })
  }
}
