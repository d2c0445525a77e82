/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION" | "UNAUTHENTICATED" | "AUTHENTICATION_REQUIRED" | "PERMISSION_DENIED" | "INVALID_TOKEN_CONTEXT" | "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED" | "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION", "UNAUTHENTICATED", "AUTHENTICATION_REQUIRED", "PERMISSION_DENIED", "INVALID_TOKEN_CONTEXT", "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED", "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
}))

export interface Details {
  /** The whole address. */
  readonly address?: string
  /**
   * Year, month and day.
   *
   * Example: `"1990-05-17"`
   */
  readonly birthdate?: string
  /** Two letters (ISO 3166-1). */
  readonly country?: string
  readonly email?: string
  readonly familyName?: string
  readonly familyNameAtBirth?: string
  readonly gender?: "MALE" | "FEMALE" | "OTHER"
  readonly givenName?: string
  /** What follows the number of the house, as `bis`. */
  readonly houseNumberExtension?: string
  /** The number of an identity document. */
  readonly idDocument?: string
  /** The town. */
  readonly locality?: string
  readonly middleNames?: string
  /** The whole name. */
  readonly name?: string
  /** In half-width katakana, for Japan. */
  readonly nameKanaHankaku?: string
  /** In full-width katakana, for Japan. */
  readonly nameKanaZenkaku?: string
  readonly phoneNumber?: PhoneNumber
  readonly postalCode?: string
  readonly region?: string
  readonly streetName?: string
  readonly streetNumber?: string
}
export const Details: S.Schema<Details> = /*#__PURE__*/ k.schema("Details", () => k.struct<Details>({
  address: k.opt(S.String),
  birthdate: k.opt(k.text({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })),
  country: k.opt(S.String),
  email: k.opt(S.String),
  familyName: k.opt(S.String),
  familyNameAtBirth: k.opt(S.String),
  gender: k.opt(S.Literal("MALE", "FEMALE", "OTHER")),
  givenName: k.opt(S.String),
  houseNumberExtension: k.opt(S.String),
  idDocument: k.opt(S.String),
  locality: k.opt(S.String),
  middleNames: k.opt(S.String),
  name: k.opt(S.String),
  nameKanaHankaku: k.opt(S.String),
  nameKanaZenkaku: k.opt(S.String),
  phoneNumber: k.opt(PhoneNumber),
  postalCode: k.opt(S.String),
  region: k.opt(S.String),
  streetName: k.opt(S.String),
  streetNumber: k.opt(S.String)
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

/** A text, and no boolean. `not_available` where Orange has nothing to compare with. */
export type Match = "true" | "false" | "not_available" | (string & {})
export const Match: S.Schema<Match> = /*#__PURE__*/ k.schema("Match", () => k.openEnum("true", "false", "not_available"))

/** One for each detail that was sent. */
export interface Matches {
  readonly addressMatch?: Match
  readonly addressMatchScore?: Score
  readonly birthdateMatch?: Match
  readonly countryMatch?: Match
  readonly emailMatch?: Match
  readonly emailMatchScore?: Score
  readonly familyNameAtBirthMatch?: Match
  readonly familyNameAtBirthMatchScore?: Score
  readonly familyNameMatch?: Match
  readonly familyNameMatchScore?: Score
  readonly genderMatch?: Match
  readonly givenNameMatch?: Match
  readonly givenNameMatchScore?: Score
  readonly houseNumberExtensionMatch?: Match
  readonly idDocumentMatch?: Match
  readonly localityMatch?: Match
  readonly localityMatchScore?: Score
  readonly middleNamesMatch?: Match
  readonly middleNamesMatchScore?: Score
  readonly nameKanaHankakuMatch?: Match
  readonly nameKanaHankakuMatchScore?: Score
  readonly nameKanaZenkakuMatch?: Match
  readonly nameKanaZenkakuMatchScore?: Score
  readonly nameMatch?: Match
  readonly nameMatchScore?: Score
  readonly postalCodeMatch?: Match
  readonly regionMatch?: Match
  readonly regionMatchScore?: Score
  readonly streetNameMatch?: Match
  readonly streetNameMatchScore?: Score
  readonly streetNumberMatch?: Match
  readonly streetNumberMatchScore?: Score
}
export const Matches: S.Schema<Matches> = /*#__PURE__*/ k.schema("Matches", () => k.struct<Matches>({
  addressMatch: k.opt(Match),
  addressMatchScore: k.opt(Score),
  birthdateMatch: k.opt(Match),
  countryMatch: k.opt(Match),
  emailMatch: k.opt(Match),
  emailMatchScore: k.opt(Score),
  familyNameAtBirthMatch: k.opt(Match),
  familyNameAtBirthMatchScore: k.opt(Score),
  familyNameMatch: k.opt(Match),
  familyNameMatchScore: k.opt(Score),
  genderMatch: k.opt(Match),
  givenNameMatch: k.opt(Match),
  givenNameMatchScore: k.opt(Score),
  houseNumberExtensionMatch: k.opt(Match),
  idDocumentMatch: k.opt(Match),
  localityMatch: k.opt(Match),
  localityMatchScore: k.opt(Score),
  middleNamesMatch: k.opt(Match),
  middleNamesMatchScore: k.opt(Score),
  nameKanaHankakuMatch: k.opt(Match),
  nameKanaHankakuMatchScore: k.opt(Score),
  nameKanaZenkakuMatch: k.opt(Match),
  nameKanaZenkakuMatchScore: k.opt(Score),
  nameMatch: k.opt(Match),
  nameMatchScore: k.opt(Score),
  postalCodeMatch: k.opt(Match),
  regionMatch: k.opt(Match),
  regionMatchScore: k.opt(Score),
  streetNameMatch: k.opt(Match),
  streetNameMatchScore: k.opt(Score),
  streetNumberMatch: k.opt(Match),
  streetNumberMatchScore: k.opt(Score)
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

/** How like a value that does not match is, in per cent. */
export type Score = number
export const Score: S.Schema<Score> = /*#__PURE__*/ k.schema("Score", () => k.int({ minimum: 0, maximum: 100 }))
