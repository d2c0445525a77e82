/**
 * One message to one person.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-sms"
import type { ApiClient, AppAuth } from "@effect-orange/core"
import * as Msisdn from "@effect-orange/numbers/Msisdn"
import type * as SenderAddress from "@effect-orange/numbers/SenderAddress"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/**
 * Names a message in receipts: the last segment of its `resourceURL`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Message } from "@effect-orange/sms"
 *
 * const id = Message.MessageId.make("81e4296d-ed39-473a-ab3f-d290bfe5d3ef")
 * ```
 */
export const MessageId: Schema.brand<typeof Schema.String, "@effect-orange/sms/MessageId"> = Schema.String.pipe(
  Schema.brand("@effect-orange/sms/MessageId")
)

/**
 * @since 0.1.0
 * @category models
 */
export type MessageId = typeof MessageId.Type

/**
 * What is sent. `text` and `to` are personal data: they are in no log, span or message of ours.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Msisdn, SenderAddress } from "@effect-orange/numbers"
 * import type { Message } from "@effect-orange/sms"
 *
 * const hello: Message.Message = {
 *   from: SenderAddress.make("tel:+2250000"),
 *   to: Msisdn.make("+2250700000000"),
 *   text: "Hello"
 * }
 * ```
 */
export interface Message {
  /** Orange answered 201 to senders that make no sense, as measured in 2026: look at the first message's receipt. */
  readonly from: SenderAddress.SenderAddress
  readonly to: Msisdn.Msisdn
  /** More than 160 characters cost several units: see `Estimate`. */
  readonly text: string
  /** A name that Orange's local team has registered. One that is not registered was not refused, and not shown. */
  readonly senderName?: string | undefined
  /** To Orange's own subscribers only (`SMS_OCB2`; the value is third-party knowledge). */
  readonly onNet?: boolean | undefined
}

/**
 * Orange took the message. That is not delivery: a receipt tells of that, if receipts are set up.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Message } from "@effect-orange/sms"
 *
 * const keep = ({ messageId }: Message.Accepted) => messageId
 * ```
 */
export interface Accepted {
  readonly _tag: "Accepted"
  readonly messageId: MessageId
}

/**
 * What sending can fail with. `ApiError.mayHaveBeenDone(error, "sendSms")` tells those after which the message may be on
 * its way: nothing here sends such a one twice.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Message } from "@effect-orange/sms"
 *
 * const isCredit = (error: Message.SendError) => error._tag === "ApiForbidden"
 * ```
 */
export type SendError = ApiClient.Error | AppAuth.Error | Client.operations.SendSmsError

const lastSegment = (url: string): string => url.split("/").filter((one) => one !== "").at(-1) ?? url

/**
 * Sends a message. Done once: without an answer it fails with `OutcomeUnknown`, and is not repeated.
 *
 * To stay below Orange's five a second, give the client a `RequestBudget` with `Limits.smsCalls`.
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import * as Sms from "@effect-orange/client-sms"
 * import { ClientCredentials, Limits, RequestBudget } from "@effect-orange/core"
 * import { Msisdn, SenderAddress } from "@effect-orange/numbers"
 * import { Message } from "@effect-orange/sms"
 * import { FetchHttpClient } from "@effect/platform"
 * import { Effect, Layer } from "effect"
 *
 * const SmsLive = Sms.layer.pipe(
 *   Layer.provide(ClientCredentials.layerConfig()),
 *   Layer.provide(RequestBudget.layer({ apis: { sms: Limits.smsCalls } })),
 *   Layer.provide(FetchHttpClient.layer)
 * )
 *
 * const program = Message.send({
 *   from: SenderAddress.make("tel:+2250000"),
 *   to: Msisdn.make("+2250700000000"),
 *   text: "Hello"
 * }).pipe(
 *   Effect.tap(({ messageId }) => Effect.logInfo(`accepted as ${messageId}`)),
 *   Effect.provide(SmsLive)
 * )
 * ```
 */
export const send = ({ from, onNet, senderName, text, to }: Message): Effect.Effect<Accepted, SendError, Client.Sms> =>
  Effect.gen(function*() {
    const sms = yield* Client.Sms
    const answer = yield* sms.sendSms({
      senderAddress: from,
      ...(onNet === true ? { resource_type_parameter_management: "SMS_OCB2" } : {}),
      body: {
        outboundSMSMessageRequest: {
          address: Msisdn.toTel(to),
          senderAddress: from,
          outboundSMSTextMessage: { message: text },
          ...(senderName === undefined ? {} : { senderName })
        }
      }
    })
    return { _tag: "Accepted", messageId: MessageId.make(lastSegment(answer.outboundSMSMessageRequest.resourceURL)) }
  })
