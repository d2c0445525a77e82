/** Geofencing: subscriptions that tell when a device comes into a circle or leaves it, until they end. */
import { cloudEvent, type Delivery } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { randomUuid } from "../bytes.js"
import { geofencingSubscriptions as document } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { remember, type State } from "../state.js"
import { iso } from "../timestamp.js"
import { type Circle, distance, isCovered, placeOf } from "./location.js"
import { type Device, type Line, network, sourceOf, withLine } from "./network.js"
import { profileOf } from "./profiles.js"

interface SubscriptionRequest {
  readonly sink: string
  readonly sinkCredential?: { readonly accessToken: string }
  readonly types: readonly [string]
  readonly config: {
    readonly subscriptionDetail: { readonly device?: Device; readonly area: Circle }
    readonly subscriptionExpireTime?: string
    readonly subscriptionMaxEvents?: number
    readonly initialEvent?: boolean
  }
}

export interface Geofence {
  readonly id: string
  readonly clientId: string
  /** Of the URL: a subscription of one surface is not there on another. */
  readonly surface: unknown
  readonly phoneNumber: string
  readonly request: SubscriptionRequest
  readonly source: string
  /** What the last event is called. */
  readonly last: string
  readonly startsAt: number
  /** Infinity: it ends by itself never. */
  readonly expiresAt: number
  inside: boolean
  events: number
  /** All of its events have been told, or the network ended it. */
  over: boolean
}

const mostSubscriptions = 10_000

const prefix = "org.camaraproject.geofencing-subscriptions.v0."

const isActive = ({ expiresAt, over }: Geofence, now: number): boolean => !over && now < expiresAt

/** The credential of the sink stays with Orange. */
const shown = (fence: Geofence, now: number): object => {
  const { sinkCredential: _, ...request } = fence.request
  return {
    ...request,
    id: fence.id,
    startsAt: iso(fence.startsAt),
    ...(fence.expiresAt === Infinity ? {} : { expiresAt: iso(fence.expiresAt) }),
    status: isActive(fence, now) ? "ACTIVE" : "EXPIRED"
  }
}

/** The device of a user's token is not told. */
const eventOf = ({ id, request, source }: Geofence, type: string, now: number, more: object = {}): Delivery => {
  const { area, device } = request.config.subscriptionDetail
  return cloudEvent(request.sink, {
    source,
    type: type.startsWith(prefix) ? type : prefix + type,
    data: { subscriptionId: id, device, area, ...more },
    accessToken: request.sinkCredential?.accessToken
  }, now)
}

const ended = (fence: Geofence, terminationReason: string, now: number): Delivery => eventOf(fence, fence.last, now, { terminationReason })

/** The network ends a subscription; whether it could. */
export const endSubscription = (fence: Geofence, terminationReason: string, now: number): Delivery | undefined => {
  if (!isActive(fence, now)) return undefined
  fence.over = true
  return ended(fence, terminationReason, now)
}

/** One event more, and the end of the subscription where it was the last. */
const happen = (fence: Geofence, now: number): ReadonlyArray<Delivery> => {
  fence.events += 1
  fence.over = fence.events >= (fence.request.config.subscriptionMaxEvents ?? Infinity)
  return [eventOf(fence, fence.request.types[0], now), ...(fence.over ? [ended(fence, "MAX_EVENTS_REACHED", now)] : [])]
}

const isInside = (line: Line, { center, radius }: Circle, now: number): boolean => {
  const place = placeOf(line, now)
  return place !== undefined && distance(place.area.center, center) <= radius
}

const waitsFor = ({ inside, request }: Geofence): boolean => request.types[0] === `${prefix}${inside ? "area-entered" : "area-left"}`

/** What an application writes of a number's location moves the device. */
export const moved = (state: State, clientId: string, phoneNumber: string, now: number): void => {
  const profile = profileOf(state, clientId, phoneNumber, now)
  if (profile === undefined) return
  for (const fence of state.network.geofences.values()) {
    if (fence.clientId !== clientId || fence.phoneNumber !== phoneNumber || !isActive(fence, now)) continue
    const inside = isInside({ phoneNumber, profile }, fence.request.config.subscriptionDetail.area, now)
    if (inside === fence.inside) continue
    fence.inside = inside
    if (!waitsFor(fence)) continue
    const deliveries = happen(fence, now)
    state.outbox.later(0, () => deliveries)
  }
}

