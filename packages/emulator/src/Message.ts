/**
 * HTTP messages as plain data: what the emulator reads and answers, whatever carries them (a socket or a function call).
 *
 * @since 0.1.0
 */

/**
 * A request as it arrived: header names in lower case, repeated headers joined with `, `, the body as bytes.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Message } from "@effect-orange/emulator"
 *
 * const request: Message.PlainRequest = {
 *   method: "GET",
 *   target: "/poi/v1/shops?postalCode=35000",
 *   headers: { authorization: "Bearer abc" },
 *   body: new Uint8Array()
 * }
 * ```
 */
export interface PlainRequest {
  /** The method, in upper case. */
  readonly method: string
  /** Path and query, as on the request line (RFC 9112 section 3.2.1). */
  readonly target: string
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body, decoded of its transfer coding. */
  readonly body: Uint8Array
}

/**
 * An answer. `Content-Length` is the transport's work; an array is a header that stands there more than once.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Message } from "@effect-orange/emulator"
 *
 * const response: Message.PlainResponse = { status: 200, headers: { "Content-Type": "application/json" }, body: "[]" }
 * ```
 */
export interface PlainResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly body: string
}
