/**
 * Telephone numbers, senders and countries as Orange's APIs want them. `PhoneNumber` is not here: it needs
 * libphonenumber-js, and is imported by its own path, `@effect-orange/numbers/PhoneNumber`.
 *
 * @since 0.1.0
 */

/**
 * The countries that Orange's APIs are known to serve, and what is known of each.
 *
 * @since 0.1.0
 */
export * as Country from "./Country.js"

/**
 * A telephone number in its international form.
 *
 * @since 0.1.0
 */
export * as Msisdn from "./Msisdn.js"

/**
 * Who a text message is from.
 *
 * @since 0.1.0
 */
export * as SenderAddress from "./SenderAddress.js"
