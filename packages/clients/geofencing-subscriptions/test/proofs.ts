/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
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
 * - #/components/schemas/AreaEntered: its own value of the discriminator is a literal
 * - #/components/schemas/AreaLeft: its own value of the discriminator is a literal
 * - #/components/schemas/CamaraError: an enum that may grow
 * - #/components/schemas/EndOfSubscription: an enum that may grow
 * - #/components/schemas/Event: a choice by a property's value is the union of its members, with that value in each
 * - #/components/schemas/Refusal: holds another that cannot: an enum that may grow
 * - #/components/schemas/StartOfSubscription: an enum that may grow
 * - #/components/schemas/Subscription: an enum that may grow
 * - #/components/schemas/SubscriptionEnded: its own value of the discriminator is a literal
 * - #/components/schemas/SubscriptionEnds: its own value of the discriminator is a literal
 * - #/components/schemas/SubscriptionStarted: its own value of the discriminator is a literal
 * - #/components/schemas/SubscriptionUpdated: its own value of the discriminator is a literal
 * - #/components/schemas/UpdateOfSubscription: an enum that may grow
 * - #/paths/~1subscriptions/get/responses/200: an enum that may grow
 * - #/paths/~1subscriptions/get/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/get/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/get/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/get/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/201: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/422: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions/post/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/200: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/get/responses/429: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/delete/responses/400: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/delete/responses/401: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/delete/responses/403: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/delete/responses/404: holds another that cannot: an enum that may grow
 * - #/paths/~1subscriptions~1{subscriptionId}/delete/responses/429: holds another that cannot: an enum that may grow
 */
export type Proofs = [
  // AcceptedSubscription
  Same<M.AcceptedSubscription, wire.components["schemas"]["AcceptedSubscription"]>,
  // AreaEvent
  Same<M.AreaEvent, wire.components["schemas"]["AreaEvent"]>,
  // Circle
  Same<M.Circle, wire.components["schemas"]["Circle"]>,
  // Config
  Same<M.ConfigEncoded, wire.components["schemas"]["Config"]>,
  // Device
  Same<M.Device, wire.components["schemas"]["Device"]>,
  // GatewayEnvelope
  Same<M.GatewayEnvelope, wire.components["schemas"]["GatewayEnvelope"]>,
  // HttpSettings
  Same<M.HttpSettings, wire.components["schemas"]["HttpSettings"]>,
  // Ipv4Address
  Same<M.Ipv4Address, wire.components["schemas"]["Ipv4Address"]>,
  // Ipv4WithPort
  Same<M.Ipv4WithPort, wire.components["schemas"]["Ipv4WithPort"]>,
  // Ipv4WithPrivateAddress
  Same<M.Ipv4WithPrivateAddress, wire.components["schemas"]["Ipv4WithPrivateAddress"]>,
  // PhoneNumber
  Same<M.PhoneNumber, wire.components["schemas"]["PhoneNumber"]>,
  // Point
  Same<M.Point, wire.components["schemas"]["Point"]>,
  // Port
  Same<M.Port, wire.components["schemas"]["Port"]>,
  // Protocol
  Same<M.Protocol, wire.components["schemas"]["Protocol"]>,
  // RequestedConfig
  Same<M.RequestedConfig, wire.components["schemas"]["RequestedConfig"]>,
  // SinkCredential
  Same<M.SinkCredentialEncoded, wire.components["schemas"]["SinkCredential"]>,
  // SubscriptionDetail
  Same<M.SubscriptionDetail, wire.components["schemas"]["SubscriptionDetail"]>,
  // SubscriptionRequest
  Same<M.SubscriptionRequestEncoded, wire.components["schemas"]["SubscriptionRequest"]>,
  // SubscriptionType
  Same<M.SubscriptionType, wire.components["schemas"]["SubscriptionType"]>,
  // Time
  Same<M.Time, wire.components["schemas"]["Time"]>,
  // CreateSubscription body
  Same<M.SubscriptionRequestEncoded, NonNullable<wire.paths["/subscriptions"]["post"]["requestBody"]>["content"]["application/json"]>,
  // CreateSubscription 202
  Same<M.AcceptedSubscription, wire.paths["/subscriptions"]["post"]["responses"][202]["content"]["application/json"]>,
  // GetSubscription path subscriptionId
  Same<string, Exclude<NonNullable<wire.paths["/subscriptions/{subscriptionId}"]["get"]["parameters"]["path"]>["subscriptionId"], undefined>>,
  // DeleteSubscription 202
  Same<M.AcceptedSubscription, wire.paths["/subscriptions/{subscriptionId}"]["delete"]["responses"][202]["content"]["application/json"]>,
  // DeleteSubscription path subscriptionId
  Same<string, Exclude<NonNullable<wire.paths["/subscriptions/{subscriptionId}"]["delete"]["parameters"]["path"]>["subscriptionId"], undefined>>
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = 25
