/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SIM swap 1 (sim-swap.yaml)
 * sha256: cc62ffec765bbf45318ef9db2f5217789f72f202991dc247e3a83096d989bd78
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import * as S from "effect/Schema"

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "OUT_OF_RANGE" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "OUT_OF_RANGE", "UNAUTHENTICATED", "PERMISSION_DENIED", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
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

/** As it is sent in requests: without what only answers have, nothing filled in. */
export interface SwapCheckInput {
  /**
   * How many hours to look back.
   *
   * Default: `240`
   */
  readonly maxAge?: number
  readonly phoneNumber?: PhoneNumber
}
export const SwapCheckInput: S.Schema<SwapCheckInput> = /*#__PURE__*/ k.schema("SwapCheckInput", () => k.struct<SwapCheckInput>({
  maxAge: k.opt(k.int({ minimum: 1, maximum: 2400 })),
  phoneNumber: k.opt(PhoneNumber)
}))

export interface SwapDate {
  /** Null where Orange does not know it, or may not tell. Where none was seen, when the line began. */
  readonly latestSimChange: DateTime.Utc | null
  /** How many days Orange looks back, where it tells no older change. */
  readonly monitoredPeriod?: number
}
/** {@link SwapDate} on the wire. */
export interface SwapDateEncoded extends Omit<SwapDate, "latestSimChange"> {
  readonly latestSimChange: string | null
}
export const SwapDate: S.Schema<SwapDate, SwapDateEncoded> = /*#__PURE__*/ k.schema("SwapDate", () => k.struct<SwapDate, SwapDateEncoded>({ latestSimChange: S.NullOr(k.dateTime), monitoredPeriod: k.opt(k.int()) }))

export interface SwapQuery {
  readonly phoneNumber?: PhoneNumber
}
export const SwapQuery: S.Schema<SwapQuery> = /*#__PURE__*/ k.schema("SwapQuery", () => k.struct<SwapQuery>({ phoneNumber: k.opt(PhoneNumber) }))

export interface SwapVerdict {
  readonly swapped: boolean
}
export const SwapVerdict: S.Schema<SwapVerdict> = /*#__PURE__*/ k.schema("SwapVerdict", () => k.struct<SwapVerdict>({ swapped: S.Boolean }))
