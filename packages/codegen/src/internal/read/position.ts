/** Where in a text a value is written: looked up only to tell an error. */
import * as Yaml from "js-yaml"
import { Fault, type Spot } from "./fault.js"
import { eventsOf, offsetOf } from "./yaml.js"

export interface Position {
  /** Counted from 1. */
  readonly line: number
  readonly column: number
}

/** Larger files are told by their pointer alone: to look for a line would take longer than to read the file. */
const largestText = 12 * 1024 * 1024

export const positionOf = (text: string, offset: number): Position => {
  let line = 1
  let start = 0
  for (let next = text.indexOf("\n"); next >= 0 && next < offset; next = text.indexOf("\n", next + 1)) {
    line++
    start = next + 1
  }
  return { line, column: offset - start + 1 }
}

const id = Yaml.EVENT_ID

/** The offset of what the keys lead to, or of the last on the way that is there. */
const offsetOfKeys = (text: string, keys: ReadonlyArray<string | number>, depth: number): number | undefined => {
  let found: number | undefined
  /** How many keys lead to the containers that are open, as far as they are on the way. */
  let matched = 0
  let level = 0
  const open: Array<{ readonly isMap: boolean; index: number; key: string | undefined; readonly onWay: boolean }> = []
  const isNext = (key: string | number): boolean => matched === level - 1 && matched < keys.length && String(keys[matched]) === String(key)

  for (const event of eventsOf(text, depth)) {
    if (event.type === id.DOCUMENT) continue
    const parent = open.at(-1)
    if (event.type === id.POP) {
      if (parent === undefined) return found
      open.pop()
      level--
      // The container that the way led into has ended: what comes next is not on it.
      if (parent.onWay && matched === level) return found
      if (matched > level) matched = level
      continue
    }
    const offset = offsetOf(event)
    let onWay = parent === undefined
    if (parent !== undefined) {
      if (parent.isMap && parent.key === undefined && event.type === id.SCALAR) {
        parent.key = event.valueStart < 0 ? "" : Yaml.getScalarValue(text, event)
        if (parent.onWay && isNext(parent.key)) found = offset ?? found
        continue
      }
      const key = parent.isMap ? parent.key ?? "" : parent.index++
      parent.key = undefined
      onWay = parent.onWay && isNext(key)
      if (onWay) {
        matched++
        if (!parent.isMap) found = offset ?? found
        if (matched === keys.length) return found
      }
    } else found = offset
    if (event.type === id.MAPPING || event.type === id.SEQUENCE) {
      open.push({ isMap: event.type === id.MAPPING, index: 0, key: undefined, onWay })
      level++
    }
  }
  return found
}

export const locate = (text: string, spot: Spot, depth: number): Position | undefined => {
  if (spot === undefined) return undefined
  if ("offset" in spot) return positionOf(text, spot.offset)
  if (text.length > largestText) return undefined
  try {
    const offset = offsetOfKeys(text, spot.keys, depth)
    return offset === undefined ? undefined : positionOf(text, offset)
  } catch (error) {
    // JSON may hold a character that YAML forbids; the pointer is told all the same.
    if (error instanceof Fault) return undefined
    throw error
  }
}
