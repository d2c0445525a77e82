/** Comparing secrets in a time that tells nothing of them. */
import * as Effect from "effect/Effect"

const encoder = new TextEncoder()

const digest = (text: string): Effect.Effect<Uint8Array> =>
  Effect.promise(() => crypto.subtle.digest("SHA-256", encoder.encode(text)).then((buffer) => new Uint8Array(buffer)))

/** Digests have one length, and nobody can choose where they differ. */
export const isSame = (a: string, b: string): Effect.Effect<boolean> =>
  Effect.zipWith(digest(a), digest(b), (x, y) => x.reduce((differing, byte, index) => differing | (byte ^ y[index]!), 0) === 0)
