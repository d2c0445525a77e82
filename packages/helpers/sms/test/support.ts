/** What the tests share: an application over the emulator, and a way for the emulator's posts into its handlers. */
import * as Sms from "@effect-orange/client-sms"
import { ClientCredentials, Credentials, RequestBudget } from "@effect-orange/core"
import { Callback } from "@effect-orange/callbacks"
import { Delivery, Emulator, type Options } from "@effect-orange/emulator"
import { Msisdn, SenderAddress } from "@effect-orange/numbers"
import type { Bulk } from "@effect-orange/sms"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

export const from = SenderAddress.make("tel:+2250000")
export const to = Msisdn.make("+2250779914028")
export const secret = "0f7c1d6ab4e24f6b8a3d5c9e7f1b2a4d"
export const notifyUrl = `https://shop.test/orange/${secret}`

/** The application and the emulator's own controls, in memory. */
export const application = (options: Options.Options = {}, budget: RequestBudget.Options = {}) =>
  Sms.layer.pipe(
    Layer.provide(Layer.unwrapEffect(Effect.map(Emulator.Emulator, (emulator) =>
      ClientCredentials.layer({ environment: emulator.environment, credentials: Credentials.basic(emulator.credentials) })))),
    Layer.provide(RequestBudget.layer({ apiCalls: { limit: 1_000, window: "1 second" }, ...budget })),
    Layer.provideMerge(Emulator.layer(options))
  )

/** An application's door: what the emulator posts goes to the handler that is behind it, whatever the path. */
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

export const subscribe = Effect.flatMap(Sms.Sms, (sms) =>
  sms.createReceiptSubscription({ senderAddress: from, body: { deliveryReceiptSubscription: { callbackReference: { notifyURL: notifyUrl } } } }))

export const item = (n: number): Bulk.Item => ({ id: `message-${n}`, from, to: Msisdn.make(`+22507${String(10_000_000 + n)}`), text: `Hello ${n}` })

export const items = (count: number): ReadonlyArray<Bulk.Item> => Array.from({ length: count }, (_, n) => item(n))

/** Forty messages that can be told apart by their path, which is what the emulator's journal keeps of them. */
export const numbered: ReadonlyArray<Bulk.Item> = items(40).map((one, n) => ({ ...one, from: SenderAddress.make(`tel:+2250${1_000 + n}`) }))

export const isSend: (request: { readonly path: string }) => boolean = ({ path }) => path.startsWith("/smsmessaging/")

/** The requests for messages that reached the emulator. */
export const reached = Effect.map(Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests), (all) => all.filter(isSend))
