/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location verification 1 (location-verification.yaml)
 * sha256: 5ef76e445fafced34bc0866aa733a9db3d816ef76bc9b84b67fca3e36e0b4b00
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
