/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
