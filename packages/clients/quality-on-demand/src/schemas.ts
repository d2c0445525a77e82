/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"

/** The server, by an address or a range of them. */
export interface ApplicationServer {
  /**
   * An address, or a range as `198.51.100.0/24`.
   *
   * Example: `"198.51.100.7"`
   */
  readonly ipv4Address?: string
  /**
   * An address, or a range.
   *
   * Example: `"2001:db8::8"`
   */
  readonly ipv6Address?: string
}
export const ApplicationServer: S.Schema<ApplicationServer> = /*#__PURE__*/ k.schema("ApplicationServer", () => k.check(k.closed<ApplicationServer>({ ipv4Address: k.opt(S.String), ipv6Address: k.opt(S.String) }), { minProperties: 1 }))

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "OUT_OF_RANGE" | "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE" | "INVALID_CREDENTIAL" | "INVALID_TOKEN" | "INVALID_SINK" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "CONFLICT" | "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "QUALITY_ON_DEMAND.QOS_PROFILE_NOT_APPLICABLE" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "OUT_OF_RANGE", "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE", "INVALID_CREDENTIAL", "INVALID_TOKEN", "INVALID_SINK", "UNAUTHENTICATED", "PERMISSION_DENIED", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "CONFLICT", "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "QUALITY_ON_DEMAND.QOS_PROFILE_NOT_APPLICABLE", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
}))

/**
 * A device, by at least one of its identifiers. Of these the number alone was seen in requests to Orange's APIs.
 */
export interface Device {
  readonly ipv4Address?: Ipv4Address
  /**
   * An address of the device itself.
   *
   * Example: `"2001:db8::7"`
   */
  readonly ipv6Address?: string
  /**
   * A name of the form `user@realm`.
   *
   * Example: `"4b2e@lab.example"`
   */
  readonly networkAccessIdentifier?: string
  readonly phoneNumber?: PhoneNumber
}
export const Device: S.Schema<Device> = /*#__PURE__*/ k.schema("Device", () => k.check(k.closed<Device>({
  ipv4Address: k.opt(Ipv4Address),
  ipv6Address: k.opt(S.String),
  networkAccessIdentifier: k.opt(S.String),
  phoneNumber: k.opt(PhoneNumber)
}), { minProperties: 1 }))

export interface Extension {
  readonly requestedAdditionalDuration: Seconds
}
export const Extension: S.Schema<Extension> = /*#__PURE__*/ k.schema("Extension", () => k.struct<Extension>({ requestedAdditionalDuration: Seconds }))

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
 * The public address with the private one, or with the port that stands for the device.
 *
 * Example: `{"publicAddress":"192.0.2.7","publicPort":49152}`
 */
export type Ipv4Address = Ipv4WithPrivateAddress | Ipv4WithPort
export const Ipv4Address: S.Schema<Ipv4Address> = /*#__PURE__*/ k.schema("Ipv4Address", () => k.anyOf<Ipv4Address>(Ipv4WithPrivateAddress, Ipv4WithPort))

export interface Ipv4WithPort {
  /** Example: `"10.0.0.7"` */
  readonly privateAddress?: string
  /** Example: `"192.0.2.7"` */
  readonly publicAddress: string
  readonly publicPort: Port
}
export const Ipv4WithPort: S.Schema<Ipv4WithPort> = /*#__PURE__*/ k.schema("Ipv4WithPort", () => k.struct<Ipv4WithPort>({ privateAddress: k.opt(S.String), publicAddress: S.String, publicPort: Port }))

export interface Ipv4WithPrivateAddress {
  /** Example: `"10.0.0.7"` */
  readonly privateAddress: string
  /** Example: `"192.0.2.7"` */
  readonly publicAddress: string
  readonly publicPort?: Port
}
export const Ipv4WithPrivateAddress: S.Schema<Ipv4WithPrivateAddress> = /*#__PURE__*/ k.schema("Ipv4WithPrivateAddress", () => k.struct<Ipv4WithPrivateAddress>({ privateAddress: S.String, publicAddress: S.String, publicPort: k.opt(Port) }))

/**
 * A number in the form of E.164, with its `+`.
 *
 * Example: `"+990100000000"`
 */
