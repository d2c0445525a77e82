/** Phone numbers as Orange's requests write them: E.164 with its plus, bare or as a `tel:` URI. */

const e164 = /^\+[1-9][0-9]{4,14}$/

/** The number of `tel:+33…` or `+33…`, or undefined. */
export const numberOf = (text: string): string | undefined => {
  const number = text.replace(/^tel:/, "")
  return e164.test(number) ? number : undefined
}
