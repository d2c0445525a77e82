/**
 * Orange's authorization servers and API gateway, emulated for tests and for local work.
 *
 * @since 0.1.0
 */

/**
 * The emulator: its tag, its layers.
 *
 * @since 0.1.0
 */
export * as Emulator from "./Emulator.js"

/**
 * What Orange's APIs post to an application.
 *
 * @since 0.1.0
 */
export * as Delivery from "./Delivery.js"

/**
 * What can go wrong, as data.
 *
 * @since 0.1.0
 */
export * as Fault from "./Fault.js"

/**
 * What was received and answered.
 *
 * @since 0.1.0
 */
export * as Journal from "./Journal.js"

/**
 * HTTP messages as plain data.
 *
 * @since 0.1.0
 */
export * as Message from "./Message.js"

/**
 * How an emulator is set up.
 *
 * @since 0.1.0
 */
export * as Options from "./Options.js"
