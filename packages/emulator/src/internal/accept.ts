/** Content negotiation as RFC 9110 section 12.5.1 defines it, for the one type that Orange's servers speak. */

interface MediaRange {
  readonly type: string
  readonly quality: number
}

/** Java's HttpURLConnection sends `*; q=.2`: a bare star is read as any type, and a weight may lack its zero. */
const parseRange = (text: string): MediaRange => {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const quality = weight === undefined ? 1 : Number.parseFloat(weight.slice(weight.indexOf("=") + 1))
  return { type: type === "*" ? "*/*" : type, quality: Number.isNaN(quality) ? 0 : quality }
}

const specificity: Record<string, number> = { "application/json": 3, "application/*": 2, "*/*": 1 }

/**
 * Whether an `Accept` header lets the answer be JSON: the most specific range that covers `application/json` decides, and
 * a weight of zero excludes. `strict` demands the type by name, as the guide prints it ("Header Accept: application/json
 * is now required").
 */
export const acceptsJson = (header: string | undefined, strict: boolean): boolean => {
  if (header === undefined) return false
  let best: MediaRange | undefined
  for (const range of header.split(",").map(parseRange)) {
    const rank = specificity[range.type] ?? 0
    if (rank > 0 && rank >= (best === undefined ? 1 : specificity[best.type]!)) best = range
  }
  return best !== undefined && best.quality > 0 && (!strict || best.type === "application/json")
}
