/** SIM Swap and Device Swap: when a line's card or device was changed. */
import type { PlainResponse } from "../../Message.js"
import { deviceSwap as deviceDocument, simSwap as simDocument } from "../documents/index.js"
import { json } from "../respond.js"
import type { Call, Handler } from "../specified/api.js"
import { textAt } from "../specified/document.js"
import { iso } from "../timestamp.js"
import { type Identified, type Line, network, partOf, withLine } from "./network.js"

const defaultHours = 240
const hour = 3_600_000

interface Swap {
  readonly part: string
  readonly field: string
}

/** A number of which nothing was written has not changed since ever; `null` was written of one that may not be told. */
const lastChange = (line: Line, { field, part }: Swap): string | null => {
  const known = partOf(line, part)
  return known[field] === null ? null : textAt(known, field) ?? iso(0)
}

const check = (swap: Swap): Handler => (call: Call): PlainResponse => {
  const body = call.body as Identified & { readonly maxAge?: number }
  return withLine(call, body, (line) =>
    json(200, { swapped: Date.parse(lastChange(line, swap) ?? "") >= call.exchange.now - (body.maxAge ?? defaultHours) * hour }))
}

const retrieve = (swap: Swap): Handler => (call: Call): PlainResponse =>
  withLine(call, call.body as Identified, (line) => json(200, { [swap.field]: lastChange(line, swap) }))

const sim = { part: "simSwap", field: "latestSimChange" }
const device = { part: "deviceSwap", field: "latestDeviceChange" }

export const simSwap = network("sim-swap", simDocument, { checkSimSwap: check(sim), retrieveSimSwapDate: retrieve(sim) })

export const deviceSwap = network("device-swap", deviceDocument, { checkDeviceSwap: check(device), retrieveDeviceSwapDate: retrieve(device) })
