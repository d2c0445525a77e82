import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"

/**
 * Bytes that nobody can guess. Not Effect's `Random`, which is a seeded generator for repeatable runs: whoever saw a few
 * of its numbers could foretell the next state or verifier.
 */
export const randomBytes = (length: number): Effect.Effect<Uint8Array> =>
  Effect.sync(() => globalThis.crypto.getRandomValues(new Uint8Array(length)))

/** 256 bits in base64url: a state, nonce, verifier (RFC 7636 section 4.1) or session id. */
export const randomToken: Effect.Effect<string> = Effect.map(randomBytes(32), Encoding.encodeBase64Url)

export const digest = (text: string): Effect.Effect<Uint8Array> =>
  Effect.map(
    Effect.promise(() => globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))),
    (bytes) => new Uint8Array(bytes)
  )

export const sha256 = (text: string): Effect.Effect<string> => Effect.map(digest(text), Encoding.encodeBase64Url)
