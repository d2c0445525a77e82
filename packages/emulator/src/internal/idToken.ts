/**
 * Signing keys, the key set (RFC 7517) and id_tokens (OpenID Connect Core section 2). The JWS (RFC 7515) is put together
 * here from WebCrypto rather than by a JOSE library, because a test must be able to ask for tokens that no honest library
 * would make: foreign headers, no signature, a MAC under the public key.
 */
import type { IdTokenLie } from "../Fault.js"
import { base64Url, base64UrlText, encodeUtf8, randomId, sha256 } from "./bytes.js"

export type Algorithm = "RS256" | "ES256"

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>
type Jwk = Awaited<ReturnType<typeof exportJwk>>

interface SigningKey {
  readonly kid: string
  readonly privateKey: Key
  readonly publicKey: Key
  readonly jwk: Jwk
}

export interface SigningKeys {
  readonly algorithm: Algorithm
  /** The first one signs; older ones stay published, so that tokens signed before a rotation can still be checked. */
  published: ReadonlyArray<SigningKey>
  /** Never published. */
  other: SigningKey | undefined
}

const generation = {
  RS256: { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" },
  ES256: { name: "ECDSA", namedCurve: "P-256" }
} as const

const signing = {
  RS256: { name: "RSASSA-PKCS1-v1_5" },
  ES256: { name: "ECDSA", hash: "SHA-256" }
} as const

const exportJwk = (key: Key) => crypto.subtle.exportKey("jwk", key)

const generate = async (algorithm: Algorithm): Promise<SigningKey> => {
  const pair = await crypto.subtle.generateKey(generation[algorithm], true, ["sign", "verify"])
  if (!("privateKey" in pair)) throw new Error("WebCrypto made no key pair")
  const { key_ops: _, ext: __, ...jwk } = await exportJwk(pair.publicKey)
  return { kid: randomId(8), privateKey: pair.privateKey, publicKey: pair.publicKey, jwk }
}

/**
 * The first key of every emulator of a process is the same one: an RSA key takes a tenth of a second to make, which a
 * test suite with an emulator for each test would pay each time.
 */
const first: Partial<Record<Algorithm, Promise<SigningKey>>> = {}

export const makeKeys = async (algorithm: Algorithm): Promise<SigningKeys> => {
  const key = await (first[algorithm] ??= generate(algorithm))
  return { algorithm, published: [key], other: undefined }
}

/** A new key signs from now on; the one before stays published. */
export const rotate = async (keys: SigningKeys): Promise<void> => {
  const key = await generate(keys.algorithm)
  keys.published = [key, ...keys.published].slice(0, 2)
}

export const keySet = (keys: SigningKeys): { readonly keys: ReadonlyArray<unknown> } => ({
  keys: keys.published.map((key) => ({ ...key.jwk, kid: key.kid, alg: keys.algorithm, use: "sig" }))
})

/** OpenID Connect Core section 3.1.3.6: the left half of the hash. */
export const halfHash = (token: string): string => base64Url(sha256(token).slice(0, 16))

const signatureOf = async (keys: SigningKeys, key: SigningKey, input: string): Promise<string> => {
  const signature = await crypto.subtle.sign(signing[keys.algorithm], key.privateKey, encodeUtf8(input))
  return base64Url(new Uint8Array(signature))
}

const macOf = async (key: SigningKey, input: string): Promise<string> => {
  const algorithm = { name: "HMAC", hash: "SHA-256" }
  const secret = encodeUtf8(JSON.stringify(key.jwk))
  const mac = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"])
  return base64Url(new Uint8Array(await crypto.subtle.sign(algorithm, mac, encodeUtf8(input))))
}

const lieAlgorithm = { none: "none", hs256: "HS256" } as const

/** Signs the claims, or lies about them in the way that a test asked for. */
export const sign = async (
  keys: SigningKeys,
  claims: Readonly<Record<string, unknown>>,
  lie: IdTokenLie | undefined
): Promise<string> => {
  const key = keys.published[0]!
  const how = lie?.signWith
  const alg = how === "none" || how === "hs256" ? lieAlgorithm[how] : keys.algorithm
  const header = { typ: "JWT", alg, kid: key.kid, ...lie?.header }
  const input = `${base64UrlText(JSON.stringify(header))}.${base64UrlText(JSON.stringify({ ...claims, ...lie?.claims }))}`
  if (how === "none") return `${input}.`
  if (how === "hs256") return `${input}.${await macOf(key, input)}`
  if (how === "other-key") keys.other ??= await generate(keys.algorithm)
  return `${input}.${await signatureOf(keys, how === "other-key" ? keys.other! : key, input)}`
}
