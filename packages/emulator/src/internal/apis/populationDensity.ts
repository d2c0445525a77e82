/** Population Density Data: how many people are in an area, hour by hour; at once, or to a `sink`. */
import type { Delivery } from "../../Delivery.js"
import type { PlainResponse } from "../../Message.js"
import { randomUuid } from "../bytes.js"
import { populationDensityData as document } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { iso } from "../timestamp.js"
import { isCovered, type Point } from "./location.js"
import { network } from "./network.js"

interface Query {
  readonly area: { readonly boundary: ReadonlyArray<Point> }
  readonly startTime: string
  readonly endTime: string
  readonly precision?: number
  readonly sink?: string
  readonly sinkCredential?: { readonly accessToken: string }
}

const hour = 3_600_000
const longest = 7 * 24 * hour
const letters = "0123456789bcdefghjkmnpqrstuvwxyz"

/** Geohash: halves of the world in turn, five of them a letter. */
const geohash = ({ latitude, longitude }: Point, length: number): string => {
  const ranges = [{ at: longitude, low: -180, high: 180 }, { at: latitude, low: -90, high: 90 }]
  let text = ""
  for (let letter = 0; letter < length; letter++) {
    let index = 0
    for (let bit = 0; bit < 5; bit++) {
      const range = ranges[(letter * 5 + bit) % 2]!
      const middle = (range.low + range.high) / 2
      const isHigh = range.at >= middle
      index = index * 2 + (isHigh ? 1 : 0)
      if (isHigh) range.low = middle
      else range.high = middle
    }
    text += letters[index]
  }
  return text
}

const middleOf = (points: ReadonlyArray<Point>): Point => ({
  latitude: points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length,
  longitude: points.reduce((sum, { longitude }) => sum + longitude, 0) / points.length
})

/** A line and a point enclose nothing. */
const isPolygon = ([first, ...rest]: ReadonlyArray<Point>): boolean => {
  const away = rest.map(({ latitude, longitude }) => [latitude - first!.latitude, longitude - first!.longitude] as const)
  const [one] = away.filter(([y, x]) => y !== 0 || x !== 0)
  return one !== undefined && away.some(([y, x]) => Math.abs(one[0] * x - one[1] * y) > 1e-12)
}

/** Few people at night, most at noon; the cell of the area's middle has them all, its first corner's nobody to speak of. */
const cellsOf = (boundary: ReadonlyArray<Point>, precision: number, at: number) => {
  const people = 500 + 250 * (12 - Math.abs(12 - new Date(at).getUTCHours()))
  const [middle, corner] = [geohash(middleOf(boundary), precision), geohash(boundary[0]!, precision)]
  return [
    { geohash: middle, dataType: "DENSITY_ESTIMATION", maxPplDensity: people + 400, minPplDensity: people - 400, pplDensity: people },
    ...(corner === middle ? [] : [{ geohash: corner, dataType: "LOW_DENSITY" }])
  ]
}

/** Of an area's corners: those where there is a network, and a cell without data for the others. */
const densityOf = ({ area: { boundary }, precision = 7 }: Query, start: number, end: number) => {
  const covered = boundary.filter(isCovered)
  if (covered.length === 0) return { timedPopulationDensityData: [], status: "AREA_NOT_SUPPORTED" }
  const outside = boundary.find((corner) => !isCovered(corner))
  const unknown = outside === undefined ? [] : [{ geohash: geohash(outside, precision), dataType: "NO_DATA" }]
  return {
    timedPopulationDensityData: Array.from({ length: Math.ceil((end - start) / hour) }, (_, index) => ({
      startTime: iso(start + index * hour),
      endTime: iso(Math.min(end, start + (index + 1) * hour)),
      cellPopulationDensityData: [...cellsOf(covered, precision, start + index * hour), ...unknown]
    })),
    status: outside === undefined ? "SUPPORTED_AREA" : "PART_OF_AREA_NOT_SUPPORTED"
  }
}

const notification = (url: string, { sinkCredential }: Query, body: object): Delivery => ({
  url,
  headers: { "content-type": "application/json", ...(sinkCredential === undefined ? {} : { authorization: `Bearer ${sinkCredential.accessToken}` }) },
  body: JSON.stringify(body)
})

/** How far back and ahead Orange tells is not known: as far as is asked for. */
const wrongTime = (start: number, end: number, now: number): PlainResponse | undefined => {
  if (Number.isNaN(start) || Number.isNaN(end)) return camaraError(400, "INVALID_ARGUMENT", "The fields startTime and endTime must be moments.")
  if (end <= start) return camaraError(400, "POPULATION_DENSITY_DATA.INVALID_END_TIME", "The endTime must be after the startTime.")
  if (start < now && now < end) return camaraError(400, "POPULATION_DENSITY_DATA.INVALID_TIME_PERIOD", "The time must be past or ahead, and not both.")
  return end - start > longest ? camaraError(400, "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED", "A request may be about a week at most.") : undefined
}

const retrieve = ({ body, exchange: { now, state } }: Call): PlainResponse => {
  const query = body as Query
  const [start, end] = [Date.parse(query.startTime), Date.parse(query.endTime)]
  if (!isPolygon(query.area.boundary)) return camaraError(400, "POPULATION_DENSITY_DATA.INVALID_AREA", "The boundary encloses no area.")
  const wrong = wrongTime(start, end, now)
  if (wrong !== undefined) return wrong
  const density = densityOf(query, start, end)
  if (query.sink === undefined) return json(200, density)
  const operationId = randomUuid()
  const made = notification(query.sink, query, { operationId, ...density })
  state.outbox.later(0, () => [made])
  return json(202, { operationId })
}

export const populationDensityData = network("population-density-data", document, { retrievePopulationDensity: retrieve })
