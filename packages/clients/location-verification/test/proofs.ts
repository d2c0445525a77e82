/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location verification 1 (location-verification.yaml)
 * sha256: 5ef76e445fafced34bc0866aa733a9db3d816ef76bc9b84b67fca3e36e0b4b00
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
 * - #/components/schemas/LocationVerdict: an enum that may grow
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/200: an enum that may grow
 * - #/paths/~1verify/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1verify/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // Circle
  Same<M.Circle, wire.components["schemas"]["Circle"]>,
  // Device
  Same<M.Device, wire.components["schemas"]["Device"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Ipv4Address
  Same<M.Ipv4Address, wire.components["schemas"]["Ipv4Address"]>,
  // Ipv4WithPort
  Same<M.Ipv4WithPort, wire.components["schemas"]["Ipv4WithPort"]>,
  // Ipv4WithPrivateAddress
  Same<M.Ipv4WithPrivateAddress, wire.components["schemas"]["Ipv4WithPrivateAddress"]>,
  // LocationClaim
  Same<M.LocationClaim, wire.components["schemas"]["LocationClaim"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Point
  Same<M.Point, wire.components["schemas"]["Point"]>,
  // Port
  Same<M.Port, wire.components["schemas"]["Port"]>,
  // VerifyLocation body
  Same<M.LocationClaim, NonNullable<wire.paths["/verify"]["post"]["requestBody"]>["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 11
