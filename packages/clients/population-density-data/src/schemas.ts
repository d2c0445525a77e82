/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"

export interface AcceptedDensity {
  /** The notification names it. */
  readonly operationId: string
}
export const AcceptedDensity: S.Schema<AcceptedDensity> = /*#__PURE__*/ k.schema("AcceptedDensity", () => k.struct<AcceptedDensity>({ operationId: S.String }))

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "INVALID_CREDENTIAL" | "INVALID_TOKEN" | "INVALID_SINK" | "POPULATION_DENSITY_DATA.INVALID_AREA" | "POPULATION_DENSITY_DATA.MAX_STARTTIME_EXCEEDED" | "POPULATION_DENSITY_DATA.MIN_STARTTIME_EXCEEDED" | "POPULATION_DENSITY_DATA.INVALID_END_TIME" | "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED" | "POPULATION_DENSITY_DATA.INVALID_TIME_PERIOD" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "NOT_FOUND" | "POPULATION_DENSITY_DATA.UNSUPPORTED_REQUEST" | "POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION" | "POPULATION_DENSITY_DATA.UNSUPPORTED_SYNC_RESPONSE" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "INVALID_CREDENTIAL", "INVALID_TOKEN", "INVALID_SINK", "POPULATION_DENSITY_DATA.INVALID_AREA", "POPULATION_DENSITY_DATA.MAX_STARTTIME_EXCEEDED", "POPULATION_DENSITY_DATA.MIN_STARTTIME_EXCEEDED", "POPULATION_DENSITY_DATA.INVALID_END_TIME", "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED", "POPULATION_DENSITY_DATA.INVALID_TIME_PERIOD", "UNAUTHENTICATED", "PERMISSION_DENIED", "NOT_FOUND", "POPULATION_DENSITY_DATA.UNSUPPORTED_REQUEST", "POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION", "POPULATION_DENSITY_DATA.UNSUPPORTED_SYNC_RESPONSE", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
}))

export interface Density {
  readonly status: DensityStatus
  readonly statusInfo?: string
  readonly timedPopulationDensityData: ReadonlyArray<DensityOfTime>
}
/** {@link Density} on the wire. */
export interface DensityEncoded extends Omit<Density, "timedPopulationDensityData"> {
  readonly timedPopulationDensityData: ReadonlyArray<DensityOfTimeEncoded>
}
export const Density: S.Schema<Density, DensityEncoded> = /*#__PURE__*/ k.schema("Density", () => k.struct<Density, DensityEncoded>({
  status: DensityStatus,
  statusInfo: k.opt(S.String),
  timedPopulationDensityData: k.array(DensityOfTime)
}))

/** The densities are there with `DENSITY_ESTIMATION`. */
export interface DensityOfCell {
  /** `LOW_DENSITY` where so few people are that no number is told. */
  readonly dataType: "NO_DATA" | "LOW_DENSITY" | "DENSITY_ESTIMATION" | (string & {})
  /** The cell. */
  readonly geohash: string
  /** People per square kilometre, at most. */
  readonly maxPplDensity?: number
  /** People per square kilometre, at least. */
  readonly minPplDensity?: number
  /** People per square kilometre, most likely. */
  readonly pplDensity?: number
}
export const DensityOfCell: S.Schema<DensityOfCell> = /*#__PURE__*/ k.schema("DensityOfCell", () => k.struct<DensityOfCell>({
  dataType: k.openEnum("NO_DATA", "LOW_DENSITY", "DENSITY_ESTIMATION"),
  geohash: S.String,
  maxPplDensity: k.opt(k.int()),
  minPplDensity: k.opt(k.int()),
  pplDensity: k.opt(k.int())
}))

export interface DensityOfTime {
  readonly cellPopulationDensityData: ReadonlyArray<DensityOfCell>
  readonly endTime: DateTime.Utc
  readonly startTime: DateTime.Utc
}
/** {@link DensityOfTime} on the wire. */
export interface DensityOfTimeEncoded {
  readonly cellPopulationDensityData: ReadonlyArray<DensityOfCell>
  readonly endTime: string
  readonly startTime: string
}
export const DensityOfTime: S.Schema<DensityOfTime, DensityOfTimeEncoded> = /*#__PURE__*/ k.schema("DensityOfTime", () => k.struct<DensityOfTime, DensityOfTimeEncoded>({
  cellPopulationDensityData: k.array(DensityOfCell, { minItems: 1 }),
  endTime: k.dateTime,
  startTime: k.dateTime
}))