/** A user's token may create subscriptions of the one type that its scope names. */
const mayCreate = ({ token }: Call, type: string): boolean =>
  token!.grant === undefined || ["geofencing-subscriptions", `geofencing-subscriptions:${type}:create`].some((scope) => token!.scopes.includes(scope))

/** By the version of the URL: up to 0.4 it had another name. */
const lastEventOf = ({ parameters }: Call): string => /^v0\.[0-4](\D|$)/.test(String(parameters["version"])) ? "subscription-ends" : "subscription-ended"

const begin = (call: Call, request: SubscriptionRequest, line: Line, expiresAt: number): PlainResponse => {
  const { now, state } = call.exchange
  const fence: Geofence = {
    id: randomUuid(),
    clientId: call.token!.clientId,
    surface: call.parameters["surface"],
    phoneNumber: line.phoneNumber,
    request,
    source: sourceOf(call),
    last: lastEventOf(call),
    startsAt: now,
    expiresAt,
    inside: isInside(line, request.config.subscriptionDetail.area, now),
    events: 0,
    over: false
  }
  remember(state.network.geofences, fence.id, fence, mostSubscriptions, () => false)
  const first = request.config.initialEvent === true && waitsFor(fence) ? happen(fence, now) : []
  state.outbox.later(0, (at) => [eventOf(fence, "subscription-started", at, { initiationReason: "SUBSCRIPTION_CREATED" }), ...first])
  if (expiresAt !== Infinity) state.outbox.later(expiresAt - now, (at) => fence.over ? [] : [ended(fence, "SUBSCRIPTION_EXPIRED", at)])
  return json(201, shown(fence, now))
}

const create = (call: Call): PlainResponse => {
  const request = call.body as SubscriptionRequest
  const { config, types } = request
  if (!mayCreate(call, types[0])) return camaraError(403, "SUBSCRIPTION_MISMATCH", "The token's scope is of another type of event.")
  const expiresAt = config.subscriptionExpireTime === undefined ? Infinity : Date.parse(config.subscriptionExpireTime)
  if (!(expiresAt > call.exchange.now)) return camaraError(400, "INVALID_ARGUMENT", "The subscriptionExpireTime must be ahead.")
  return withLine(call, config.subscriptionDetail, (line) =>
    isCovered(config.subscriptionDetail.area.center)
      ? begin(call, request, line, expiresAt)
      : camaraError(422, "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED", "There is no network."))
}

/** A user's token sees the subscriptions of its line alone. */
const fencesOf = ({ exchange: { state }, parameters, token }: Call): ReadonlyArray<Geofence> => {
  const phoneNumber = token!.grant?.phoneNumber
  return [...state.network.geofences.values()].filter((one) =>
    one.clientId === token!.clientId && one.surface === parameters["surface"] && (token!.grant === undefined || one.phoneNumber === phoneNumber))
}

const list = (call: Call): PlainResponse => json(200, fencesOf(call).map((one) => shown(one, call.exchange.now)))

const withFence = (call: Call, use: (fence: Geofence, now: number) => PlainResponse): PlainResponse => {
  const found = fencesOf(call).find(({ id }) => id === call.parameters["subscriptionId"])
  return found === undefined ? camaraError(404, "NOT_FOUND", "There is no such subscription.") : use(found, call.exchange.now)
}

const read = (call: Call): PlainResponse => withFence(call, (fence, now) => json(200, shown(fence, now)))

const remove = (call: Call): PlainResponse =>
  withFence(call, (fence, now) => {
    const { state } = call.exchange
    const wasActive = isActive(fence, now)
    fence.over = true
    state.network.geofences.delete(fence.id)
    if (wasActive) state.outbox.later(0, (at) => [ended(fence, "SUBSCRIPTION_DELETED", at)])
    return { status: 204, headers: {}, body: "" }
  })

export const geofencingSubscriptions = network("geofencing-subscriptions", document, { createSubscription: create, listSubscriptions: list, getSubscription: read, deleteSubscription: remove })
