/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as ApiClient from "@effect-orange/core/ApiClient"
import type * as AppAuth from "@effect-orange/core/AppAuth"
import type * as UserAuth from "@effect-orange/core/UserAuth"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as operations from "./operations.js"
import type * as M from "./schemas.js"

/**
 * The operations of GeofencingSubscriptions. `E` is what getting a token may fail with, `R` what a call needs.
 */
export interface Service<E = never, R = never> {
  /**
   * Asks for notifications.
   *
   * One type of event for each subscription. Not to be repeated after a failure in between: it may be there, and would
   * notify twice.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such subscription.
   * - 422: Orange cannot do it for this device or area; or an identifier is missing, or one too many.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-entered:create`, `geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-left:create`
   *
   * `POST /subscriptions`
   */
  readonly createSubscription: (request: operations.CreateSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Subscription | M.AcceptedSubscription, E | ApiClient.Error | operations.CreateSubscriptionError, R>
  /**
   * Ends a subscription.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such subscription.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `geofencing-subscriptions:delete`
   *
   * `DELETE /subscriptions/{subscriptionId}`
   */
  readonly deleteSubscription: (request: operations.DeleteSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.AcceptedSubscription | void, E | ApiClient.Error | operations.DeleteSubscriptionError, R>
  /**
   * Reads a subscription.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 404: There is no such subscription.
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `geofencing-subscriptions:read`
   *
   * `GET /subscriptions/{subscriptionId}`
   */
  readonly getSubscription: (request: operations.GetSubscriptionRequest, options?: ApiClient.CallOptions) => Effect.Effect<M.Subscription, E | ApiClient.Error | operations.GetSubscriptionError, R>
  /**
   * Lists the application's subscriptions.
   *
   * With a subscriber's token, those of the subscriber's device.
   *
   * Declared errors:
   * - 400: A value is missing, unknown or not valid.
   * - 401: The token is missing, unknown or expired.
   * - 403: The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53).
   * - 429: Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status.
   *
   * Scopes: `geofencing-subscriptions:read`
   *
   * `GET /subscriptions`
   */
  readonly listSubscriptions: (options?: ApiClient.CallOptions) => Effect.Effect<ReadonlyArray<M.Subscription>, E | ApiClient.Error | operations.ListSubscriptionsError, R>
}

const GeofencingSubscriptionsTag: Context.TagClass<GeofencingSubscriptions, "@effect-orange/client-geofencing-subscriptions/GeofencingSubscriptions", Service<AppAuth.Error>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-geofencing-subscriptions/GeofencingSubscriptions")<GeofencingSubscriptions, Service<AppAuth.Error>>()

/**
 * Geofencing subscriptions
 *
 * Tells an application when a device comes into a circle or leaves it: a subscription names the device, the circle and where
 * notifications are posted to.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the playground's path, with an unverified name; CAMARA's rules of the API for the rest.
 * No notification of Orange's was seen.
 *
 * Its methods call with the application's own token.
 */
export class GeofencingSubscriptions extends GeofencingSubscriptionsTag {}

/** Makes the client that calls with the application's own token. */
export const make: Effect.Effect<Service<AppAuth.Error>, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.app<Service<AppAuth.Error>>(operations)

/** Provides `GeofencingSubscriptions`, which calls with the application's own token. */
export const layer: Layer.Layer<GeofencingSubscriptions, never, AppAuth.AppAuth | HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(GeofencingSubscriptions, make)

const GeofencingSubscriptionsUserTag: Context.TagClass<GeofencingSubscriptionsUser, "@effect-orange/client-geofencing-subscriptions/GeofencingSubscriptionsUser", Service<UserAuth.Error, UserAuth.UserAuth>> = /*#__PURE__*/ Context.Tag("@effect-orange/client-geofencing-subscriptions/GeofencingSubscriptionsUser")<GeofencingSubscriptionsUser, Service<UserAuth.Error, UserAuth.UserAuth>>()

/**
 * Geofencing subscriptions
 *
 * Tells an application when a device comes into a circle or leaves it: a subscription names the device, the circle and where
 * notifications are posted to.
 *
 * With the application's token the device must be sent (422 `MISSING_IDENTIFIER`); with the subscriber's it must not (422
 * `UNNECESSARY_IDENTIFIER`).
 *
 * A request may carry the header `x-correlator`, which comes back; the library sends it by the option `correlator`.
 *
 * Sources: third-party knowledge for the playground's path, with an unverified name; CAMARA's rules of the API for the rest.
 * No notification of Orange's was seen.
 *
 * Its methods call with the token of a user, who is given per call as `UserAuth`.
 */
export class GeofencingSubscriptionsUser extends GeofencingSubscriptionsUserTag {}

/** Makes the client that calls with the token of a user, who is given per call as `UserAuth`. */
export const makeUser: Effect.Effect<Service<UserAuth.Error, UserAuth.UserAuth>, never, HttpClient.HttpClient> = /*#__PURE__*/ ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations)

/**
 * Provides `GeofencingSubscriptionsUser`, which calls with the token of a user, who is given per call as `UserAuth`.
 */
export const layerUser: Layer.Layer<GeofencingSubscriptionsUser, never, HttpClient.HttpClient> = /*#__PURE__*/ Layer.effect(GeofencingSubscriptionsUser, makeUser)
