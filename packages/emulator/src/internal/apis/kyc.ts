/** KYC Match and KYC Tenure: whether details are those of the contract, and how old the contract is. */
import type { PlainResponse } from "../../Message.js"
import { kycMatch as matchDocument, kycTenure as tenureDocument } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { objectAt, textAt } from "../specified/document.js"
import { iso } from "../timestamp.js"
import { type Identified, network, partOf, withLine } from "./network.js"

const matches = objectAt(objectAt(objectAt(objectAt(matchDocument, "components"), "schemas"), "Matches"), "properties")

const details = Object.keys(matches).filter((name) => name.endsWith("Match")).map((name) => name.slice(0, -"Match".length))

/** Case, accents and blanks make no difference. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim()

/** How many characters stand in the same place, in per cent: any measure will do, for Orange tells none. */
const scoreOf = (one: string, other: string): number => {
  const [a, b] = [plain(one), plain(other)]
  const same = [...a].filter((char, index) => b[index] === char).length
  return Math.floor(100 * same / Math.max(1, a.length, b.length))
}

const compared = (name: string, sent: string, known: string | undefined): Readonly<Record<string, unknown>> => {
  if (known === undefined) return { [`${name}Match`]: "not_available" }
  if (plain(sent) === plain(known)) return { [`${name}Match`]: "true" }
  const score = `${name}MatchScore`
  return { [`${name}Match`]: "false", ...(score in matches ? { [score]: scoreOf(sent, known) } : {}) }
}

const match = (call: Call): PlainResponse => {
  const body = call.body as Identified & Readonly<Record<string, string>>
  const sent = details.filter((name) => body[name] !== undefined)
  if (Object.keys(body).length === 0) return camaraError(400, "INVALID_ARGUMENT", "The body is empty.")
  return withLine(call, body, (line) => {
    if (sent.length === 0) return camaraError(400, "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION", "At least one detail must be sent.")
    const known = partOf(line, "kyc")
    return json(200, Object.assign({}, ...sent.map((name) => compared(name, body[name]!, textAt(known, name)))))
  })
}

const isDate = (text: string): boolean => {
  const millis = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(millis) && iso(millis).startsWith(text)
}

const tenure = (call: Call): PlainResponse => {
  const body = call.body as Identified & { readonly tenureDate: string }
  if (!isDate(body.tenureDate)) return camaraError(400, "INVALID_ARGUMENT", "The field tenureDate must be a date.")
  if (body.tenureDate > iso(call.exchange.now)) return camaraError(400, "OUT_OF_RANGE", "The field tenureDate must not be ahead.")
  return withLine(call, body, (line) => {
    const kyc = partOf(line, "kyc")
    const [start, contractType] = [textAt(kyc, "contractStart"), textAt(kyc, "contractType")]
    return json(200, { tenureDateCheck: start !== undefined && start <= body.tenureDate, contractType })
  })
}

export const kycMatch = network("kyc-match", matchDocument, { matchIdentity: match })

export const kycTenure = network("kyc-tenure", tenureDocument, { checkTenure: tenure })
