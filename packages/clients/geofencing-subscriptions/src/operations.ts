/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as ApiError from "@effect-orange/core/ApiError"
import * as k from "@effect-orange/core/ApiSchema"
import type * as Operation from "@effect-orange/core/Operation"
import * as S from "effect/Schema"
import * as M from "./schemas.js"

const api: Operation.Api = { name: "geofencing-subscriptions", servers: [{ url: "https://api.orange.com/camara/{surface}/{api}/{version}", variables: { api: { default: "geofencing", enum: ["geofencing", "geofencing-subscriptions"] }, surface: { default: "playground/api", enum: ["playground/api", "orange-lab", "ofr"] }, version: { default: "v0.3" } } }], security: { application: { type: "oauth2", flows: ["App"] }, subscriber: { type: "oauth2", flows: ["User"] } } } as const

/** What `createSubscription` takes. */
export interface CreateSubscriptionRequest {
  readonly body: M.SubscriptionRequest
}

/** What the document declares for `createSubscription` beside success. */
export type CreateSubscriptionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.UnprocessableContent<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** POST /subscriptions */
export const createSubscription: Operation.Operation<CreateSubscriptionRequest, M.Subscription | M.AcceptedSubscription, CreateSubscriptionError> = {
  api,
  id: "createSubscription",
  method: "POST",
  path: "/subscriptions",
  body: { required: true, json: M.SubscriptionRequest },
  responses: { "201": { json: M.Subscription }, "202": { json: M.AcceptedSubscription }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "422": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-entered:create"] }, { subscriber: ["geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-left:create"] }],
  idempotent: false
}

/** What `deleteSubscription` takes. */
export interface DeleteSubscriptionRequest {
  /**
   * The `id` of the subscription.
   *
   * Example: `"3f8f7d1a-2e"`
   */
  readonly subscriptionId: string
}

/** What the document declares for `deleteSubscription` beside success. */
export type DeleteSubscriptionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** DELETE /subscriptions/{subscriptionId} */
export const deleteSubscription: Operation.Operation<DeleteSubscriptionRequest, M.AcceptedSubscription | void, DeleteSubscriptionError> = {
  api,
  id: "deleteSubscription",
  method: "DELETE",
  path: "/subscriptions/{subscriptionId}",
  parameters: [{ name: "subscriptionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }],
  responses: { "202": { json: M.AcceptedSubscription }, "204": null, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["geofencing-subscriptions:delete"] }]
}

/** What `getSubscription` takes. */
export interface GetSubscriptionRequest {
  /**
   * The `id` of the subscription.
   *
   * Example: `"3f8f7d1a-2e"`
   */
  readonly subscriptionId: string
}

/** What the document declares for `getSubscription` beside success. */
export type GetSubscriptionError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.NotFound<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** GET /subscriptions/{subscriptionId} */
export const getSubscription: Operation.Operation<GetSubscriptionRequest, M.Subscription, GetSubscriptionError> = {
  api,
  id: "getSubscription",
  method: "GET",
  path: "/subscriptions/{subscriptionId}",
  parameters: [{ name: "subscriptionId", in: "path", schema: /*#__PURE__*/ S.suspend(() => k.text({ minLength: 1 })) }],
  responses: { "200": { json: M.Subscription }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "404": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["geofencing-subscriptions:read"] }]
}

/** What the document declares for `listSubscriptions` beside success. */
export type ListSubscriptionsError = ApiError.BadRequest<M.Refusal> | ApiError.Unauthorized<M.Refusal> | ApiError.Forbidden<M.Refusal> | ApiError.TooManyRequests<M.Refusal>

/** GET /subscriptions */
export const listSubscriptions: Operation.Operation<void, ReadonlyArray<M.Subscription>, ListSubscriptionsError> = {
  api,
  id: "listSubscriptions",
  method: "GET",
  path: "/subscriptions",
  responses: { "200": { json: /*#__PURE__*/ S.suspend(() => k.array(M.Subscription)) }, "400": { json: M.Refusal }, "401": { json: M.Refusal }, "403": { json: M.Refusal }, "429": { json: M.Refusal } },
  security: [{ application: [] }, { subscriber: ["geofencing-subscriptions:read"] }]
}
