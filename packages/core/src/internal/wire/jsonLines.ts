/** Lines of JSON, and JSON text sequences (RFC 7464), read as their bytes come. */

export interface Parser {
  /** The texts that these bytes complete. */
  readonly push: (bytes: Uint8Array) => ReadonlyArray<string>
  /** The last text, which nothing needs to end. */
  readonly end: () => ReadonlyArray<string>
  /** Characters that wait for their text's end. */
  readonly pending: () => number
}

const isText = (text: string): boolean => text.trim() !== ""

/** RFC 7464 section 2.2: each text begins with a record separator. */
const separators = { lines: /\n/, sequence: /\x1e/ }

export const make = (kind: keyof typeof separators): Parser => {
  const decoder = new TextDecoder()
  let rest = ""
  return {
    push: (bytes) => {
      const parts = decoder.decode(bytes, { stream: true }).split(separators[kind])
      parts[0] = rest + parts[0]!
      rest = parts.pop()!
      return parts.filter(isText)
    },
    end: () => {
      const last = [rest + decoder.decode()].filter(isText)
      rest = ""
      return last
    },
    pending: () => rest.length
  }
}
