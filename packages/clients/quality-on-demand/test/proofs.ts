/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
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
 * - #/components/schemas/Session: an enum that may grow
 * - #/components/schemas/SessionChange: an enum that may grow
 * - #/components/schemas/SessionEvent: an enum that may grow
 * - #/components/schemas/StatusInfo: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/200: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1retrieve-sessions/post/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/201: an enum that may grow
 * - #/paths/~1sessions/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/409: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions/post/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/200: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/get/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/delete/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/delete/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/delete/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/delete/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}/delete/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/200: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/409: holds another that cannot: an enum that may grow
 * - #/paths/~1sessions~1{sessionId}~1extend/post/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // ApplicationServer
  Same<M.ApplicationServer, wire.components["schemas"]["ApplicationServer"]>,
  // Device
  Same<M.Device, wire.components["schemas"]["Device"]>,
  // Extension
  Same<M.Extension, wire.components["schemas"]["Extension"]>,
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
  // PortRange
  Same<M.PortRange, wire.components["schemas"]["PortRange"]>,
  // Ports
  Same<M.Ports, wire.components["schemas"]["Ports"]>,
  // Profile
  Same<M.Profile, wire.components["schemas"]["Profile"]>,
  // Seconds
  Same<M.Seconds, wire.components["schemas"]["Seconds"]>,
  // SessionRequest
  Same<M.SessionRequestEncoded, wire.components["schemas"]["SessionRequest"]>,
  // SessionsQuery
  Same<M.SessionsQuery, wire.components["schemas"]["SessionsQuery"]>,
  // SinkCredential
  Same<M.SinkCredentialEncoded, wire.components["schemas"]["SinkCredential"]>,
  // Time
  Same<M.Time, wire.components["schemas"]["Time"]>,
  // RetrieveSessions body
  Same<M.SessionsQuery, NonNullable<wire.paths["/retrieve-sessions"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CreateSession body
  Same<M.SessionRequestEncoded, NonNullable<wire.paths["/sessions"]["post"]["requestBody"]>["content"]["application/json"]>,
  // GetSession path sessionId
  Same<string, Exclude<NonNullable<wire.paths["/sessions/{sessionId}"]["get"]["parameters"]["path"]>["sessionId"], undefined>>,
  // DeleteSession path sessionId
  Same<string, Exclude<NonNullable<wire.paths["/sessions/{sessionId}"]["delete"]["parameters"]["path"]>["sessionId"], undefined>>,
  // ExtendSession body
  Same<M.Extension, NonNullable<wire.paths["/sessions/{sessionId}/extend"]["post"]["requestBody"]>["content"]["application/json"]>,
  // ExtendSession path sessionId
  Same<string, Exclude<NonNullable<wire.paths["/sessions/{sessionId}/extend"]["post"]["parameters"]["path"]>["sessionId"], undefined>>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 23
