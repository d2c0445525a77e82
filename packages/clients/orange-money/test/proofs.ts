/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
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
 * - #/components/schemas/PaymentNotification: an enum that may grow
 * - #/components/schemas/Transaction: an enum that may grow
 * - #/paths/~1transactionstatus/post/responses/201: an enum that may grow
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // InitiatedPayment
  Same<M.InitiatedPaymentEncoded, wire.components["schemas"]["InitiatedPayment"]>,
  // Payment
  Same<M.PaymentEncoded, wire.components["schemas"]["Payment"]>,
  // TransactionQuery
  Same<M.TransactionQueryEncoded, wire.components["schemas"]["TransactionQuery"]>,
  // Url
  Same<M.Url, wire.components["schemas"]["Url"]>,
  // GetTransactionStatus body
  Same<M.TransactionQueryEncoded, NonNullable<wire.paths["/transactionstatus"]["post"]["requestBody"]>["content"]["application/json"]>,
  // GetTransactionStatus 400
  Same<M.GatewayEnvelope, wire.paths["/transactionstatus"]["post"]["responses"][400]["content"]["application/json"]>,
  // GetTransactionStatus 401
  Same<M.GatewayEnvelope, wire.paths["/transactionstatus"]["post"]["responses"][401]["content"]["application/json"]>,
  // GetTransactionStatus 403
  Same<M.GatewayEnvelope, wire.paths["/transactionstatus"]["post"]["responses"][403]["content"]["application/json"]>,
  // GetTransactionStatus 404
  Same<M.GatewayEnvelope, wire.paths["/transactionstatus"]["post"]["responses"][404]["content"]["application/json"]>,
  // CreatePayment body
  Same<M.PaymentEncoded, NonNullable<wire.paths["/webpayment"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CreatePayment 201
  Same<M.InitiatedPaymentEncoded, wire.paths["/webpayment"]["post"]["responses"][201]["content"]["application/json"]>,
  // CreatePayment 400
  Same<M.GatewayEnvelope, wire.paths["/webpayment"]["post"]["responses"][400]["content"]["application/json"]>,
  // CreatePayment 401
  Same<M.GatewayEnvelope, wire.paths["/webpayment"]["post"]["responses"][401]["content"]["application/json"]>,
  // CreatePayment 403
  Same<M.GatewayEnvelope, wire.paths["/webpayment"]["post"]["responses"][403]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 15
