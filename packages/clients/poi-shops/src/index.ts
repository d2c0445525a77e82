/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