/** As it is sent in requests: without what only answers have, nothing filled in. */
export interface DensityQueryInput {
  readonly area: Polygon
  readonly endTime: Time
  /**
   * How many characters the geohash of a cell has. More are finer cells.
   *
   * Default: `7`
   */
  readonly precision?: number
  /**
   * Where notifications are posted to.
   *
   * Example: `"https://shop.example/orange/a-long-random-text"`
   */
  readonly sink?: string
  readonly sinkCredential?: SinkCredential
  readonly startTime: Time
}
/** {@link DensityQueryInput} on the wire. */
export interface DensityQueryInputEncoded extends Omit<DensityQueryInput, "sinkCredential"> {
  readonly sinkCredential?: SinkCredentialEncoded
}
export const DensityQueryInput: S.Schema<DensityQueryInput, DensityQueryInputEncoded> = /*#__PURE__*/ k.schema("DensityQueryInput", () => k.struct<DensityQueryInput, DensityQueryInputEncoded>({
  area: Polygon,
  endTime: Time,
  precision: k.opt(k.int({ minimum: 1, maximum: 12 })),
  sink: k.opt(k.text({ pattern: "^https://.+$" })),
  sinkCredential: k.opt(SinkCredential),
  startTime: Time
}))

/** Whether Orange has the area. */
export type DensityStatus = "SUPPORTED_AREA" | "PART_OF_AREA_NOT_SUPPORTED" | "AREA_NOT_SUPPORTED" | "OPERATION_NOT_COMPLETED" | (string & {})
export const DensityStatus: S.Schema<DensityStatus> = /*#__PURE__*/ k.schema("DensityStatus", () => k.openEnum("SUPPORTED_AREA", "PART_OF_AREA_NOT_SUPPORTED", "AREA_NOT_SUPPORTED", "OPERATION_NOT_COMPLETED"))

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

export interface NotifiedDensity {
  /** As the request was answered. */
  readonly operationId: string
  readonly status: DensityStatus
  readonly statusInfo?: string
  readonly timedPopulationDensityData: ReadonlyArray<DensityOfTime>
}
/** {@link NotifiedDensity} on the wire. */
export interface NotifiedDensityEncoded extends Omit<NotifiedDensity, "timedPopulationDensityData"> {
  readonly timedPopulationDensityData: ReadonlyArray<DensityOfTimeEncoded>
}
export const NotifiedDensity: S.Schema<NotifiedDensity, NotifiedDensityEncoded> = /*#__PURE__*/ k.schema("NotifiedDensity", () => k.struct<NotifiedDensity, NotifiedDensityEncoded>({
  operationId: S.String,
  status: DensityStatus,
  statusInfo: k.opt(S.String),
  timedPopulationDensityData: k.array(DensityOfTime)
}))

export interface Point {
  /**
   * In degrees, the north positive.
   *
   * Example: `48.8566`
   */
  readonly latitude: number
  /**
   * In degrees, the east positive.
   *
   * Example: `2.3522`
   */
  readonly longitude: number
}
export const Point: S.Schema<Point> = /*#__PURE__*/ k.schema("Point", () => k.struct<Point>({
  latitude: k.number({ minimum: -90, maximum: 90 }),
  longitude: k.number({ minimum: -180, maximum: 180 })
}))

export interface Polygon {
  readonly areaType: "POLYGON"
  /** The corners, in turn. */
  readonly boundary: ReadonlyArray<Point>
}
export const Polygon: S.Schema<Polygon> = /*#__PURE__*/ k.schema("Polygon", () => k.struct<Polygon>({
  areaType: S.Literal("POLYGON"),
  boundary: k.array(Point, { minItems: 3, maxItems: 15 })
}))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

/**
 * What notifications carry, so that the application knows them: a token of its own making. CAMARA takes no other kind
 * today.
 */
export interface SinkCredential {
  /** Sent back as `Authorization: Bearer`. */
  readonly accessToken: Redacted.Redacted
  readonly accessTokenExpiresUtc: Time
  readonly accessTokenType: "bearer"
  readonly credentialType: "ACCESSTOKEN"
}
/** {@link SinkCredential} on the wire. */
export interface SinkCredentialEncoded extends Omit<SinkCredential, "accessToken"> {
  readonly accessToken: string
}
export const SinkCredential: S.Schema<SinkCredential, SinkCredentialEncoded> = /*#__PURE__*/ k.schema("SinkCredential", () => k.struct<SinkCredential, SinkCredentialEncoded>({
  accessToken: k.secret,
  accessTokenExpiresUtc: Time,
  accessTokenType: S.Literal("bearer"),
  credentialType: S.Literal("ACCESSTOKEN")
}))

/**
 * A moment with a zone (RFC 3339).
 *
 * Example: `"2026-01-31T10:30:00Z"`
 */
export type Time = string
export const Time: S.Schema<Time> = /*#__PURE__*/ k.schema("Time", () => k.text({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$" }))
