/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SIM swap 1 (sim-swap.yaml)
 * sha256: cc62ffec765bbf45318ef9db2f5217789f72f202991dc247e3a83096d989bd78
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
