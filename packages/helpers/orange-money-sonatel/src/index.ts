/**
 * Payments by Orange Money in Senegal: what the generated client leaves to you.
 *
 * @since 0.1.0
 */

/**
 * Transactions that have changed, as Sonatel tells of them.
 *
 * @since 0.1.0
 */
export * as Notification from "./Notification.js"

/**
 * What is kept of a payment, and how it stands.
 *
 * @since 0.1.0
 */
export * as Payment from "./Payment.js"

/**
 * Asking for payments.
 *
 * @since 0.1.0
 */
export * as Payments from "./Payments.js"

/**
 * The signature of callbacks.
 *
 * @since 0.1.0
 */
export * as Signature from "./Signature.js"
