/** What each event posts, made of its options and of secrets from the environment. */
import type { Delivery } from "@effect-orange/emulator"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { randomBytes, randomUUID } from "node:crypto"
import { requiredSecret } from "./secrets.js"

export type Settled = "SUCCESS" | "FAILED"

/** One event, made for each time that it is posted: a signature holds the time. All else stays the same. */
export type MakeDelivery = (now: number) => Promise<Delivery.Delivery>

/** Loaded only when asked for. */
const emulator = Effect.promise(() => import("@effect-orange/emulator/Delivery"))

const always = (delivery: Delivery.Delivery): MakeDelivery => () => Promise.resolve(delivery)

/** `MP150709.1341.A00073`: the date, the time, and something random, so that each call is a payment of its own. */
const freshTransactionId = (now: number): string => {
  const [date, time] = new Date(now).toISOString().split("T") as [string, string]
  const random = randomBytes(3).toString("hex").slice(0, 5).toUpperCase()
  return `MP${date.slice(2).replaceAll("-", "")}.${time.slice(0, 5).replace(":", "")}.A${random}`
}

const transactionIdOr = (given: Option.Option<string>) =>
  Option.match(given, {
    onNone: () => Effect.map(Clock.currentTimeMillis, freshTransactionId),
    onSome: Effect.succeed
  })

export const smsReceipt = (url: string, receipt: Delivery.SmsReceipt) =>
  Effect.map(emulator, (delivery) => always(delivery.smsReceipt(url, receipt)))

export const smsMessage = (url: string, message: Delivery.SmsMessage) =>
  Effect.gen(function*() {
    const delivery = yield* emulator
    return always(delivery.smsMessage(url, message, yield* Clock.currentTimeMillis))
  })

interface MoneyFlags {
  readonly status: Settled
  readonly transactionId: Option.Option<string>
  readonly secretFromStdin: boolean
}

export const money = (url: string, { secretFromStdin, status, transactionId }: MoneyFlags) =>
  Effect.gen(function*() {
    const token = yield* requiredSecret("ORANGE_NOTIF_TOKEN", secretFromStdin)
    const delivery = yield* emulator
    const id = yield* transactionIdOr(transactionId)
    return always(delivery.moneyNotification(url, { status, notifToken: Redacted.value(token), transactionId: id }))
  })

/** What a network API of the playground tells. */
export interface Notification {
  /** As its path has it. */
  readonly api: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

type Data = Notification["data"]

export const session = (data: Data): Notification => ({ api: "quality-on-demand/v0.11", type: "quality-on-demand.v0.qos-status-changed", data })

/** The area of a subscription is the application's own: this is any. */
const area = { areaType: "CIRCLE", center: { latitude: 48.8566, longitude: 2.3522 }, radius: 2_000 }

export const subscription = (kind: string, data: Data): Notification => ({
  api: "geofencing/v0.3",
  type: `geofencing-subscriptions.v0.${kind}`,
  data: { ...data, area }
})

/** With the token that the application gave with its sink. */
export const notification = (url: string, { api, data, type }: Notification, secretFromStdin: boolean) =>
  Effect.gen(function*() {
    const token = yield* requiredSecret("ORANGE_SINK_TOKEN", secretFromStdin)
    const delivery = yield* emulator
    const event = {
      source: `https://api.orange.com/camara/playground/api/${api}`,
      type: `org.camaraproject.${type}`,
      data,
      accessToken: Redacted.value(token)
    }
    return always(delivery.cloudEvent(url, event, yield* Clock.currentTimeMillis))
  })

interface SonatelFlags {
  readonly status: Settled
  readonly transactionId: Option.Option<string>
  readonly reference: string
  readonly amount: number
  readonly code: string
}

/** `one` or `one,two`; none: the callback is not signed. */
const listed = (text: string): ReadonlyArray<string> => text.split(",").map((one) => one.trim()).filter((one) => one !== "")

const endpointSecrets = Config.map(Config.withDefault(Config.string("ORANGE_SONATEL_SECRET"), ""), listed)

export const sonatel = (url: string, { transactionId, ...payment }: SonatelFlags) =>
  Effect.gen(function*() {
    const apiKey = yield* requiredSecret("ORANGE_SONATEL_API_KEY", false)
    const secrets = yield* endpointSecrets
    const delivery = yield* emulator
    const at = yield* Clock.currentTimeMillis
    const key = randomUUID()
    const event = {
      ...payment,
      transactionId: yield* transactionIdOr(transactionId),
      metadata: {},
      at,
      apiKey: Redacted.value(apiKey),
      secrets
    }
    return (now: number) => delivery.sonatelCallback(url, event, { now, key })
  })
