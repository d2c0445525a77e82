/** What a schema found wrong, in words without any value: a parse issue holds the whole input. */
import * as Option from "effect/Option"
import type * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"
import * as Redaction from "../redaction.js"

export interface Problem {
  readonly path: ReadonlyArray<string>
  readonly text: string
}

const longestName = 80

const shortened = (text: string): string => text.length > longestName ? `${text.slice(0, longestName)}…` : text

/** What a schema takes, in its own words: they come from the document, never from the value. */
const expected = (ast: AST.AST): string => {
  const description = AST.getDescriptionAnnotation(ast)
  return `must be ${shortened(description._tag === "Some" ? description.value : String(ast))}`
}

/** Our own schemas say what they expected without what they got; anybody else's message may hold the value. */
const own = (message: string | undefined, actual: unknown): string | undefined =>
  message?.startsWith("Expected ") === true && (typeof actual === "object" || !message.includes(String(actual)))
    ? `must be ${shortened(message.slice("Expected ".length))}`
    : undefined

/** What a declaration of ours stands for. */
const shapeOf = (ast: AST.AST | undefined): AST.AST | undefined =>
  ast?._tag === "Declaration" ? Option.getOrElse(AST.getSurrogateAnnotation(ast), () => ast) : ast

const isDeclared = (parent: AST.AST | undefined, key: PropertyKey): boolean => {
  const shape = shapeOf(parent)
  return shape?._tag === "TypeLiteral" && shape.propertySignatures.some(({ name }) => name === key)
}

/** Keys of a map are data, as values are; positions and declared names are not. */
const shownKey = (parent: AST.AST | undefined, key: PropertyKey, isUnexpected: boolean): string => {
  if (typeof key === "number" || isDeclared(parent, key)) return String(key)
  return isUnexpected ? Redaction.scrub(String(key)) : "*"
}

const listOf = <A>(value: A | ReadonlyArray<A>): ReadonlyArray<A> => Array.isArray(value) ? value : [value as A]

/** The deepest of the branches: where several members of a union refuse a value, the one that came closest. */
const deepest = (problems: ReadonlyArray<Problem>): Problem =>
  problems.reduce((best, next) => next.path.length > best.path.length ? next : best)

/** The refinement's own words; those of its issue where they are ours. */
const atRefinement = ({ actual, ast, issue }: ParseResult.Refinement): string =>
  (issue._tag === "Type" ? own(issue.message, actual) : undefined) ?? expected(ast)

/** Members of a choice, of choices in it too. An optional property's schema is a choice with undefined. */
const members = (ast: AST.AST): ReadonlyArray<AST.AST> =>
  AST.isUnion(ast) ? ast.types.flatMap(members) : AST.isUndefinedKeyword(ast) ? [] : [ast]

/** No member of a union came closer than another: the choice itself is told, where it is one of literals. */
const atUnion = (ast: AST.AST): string | undefined => {
  const shape = shapeOf(ast)
  if (shape?._tag !== "Union") return undefined
  const all = members(shape)
  return all.every(AST.isLiteral) ? expected(AST.Union.make(all)) : all.length === 1 ? undefined : "has none of the forms that it may have"
}

const find = (issue: ParseResult.ParseIssue, path: ReadonlyArray<string>, parent: AST.AST | undefined): Problem => {
  switch (issue._tag) {
    case "Pointer": {
      const keys = listOf(issue.path).map((key) => shownKey(parent, key, issue.issue._tag === "Unexpected"))
      return find(issue.issue, [...path, ...keys], undefined)
    }
    case "Composite": {
      const found = deepest(listOf(issue.issues).map((one) => find(one, path, issue.ast)))
      return found.path.length > path.length ? found : { path, text: atUnion(issue.ast) ?? found.text }
    }
    case "Refinement": {
      const found = find(issue.issue, path, issue.ast.from)
      return issue.kind === "From" || found.path.length > path.length ? found : { path, text: atRefinement(issue) }
    }
    case "Transformation":
      return find(issue.issue, path, issue.kind === "Encoded" ? issue.ast.from : issue.ast.to)
    case "Missing":
      return { path, text: "is missing" }
    case "Unexpected":
      return { path, text: "is not known" }
    case "Forbidden":
      return { path, text: "cannot be checked at once" }
    case "Type":
      return { path, text: own(issue.message, issue.actual) ?? expected(issue.ast) }
  }
}

export const describe = (issue: ParseResult.ParseIssue): Problem => find(issue, [], undefined)
