/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

/**
 * A session came to be, or ended.
 *
 * A CloudEvent, posted to the session's `sink`, by CAMARA. No notification of Orange's was seen.
 */
export const sessionStatus: Operation.Callback<M.SessionEvent> = { id: "sessionStatus", content: [{ media: "application/cloudevents+json", schema: M.SessionEvent }] }
