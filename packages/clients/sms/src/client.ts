/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as ApiClient from "@effect-orange/core/ApiClient"
import type * as AppAuth from "@effect-orange/core/AppAuth"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as operations from "./operations.js"
import type * as M from "./schemas.js"

/** The operations of Sms. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Sends a message to one recipient.
   *
   * The answer's `resourceURL` ends in the message's id, by which receipts name it. Orange states 160 characters for one
   * SMS; a longer text costs several units. At most 5 messages a second, by third-party knowledge.
   *
   * Declared errors:
   * - 400: A field is missing or its value is not valid (20 to 28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed.
   *
   * `POST /outbound/{senderAddress}/requests`
   */
  readonly sendSms: (request: operations.SendSmsRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.SendSmsAnswer, E | ApiClient.Error | operations.SendSmsError, R>
}

const SmsTag: Context.TagClass<Sms, "@effect-orange/client-sms/Sms", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-sms/Sms")<Sms, Service<AppAuth.Error>>()

/**
 * SMS Africa and Middle East
 *
 * Sends text messages through Orange's networks in Africa and the Middle East. The per-country products share this API.
 *
 * An accepted message (201) is not a delivered one: delivery is told by receipts.
 *
 * Sources: Orange's pages for the URL, method and percent-encoded sender; samples of several independent applications for
 * the bodies. What only third parties say is marked so.
 *
 * Its methods call with the application's own token.
 */
export class Sms extends SmsTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `Sms`, which calls with the application's own token. */
export const layer: Layer.Layer<Sms, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(Sms, make)
