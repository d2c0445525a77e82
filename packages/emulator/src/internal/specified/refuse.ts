/** What is wrong with a request, in the envelope of the API that it was sent to. */
import type { PlainResponse } from "../../Message.js"
import { camaraError, gatewayError, gatewayErrors, type GatewayError, problem } from "../respond.js"
import type { Fault } from "./validate.js"

/** Orange's table has a row for each place (20 to 28); a missing header is 25. */
const rows: Readonly<Record<Fault["at"], Readonly<Record<Fault["kind"], GatewayError>>>> = {
  path: { missing: gatewayErrors.path, invalid: gatewayErrors.path },
  query: { missing: gatewayErrors.noQuery, invalid: gatewayErrors.query },
  header: { missing: gatewayErrors.noHeader, invalid: gatewayErrors.header },
  field: { missing: gatewayErrors.noField, invalid: gatewayErrors.field },
  body: { missing: gatewayErrors.noBody, invalid: gatewayErrors.body },
  mediaType: { missing: gatewayErrors.mediaType, invalid: gatewayErrors.mediaType }
}

const places: Readonly<Record<Fault["at"], string>> = {
  path: "The URL parameter",
  query: "The query-string parameter",
  header: "The header",
  field: "The field",
  body: "The body",
  mediaType: "The header"
}

const words = ({ at, name, why }: Fault): string => `${places[at]}${name === "" ? "" : ` ${name}`} ${why}.`

export type Refuse = (fault: Fault) => PlainResponse

export const asGateway: Refuse = (fault) => gatewayError(rows[fault.at][fault.kind], { detail: words(fault) })

/** CAMARA has one code for all of them, but for a number beyond its limits. */
export const asCamara: Refuse = (fault) =>
  fault.at === "mediaType"
    ? camaraError(415, "UNSUPPORTED_MEDIA_TYPE", words(fault))
    : camaraError(400, fault.outOfRange === true ? "OUT_OF_RANGE" : "INVALID_ARGUMENT", words(fault))

/** Sonatel's gateway has Orange's codes in a problem. */
export const asProblem: Refuse = (fault) => problem(rows[fault.at][fault.kind], words(fault))
