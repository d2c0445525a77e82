/** What the tests share: a merchant over the emulator. */
import { Callback } from "@effect-orange/callbacks"
import * as Sonatel from "@effect-orange/client-orange-money-sonatel"
import { ClientCredentials, Credentials } from "@effect-orange/core"
import { Delivery, Emulator, type Options } from "@effect-orange/emulator"
import { type Payment, Payments } from "@effect-orange/orange-money-sonatel"
import * as BigDecimal from "effect/BigDecimal"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"

export const code = "123456"

export const order = (reference = "2026-0001", amount = "1000"): Payments.Order => ({ reference, amount: BigDecimal.unsafeFromString(amount) })

/** A merchant's database. */
export const makeDatabase = () => {
  const payments = new Map<string, Payment.Payment>()
  return {
    payments,
    save: (payment: Payment.Payment) => Effect.sync(() => void payments.set(payment.reference, payment)),
    find: (reference: string) => Effect.sync(() => Option.fromNullable(payments.get(reference)))
  }
}

export const merchant = (options: Options.Options = {}) =>
  Payments.layer({ code, name: "The shop" }).pipe(
    Layer.provideMerge(Sonatel.layer),
    Layer.provide(Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, orangeSonatel }) =>
      ClientCredentials.layer({ environment: orangeSonatel, credentials: Credentials.body(credentials) })))),
    Layer.provideMerge(Emulator.layer(options))
  )

/** A merchant's door: what the emulator posts goes to the handler that is behind it. */
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
