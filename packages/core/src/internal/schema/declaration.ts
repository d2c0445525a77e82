/**
 * Declarations that hold other schemas. One of them serves decoding and encoding, and the decoded and the wire side of
 * itself: `S.typeSchema` and `S.encodedSchema` reach a declaration only through its type parameters, so the first of
 * these is a marker that tells which side it has become.
 */
import type * as Arbitrary from "effect/Arbitrary"
import * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"
import type { Result } from "./issue.js"
import { same } from "./json.js"

export type Parse = (input: unknown, options: AST.ParseOptions) => Result

/** `both`: from the wire to the decoded value. `type`, `wire`: from one of them to itself. */
export type Side = "both" | "type" | "wire"

/** What a declaration is compiled for. */
export interface Family {
  readonly side: Side
  readonly decoding: boolean
  readonly asts: ReadonlyArray<AST.AST>
  /** One per child. */
  readonly parsers: ReadonlyArray<Parse>
}

export type Run = (input: unknown, options: AST.ParseOptions, self: AST.AST) => Result

export interface Definition {
  readonly title: string
  readonly children: ReadonlyArray<AST.AST>
  readonly compile: (family: Family) => Run
  readonly arbitrary: (
    children: ReadonlyArray<Arbitrary.LazyArbitrary<any>>,
    ctx: Arbitrary.ArbitraryGenerationContext
  ) => Arbitrary.LazyArbitrary<any>
  /** What `JSONSchema.make` sees. */
  readonly surrogate: AST.AST
  /** The form without constraints, of children in that form; undefined if it is this very form where they are. */
  readonly lenient: (children: ReadonlyArray<AST.AST>, changed: boolean) => AST.AST | undefined
}

const wire = new AST.Literal("wire")
const type = new AST.Literal("type")
const both = new AST.Transformation(wire, type, AST.composeTransformation)

const sideOf = (marker: AST.AST): Side => AST.isTransformation(marker) ? "both" : marker === wire ? "wire" : "type"

/** Children are run to the end: nothing that generated code calls is asynchronous. */
export const parserOf = (ast: AST.AST, decoding: boolean): Parse => {
  const schema = { ast } as never
  return decoding ? ParseResult.decodeUnknownEither(schema) : ParseResult.encodeUnknownEither(schema)
}

const compiler = ({ compile }: Definition, decoding: boolean) => (...parameters: ReadonlyArray<AST.AST>): Run => {
  const [marker, ...asts] = parameters
  return compile({ side: sideOf(marker!), decoding, asts, parsers: asts.map((ast) => parserOf(ast, decoding)) })
}

const restore = (side: Side, ast: AST.AST): AST.AST =>
  side === "both" ? ast : side === "type" ? AST.typeAST(ast) : AST.encodedAST(ast)

/** A definition's own way to its form without constraints. */
export const LenientId: unique symbol = Symbol.for("effect-orange/ApiSchema/Lenient")

/** Given the node, and what makes any other node lenient. */
export type ToLenient = (ast: never, go: (ast: AST.AST) => AST.AST) => AST.AST

export const toLenient = (ast: AST.AST): ToLenient | undefined => ast.annotations[LenientId] as ToLenient | undefined

const lenientOf = (definition: Definition): ToLenient => (ast: AST.Declaration, go) => {
  const [marker, ...children] = ast.typeParameters
  const lenient = children.map(go)
  const form = definition.lenient(lenient, lenient.some((child, i) => child !== children[i]))
  return form === undefined ? ast : restore(sideOf(marker!), form)
}

export const declare = (definition: Definition): AST.Declaration =>
  new AST.Declaration([both, ...definition.children], compiler(definition, true), compiler(definition, false), {
    [AST.TitleAnnotationId]: definition.title,
    [AST.SurrogateAnnotationId]: definition.surrogate,
    [AST.EquivalenceAnnotationId]: () => same,
    [AST.ArbitraryAnnotationId]: (...parameters: ReadonlyArray<unknown>) =>
      definition.arbitrary(
        parameters.slice(1, -1) as ReadonlyArray<Arbitrary.LazyArbitrary<any>>,
        parameters.at(-1) as Arbitrary.ArbitraryGenerationContext
      ),
    [LenientId]: lenientOf(definition)
  })
