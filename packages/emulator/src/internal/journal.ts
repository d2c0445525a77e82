/** A ring of what was received, and the reading of a request that it and the fault scripts share. */
import type { JournalEntry, Received } from "../Journal.js"
import type { PlainRequest } from "../Message.js"
import { claimedClient } from "./clientAuthentication.js"
import { splitTarget } from "./exchange.js"
import { empty, parse } from "./form.js"
import { endpointOf } from "./router.js"
import type { State } from "./state.js"
import { findAccessToken } from "./tokens.js"

const maxBodyText = 16_384
const lenient = new TextDecoder()

const textOf = (body: Uint8Array): string =>
  body.length === 0 ? "" : lenient.decode(body.length > maxBodyText ? body.subarray(0, maxBodyText) : body)

const bearerClient = (state: State, authorization: string): string | undefined =>
  /^bearer /i.test(authorization) ? findAccessToken(state, authorization.slice(7).trim())?.clientId : undefined

export const describe = (state: State, request: PlainRequest, at: number): Received => {
  const { path, query } = splitTarget(request.target)
  const endpoint = endpointOf(path)
  const authorization = request.headers["authorization"]
  const body = textOf(request.body)
  const takesForm = endpoint !== "gateway" && endpoint !== "userinfo"
  const parameters = takesForm ? parse(endpoint === "authorize" && body === "" ? query : body) : empty
  const clientId = takesForm
    ? claimedClient(state, authorization, parameters)
    : bearerClient(state, authorization ?? "")
  const grantType = parameters.get("grant_type")
  return {
    at,
    method: request.method,
    path: request.target,
    headers: request.headers,
    body,
    endpoint,
    ...(grantType === undefined ? {} : { grantType }),
    ...(clientId === undefined ? {} : { clientId })
  }
}

export interface Journal {
  /** Gives the function that notes the answer's status. */
  readonly add: (received: Received) => (status: number) => void
  readonly entries: () => ReadonlyArray<JournalEntry>
  readonly clear: () => void
}

export const makeJournal = (size: number): Journal => {
  let ring: Array<Received & { status: number }> = []
  let next = 0
  return {
    add: (received) => {
      const entry = { ...received, status: 0 }
      if (size > 0) ring[next] = entry
      next = (next + 1) % Math.max(1, size)
      return (status) => {
        entry.status = status
      }
    },
    entries: () => [...ring.slice(next), ...ring.slice(0, next)].map((entry) => ({ ...entry })),
    clear: () => {
      ring = []
      next = 0
    }
  }
}
