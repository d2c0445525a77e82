/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
