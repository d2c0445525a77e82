/** What a header field may be (RFC 9110 section 5). */
import { Unwritable } from "./unwritable.js"

const isToken = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Whether a text is a field's name. */
export const isName = (name: string): boolean => isToken.test(name)

/** Visible ASCII, blank, tab, and the bytes above, which RFC 9110 section 5.5 lets pass: no line break, no NUL. */
const isValue = /^[\t\x20-\x7e\x80-\xff]*$/

export const hasValueProblem = (value: string): boolean => !isValue.test(value)

/** A header's value as it is: headers know no percent-encoding (OpenAPI 3.1.2 appendix D). */
export const checkValue = (value: string): string => {
  if (hasValueProblem(value)) throw new Unwritable("holds a line break or another character that no header can carry")
  return value
}
