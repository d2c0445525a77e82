/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
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

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

export interface Roaming {
  /**
   * A mobile country code by CAMARA. Orange's were of two kinds, as measured in 2026: 208 of that kind, and 34, which
   * is a prefix of telephone numbers.
   */
  readonly countryCode?: number
  /** Two letters for each country by CAMARA. Orange's were names, such as `Spain`, as measured in 2026. */
  readonly countryName?: ReadonlyArray<string>
  /** When this was so. */
  readonly lastStatusTime?: DateTime.Utc
  readonly roaming: boolean
}
/** {@link Roaming} on the wire. */
export interface RoamingEncoded extends Omit<Roaming, "lastStatusTime"> {
  readonly lastStatusTime?: string
}
export const Roaming: S.Schema<Roaming, RoamingEncoded> = /*#__PURE__*/ k.schema("Roaming", () => k.struct<Roaming, RoamingEncoded>({
  countryCode: k.opt(k.int()),
  countryName: k.opt(k.array(S.String)),
  lastStatusTime: k.opt(k.dateTime),
  roaming: S.Boolean
}))
