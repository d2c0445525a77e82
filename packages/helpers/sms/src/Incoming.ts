/**
 * Messages that people send to the application. What they hold, and how they are set up, is third-party knowledge.
 *
 * @since 0.1.0
 */
import * as Callback from "@effect-orange/callbacks/Callback"
import * as Client from "@effect-orange/client-sms"
import { ApiClient } from "@effect-orange/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"

/**
 * A message from a person. All of it is personal data.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Incoming } from "@effect-orange/sms"
 *
 * const wantsOut = ({ text }: Incoming.Incoming) => text.trim().toUpperCase() === "STOP"
 * ```
 */
export interface Incoming {
  /** None in older samples. */
  readonly id: Option.Option<string>
  /** With or without `tel:`, as it came. */
  readonly from: string
  readonly to: Option.Option<string>
  readonly text: string
  /** None where there is no date, or none that can be read. */
  readonly at: Option.Option<DateTime.Utc>
}

const toIncoming = ({ inboundSMSMessageNotification: { inboundSMSMessage: one } }: Client.Schemas.IncomingMessage): Incoming => ({
  id: Option.fromNullable(one.messageId),
  from: one.senderAddress,
  to: Option.fromNullable(one.destinationAddress),
  text: one.message,
  at: Option.flatMap(Option.fromNullable(one.dateTime), DateTime.make)
})

interface Keyed {
  readonly message: Incoming
  /** The same for a message that is delivered again. */
  readonly key: string
}

/** Without an id, the same body is the same message. Its digest is kept, and nothing of it. */
const keyed = (message: Incoming, body: Uint8Array): Effect.Effect<Keyed> =>
  Option.match(message.id, {
    onSome: (key) => Effect.succeed({ message, key }),
    onNone: () =>
      Effect.map(Effect.promise(() => crypto.subtle.digest("SHA-256", new Uint8Array(body))), (digest) => ({
        message,
        key: Encoding.encodeHex(new Uint8Array(digest))
      }))
  })

/**
 * How incoming messages are received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Incoming } from "@effect-orange/sms"
 * import { Effect, Redacted } from "effect"
 *
 * const options: Incoming.Options<never, never> = { secret: Redacted.make("a long random text"), handle: () => Effect.void }
 * ```
 */
export interface Options<E, R> {
  /** The last segment of the URL that Orange was given: messages are not signed. At least 128 random bits. */
  readonly secret: Redacted.Redacted
  /** What the application does. At least once for each message; an error has it delivered again. */
  readonly handle: (message: Incoming) => Effect.Effect<void, E, R>
}

/**
 * Receives messages. One that is repeated is answered 200 and not handled again.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Incoming } from "@effect-orange/sms"
 * import { Effect, Redacted } from "effect"
 *
 * const replies = Incoming.callback({
 *   secret: Redacted.make("a long random text"),
 *   handle: ({ text }) => text.trim() === "STOP" ? Effect.logInfo("one leaves") : Effect.void
 * })
 * ```
 */
export const callback = <E, R>({ handle, secret }: Options<E, R>): Callback.Callback<E, R> =>
  Callback.make({
    name: "sms.incoming",
    isUnsolicited: true,
    authenticate: Callback.secretSegment(secret),
    decode: (delivery) =>
      Effect.flatMap(ApiClient.receive(Client.callbacks.incomingMessage, Callback.received(delivery)), (body) => keyed(toIncoming(body), delivery.body)),
    event: ({ key }) => ({ subject: `sms-incoming:${key}`, id: "received", rank: 0, isFinal: true }),
    handle: ({ message }) => handle(message)
  })
