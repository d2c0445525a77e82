/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import type * as DateTime from "effect/DateTime"
import type * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"

export interface AcceptedSubscription {
  /** The subscription's. */
  readonly id: string
}
export const AcceptedSubscription: S.Schema<AcceptedSubscription> = /*#__PURE__*/ k.schema("AcceptedSubscription", () => k.struct<AcceptedSubscription>({ id: S.String }))

export interface AreaEntered {
  readonly data: AreaEvent
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.area-entered"
}
/** {@link AreaEntered} on the wire. */
export interface AreaEnteredEncoded extends Omit<AreaEntered, "time"> {
  readonly time: string
}
export const AreaEntered: S.Schema<AreaEntered, AreaEnteredEncoded> = /*#__PURE__*/ k.schema("AreaEntered", () => k.struct<AreaEntered, AreaEnteredEncoded>({
  data: AreaEvent,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.area-entered")
}))

export interface AreaEvent {
  readonly area: Circle
  readonly device?: Device
  readonly subscriptionId: string
}
export const AreaEvent: S.Schema<AreaEvent> = /*#__PURE__*/ k.schema("AreaEvent", () => k.struct<AreaEvent>({ area: Circle, device: k.opt(Device), subscriptionId: S.String }))

export interface AreaLeft {
  readonly data: AreaEvent
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.area-left"
}
/** {@link AreaLeft} on the wire. */
export interface AreaLeftEncoded extends Omit<AreaLeft, "time"> {
  readonly time: string
}
export const AreaLeft: S.Schema<AreaLeft, AreaLeftEncoded> = /*#__PURE__*/ k.schema("AreaLeft", () => k.struct<AreaLeft, AreaLeftEncoded>({
  data: AreaEvent,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.area-left")
}))

/**
 * What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
 * know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
 */
