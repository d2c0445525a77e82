/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as M from "../src/schemas.js"
import type * as wire from "./wire.js"

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false

/** One spelling for what means the same: named keys without index signatures beside them, no intersections, and no `undefined`, which JSON has not. */
type Norm<T> = unknown extends T ? unknown
  : T extends string | number | boolean | null | undefined ? T
  : T extends ReadonlyArray<infer U> ? ReadonlyArray<Norm<U>>
  : T extends object
    ? [keyof { [K in keyof T as string extends K ? never : K]: 1 }] extends [never] ? { readonly [K in keyof T]: Norm<Exclude<T[K], undefined>> }
    : { readonly [K in keyof T as string extends K ? never : K]: Norm<Exclude<T[K], undefined>> }
  : T

type Same<A, B> = Equal<A, B> extends true ? true : Equal<Norm<A>, Norm<B>>

/**
 * Each of these is `true`, or this file does not compile.
 *
 * Not compared:
 * - #/components/schemas/Contract: an enum that may grow
 * - #/components/schemas/Contracts: holds another that cannot: an enum that may grow
 * - #/components/schemas/DeliveryInfo: an enum that may grow
 * - #/components/schemas/DeliveryReceipt: holds another that cannot: an enum that may grow
 * - #/components/schemas/LegacyPurchaseOrders: holds another that cannot: an enum that may grow
 * - #/components/schemas/PurchaseOrder: an enum that may grow
 * - #/components/schemas/PurchaseOrders: holds another that cannot: an enum that may grow
 * - #/paths/~1contracts/get/responses/200: holds another that cannot: an enum that may grow
 * - #/paths/~1purchaseorders/get/responses/200: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // IncomingMessage
  Same<M.IncomingMessage, wire.components["schemas"]["IncomingMessage"]>,
  // LegacyContract
  Same<M.LegacyContract, wire.components["schemas"]["LegacyContract"]>,
  // LegacyContracts
  Same<M.LegacyContracts, wire.components["schemas"]["LegacyContracts"]>,
  // LegacyServiceContract
  Same<M.LegacyServiceContract, wire.components["schemas"]["LegacyServiceContract"]>,
  // LegacyStatistics
  Same<M.LegacyStatistics, wire.components["schemas"]["LegacyStatistics"]>,
  // OneApiFault
  Same<M.OneApiFault, wire.components["schemas"]["OneApiFault"]>,
  // OutboundSmsMessage
  Same<M.OutboundSmsMessage, wire.components["schemas"]["OutboundSmsMessage"]>,
  // OutboundSmsMessageRequest
  Same<M.OutboundSmsMessageRequest, wire.components["schemas"]["OutboundSmsMessageRequest"]>,
  // ReceiptSubscriptionAnswer
  Same<M.ReceiptSubscriptionAnswer, wire.components["schemas"]["ReceiptSubscriptionAnswer"]>,
  // ReceiptSubscriptionRequestBody
  Same<M.ReceiptSubscriptionRequestBody, wire.components["schemas"]["ReceiptSubscriptionRequestBody"]>,
  // Refusal
  Same<M.Refusal, wire.components["schemas"]["Refusal"]>,
  // RequestError
  Same<M.RequestError, wire.components["schemas"]["RequestError"]>,
  // SendSmsAnswer
  Same<M.SendSmsAnswer, wire.components["schemas"]["SendSmsAnswer"]>,
  // SendSmsRequestBody
  Same<M.SendSmsRequestBody, wire.components["schemas"]["SendSmsRequestBody"]>,
  // Statistic
  Same<M.Statistic, wire.components["schemas"]["Statistic"]>,
  // Statistics
  Same<M.Statistics, wire.components["schemas"]["Statistics"]>,
  // TelAddress
  Same<M.TelAddress, wire.components["schemas"]["TelAddress"]>,
  // TextMessage
  Same<M.TextMessage, wire.components["schemas"]["TextMessage"]>,
  // ListContracts 400
  Same<M.Refusal, wire.paths["/contracts"]["get"]["responses"][400]["content"]["application/json"]>,
  // ListContracts 401
  Same<M.Refusal, wire.paths["/contracts"]["get"]["responses"][401]["content"]["application/json"]>,
  // ListContracts 403
  Same<M.Refusal, wire.paths["/contracts"]["get"]["responses"][403]["content"]["application/json"]>,
  // ListContracts query country
  Same<string, Exclude<NonNullable<wire.paths["/contracts"]["get"]["parameters"]["query"]>["country"], undefined>>,
  // GetReceiptSubscription 200
  Same<M.ReceiptSubscriptionAnswer, wire.paths["/outbound/subscriptions/{subscriptionId}"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetReceiptSubscription 401
  Same<M.Refusal, wire.paths["/outbound/subscriptions/{subscriptionId}"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetReceiptSubscription 403
  Same<M.Refusal, wire.paths["/outbound/subscriptions/{subscriptionId}"]["get"]["responses"][403]["content"]["application/json"]>,
  // GetReceiptSubscription 404
  Same<M.Refusal, wire.paths["/outbound/subscriptions/{subscriptionId}"]["get"]["responses"][404]["content"]["application/json"]>,
  // GetReceiptSubscription path subscriptionId
  Same<string, Exclude<NonNullable<wire.paths["/outbound/subscriptions/{subscriptionId}"]["get"]["parameters"]["path"]>["subscriptionId"], undefined>>,
  // SendSms body
  Same<M.SendSmsRequestBody, NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["requestBody"]>["content"]["application/json"]>,
  // SendSms 201
  Same<M.SendSmsAnswer, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][201]["content"]["application/json"]>,
  // SendSms 400
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][400]["content"]["application/json"]>,
  // SendSms 401
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][401]["content"]["application/json"]>,
  // SendSms 403
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][403]["content"]["application/json"]>,
  // SendSms path senderAddress
  Same<M.TelAddress, Exclude<NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["parameters"]["path"]>["senderAddress"], undefined>>,
  // SendSms query resource_type_parameter_management
  Same<string, Exclude<NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["parameters"]["query"]>["resource_type_parameter_management"], undefined>>,
  // CreateReceiptSubscription body
  Same<M.ReceiptSubscriptionRequestBody, NonNullable<wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CreateReceiptSubscription 201
  Same<M.ReceiptSubscriptionAnswer, wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["responses"][201]["content"]["application/json"]>,
  // CreateReceiptSubscription 400
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["responses"][400]["content"]["application/json"]>,
  // CreateReceiptSubscription 401
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["responses"][401]["content"]["application/json"]>,
  // CreateReceiptSubscription 403
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["responses"][403]["content"]["application/json"]>,
  // CreateReceiptSubscription path senderAddress
  Same<M.TelAddress, Exclude<NonNullable<wire.paths["/outbound/{senderAddress}/subscriptions"]["post"]["parameters"]["path"]>["senderAddress"], undefined>>,
  // DeleteReceiptSubscription 401
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions/{subscriptionId}"]["delete"]["responses"][401]["content"]["application/json"]>,
  // DeleteReceiptSubscription 403
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions/{subscriptionId}"]["delete"]["responses"][403]["content"]["application/json"]>,
  // DeleteReceiptSubscription 404
  Same<M.Refusal, wire.paths["/outbound/{senderAddress}/subscriptions/{subscriptionId}"]["delete"]["responses"][404]["content"]["application/json"]>,
  // DeleteReceiptSubscription path senderAddress
  Same<M.TelAddress, Exclude<NonNullable<wire.paths["/outbound/{senderAddress}/subscriptions/{subscriptionId}"]["delete"]["parameters"]["path"]>["senderAddress"], undefined>>,
  // DeleteReceiptSubscription path subscriptionId
  Same<string, Exclude<NonNullable<wire.paths["/outbound/{senderAddress}/subscriptions/{subscriptionId}"]["delete"]["parameters"]["path"]>["subscriptionId"], undefined>>,
  // ListPurchaseOrders 400
  Same<M.Refusal, wire.paths["/purchaseorders"]["get"]["responses"][400]["content"]["application/json"]>,
  // ListPurchaseOrders 401
  Same<M.Refusal, wire.paths["/purchaseorders"]["get"]["responses"][401]["content"]["application/json"]>,
  // ListPurchaseOrders 403
  Same<M.Refusal, wire.paths["/purchaseorders"]["get"]["responses"][403]["content"]["application/json"]>,
  // ListPurchaseOrders query country
  Same<string, Exclude<NonNullable<wire.paths["/purchaseorders"]["get"]["parameters"]["query"]>["country"], undefined>>,
  // GetStatistics 200
  Same<M.GetStatistics200, wire.paths["/statistics"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetStatistics 400
  Same<M.Refusal, wire.paths["/statistics"]["get"]["responses"][400]["content"]["application/json"]>,
  // GetStatistics 401
  Same<M.Refusal, wire.paths["/statistics"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetStatistics 403
  Same<M.Refusal, wire.paths["/statistics"]["get"]["responses"][403]["content"]["application/json"]>,
  // GetStatistics query country
  Same<string, Exclude<NonNullable<wire.paths["/statistics"]["get"]["parameters"]["query"]>["country"], undefined>>,
  // GetStatistics query appid
  Same<string, Exclude<NonNullable<wire.paths["/statistics"]["get"]["parameters"]["query"]>["appid"], undefined>>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 56
