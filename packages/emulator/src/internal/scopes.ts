/** RFC 6749 section 3.3: printable ASCII without quote and backslash. */
export const scopesOf = (text: string | undefined): ReadonlyArray<string> | undefined => {
  if (text === undefined) return []
  return /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(text) ? [...new Set(text.split(" ").filter((scope) => scope !== ""))] : undefined
}
