/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
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
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Shop
  Same<M.Shop, wire.components["schemas"]["Shop"]>,
  // ListShops 200
  Same<ReadonlyArray<M.Shop>, wire.paths["/shops"]["get"]["responses"][200]["content"]["application/json"]>,
  // ListShops 400
  Same<M.GatewayEnvelope, wire.paths["/shops"]["get"]["responses"][400]["content"]["application/json"]>,
  // ListShops 401
  Same<M.GatewayEnvelope, wire.paths["/shops"]["get"]["responses"][401]["content"]["application/json"]>,
  // ListShops 403
  Same<M.GatewayEnvelope, wire.paths["/shops"]["get"]["responses"][403]["content"]["application/json"]>,
  // ListShops query postalCode
  Same<string, Exclude<NonNullable<wire.paths["/shops"]["get"]["parameters"]["query"]>["postalCode"], undefined>>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 7
