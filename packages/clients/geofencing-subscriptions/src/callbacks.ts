/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: 57453d475442791b8eef4c08ac9376b2b07813c4eed5f5166f3509001cbdb784
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

/**
 * A device came into the area or left it, or the subscription changed.
 *
 * A CloudEvent, posted to the subscription's `sink`, by CAMARA. No notification of Orange's was seen.
 */
export const geofencing: Operation.Callback<M.Event> = { id: "geofencing", content: [{ media: "application/cloudevents+json", schema: M.Event }] }
