/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "UNAUTHENTICATED", "PERMISSION_DENIED", "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
}))

/** One of the two. */
export type Claim = PlainClaim | HashedClaim
export const Claim: S.Schema<Claim> = /*#__PURE__*/ k.schema("Claim", () => k.oneOf<Claim>(PlainClaim, HashedClaim))

export interface DevicePhoneNumber {
  readonly devicePhoneNumber: PhoneNumber
}
export const DevicePhoneNumber: S.Schema<DevicePhoneNumber> = /*#__PURE__*/ k.schema("DevicePhoneNumber", () => k.struct<DevicePhoneNumber>({ devicePhoneNumber: PhoneNumber }))

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

export interface HashedClaim {
  /**
   * SHA-256 of the number with its `+`, in hexadecimal.
   *
   * Example: `"e36df7137642b0d9d5bd61e18fdf732d6a47adebb1d98ebc34b564b2020e34db"`
   */
  readonly hashedPhoneNumber: string
}
export const HashedClaim: S.Schema<HashedClaim> = /*#__PURE__*/ k.schema("HashedClaim", () => k.struct<HashedClaim>({ hashedPhoneNumber: k.text({ pattern: "^[a-fA-F0-9]{64}$" }) }))

/**
 * A number in the form of E.164, with its `+`.
 *
 * Example: `"+990100000000"`
 */
export type PhoneNumber = string
export const PhoneNumber: S.Schema<PhoneNumber> = /*#__PURE__*/ k.schema("PhoneNumber", () => k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" }))

export interface PlainClaim {
  readonly phoneNumber: PhoneNumber
}
export const PlainClaim: S.Schema<PlainClaim> = /*#__PURE__*/ k.schema("PlainClaim", () => k.struct<PlainClaim>({ phoneNumber: PhoneNumber }))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

export interface Verdict {
  readonly devicePhoneNumberVerified: boolean
}
export const Verdict: S.Schema<Verdict> = /*#__PURE__*/ k.schema("Verdict", () => k.struct<Verdict>({ devicePhoneNumberVerified: S.Boolean }))
