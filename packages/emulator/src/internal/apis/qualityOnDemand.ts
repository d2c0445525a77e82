/** Quality on Demand: sessions that are asked for, there, and over, and what is posted of them. */
import { cloudEvent, type Delivery } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { randomUuid } from "../bytes.js"
import { qualityOnDemand as document } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { remember, type State } from "../state.js"
import { iso } from "../timestamp.js"
import { type Device, network, sourceOf, withLine } from "./network.js"

interface SessionRequest {
  readonly device?: Device
  readonly applicationServer: object
  readonly devicePorts?: object
  readonly applicationServerPorts?: object
  readonly qosProfile: string
  readonly duration: number
  readonly sink?: string
  readonly sinkCredential?: { readonly accessToken: string }
}

type StatusInfo = "DURATION_EXPIRED" | "DELETE_REQUESTED" | "NETWORK_TERMINATED"

export interface QualitySession {
  readonly id: string
  readonly clientId: string
  /** Of the URL: a session of one surface is not there on another. */
  readonly surface: unknown
  readonly phoneNumber: string
  readonly request: SessionRequest
  readonly source: string
  readonly startsAt: number
  duration: number
  /** When the network ended it, if it did. */
  terminatedAt: number | undefined
  deleted: boolean
}

const mostSessions = 10_000

/** The network needs a moment. */
const startsAfter = 1_000

/** Which profiles Orange has, and how long each may last, is not known: a day, where the options do not say. */
const mostSeconds = 86_400

const mostOf = ({ network }: State, profile: string): number | undefined => network.qosProfiles === undefined ? mostSeconds : network.qosProfiles.get(profile)

/** So long an ended session can be read (CAMARA). */
const readableAfter = 360_000

const expiresAt = ({ duration, startsAt, terminatedAt }: QualitySession): number => terminatedAt ?? startsAt + duration * 1_000

const statusOf = (session: QualitySession, now: number): "REQUESTED" | "AVAILABLE" | "UNAVAILABLE" =>
  now >= expiresAt(session) ? "UNAVAILABLE" : now < session.startsAt ? "REQUESTED" : "AVAILABLE"

/** Whole seconds that it was there; one that never was has what was asked for. */
const lasted = ({ duration, startsAt, terminatedAt = 0 }: QualitySession): number => terminatedAt <= startsAt ? duration : Math.ceil((terminatedAt - startsAt) / 1_000)

/** The credential of the sink stays with Orange; so does the device of a user's token. */
const shown = (session: QualitySession, now: number): object => {
  const { sinkCredential: _, ...request } = session.request
  const qosStatus = statusOf(session, now)
  return {
    ...request,
    sessionId: session.id,
    duration: lasted(session),
    ...(now < session.startsAt || expiresAt(session) <= session.startsAt ? {} : { startedAt: iso(session.startsAt), expiresAt: iso(expiresAt(session)) }),
    qosStatus,
    ...(qosStatus === "UNAVAILABLE" ? { statusInfo: session.terminatedAt === undefined ? "DURATION_EXPIRED" : "NETWORK_TERMINATED" } : {})
  }
}

const eventOf = ({ id, request, source }: QualitySession, now: number, qosStatus: "AVAILABLE" | "UNAVAILABLE", statusInfo?: StatusInfo): ReadonlyArray<Delivery> =>
  request.sink === undefined ? [] : [
    cloudEvent(request.sink, {
      source,
      type: "org.camaraproject.quality-on-demand.v0.qos-status-changed",
      data: { sessionId: id, qosStatus, statusInfo },
      accessToken: request.sinkCredential?.accessToken
    }, now)
  ]

/** Of a session that has been deleted or made longer meanwhile nothing is told. */
const tellEnd = (state: State, session: QualitySession, now: number): void => {
  const end = expiresAt(session)
  if (session.request.sink === undefined) return
  state.outbox.later(end - now, (at) => session.deleted || expiresAt(session) !== end ? [] : eventOf(session, at, "UNAVAILABLE", "DURATION_EXPIRED"))
}

const isActive = (session: QualitySession, now: number): boolean => !session.deleted && now < expiresAt(session)

const isThere = (session: QualitySession, now: number): boolean => !session.deleted && now < expiresAt(session) + readableAfter

/** One that the network ended stands in the way of the next until it is deleted (CAMARA). */
const isInTheWay = (session: QualitySession, now: number): boolean => isActive(session, now) || (session.terminatedAt !== undefined && isThere(session, now))

