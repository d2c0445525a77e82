/**
 * Whom a call is about, and what for.
 *
 * @since 0.1.0
 */
import type { Msisdn } from "@effect-orange/numbers/Msisdn"

/**
 * What the answer is needed for, as a scope (W3C Data Privacy Vocabulary, by CAMARA's rules). A subscriber's consent, or
 * the law, is about a purpose.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Subject } from "@effect-orange/camara"
 *
 * const purpose: Subject.Purpose = "dpv:FraudPreventionAndDetection"
 * ```
 */
export type Purpose = `dpv:${string}`

/**
 * A subscriber, and the purpose if it is not the usual one of the call.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Subject } from "@effect-orange/camara"
 * import { Msisdn } from "@effect-orange/numbers"
 *
 * const subject: Subject.Subject = { phoneNumber: Msisdn.make("+990100000000") }
 * ```
 */
export interface Subject {
  /** Personal data: it is in no log, span or message of ours. */
  readonly phoneNumber: Msisdn
  readonly purpose?: Purpose | undefined
}
