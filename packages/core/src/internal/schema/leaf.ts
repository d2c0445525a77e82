/** Values without parts. */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import type * as arbitrary from "./arbitrary.js"
import { type Result, wrong } from "./issue.js"
import { same } from "./json.js"

export interface Leaf {
  readonly title: string
  readonly is: (value: unknown) => boolean
  readonly arbitrary: arbitrary.Lazy
  readonly jsonSchema: object
}

const accept = ({ is, title }: Leaf) => () => (value: unknown, _: AST.ParseOptions, self: AST.AST): Result =>
  is(value) ? Either.right(value) : Either.left(wrong(self, value, `Expected ${title}`))

/** A declaration costs a third of a refinement. */
export const leaf = (one: Leaf): AST.AST =>
  new AST.Declaration([], accept(one), accept(one), {
    [AST.TitleAnnotationId]: one.title,
    [AST.EquivalenceAnnotationId]: () => same,
    [AST.ArbitraryAnnotationId]: () => one.arbitrary,
    [AST.JSONSchemaAnnotationId]: one.jsonSchema
  })
