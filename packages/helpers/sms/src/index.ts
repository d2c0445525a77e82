/**
 * SMS in Africa and the Middle East: what the generated client leaves to you.
 *
 * @since 0.1.0
 */

/**
 * How many messages are left, and until when.
 *
 * @since 0.1.0
 */
export * as Balance from "./Balance.js"

/**
 * Many messages, each sent at most once.
 *
 * @since 0.1.0
 */
export * as Bulk from "./Bulk.js"

/**
 * What a bulk send writes down.
 *
 * @since 0.1.0
 */
export * as BulkJournal from "./BulkJournal.js"

/**
 * What a text will cost.
 *
 * @since 0.1.0
 */
export * as Estimate from "./Estimate.js"

/**
 * Messages that people send.
 *
 * @since 0.1.0
 */
export * as Incoming from "./Incoming.js"

/**
 * One message.
 *
 * @since 0.1.0
 */
export * as Message from "./Message.js"

/**
 * What became of a message.
 *
 * @since 0.1.0
 */
export * as Receipt from "./Receipt.js"
