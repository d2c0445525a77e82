/** Regular expressions of JSON Schema (validation section 6.3.3): not anchored, compiled when first used. */

const compile = (source: string): RegExp => {
  try {
    return new RegExp(source, "u")
  } catch {
    // Such as `\-` outside a class, which only the older syntax has.
    return new RegExp(source)
  }
}

const compiled = new Map<string, RegExp>()

export const regexp = (source: string): RegExp => {
  const found = compiled.get(source)
  if (found !== undefined) return found
  const made = compile(source)
  compiled.set(source, made)
  return made
}
