/**
 * The grammar of JSON (RFC 8259), without making its values: `JSON.parse` makes them faster, but says neither where a
 * text is wrong nor that a key is there twice, and knows no limit of depth.
 */
import { Fault, show } from "./fault.js"

const quote = 0x22
const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
const comma = 0x2c
const colon = 0x3a

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literal = /true|false|null/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

const unexpected = (text: string, at: number, expected: string): Fault =>
  new Fault(at >= text.length ? "is no JSON: it ends too early" : `is no JSON: unexpected ${show(String.fromCodePoint(text.codePointAt(at)!))}`, { offset: at }, `Expected ${expected}`)

const skipSpace = (text: string, from: number): number => {
  let at = from
  for (;; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) return at
  }
}

/** The place behind a string that begins at `from`. */
const skipString = (text: string, from: number): number => {
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === backslash) {
      const behind = matchAt(escape, text, at)
      if (behind < 0) throw unexpected(text, at, "an escape that JSON knows, such as \\n or \\u0041")
      at = behind
    } else if (code < 0x20) throw unexpected(text, at, "an escape: a text of JSON stays on its line")
    else if (at >= text.length) throw new Fault("is no JSON: a text has no end", { offset: from }, "Expected a closing quote")
    else at++
  }
}

const skipScalar = (text: string, at: number): number => {
  if (text.charCodeAt(at) === quote) return skipString(text, at)
  const behindNumber = matchAt(number, text, at)
  if (behindNumber < 0) {
    const behindLiteral = matchAt(literal, text, at)
    if (behindLiteral < 0) throw unexpected(text, at, "a value")
    return behindLiteral
  }
  if (behindNumber - at > 3 && !Number.isFinite(Number(text.slice(at, behindNumber)))) {
    throw new Fault(`${show(text.slice(at, behindNumber))} is too large a number`, { offset: at }, "Expected a number that a double can hold")
  }
  return behindNumber
}

const skipKey = (text: string, from: number): number => {
  if (text.charCodeAt(from) !== quote) throw unexpected(text, from, "a key in double quotes")
  const at = skipSpace(text, skipString(text, from))
  if (text.charCodeAt(at) !== colon) throw unexpected(text, at, "a colon")
  return at + 1
}

/** How many keys all objects of a text have together. A text that is no JSON, or too deep, is a fault. */
export const scanJson = (text: string, depth: number): number => {
  let keys = 0
  /** For each open container whether it is an object. */
  const open: Array<boolean> = []
  let at = 0
  for (;;) {
    at = skipSpace(text, at)
    const code = text.charCodeAt(at)
    if (code === openBrace || code === openBracket) {
      const isObject = code === openBrace
      if (open.length === depth) throw new Fault("is nested too deeply", { offset: at }, `At most ${depth} levels are read`)
      at = skipSpace(text, at + 1)
      if (text.charCodeAt(at) === (isObject ? closeBrace : closeBracket)) at++
      else {
        open.push(isObject)
        if (isObject) {
          keys++
          at = skipKey(text, at)
        }
        continue
      }
    } else at = skipScalar(text, at)
    // A value has ended, and with it perhaps what holds it.
    for (;;) {
      at = skipSpace(text, at)
      const isObject = open.at(-1)
      if (isObject === undefined) {
        if (at < text.length) throw unexpected(text, at, "the end of the file")
        return keys
      }
      const next = text.charCodeAt(at)
      if (next === comma) {
        at++
        if (isObject) {
          keys++
          at = skipKey(text, skipSpace(text, at))
        }
        break
      }
      if (next !== (isObject ? closeBrace : closeBracket)) throw unexpected(text, at, isObject ? "a comma or a closing brace" : "a comma or a closing bracket")
      open.pop()
      at++
    }
  }
}
