/** What the Network APIs (CAMARA) have in common at Orange: three surfaces, whose token opens what, whom a request is about. */
import type { PlainResponse } from "../../Message.js"
import type { Api } from "../../Options.js"
import { camaraError } from "../respond.js"
import type { Call, Definition, Handler } from "../specified/api.js"
import { isObject, type Json, type JsonObject, listAt, objectAt } from "../specified/document.js"
import { asCamara, type Refuse } from "../specified/refuse.js"
import type { Surface } from "../state.js"
import { anyProfileOf, type Profile, profileOf } from "./profiles.js"

/** By the `surface` of the servers' URLs: the playground, trial devices, production. */
export const ofApplications: Readonly<Record<string, ReadonlyArray<Surface>>> = { "playground/api": ["playground"], "orange-lab": ["v3"], ofr: ["ciba"] }

/** Number Verification is a user's everywhere; France gives its token by the authorize page as well. */
export const ofUsers: typeof ofApplications = { "playground/api": ["playground"], "orange-lab": ["france"], ofr: ["ciba", "france"] }

/** The codes that an API's document names. */
const codesOf = (document: JsonObject): ReadonlyArray<Json> =>
  listAt(objectAt(objectAt(objectAt(objectAt(objectAt(document, "components"), "schemas"), "CamaraError"), "properties"), "code"), "x-extensible-enum")

/** Where notifications go has codes of its own; a number beyond its limits has one in some of the APIs. */
const refuseBy = (codes: ReadonlyArray<Json>): Refuse => (fault) => {
  const words = `The field ${fault.name} ${fault.why}.`
  if (fault.kind === "invalid" && fault.name === "sink") return camaraError(400, "INVALID_SINK", words)
  if (fault.kind === "invalid" && fault.name === "protocol") return camaraError(400, "INVALID_PROTOCOL", words)
  if (fault.kind === "invalid" && fault.name === "sinkCredential.credentialType") return camaraError(400, "INVALID_CREDENTIAL", words)
  if (fault.kind === "invalid" && fault.name === "sinkCredential.accessTokenType") return camaraError(400, "INVALID_TOKEN", words)
  return asCamara({ ...fault, outOfRange: fault.outOfRange === true && codes.includes("OUT_OF_RANGE") })
}

export const network = (api: Api, document: JsonObject, handlers: Readonly<Record<string, Handler>>, surfaces = ofApplications): Definition => ({
  api,
  document,
  surface: "playground",
  surfaces,
  refuse: refuseBy(codesOf(document)),
  camara: true,
  handlers
})

export interface Device {
  readonly phoneNumber?: string
  readonly networkAccessIdentifier?: string
  readonly ipv4Address?: { readonly publicAddress?: string; readonly privateAddress?: string }
  readonly ipv6Address?: string
}

/** How a request may say whom it is about. */
export interface Identified {
  readonly phoneNumber?: string
  readonly device?: Device
}

export interface Line {
  readonly phoneNumber: string
  readonly profile: Profile
}

const isPlayground = ({ parameters }: Call): boolean => parameters["surface"] === "playground/api"

const withNumber = (call: Call, phoneNumber: string, use: (line: Line) => PlainResponse): PlainResponse => {
  const { exchange: { now, state }, token } = call
  const { clientId } = token!
  if (!isPlayground(call)) {
    return state.ciba.settings.unknownSubscribers.has(phoneNumber)
      ? camaraError(404, "IDENTIFIER_NOT_FOUND", "The number is not known.")
      : use({ phoneNumber, profile: anyProfileOf(state, clientId, phoneNumber, now) })
  }
  const profile = profileOf(state, clientId, phoneNumber, now)
  // As measured, and no 404.
  return profile === undefined ? camaraError(403, "FORBIDDEN", `${phoneNumber} does not exist for ${clientId}`) : use({ phoneNumber, profile })
}

/** The line of the user whose token it is. */
export const withOwnLine = (call: Call, without: PlainResponse, use: (line: Line) => PlainResponse): PlainResponse => {
  const phoneNumber = call.token!.grant?.phoneNumber
  return phoneNumber === undefined ? without : withNumber(call, phoneNumber, use)
}

const missing = camaraError(422, "MISSING_IDENTIFIER", "There is no identifier in the request, and none in the token.")

const isIpv4 = (text: string): boolean => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split(".").every((part) => Number(part) < 256)

const isIpv6 = (text: string): boolean => /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`)

/** The document leaves addresses to Orange. */
const hasAddresses = ({ ipv4Address = {}, ipv6Address }: Device): boolean =>
  [ipv4Address.publicAddress, ipv4Address.privateAddress].every((one) => one === undefined || isIpv4(one)) && (ipv6Address === undefined || isIpv6(ipv6Address))

/** CAMARA's rule: an application's token needs an identifier beside it, a user's has one and takes no other. */
export const withLine = (call: Call, { device, phoneNumber }: Identified, use: (line: Line) => PlainResponse): PlainResponse => {
  if (device !== undefined && !hasAddresses(device)) return camaraError(400, "INVALID_ARGUMENT", "The device has an address that is none.")
  const isSent = phoneNumber !== undefined || device !== undefined
  if (call.token!.grant !== undefined) {
    return isSent ? camaraError(422, "UNNECESSARY_IDENTIFIER", "The token has an identifier: the request must have none.") : withOwnLine(call, missing, use)
  }
  if (!isSent) return missing
  const number = phoneNumber ?? device?.phoneNumber
  return number === undefined ? camaraError(422, "UNSUPPORTED_IDENTIFIER", "The phone number is the one identifier that is supported.") : withNumber(call, number, use)
}

/** A part of a profile, as an application wrote it: of any form. */
export const partOf = ({ profile }: Line, name: string): JsonObject => {
  const part = profile[name]
  return isObject(part) ? part : {}
}

/** Where an API is, as a CloudEvent's `source` says it. */
export const sourceOf = ({ exchange: { path, state } }: Call): string => state.settings.baseUrl + path.split("/").slice(0, path.startsWith("/camara/playground/") ? 6 : 5).join("/")