export type PhoneNumber = string
export const PhoneNumber: S.Schema<PhoneNumber> = /*#__PURE__*/ k.schema("PhoneNumber", () => k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" }))

export type Port = number
export const Port: S.Schema<Port> = /*#__PURE__*/ k.schema("Port", () => k.int({ minimum: 0, maximum: 65535 }))

export interface PortRange {
  readonly from: Port
  readonly to: Port
}
export const PortRange: S.Schema<PortRange> = /*#__PURE__*/ k.schema("PortRange", () => k.struct<PortRange>({ from: Port, to: Port }))

/** Which ports it is about. Without it all. */
export interface Ports {
  readonly ports?: ReadonlyArray<Port>
  readonly ranges?: ReadonlyArray<PortRange>
}
export const Ports: S.Schema<Ports> = /*#__PURE__*/ k.schema("Ports", () => k.check(k.closed<Ports>({
  ports: k.opt(k.array(Port, { minItems: 1 })),
  ranges: k.opt(k.array(PortRange, { minItems: 1 }))
}), { minProperties: 1 }))

/**
 * The quality that is asked for. Which names Orange has is not known; CAMARA has none of its own.
 *
 * Example: `"QOS_L"`
 */
export type Profile = string
export const Profile: S.Schema<Profile> = /*#__PURE__*/ k.schema("Profile", () => k.text({ minLength: 3, maxLength: 256, pattern: "^[a-zA-Z0-9_.-]+$" }))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

/**
 * In seconds.
 *
 * Example: `3600`
 */
export type Seconds = number
export const Seconds: S.Schema<Seconds> = /*#__PURE__*/ k.schema("Seconds", () => k.int({ minimum: 1, maximum: 2147483647 }))

export interface Session {
  readonly applicationServer: ApplicationServer
  readonly applicationServerPorts?: Ports
  readonly device?: Device
  readonly devicePorts?: Ports
  readonly duration: Seconds
  readonly expiresAt?: DateTime.Utc
  readonly qosProfile: Profile
  readonly qosStatus: "REQUESTED" | "AVAILABLE" | "UNAVAILABLE" | (string & {})
  readonly sessionId: string
  readonly sink?: string
  readonly sinkCredential?: SinkCredential
  readonly startedAt?: DateTime.Utc
  readonly statusInfo?: StatusInfo
}
/** {@link Session} on the wire. */
export interface SessionEncoded extends Omit<Session, "expiresAt" | "sinkCredential" | "startedAt"> {
  readonly expiresAt?: string
  readonly sinkCredential?: SinkCredentialEncoded
  readonly startedAt?: string
}
export const Session: S.Schema<Session, SessionEncoded> = /*#__PURE__*/ k.schema("Session", () => k.struct<Session, SessionEncoded>({
  applicationServer: ApplicationServer,
  applicationServerPorts: k.opt(Ports),
  device: k.opt(Device),
  devicePorts: k.opt(Ports),
  duration: Seconds,
  expiresAt: k.opt(k.dateTime),
  qosProfile: Profile,
  qosStatus: k.openEnum("REQUESTED", "AVAILABLE", "UNAVAILABLE"),
  sessionId: S.String,
  sink: k.opt(S.String),
  sinkCredential: k.opt(SinkCredential),
  startedAt: k.opt(k.dateTime),
  statusInfo: k.opt(StatusInfo)
}))

export interface SessionChange {
  readonly qosStatus: "AVAILABLE" | "UNAVAILABLE" | (string & {})
  readonly sessionId: string
  readonly statusInfo?: StatusInfo
}
export const SessionChange: S.Schema<SessionChange> = /*#__PURE__*/ k.schema("SessionChange", () => k.struct<SessionChange>({
  qosStatus: k.openEnum("AVAILABLE", "UNAVAILABLE"),
  sessionId: S.String,
  statusInfo: k.opt(StatusInfo)
}))

export interface SessionEvent {
  readonly data: SessionChange
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  /**
   * The second is the one of version 1. The first, of the versions before, is by general knowledge of CAMARA.
   */
  readonly type: "org.camaraproject.quality-on-demand.v0.qos-status-changed" | "org.camaraproject.quality-on-demand.v1.qos-status-changed" | (string & {})
}
/** {@link SessionEvent} on the wire. */
export interface SessionEventEncoded extends Omit<SessionEvent, "time"> {
  readonly time: string
}
export const SessionEvent: S.Schema<SessionEvent, SessionEventEncoded> = /*#__PURE__*/ k.schema("SessionEvent", () => k.struct<SessionEvent, SessionEventEncoded>({
  data: SessionChange,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: k.openEnum("org.camaraproject.quality-on-demand.v0.qos-status-changed", "org.camaraproject.quality-on-demand.v1.qos-status-changed")
}))

export interface SessionRequest {
  readonly applicationServer: ApplicationServer
  readonly applicationServerPorts?: Ports
  readonly device?: Device
  readonly devicePorts?: Ports
  readonly duration: Seconds
  readonly qosProfile: Profile
  /**
   * Where notifications are posted to.
   *
   * Example: `"https://shop.example/orange/a-long-random-text"`
   */
  readonly sink?: string
  readonly sinkCredential?: SinkCredential
}
/** {@link SessionRequest} on the wire. */
export interface SessionRequestEncoded extends Omit<SessionRequest, "sinkCredential"> {
  readonly sinkCredential?: SinkCredentialEncoded
}
export const SessionRequest: S.Schema<SessionRequest, SessionRequestEncoded> = /*#__PURE__*/ k.schema("SessionRequest", () => k.struct<SessionRequest, SessionRequestEncoded>({
  applicationServer: ApplicationServer,
  applicationServerPorts: k.opt(Ports),
  device: k.opt(Device),
  devicePorts: k.opt(Ports),
  duration: Seconds,
  qosProfile: Profile,
  sink: k.opt(k.text({ pattern: "^https://.+$" })),
  sinkCredential: k.opt(SinkCredential)
}))

export interface SessionsQuery {
  readonly device?: Device
}
export const SessionsQuery: S.Schema<SessionsQuery> = /*#__PURE__*/ k.schema("SessionsQuery", () => k.struct<SessionsQuery>({ device: k.opt(Device) }))

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

/** Why a session is `UNAVAILABLE`. */
export type StatusInfo = "DURATION_EXPIRED" | "NETWORK_TERMINATED" | "DELETE_REQUESTED" | (string & {})
export const StatusInfo: S.Schema<StatusInfo> = /*#__PURE__*/ k.schema("StatusInfo", () => k.openEnum("DURATION_EXPIRED", "NETWORK_TERMINATED", "DELETE_REQUESTED"))

/**
 * A moment with a zone (RFC 3339).
 *
 * Example: `"2026-01-31T10:30:00Z"`
 */
export type Time = string
export const Time: S.Schema<Time> = /*#__PURE__*/ k.schema("Time", () => k.text({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$" }))
