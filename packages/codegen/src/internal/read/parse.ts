/** The bytes of a file as a JSON value: JSON or YAML by what the file holds, and strict about what would be lost. */
import { isObject, type Json, type JsonObject } from "../json.js"
import { Fault } from "./fault.js"
import { type Limits, megabytes } from "./limits.js"
import { scanJson } from "./scanJson.js"
import { fromYaml } from "./yaml.js"

export interface Parsed {
  readonly value: Json
  /** Offsets of YAML tags that were passed over. */
  readonly tags: ReadonlyArray<number>
}

const decodeText = (bytes: Uint8Array, limits: Limits): string => {
  if (bytes.length > limits.fileBytes) throw new Fault(`is larger than ${megabytes(limits.fileBytes)}`, undefined, "Split the document, or take out what the client does not need")
  try {
    // A byte order mark is passed over by TextDecoder itself.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new Fault("is not encoded in UTF-8", undefined, "Save it as UTF-8, which JSON and YAML are written in")
  }
}

const countKeys = (value: Json): number => {
  let count = 0
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === "object") count += countKeys(one)
  } else if (typeof value === "object" && value !== null) {
    // Not Object.keys: a large document has a million objects, and this makes no list of each.
    for (const key in value) {
      count++
      const one = (value as JsonObject)[key]!
      if (typeof one === "object") count += countKeys(one)
    }
  }
  return count
}

/** JSON.parse keeps the last of two equal keys: fewer keys in the value than in the text tell that there were some. */
const parseJson = (text: string, limits: Limits): Json => {
  const keys = scanJson(text, limits.depth)
  const value = JSON.parse(text) as Json
  if (countKeys(value) === keys) return value
  // The reader of YAML, which reads JSON too, knows where.
  fromYaml(text, limits)
  throw new Fault("holds a key twice in one object", undefined, "Expected each key of an object once")
}

const beginsLikeJson = /^\s*[{[]/

const parseYaml = (text: string, limits: Limits): Parsed => {
  const parsed = fromYaml(text, limits)
  if (parsed === undefined) throw new Fault("is empty", undefined, "Expected an object")
  return parsed
}

/** A text that is JSON is read as JSON; one that only looks like it may still be YAML, but not in a file that says JSON. */
const parseText = (text: string, file: string, limits: Limits): Parsed => {
  const saysJson = /\.json$/i.test(file)
  if (text.trim() === "") throw new Fault("is empty", undefined, "Expected an object")
  if (!saysJson && !beginsLikeJson.test(text)) return parseYaml(text, limits)
  try {
    return { value: parseJson(text, limits), tags: [] }
  } catch (error) {
    if (saysJson || !(error instanceof Fault) || !error.problem.startsWith("is no JSON")) throw error
    return parseYaml(text, limits)
  }
}

/** What any file of a document is: an object, or where a schema may be a boolean, that is for the caller to say. */
export const parse = (bytes: Uint8Array, file: string, limits: Limits): Parsed & { readonly text: string } => {
  const text = decodeText(bytes, limits)
  return { ...parseText(text, file, limits), text }
}

/** What a value is, in a message. */
export const kindOf = (value: Json): string =>
  value === null ? "nothing" : Array.isArray(value) ? "a list" : isObject(value) ? "an object" : `a ${typeof value}`
