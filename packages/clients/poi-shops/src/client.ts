/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
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

/** The operations of PoiShops. `E` is what getting a token may fail with, `R` what a call needs. */
export interface Service<E = never, R = never> {
  /**
   * Lists shops near a postal code.
   *
   * Other query parameters and paging are not known.
   *
   * Declared errors:
   * - 400: A parameter is missing (27) or has a value that is not valid (28).
   * - 401: The token is unknown (41), expired (42) or missing (40).
   * - 403: The application has no subscription to this API (50).
   *
   * `GET /shops`
   */
  readonly listShops: (request: operations.ListShopsRequest, options?: ApiClient.CallOptions) => Effect.Effect<ReadonlyArray<M.Shop>, E | ApiClient.Error | operations.ListShopsError, R>
}

const PoiShopsTag: Context.TagClass<PoiShops, "@effect-orange/client-poi-shops/PoiShops", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-poi-shops/PoiShops")<PoiShops, Service<AppAuth.Error>>()

/**
 * Orange shops
 *
 * Shops of Orange in France near a postal code.
 *
 * Sources: the request is the one of Orange's guide "OAuth 2-legged in a nutshell". The answer's fields were read in one
 * third-party application and are not confirmed by Orange; the product may be retired.
 *
 * Its methods call with the application's own token.
 */
export class PoiShops extends PoiShopsTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `PoiShops`, which calls with the application's own token. */
export const layer: Layer.Layer<PoiShops, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(PoiShops, make)
