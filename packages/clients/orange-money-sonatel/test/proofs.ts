/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
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
 * - #/components/schemas/Transaction: holds another that cannot: an enum that may grow
 * - #/components/schemas/TransactionCallback: holds another that cannot: an enum that may grow
 * - #/components/schemas/TransactionPage: holds another that cannot: an enum that may grow
 * - #/components/schemas/TransactionState: holds another that cannot: an enum that may grow
 * - #/components/schemas/TransactionStatus: an enum that may grow
 * - #/components/schemas/Transactions: holds another that cannot: an enum that may grow
 * - #/paths/~1api~1eWallet~1v1~1transactions/get/responses/200: holds another that cannot: an enum that may grow
 * - #/paths/~1api~1eWallet~1v1~1transactions/get: an enum that may grow
 * - #/paths/~1api~1eWallet~1v1~1transactions~1{transactionId}~1status/get/responses/200: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // Amount
  Same<M.Amount, wire.components["schemas"]["Amount"]>,
  // CallbackRegistration
  Same<M.CallbackRegistrationEncoded, wire.components["schemas"]["CallbackRegistration"]>,
  // CollectedAmount
  Same<M.CollectedAmount, wire.components["schemas"]["CollectedAmount"]>,
  // Problem
  Same<M.Problem, wire.components["schemas"]["Problem"]>,
  // QrCode
  Same<M.QrCode, wire.components["schemas"]["QrCode"]>,
  // QrCodeRequest
  Same<M.QrCodeRequest, wire.components["schemas"]["QrCodeRequest"]>,
  // RegisteredCallback
  Same<M.RegisteredCallbackEncoded, wire.components["schemas"]["RegisteredCallback"]>,
  // ListTransactions 400
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions"]["get"]["responses"][400]["content"]["application/problem+json"]>,
  // ListTransactions 401
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions"]["get"]["responses"][401]["content"]["application/problem+json"]>,
  // ListTransactions 403
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions"]["get"]["responses"][403]["content"]["application/problem+json"]>,
  // ListTransactions 415
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions"]["get"]["responses"][415]["content"]["application/problem+json"]>,
  // ListTransactions query reference
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions"]["get"]["parameters"]["query"]>["reference"], undefined>>,
  // ListTransactions query type
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions"]["get"]["parameters"]["query"]>["type"], undefined>>,
  // ListTransactions query size
  Same<number, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions"]["get"]["parameters"]["query"]>["size"], undefined>>,
  // ListTransactions query fromDateTime
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions"]["get"]["parameters"]["query"]>["fromDateTime"], undefined>>,
  // ListTransactions query transactionId
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions"]["get"]["parameters"]["query"]>["transactionId"], undefined>>,
  // GetTransactionStatus 401
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions/{transactionId}/status"]["get"]["responses"][401]["content"]["application/problem+json"]>,
  // GetTransactionStatus 403
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions/{transactionId}/status"]["get"]["responses"][403]["content"]["application/problem+json"]>,
  // GetTransactionStatus 404
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions/{transactionId}/status"]["get"]["responses"][404]["content"]["application/problem+json"]>,
  // GetTransactionStatus 415
  Same<M.Problem, wire.paths["/api/eWallet/v1/transactions/{transactionId}/status"]["get"]["responses"][415]["content"]["application/problem+json"]>,
  // GetTransactionStatus path transactionId
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v1/transactions/{transactionId}/status"]["get"]["parameters"]["path"]>["transactionId"], undefined>>,
  // CreateQrCode body
  Same<M.QrCodeRequest, NonNullable<wire.paths["/api/eWallet/v4/qrcode"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CreateQrCode 200
  Same<M.QrCode, wire.paths["/api/eWallet/v4/qrcode"]["post"]["responses"][200]["content"]["application/json"]>,
  // CreateQrCode 400
  Same<M.Problem, wire.paths["/api/eWallet/v4/qrcode"]["post"]["responses"][400]["content"]["application/problem+json"]>,
  // CreateQrCode 401
  Same<M.Problem, wire.paths["/api/eWallet/v4/qrcode"]["post"]["responses"][401]["content"]["application/problem+json"]>,
  // CreateQrCode 403
  Same<M.Problem, wire.paths["/api/eWallet/v4/qrcode"]["post"]["responses"][403]["content"]["application/problem+json"]>,
  // CreateQrCode 415
  Same<M.Problem, wire.paths["/api/eWallet/v4/qrcode"]["post"]["responses"][415]["content"]["application/problem+json"]>,
  // CreateQrCode header X-Callback-Url
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v4/qrcode"]["post"]["parameters"]["header"]>["X-Callback-Url"], undefined>>,
  // CreateQrCode header X-Api-Key
  Same<string, Exclude<NonNullable<wire.paths["/api/eWallet/v4/qrcode"]["post"]["parameters"]["header"]>["X-Api-Key"], undefined>>,
  // ListCallbacks 200
  Same<ReadonlyArray<M.RegisteredCallbackEncoded>, wire.paths["/api/notification/v1/merchantcallback"]["get"]["responses"][200]["content"]["application/json"]>,
  // ListCallbacks 401
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["get"]["responses"][401]["content"]["application/problem+json"]>,
  // ListCallbacks 403
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["get"]["responses"][403]["content"]["application/problem+json"]>,
  // ListCallbacks 415
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["get"]["responses"][415]["content"]["application/problem+json"]>,
  // ListCallbacks query code
  Same<string, Exclude<NonNullable<wire.paths["/api/notification/v1/merchantcallback"]["get"]["parameters"]["query"]>["code"], undefined>>,
  // RegisterCallback body
  Same<M.CallbackRegistrationEncoded, NonNullable<wire.paths["/api/notification/v1/merchantcallback"]["post"]["requestBody"]>["content"]["application/json"]>,
  // RegisterCallback 400
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["post"]["responses"][400]["content"]["application/problem+json"]>,
  // RegisterCallback 401
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["post"]["responses"][401]["content"]["application/problem+json"]>,
  // RegisterCallback 403
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["post"]["responses"][403]["content"]["application/problem+json"]>,
  // RegisterCallback 415
  Same<M.Problem, wire.paths["/api/notification/v1/merchantcallback"]["post"]["responses"][415]["content"]["application/problem+json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 39
