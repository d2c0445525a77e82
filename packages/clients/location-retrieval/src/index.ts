/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
