/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device swap 1 (device-swap.yaml)
 * sha256: 833f8b8a459c933654b2e7e440705178ec3d4c3fb9776063ad273676b8939815
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
 * - #/paths/~1check/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1check/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1check/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1check/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1check/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1check/post/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-date/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // SwapCheck
  Same<M.SwapCheckInput, wire.components["schemas"]["SwapCheck"]>,
  // SwapDate
  Same<M.SwapDateEncoded, wire.components["schemas"]["SwapDate"]>,
  // SwapQuery
  Same<M.SwapQuery, wire.components["schemas"]["SwapQuery"]>,
  // SwapVerdict
  Same<M.SwapVerdict, wire.components["schemas"]["SwapVerdict"]>,
  // CheckDeviceSwap body
  Same<M.SwapCheckInput, NonNullable<wire.paths["/check"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CheckDeviceSwap 200
  Same<M.SwapVerdict, wire.paths["/check"]["post"]["responses"][200]["content"]["application/json"]>,
  // RetrieveDeviceSwapDate body
  Same<M.SwapQuery, NonNullable<wire.paths["/retrieve-date"]["post"]["requestBody"]>["content"]["application/json"]>,
  // RetrieveDeviceSwapDate 200
  Same<M.SwapDateEncoded, wire.paths["/retrieve-date"]["post"]["responses"][200]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 10
