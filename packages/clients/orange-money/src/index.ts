/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
