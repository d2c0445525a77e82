/**
 * How many SMS a text takes, before it is sent and paid.
 *
 * It is an estimate. Orange documents that an SMS has 160 characters and that a longer text takes several; how it counts
 * characters outside the GSM alphabet, and how it splits, it does not say. What is here is the standard (3GPP TS 23.038 and
 * 23.040), without national language tables. The administration of SMS shows what was charged.
 *
 * By the standard an SMS holds 160 characters of the GSM alphabet, or 153 where the text takes several. One character
 * outside that alphabet changes the whole text to UCS-2: 70 characters, or 67. French texts meet this unseen, and can cost
 * twice as much or more. The alphabet has é è à ù ì ò Ç É, but not ç ê â î ô û ë ï œ À È, nor the quotes ’ “ ” that phones
 * and word processors put in. `estimate` tells which characters do it, and `transliterate` replaces them.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Gsm from "./internal/gsm.js"

/**
 * How a text goes out: in septets of the GSM alphabet, or in UTF-16 code units.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Encoding } from "@effect-orange/sms/Estimate"
 *
 * const charactersPerSms = (encoding: Encoding) => encoding === "GSM-7" ? 160 : 70
 * ```
 */
export type Encoding = "GSM-7" | "UCS-2"

/**
 * A character that is not in the GSM alphabet, and where it comes first: its index in the text, in UTF-16 code units.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Forcing } from "@effect-orange/sms/Estimate"
 *
 * const hint = ({ character, index }: Forcing) => `${character} at ${index}`
 * ```
 */
export interface Forcing {
  readonly character: string
  readonly index: number
}

/**
 * What a text takes.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Estimate } from "@effect-orange/sms/Estimate"
 *
 * const label = ({ remaining, units }: Estimate) => `${units} SMS, ${remaining} characters left`
 * ```
 */
export interface Estimate {
  readonly encoding: Encoding
  /** How many SMS. One at least: an SMS without text is one, though Orange may refuse it. */
  readonly units: number
  /** The length in septets (GSM-7; `^ { } \ [ ~ ] | €` and the form feed take two) or in UTF-16 code units (UCS-2; an emoji takes two or more). */
  readonly characters: number
  /** How many more fit into the last SMS, counted like `characters`. In a text of one SMS: before it takes two. */
  readonly remaining: number
  /** Why the encoding is UCS-2: each character that is not in the GSM alphabet once, the first ten. Empty for GSM-7. */
  readonly forcedBy: ReadonlyArray<Forcing>
  /** The text as it is split. Joined they are the text. */
  readonly parts: ReadonlyArray<string>
}

/** How many characters an SMS holds: alone, and where it carries the header that joins it to others. */
const capacities = {
  "GSM-7": { alone: 160, joined: 153 },
  "UCS-2": { alone: 70, joined: 67 }
} as const

/** So many characters that force UCS-2 are told: to correct them, one needs to see them, not all of a text in Arabic. */
const maxForcing = 10

const forcing = (text: string): ReadonlyArray<Forcing> => {
  const found = new Map<string, number>()
  let index = 0
  for (const character of text) {
    if (Gsm.septets(character) === undefined && !found.has(character)) found.set(character, index)
    if (found.size === maxForcing) break
    index += character.length
  }
  return [...found].map(([character, index]) => ({ character, index }))
}

/** A character's cost. It is never split: neither an escape from what it announces, nor a surrogate from its other half. */
const costIn: Readonly<Record<Encoding, (character: string) => number>> = {
  "GSM-7": (character) => Gsm.septets(character)!,
  "UCS-2": (character) => character.length
}

interface Split {
  readonly parts: ReadonlyArray<string>
  readonly lastUsed: number
}

/** Fills each part before the next is begun, which gives the fewest parts. */
const split = (text: string, cost: (character: string) => number, capacity: number): Split => {
  const parts: Array<string> = []
  let start = 0
  let end = 0
  let used = 0
  for (const character of text) {
    const more = cost(character)
    if (used + more > capacity) {
      parts.push(text.slice(start, end))
      start = end
      used = 0
    }
    used += more
    end += character.length
  }
  return { parts: [...parts, text.slice(start)], lastUsed: used }
}

const total = (text: string, cost: (character: string) => number): number => {
  let sum = 0
  for (const character of text) sum += cost(character)
  return sum
}

