/** Device Reachability Status and Device Roaming Status, in the forms that Orange was seen to answer. */
import type { PlainResponse } from "../../Message.js"
import { deviceReachabilityStatus as reachabilityDocument, deviceRoamingStatus as roamingDocument } from "../documents/index.js"
import { json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { iso } from "../timestamp.js"
import { type Identified, network, partOf, withLine } from "./network.js"

const reachability = (call: Call): PlainResponse =>
  withLine(call, call.body as Identified, (line) => json(200, { reachabilityStatus: "CONNECTED_DATA", ...partOf(line, "reachability") }))

const roaming = (call: Call): PlainResponse =>
  withLine(call, call.body as Identified, (line) =>
    json(200, { lastStatusTime: iso(call.exchange.now), roaming: false, ...partOf(line, "roaming") }))

export const deviceReachabilityStatus = network("device-reachability-status", reachabilityDocument, { getReachabilityStatus: reachability })

export const deviceRoamingStatus = network("device-roaming-status", roamingDocument, { getRoamingStatus: roaming })
