/**
 * Bytes, text and digests without a platform module, and all synchronous: an asynchronous digest would let a test clock
 * move between the question and the answer.
 */

const utf8Strict = new TextDecoder("utf-8", { fatal: true })
const encoder = new TextEncoder()

/** UTF-8 text, or undefined when the bytes are something else. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8Strict.decode(bytes)
  } catch {
    return undefined
  }
}

export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

const binary = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

export const base64 = (bytes: Uint8Array): string => btoa(binary(bytes))

export const base64Url = (bytes: Uint8Array): string =>
  base64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")

export const base64UrlText = (text: string): string => base64Url(encodeUtf8(text))

/** Standard base64 with or without its padding, or undefined. */
export const decodeBase64 = (text: string): Uint8Array | undefined => {
  if (text === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  try {
    return Uint8Array.from(atob(text.replace(/=+$/, "")), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** The bytes as ISO 8859-1, which is what `btoa("…")` in a browser makes of a name or secret. */
export const decodeLatin1 = binary

/** FIPS 180-4 section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = /* @__PURE__ */ (() => {
  const constants: Array<number> = []
  for (let candidate = 2; constants.length < 64; candidate++) {
    let prime = true
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) prime = false
    if (prime) constants.push(((Math.cbrt(candidate) % 1) * 2 ** 32) >>> 0)
  }
  return constants
})()

const rotateRight = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const padded = (message: Uint8Array): DataView => {
  const length = ((message.length + 8) >> 6 << 6) + 64
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(length - 4, (message.length << 3) >>> 0)
  return view
}

const schedule = (view: DataView, offset: number): Uint32Array => {
  const words = new Uint32Array(64)
  for (let i = 0; i < 16; i++) words[i] = view.getUint32(offset + i * 4)
  for (let i = 16; i < 64; i++) {
    const w15 = words[i - 15]!
    const w2 = words[i - 2]!
    const s0 = rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ (w15 >>> 3)
    const s1 = rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ (w2 >>> 10)
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1
  }
  return words
}

const compress = (hash: Uint32Array, words: Uint32Array): void => {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + words[i]!) | 0
    const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) hash[i] = hash[i]! + next[i]!
}

/** SHA-256 (FIPS 180-4), for PKCE's S256 (RFC 7636 section 4.6) and `at_hash` (OpenID Connect Core 3.1.3.6). */
export const sha256 = (text: string): Uint8Array => {
  const hash = Uint32Array.of(
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  )
  const view = padded(encodeUtf8(text))
  for (let offset = 0; offset < view.byteLength; offset += 64) compress(hash, schedule(view, offset))
  const digest = new DataView(new ArrayBuffer(32))
  hash.forEach((word, i) => digest.setUint32(i * 4, word))
  return new Uint8Array(digest.buffer)
}

/** An unguessable identifier of that many random bytes, base64url. */
export const randomId = (bytes: number): string => base64Url(crypto.getRandomValues(new Uint8Array(bytes)))

export const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")

/** That many random bytes, in lower-case hexadecimal. */
export const randomHex = (bytes: number): string => toHex(crypto.getRandomValues(new Uint8Array(bytes)))

export const randomUuid = (): string => crypto.randomUUID()
