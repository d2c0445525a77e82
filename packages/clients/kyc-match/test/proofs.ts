/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
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
 * - #/components/schemas/Match: an enum that may grow
 * - #/components/schemas/Matches: holds another that cannot: an enum that may grow
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/200: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1match/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // Details
  Same<M.Details, wire.components["schemas"]["Details"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Score
  Same<M.Score, wire.components["schemas"]["Score"]>,
  // MatchIdentity body
  Same<M.Details, NonNullable<wire.paths["/match"]["post"]["requestBody"]>["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 5
