/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: b895d6f91efe15c2fd1aab93665f29cd53dbf6ccd91327741941eb9d61d8c673
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
