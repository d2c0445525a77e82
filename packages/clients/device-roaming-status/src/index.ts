/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
