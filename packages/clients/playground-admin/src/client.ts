/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
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

/**
 * The operations of PlaygroundAdmin. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Lists, makes, reads, changes or removes numbers.
   *
   * Declared errors:
   * - 400: The request is not valid, or the number is not the application's.
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: No subscription, or no more numbers.
   *
   * `POST /action`
   */
  readonly act: (request: operations.ActRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Act200 | M.PlaygroundNumber | void, E | ApiClient.Error | operations.ActError, R>
}

const PlaygroundAdminTag: Context.TagClass<PlaygroundAdmin, "@effect-orange/client-playground-admin/PlaygroundAdmin", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-playground-admin/PlaygroundAdmin")<PlaygroundAdmin, Service<AppAuth.Error>>()

/**
 * Orange Network APIs playground administration
 *
 * Makes, reads and changes the numbers that the playground of Orange's Network APIs (CAMARA) knows. Everybody has
 * +990100000000 to +990100000014; what is written to these changes nothing, as measured. An application may have ten of its
 * own, as measured; another page says four.
 *
 * The token is the ordinary one of the 2-legged guide, and not the playground's.
 *
 * Sources: third-party knowledge, measured in 2026.
 *
 * Its methods call with the application's own token.
 */
export class PlaygroundAdmin extends PlaygroundAdminTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `PlaygroundAdmin`, which calls with the application's own token. */
export const layer: Layer.Layer<PlaygroundAdmin, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(PlaygroundAdmin, make)
