/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location verification 1 (location-verification.yaml)
 * sha256: 5ef76e445fafced34bc0866aa733a9db3d816ef76bc9b84b67fca3e36e0b4b00
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
  readonly code: "INVALID_ARGUMENT" | "OUT_OF_RANGE" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "LOCATION_VERIFICATION.AREA_NOT_COVERED" | "LOCATION_VERIFICATION.INVALID_AREA" | "LOCATION_VERIFICATION.UNABLE_TO_FULFILL_MAX_AGE" | "LOCATION_VERIFICATION.UNABLE_TO_LOCATE" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "OUT_OF_RANGE", "UNAUTHENTICATED", "PERMISSION_DENIED", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "LOCATION_VERIFICATION.AREA_NOT_COVERED", "LOCATION_VERIFICATION.INVALID_AREA", "LOCATION_VERIFICATION.UNABLE_TO_FULFILL_MAX_AGE", "LOCATION_VERIFICATION.UNABLE_TO_LOCATE", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
  message: k.opt(S.String),
  status: k.opt(k.int())
}))

export interface Circle {
  readonly areaType: "CIRCLE"
  readonly center: Point
  /**
   * In metres.
   *
   * Example: `2000`
   */
  readonly radius: number
}
export const Circle: S.Schema<Circle> = /*#__PURE__*/ k.schema("Circle", () => k.struct<Circle>({
  areaType: S.Literal("CIRCLE"),
  center: Point,
  radius: k.number({ minimum: 1 })
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

export interface LocationClaim {
  readonly area: Circle
  readonly device?: Device
  /**
   * How old the location may be, in seconds. Without it any age will do; 0 asks for a new one.
   *
   * Example: `120`
   */
  readonly maxAge?: number
}
export const LocationClaim: S.Schema<LocationClaim> = /*#__PURE__*/ k.schema("LocationClaim", () => k.struct<LocationClaim>({ area: Circle, device: k.opt(Device), maxAge: k.opt(k.int()) }))

export interface LocationVerdict {
  readonly device?: Device
  /** When the device was there. None where nothing is known. */
  readonly lastLocationTime?: DateTime.Utc
  /** How likely it is in the circle, in per cent; with `PARTIAL` alone. */
  readonly matchRate?: number
  /**
   * `PARTIAL` where the network's area and the circle overlap; `UNKNOWN` where it cannot tell, by Orange's page.
   */
  readonly verificationResult: "TRUE" | "FALSE" | "PARTIAL" | "UNKNOWN" | (string & {})
}
/** {@link LocationVerdict} on the wire. */
export interface LocationVerdictEncoded extends Omit<LocationVerdict, "lastLocationTime"> {
  readonly lastLocationTime?: string
}
export const LocationVerdict: S.Schema<LocationVerdict, LocationVerdictEncoded> = /*#__PURE__*/ k.schema("LocationVerdict", () => k.struct<LocationVerdict, LocationVerdictEncoded>({
  device: k.opt(Device),
  lastLocationTime: k.opt(k.dateTime),
  matchRate: k.opt(k.int({ minimum: 1, maximum: 99 })),
  verificationResult: k.openEnum("TRUE", "FALSE", "PARTIAL", "UNKNOWN")
}))

/**
 * A number in the form of E.164, with its `+`.
 *
 * Example: `"+990100000000"`
 */
export type PhoneNumber = string
export const PhoneNumber: S.Schema<PhoneNumber> = /*#__PURE__*/ k.schema("PhoneNumber", () => k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" }))

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

export type Port = number
export const Port: S.Schema<Port> = /*#__PURE__*/ k.schema("Port", () => k.int({ minimum: 0, maximum: 65535 }))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))
