/** One request on its way through the emulator: what came, when, and what a script wants of its answer. */
import type { IdTokenLie } from "../Fault.js"
import type { PlainRequest, PlainResponse } from "../Message.js"
import type { Journal } from "./journal.js"
import type { State, Surface } from "./state.js"

export interface Exchange {
  readonly state: State
  readonly request: PlainRequest
  readonly path: string
  readonly query: string
  /** The emulator's clock, in milliseconds. */
  readonly now: number
  readonly lie: IdTokenLie | undefined
  readonly journal: Journal
}

/** Only what makes or checks a signature is asynchronous (WebCrypto); the rest answers at once. */
export type Answer = PlainResponse | Promise<PlainResponse>

const surfacePaths: Record<Surface, string> = {
  v3: "/oauth/v3",
  france: "/openidconnect/fr/v1",
  playground: "/openidconnect/playground/v1.0",
  sonatel: "/oauth/v1",
  // Of the third-party knowledge about Orange's CIBA no path is confirmed.
  ciba: "/openidconnect/ciba/fr/v1"
}

/** Also the issuer of the surface: discovery is a well-known path below it (OpenID Connect Discovery section 4). */
export const surfaceUrl = (state: State, surface: Surface): string => state.settings.baseUrl + surfacePaths[surface]

/** Path and query of a request target; an absolute one (RFC 9112 section 3.2.2) is read like the others. */
export const splitTarget = (target: string): { readonly path: string; readonly query: string } => {
  const local = /^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1] ?? target
  const mark = local.indexOf("?")
  return mark < 0 ? { path: local, query: "" } : { path: local.slice(0, mark), query: local.slice(mark + 1) }
}
