/**
 * What Orange's APIs post to an application: delivery receipts and incoming messages of SMS, notifications of payments and
 * of the Network APIs.
 * The emulator posts them by itself and on demand; these functions make the same from a few values, to be sent by hand.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import { encodeUtf8, randomUuid, toHex } from "./internal/bytes.js"

/**
 * A request that is posted to an application.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const receipt: Delivery.Delivery = Delivery.smsReceipt("https://shop.example/receipts", { messageId: "81e4296d", address: "tel:+2250700000000" })
 * ```
 */
export interface Delivery {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string
}

/**
 * How a delivery is posted: gives the status of the answer, or 0 where none came. The default is `fetch`, 10 seconds,
 * without following redirects.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * // In a test: straight into the application's own web handler.
 * const to = (handler: (request: Request) => Promise<Response>): Delivery.Deliver => ({ body, headers, url }) =>
 *   Effect.promise(() => handler(new Request(url, { method: "POST", headers, body })).then(({ status }) => status))
 * ```
 */
export type Deliver = (delivery: Delivery) => Effect.Effect<number>

const posted = (url: string, body: unknown, headers: Delivery["headers"] = {}): Delivery => ({
  url,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body)
})

/**
 * What a receipt says. The statuses are OneAPI's: `DeliveredToTerminal`, `DeliveredToNetwork`, `DeliveryImpossible`,
 * `DeliveryUncertain`, `MessageWaiting` (third-party knowledge).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Delivery } from "@effect-orange/emulator"
 *
 * const receipt: Delivery.SmsReceipt = { messageId: "81e4296d", address: "tel:+2250700000000", status: "DeliveryImpossible" }
 * ```
 */
export interface SmsReceipt {
  /** The last segment of the message's `resourceURL`. */
  readonly messageId: string
  readonly address: string
  /** Default `DeliveredToTerminal`. */
  readonly status?: string | undefined
}

/**
 * A delivery receipt of SMS. Nothing in it is signed: Orange signs none.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const receipt = Delivery.smsReceipt("https://shop.example/receipts", { messageId: "81e4296d", address: "tel:+2250700000000" })
 * ```
 */
export const smsReceipt = (url: string, { address, messageId, status = "DeliveredToTerminal" }: SmsReceipt): Delivery =>
  posted(url, { deliveryInfoNotification: { callbackData: messageId, deliveryInfo: { address, deliveryStatus: status } } })

/**
 * A message that a person sent to the application.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Delivery } from "@effect-orange/emulator"
 *
 * const message: Delivery.SmsMessage = { from: "tel:+2250700000000", to: "2250000", text: "STOP" }
 * ```
 */
export interface SmsMessage {
  readonly from: string
  /** The sender that it answers, with `tel:+` or without. It is posted without. */
  readonly to: string
  readonly text: string
}

/**
 * An incoming message of SMS, its date the given time (milliseconds since the epoch).
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const message = Delivery.smsMessage("https://shop.example/replies", { from: "tel:+2250700000000", to: "2250000", text: "STOP" }, 0)
 * ```
 */
export const smsMessage = (url: string, { from, text, to }: SmsMessage, now: number): Delivery =>
  posted(url, {
    inboundSMSMessageNotification: {
      inboundSMSMessage: {
        dateTime: new Date(now).toISOString(),
        destinationAddress: to.replace(/^tel:/, "").replace(/^\+/, ""),
        messageId: randomUuid(),
        message: text,
        senderAddress: from
      }
    }
  })

/**
 * What a notification of Orange Money's web payment says: no order, no amount, no signature.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Delivery } from "@effect-orange/emulator"
 *
 * const notification: Delivery.MoneyNotification = { status: "SUCCESS", notifToken: "0a1b", transactionId: "MP150709.1341.A00073" }
 * ```
 */
export interface MoneyNotification {
  readonly status: "SUCCESS" | "FAILED"
  readonly notifToken: string
  readonly transactionId: string
}

/**
 * A notification of Orange Money's web payment.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const paid = Delivery.moneyNotification("https://shop.example/notifications", { status: "SUCCESS", notifToken: "0a1b", transactionId: "MP150709.1341.A00073" })
 * ```
 */
export const moneyNotification = (url: string, { notifToken, status, transactionId }: MoneyNotification): Delivery =>
  posted(url, { status, notif_token: notifToken, txnid: transactionId })

/**
 * What Sonatel's callback says, and what authenticates it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Delivery } from "@effect-orange/emulator"
 *
 * const payment: Delivery.SonatelPayment = {
 *   status: "SUCCESS",
 *   transactionId: "MP260101.1200.A00001",
 *   reference: "order-1",
 *   amount: 1000,
 *   code: "123456",
 *   metadata: {},
 *   apiKey: "as registered",
 *   secrets: ["the endpoint's"]
 * }
 * ```
 */
