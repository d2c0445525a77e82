/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device reachability status 1 (device-reachability-status.yaml)
 * sha256: 50b8b3622f47b17be50949eceae5742786ea044111ebf99e50454457adf60d36
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
