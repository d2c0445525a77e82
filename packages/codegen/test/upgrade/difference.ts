/** Where two JSON values differ, as lines of pointer, ours and theirs. */
import { child, isObject, type Json } from "../../src/internal/json.js"

export interface Difference {
  readonly pointer: string
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

const isPlain = (value: Json | undefined): boolean => typeof value !== "object" || value === null

export const differences = (ours: Json | undefined, theirs: Json | undefined, pointer = "#"): ReadonlyArray<Difference> => {
  if (ours === theirs) return []
  if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) return ours.flatMap((one, index) => differences(one, theirs[index], child(pointer, index)))
  if (isPlain(ours) || isPlain(theirs) || !isObject(ours) || !isObject(theirs)) return [{ pointer, ours, theirs }]
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort().flatMap((key) => differences(ours[key], theirs[key], child(pointer, key)))
}
