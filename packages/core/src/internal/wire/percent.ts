/** Percent-encoding (RFC 3986 section 2.1), as OpenAPI 3.1 section 4.8.12.4 wants it for each place. */
import { Unwritable } from "./unwritable.js"

const isUnreserved = /^[A-Za-z0-9\-._~]*$/

const toHex = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

const encodeAll = (text: string): string => {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, toHex)
  } catch {
    throw new Unwritable("holds half of a surrogate pair, which no encoding can carry")
  }
}

/** Everything but RFC 3986's unreserved characters. */
export const encode = (text: string): string => isUnreserved.test(text) ? text : encodeAll(text)

/** An encoded triple, or a run of characters that a query may not hold. `#` would end the query: it is never let through. */
const notReserved = /%[0-9A-Fa-f]{2}|%|[^%A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=]+/g

/** Reserved expansion (RFC 6570 section 3.2.3): reserved characters and encoded triples stay as they are. */
export const encodeReserved = (text: string): string =>
  text.replace(notReserved, (part) => part.length === 3 && part.startsWith("%") ? part : encode(part))

/**
 * `application/x-www-form-urlencoded`: a blank is `+`, and `~` is encoded as RFC 1738 wants it (OpenAPI 3.1 section
 * 4.8.12.4).
 */
export const encodeForm = (text: string): string => encode(text).replaceAll("%20", "+").replaceAll("~", "%7E")
