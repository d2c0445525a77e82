/**
 * Text of a document as text of a program. Nothing from a document is printed but through this module: as a string
 * literal, a property key, a number or a comment, none of which it can end.
 */
import type { Json } from "../json.js"
import { isIdentifier } from "../name/identifiers.js"

/** JSON is JavaScript but for two line separators (before ES2019) and what editors take for a new line. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(/[\u2028\u2029\u0085\u007f\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)

/** A key in a type. */
export const key = (name: string): string => isIdentifier(name) && /^[\x20-\x7e]+$/.test(name) ? name : quote(name)

/** A key in an object: `__proto__` would set the prototype. */
export const objectKey = (name: string): string => name === "__proto__" ? `["__proto__"]` : key(name)

export const number = (value: number): string => Object.is(value, -0) ? "0" : String(value)

export const literal = (value: Json): string => {
  if (typeof value === "string") return quote(value)
  if (typeof value === "number") return number(value)
  if (typeof value !== "object" || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`
  const entries = Object.entries(value as Record<string, Json>)
  return entries.length === 0 ? "{}" : `{ ${entries.map(([name, one]) => `${objectKey(name)}: ${literal(one)}`).join(", ")} }`
}

/** One line of a comment: it cannot end the comment, and holds nothing that an editor would not show. */
const clean = (line: string): string =>
  // What is not shown goes first: a comment's end may stand on both sides of it.
  line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "").replaceAll("*/", "*\\/").trimEnd()

/** Paragraphs as a doc comment, or nothing. */
export const comment = (paragraphs: ReadonlyArray<string | undefined>, indent: string): string => {
  const texts: Array<string> = []
  for (const one of paragraphs) {
    const text = one?.trim()
    if (text !== undefined && text !== "") texts.push(text)
  }
  if (texts.length === 0) return ""
  const lines = texts.join("\n\n").split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/).map(clean)
  return lines.length === 1 && lines[0]!.length < 100
    ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => line === "" ? `${indent} *` : `${indent} * ${line}`).join("\n")}\n${indent} */\n`
}

/** An object of printed fields, on one line where it is short. */
export const braces = (fields: ReadonlyArray<string>): string =>
  fields.length === 0
    ? "{}"
    : fields.reduce((length, one) => length + one.length + 2, 0) < 80 && !fields.some((one) => one.includes("\n"))
    ? `{ ${fields.join(", ")} }`
    : `{\n  ${fields.join(",\n").replaceAll("\n", "\n  ")}\n}`
