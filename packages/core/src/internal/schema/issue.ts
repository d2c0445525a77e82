/** Parse issues. A message that is written here never holds the value that is wrong. */
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"

export type Issue = ParseResult.ParseIssue

export type Result = Either.Either<any, Issue>

type Path = readonly [PropertyKey, ...Array<PropertyKey>]

export const wrong = (ast: AST.AST, input: unknown, message: string): Issue => new ParseResult.Type(ast, input, message)

export const at = (path: PropertyKey | ReadonlyArray<PropertyKey>, input: unknown, issue: Issue): Issue => {
  if (!Array.isArray(path)) return new ParseResult.Pointer(path as PropertyKey, input, issue)
  return path.length === 0 ? issue : new ParseResult.Pointer(path as unknown as Path, input, issue)
}

export const missing = (key: PropertyKey, input: unknown, ast: AST.AST): Issue =>
  at(key, input, new ParseResult.Missing(new AST.Type(ast)))

export const unexpected = (path: PropertyKey | ReadonlyArray<PropertyKey>, input: unknown): Issue =>
  at(path, input, new ParseResult.Unexpected(undefined, "is unexpected"))

/** Several issues of one value; the first alone unless all are asked for. */
export const failed = (ast: AST.AST, input: unknown, issues: ReadonlyArray<Issue>, options: AST.ParseOptions): Result => {
  const shown = options.errors === "all" ? issues : issues.slice(0, 1)
  return Either.left(new ParseResult.Composite(ast, input, shown as [Issue, ...Array<Issue>]))
}