/**
 * Estimates how many SMS a text takes, and how it is split.
 *
 * @since 0.1.0
 * @category estimates
 * @example
 * ```ts
 * import { estimate } from "@effect-orange/sms/Estimate"
 *
 * estimate("Votre code est 1234").encoding // "GSM-7"
 * estimate("C’est prêt").forcedBy // ’ at 1, ê at 8
 * estimate("x".repeat(161)).units // 2
 * ```
 */
export const estimate = (text: string): Estimate => {
  const forcedBy = forcing(text)
  const encoding: Encoding = forcedBy.length === 0 ? "GSM-7" : "UCS-2"
  const { alone, joined } = capacities[encoding]
  const characters = total(text, costIn[encoding])
  const capacity = characters <= alone ? alone : joined
  const { lastUsed, parts } = split(text, costIn[encoding], capacity)
  return { encoding, units: parts.length, characters, remaining: capacity - lastUsed, forcedBy, parts }
}

/**
 * A text takes more SMS than allowed. The text is not in the error; `codePoints` names the characters that force UCS-2, if
 * any does: `U+2019`.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { within } from "@effect-orange/sms/Estimate"
 * import { Effect } from "effect"
 *
 * const check = (text: string) =>
 *   within(text, 1).pipe(Effect.catchTag("TooLongError", (error) => Effect.logWarning(error.message)))
 * ```
 */
export class TooLongError extends Schema.TaggedError<TooLongError>("@effect-orange/sms/TooLongError")("TooLongError", {
  /** How many SMS it takes. */
  units: Schema.Int,
  maxUnits: Schema.Int,
  encoding: Schema.Literal("GSM-7", "UCS-2"),
  /** The characters of `forcedBy`, as Unicode writes them. */
  codePoints: Schema.Array(Schema.String)
}) {
  /** What happened and what to do. */
  override get message(): string {
    const advice = this.encoding === "GSM-7"
      ? "Shorten it."
      : `An SMS holds 70 characters instead of 160 because of ${this.codePoints.join(", ")}: replace these (transliterate does for some), or shorten the text.`
    return `The text takes ${this.units} SMS, and ${this.maxUnits} may be sent. ${advice}`
  }
}

const codePoint = ({ character }: Forcing): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`

/**
 * The estimate of a text that takes `maxUnits` SMS at most; else fails with `TooLongError`.
 *
 * @since 0.1.0
 * @category estimates
 * @example
 * ```ts
 * import { within } from "@effect-orange/sms/Estimate"
 * import { Effect } from "effect"
 *
 * const program = Effect.gen(function*() {
 *   const { units } = yield* within("Votre code est 1234", 1)
 *   yield* Effect.logInfo(`${units} SMS`)
 * })
 * ```
 */
export const within = (text: string, maxUnits: number): Either.Either<Estimate, TooLongError> => {
  const estimated = estimate(text)
  const { encoding, forcedBy, units } = estimated
  return units <= maxUnits
    ? Either.right(estimated)
    : Either.left(new TooLongError({ units, maxUnits, encoding, codePoints: forcedBy.map(codePoint) }))
}

/**
 * Replaces characters outside the GSM alphabet by their obvious likeness in it, so that a text may go out in GSM-7:
 * ’ by ', “ ” « » by ", – — by -, … by three dots, œ by oe, spaces of all widths by a space, and letters with an accent
 * that GSM has not by the letter alone (ç by c, ê by e). What has no likeness stays: emoji, Arabic, °. Characters of the GSM
 * alphabet stay, é and à among them.
 *
 * It changes what people read, so it is for you to call: in some languages accents make the meaning. The result never takes
 * more SMS than the text: where it would, the text is returned as it is. To do it twice is to do it once.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { estimate, transliterate } from "@effect-orange/sms/Estimate"
 *
 * transliterate("L’hôtel est prêt…") // "L'hotel est pret..."
 * estimate(transliterate("C’est ça")).encoding // "GSM-7"
 * ```
 */
export const transliterate = (text: string): string => {
  const replaced = Gsm.substituteAll(text)
  // Three dots for one, in a text that stays UCS-2 or is full of them, can take more than what they replace.
  return estimate(replaced).units <= estimate(text).units ? replaced : text
}
