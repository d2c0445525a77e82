/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
