/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
 * Generator: @effect-orange/codegen 0.0.0
 */
export * from "./client.js"
export * as operations from "./operations.js"
export * as Schemas from "./schemas.js"
