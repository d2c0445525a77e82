/**
 * How many messages are left, and until when: from the answer of today and from the one of 2022 at the same URL, which
 * Orange's applications have both met.
 *
 * @since 0.1.0
 */
import * as Client from "@effect-orange/client-sms"
import type { ApiClient, AppAuth } from "@effect-orange/core"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

/**
 * A contract: messages that were bought for one country.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Balance } from "@effect-orange/sms"
 *
 * const isLow = ({ availableUnits }: Balance.Contract) => availableUnits < 100
 * ```
 */
export interface Contract {
  readonly id: Option.Option<string>
  /** ISO 3166-1 alpha-3: `CIV`. */
  readonly country: string
  /** `SMS_OCB` and others. */
  readonly offer: Option.Option<string>
  /** Messages that are left. */
  readonly availableUnits: number
  /** Messages that are set aside: Orange takes units in blocks, as measured in 2026. */
  readonly requestedUnits: number
  /** The older answer has no zone: it is taken for UTC. None where it cannot be read. */
  readonly expiresAt: Option.Option<DateTime.Utc>
  /** `ACTIVE`, `EXPIRED`; the older answer has none. */
  readonly status: Option.Option<string>
}

/** A date; without a zone it is one of UTC. */
const dateOf = (text: string | undefined): Option.Option<DateTime.Utc> =>
  Option.flatMap(Option.fromNullable(text), (one) => DateTime.make(/(?:Z|[+-]\d\d:?\d\d)$/i.test(one) ? one : `${one}Z`))

const ofToday = (one: Client.Schemas.Contract): Contract => ({
  id: Option.fromNullable(one.id),
  country: one.country,
  offer: Option.fromNullable(one.offerName),
  availableUnits: one.availableUnits,
  requestedUnits: one.requestedUnits ?? 0,
  expiresAt: dateOf(one.expirationDate),
  status: Option.fromNullable(one.status)
})

const ofOld = (one: Client.Schemas.LegacyServiceContract): Contract => ({
  id: Option.fromNullable(one.contractId),
  country: one.country,
  offer: Option.fromNullable(one.service),
  availableUnits: one.availableUnits,
  requestedUnits: 0,
  expiresAt: dateOf(one.expires),
  status: Option.none()
})

/**
 * What reading can fail with.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { Balance } from "@effect-orange/sms"
 *
 * const isOurs = (error: Balance.ReadError) => error._tag === "InvalidRequestError"
 * ```
 */
export type ReadError = ApiClient.Error | AppAuth.Error | Client.operations.ListContractsError

/**
 * The application's contracts, all or those of one country (ISO 3166-1 alpha-3).
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Balance } from "@effect-orange/sms"
 * import { Effect } from "effect"
 *
 * const warn = Effect.flatMap(Balance.read({ country: "CIV" }), (contracts) =>
 *   Effect.flatMap(Balance.left(contracts), (units) => units < 100 ? Effect.logWarning(`${units} messages are left`) : Effect.void))
 * ```
 */
export const read = (
  { country }: { readonly country?: string | undefined } = {}
): Effect.Effect<ReadonlyArray<Contract>, ReadError, Client.Sms> =>
  Effect.gen(function*() {
    const sms = yield* Client.Sms
    const answer = yield* sms.listContracts(country === undefined ? {} : { country })
    return "partnerContracts" in answer
      ? answer.partnerContracts.contracts.flatMap(({ serviceContracts }) => serviceContracts.map(ofOld))
      : answer.map(ofToday)
  })

/**
 * Messages that can be sent now: those of contracts that have not expired, by their date and by Orange's word.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Balance } from "@effect-orange/sms"
 * import { Effect } from "effect"
 *
 * const units = Effect.flatMap(Balance.read(), Balance.left)
 * ```
 */
export const left = (contracts: ReadonlyArray<Contract>): Effect.Effect<number> =>
  Effect.map(DateTime.now, (now) => {
    const usable = contracts.filter(({ expiresAt, status }) =>
      !Option.contains(status, "EXPIRED") && Option.match(expiresAt, { onNone: () => true, onSome: DateTime.greaterThan(now) }))
    return usable.reduce((sum, { availableUnits }) => sum + availableUnits, 0)
  })
