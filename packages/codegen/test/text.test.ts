/** Text of a document stays text, whatever it holds. */
import { FastCheck as fc } from "effect"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import { comment, literal, objectKey, quote } from "../src/internal/emit/text.js"

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom("*/", "/*", "`", "${", "}", "\"", "'", "\\", "\n", "\r", "\u2028", "\u2029", "\u202e", "\u0000", "//", "<!--", "-->", "@", "a"), { maxLength: 20 }).map((parts) => parts.join(""))
)

const parse = (text: string): ts.SourceFile => ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true)

const errorsOf = (text: string): number => (parse(text) as unknown as { readonly parseDiagnostics: ReadonlyArray<unknown> }).parseDiagnostics.length

describe("text", () => {
  it("a string literal is one literal, and means the string", () => {
    fc.assert(fc.property(nasty, (text) => {
      const file = parse(`const a = ${quote(text)}`)
      const declaration = (file.statements[0] as ts.VariableStatement).declarationList.declarations[0]!
      expect(file.statements.length).toBe(1)
      expect((declaration.initializer as ts.StringLiteral).text).toBe(text)
      expect(quote(text)).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
    }), { numRuns: 500 })
  })

  it("a comment ends where we end it", () => {
    fc.assert(fc.property(nasty, (text) => {
      const printed = `${comment([text], "")}export const a = 1\n`
      expect(errorsOf(printed)).toBe(0)
      const { statements } = parse(printed)
      expect(statements.length).toBe(1)
      expect(statements[0]!.kind).toBe(ts.SyntaxKind.VariableStatement)
    }), { numRuns: 500, examples: [["*\u0000/ x"], ["*\u202e/ x"]] })
  })

  it("a key is an own property of that name", () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.constantFrom("__proto__", "constructor", "a-b", "1", "class")), (name) => {
      const made = new Function(`return { ${objectKey(name)}: 1 }`)() as object
      expect(Object.keys(made)).toEqual([name])
    }), { numRuns: 500 })
  })

  it("a JSON value is the same value", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const made = new Function(`return ${literal(value as never)}`)() as unknown
      expect(JSON.stringify(made)).toBe(JSON.stringify(value))
    }), { numRuns: 300 })
  })
})
