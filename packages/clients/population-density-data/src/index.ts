/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
