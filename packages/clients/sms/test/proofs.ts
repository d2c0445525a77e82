/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as M from "../src/schemas.js"
import type * as wire from "./wire.js"

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false

/** One spelling for what means the same: named keys without index signatures beside them, no intersections. */
type Norm<T> = unknown extends T ? unknown
  : T extends string | number | boolean | null | undefined ? T
  : T extends ReadonlyArray<infer U> ? ReadonlyArray<Norm<U>>
  : T extends object
    ? [keyof { [K in keyof T as string extends K ? never : K]: 1 }] extends [never] ? { readonly [K in keyof T]: Norm<T[K]> }
    : { readonly [K in keyof T as string extends K ? never : K]: Norm<T[K]> }
  : T

type Same<A, B> = Equal<A, B> extends true ? true : Equal<Norm<A>, Norm<B>>

/**
 * Each of these is `true`, or this file does not compile.
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // OutboundSmsMessage
  Same<M.OutboundSmsMessage, wire.components["schemas"]["OutboundSmsMessage"]>,
  // OutboundSmsMessageRequest
  Same<M.OutboundSmsMessageRequest, wire.components["schemas"]["OutboundSmsMessageRequest"]>,
  // SendSmsAnswer
  Same<M.SendSmsAnswer, wire.components["schemas"]["SendSmsAnswer"]>,
  // SendSmsRequestBody
  Same<M.SendSmsRequestBody, wire.components["schemas"]["SendSmsRequestBody"]>,
  // TelAddress
  Same<M.TelAddress, wire.components["schemas"]["TelAddress"]>,
  // TextMessage
  Same<M.TextMessage, wire.components["schemas"]["TextMessage"]>,
  // SendSms body
  Same<M.SendSmsRequestBody, NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["requestBody"]>["content"]["application/json"]>,
  // SendSms 201
  Same<M.SendSmsAnswer, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][201]["content"]["application/json"]>,
  // SendSms 400
  Same<M.GatewayEnvelope, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][400]["content"]["application/json"]>,
  // SendSms 401
  Same<M.GatewayEnvelope, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][401]["content"]["application/json"]>,
  // SendSms 403
  Same<M.GatewayEnvelope, wire.paths["/outbound/{senderAddress}/requests"]["post"]["responses"][403]["content"]["application/json"]>,
  // SendSms path senderAddress
  Same<M.TelAddress, NonNullable<NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["parameters"]["path"]>["senderAddress"]>>,
  // SendSms query resource_type_parameter_management
  Same<string, NonNullable<NonNullable<wire.paths["/outbound/{senderAddress}/requests"]["post"]["parameters"]["query"]>["resource_type_parameter_management"]>>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 14
