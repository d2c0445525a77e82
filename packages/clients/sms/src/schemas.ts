/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/** A contract, by Orange's example. */
export interface Contract {
  readonly applicationId?: string
  /** Messages that are left. */
  readonly availableUnits: number
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly creationDate?: string
  readonly developerId?: string
  /** ISO 8601 with a zone. */
  readonly expirationDate?: string
  readonly id?: string
  readonly lastUpdateDate?: string
  readonly offerName?: string
  /** Units that are reserved: they are taken in blocks, as measured. */
  readonly requestedUnits?: number
  readonly status?: "ACTIVE" | "EXPIRED" | (string & {})
  readonly type?: "SELFSERVICE" | (string & {})
}
export const Contract: S.Schema<Contract> = /*#__PURE__*/ k.schema("Contract", () => k.struct<Contract>({
  applicationId: k.opt(S.String),
  availableUnits: k.int(),
  country: S.String,
  creationDate: k.opt(S.String),
  developerId: k.opt(S.String),
  expirationDate: k.opt(S.String),
  id: k.opt(S.String),
  lastUpdateDate: k.opt(S.String),
  offerName: k.opt(S.String),
  requestedUnits: k.opt(k.int()),
  status: k.opt(k.openEnum("ACTIVE", "EXPIRED")),
  type: k.opt(k.openEnum("SELFSERVICE"))
}))

export type Contracts = ReadonlyArray<Contract>
export const Contracts: S.Schema<Contracts> = /*#__PURE__*/ k.schema("Contracts", () => k.array(Contract))

export interface DeliveryInfo {
  /** The recipient. */
  readonly address?: string
  /** The words are OneAPI's; others may come. */
  readonly deliveryStatus: "DeliveredToTerminal" | "DeliveredToNetwork" | "DeliveryImpossible" | "DeliveryUncertain" | "MessageWaiting" | (string & {})
}
export const DeliveryInfo: S.Schema<DeliveryInfo> = /*#__PURE__*/ k.schema("DeliveryInfo", () => k.struct<DeliveryInfo>({
  address: k.opt(S.String),
  deliveryStatus: k.openEnum("DeliveredToTerminal", "DeliveredToNetwork", "DeliveryImpossible", "DeliveryUncertain", "MessageWaiting")
}))

export interface DeliveryReceipt {
  readonly deliveryInfoNotification: DeliveryReceiptDeliveryInfoNotification
}
export const DeliveryReceipt: S.Schema<DeliveryReceipt> = /*#__PURE__*/ k.schema("DeliveryReceipt", () => k.struct<DeliveryReceipt>({ deliveryInfoNotification: DeliveryReceiptDeliveryInfoNotification }))

export interface DeliveryReceiptDeliveryInfoNotification {
  /** The message's id. */
  readonly callbackData: string
  readonly deliveryInfo: DeliveryInfo
}
export const DeliveryReceiptDeliveryInfoNotification: S.Schema<DeliveryReceiptDeliveryInfoNotification> = /*#__PURE__*/ k.schema("DeliveryReceiptDeliveryInfoNotification", () => k.struct<DeliveryReceiptDeliveryInfoNotification>({ callbackData: S.String, deliveryInfo: DeliveryInfo }))

/** What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
export interface GatewayEnvelope {
  /** Orange's code; it tells apart what the status does not. */
  readonly code: number
  readonly description?: string
  readonly infoURL?: string
  readonly message?: string
}
export const GatewayEnvelope: S.Schema<GatewayEnvelope> = /*#__PURE__*/ k.schema("GatewayEnvelope", () => k.struct<GatewayEnvelope>({
  code: k.int(),
  description: k.opt(S.String),
  infoURL: k.opt(S.String),
  message: k.opt(S.String)
}))

export type GetStatistics200 = Statistics | LegacyStatistics
export const GetStatistics200: S.Schema<GetStatistics200> = /*#__PURE__*/ k.schema("GetStatistics200", () => k.anyOf<GetStatistics200>(Statistics, LegacyStatistics))

export interface IncomingMessage {
  readonly inboundSMSMessageNotification: IncomingMessageInboundSMSMessageNotification
}
export const IncomingMessage: S.Schema<IncomingMessage> = /*#__PURE__*/ k.schema("IncomingMessage", () => k.struct<IncomingMessage>({ inboundSMSMessageNotification: IncomingMessageInboundSMSMessageNotification }))

