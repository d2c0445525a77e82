/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: c188550076fd11e9069bb023775bf006c6ffb44b7ec475a20e1e7b88167741f2
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
