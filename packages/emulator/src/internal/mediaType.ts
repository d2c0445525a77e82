/** Media types (RFC 9110 section 8.3.1). */

/** The type without its parameters: `application/json` of `Application/JSON; charset=utf-8`. */
export const essence = (type: string): string => type.split(";")[0]!.trim().toLowerCase()
