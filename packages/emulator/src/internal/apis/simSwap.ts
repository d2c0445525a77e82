/**
 * `POST /camara/playground/api/sim-swap/v1/check` and `/retrieve-date`: the playground's SIM Swap over its built-in
 * numbers, in CAMARA's error envelope with the playground's own deviations as they were measured.
 */
import type { PlainResponse } from "../../Message.js"
import { decodeUtf8 } from "../bytes.js"
import type { Exchange } from "../exchange.js"
import { camaraError, json } from "../respond.js"
import type { AccessToken } from "../state.js"

/** The playground's built-in numbers. */
const builtIn = /^\+9901000000(0\d|1[0-4])$/
const maxHours = 2_400
const defaultHours = 240
const hour = 3_600_000

const readBody = (exchange: Exchange): Readonly<Record<string, unknown>> | undefined => {
  try {
    const parsed: unknown = JSON.parse(decodeUtf8(exchange.request.body) ?? "")
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

/** Odd numbers changed their SIM a day ago, even ones long ago. */
const hoursSinceChange = (phoneNumber: string): number => Number(phoneNumber.at(-1)) % 2 === 1 ? 24 : 24 * 365

const readNumber = (
  body: Readonly<Record<string, unknown>> | undefined,
  token: AccessToken
): string | PlainResponse => {
  const phoneNumber = body?.["phoneNumber"]
  if (typeof phoneNumber !== "string" || !/^\+[1-9]\d{4,14}$/.test(phoneNumber)) {
    return camaraError(400, "INVALID_ARGUMENT", "phoneNumber must be + and digits")
  }
  return builtIn.test(phoneNumber)
    ? phoneNumber
    : camaraError(403, "FORBIDDEN", `${phoneNumber} does not exist for ${token.clientId}`)
}

export const checkSimSwap = (
  exchange: Exchange,
  _parameters: ReadonlyArray<string>,
  token: AccessToken
): PlainResponse => {
  const body = readBody(exchange)
  const phoneNumber = readNumber(body, token)
  if (typeof phoneNumber !== "string") return phoneNumber
  const maxAge = body?.["maxAge"] ?? defaultHours
  if (typeof maxAge !== "number" || !Number.isInteger(maxAge)) {
    return camaraError(400, "INVALID_ARGUMENT", "maxAge must be a whole number of hours")
  }
  return maxAge < 1 || maxAge > maxHours
    ? camaraError(400, "OUT_OF_RANGE", `maxAge must be between 1 and ${maxHours}`)
    : json(200, { swapped: hoursSinceChange(phoneNumber) <= maxAge })
}

export const retrieveSimChange = (
  exchange: Exchange,
  _parameters: ReadonlyArray<string>,
  token: AccessToken
): PlainResponse => {
  const phoneNumber = readNumber(readBody(exchange), token)
  if (typeof phoneNumber !== "string") return phoneNumber
  const changed = new Date(exchange.now - hoursSinceChange(phoneNumber) * hour)
  return json(200, { latestSimChange: changed.toISOString() })
}