export interface IncomingMessageInboundSMSMessageNotification {
  readonly callbackData?: string
  readonly inboundSMSMessage: IncomingMessageInboundSMSMessageNotificationInboundSMSMessage
}
export const IncomingMessageInboundSMSMessageNotification: S.Schema<IncomingMessageInboundSMSMessageNotification> = /*#__PURE__*/ k.schema("IncomingMessageInboundSMSMessageNotification", () => k.struct<IncomingMessageInboundSMSMessageNotification>({
  callbackData: k.opt(S.String),
  inboundSMSMessage: IncomingMessageInboundSMSMessageNotificationInboundSMSMessage
}))

export interface IncomingMessageInboundSMSMessageNotificationInboundSMSMessage {
  readonly dateTime?: string
  readonly destinationAddress?: string
  readonly message: string
  readonly messageId?: string
  readonly senderAddress: string
}
export const IncomingMessageInboundSMSMessageNotificationInboundSMSMessage: S.Schema<IncomingMessageInboundSMSMessageNotificationInboundSMSMessage> = /*#__PURE__*/ k.schema("IncomingMessageInboundSMSMessageNotificationInboundSMSMessage", () => k.struct<IncomingMessageInboundSMSMessageNotificationInboundSMSMessage>({
  dateTime: k.opt(S.String),
  destinationAddress: k.opt(S.String),
  message: S.String,
  messageId: k.opt(S.String),
  senderAddress: S.String
}))

export interface LegacyContract {
  readonly contractDescription?: string
  readonly service?: string
  readonly serviceContracts: ReadonlyArray<LegacyServiceContract>
}
export const LegacyContract: S.Schema<LegacyContract> = /*#__PURE__*/ k.schema("LegacyContract", () => k.struct<LegacyContract>({
  contractDescription: k.opt(S.String),
  service: k.opt(S.String),
  serviceContracts: k.array(LegacyServiceContract)
}))

/** What the same URL answered in 2022, as logged. */
export interface LegacyContracts {
  readonly partnerContracts: LegacyContractsPartnerContracts
}
export const LegacyContracts: S.Schema<LegacyContracts> = /*#__PURE__*/ k.schema("LegacyContracts", () => k.struct<LegacyContracts>({ partnerContracts: LegacyContractsPartnerContracts }))

export interface LegacyContractsPartnerContracts {
  readonly contracts: ReadonlyArray<LegacyContract>
  readonly partnerId?: string
}
export const LegacyContractsPartnerContracts: S.Schema<LegacyContractsPartnerContracts> = /*#__PURE__*/ k.schema("LegacyContractsPartnerContracts", () => k.struct<LegacyContractsPartnerContracts>({ contracts: k.array(LegacyContract), partnerId: k.opt(S.String) }))

export interface LegacyPurchaseOrders {
  readonly purchaseOrders: PurchaseOrders
}
export const LegacyPurchaseOrders: S.Schema<LegacyPurchaseOrders> = /*#__PURE__*/ k.schema("LegacyPurchaseOrders", () => k.struct<LegacyPurchaseOrders>({ purchaseOrders: PurchaseOrders }))

export interface LegacyServiceContract {
  readonly availableUnits: number
  readonly contractId?: string
  readonly country: string
  /** ISO 8601 without a zone. */
  readonly expires?: string
  readonly scDescription?: string
  readonly service?: string
}
export const LegacyServiceContract: S.Schema<LegacyServiceContract> = /*#__PURE__*/ k.schema("LegacyServiceContract", () => k.struct<LegacyServiceContract>({
  availableUnits: k.int(),
  contractId: k.opt(S.String),
  country: S.String,
  expires: k.opt(S.String),
  scDescription: k.opt(S.String),
  service: k.opt(S.String)
}))

export interface LegacyStatistics {
  readonly partnerStatistics: { readonly [key: string]: unknown }
}
export const LegacyStatistics: S.Schema<LegacyStatistics> = /*#__PURE__*/ k.schema("LegacyStatistics", () => k.struct<LegacyStatistics>({ partnerStatistics: k.record(k.any) }))

export type ListContracts200 = Contracts | LegacyContracts
export const ListContracts200: S.Schema<ListContracts200> = /*#__PURE__*/ k.schema("ListContracts200", () => k.anyOf<ListContracts200>(Contracts, LegacyContracts))

