import * as Encoding from "effect/Encoding"

const placeholder = "<redacted>"

/** An `error` code for messages: a plain name as it is, anything else scrubbed. */
export const errorCode = (code: string, secrets: ReadonlyArray<string> = []): string =>
  /^[A-Za-z_.:-]{1,64}$/.test(code) && !secrets.includes(code) ? code : scrub(code, secrets).slice(0, 64)

/** Every form in which a secret can come back in a server's text: raw, percent-encoded, form-encoded, base64. */
const formsOf = (secret: string): ReadonlyArray<string> => {
  const encoded = encodeURIComponent(secret)
  return [
    secret,
    encoded,
    encoded.replaceAll("%20", "+"),
    JSON.stringify(secret).slice(1, -1),
    Encoding.encodeBase64(secret),
    Encoding.encodeBase64Url(secret)
  ]
}

/** Text of a remote party, fit for a message: known secrets, token-like runs and phone numbers out, one line, bounded. */
export const scrub = (text: string, secrets: Iterable<string> = []): string => {
  let out = text
  for (const secret of secrets) {
    if (secret.length < 4) continue
    for (const form of formsOf(secret)) out = out.replaceAll(form, placeholder)
  }
  return out
    .replace(/[A-Za-z0-9_\-.~+/=%]{24,}/g, placeholder)
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+\.[A-Za-z]+/g, placeholder)
    .replace(/\+?\d{8,15}/g, maskNumber)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .slice(0, 300)
    .trim()
}

/** `+2250779914028` as `+225••••4028`: enough for support to recognise, not enough to call. */
const maskNumber = (number: string): string => {
  const plus = number.startsWith("+")
  const digits = plus ? number.slice(1) : number
  return digits.length < 8 ? "••••" : `${plus ? "+" : ""}${digits.slice(0, 3)}••••${digits.slice(-4)}`
}

/** A URL for messages: without query, fragment or credentials. Only for the environment's own endpoints. */
export const endpointOf = (url: string): string => {
  try {
    const parsed = new URL(url)
    return parsed.origin + parsed.pathname
  } catch {
    return "(not a URL)"
  }
}
