/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
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
 * - #/components/schemas/Area: a choice by a property's value is the union of its members, with that value in each
 * - #/components/schemas/CamaraError: an enum that may grow
 * - #/components/schemas/Circle: its own value of the discriminator is a literal
 * - #/components/schemas/Location: holds another that cannot: a choice by a property's value is the union of its members, with that value in each
 * - #/components/schemas/Polygon: its own value of the discriminator is a literal
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/200: holds another that cannot: a choice by a property's value is the union of its members, with that value in each
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
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Ipv4Address
  Same<M.Ipv4Address, wire.components["schemas"]["Ipv4Address"]>,
  // Ipv4WithPort
  Same<M.Ipv4WithPort, wire.components["schemas"]["Ipv4WithPort"]>,
  // Ipv4WithPrivateAddress
  Same<M.Ipv4WithPrivateAddress, wire.components["schemas"]["Ipv4WithPrivateAddress"]>,
  // LocationQuery
  Same<M.LocationQuery, wire.components["schemas"]["LocationQuery"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Point
  Same<M.Point, wire.components["schemas"]["Point"]>,
  // Port
  Same<M.Port, wire.components["schemas"]["Port"]>,
  // RetrieveLocation body
  Same<M.LocationQuery, NonNullable<wire.paths["/retrieve"]["post"]["requestBody"]>["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 10
