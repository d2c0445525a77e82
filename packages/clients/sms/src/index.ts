/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
export * as callbacks from "./callbacks.js"
