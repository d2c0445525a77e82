/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import * as S from "effect/Schema"

export type Area = Circle | Polygon
export const Area: S.Schema<Area> = /*#__PURE__*/ k.schema("Area", () => k.tagged<Area>("areaType", { CIRCLE: Circle, POLYGON: Polygon }))

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE" | "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE" | "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "UNAUTHENTICATED", "PERMISSION_DENIED", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE", "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE", "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
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

export interface Location {
  readonly area: Area
  readonly device?: Device
  /** When the device was there. */
  readonly lastLocationTime: DateTime.Utc
}
/** {@link Location} on the wire. */
export interface LocationEncoded extends Omit<Location, "lastLocationTime"> {
  readonly lastLocationTime: string
}
export const Location: S.Schema<Location, LocationEncoded> = /*#__PURE__*/ k.schema("Location", () => k.struct<Location, LocationEncoded>({ area: Area, device: k.opt(Device), lastLocationTime: k.dateTime }))

export interface LocationQuery {
  readonly device?: Device
  /**
   * How old the location may be, in seconds. Without it any age will do; 0 asks for a new one.
   *
   * Example: `120`
   */
  readonly maxAge?: number
  /**
   * How large the area may be, in square metres.
   *
   * Example: `4000000`
   */
  readonly maxSurface?: number
}
export const LocationQuery: S.Schema<LocationQuery> = /*#__PURE__*/ k.schema("LocationQuery", () => k.struct<LocationQuery>({
  device: k.opt(Device),
  maxAge: k.opt(k.int()),
  maxSurface: k.opt(k.int({ minimum: 1 }))
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

export interface Polygon {
  readonly areaType: "POLYGON"
  /** The corners, in turn. */
  readonly boundary: ReadonlyArray<Point>
}
export const Polygon: S.Schema<Polygon> = /*#__PURE__*/ k.schema("Polygon", () => k.struct<Polygon>({
  areaType: S.Literal("POLYGON"),
  boundary: k.array(Point, { minItems: 3, maxItems: 15 })
}))

export type Port = number
export const Port: S.Schema<Port> = /*#__PURE__*/ k.schema("Port", () => k.int({ minimum: 0, maximum: 65535 }))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))
