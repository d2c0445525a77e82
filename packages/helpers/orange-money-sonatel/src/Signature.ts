/**
 * The signature of Sonatel's callbacks (third-party knowledge): `X-Sonatel-Signature: t=<second>,v1=<hex>[,v1=<hex>…]`,
 * each `v1` the HMAC-SHA256 of `{t},{raw body}` by a secret of the endpoint. While one secret replaces another there are
 * two.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"

/** How far Sonatel's clock and ours, and the way in between, may be apart. */
const tolerance = Duration.toMillis("300 seconds")

interface Parsed {
  readonly time: string
  readonly signatures: ReadonlyArray<Uint8Array<ArrayBuffer>>
}

const parse = (header: string): Parsed | undefined => {
  const pairs = header.split(",").map((pair) => pair.trim().split("=", 2) as [string, string | undefined])
  const times = pairs.filter(([key]) => key === "t").map(([, value]) => value ?? "")
  const signatures = pairs.filter(([key]) => key === "v1").flatMap(([, value]) => {
    const bytes = Encoding.decodeHex((value ?? "").toLowerCase())
    return Either.isRight(bytes) ? [new Uint8Array(bytes.right)] : []
  })
  return times.length === 1 && /^\d{1,12}$/.test(times[0]!) ? { time: times[0]!, signatures } : undefined
}

const encoder = new TextEncoder()

const signed = (time: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = encoder.encode(`${time},`)
  const all = new Uint8Array(head.length + body.length)
  all.set(head)
  all.set(body, head.length)
  return all
}

/** WebCrypto compares in constant time. */
const isBy = (secret: Redacted.Redacted, { signatures, time }: Parsed, body: Uint8Array): Effect.Effect<boolean> =>
  Effect.promise(async () => {
    const key = await crypto.subtle.importKey("raw", encoder.encode(Redacted.value(secret)), { name: "HMAC", hash: "SHA-256" }, false, ["verify"])
    const data = signed(time, body)
    const valid = await Promise.all(signatures.map((one) => crypto.subtle.verify("HMAC", key, one, data)))
    return valid.includes(true)
  })

/**
 * Whether a body was signed by one of the secrets, at most 300 seconds ago (or ahead). No header, or one that is none, is
 * no signature.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Signature } from "@effect-orange/orange-money-sonatel"
 * import { Redacted } from "effect"
 *
 * const isSonatels = (header: string | undefined, body: Uint8Array) =>
 *   Signature.verify({ header, body, secrets: [Redacted.make("the endpoint's")] })
 * ```
 */
export const verify = (
  { body, header, secrets }: { readonly header: string | undefined; readonly body: Uint8Array; readonly secrets: ReadonlyArray<Redacted.Redacted> }
): Effect.Effect<boolean> =>
  Effect.gen(function*() {
    const parsed = header === undefined ? undefined : parse(header)
    if (parsed === undefined) return false
    const now = yield* Clock.currentTimeMillis
    if (Math.abs(now - Number(parsed.time) * 1000) > tolerance) return false
    const valid = yield* Effect.forEach(secrets, (secret) => isBy(secret, parsed, body))
    return valid.includes(true)
  })
