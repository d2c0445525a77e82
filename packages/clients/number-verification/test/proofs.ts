/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
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
 * - #/paths/~1device-phone-number/get/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1device-phone-number/get/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1device-phone-number/get/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1device-phone-number/get/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1device-phone-number/get/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1device-phone-number/get/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // Claim
  Same<M.Claim, wire.components["schemas"]["Claim"]>,
  // DevicePhoneNumber
  Same<M.DevicePhoneNumber, wire.components["schemas"]["DevicePhoneNumber"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // HashedClaim
  Same<M.HashedClaim, wire.components["schemas"]["HashedClaim"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // PlainClaim
  Same<M.PlainClaim, wire.components["schemas"]["PlainClaim"]>,
  // Verdict
  Same<M.Verdict, wire.components["schemas"]["Verdict"]>,
  // GetDevicePhoneNumber 200
  Same<M.DevicePhoneNumber, wire.paths["/device-phone-number"]["get"]["responses"][200]["content"]["application/json"]>,
  // VerifyNumber body
  Same<M.Claim, NonNullable<wire.paths["/verify"]["post"]["requestBody"]>["content"]["application/json"]>,
  // VerifyNumber 200
  Same<M.Verdict, wire.paths["/verify"]["post"]["responses"][200]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 10
