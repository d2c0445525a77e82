/**
 * @since 0.1.0
 */

/**
 * OpenAPI document in, Effect client out: as a library function, for build scripts and tests.
 *
 * @since 0.1.0
 */
export * as Generator from "./Generator.js"

/**
 * Why nothing was generated. Each error is a value and says where in which file, what was found, and what to do.
 *
 * @since 0.1.0
 */
export * as GeneratorError from "./GeneratorError.js"

/**
 * What a generator could not say in full: each construct with its place in the document and a reason.
 *
 * @since 0.1.0
 */
export * as Report from "./Report.js"
