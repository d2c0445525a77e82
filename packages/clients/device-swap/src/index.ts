/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device swap 1 (device-swap.yaml)
 * sha256: 833f8b8a459c933654b2e7e440705178ec3d4c3fb9776063ad273676b8939815
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
