/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/** What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
export interface GatewayEnvelope {
  /** Orange's code; it tells apart what the status does not. */
  readonly code: number
  readonly description?: string
  readonly infoURL?: string
  readonly message?: string
}
export const GatewayEnvelope: S.Schema<GatewayEnvelope> = /*#__PURE__*/ k.schema<GatewayEnvelope>("GatewayEnvelope", () => k.struct<GatewayEnvelope>({
  code: k.int(),
  description: k.opt(S.String),
  infoURL: k.opt(S.String),
  message: k.opt(S.String)
}))

/** A message that was accepted. Its recipients come back as a list. */
export interface OutboundSmsMessage {
  readonly address: ReadonlyArray<string>
  readonly clientCorrelator?: string
  readonly outboundSMSTextMessage: TextMessage
  /** Not percent-encoded. Its last segment is the message's id. */
  readonly resourceURL: string
  readonly senderAddress: string
  readonly senderName?: string
}
export const OutboundSmsMessage: S.Schema<OutboundSmsMessage> = /*#__PURE__*/ k.schema<OutboundSmsMessage>("OutboundSmsMessage", () => k.struct<OutboundSmsMessage>({
  address: k.array(S.String),
  clientCorrelator: k.opt(S.String),
  outboundSMSTextMessage: TextMessage,
  resourceURL: S.String,
  senderAddress: S.String,
  senderName: k.opt(S.String)
}))

/** A message to send. */
export interface OutboundSmsMessageRequest {
  readonly address: TelAddress
  /** A name of the caller's own for the request. Third-party knowledge. */
  readonly clientCorrelator?: string
  readonly outboundSMSTextMessage: TextMessage
  readonly senderAddress: TelAddress
  /**
   * A sender's name that Orange's local team has registered. At most 11 letters and digits, by third-party knowledge.
   */
  readonly senderName?: string
}
export const OutboundSmsMessageRequest: S.Schema<OutboundSmsMessageRequest> = /*#__PURE__*/ k.schema<OutboundSmsMessageRequest>("OutboundSmsMessageRequest", () => k.struct<OutboundSmsMessageRequest>({
  address: TelAddress,
  clientCorrelator: k.opt(S.String),
  outboundSMSTextMessage: TextMessage,
  senderAddress: TelAddress,
  senderName: k.opt(k.text({ maxLength: 11 }))
}))

export interface SendSmsAnswer {
  readonly outboundSMSMessageRequest: OutboundSmsMessage
}
export const SendSmsAnswer: S.Schema<SendSmsAnswer> = /*#__PURE__*/ k.schema<SendSmsAnswer>("SendSmsAnswer", () => k.struct<SendSmsAnswer>({ outboundSMSMessageRequest: OutboundSmsMessage }))

export interface SendSmsRequestBody {
  readonly outboundSMSMessageRequest: OutboundSmsMessageRequest
}
export const SendSmsRequestBody: S.Schema<SendSmsRequestBody> = /*#__PURE__*/ k.schema<SendSmsRequestBody>("SendSmsRequestBody", () => k.struct<SendSmsRequestBody>({ outboundSMSMessageRequest: OutboundSmsMessageRequest }))

/**
 * `tel:+` and digits.
 *
 * Example: `"tel:+2250700000000"`
 */
export type TelAddress = string
export const TelAddress: S.Schema<TelAddress> = /*#__PURE__*/ k.schema<TelAddress>("TelAddress", () => k.text({ pattern: "^tel:\\+[0-9]{3,15}$" }))

export interface TextMessage {
  /**
   * The text, in UTF-8.
   *
   * Example: `"Hello"`
   */
  readonly message: string
}
export const TextMessage: S.Schema<TextMessage> = /*#__PURE__*/ k.schema<TextMessage>("TextMessage", () => k.struct<TextMessage>({ message: k.text({ minLength: 1 }) }))
