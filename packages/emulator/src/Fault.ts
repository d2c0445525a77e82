/**
 * What can go wrong between an application and Orange, as plain data: `Emulator.Service["faults"]` plays a script of
 * these. Each says whether the request was processed before things went wrong, because that is what a client must not
 * guess (a refresh token that was consumed, a code that was used).
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import type { PlainResponse } from "./Message.js"

/**
 * A fault. `None` lets the request pass.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script: ReadonlyArray<Fault.Fault> = [Fault.status(503), Fault.reset, Fault.none]
 * ```
 */
export type Fault =
  | { readonly _tag: "None" }
  | { readonly _tag: "Latency"; readonly duration: Duration.Duration; readonly when: "before" | "after" }
  | { readonly _tag: "Reset" }
  | { readonly _tag: "Hang" }
  | { readonly _tag: "Answer"; readonly response: PlainResponse }
  | { readonly _tag: "Truncated" }
  | { readonly _tag: "Rewrite"; readonly rewrite: (response: PlainResponse) => PlainResponse }
  | { readonly _tag: "LostAnswer"; readonly as: "reset" | "hang" | PlainResponse }
  | { readonly _tag: "IdToken"; readonly lie: IdTokenLie }
  | { readonly _tag: "All"; readonly faults: ReadonlyArray<Fault> }

/**
 * How the next id_token is false. `claims` replace or add (`undefined` removes); `header` likewise; `signWith` takes a key
 * that is not published (under the published key's id), no signature at all (`alg: none`), or HS256 with the public key
 * as the secret, the classic confusion of algorithms.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Fault } from "@effect-orange/emulator"
 *
 * const lie: Fault.IdTokenLie = { claims: { nonce: "of another session" } }
 * ```
 */
export interface IdTokenLie {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly signWith?: "other-key" | "none" | "hs256"
}

/**
 * No fault: the request passes. It lets a script say "the third one fails".
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const third = [Fault.none, Fault.none, Fault.reset]
 * ```
 */
export const none: Fault = { _tag: "None" }

/**
 * The answer comes later, on the Effect clock. By default the time passes before the request is processed; with
 * `when: "after"` the request is processed at once and only its answer is late, so that a client which gives up
 * meanwhile has changed the server's state.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const slow = Fault.latency("2 seconds")
 * ```
 */
export const latency = (
  duration: Duration.DurationInput,
  options?: { readonly when?: "before" | "after" }
): Fault => ({ _tag: "Latency", duration: Duration.decode(duration), when: options?.when ?? "before" })

/**
 * The connection is reset before the request is processed: ECONNRESET on a socket, a `RequestError` of reason
 * `Transport` in memory.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script = [Fault.reset, Fault.none]
 * ```
 */
export const reset: Fault = { _tag: "Reset" }

/**
 * No answer ever, and the request is not processed; it ends when the client goes away.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script = [Fault.hang]
 * ```
 */
export const hang: Fault = { _tag: "Hang" }

const answer = (response: PlainResponse): Fault => ({ _tag: "Answer", response })

/**
 * Another status instead, the request not processed. Without a body it is a gateway envelope for 5xx and 429, else empty.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const busy = Fault.status(429, { headers: { "Retry-After": "7" } })
 * ```
 */
export const status = (
  status: number,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
): Fault => answer(statusResponse(status, options))

const statusResponse = (
  status: number,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
): PlainResponse => {
  const envelope = status >= 500 || status === 429
  const body = options?.body ?? (envelope ? JSON.stringify(envelopeOf(status)) : "")
  return { status, headers: { "Content-Type": "application/json", ...options?.headers }, body }
}

const envelopeOf = (status: number): unknown =>
  status === 429
    ? { error: "too_many_requests", error_description: "Too many requests." }
    : { code: status === 503 ? 5 : 1, message: "Service error", description: "A fault that a test asked for." }

/**
 * A refusal of a Network API (CAMARA) in its envelope, the request not processed: every code of such an API can be had so.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Emulator, Fault } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const notLocated = Effect.flatMap(Emulator.Emulator, (emulator) =>
 *   emulator.faults.next(
 *     ({ path }) => path.includes("/location-retrieval/"),
 *     Fault.camara(422, "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE")
 *   ))
 * ```
 */
export const camara = (status: number, code: string, message = "A fault that a test asked for."): Fault =>
  answer({ status, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ status, code, message }) })

/**
 * An HTML page where JSON belongs, as proxies and load balancers send; the request is not processed. 502 by default.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const page = Fault.html(200)
 * ```
 */
export const html = (status = 502): Fault =>
  answer({
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
  })

/**
 * A redirect, which no token endpoint of Orange's sends; the request is not processed. 302 by default.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const elsewhere = Fault.redirect("https://elsewhere.example/token")
 * ```
 */
export const redirect = (location: string, status = 302): Fault =>
  answer({ status, headers: { Location: location }, body: "" })

/**
 * The request is processed and its answer is cut in the middle: on a socket the head announces the whole length and the
 * connection ends halfway; in memory the body is simply shorter.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script = [Fault.truncated]
 * ```
 */
export const truncated: Fault = { _tag: "Truncated" }

/**
 * The request is processed and the answer is changed on its way, so that a test can make the server lie (`token_type`,
 * `expires_in`, `iss` in a `Location`).
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const mac = Fault.rewrite((response) => ({ ...response, body: response.body.replace("Bearer", "mac") }))
 * ```
 */
export const rewrite = (rewrite: (response: PlainResponse) => PlainResponse): Fault => ({ _tag: "Rewrite", rewrite })

/**
 * `rewrite` for a JSON object: the given fields replace those of the answer, `undefined` removes one.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const noLifetime = Fault.json({ expires_in: undefined })
 * ```
 */
export const json = (fields: Readonly<Record<string, unknown>>): Fault =>
  rewrite((response) => ({ ...response, body: JSON.stringify({ ...parseObject(response.body), ...fields }) }))

const parseObject = (text: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

/**
 * The request is processed and the answer's body is empty, its status unchanged.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script = [Fault.empty]
 * ```
 */
export const empty: Fault = rewrite((response) => ({ ...response, body: "" }))

/**
 * The request is processed and the answer's body is text that is no JSON, under a JSON content type.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const script = [Fault.malformedJson]
 * ```
 */
export const malformedJson: Fault = rewrite((response) => ({ ...response, body: `{"access_token": tru` }))

/**
 * The request IS processed (the code is used, the refresh token consumed and rotated) and its answer is lost: the
 * connection is reset (default), hangs, or a status such as 503 comes instead.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const inDoubt = [Fault.lostAnswer(), Fault.lostAnswer("hang"), Fault.lostAnswer(503)]
 * ```
 */
export const lostAnswer = (as: "reset" | "hang" | number = "reset"): Fault => ({
  _tag: "LostAnswer",
  as: typeof as === "number" ? statusResponse(as) : as
})

/**
 * The id_token of the next answer is false in the given way. Without effect on answers that hold none.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const forged = Fault.idToken({ signWith: "other-key" })
 * const foreign = Fault.idToken({ claims: { iss: "https://elsewhere.example" } })
 * ```
 */
export const idToken = (lie: IdTokenLie): Fault => ({ _tag: "IdToken", lie })

/**
 * Several faults on one request, such as a late 503.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Fault } from "@effect-orange/emulator"
 *
 * const late = Fault.all(Fault.latency("10 seconds"), Fault.status(503))
 * ```
 */
export const all = (...faults: ReadonlyArray<Fault>): Fault => ({ _tag: "All", faults })
