/** Location Retrieval and Location Verification: where a device is, and whether it is in a circle. */
import type { PlainResponse } from "../../Message.js"
import { locationRetrieval as retrievalDocument, locationVerification as verificationDocument } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { type JsonObject, textAt } from "../specified/document.js"
import { iso } from "../timestamp.js"
import { type Identified, type Line, network, partOf, withLine } from "./network.js"

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface Circle {
  readonly areaType: "CIRCLE"
  readonly center: Point
  /** In metres. */
  readonly radius: number
}

interface Place {
  readonly area: Circle
  /** Milliseconds. */
  readonly at: number
}

const numberAt = (value: JsonObject, name: string): number | undefined => {
  const found = value[name]
  return typeof found === "number" ? found : undefined
}

/** Without `lastLocationTime` the network finds the device whenever it is asked. */
export const placeOf = (line: Line, now: number): Place | undefined => {
  const location = partOf(line, "location")
  const [latitude, longitude] = [numberAt(location, "latitude"), numberAt(location, "longitude")]
  if (latitude === undefined || longitude === undefined) return undefined
  const seen = Date.parse(textAt(location, "lastLocationTime") ?? "")
  const area: Circle = { areaType: "CIRCLE", center: { latitude, longitude }, radius: numberAt(location, "radius") ?? 800 }
  return { area, at: Number.isNaN(seen) ? now : seen }
}

const radians = (degrees: number): number => degrees * Math.PI / 180

/** In metres, on a sphere. */
export const distance = (one: Point, other: Point): number => {
  const [a, b] = [radians(one.latitude), radians(other.latitude)]
  const haversine = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/** Where Orange has networks, roughly: from the Caribbean to the Gulf, from the Cape to the North Cape. */
export const isCovered = ({ latitude, longitude }: Point): boolean => latitude > -36 && latitude < 72 && longitude > -65 && longitude < 60

const isOlder = ({ at }: Place, maxAge: number | undefined, now: number): boolean => maxAge !== undefined && now - at > maxAge * 1_000

interface Query extends Identified {
  readonly maxAge?: number
  readonly maxSurface?: number
}

const retrieve = (call: Call): PlainResponse => {
  const body = call.body as Query
  const { now } = call.exchange
  return withLine(call, body, (line) => {
    const place = placeOf(line, now)
    if (place === undefined) return camaraError(422, "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE", "The device cannot be located.")
    if (isOlder(place, body.maxAge, now)) return camaraError(422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE", "The location is older.")
    if (Math.PI * place.area.radius ** 2 > (body.maxSurface ?? Infinity)) return camaraError(422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE", "The area is larger.")
    return json(200, { lastLocationTime: iso(place.at), area: place.area })
  })
}

/** The network's circle inside the asked one, outside, or partly: the share is by the distance that they have in common. */
const verdict = (here: Circle, asked: Circle): JsonObject => {
  const apart = distance(here.center, asked.center)
  if (apart + here.radius <= asked.radius) return { verificationResult: "TRUE" }
  if (apart >= asked.radius + here.radius) return { verificationResult: "FALSE" }
  const share = (asked.radius + here.radius - apart) / (2 * here.radius)
  return { verificationResult: "PARTIAL", matchRate: Math.max(1, Math.min(99, Math.round(share * 100))) }
}

const verify = (call: Call): PlainResponse => {
  const body = call.body as Identified & { readonly area: Circle; readonly maxAge?: number }
  const { now } = call.exchange
  return withLine(call, body, (line) => {
    if (!isCovered(body.area.center)) return camaraError(422, "LOCATION_VERIFICATION.AREA_NOT_COVERED", "There is no network.")
    const place = placeOf(line, now)
    // By Orange's page, and no 422.
    if (place === undefined) return json(200, { verificationResult: "UNKNOWN" })
    if (isOlder(place, body.maxAge, now)) return camaraError(422, "LOCATION_VERIFICATION.UNABLE_TO_FULFILL_MAX_AGE", "The location is older.")
    return json(200, { ...verdict(place.area, body.area), lastLocationTime: iso(place.at) })
  })
}

export const locationRetrieval = network("location-retrieval", retrievalDocument, { retrieveLocation: retrieve })

export const locationVerification = network("location-verification", verificationDocument, { verifyLocation: verify })
