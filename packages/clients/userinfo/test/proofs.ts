/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
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
  // Address
  Same<M.Address, wire.components["schemas"]["Address"]>,
  // FormFilling
  Same<M.FormFilling, wire.components["schemas"]["FormFilling"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // Identity
  Same<M.Identity, wire.components["schemas"]["Identity"]>,
  // SandboxUser
  Same<M.SandboxUserEncoded, wire.components["schemas"]["SandboxUser"]>,
  // UserDetails
  Same<M.UserDetails, wire.components["schemas"]["UserDetails"]>,
  // GetSandboxUser 200
  Same<M.SandboxUserEncoded, wire.paths["/3legged/sandbox/fr/v1/userinfo/"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetSandboxUser 401
  Same<M.GatewayEnvelope, wire.paths["/3legged/sandbox/fr/v1/userinfo/"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetSandboxUser 403
  Same<M.GatewayEnvelope, wire.paths["/3legged/sandbox/fr/v1/userinfo/"]["get"]["responses"][403]["content"]["application/json"]>,
  // GetFormFilling 200
  Same<M.FormFilling, wire.paths["/formfilling/fr/v1/userinfo"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetFormFilling 401
  Same<M.GatewayEnvelope, wire.paths["/formfilling/fr/v1/userinfo"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetFormFilling 403
  Same<M.GatewayEnvelope, wire.paths["/formfilling/fr/v1/userinfo"]["get"]["responses"][403]["content"]["application/json"]>,
  // GetIdentity 200
  Same<M.Identity, wire.paths["/openidconnect/fr/v1/userinfo"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetIdentity 401
  Same<M.GatewayEnvelope, wire.paths["/openidconnect/fr/v1/userinfo"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetIdentity 403
  Same<M.GatewayEnvelope, wire.paths["/openidconnect/fr/v1/userinfo"]["get"]["responses"][403]["content"]["application/json"]>,
  // PostIdentity 200
  Same<M.Identity, wire.paths["/openidconnect/fr/v1/userinfo"]["post"]["responses"][200]["content"]["application/json"]>,
  // PostIdentity 401
  Same<M.GatewayEnvelope, wire.paths["/openidconnect/fr/v1/userinfo"]["post"]["responses"][401]["content"]["application/json"]>,
  // PostIdentity 403
  Same<M.GatewayEnvelope, wire.paths["/openidconnect/fr/v1/userinfo"]["post"]["responses"][403]["content"]["application/json"]>,
  // GetUserDetails 200
  Same<M.UserDetails, wire.paths["/userdetails/fr/v2/userinfo"]["get"]["responses"][200]["content"]["application/json"]>,
  // GetUserDetails 401
  Same<M.GatewayEnvelope, wire.paths["/userdetails/fr/v2/userinfo"]["get"]["responses"][401]["content"]["application/json"]>,
  // GetUserDetails 403
  Same<M.GatewayEnvelope, wire.paths["/userdetails/fr/v2/userinfo"]["get"]["responses"][403]["content"]["application/json"]>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 21
