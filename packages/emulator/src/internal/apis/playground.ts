/** The playground's numbers and their admin API: fifteen that everybody has, and up to ten of an application's own. */
import type { PlainResponse } from "../../Message.js"
import { playgroundAdmin as document } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import type { JsonObject } from "../specified/document.js"
import { asCamara } from "../specified/refuse.js"
import { remember, type State } from "../state.js"
import { moved } from "./geofencing.js"
import { isBuiltIn, type Profile, profileOf } from "./profiles.js"

/** Of each application its own numbers. */
export type PlaygroundState = Map<string, Map<string, Profile>>

const mostApplications = 1_000

/** Measured; another page says 4. */
const mostNumbers = 10

interface Action {
  readonly action: "LIST" | "CREATE" | "READ" | "UPDATE" | "DELETE"
  readonly phoneNumber?: string
  readonly data?: JsonObject
}

const numbersOf = (state: State, clientId: string): Map<string, Profile> => {
  const known = state.playground.get(clientId)
  if (known !== undefined) return known
  const made = new Map<string, Profile>()
  remember(state.playground, clientId, made, mostApplications, () => false)
  return made
}

const notFound = (): PlainResponse => camaraError(400, "BAD_REQUEST", "PhoneNumber Not Found")

const create = (own: Map<string, Profile>, phoneNumber: string, data: JsonObject): PlainResponse => {
  if (isBuiltIn(phoneNumber)) return json(201, { phoneNumber, data })
  if (!own.has(phoneNumber) && own.size >= mostNumbers) return camaraError(403, "QUOTA_EXCEEDED", `An application may have ${mostNumbers} numbers`)
  own.set(phoneNumber, data)
  return json(201, { phoneNumber, data })
}

/** Each part of `data` replaces the one that is there. */
const update = (own: Map<string, Profile>, phoneNumber: string, data: JsonObject): PlainResponse => {
  if (isBuiltIn(phoneNumber)) return json(200, { phoneNumber, data })
  const known = own.get(phoneNumber)
  if (known === undefined) return notFound()
  const changed = { ...known, ...data }
  own.set(phoneNumber, changed)
  return json(200, { phoneNumber, data: changed })
}

const act = ({ body, exchange: { now, state }, token }: Call): PlainResponse => {
  const { action, data = {}, phoneNumber = "" } = body as Action
  const { clientId } = token!
  const own = numbersOf(state, clientId)
  const thenMoved = (response: PlainResponse): PlainResponse => {
    moved(state, clientId, phoneNumber, now)
    return response
  }
  switch (action) {
    case "LIST":
      return json(200, { phoneNumbers: [...own.keys()] })
    case "CREATE":
      return thenMoved(create(own, phoneNumber, data))
    case "READ": {
      const found = profileOf(state, clientId, phoneNumber, now)
      return found === undefined ? notFound() : json(200, { phoneNumber, data: found })
    }
    case "UPDATE":
      return thenMoved(update(own, phoneNumber, data))
    case "DELETE":
      // As measured: nothing, and called HTML.
      return own.delete(phoneNumber) ? { status: 204, headers: { "Content-Type": "text/html" }, body: "" } : notFound()
  }
}

export const playgroundAdmin: Definition = {
  api: "playground-admin",
  document,
  surface: "v3",
  refuse: asCamara,
  handlers: { act }
}
