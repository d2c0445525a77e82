/** What a document may say where a name or a text is expected. Were any of it code, it would leave a mark. */

const mark = "globalThis.PWNED = 1"

export const texts: Readonly<Record<string, string>> = {
  commentEnd: `*/ ${mark} /*`,
  nestedComment: `/** */ ${mark} // */`,
  doubleQuote: `"; ${mark}; "`,
  singleQuote: `'; ${mark}; '`,
  backtick: `\`; ${mark}; \``,
  template: `\${${mark}}`,
  backslash: `\\"; ${mark}; //\\`,
  newline: `x\n${mark}\n`,
  carriageReturn: `x\r${mark}\r\n//`,
  lineSeparator: `x\u2028${mark}\u2029`,
  nextLine: `x\u0085${mark}\v\f`,
  bidi: `x\u202e${mark}\u2066\u2069\u200f`,
  brackets: `}]); ${mark}; ({[(`,
  tag: `@see {@link ${mark}} @internal </script><script>${mark}</script>`,
  computed: `["constructor"]["constructor"]("${mark}")()`,
  nul: `x\u0000${mark}\u0007\u001b[31m`,
  surrogate: `\ud800${mark}\udfff`,
  zeroWidth: `\u200b\ufeff${mark}\u00ad`
}

/** Names that objects have already, or that are words of the language. */
export const names: ReadonlyArray<string> = [
  "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then", "prototype", "isPrototypeOf", "__defineGetter__",
  "class", "default", "new", "delete", "await", "yield", "eval", "arguments", "undefined", "null", "enum", "package", "let", "static",
  "Service", "Schema", "S", "M", "k", "api", "Effect", "Layer", "Context", "ApiClient", "ApiError", "Operation", "Redacted", "DateTime", "Stream",
  "String", "Array", "ReadonlyArray", "Uint8Array", "Record", "Error", "Promise", "Object", "globalThis", "operations", "make", "layer", "Api", "ApiTag",
  "body", "contentType", "options", "request", "1st", "日本", "ñandú", "a-b", "a b", "a.b", "$", "_", "-", "!", "🦊", "Foo", "foo", "FOO", "foo_", "Foo2",
  "x".repeat(200), "é", "e\u0301", ""
]
