/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import * as S from "effect/Schema"

export interface Address {
  readonly country?: string
  readonly formatted?: string
  readonly locality?: string
  readonly postal_code?: string
  readonly street_address?: string
}
export const Address: S.Schema<Address> = /*#__PURE__*/ k.schema("Address", () => k.struct<Address>({
  country: k.opt(S.String),
  formatted: k.opt(S.String),
  locality: k.opt(S.String),
  postal_code: k.opt(S.String),
  street_address: k.opt(S.String)
}))

export interface FormFilling {
  readonly birthdate?: string
  readonly email?: string
  readonly family_name?: string
  readonly gender?: string
  readonly given_name?: string
  readonly locale?: string
  readonly name?: string
  /** As `+33(0)…` in the sample: no E.164. */
  readonly phone_number?: string
  readonly sub: string
  /** In seconds since 1970. */
  readonly updated_at?: number
}
export const FormFilling: S.Schema<FormFilling> = /*#__PURE__*/ k.schema("FormFilling", () => k.struct<FormFilling>({
  birthdate: k.opt(S.String),
  email: k.opt(S.String),
  family_name: k.opt(S.String),
  gender: k.opt(S.String),
  given_name: k.opt(S.String),
  locale: k.opt(S.String),
  name: k.opt(S.String),
  phone_number: k.opt(S.String),
  sub: S.String,
  updated_at: k.opt(k.number())
}))

/** What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
export interface GatewayEnvelope {
  /** Orange's code; it tells apart what the status does not. */
  readonly code: number
  readonly description?: string
  readonly infoURL?: string
  readonly message?: string
}
export const GatewayEnvelope: S.Schema<GatewayEnvelope> = /*#__PURE__*/ k.schema("GatewayEnvelope", () => k.struct<GatewayEnvelope>({
  code: k.int(),
  description: k.opt(S.String),
  infoURL: k.opt(S.String),
  message: k.opt(S.String)
}))

export interface Identity {
  /** The person, the same for each application at all times (OpenID Connect). */
  readonly sub: string
}
export const Identity: S.Schema<Identity> = /*#__PURE__*/ k.schema("Identity", () => k.struct<Identity>({ sub: S.String }))

export interface SandboxUser {
  readonly birthdate?: string
  readonly country?: string
  readonly email?: string
  readonly family_name?: string
  readonly formatted?: string
  readonly gender?: string
  readonly given_name?: string
  readonly locale?: string
  readonly locality?: string
  readonly name?: string
  readonly phone_number?: string
  readonly postal_code?: string
  readonly street_address?: string
  readonly sub: string
  /** Without a plus. */
  readonly subscriber_msisdn?: string
  /** Here a date; in form filling, a number. */
  readonly updated_at?: DateTime.Utc
}
/** {@link SandboxUser} on the wire. */
export interface SandboxUserEncoded extends Omit<SandboxUser, "updated_at"> {
  readonly updated_at?: string
}
export const SandboxUser: S.Schema<SandboxUser, SandboxUserEncoded> = /*#__PURE__*/ k.schema("SandboxUser", () => k.struct<SandboxUser, SandboxUserEncoded>({
  birthdate: k.opt(S.String),
  country: k.opt(S.String),
  email: k.opt(S.String),
  family_name: k.opt(S.String),
  formatted: k.opt(S.String),
  gender: k.opt(S.String),
  given_name: k.opt(S.String),
  locale: k.opt(S.String),
  locality: k.opt(S.String),
  name: k.opt(S.String),
  phone_number: k.opt(S.String),
  postal_code: k.opt(S.String),
  street_address: k.opt(S.String),
  sub: S.String,
  subscriber_msisdn: k.opt(S.String),
  updated_at: k.opt(k.dateTime)
}))

export interface UserDetails {
  readonly address?: Address
  readonly birthdate?: string
  readonly email?: string
  readonly family_name?: string
  readonly gender?: string
  readonly given_name?: string
  readonly locale?: string
  readonly name?: string
  readonly phone_number?: string
  readonly sub: string
  /** The form is not certain. */
  readonly updated_at?: number | string
}
export const UserDetails: S.Schema<UserDetails> = /*#__PURE__*/ k.schema("UserDetails", () => k.struct<UserDetails>({
  address: k.opt(Address),
  birthdate: k.opt(S.String),
  email: k.opt(S.String),
  family_name: k.opt(S.String),
  gender: k.opt(S.String),
  given_name: k.opt(S.String),
  locale: k.opt(S.String),
  name: k.opt(S.String),
  phone_number: k.opt(S.String),
  sub: S.String,
  updated_at: k.opt(S.Union(k.number(), S.String))
}))