/** The network ends a session, and whoever asked for it is told; `undefined` where it was over. */
export const endSession = (session: QualitySession, now: number): ReadonlyArray<Delivery> | undefined => {
  if (!isActive(session, now)) return undefined
  session.terminatedAt = now
  return eventOf(session, now, "UNAVAILABLE", "NETWORK_TERMINATED")
}

const ofSurface = ({ exchange: { now, state }, parameters }: Call): ReadonlyArray<QualitySession> =>
  [...state.network.sessions.values()].filter((one) => one.surface === parameters["surface"] && isThere(one, now))

/** A user's token sees the sessions of its line alone. */
const visible = (call: Call): ReadonlyArray<QualitySession> => {
  const { clientId, grant } = call.token!
  return ofSurface(call).filter((one) => one.clientId === clientId && (grant === undefined || one.phoneNumber === grant.phoneNumber))
}

const sessionsOf = (call: Call, phoneNumber: string): ReadonlyArray<QualitySession> => visible(call).filter((one) => one.phoneNumber === phoneNumber)

const create = (call: Call): PlainResponse => {
  const request = call.body as SessionRequest
  const { now, state } = call.exchange
  const most = mostOf(state, request.qosProfile)
  if (most === undefined) return camaraError(400, "INVALID_ARGUMENT", "There is no such qosProfile.")
  if (request.duration > most) return camaraError(400, "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE", `The duration may be ${most} at most.`)
  return withLine(call, request, ({ phoneNumber }) => {
    const server = JSON.stringify(request.applicationServer)
    const same = sessionsOf(call, phoneNumber).some((one) => isInTheWay(one, now) && JSON.stringify(one.request.applicationServer) === server)
    if (same) return camaraError(409, "CONFLICT", "There is such a session.")
    const session: QualitySession = {
      id: randomUuid(),
      clientId: call.token!.clientId,
      surface: call.parameters["surface"],
      phoneNumber,
      request,
      source: sourceOf(call),
      startsAt: now + startsAfter,
      duration: request.duration,
      terminatedAt: undefined,
      deleted: false
    }
    remember(state.network.sessions, session.id, session, mostSessions, (one) => !isThere(one, now))
    state.outbox.later(startsAfter, (at) => session.deleted || session.terminatedAt !== undefined ? [] : eventOf(session, at, "AVAILABLE"))
    tellEnd(state, session, now)
    return json(201, shown(session, now))
  })
}

const withSession = (call: Call, use: (session: QualitySession, now: number) => PlainResponse): PlainResponse => {
  const isMeant = ({ id }: QualitySession): boolean => id === call.parameters["sessionId"]
  const found = visible(call).find(isMeant)
  if (found !== undefined) return use(found, call.exchange.now)
  const isOthers = ofSurface(call).some((one) => isMeant(one) && one.clientId !== call.token!.clientId)
  return isOthers ? camaraError(403, "PERMISSION_DENIED", "Another application started the session.") : camaraError(404, "NOT_FOUND", "There is no such session.")
}

const read = (call: Call): PlainResponse => withSession(call, (session, now) => json(200, shown(session, now)))

const remove = (call: Call): PlainResponse =>
  withSession(call, (session, now) => {
    const { state } = call.exchange
    const wasAvailable = statusOf(session, now) === "AVAILABLE"
    session.deleted = true
    state.network.sessions.delete(session.id)
    if (wasAvailable) state.outbox.later(0, (at) => eventOf(session, at, "UNAVAILABLE", "DELETE_REQUESTED"))
    return { status: 204, headers: {}, body: "" }
  })

/** Beyond the most the session lasts as long as it may. */
const extend = (call: Call): PlainResponse =>
  withSession(call, (session, now) => {
    if (statusOf(session, now) !== "AVAILABLE") return camaraError(409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED", "Only a session that is available can be extended.")
    const { requestedAdditionalDuration } = call.body as { readonly requestedAdditionalDuration: number }
    const { state } = call.exchange
    session.duration = Math.min(mostOf(state, session.request.qosProfile) ?? mostSeconds, session.duration + requestedAdditionalDuration)
    tellEnd(state, session, now)
    return json(200, shown(session, now))
  })

const list = (call: Call): PlainResponse =>
  withLine(call, call.body as { readonly device?: Device }, ({ phoneNumber }) =>
    json(200, sessionsOf(call, phoneNumber).map((one) => shown(one, call.exchange.now))))

export const qualityOnDemand = network("quality-on-demand", document, { createSession: create, getSession: read, deleteSession: remove, extendSession: extend, retrieveSessions: list })