export interface SonatelPayment {
  readonly status: string
  readonly transactionId: string
  readonly reference: string | undefined
  /** In XOF. */
  readonly amount: number
  /** The merchant's. */
  readonly code: string
  readonly metadata: Readonly<Record<string, unknown>>
  /** When it changed: a redelivery says the same. Default: when it is signed. */
  readonly at?: number | undefined
  /** Sent as `Authorization: Basic`. */
  readonly apiKey: string | undefined
  /** The endpoint's secrets: one, or two while one replaces the other. None: no signature. */
  readonly secrets: ReadonlyArray<string>
}

const hmac = async (secret: string, text: string): Promise<string> => {
  const key = await crypto.subtle.importKey("raw", encodeUtf8(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, encodeUtf8(text))))
}

/**
 * A callback of Orange Sonatel, signed at the given time (milliseconds since the epoch): `X-Sonatel-Signature` holds
 * `t=` and for each secret `v1=`, the HMAC-SHA256 of `{t},{body}`. Each call is a delivery of its own; a redelivery keeps
 * its `key`. All of it is third-party knowledge.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const paid = (payment: Delivery.SonatelPayment) =>
 *   Delivery.sonatelCallback("https://shop.example/sonatel", payment, { now: Date.now(), key: "once" })
 * ```
 */
export const sonatelCallback = async (
  url: string,
  { amount, apiKey, at, secrets, ...rest }: SonatelPayment,
  { key, now }: { readonly now: number; readonly key: string }
): Promise<Delivery> => {
  const delivery = posted(url, { ...rest, amount: { unit: "XOF", value: amount }, timestamp: new Date(at ?? now).toISOString() })
  const seconds = Math.floor(now / 1000)
  const signatures = await Promise.all(secrets.map((secret) => hmac(secret, `${seconds},${delivery.body}`)))
  return {
    ...delivery,
    headers: {
      ...delivery.headers,
      "x-sonatel-idempotency-key": key,
      ...(apiKey === undefined ? {} : { authorization: `Basic ${apiKey}` }),
      ...(signatures.length === 0 ? {} : { "x-sonatel-signature": [`t=${seconds}`, ...signatures.map((one) => `v1=${one}`)].join(",") })
    }
  }
}

/**
 * A notification of a Network API (CAMARA), as a CloudEvent.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Delivery } from "@effect-orange/emulator"
 *
 * const ended: Delivery.CloudEvent = {
 *   source: "https://api.orange.com/camara/ofr/quality-on-demand/v0.11",
 *   type: "org.camaraproject.quality-on-demand.v0.qos-status-changed",
 *   data: { sessionId: "7b1a3c52", qosStatus: "UNAVAILABLE", statusInfo: "DURATION_EXPIRED" }
 * }
 * ```
 */
export interface CloudEvent {
  /** The API's URL. */
  readonly source: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** Of the request's `sinkCredential`: sent as `Authorization: Bearer`. */
  readonly accessToken?: string | undefined
}

/**
 * A notification of a Network API to the request's `sink`, at the given time (milliseconds since the epoch).
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const notify = (event: Delivery.CloudEvent) => Delivery.cloudEvent("https://shop.example/notifications", event, Date.now())
 * ```
 */
export const cloudEvent = (sink: string, { accessToken, data, source, type }: CloudEvent, now: number): Delivery =>
  posted(
    sink,
    { id: randomUuid(), source, type, specversion: "1.0", datacontenttype: "application/json", time: new Date(now).toISOString(), data },
    { "content-type": "application/cloudevents+json", ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }) }
  )

/**
 * Posts by `fetch`: 10 seconds, no redirect followed. 0 where no answer came.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery } from "@effect-orange/emulator"
 *
 * const status = Delivery.byFetch(Delivery.moneyNotification("http://127.0.0.1:3000/notifications", { status: "SUCCESS", notifToken: "0a1b", transactionId: "MP1" }))
 * ```
 */
export const byFetch: Deliver = ({ body, headers, url }) =>
  Effect.promise((signal) =>
    fetch(url, { method: "POST", headers, body, redirect: "manual", signal }).then(
      async (response) => {
        await response.body?.cancel()
        return response.status
      },
      () => 0
    )
  ).pipe(Effect.timeoutTo({ duration: "10 seconds", onSuccess: (status) => status, onTimeout: () => 0 }))

/**
 * Posts straight into a web handler, without a socket: for tests of an application's own callbacks.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Delivery, Emulator } from "@effect-orange/emulator"
 *
 * const over = (handler: (request: Request) => Promise<Response>) => Emulator.layer({ deliver: Delivery.byHandler(handler) })
 * ```
 */
export const byHandler = (handler: (request: Request) => Promise<Response>): Deliver => ({ body, headers, url }) =>
  Effect.promise(() => handler(new Request(url, { method: "POST", headers, body })).then(({ status }) => status))
