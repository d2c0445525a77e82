/** Which patterns of a document can be made to backtrack for ever. */
import { isArray, isObject, type Json } from "../json.js"
import { maybeCatastrophic, translate } from "./translate.js"

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

export const catastrophicPatterns = async (document: Json): Promise<ReadonlySet<string>> => {
  const doubtful = [...patternsIn(document, new Set())].filter((pattern) => maybeCatastrophic(translate(pattern) ?? ""))
  if (doubtful.length === 0) return new Set()
  // Loaded only where it is needed: its tables of characters take longer than a small document.
  const { isExponential } = await import("./ambiguity.js")
  return new Set(doubtful.filter((pattern) => isExponential(translate(pattern)!)))
}
