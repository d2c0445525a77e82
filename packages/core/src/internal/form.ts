/** `application/x-www-form-urlencoded`, for a single value (RFC 6749 section 2.3.1 and appendix B). */
export const formEncode = (value: string): string => new URLSearchParams([["", value]]).toString().slice(1)

/** The way back; what was not encoded stays as it is. */
export const formDecode = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll("+", " "))
  } catch {
    return value
  }
}
