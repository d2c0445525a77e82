/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC tenure 0.1 (kyc-tenure.yaml)
 * sha256: efb60e950bb830f1146763a39a223ab091493f63c0777aa499499b3c38a6d05d
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
 * - #/components/schemas/CamaraError: an enum that may grow
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/components/schemas/Tenure: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/200: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1check-tenure/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // TenureQuery
  Same<M.TenureQuery, wire.components["schemas"]["TenureQuery"]>,
  // CheckTenure body
  Same<M.TenureQuery, NonNullable<wire.paths["/check-tenure"]["post"]["requestBody"]>["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 4
