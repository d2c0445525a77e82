/**
 * Orange's network APIs (CAMARA): the same calls on the playground and in production.
 *
 * @since 0.1.0
 */

/**
 * Whether a line's telephone was changed.
 *
 * @since 0.1.0
 */
export * as DeviceSwap from "./DeviceSwap.js"

/**
 * Told when a device comes into an area, or leaves it.
 *
 * @since 0.1.0
 */
export * as Geofencing from "./Geofencing.js"

/**
 * Whether what a person says of themselves is so.
 *
 * @since 0.1.0
 */
export * as KycMatch from "./KycMatch.js"

/**
 * Whether a subscriber has been one since a day.
 *
 * @since 0.1.0
 */
export * as KycTenure from "./KycTenure.js"

/**
 * Where a device is.
 *
 * @since 0.1.0
 */
export * as Location from "./Location.js"

/**
 * A better connection for a while.
 *
 * @since 0.1.0
 */
export * as QualityOnDemand from "./QualityOnDemand.js"

/**
 * Whether a device can be reached.
 *
 * @since 0.1.0
 */
export * as Reachability from "./Reachability.js"

/**
 * Whether a device is abroad.
 *
 * @since 0.1.0
 */
export * as Roaming from "./Roaming.js"

/**
 * Whether a line's SIM card was changed.
 *
 * @since 0.1.0
 */
export * as SimSwap from "./SimSwap.js"

/**
 * Where notifications go.
 *
 * @since 0.1.0
 */
export * as Sink from "./Sink.js"

/**
 * Whom a call is about.
 *
 * @since 0.1.0
 */
export * as Subject from "./Subject.js"