export interface CamaraError {
  readonly code: "INVALID_ARGUMENT" | "INVALID_CREDENTIAL" | "INVALID_PROTOCOL" | "INVALID_TOKEN" | "INVALID_SINK" | "UNAUTHENTICATED" | "PERMISSION_DENIED" | "SUBSCRIPTION_MISMATCH" | "NOT_FOUND" | "IDENTIFIER_NOT_FOUND" | "SERVICE_NOT_APPLICABLE" | "MISSING_IDENTIFIER" | "UNSUPPORTED_IDENTIFIER" | "UNNECESSARY_IDENTIFIER" | "MULTIEVENT_SUBSCRIPTION_NOT_SUPPORTED" | "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED" | "GEOFENCING_SUBSCRIPTIONS.INVALID_AREA" | "QUOTA_EXCEEDED" | "TOO_MANY_REQUESTS" | "FORBIDDEN" | "BAD_REQUEST" | (string & {})
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({
  code: k.openEnum("INVALID_ARGUMENT", "INVALID_CREDENTIAL", "INVALID_PROTOCOL", "INVALID_TOKEN", "INVALID_SINK", "UNAUTHENTICATED", "PERMISSION_DENIED", "SUBSCRIPTION_MISMATCH", "NOT_FOUND", "IDENTIFIER_NOT_FOUND", "SERVICE_NOT_APPLICABLE", "MISSING_IDENTIFIER", "UNSUPPORTED_IDENTIFIER", "UNNECESSARY_IDENTIFIER", "MULTIEVENT_SUBSCRIPTION_NOT_SUPPORTED", "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED", "GEOFENCING_SUBSCRIPTIONS.INVALID_AREA", "QUOTA_EXCEEDED", "TOO_MANY_REQUESTS", "FORBIDDEN", "BAD_REQUEST"),
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

export interface Config {
  /** Whether a device that is there already is told of at once. */
  readonly initialEvent?: boolean
  readonly subscriptionDetail: SubscriptionDetail
  readonly subscriptionExpireTime?: DateTime.Utc
  /**
   * The subscription ends after so many.
   *
   * Example: `10`
   */
  readonly subscriptionMaxEvents?: number
}
/** {@link Config} on the wire. */
export interface ConfigEncoded extends Omit<Config, "subscriptionExpireTime"> {
  readonly subscriptionExpireTime?: string
}
export const Config: S.Schema<Config, ConfigEncoded> = /*#__PURE__*/ k.schema("Config", () => k.struct<Config, ConfigEncoded>({
  initialEvent: k.opt(S.Boolean),
  subscriptionDetail: SubscriptionDetail,
  subscriptionExpireTime: k.opt(k.dateTime),
  subscriptionMaxEvents: k.opt(k.int({ minimum: 1 }))
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

export interface EndOfSubscription {
  readonly area: Circle
  readonly device?: Device
  readonly subscriptionId: string
  readonly terminationDescription?: string
  readonly terminationReason: "MAX_EVENTS_REACHED" | "NETWORK_TERMINATED" | "SUBSCRIPTION_UNPROCESSABLE" | "SUBSCRIPTION_EXPIRED" | "SUBSCRIPTION_DELETED" | "ACCESS_TOKEN_EXPIRED" | (string & {})
}
export const EndOfSubscription: S.Schema<EndOfSubscription> = /*#__PURE__*/ k.schema("EndOfSubscription", () => k.struct<EndOfSubscription>({
  area: Circle,
  device: k.opt(Device),
  subscriptionId: S.String,
  terminationDescription: k.opt(S.String),
  terminationReason: k.openEnum("MAX_EVENTS_REACHED", "NETWORK_TERMINATED", "SUBSCRIPTION_UNPROCESSABLE", "SUBSCRIPTION_EXPIRED", "SUBSCRIPTION_DELETED", "ACCESS_TOKEN_EXPIRED")
}))

export type Event = AreaEntered | AreaLeft | SubscriptionEnded | SubscriptionEnds | SubscriptionStarted | SubscriptionUpdated
/** {@link Event} on the wire. */
export type EventEncoded = AreaEnteredEncoded | AreaLeftEncoded | SubscriptionEndedEncoded | SubscriptionEndsEncoded | SubscriptionStartedEncoded | SubscriptionUpdatedEncoded
export const Event: S.Schema<Event, EventEncoded> = /*#__PURE__*/ k.schema("Event", () => k.tagged<Event, EventEncoded>("type", {
  "org.camaraproject.geofencing-subscriptions.v0.area-entered": AreaEntered,
  "org.camaraproject.geofencing-subscriptions.v0.area-left": AreaLeft,
  "org.camaraproject.geofencing-subscriptions.v0.subscription-ended": SubscriptionEnded,
  "org.camaraproject.geofencing-subscriptions.v0.subscription-ends": SubscriptionEnds,
  "org.camaraproject.geofencing-subscriptions.v0.subscription-started": SubscriptionStarted,
  "org.camaraproject.geofencing-subscriptions.v0.subscription-updated": SubscriptionUpdated
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

/** How notifications are posted. Whether Orange heeds it is not known. */
export interface HttpSettings {
  /** Headers that notifications carry. */
  readonly headers?: { readonly [key: string]: string }
  readonly method?: "POST"
}
export const HttpSettings: S.Schema<HttpSettings> = /*#__PURE__*/ k.schema("HttpSettings", () => k.struct<HttpSettings>({ headers: k.opt(k.record(S.String)), method: k.opt(S.Literal("POST")) }))

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

/** CAMARA takes no other today. */
export type Protocol = "HTTP"
export const Protocol: S.Schema<Protocol> = /*#__PURE__*/ k.schema("Protocol", () => S.Literal("HTTP"))

export type Refusal = CamaraError | GatewayEnvelope
export const Refusal: S.Schema<Refusal> = /*#__PURE__*/ k.schema("Refusal", () => k.anyOf<Refusal>(CamaraError, GatewayEnvelope))

export interface RequestedConfig {
  /** Whether a device that is there already is told of at once. */
  readonly initialEvent?: boolean
  readonly subscriptionDetail: SubscriptionDetail
  readonly subscriptionExpireTime?: Time
  /**
   * The subscription ends after so many.
   *
   * Example: `10`
   */
  readonly subscriptionMaxEvents?: number
}
export const RequestedConfig: S.Schema<RequestedConfig> = /*#__PURE__*/ k.schema("RequestedConfig", () => k.struct<RequestedConfig>({
  initialEvent: k.opt(S.Boolean),
  subscriptionDetail: SubscriptionDetail,
  subscriptionExpireTime: k.opt(Time),
  subscriptionMaxEvents: k.opt(k.int({ minimum: 1 }))
}))

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

export interface StartOfSubscription {
  readonly area: Circle
  readonly device?: Device
  readonly initiationDescription?: string
  readonly initiationReason: "SUBSCRIPTION_CREATED" | (string & {})
  readonly subscriptionId: string
}
export const StartOfSubscription: S.Schema<StartOfSubscription> = /*#__PURE__*/ k.schema("StartOfSubscription", () => k.struct<StartOfSubscription>({
  area: Circle,
  device: k.opt(Device),
  initiationDescription: k.opt(S.String),
  initiationReason: k.openEnum("SUBSCRIPTION_CREATED"),
  subscriptionId: S.String
}))

export interface Subscription {
  readonly config: Config
  readonly expiresAt?: DateTime.Utc
  readonly id: string
  readonly protocol: "HTTP" | (string & {})
  readonly protocolSettings?: HttpSettings
  readonly sink: string
  readonly startsAt: DateTime.Utc
  readonly status?: "ACTIVATION_REQUESTED" | "ACTIVE" | "EXPIRED" | "INACTIVE" | "DELETED" | (string & {})
  readonly types: ReadonlyArray<"org.camaraproject.geofencing-subscriptions.v0.area-entered" | "org.camaraproject.geofencing-subscriptions.v0.area-left" | (string & {})>
}
/** {@link Subscription} on the wire. */
export interface SubscriptionEncoded extends Omit<Subscription, "config" | "expiresAt" | "startsAt"> {
  readonly config: ConfigEncoded
  readonly expiresAt?: string
  readonly startsAt: string
}
export const Subscription: S.Schema<Subscription, SubscriptionEncoded> = /*#__PURE__*/ k.schema("Subscription", () => k.struct<Subscription, SubscriptionEncoded>({
  config: Config,
  expiresAt: k.opt(k.dateTime),
  id: S.String,
  protocol: k.openEnum("HTTP"),
  protocolSettings: k.opt(HttpSettings),
  sink: S.String,
  startsAt: k.dateTime,
  status: k.opt(k.openEnum("ACTIVATION_REQUESTED", "ACTIVE", "EXPIRED", "INACTIVE", "DELETED")),
  types: k.array(k.openEnum("org.camaraproject.geofencing-subscriptions.v0.area-entered", "org.camaraproject.geofencing-subscriptions.v0.area-left"))
}))

export interface SubscriptionDetail {
  readonly area: Circle
  readonly device?: Device
}
export const SubscriptionDetail: S.Schema<SubscriptionDetail> = /*#__PURE__*/ k.schema("SubscriptionDetail", () => k.struct<SubscriptionDetail>({ area: Circle, device: k.opt(Device) }))

export interface SubscriptionEnded {
  readonly data: EndOfSubscription
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-ended"
}
/** {@link SubscriptionEnded} on the wire. */
export interface SubscriptionEndedEncoded extends Omit<SubscriptionEnded, "time"> {
  readonly time: string
}
export const SubscriptionEnded: S.Schema<SubscriptionEnded, SubscriptionEndedEncoded> = /*#__PURE__*/ k.schema("SubscriptionEnded", () => k.struct<SubscriptionEnded, SubscriptionEndedEncoded>({
  data: EndOfSubscription,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.subscription-ended")
}))

/** An older name of the last one. By general knowledge of CAMARA. */
export interface SubscriptionEnds {
  readonly data: EndOfSubscription
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-ends"
}
/** {@link SubscriptionEnds} on the wire. */
export interface SubscriptionEndsEncoded extends Omit<SubscriptionEnds, "time"> {
  readonly time: string
}
export const SubscriptionEnds: S.Schema<SubscriptionEnds, SubscriptionEndsEncoded> = /*#__PURE__*/ k.schema("SubscriptionEnds", () => k.struct<SubscriptionEnds, SubscriptionEndsEncoded>({
  data: EndOfSubscription,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.subscription-ends")
}))

export interface SubscriptionRequest {
  readonly config: RequestedConfig
  readonly protocol: Protocol
  readonly protocolSettings?: HttpSettings
  /**
   * Where notifications are posted to.
   *
   * Example: `"https://shop.example/orange/a-long-random-text"`
   */
  readonly sink: string
  readonly sinkCredential?: SinkCredential
  readonly types: ReadonlyArray<SubscriptionType>
}
/** {@link SubscriptionRequest} on the wire. */
export interface SubscriptionRequestEncoded extends Omit<SubscriptionRequest, "sinkCredential"> {
  readonly sinkCredential?: SinkCredentialEncoded
}
export const SubscriptionRequest: S.Schema<SubscriptionRequest, SubscriptionRequestEncoded> = /*#__PURE__*/ k.schema("SubscriptionRequest", () => k.struct<SubscriptionRequest, SubscriptionRequestEncoded>({
  config: RequestedConfig,
  protocol: Protocol,
  protocolSettings: k.opt(HttpSettings),
  sink: k.text({ pattern: "^https://.+$" }),
  sinkCredential: k.opt(SinkCredential),
  types: k.array(SubscriptionType, { minItems: 1, maxItems: 1 })
}))

export interface SubscriptionStarted {
  readonly data: StartOfSubscription
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-started"
}
/** {@link SubscriptionStarted} on the wire. */
export interface SubscriptionStartedEncoded extends Omit<SubscriptionStarted, "time"> {
  readonly time: string
}
export const SubscriptionStarted: S.Schema<SubscriptionStarted, SubscriptionStartedEncoded> = /*#__PURE__*/ k.schema("SubscriptionStarted", () => k.struct<SubscriptionStarted, SubscriptionStartedEncoded>({
  data: StartOfSubscription,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.subscription-started")
}))

export type SubscriptionType = "org.camaraproject.geofencing-subscriptions.v0.area-entered" | "org.camaraproject.geofencing-subscriptions.v0.area-left"
export const SubscriptionType: S.Schema<SubscriptionType> = /*#__PURE__*/ k.schema("SubscriptionType", () => S.Literal("org.camaraproject.geofencing-subscriptions.v0.area-entered", "org.camaraproject.geofencing-subscriptions.v0.area-left"))

export interface SubscriptionUpdated {
  readonly data: UpdateOfSubscription
  readonly datacontenttype?: "application/json" | (string & {})
  readonly id: string
  readonly source: string
  readonly specversion: "1.0" | (string & {})
  readonly time: DateTime.Utc
  readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-updated"
}
/** {@link SubscriptionUpdated} on the wire. */
export interface SubscriptionUpdatedEncoded extends Omit<SubscriptionUpdated, "time"> {
  readonly time: string
}
export const SubscriptionUpdated: S.Schema<SubscriptionUpdated, SubscriptionUpdatedEncoded> = /*#__PURE__*/ k.schema("SubscriptionUpdated", () => k.struct<SubscriptionUpdated, SubscriptionUpdatedEncoded>({
  data: UpdateOfSubscription,
  datacontenttype: k.opt(k.openEnum("application/json")),
  id: S.String,
  source: S.String,
  specversion: k.openEnum("1.0"),
  time: k.dateTime,
  type: S.Literal("org.camaraproject.geofencing-subscriptions.v0.subscription-updated")
}))

/**
 * A moment with a zone (RFC 3339).
 *
 * Example: `"2026-01-31T10:30:00Z"`
 */
export type Time = string
export const Time: S.Schema<Time> = /*#__PURE__*/ k.schema("Time", () => k.text({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$" }))

export interface UpdateOfSubscription {
  readonly area: Circle
  readonly device?: Device
  readonly subscriptionId: string
  readonly updateDescription?: string
  readonly updateReason: "SUBSCRIPTION_ACTIVE" | "SUBSCRIPTION_INACTIVE" | (string & {})
}
export const UpdateOfSubscription: S.Schema<UpdateOfSubscription> = /*#__PURE__*/ k.schema("UpdateOfSubscription", () => k.struct<UpdateOfSubscription>({
  area: Circle,
  device: k.opt(Device),
  subscriptionId: S.String,
  updateDescription: k.opt(S.String),
  updateReason: k.openEnum("SUBSCRIPTION_ACTIVE", "SUBSCRIPTION_INACTIVE")
}))
