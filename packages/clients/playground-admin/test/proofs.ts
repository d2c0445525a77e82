/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
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
 * - #/components/schemas/Action: a choice by a property's value is the union of its members, with that value in each
 * - #/components/schemas/Create: its own value of the discriminator is a literal
 * - #/components/schemas/Delete: its own value of the discriminator is a literal
 * - #/components/schemas/List: its own value of the discriminator is a literal
 * - #/components/schemas/PlaygroundNumber: named keys beside other keys
 * - #/components/schemas/Profile: named keys beside other keys
 * - #/components/schemas/Read: its own value of the discriminator is a literal
 * - #/components/schemas/Update: its own value of the discriminator is a literal
 * - #/paths/~1action/post: a choice by a property's value is the union of its members, with that value in each
 * - #/paths/~1action/post/responses/200: holds another that cannot: named keys beside other keys
 * - #/paths/~1action/post/responses/201: named keys beside other keys
 */
export type Proofs = [
  // CamaraError
  Same<M.CamaraError, wire.components["schemas"]["CamaraError"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Numbers
  Same<M.Numbers, wire.components["schemas"]["Numbers"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Act 400
  Same<M.CamaraError, wire.paths["/action"]["post"]["responses"][400]["content"]["application/json"]>,
  // Act 401
  Same<M.Act401, wire.paths["/action"]["post"]["responses"][401]["content"]["application/json"]>,
  // Act 403
  Same<M.Act403, wire.paths["/action"]["post"]["responses"][403]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 7
