/** Which patterns of a document can be made to backtrack for ever: proved by recheck, asked only where there is a doubt. */
import { isArray, isObject, type Json } from "./json.js"
import { maybeCatastrophic, translate } from "./model/pattern.js"

const patternsIn = (value: Json, found: Set<string>): Set<string> => {
  if (isArray(value)) for (const one of value) patternsIn(one, found)
  else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const one = value[key]!
      if (key === "pattern" && typeof one === "string") found.add(one)
      else if (key === "patternProperties" && isObject(one)) for (const pattern of Object.keys(one)) found.add(pattern)
      patternsIn(one, found)
    }
  }
  return found
}

/** Longer patterns are not proved but refused: the proof would take longer than a reader has. */
const longestPattern = 1_000

const isCatastrophic = async (pattern: string): Promise<boolean> => {
  const translated = translate(pattern)
  if (translated === undefined || !maybeCatastrophic(translated)) return false
  if (translated.length > longestPattern) return true
  const { checkSync } = await import("recheck")
  const { status, ...result } = checkSync(translated, "u", { timeout: 2_000 })
  return status === "vulnerable" ? (result as { complexity?: { type: string } }).complexity?.type === "exponential" : status === "unknown"
}

export const catastrophicPatterns = async (document: Json): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const pattern of patternsIn(document, new Set())) {
    if (await isCatastrophic(pattern)) found.add(pattern)
  }
  return found
}
