/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC tenure 0.1 (kyc-tenure.yaml)
 * sha256: efb60e950bb830f1146763a39a223ab091493f63c0777aa499499b3c38a6d05d
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "OUT_OF_RANGE" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "INVALID_TOKEN_CONTEXT" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "OUT_OF_RANGE", "UNAUTHENTICATED", "PERMISSION_DENIED", "INVALID_TOKEN_CONTEXT", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
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

/**
 * A number in the form of E.164, with its `+`.
 *
 * Example: `"+990100000000"`
 */
export type PhoneNumber = string
export const PhoneNumber: S.Schema<PhoneNumber> = /*#__PURE__*/ k.schema("PhoneNumber", () => k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" }))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

export interface Tenure {
  /** `PAYG` is paid before use, `PAYM` by the month. */
  readonly contractType?: "PAYG" | "PAYM" | "Business" | (string & {})
  readonly tenureDateCheck: boolean
}
export const Tenure: S.Schema<Tenure> = /*#__PURE__*/ k.schema("Tenure", () => k.struct<Tenure>({
  contractType: k.opt(k.openEnum("PAYG", "PAYM", "Business")),
  tenureDateCheck: S.Boolean
}))

export interface TenureQuery {
  readonly phoneNumber?: PhoneNumber
  /**
   * Year, month and day.
   *
   * Example: `"2024-01-31"`
   */
  readonly tenureDate: string
}
export const TenureQuery: S.Schema<TenureQuery> = /*#__PURE__*/ k.schema("TenureQuery", () => k.struct<TenureQuery>({
  phoneNumber: k.opt(PhoneNumber),
  tenureDate: k.text({ minLength: 10, maxLength: 10, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}))