export type ListPurchaseOrders200 = PurchaseOrders | LegacyPurchaseOrders
export const ListPurchaseOrders200: S.Schema<ListPurchaseOrders200> = /*#__PURE__*/ k.schema("ListPurchaseOrders200", () => k.anyOf<ListPurchaseOrders200>(PurchaseOrders, LegacyPurchaseOrders))

/** A fault in the form of OneAPI. No answer of Orange's with one was seen. */
export interface OneApiFault {
  /** `SVC` or `POL` and digits, such as `SVC0002`. */
  readonly messageId?: string
  readonly text?: string
  readonly variables?: ReadonlyArray<string>
}
export const OneApiFault: S.Schema<OneApiFault> = /*#__PURE__*/ k.schema("OneApiFault", () => k.struct<OneApiFault>({
  messageId: k.opt(S.String),
  text: k.opt(S.String),
  variables: k.opt(k.array(S.String))
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
export const OutboundSmsMessage: S.Schema<OutboundSmsMessage> = /*#__PURE__*/ k.schema("OutboundSmsMessage", () => k.struct<OutboundSmsMessage>({
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
export const OutboundSmsMessageRequest: S.Schema<OutboundSmsMessageRequest> = /*#__PURE__*/ k.schema("OutboundSmsMessageRequest", () => k.struct<OutboundSmsMessageRequest>({
  address: TelAddress,
  clientCorrelator: k.opt(S.String),
  outboundSMSTextMessage: TextMessage,
  senderAddress: TelAddress,
  senderName: k.opt(k.text({ maxLength: 11 }))
}))

/** A bundle that was bought, by Orange's example. */
export interface PurchaseOrder {
  readonly bundleDescription?: string
  readonly bundleId?: string
  readonly contractId?: string
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** ISO 4217. */
  readonly currency?: string
  readonly developerId?: string
  readonly id?: string
  readonly newAvailableUnits?: number
  readonly newExpirationDate?: string | null
  readonly offerName?: string
  readonly oldAvailableUnits?: number
  readonly oldExpirationDate?: string | null
  /** The payer's number, its end hidden. */
  readonly payerId?: string
  readonly paymentMode?: string
  readonly paymentProviderOrderId?: string | null
  readonly price?: number
  readonly purchaseDate?: string
  readonly type?: "BUNDLE_PURCHASE" | (string & {})
}
export const PurchaseOrder: S.Schema<PurchaseOrder> = /*#__PURE__*/ k.schema("PurchaseOrder", () => k.struct<PurchaseOrder>({
  bundleDescription: k.opt(S.String),
  bundleId: k.opt(S.String),
  contractId: k.opt(S.String),
  country: k.opt(S.String),
  currency: k.opt(S.String),
  developerId: k.opt(S.String),
  id: k.opt(S.String),
  newAvailableUnits: k.opt(k.int()),
  newExpirationDate: k.opt(S.NullOr(S.String)),
  offerName: k.opt(S.String),
  oldAvailableUnits: k.opt(k.int()),
  oldExpirationDate: k.opt(S.NullOr(S.String)),
  payerId: k.opt(S.String),
  paymentMode: k.opt(S.String),
  paymentProviderOrderId: k.opt(S.NullOr(S.String)),
  price: k.opt(k.number()),
  purchaseDate: k.opt(S.String),
  type: k.opt(k.openEnum("BUNDLE_PURCHASE"))
}))

export type PurchaseOrders = ReadonlyArray<PurchaseOrder>
export const PurchaseOrders: S.Schema<PurchaseOrders> = /*#__PURE__*/ k.schema("PurchaseOrders", () => k.array(PurchaseOrder))

export interface ReceiptSubscriptionAnswer {
  readonly deliveryReceiptSubscription: ReceiptSubscriptionAnswerDeliveryReceiptSubscription
}
export const ReceiptSubscriptionAnswer: S.Schema<ReceiptSubscriptionAnswer> = /*#__PURE__*/ k.schema("ReceiptSubscriptionAnswer", () => k.struct<ReceiptSubscriptionAnswer>({
  deliveryReceiptSubscription: ReceiptSubscriptionAnswerDeliveryReceiptSubscription
}))

export interface ReceiptSubscriptionAnswerDeliveryReceiptSubscription {
  readonly callbackReference?: ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference
  /** Its last segment is the subscription's id. */
  readonly resourceURL?: string
}
export const ReceiptSubscriptionAnswerDeliveryReceiptSubscription: S.Schema<ReceiptSubscriptionAnswerDeliveryReceiptSubscription> = /*#__PURE__*/ k.schema("ReceiptSubscriptionAnswerDeliveryReceiptSubscription", () => k.struct<ReceiptSubscriptionAnswerDeliveryReceiptSubscription>({
  callbackReference: k.opt(ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference),
  resourceURL: k.opt(S.String)
}))

export interface ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference {
  readonly notifyURL?: string
}
export const ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference: S.Schema<ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference> = /*#__PURE__*/ k.schema("ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference", () => k.struct<ReceiptSubscriptionAnswerDeliveryReceiptSubscriptionCallbackReference>({ notifyURL: k.opt(S.String) }))

export interface ReceiptSubscriptionRequestBody {
  readonly deliveryReceiptSubscription: ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription
}
export const ReceiptSubscriptionRequestBody: S.Schema<ReceiptSubscriptionRequestBody> = /*#__PURE__*/ k.schema("ReceiptSubscriptionRequestBody", () => k.struct<ReceiptSubscriptionRequestBody>({
  deliveryReceiptSubscription: ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription
}))

export interface ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription {
  readonly callbackReference: ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference
}
export const ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription: S.Schema<ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription> = /*#__PURE__*/ k.schema("ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription", () => k.struct<ReceiptSubscriptionRequestBodyDeliveryReceiptSubscription>({
  callbackReference: ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference
}))

export interface ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference {
  /** Where receipts are posted to. Orange takes https only, by third-party knowledge. */
  readonly notifyURL: string
}
export const ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference: S.Schema<ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference> = /*#__PURE__*/ k.schema("ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference", () => k.struct<ReceiptSubscriptionRequestBodyDeliveryReceiptSubscriptionCallbackReference>({ notifyURL: k.text({ pattern: "^https?://" }) }))

export type Refusal = GatewayEnvelope | RequestError
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(GatewayEnvelope, RequestError))

/** OneAPI's envelope of errors, from which the API comes. No answer of Orange's with it was seen. */
export interface RequestError {
  readonly requestError: RequestErrorRequestError
}
export const RequestError: S.Schema<RequestError> = /*#__PURE__*/ k.schema("RequestError", () => k.struct<RequestError>({ requestError: RequestErrorRequestError }))

export interface RequestErrorRequestError {
  readonly policyException?: OneApiFault
  readonly serviceException?: OneApiFault
}
export const RequestErrorRequestError: S.Schema<RequestErrorRequestError> = /*#__PURE__*/ k.schema("RequestErrorRequestError", () => k.struct<RequestErrorRequestError>({ policyException: k.opt(OneApiFault), serviceException: k.opt(OneApiFault) }))

export interface SendSmsAnswer {
  readonly outboundSMSMessageRequest: OutboundSmsMessage
}
export const SendSmsAnswer: S.Schema<SendSmsAnswer> = /*#__PURE__*/ k.schema("SendSmsAnswer", () => k.struct<SendSmsAnswer>({ outboundSMSMessageRequest: OutboundSmsMessage }))

export interface SendSmsRequestBody {
  readonly outboundSMSMessageRequest: OutboundSmsMessageRequest
}
export const SendSmsRequestBody: S.Schema<SendSmsRequestBody> = /*#__PURE__*/ k.schema("SendSmsRequestBody", () => k.struct<SendSmsRequestBody>({ outboundSMSMessageRequest: OutboundSmsMessageRequest }))

export type Statistic = { readonly [key: string]: unknown }
export const Statistic: S.Schema<Statistic> = /*#__PURE__*/ k.schema("Statistic", () => k.record(k.any))

export type Statistics = ReadonlyArray<Statistic>
export const Statistics: S.Schema<Statistics> = /*#__PURE__*/ k.schema("Statistics", () => k.array(Statistic))

/**
 * `tel:+` and digits.
 *
 * Example: `"tel:+2250700000000"`
 */
export type TelAddress = string
export const TelAddress: S.Schema<TelAddress> = /*#__PURE__*/ k.schema("TelAddress", () => k.text({ pattern: "^tel:\\+[0-9]{3,15}$" }))

export interface TextMessage {
  /**
   * The text, in UTF-8.
   *
   * Example: `"Hello"`
   */
  readonly message: string
}
export const TextMessage: S.Schema<TextMessage> = /*#__PURE__*/ k.schema("TextMessage", () => k.struct<TextMessage>({ message: k.text({ minLength: 1 }) }))
