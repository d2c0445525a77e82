/** SIM Swap over the playground's numbers, in CAMARA's error envelope with the playground's deviations as measured. */
import type { PlainResponse } from "../../Message.js"
import { camaraError, json } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import { type JsonObject, objectAt, textAt } from "../specified/document.js"
import { asCamara } from "../specified/refuse.js"
import { profileOf } from "./playground.js"

const number = { type: "string", pattern: "^\\+[1-9][0-9]{4,14}$" }

const operation = (id: string, properties: JsonObject): JsonObject => ({
  post: {
    operationId: id,
    requestBody: { required: true, content: { "application/json": { schema: { type: "object", required: ["phoneNumber"], properties: { phoneNumber: number, ...properties } } } } },
    responses: {}
  }
})

/** The least of CAMARA's SIM Swap 1.0 that a request is checked by. */
const document: JsonObject = {
  servers: [{ url: "/camara/playground/api/sim-swap/v1" }],
  security: [{ playground: [] }],
  paths: { "/check": operation("checkSimSwap", { maxAge: { type: "integer" } }), "/retrieve-date": operation("retrieveSimSwapDate", {}) },
  components: { securitySchemes: { playground: { type: "oauth2", flows: { clientCredentials: {} } } } }
}

const mostHours = 2_400
const defaultHours = 240
const hour = 3_600_000

/** When the number's SIM was changed last, or the answer for a number that the application does not have. */
const lastChange = ({ body, exchange: { now, state }, token }: Call): string | PlainResponse => {
  const { phoneNumber } = body as { readonly phoneNumber: string }
  const found = profileOf(state, token!.clientId, phoneNumber, now)
  return found === undefined
    ? camaraError(403, "FORBIDDEN", `${phoneNumber} does not exist for ${token!.clientId}`)
    : textAt(objectAt(found, "simSwap"), "latestSimChange") ?? new Date(0).toISOString()
}

const check = (call: Call): PlainResponse => {
  const changed = lastChange(call)
  if (typeof changed !== "string") return changed
  const { maxAge = defaultHours } = call.body as { readonly maxAge?: number }
  return maxAge < 1 || maxAge > mostHours
    ? camaraError(400, "OUT_OF_RANGE", `maxAge must be between 1 and ${mostHours}`)
    : json(200, { swapped: Date.parse(changed) >= call.exchange.now - maxAge * hour })
}

const retrieve = (call: Call): PlainResponse => {
  const changed = lastChange(call)
  return typeof changed === "string" ? json(200, { latestSimChange: changed }) : changed
}

export const simSwap: Definition = {
  api: "sim-swap",
  document,
  surface: "playground",
  refuse: asCamara,
  camara: true,
  handlers: { checkSimSwap: check, retrieveSimSwapDate: retrieve }
}
