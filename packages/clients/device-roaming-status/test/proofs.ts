/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
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
 * - #/paths/~1retrieve/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // Device
  Same<M.Device, wire.components["schemas"]["Device"]>,
  // DeviceQuery
  Same<M.DeviceQuery, wire.components["schemas"]["DeviceQuery"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Ipv4Address
  Same<M.Ipv4Address, wire.components["schemas"]["Ipv4Address"]>,
  // Ipv4WithPort
  Same<M.Ipv4WithPort, wire.components["schemas"]["Ipv4WithPort"]>,
  // Ipv4WithPrivateAddress
  Same<M.Ipv4WithPrivateAddress, wire.components["schemas"]["Ipv4WithPrivateAddress"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Port
  Same<M.Port, wire.components["schemas"]["Port"]>,
  // Roaming
  Same<M.RoamingEncoded, wire.components["schemas"]["Roaming"]>,
  // GetRoamingStatus body
  Same<M.DeviceQuery, NonNullable<wire.paths["/retrieve"]["post"]["requestBody"]>["content"]["application/json"]>,
  // GetRoamingStatus 200
  Same<M.RoamingEncoded, wire.paths["/retrieve"]["post"]["responses"][200]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 11
