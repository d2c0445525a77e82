/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device reachability status 1 (device-reachability-status.yaml)
 * sha256: 50b8b3622f47b17be50949eceae5742786ea044111ebf99e50454457adf60d36
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
  readonly code: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "AUTHENTICATION_REQUIRED" | "PERMISSION_DENIED" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "IDENTIFIER_MISMATCH" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "UNAUTHENTICATED", "AUTHENTICATION_REQUIRED", "PERMISSION_DENIED", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "IDENTIFIER_MISMATCH", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
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

export interface DeviceQuery {
  readonly device?: Device
}
export const DeviceQuery: S.Schema<DeviceQuery> = /*#__PURE__*/ k.schema("DeviceQuery", () => k.struct<DeviceQuery>({ device: k.opt(Device) }))

/** Orange's answer, as measured in 2026. */
export interface FormerReachability {
  /** When this was so. Not certain in this form. */
  readonly lastStatusTime?: DateTime.Utc
  /** By data, by SMS alone, or not at all. */
  readonly reachabilityStatus: "CONNECTED_DATA" | "CONNECTED_SMS" | "NOT_CONNECTED" | (string & {})
}
/** {@link FormerReachability} on the wire. */
export interface FormerReachabilityEncoded extends Omit<FormerReachability, "lastStatusTime"> {
  readonly lastStatusTime?: string
}
export const FormerReachability: S.Schema<FormerReachability, FormerReachabilityEncoded> = /*#__PURE__*/ k.schema("FormerReachability", () => k.struct<FormerReachability, FormerReachabilityEncoded>({
  lastStatusTime: k.opt(k.dateTime),
  reachabilityStatus: k.openEnum("CONNECTED_DATA", "CONNECTED_SMS", "NOT_CONNECTED")
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

export type GetReachabilityStatus200 = Reachability | FormerReachability
/** {@link GetReachabilityStatus200} on the wire. */
export type GetReachabilityStatus200Encoded = ReachabilityEncoded | FormerReachabilityEncoded
export const GetReachabilityStatus200: S.Schema<GetReachabilityStatus200, GetReachabilityStatus200Encoded> = /*#__PURE__*/ k.schema("GetReachabilityStatus200", () => k.anyOf<GetReachabilityStatus200, GetReachabilityStatus200Encoded>(Reachability, FormerReachability))

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

/** CAMARA's form of version 1. No answer of Orange's with it was seen. */
export interface Reachability {
  /** By what it can be reached. */
  readonly connectivity?: ReadonlyArray<"DATA" | "SMS" | (string & {})>
  /** When this was so. */
  readonly lastStatusTime?: DateTime.Utc
  readonly reachable: boolean
}
/** {@link Reachability} on the wire. */
export interface ReachabilityEncoded extends Omit<Reachability, "lastStatusTime"> {
  readonly lastStatusTime?: string
}
export const Reachability: S.Schema<Reachability, ReachabilityEncoded> = /*#__PURE__*/ k.schema("Reachability", () => k.struct<Reachability, ReachabilityEncoded>({
  connectivity: k.opt(k.array(k.openEnum("DATA", "SMS"))),
  lastStatusTime: k.opt(k.dateTime),
  reachable: S.Boolean
}))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))
