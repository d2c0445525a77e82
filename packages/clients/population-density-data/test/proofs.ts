/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
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
 * - #/components/schemas/Density: holds another that cannot: an enum that may grow
 * - #/components/schemas/DensityOfCell: an enum that may grow
 * - #/components/schemas/DensityOfTime: holds another that cannot: an enum that may grow
 * - #/components/schemas/DensityStatus: an enum that may grow
 * - #/components/schemas/NotifiedDensity: holds another that cannot: an enum that may grow
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/200: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // AcceptedDensity
  Same<M.AcceptedDensity, wire.components["schemas"]["AcceptedDensity"]>,
  // DensityQuery
  Same<M.DensityQueryInputEncoded, wire.components["schemas"]["DensityQuery"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Point
  Same<M.Point, wire.components["schemas"]["Point"]>,
  // Polygon
  Same<M.Polygon, wire.components["schemas"]["Polygon"]>,
  // SinkCredential
  Same<M.SinkCredentialEncoded, wire.components["schemas"]["SinkCredential"]>,
  // Time
  Same<M.Time, wire.components["schemas"]["Time"]>,
  // RetrievePopulationDensity body
  Same<M.DensityQueryInputEncoded, NonNullable<wire.paths["/retrieve"]["post"]["requestBody"]>["content"]["application/json"]>,
  // RetrievePopulationDensity 202
  Same<M.AcceptedDensity, wire.paths["/retrieve"]["post"]["responses"][202]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 9
