/**
 * Payments by Orange Money's web payment: what the generated client leaves to you.
 *
 * @since 0.1.0
 */

/**
 * Payments that have ended, as Orange tells of them.
 *
 * @since 0.1.0
 */
export * as Notification from "./Notification.js"

/**
 * The sandbox, or a country.
 *
 * @since 0.1.0
 */
export * as Offer from "./Offer.js"

/**
 * What is kept of a payment.
 *
 * @since 0.1.0
 */
export * as PaymentIntent from "./PaymentIntent.js"

/**
 * Taking payments.
 *
 * @since 0.1.0
 */
export * as Payments from "./Payments.js"
