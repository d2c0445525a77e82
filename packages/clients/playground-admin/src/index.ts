/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
