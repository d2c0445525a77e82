/**
 * What the emulator received and answered, kept so that a test can say "exactly one token request".
 *
 * @since 0.1.0
 */

/**
 * The parts of Orange's servers: `token` is `/oauth/v3/token`, `userToken` and `authorize` are below
 * `/openidconnect/fr/v1`, `playgroundToken` is the playground's, `cibaToken` and `backchannel` are CIBA's token endpoint and
 * `bc-authorize`, `gateway` every API; `authorize` covers the playground's and the log-in and consent forms too; `page` is where a person pays, and the emulator's own overview; `unknown` is what
 * no server of Orange's knows.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Journal } from "@effect-orange/emulator"
 *
 * const endpoint: Journal.Endpoint = "token"
 * ```
 */
export type Endpoint =
  | "token"
  | "userToken"
  | "playgroundToken"
  | "cibaToken"
  | "backchannel"
  | "authorize"
  | "userinfo"
  | "jwks"
  | "discovery"
  | "gateway"
  | "page"
  | "unknown"

/**
 * A request as the emulator understood it. It holds credentials and tokens as they were sent: for assertions, never for
 * a log.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Journal } from "@effect-orange/emulator"
 *
 * const isRefresh = (request: Journal.Received): boolean => request.grantType === "refresh_token"
 * ```
 */
export interface Received {
  /** When it arrived: milliseconds since the epoch on the emulator's own clock. */
  readonly at: number
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As text, at most its first 16 kB. */
  readonly body: string
  readonly endpoint: Endpoint
  /** `grant_type` of a token request. */
  readonly grantType?: string
  /** Who asked: from the credentials, the `client_id` parameter or the bearer token. Not verified. */
  readonly clientId?: string
}

/**
 * A request and the status that answered it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const tokenRequests = Effect.gen(function*() {
 *   const emulator = yield* Emulator.Emulator
 *   const entries = yield* emulator.requests
 *   return entries.filter((entry) => entry.endpoint === "token").length
 * })
 * ```
 */
export interface JournalEntry extends Received {
  /** The status, or 0 while (or if ever) no answer has gone out: a reset, a request still hanging. */
  readonly status: number
}
