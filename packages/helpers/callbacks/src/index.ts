/**
 * Handlers for what Orange's APIs post to an application.
 *
 * @since 0.1.0
 */

/**
 * Receiving a callback: authentication, decoding, handling once, and the answer.
 *
 * @since 0.1.0
 */
export * as Callback from "./Callback.js"

/**
 * What is known of the subjects of callbacks.
 *
 * @since 0.1.0
 */
export * as CallbackStore from "./CallbackStore.js"
