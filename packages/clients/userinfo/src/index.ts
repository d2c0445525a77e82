/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
