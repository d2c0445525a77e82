/**
 * Delivery receipts: what became of a message that Orange took.
 *
 * How receipts are set up is Orange's to say: its page of today names a contact form, third parties a subscription
 * (`createReceiptSubscription` of the client) that may be closed to new applications. What a receipt holds is third-party
 * knowledge.
 *
 * @since 0.1.0
 */
import * as Callback from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-sms"
import { ApiClient } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import { MessageId } from "./Message.js"

/**
 * What became of a message, in words of our own. `Waiting` and `AtNetwork` are on the way; `Uncertain` may still become
 * one of the final `Delivered` and `Impossible`; `Other` is a status that is not known here.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Receipt } from "@effect-orange/sms"
 *
 * const isFinal = (outcome: Receipt.Outcome) => outcome === "Delivered" || outcome === "Impossible"
 * ```
 */
export type Outcome = "Waiting" | "AtNetwork" | "Uncertain" | "Delivered" | "Impossible" | "Other"

/**
 * A receipt.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Receipt } from "@effect-orange/sms"
 *
 * const arrived = ({ outcome }: Receipt.Receipt) => outcome === "Delivered"
 * ```
 */
export interface Receipt {
  readonly messageId: MessageId
  readonly outcome: Outcome
  /** Orange's word, such as `DeliveredToTerminal`. */
  readonly status: string
  /** Whom the message was for, as Orange writes it (`tel:+…`). Personal data. */
  readonly address: string
}

interface Meaning {
  readonly outcome: Outcome
  readonly rank: number
  readonly isFinal?: true
}

/** OneAPI's states. A state of a lower rank that comes after a higher one came late, and says nothing new. */
const meanings: Readonly<Record<string, Meaning>> = {
  MessageWaiting: { outcome: "Waiting", rank: 1 },
  DeliveredToNetwork: { outcome: "AtNetwork", rank: 2 },
  DeliveryUncertain: { outcome: "Uncertain", rank: 2 },
  DeliveredToTerminal: { outcome: "Delivered", rank: 3, isFinal: true },
  DeliveryImpossible: { outcome: "Impossible", rank: 3, isFinal: true }
}

const other: Meaning = { outcome: "Other", rank: 1 }

const meaningOf = (status: string): Meaning => Object.hasOwn(meanings, status) ? meanings[status]! : other

/**
 * What callbacks about a message are expected under.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Receipt, type Message } from "@effect-orange/sms"
 *
 * const subject = ({ messageId }: Message.Accepted) => Receipt.subject(messageId)
 * ```
 */
export const subject = (messageId: MessageId): string => `sms:${messageId}`

const toReceipt = ({ deliveryInfoNotification: { callbackData, deliveryInfo } }: Client.Schemas.DeliveryReceipt): Receipt => ({
  messageId: MessageId.make(callbackData),
  outcome: meaningOf(deliveryInfo.deliveryStatus).outcome,
  status: deliveryInfo.deliveryStatus,
  address: deliveryInfo.address ?? ""
})

/**
 * How receipts are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Receipt } from "@effect-orange/sms"
 * import { Effect, Redacted } from "effect"
 *
 * const options: Receipt.Options<never, never> = {
 *   secret: Redacted.make("a long random text"),
 *   handle: ({ messageId, outcome }) => Effect.logInfo(`${messageId}: ${outcome}`)
 * }
 * ```
 */
export interface Options<E, R> {
  /** The last segment of the URL that Orange was given: receipts are not signed. At least 128 random bits. */
  readonly secret: Redacted.Redacted
  /** What the application does. At least once for each state of a message; an error has the receipt delivered again. */
  readonly handle: (receipt: Receipt) => Effect.Effect<void, E, R>
}

/**
 * Receives receipts. Say that they are expected once a message is stored: `receipts.expect(Receipt.subject(messageId))`;
 * one that came before waits for that. Repeated and late ones are answered 200 and not handled.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Receipt } from "@effect-orange/sms"
 * import { HttpRouter } from "@effect/platform"
 * import { Effect, Redacted } from "effect"
 *
 * const receipts = Receipt.callback({
 *   secret: Redacted.make("a long random text"),
 *   handle: ({ messageId, outcome }) => Effect.logInfo(`${messageId}: ${outcome}`)
 * })
 * const routes = HttpRouter.empty.pipe(HttpRouter.post("/orange/receipts/:secret", receipts.app))
 * ```
 */
export const callback = <E, R>({ handle, secret }: Options<E, R>): Callback.Callback<E, R> =>
  Callback.make({
    name: "sms.receipt",
    authenticate: Callback.secretSegment(secret),
    decode: (delivery) => Effect.map(ApiClient.receive(Client.callbacks.deliveryReceipt, Callback.received(delivery)), toReceipt),
    event: ({ messageId, status }) => {
      const { isFinal = false, rank } = meaningOf(status)
      return { subject: subject(messageId), id: status, rank, isFinal }
    },
    handle
  })
