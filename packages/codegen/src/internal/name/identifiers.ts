/** Names as a person would write them, out of whatever a document holds. */

const words = (text: string): ReadonlyArray<string> => text.normalize("NFC").split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "")

const upperFirst = (word: string): string => {
  const first = String.fromCodePoint(word.codePointAt(0)!)
  return first.toUpperCase() + word.slice(first.length)
}

/** `HTTPServer` to `httpServer`, `GetUser` to `getUser`. */
const lowerFirst = (word: string): string => {
  const run = /^\p{Lu}+/u.exec(word)?.[0] ?? ""
  const lowered = run.length <= 1 || run.length === word.length ? run.length : run.length - (/^\p{Ll}/u.test(word.slice(run.length)) ? 1 : 0)
  return word.slice(0, lowered).toLowerCase() + word.slice(lowered)
}

/** What an identifier may not begin with. */
const withStart = (name: string): string => name === "" ? "_" : /^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`

const withoutStrays = (name: string): string => name.replace(/[^\p{ID_Continue}$]/gu, "")

export const pascal = (text: string): string => withStart(withoutStrays(words(text).map(upperFirst).join("")))

export const camel = (text: string): string => {
  const [first, ...rest] = words(text)
  return withStart(withoutStrays([...(first === undefined ? [] : [lowerFirst(first)]), ...rest.map(upperFirst)].join("")))
}

/** `OrangeMoney` to `orange-money`: a client's name in metrics and budgets. */
export const kebab = (name: string): string => name.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, "-").toLowerCase()

/** The name, or with the first number that makes it unused. */
export const unusedName = (wanted: string, isTaken: (name: string) => boolean): string => {
  let name = wanted
  for (let count = 2; isTaken(name); count++) name = `${wanted}${count}`
  return name
}

export const isIdentifier = (text: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text)

/** Words of the language, and names that a value or a service may not have. */
export const reservedValues: ReadonlySet<string> = new Set([
  ..."break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package private protected public await async eval arguments undefined".split(" "),
  // A service with a `then` would be taken for a promise.
  "then",
  // What generated modules import or declare.
  "k", "api", "constructor", "prototype"
])

/** Names that types of the generated modules use themselves. */
export const reservedTypes: ReadonlySet<string> = new Set([
  "S", "M", "DateTime", "Redacted", "Stream", "Uint8Array", "ReadonlyArray", "Blob", "Service", "Operation", "ApiClient", "ApiError", "Layer", "Effect", "Context",
  "AppAuth", "UserAuth", "HttpClient"
])
