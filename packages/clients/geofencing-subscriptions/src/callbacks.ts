/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
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
